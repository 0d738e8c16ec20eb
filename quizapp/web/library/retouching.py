"""Editing a drafted fact of a review: its statement and its questions in plain fields, or all of it as YAML."""

from flask import render_template
from flask.typing import ResponseReturnValue

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.library.building import go_to
from quizapp.web.library.frame import blueprint, read_number
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import all_typed, in_address, typed

_ROWS = "rows-"
"""Before the number of the question that gets more rows."""


@blueprint.get("/teach/build/<build_id>/facts/<drafted_key>")
@open_to(Role.TEACHER)
def edit_drafted(build_id: str, drafted_key: str) -> ResponseReturnValue:
    """Show a drafted fact to be edited, as forms or as YAML."""
    found = library.find_piece(library.read_state(person_here(), build_id), drafted_key)
    return _show(build_id, found, text=found.text if in_address("as") == "yaml" else None)


@blueprint.post("/teach/build/<build_id>/facts/<drafted_key>")
@open_to(Role.TEACHER)
@accepts_upload
def save_drafted(build_id: str, drafted_key: str) -> ResponseReturnValue:
    """Keep a fact as it was edited, and accept it where that was asked; or put it back as it was drafted."""
    person, turn = person_here(), typed("turn")
    state = library.read_state(person, build_id)
    found = library.find_piece(state, drafted_key)
    try:
        if turn == "restore":
            library.restore_drafted(person, build_id, drafted_key)
        elif turn in ("yaml", "form", "add") or turn.startswith(_ROWS):
            return _turn(build_id, state, found)
        else:
            text, statement = _read_text(state, found)
            accepts = turn == "accept"
            library.edit_fact(person, build_id, drafted_key, typed("seen"), text, statement, accepts=accepts)
    except Refused as reason:
        return _show_again(build_id, state, found, reason), 422
    if turn == "accept":
        return go_to(build_id, library.find_next(person, build_id, drafted_key))
    return go_to(build_id, found.number)


def _read_text(state: library.State, found: library.DraftedPiece) -> tuple[str, str | None]:
    """Return the YAML of the fact as typed, and the statement that counts before it."""
    if "text" in all_typed():
        return typed("text"), None
    _check_seen(found)
    return library.check_typed_fact(state, found.key, all_typed()), typed("statement")


def _turn(build_id: str, state: library.State, found: library.DraftedPiece) -> str:
    """Show what was typed in another way: as YAML, as forms, with more rows, or with one more question."""
    turn = typed("turn")
    if turn == "form":
        forms = library.forms_of_fact(state, found.key, typed("text"))
        return _show(build_id, found, forms=forms, statement=library.statement_of(typed("text")))
    if turn == "yaml":
        _check_seen(found)
        text = library.write_typed_fact(state, found.key, all_typed())
        return _show(build_id, found, text=library.restate(text, typed("statement")))
    more = typed("add") if turn == "add" else ""
    number = read_number(turn.removeprefix(_ROWS), 0)
    forms = library.show_typed_fact(state, found.key, all_typed(), number, more)
    return _show(build_id, found, forms=forms, statement=typed("statement"), is_longer=bool(more))


def _check_seen(found: library.DraftedPiece) -> None:
    """Fields are of the questions that were shown: those of now may be others."""
    if typed("seen") != found.seen:
        raise library.Outdated


def _show_again(build_id: str, state: library.State, found: library.DraftedPiece, reason: Refused) -> str:
    if "text" in all_typed():
        return _show(build_id, found, text=typed("text"), reason=reason)
    forms = reason.forms if isinstance(reason, library.UnfitFact) else None
    shown = forms or library.show_typed_fact(state, found.key, all_typed())
    return _show(build_id, found, forms=shown, statement=typed("statement"), reason=reason)


def _show(
    build_id: str,
    found: library.DraftedPiece,
    *,
    forms: library.Forms | None = None,
    statement: str | None = None,
    text: str | None = None,
    reason: Refused | None = None,
    is_longer: bool = False,
) -> str:
    is_outdated = isinstance(reason, library.Outdated)
    forms = None if text is not None else forms or found.forms
    return render_template(
        "library/build_edit.html",
        build_id=build_id,
        found=found,
        told=library.look_at_review(person_here(), build_id, found.number).passages,
        forms=forms,
        types=library.type_choices(),
        is_longer=is_longer,
        text=found.text if text is None else text,
        statement=found.statement if statement is None else statement,
        seen=found.seen if is_outdated else typed("seen", found.seen),
        is_outdated=is_outdated,
        reason=reason,
        unstated=isinstance(reason, library.Unstated),
    )

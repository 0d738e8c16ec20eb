"""Mending one question of a draft or of a published bank, in plain fields or as YAML; publishing is the next step."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import MORE_ROWS, blueprint, show_draft_first
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import all_typed, typed


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is mended: the address of its form, and of what lies around it."""

    action: str
    back: str
    is_draft: bool


@blueprint.get("/teach/drafts/<draft_id>/questions/<int:number>")
@open_to(Role.TEACHER)
def edit_in_draft(draft_id: str, number: int) -> ResponseReturnValue:
    """Show one question of a draft as a form, or as it stands in the file."""
    return _show(library.find_snippet(person_here(), draft_id, number), _place_in_draft(draft_id, number))


@blueprint.post("/teach/drafts/<draft_id>/questions/<int:number>")
@open_to(Role.TEACHER)
@accepts_upload
def save_in_draft(draft_id: str, number: int) -> ResponseReturnValue:
    """Put a mended question into a draft, or take it out."""
    person, seen = person_here(), typed("seen")
    found = library.find_snippet(person, draft_id, number)

    def save(text: str, statement: str | None) -> str:
        library.save_snippet(person, draft_id, seen, number, text, statement)
        return url_for("library.draft", draft_id=draft_id, question=number)

    if typed("leave-out"):
        try:
            library.leave_out_question(person, draft_id, seen, number)
        except Refused as reason:
            return _show(found, _place_in_draft(draft_id, number), reason=reason), 422
        return redirect(url_for("library.draft", draft_id=draft_id, question=number), 303)
    return _save(found, _place_in_draft(draft_id, number), save)


@blueprint.get("/teach/<bank_key>/questions/<question_key>")
@open_to(Role.TEACHER)
def edit_in_bank(bank_key: str, question_key: str) -> ResponseReturnValue:
    """Show one question of a published bank as a form, or as it stands in its file."""
    try:
        found = library.find_snippet_in_bank(person_here(), bank_key, question_key)
    except Refused as reason:
        return show_draft_first(bank_key, reason)
    return _show(found, _place_in_bank(bank_key, question_key))


@blueprint.post("/teach/<bank_key>/questions/<question_key>")
@open_to(Role.TEACHER)
@accepts_upload
def save_in_bank(bank_key: str, question_key: str) -> ResponseReturnValue:
    """Put a mended question into a draft of its bank; publishing it is the next step."""
    person, seen = person_here(), typed("seen")
    try:
        found = library.find_snippet_in_bank(person, bank_key, question_key)
    except Refused as reason:
        return show_draft_first(bank_key, reason), 422

    def save(text: str, statement: str | None) -> str:
        draft_id, number = library.save_snippet_in_bank(
            person, bank_key, question_key, seen, text, now(), dice(), statement
        )
        return url_for("library.draft", draft_id=draft_id, question=number)

    return _save(found, _place_in_bank(bank_key, question_key), save)


def _save(
    found: library.Snippet, place: Place, save: Callable[[str, str | None], str]
) -> ResponseReturnValue:
    """Save what was typed, as YAML or in fields, and show the draft; or show the form again with what is wrong."""
    fields, seen, turn = all_typed(), typed("seen"), typed("turn")
    try:
        if turn == "form":
            form = library.form_of_text(typed("text"), found.question.type, found.question)
            return _show(found, place, form=form)
        if "text" in fields:
            text = typed("text")
        elif turn == "rows":
            form = library.show_typed(found.question.type, fields, MORE_ROWS)
            return _show(found, place, form=form)
        elif turn == "yaml":
            return _show(found, place, text=library.write_mended(found, fields, seen))
        else:
            text = library.check_mended(found, fields, seen)
        return redirect(save(text, typed("statement") if "statement" in fields else None), 303)
    except Refused as reason:
        if "text" in fields:
            return _show(found, place, text=typed("text"), reason=reason), 422
        shown = library.show_typed(found.question.type, fields)
        form = reason.form if isinstance(reason, library.Unfit) else shown
        return _show(found, place, form=form, reason=reason), 422


def _show(
    found: library.Snippet,
    place: Place,
    *,
    form: library.Form | None = None,
    text: str | None = None,
    reason: Refused | None = None,
) -> str:
    as_yaml = text is not None or request.args.get("as") == "yaml"
    form = None if as_yaml else form or found.form
    # A question of a bank is found by its id, so that who has read the refusal can save it after all.
    is_found_anew = isinstance(reason, library.Outdated) and not place.is_draft
    return render_template(
        "library/question.html",
        found=found,
        place=place,
        form=form,
        text=found.text if text is None else text,
        statement=typed("statement", found.statement),
        seen=found.seen if is_found_anew else typed("seen", found.seen),
        reason=reason,
        unstated=isinstance(reason, library.Unstated),
    )


def _place_in_draft(draft_id: str, number: int) -> Place:
    return Place(
        action=url_for("library.save_in_draft", draft_id=draft_id, number=number),
        back=url_for("library.draft", draft_id=draft_id, question=number),
        is_draft=True,
    )


def _place_in_bank(bank_key: str, question_key: str) -> Place:
    return Place(
        action=url_for("library.save_in_bank", bank_key=bank_key, question_key=question_key),
        back=url_for("library.own_bank", bank_key=bank_key, at=question_key, _anchor=f"q-{question_key}"),
        is_draft=False,
    )

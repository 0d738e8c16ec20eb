"""Adding one question to a bank, in plain fields or as YAML; publishing it is the next step."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import MORE_ROWS, blueprint, show_draft_first
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import all_typed, in_address, typed


@blueprint.get("/teach/<bank_key>/new-question")
@open_to(Role.TEACHER)
def new_question(bank_key: str) -> ResponseReturnValue:
    """Show an empty question of the chosen type, as a form or as YAML."""
    return _show(bank_key)


@blueprint.post("/teach/<bank_key>/new-question")
@open_to(Role.TEACHER)
@accepts_upload
def add_question(bank_key: str) -> ResponseReturnValue:
    """Put a new question into a draft of its bank; publishing it is the next step."""
    fields, chosen = all_typed(), typed("type") or typed("shown")
    shown = typed("shown") or chosen
    try:
        if typed("turn") == "type" or chosen != shown:
            return _show_other_type(bank_key, shown, chosen)
        if typed("turn") == "form":
            form = library.form_of_text(typed("text"), chosen)
            return _show(bank_key, form=form, chosen=form.type if form else chosen)
        if "text" in fields:
            text = typed("text")
        elif typed("turn") == "rows":
            return _show(bank_key, form=library.show_typed(chosen, fields, MORE_ROWS))
        else:
            text = library.write_typed(chosen, fields)
            if typed("turn") == "yaml":
                return _show(bank_key, text=text)
            library.check_typed(chosen, fields)
        draft_id, number = library.add_question(
            person_here(), bank_key, typed("seen"), text, typed("fact"), typed("statement"), now(), dice()
        )
    except Refused as reason:
        if "text" in fields:
            return _show(bank_key, text=typed("text"), reason=reason), 422
        form = reason.form if isinstance(reason, library.Unfit) else library.show_typed(chosen, fields)
        return _show(bank_key, form=form, reason=reason), 422
    return redirect(url_for("library.draft", draft_id=draft_id, question=number), 303)


def _show_other_type(bank_key: str, shown: str, chosen: str) -> str:
    fields = all_typed()
    if "text" not in fields:
        return _show(bank_key, form=library.turn_form(shown, chosen, fields))
    is_blank = typed("text").split() == library.blank_question(shown)[0].split()
    text = library.write_typed(chosen, {}) if is_blank else library.retype_text(typed("text"), chosen)
    return _show(bank_key, text=text)


def _show(
    bank_key: str,
    *,
    form: library.Form | None = None,
    text: str | None = None,
    reason: Refused | None = None,
    chosen: str | None = None,
) -> str:
    types = library.type_choices()
    chosen = chosen or typed("type") or typed("shown") or in_address("type", types[0].name)
    blank, meanings = library.blank_question(chosen)
    try:
        seen, facts = library.list_fact_choices(person_here(), bank_key)
    except Refused as stopped:
        return show_draft_first(bank_key, stopped)
    nothing_yet = text is None or text == library.write_typed(chosen, {})
    is_new = isinstance(reason, library.Outdated)  # facts may have other numbers now: one is chosen again
    as_yaml = text is not None or request.args.get("as") == "yaml"
    return render_template(
        "library/new_question.html",
        bank_key=bank_key,
        types=types,
        chosen=chosen,
        spare=library.find_spare(chosen, all_typed()),
        meanings=meanings,
        seen=seen if is_new else typed("seen", seen),
        facts=facts,
        form=None if as_yaml else form or library.blank_form(chosen),
        text=blank if nothing_yet else text,
        fact="" if is_new else typed("fact", in_address("fact")),
        statement=typed("statement"),
        reason=reason,
        unstated=isinstance(reason, library.Unstated),
    )

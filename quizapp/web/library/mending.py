"""Forms for one question: mended in a draft or a published bank, or added to a bank."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import blueprint


@blueprint.get("/teach/drafts/<draft_id>/questions/<int:number>")
@open_to(Role.TEACHER)
def edit_in_draft(draft_id: str, number: int) -> ResponseReturnValue:
    """Show one question of a draft as it stands in the file."""
    found = library.find_snippet(person_here(), draft_id, number)
    return render_template("library/question.html", found=found, text=found.text, **_ways_of_draft(found))


@blueprint.post("/teach/drafts/<draft_id>/questions/<int:number>")
@open_to(Role.TEACHER)
def save_in_draft(draft_id: str, number: int) -> ResponseReturnValue:
    """Put a mended question into a draft, or take it out."""
    person, seen, text = person_here(), request.form.get("seen", ""), request.form.get("text", "")
    try:
        if request.form.get("leave-out"):
            library.leave_out_question(person, draft_id, seen, number)
        else:
            library.save_snippet(person, draft_id, seen, number, text)
    except Refused as reason:
        found = library.find_snippet(person, draft_id, number)
        ways = _ways_of_draft(found)
        page = render_template("library/question.html", found=found, text=text, reason=reason, **ways)
        return page, 422
    return redirect(url_for("library.draft", draft_id=draft_id, question=number), 303)


@blueprint.get("/teach/<bank_key>/questions/<question_key>")
@open_to(Role.TEACHER)
def edit_in_bank(bank_key: str, question_key: str) -> ResponseReturnValue:
    """Show one question of a published bank as it stands in its file."""
    try:
        found = library.find_snippet_in_bank(person_here(), bank_key, question_key)
    except Refused as reason:
        return render_template("library/draft_first.html", reason=reason, bank_key=bank_key)
    ways = _ways_of_bank(bank_key, question_key)
    return render_template("library/question.html", found=found, text=found.text, **ways)


@blueprint.post("/teach/<bank_key>/questions/<question_key>")
@open_to(Role.TEACHER)
def save_in_bank(bank_key: str, question_key: str) -> ResponseReturnValue:
    """Put a mended question into a draft of its bank; publishing it is the next step."""
    person, seen, text = person_here(), request.form.get("seen", ""), request.form.get("text", "")
    try:
        draft_id, number = library.save_snippet_in_bank(
            person, bank_key, question_key, seen, text, now(), dice()
        )
    except Refused as reason:
        found = library.find_snippet_in_bank(person, bank_key, question_key)
        ways = _ways_of_bank(bank_key, question_key)
        page = render_template("library/question.html", found=found, text=text, reason=reason, **ways)
        return page, 422
    return redirect(url_for("library.draft", draft_id=draft_id, question=number), 303)


@blueprint.get("/teach/<bank_key>/new-question")
@open_to(Role.TEACHER)
def new_question(bank_key: str) -> ResponseReturnValue:
    """Show an empty question of the chosen type."""
    return _new_question(bank_key, None)


@blueprint.post("/teach/<bank_key>/new-question")
@open_to(Role.TEACHER)
def add_question(bank_key: str) -> ResponseReturnValue:
    """Put a new question into a draft of its bank; publishing it is the next step."""
    given = {name: request.form.get(name, "") for name in ("seen", "text", "fact", "statement")}
    try:
        draft_id, number = library.add_question(
            person_here(),
            bank_key,
            given["seen"],
            given["text"],
            given["fact"],
            given["statement"],
            now(),
            dice(),
        )
    except Refused as reason:
        return _new_question(bank_key, reason), 422
    return redirect(url_for("library.draft", draft_id=draft_id, question=number), 303)


def _new_question(bank_key: str, reason: Refused | None) -> str:
    person = person_here()
    types = library.type_names()
    chosen = request.values.get("type", types[0])
    blank, fields = library.blank_question(chosen)
    try:
        seen, facts = library.list_fact_choices(person, bank_key)
    except Refused as stopped:
        return render_template("library/draft_first.html", reason=stopped, bank_key=bank_key)
    return render_template(
        "library/new_question.html",
        bank_key=bank_key,
        types=types,
        chosen=chosen,
        fields=fields,
        seen=seen,
        facts=facts,
        text=request.form.get("text", blank),
        fact=request.values.get("fact", ""),
        statement=request.form.get("statement", ""),
        reason=reason,
    )


def _ways_of_draft(found: library.Snippet) -> dict[str, object]:
    back = url_for("library.draft", draft_id=found.draft_id, question=found.number)
    action = url_for("library.save_in_draft", draft_id=found.draft_id, number=found.number)
    return {"action": action, "back": back, "is_draft": True}


def _ways_of_bank(bank_key: str, question_key: str) -> dict[str, object]:
    back = url_for("library.own_bank", bank_key=bank_key)
    action = url_for("library.save_in_bank", bank_key=bank_key, question_key=question_key)
    return {"action": action, "back": back, "is_draft": False}

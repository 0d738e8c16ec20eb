"""A draft's page: problems are mended line by line, questions tried, and the whole published or thrown away."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.bank.reading.source import ENDINGS
from quizapp.services import library, study
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import now
from quizapp.web.library.frame import blueprint, read_number, send_yaml
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import all_typed, in_address, typed


@blueprint.get("/teach/drafts/<draft_id>")
@open_to(Role.TEACHER)
def draft(draft_id: str) -> ResponseReturnValue:
    """Show what is wrong in a draft, what publishing it would do, and its questions one at a time."""
    return _show(draft_id)


@blueprint.get("/teach/drafts/<draft_id>/download")
@open_to(Role.TEACHER)
def download_draft(draft_id: str) -> ResponseReturnValue:
    """Send a draft as the file that it is now."""
    found = library.find_draft(person_here(), draft_id)
    name = found.file_name if found.file_name.endswith(ENDINGS) else f"{found.file_name}.yaml"
    return send_yaml(name, found.text)


@blueprint.post("/teach/drafts/<draft_id>/mend")
@open_to(Role.TEACHER)
@accepts_upload
def mend(draft_id: str) -> ResponseReturnValue:
    """Replace lines of a draft by what stands in all the boxes, leave out a question, or look at another one."""
    person, seen, boxes = person_here(), typed("seen"), _boxes()
    if typed("turn") == "look" or typed("go"):
        return _show(draft_id, boxes=boxes)
    if typed("join"):
        library.join_bank(person, draft_id, typed("join"))
        return _show(draft_id, boxes=boxes)
    try:
        if typed("leave-out"):
            library.leave_out_at(person, draft_id, seen, read_number(typed("leave-out")), boxes)
        elif typed("same"):
            number, _, old_id = typed("same").partition(" ")
            library.take_for_same(person, draft_id, seen, read_number(number), old_id)
        else:
            library.apply_boxes(person, draft_id, seen, boxes)
    except Refused as reason:
        return _show(draft_id, str(reason), boxes), 422
    return redirect(url_for("library.draft", draft_id=draft_id), 303)


@blueprint.post("/teach/drafts/<draft_id>/publish")
@open_to(Role.TEACHER)
@accepts_upload
def publish(draft_id: str) -> ResponseReturnValue:
    """Publish a draft as it was shown; what stands in the boxes of its problems is mended behind that."""
    person, seen, boxes = person_here(), typed("seen"), _boxes()
    try:
        published, left_out = library.publish_draft(person, draft_id, seen, now())
        if typed("bring-back"):
            library.retire_bank(person, published.bank_key, retired=False)
        if boxes:
            library.apply_boxes(person, draft_id, seen, boxes)
    except Refused as reason:
        return _show(draft_id, str(reason), boxes), 422
    if boxes:
        flash(f"Published: {published.changes}. What was typed into the boxes stands in this draft now.")
        return redirect(url_for("library.draft", draft_id=draft_id), 303)
    if left_out:
        flash(f"Published: {published.changes}. {left_out} left out; they wait here to be mended.")
        return redirect(url_for("library.draft", draft_id=draft_id), 303)
    said = "It was published already, and nothing has changed." if published.was_same else None
    flash(said or f"Published: {published.changes}.")
    row = library.find_own_bank(person, published.bank_key)
    if not published.was_same and not published.is_new and study.preview_regrade(row.id):
        return redirect(url_for("library.past_answers", bank_key=row.key), 303)
    at = typed("at") or None  # the question that was mended: its page goes on where one was
    anchor = f"q-{at}" if at else None
    return redirect(url_for("library.own_bank", bank_key=published.bank_key, at=at, _anchor=anchor), 303)


@blueprint.post("/teach/drafts/<draft_id>/discard")
@open_to(Role.TEACHER)
def discard(draft_id: str) -> ResponseReturnValue:
    """Throw a draft away."""
    library.discard_draft(person_here(), draft_id)
    flash("The draft is gone; what is published stays as it was.")
    return redirect(url_for("library.desk"), 303)


def _boxes() -> list[library.Box]:
    fields = all_typed()
    lines = [read_number(line) for line in fields.get("line", [])]
    texts = fields.get("mended", [])
    before: list[str | None] = [*fields.get("was", [])]
    if len(before) != len(lines):
        before = [None] * len(lines)
    return [library.Box(*each) for each in zip(lines, before, texts, strict=False)]


def _show(draft_id: str, refusal: str = "", boxes: Sequence[library.Box] = ()) -> str:
    person = person_here()
    number = read_number(typed("go") or typed("question") or in_address("question"))
    tried = typed("try") if typed("turn") == "look" else request.args.get("try")
    preview, look = library.look_at_both(person, draft_id, number, tried)
    preview, lost = library.keep_boxes(person, preview, boxes) if boxes else (preview, ())
    at = request.form.get("at", look.question_id if look and "question" in request.args else "")
    return render_template(
        "library/draft.html",
        preview=preview,
        look=look,
        refusal=refusal,
        lost=lost,
        at=at,
        build_id=library.find_build_of_draft(person, draft_id),
    )

"""A session one question at a time: its question, the answer, hints, undo, and "I was right"."""

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import NotThere, Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.study.frame import blueprint, typed_key


@blueprint.get("/study/<key:session_id>")
@open_to(Role.GUEST)
def question(session_id: str) -> ResponseReturnValue:
    """Show the next question of a session, or its end."""
    turn = study.look(person_here(), session_id, now())
    if turn.asked is None:
        return redirect(url_for("study.end", session_id=session_id))
    return render_template("study/question.html", turn=turn)


@blueprint.post("/study/<key:session_id>")
@open_to(Role.GUEST)
def answer(session_id: str) -> ResponseReturnValue:
    """Take an answer; the reply is its feedback and, after a right one, the next question."""
    return take_answer(session_id, typed_key())


@blueprint.get("/study/<key:session_id>/back/<key:key>")
@open_to(Role.GUEST)
def back(session_id: str, key: str) -> ResponseReturnValue:
    """Turn a flashcard over."""
    try:
        revealed = study.reveal(person_here(), key, now())
    except NotThere:  # answered meanwhile, in another tab
        return redirect(url_for("study.question", session_id=session_id))
    return render_template("study/back.html", revealed=revealed, session_id=session_id)


@blueprint.post("/study/<key:session_id>/hint")
@open_to(Role.GUEST)
def hint(session_id: str) -> ResponseReturnValue:
    """Show one hint more; what was typed stays in its field."""
    study.show_hint(person_here(), typed_key())
    turn = study.look(person_here(), session_id, now())
    if turn.asked is None:
        return redirect(url_for("study.end", session_id=session_id), 303)
    typed = tuple(request.form.getlist("response"))
    return render_template(
        "study/question.html", turn=replace(turn, asked=replace(turn.asked, response=typed))
    )


@blueprint.post("/study/<key:session_id>/undo")
@open_to(Role.GUEST)
def undo(session_id: str) -> ResponseReturnValue:
    """Void the last answer and ask its question again."""
    try:
        study.undo(person_here(), typed_key(), now(), dice())
    except Refused as refusal:
        flash(str(refusal))
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.post("/study/<key:session_id>/claim")
@open_to(Role.GUEST)
def claim(session_id: str) -> ResponseReturnValue:
    """Count a typed answer as right because the student says that it was."""
    try:
        study.claim(person_here(), typed_key(), now(), dice())
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("study.question", session_id=session_id), 303)
    flash("Counted as right.")
    return redirect(url_for("study.question", session_id=session_id), 303)


def take_answer(session_id: str, key: str) -> ResponseReturnValue:
    """Take an answer that is sent as a form, and show what came of it."""
    claimed_at = request.form.get("answered_at", type=int)
    fields = request.form.to_dict(flat=False)
    try:
        turn = study.answer(person_here(), key, fields, now(), dice(), claimed_at)
    except NotThere:
        study.look(person_here(), session_id, now())  # raises for a session of somebody else
        if key:
            flash("That question was taken back in another tab; go on here.")
        return redirect(url_for("study.question", session_id=session_id), 303)
    template = "study/question.html" if turn.told is None or _goes_on(turn) else "study/feedback.html"
    return render_template(template, turn=turn)


def _goes_on(turn: study.Turn) -> bool:
    """Whether the next question stands right under the feedback: after a right answer, while there is one."""
    return turn.told is not None and turn.told.verdict == "right" and turn.asked is not None

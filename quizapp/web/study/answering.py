"""A session one question at a time: its question, the answer, hints, undo, and "I was right".

The same routes answer a form with a page and a script with a fragment of it.
"""

from dataclasses import replace

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import NotThere, Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.study.frame import AHEAD, blueprint, read_said, typed_key, wants_fragment
from quizapp.web.study.showing import send_fragment, send_turn, show_page, show_turn, view_of


@blueprint.get("/study/<key:session_id>")
@open_to(Role.GUEST)
def question(session_id: str) -> ResponseReturnValue:
    """Show the next question of a session, or its end."""
    turn = study.look(person_here(), session_id, now())
    if turn.asked is None:
        return redirect(url_for("study.end", session_id=session_id))
    return show_turn(turn)


@blueprint.get("/study/<key:session_id>/next")
@open_to(Role.GUEST)
def ahead(session_id: str) -> ResponseReturnValue:
    """Hand out the next questions of a session as fragments, each with its key; to a script only."""
    return send_turn(study.look(person_here(), session_id, now(), AHEAD))


@blueprint.post("/study/<key:session_id>")
@open_to(Role.GUEST)
def answer(session_id: str) -> ResponseReturnValue:
    """Take an answer; the reply is its feedback and, after a right one, the next question."""
    return take_answer(session_id, typed_key())


@blueprint.get("/study/<key:session_id>/told/<key:key>")
@open_to(Role.GUEST)
def told(session_id: str, key: str) -> ResponseReturnValue:
    """Show the feedback on an answer that was given before."""
    try:
        turn = study.look_back_at(person_here(), key, now())
    except NotThere:  # not answered, or undone meanwhile
        return redirect(url_for("study.question", session_id=session_id))
    if wants_fragment():
        return send_fragment("study/full.html", view_of(session_id), told=turn.told)
    return show_page("study/feedback.html", turn)


@blueprint.get("/study/<key:session_id>/back/<key:key>")
@open_to(Role.GUEST)
def back(session_id: str, key: str) -> ResponseReturnValue:
    """Turn a flashcard over."""
    try:
        revealed = study.reveal(person_here(), key, now())
    except NotThere:  # answered meanwhile, in another tab
        return redirect(url_for("study.question", session_id=session_id))
    except Refused as refusal:
        return _refuse(session_id, refusal)
    view = view_of(session_id)
    if wants_fragment():
        return send_fragment("study/turned.html", view, revealed=revealed)
    return render_template("study/back.html", view=view, revealed=revealed, pace=revealed.pace)


@blueprint.post("/study/<key:session_id>/hint")
@open_to(Role.GUEST)
def hint(session_id: str) -> ResponseReturnValue:
    """Show one hint more; what was typed stays in its field."""
    try:
        study.show_hint(person_here(), typed_key(), now())
    except Refused as refusal:
        return _refuse(session_id, refusal)
    if wants_fragment():
        asked = study.look_at_question(person_here(), typed_key(), now())
        return send_fragment("study/one.html", view_of(session_id), asked=asked)
    turn = study.look(person_here(), session_id, now())
    if turn.asked is None:
        return redirect(url_for("study.end", session_id=session_id), 303)
    typed = tuple(request.form.getlist("response"))
    return show_turn(replace(turn, asked=replace(turn.asked, response=typed)))


@blueprint.post("/study/<key:session_id>/undo")
@open_to(Role.GUEST)
def undo(session_id: str) -> ResponseReturnValue:
    """Void the last answer and ask its question again."""
    try:
        study.undo(person_here(), typed_key(), now(), dice())
    except Refused as refusal:
        return _refuse(session_id, refusal)
    if wants_fragment():
        return send_turn(study.look(person_here(), session_id, now(), AHEAD))
    flash("Undone; here it is again.")
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.post("/study/<key:session_id>/claim")
@open_to(Role.GUEST)
def claim(session_id: str) -> ResponseReturnValue:
    """Count a typed answer as right because the student says that it was."""
    try:
        study.claim(person_here(), typed_key(), now(), dice())
    except Refused as refusal:
        return _refuse(session_id, refusal)
    if wants_fragment():
        told = study.look_back_at(person_here(), typed_key(), now()).told
        return send_turn(replace(study.look(person_here(), session_id, now(), AHEAD), told=told))
    flash("Counted as right.")
    return redirect(url_for("study.question", session_id=session_id), 303)


def take_answer(session_id: str, key: str) -> ResponseReturnValue:
    """Take an answer that is sent as a form, and show what came of it."""
    fields = request.form.to_dict(flat=False)
    handed_out = AHEAD if wants_fragment() else 0
    try:
        turn = study.answer(person_here(), key, fields, now(), dice(), read_said(fields), handed_out)
    except NotThere:
        study.look(person_here(), session_id, now())  # raises for a session of somebody else
        if wants_fragment():
            return make_response("", 410)
        if key:
            flash("That question was taken back in another tab; go on here.")
        return redirect(url_for("study.question", session_id=session_id), 303)
    return show_turn(turn)


def _refuse(session_id: str, refusal: Refused) -> ResponseReturnValue:
    if wants_fragment():
        return make_response(str(refusal), 409, {"Content-Type": "text/plain; charset=utf-8"})
    flash(str(refusal))
    return redirect(url_for("study.question", session_id=session_id), 303)

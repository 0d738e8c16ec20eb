"""Studying in a browser: the landing page's question, today, and a session one question at a time.

A question type that uses a known shape needs nothing here; a new shape is a macro in
``templates/study/shapes.html``.
"""

from dataclasses import replace

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer

from quizapp.services import accounts, study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.web.access import Role, open_to, person_here, who_asks
from quizapp.web.clock import dice, now
from quizapp.web.network import network_here
from quizapp.web.signed_in import DAY, remember
from quizapp.web.typed import typed

blueprint = Blueprint("study", __name__)

LONGEST_KEY = 32


@blueprint.get("/")
@open_to(Role.ANYBODY)
def landing() -> ResponseReturnValue:
    """Show a question that anybody can answer; who has answered before goes to today."""
    if who_asks() is not None:
        return redirect(url_for("study.today"))
    key = make_key(dice())
    asked = study.trial_question(key)
    ticket = _trial_signer().dumps([key, asked.content.question_id, now()]) if asked else ""
    return render_template("study/landing.html", asked=asked, ticket=ticket)


@blueprint.post("/try")
@open_to(Role.ANYBODY)
def try_it() -> ResponseReturnValue:
    """Take the first answer: it makes a guest, whose session of five goes on from here."""
    try:
        key, question_id, asked_at = _trial_signer().loads(request.form.get("key", ""))
    except (BadSignature, ValueError):
        return redirect(url_for("study.landing"))
    if now() - asked_at > DAY:
        return redirect(url_for("study.landing"))
    person = who_asks()
    if person is None:
        zone = request.form.get("time_zone", "")
        try:
            token = accounts.make_guest(key, zone, now(), str(request.user_agent), network=network_here())
        except accounts.TooManyTries:
            abort(429)
        remember(token)
        person = person_here()
    try:
        session_id = study.begin_trial(person, question_id, key, now(), dice())
    except NotThere:
        return redirect(url_for("study.landing"))
    return _answer(session_id, key)


@blueprint.get("/today")
@open_to(Role.GUEST)
def today() -> ResponseReturnValue:
    """Show what today's session holds, with one button to start it."""
    minutes = request.args.get("minutes", type=int)
    minutes = minutes if minutes in study.MINUTES else None
    found = study.look_at_today(person_here(), now(), minutes)
    return render_template("study/today.html", today=found, choices=study.MINUTES)


@blueprint.post("/study")
@open_to(Role.GUEST)
def start() -> ResponseReturnValue:
    """Plan a session and go to its first question."""
    person = person_here()
    minutes = request.form.get("minutes", type=int)
    minutes = minutes if minutes in study.MINUTES else person.minutes
    bank_key = typed("bank") or None
    is_ahead = request.form.get("ahead") == "yes"
    try:
        session_id = study.start_session(person, minutes, now(), dice(), bank_key=bank_key, ahead=is_ahead)
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("study.today"), 303)
    return redirect(url_for("study.question", session_id=session_id), 303)


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
    return _answer(session_id, _key())


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
    study.show_hint(person_here(), _key())
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
        study.undo(person_here(), _key(), now(), dice())
    except Refused as refusal:
        flash(str(refusal))
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.post("/study/<key:session_id>/claim")
@open_to(Role.GUEST)
def claim(session_id: str) -> ResponseReturnValue:
    """Count a typed answer as right because the student says that it was."""
    try:
        study.claim(person_here(), _key(), now(), dice())
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("study.question", session_id=session_id), 303)
    flash("Counted as right.")
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.get("/study/<key:session_id>/end")
@open_to(Role.GUEST)
def end(session_id: str) -> ResponseReturnValue:
    """Show what was known in a session and what comes back when."""
    summary = study.look_back(person_here(), session_id, now())
    return render_template("study/end.html", summary=summary)


def _answer(session_id: str, key: str) -> ResponseReturnValue:
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


def _key() -> str:
    """Return the key that a form names, or nothing where it cannot be one."""
    key = request.form.get("key", "")
    return key if len(key) <= LONGEST_KEY and key.isalnum() else ""


def _trial_signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="trial")

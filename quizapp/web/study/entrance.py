"""The landing page: a question that anybody can answer, and the first answer, which makes a guest."""

from hashlib import sha256

from flask import abort, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadSignature, URLSafeSerializer

from quizapp.services import accounts, study
from quizapp.services.accounts.person import DAY
from quizapp.services.errors import NotThere
from quizapp.services.keys import make_key
from quizapp.web.access import Role, open_to, person_here, who_asks
from quizapp.web.clock import dice, now
from quizapp.web.network import network_here
from quizapp.web.signed_in import remember
from quizapp.web.study.answering import take_answer
from quizapp.web.study.frame import blueprint
from quizapp.web.typed import in_address


@blueprint.get("/")
@open_to(Role.ANYBODY)
def landing() -> ResponseReturnValue:
    """Show a question that anybody can answer; who has answered before goes to today."""
    if who_asks() is not None:
        return redirect(url_for("study.today"))
    key = make_key(dice())
    bank_key = in_address("bank") or None
    asked = study.trial_question(key, bank_key)
    ticket = _trial_signer().dumps([key, asked.content.question_id, now(), bank_key]) if asked else ""
    return render_template("study/landing.html", asked=asked, ticket=ticket)


@blueprint.post("/try")
@open_to(Role.ANYBODY)
def try_it() -> ResponseReturnValue:
    """Take the first answer: it makes a guest, whose session of five goes on from here."""
    try:
        key, question_id, asked_at, bank_key = _trial_signer().loads(request.form.get("key", ""))
    except (BadSignature, ValueError):
        return redirect(url_for("study.landing"))
    if now() - asked_at > DAY:
        return redirect(url_for("study.landing"))
    person = who_asks()
    if person is None:
        zone = request.form.get("time_zone", "")
        try:
            token = accounts.make_guest(key, zone, now(), dice(), str(request.user_agent), network_here())
        except accounts.TooManyTries:
            abort(429)
        remember(token)
        person = person_here()
    try:
        session_id = study.begin_trial(person, question_id, key, now(), dice(), bank_key)
    except NotThere:
        return redirect(url_for("study.landing"))
    return take_answer(session_id, key)


def _trial_signer() -> URLSafeSerializer:
    """Return what signs a question for this browser: its ticket opens the guest nowhere else."""
    generate_csrf()
    browser = sha256(str(session["csrf_token"]).encode()).hexdigest()
    return URLSafeSerializer(current_app.secret_key or "", salt=f"trial {browser}")

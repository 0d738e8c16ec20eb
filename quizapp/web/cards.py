"""Flashcards in a browser: choosing what to turn over; the cards themselves are shown as every session is."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.typed import in_address, typed

blueprint = Blueprint("cards", __name__)


@blueprint.get("/cards")
@open_to(Role.GUEST)
def choose() -> ResponseReturnValue:
    """Show the banks with flashcards."""
    cards = study.look_at_cards(person_here(), now())
    lengths = [(minutes, f"{minutes} min") for minutes in study.LENGTHS]
    return render_template("quiz/cards.html", cards=cards, lengths=lengths, bank=in_address("bank"))


@blueprint.post("/cards")
@open_to(Role.GUEST)
def start() -> ResponseReturnValue:
    """Plan a session of flashcards and go to the first."""
    person = person_here()
    minutes = request.form.get("minutes", type=int)
    minutes = minutes if minutes in study.LENGTHS else person.minutes
    try:
        session_id = study.start_cards(person, minutes, now(), dice(), bank_key=typed("bank") or None)
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("cards.choose"), 303)
    return redirect(url_for("study.question", session_id=session_id), 303)

"""Quizzes in a browser: choosing one, its sheet, and what came of it.

The fields of question 3 are those of its shape (``quizapp.questions.collect``) behind ``3.``; ``asked`` names
each question that a form is about, so that what it does not show is left as it stands.
"""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import Refused
from quizapp.services.study import Sent
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.typed import all_typed, in_address, typed

blueprint = Blueprint("quiz", __name__)

USUAL_COUNT = 10
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.get("/quiz")
@open_to(Role.GUEST)
def choose() -> ResponseReturnValue:
    """Show what a quiz can be about, the one that is open, and those there were."""
    choice = study.look_at_choice(person_here(), now())
    counts = [(count, str(count)) for count in study.COUNTS]
    return render_template(
        "quiz/choose.html", choice=choice, counts=counts, count_now=USUAL_COUNT, bank=in_address("bank")
    )


@blueprint.post("/quiz")
@open_to(Role.GUEST)
def start() -> ResponseReturnValue:
    """Plan a quiz and go to its sheet."""
    count = request.form.get("count", type=int)
    count = count if count in study.COUNTS else USUAL_COUNT
    met_only = typed("scope") == "met"
    try:
        quiz_id = study.start_quiz(person_here(), _chosen(), count, now(), dice(), met_only=met_only)
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("quiz.choose"), 303)
    at = 1 if typed("layout") == "one" else None
    return redirect(url_for("quiz.sheet", quiz_id=quiz_id, question=at), 303)


@blueprint.get("/quiz/<key:quiz_id>")
@open_to(Role.GUEST)
def sheet(quiz_id: str) -> ResponseReturnValue:
    """Show all questions of a quiz, or one of them, with what stands as their answers."""
    quiz = study.look_at_quiz(person_here(), quiz_id, now())
    if quiz.is_ended:
        return redirect(url_for("quiz.result", quiz_id=quiz_id))
    if quiz.is_over:
        return redirect(url_for("quiz.choose"))
    at = request.args.get("question", type=int)
    at = at if at and 1 <= at <= len(quiz.asks) else None
    items = quiz.asks if at is None else (quiz.asks[at - 1],)
    return render_template(
        "quiz/sheet.html", quiz=quiz, items=items, at=at, is_checked="check" in request.args
    )


@blueprint.post("/quiz/<key:quiz_id>/keep")
@open_to(Role.GUEST)
def keep(quiz_id: str) -> ResponseReturnValue:
    """Let the answers of a form stand, and go where it says; a script that names no place stays where it is."""
    go = typed("go")
    stays = typed("quietly") == "yes" and not go
    try:
        study.keep_responses(person_here(), quiz_id, _sent(), now())
    except Refused as refusal:
        if stays:
            return str(refusal), 409, TEXT
        flash(str(refusal))
    if stays:
        return "", 204
    at = int(go) if go.isdecimal() and len(go) < 4 else None
    return _lead(url_for("quiz.sheet", quiz_id=quiz_id, question=at))


@blueprint.post("/quiz/<key:quiz_id>/hand-in")
@open_to(Role.GUEST)
def hand_in(quiz_id: str) -> ResponseReturnValue:
    """Keep the answers of the form and grade them all; asks first where questions are open."""
    person = person_here()
    try:
        study.keep_responses(person, quiz_id, _sent(), now())
    except Refused as refusal:  # its time is over, or it was handed in in another tab: what stands is graded
        flash(str(refusal))
    quiz = study.look_at_quiz(person, quiz_id, now())
    is_open = not (quiz.is_over or quiz.is_ended)
    if is_open and typed("anyway") != "yes" and quiz.answered < len(quiz.asks):
        return _lead(url_for("quiz.sheet", quiz_id=quiz_id, check="yes"))
    try:
        study.hand_in(person, quiz_id, now())
    except Refused as refusal:
        flash(str(refusal))
    return _lead(url_for("quiz.result", quiz_id=quiz_id))


@blueprint.post("/quiz/<key:quiz_id>/give-up")
@open_to(Role.GUEST)
def give_up(quiz_id: str) -> ResponseReturnValue:
    """End a quiz without counting anything; one that was handed in meanwhile counts, and is said to."""
    try:
        study.give_up(person_here(), quiz_id, now())
        flash("Given up; nothing of that quiz counts.")
    except Refused as refusal:
        flash(str(refusal))
    return _lead(url_for("quiz.choose"))


@blueprint.get("/quiz/<key:quiz_id>/result")
@open_to(Role.GUEST)
def result(quiz_id: str) -> ResponseReturnValue:
    """Show what came of a quiz."""
    found = study.look_at_result(person_here(), quiz_id, now())
    return render_template("quiz/result.html", result=found)


@blueprint.post("/quiz/<key:quiz_id>/practise")
@open_to(Role.GUEST)
def practise(quiz_id: str) -> ResponseReturnValue:
    """Plan a session of just the facts that were missed, and go to its first question."""
    try:
        session_id = study.practise_misses(person_here(), quiz_id, now(), dice())
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("quiz.result", quiz_id=quiz_id), 303)
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.post("/quiz/<key:quiz_id>/ask")
@open_to(Role.GUEST)
def ask(quiz_id: str) -> ResponseReturnValue:
    """Ask the bank's owner whether a typed answer should count."""
    try:
        study.ask_owner(person_here(), typed("key"), now())
        flash("The owner of the bank is asked; until then the answer stands as it was graded.")
    except Refused as refusal:
        flash(str(refusal))
    return redirect(url_for("quiz.result", quiz_id=quiz_id), 303)


def _lead(address: str) -> ResponseReturnValue:
    """Lead on to an address; a script that asks quietly is told it, and goes there itself."""
    return (address, 200, TEXT) if typed("quietly") == "yes" else redirect(address, 303)


def _chosen() -> Mapping[str, list[str]]:
    """Return the banks that the form ticks, each with its ticked topics; none: all of it.

    A topic that is ticked chooses its bank too.
    """
    fields = all_typed()
    chosen: dict[str, list[str]] = {key: [] for key in fields.get("bank", [])}
    for name, topics in fields.items():
        kind, _, key = name.partition(":")
        if kind == "topic" and key:
            chosen[key] = topics
    return chosen


def _sent() -> Mapping[int, Sent]:
    """Return what a form says of each question that it is about."""
    fields = all_typed()
    sent: dict[int, Sent] = {}
    for place in fields.get("asked", []):
        own = {
            name.removeprefix(f"{place}."): texts
            for name, texts in fields.items()
            if name.startswith(f"{place}.")
        }
        if place.isdecimal() and len(place) < 4:
            said = own.get("confidence", [""])[0]
            sent[int(place)] = Sent(own, int(said) if said in ("1", "2", "3") else None)
    return sent

"""One fact that its reader has answered: what it says, how it is remembered, putting it aside, forgetting it."""

from collections.abc import Callable
from random import Random

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library, study
from quizapp.services.errors import Refused
from quizapp.services.person import Person
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.drawing_memory import draw_curve
from quizapp.web.library.frame import blueprint

Change = Callable[[Person, int, int, Random], None]


@blueprint.get("/library/<bank_key>/facts/<fact_key>")
@open_to(Role.GUEST)
def fact(bank_key: str, fact_key: str) -> ResponseReturnValue:
    """Show a fact to who has answered it: statement, source, forgetting curve, history and questions."""
    try:
        found = library.look_at_fact(person_here(), bank_key, fact_key, now())
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("library.bank", bank_key=bank_key))
    return render_template("library/fact.html", found=found, draw_curve=draw_curve)


@blueprint.post("/library/<bank_key>/facts/<fact_key>/suspend")
@open_to(Role.GUEST)
def suspend(bank_key: str, fact_key: str) -> ResponseReturnValue:
    """Ask a fact no more until it is taken up again."""
    return _change(
        bank_key, fact_key, study.suspend, "Put aside: it is asked no more until you take it up again."
    )


@blueprint.post("/library/<bank_key>/facts/<fact_key>/resume")
@open_to(Role.GUEST)
def resume(bank_key: str, fact_key: str) -> ResponseReturnValue:
    """Ask a fact again that was put aside."""
    return _change(
        bank_key, fact_key, study.resume, "Taken up again: it comes back on the day that it is due."
    )


@blueprint.post("/library/<bank_key>/facts/<fact_key>/reset")
@open_to(Role.GUEST)
def reset(bank_key: str, fact_key: str) -> ResponseReturnValue:
    """Forget what is remembered of a fact."""
    return _change(bank_key, fact_key, study.reset, "Forgotten: it is new to you again. Its history stays.")


def _change(bank_key: str, fact_key: str, change: Change, said: str) -> ResponseReturnValue:
    person, instant = person_here(), now()
    try:
        change(person, library.find_met_fact(person, bank_key, fact_key, instant), instant, dice())
        flash(said)
    except Refused as refusal:
        flash(str(refusal))
    return redirect(url_for("library.fact", bank_key=bank_key, fact_key=fact_key), 303)

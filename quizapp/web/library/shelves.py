"""What a reader sees: the banks there are, and one bank with the facts that they have answered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library, study
from quizapp.web.access import Role, open_to, person_here, who_asks
from quizapp.web.clock import now
from quizapp.web.library.frame import LONGEST_SEARCH, blueprint
from quizapp.web.typed import in_address


@blueprint.get("/library")
@open_to(Role.ANYBODY)
def shelves() -> ResponseReturnValue:
    """Show the banks that the reader may study."""
    search = in_address("q").strip()[:LONGEST_SEARCH]
    banks = library.list_shelves(who_asks(), search)
    return render_template("library/shelves.html", banks=banks, search=search)


@blueprint.get("/library/<bank_key>")
@open_to(Role.ANYBODY)
def bank(bank_key: str) -> ResponseReturnValue:
    """Show one bank: its topics, its source and what the reader knows of it."""
    opened = library.look_at_bank(who_asks(), bank_key, now())
    return render_template("library/bank.html", opened=opened)


@blueprint.post("/library/<bank_key>/study")
@open_to(Role.GUEST)
def study_bank(bank_key: str) -> ResponseReturnValue:
    """Put a bank on the reader's shelf: today's session takes new facts from it."""
    person = person_here()
    study.put_on_shelf(person.id, library.find_bank_to_study(person, bank_key), now())
    flash("It is on your shelf; new facts of it come into your sessions.")
    return redirect(url_for("study.today"), 303)

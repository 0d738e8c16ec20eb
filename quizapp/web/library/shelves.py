"""What a reader sees: the banks there are, one bank by topic, and its dated facts on a line."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library, study
from quizapp.web.access import Role, open_to, person_here, who_asks
from quizapp.web.clock import now
from quizapp.web.drawing_timeline import draw_mark, draw_timeline
from quizapp.web.library.frame import LONGEST_SEARCH, blueprint, read_number
from quizapp.web.typed import in_address


@blueprint.get("/library")
@open_to(Role.ANYBODY)
def shelves() -> ResponseReturnValue:
    """Show the banks that the reader may study, and the facts that a search finds among those answered."""
    search = in_address("q").strip()[:LONGEST_SEARCH]
    person = who_asks()
    banks = library.list_shelves(person, search)
    facts = library.search_facts(person, search, now()) if search else []
    return render_template("library/shelves.html", banks=banks, facts=facts, search=search)


@blueprint.get("/library/<bank_key>")
@open_to(Role.ANYBODY)
def bank(bank_key: str) -> ResponseReturnValue:
    """Show one bank: its topics, its source and what the reader knows of it."""
    search = in_address("q").strip()[:LONGEST_SEARCH]
    page, topic = read_number(in_address("page")), read_number(in_address("topic"), 0)
    opened = library.look_at_bank(
        who_asks(), bank_key, now(), search=search, topic=topic - 1 if topic else None, page=page
    )
    return render_template("library/bank.html", opened=opened, search=search, topic=topic)


@blueprint.get("/library/<bank_key>/timeline")
@open_to(Role.ANYBODY)
def timeline(bank_key: str) -> ResponseReturnValue:
    """Show the dated facts of a bank to scale, as far as the reader knows them, and as a list."""
    found = library.look_at_timeline(who_asks(), bank_key, now(), read_number(in_address("page")))
    return render_template(
        "library/timeline.html", timeline=found, draw_mark=draw_mark, draw_timeline=draw_timeline
    )


@blueprint.post("/library/<bank_key>/take-off")
@open_to(Role.GUEST)
def take_off(bank_key: str) -> ResponseReturnValue:
    """Take a bank off the reader's shelf: nothing new of it is asked, and what is known keeps its days."""
    person = person_here()
    study.take_off_shelf(person.id, library.find_bank_to_study(person, bank_key))
    flash("It is off your shelf: nothing new of it is asked, and what you know keeps its days.")
    return redirect(url_for("library.bank", bank_key=bank_key), 303)


@blueprint.post("/library/<bank_key>/study")
@open_to(Role.GUEST)
def study_bank(bank_key: str) -> ResponseReturnValue:
    """Put a bank on the reader's shelf: today's session takes new facts from it."""
    person = person_here()
    study.put_on_shelf(person.id, library.find_bank_to_study(person, bank_key), now())
    flash("It is on your shelf; new facts of it come into your sessions.")
    return redirect(url_for("study.today"), 303)

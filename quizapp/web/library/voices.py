"""What students say about a bank, on its owner's desk; and marking past answers again after a key was changed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library, study
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import blueprint, read_number
from quizapp.web.templating import count
from quizapp.web.typed import all_typed


@blueprint.get("/teach/<bank_key>/voices")
@open_to(Role.TEACHER)
def voices(bank_key: str) -> ResponseReturnValue:
    """Show the problems that students report and the answers that they count as right."""
    return render_template("library/voices.html", voices=library.list_voices(person_here(), bank_key))


@blueprint.post("/teach/<bank_key>/voices")
@open_to(Role.TEACHER)
def settle(bank_key: str) -> ResponseReturnValue:
    """Be done with a report or a claim."""
    library.settle(person_here(), bank_key, all_typed().get("key", []), now())
    flash("Settled.")
    return redirect(url_for("library.voices", bank_key=bank_key), 303)


@blueprint.get("/teach/<bank_key>/past-answers")
@open_to(Role.TEACHER)
def past_answers(bank_key: str) -> ResponseReturnValue:
    """Show what marking past answers again would change."""
    row = library.find_own_bank(person_here(), bank_key)
    return render_template("library/past_answers.html", row=row, effects=study.preview_regrade(row.id))


@blueprint.post("/teach/<bank_key>/past-answers")
@open_to(Role.TEACHER)
def regrade(bank_key: str) -> ResponseReturnValue:
    """Mark past answers to the chosen questions by what they say now."""
    row = library.find_own_bank(person_here(), bank_key)
    chosen = {read_number(each, 0) for each in all_typed().get("question", [])}
    changed = study.regrade(row.id, chosen, now(), dice())
    flash(f"{count(changed, 'answer')} marked again; what comes back when follows from that.")
    return redirect(url_for("library.past_answers", bank_key=bank_key), 303)

"""Progress in numbers: what is known now, what is due, bank by bank."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.progress import STATISTICS
from quizapp.services import progress
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import now

blueprint = Blueprint("progress", __name__)


@blueprint.get("/progress")
@open_to(Role.GUEST)
def overview() -> ResponseReturnValue:
    """Show what is known now, what is due and what was practised."""
    found = progress.look_at_progress(person_here(), now())
    return render_template("progress/overview.html", progress=found, statistics=STATISTICS)

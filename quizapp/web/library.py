"""The library's pages: what there is to study, and a teacher's desk."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.web.access import Role, open_to

blueprint = Blueprint("library", __name__)


@blueprint.get("/library")
@open_to(Role.ANYBODY)
def shelves() -> ResponseReturnValue:
    """Show the banks that the reader may study."""
    return render_template("library/shelves.html", banks=())


@blueprint.get("/library/<bank_key>")
@open_to(Role.ANYBODY)
def bank(bank_key: str) -> ResponseReturnValue:
    """Show one bank: its topics, its source and what the reader knows of it."""
    return render_template("library/shelves.html", banks=())


@blueprint.get("/teach")
@open_to(Role.TEACHER)
def desk() -> ResponseReturnValue:
    """Show a teacher's own banks and the files that are being checked."""
    return render_template("library/shelves.html", banks=())

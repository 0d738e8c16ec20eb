"""The pages of who runs the site: people, links that let them in, the last backup, whether all is well."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from quizapp.web.access import Role, open_to

blueprint = Blueprint("site", __name__)


@blueprint.get("/admin")
@open_to(Role.ADMIN)
def admin() -> ResponseReturnValue:
    """Show the people of the site."""
    return "admin"


@blueprint.get("/healthz")
@open_to(Role.ANYBODY)
def healthz() -> ResponseReturnValue:
    """Say that this process answers."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.get("/readyz")
@open_to(Role.ANYBODY)
def readyz() -> ResponseReturnValue:
    """Say whether the database can be used."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}

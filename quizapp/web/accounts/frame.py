"""The blueprint that the modules of this package hang their routes on."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from quizapp.web.access import Role, open_to

blueprint = Blueprint("accounts", __name__)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@open_to(Role.ANYBODY)
def sign_in() -> ResponseReturnValue:
    """Sign in."""
    return "sign in"


@blueprint.route("/sign-up", methods=["GET", "POST"])
@open_to(Role.ANYBODY)
def sign_up() -> ResponseReturnValue:
    """Sign up."""
    return "sign up"


@blueprint.post("/sign-out")
@open_to(Role.STUDENT)
def sign_out() -> ResponseReturnValue:
    """Sign out."""
    return "signed out"


@blueprint.get("/me")
@open_to(Role.GUEST)
def me() -> ResponseReturnValue:
    """Show what a person can set."""
    return "me"

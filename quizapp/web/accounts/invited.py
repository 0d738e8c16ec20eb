"""What a one-time link opens: a role to accept, or a new password to set. Looking at it changes nothing."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts
from quizapp.services.errors import NotThere, Refused
from quizapp.web.access import Role, open_to, who_asks
from quizapp.web.accounts.forms import NewPasswordForm
from quizapp.web.accounts.frame import blueprint, device_here, enter, origin_here, show_code
from quizapp.web.clock import dice, now


@blueprint.get("/invited/<token>")
@open_to(Role.ANYBODY)
def invited(token: str) -> ResponseReturnValue:
    """Show what a link is for."""
    try:
        return _page(token, accounts.find_invitation(token, now()), NewPasswordForm())
    except NotThere:
        return _gone()


@blueprint.post("/invited/<token>")
@open_to(Role.ANYBODY)
def accept(token: str) -> ResponseReturnValue:
    """Use a link up: raise the role of who is signed in, or set the new password."""
    try:
        invitation = accounts.find_invitation(token, now())
        if invitation.purpose == "reset":
            return _set_password(token, invitation)
        person = who_asks()
        if person is None or person.is_guest:
            return redirect(url_for("accounts.invited", token=token), 303)
        role = accounts.accept_role(person, token, now())
    except NotThere:
        return _gone()
    flash(
        "You run this site now."
        if role == "admin"
        else "You are a teacher now: give the site a question file."
    )
    return redirect(url_for("site.admin" if role == "admin" else "library.desk"), 303)


def _set_password(token: str, invitation: accounts.Invited) -> ResponseReturnValue:
    form = NewPasswordForm()
    form.owner_name = invitation.name or ""
    if not form.validate():
        return _page(token, invitation, form), 422
    try:
        entered = accounts.accept_reset(
            token, form.password.data, device_here(), now(), dice(), origin_here()
        )
    except Refused as reason:
        form.password.errors = [str(reason)]
        return _page(token, invitation, form), 422
    enter(entered)
    flash("Your new password is set, and every other browser is signed out.")
    return show_code(entered.code)


def _page(token: str, invitation: accounts.Invited, form: NewPasswordForm) -> str:
    return render_template("accounts/invited.html", token=token, invitation=invitation, form=form)


def _gone() -> ResponseReturnValue:
    return render_template("accounts/link_gone.html"), 404

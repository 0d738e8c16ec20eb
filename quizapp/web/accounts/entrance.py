"""Coming in and going: sign-up, sign-in, sign-out, and back in with a recovery code."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here, who_asks
from quizapp.web.accounts.forms import RecoverForm, SignInForm, SignUpForm
from quizapp.web.accounts.frame import (
    blueprint,
    device_here,
    enter,
    go_on,
    guest_here,
    next_address,
    origin_here,
    show_code,
    start_over,
    token_here,
)
from quizapp.web.clock import dice, now
from quizapp.web.network import network_here
from quizapp.web.signed_in import forget

JOINED = "What you answered in this browser before is in your account now."


def _is_named() -> bool:
    person = who_asks()
    return person is not None and not person.is_guest


@blueprint.route("/sign-in", methods=["GET", "POST"])
@open_to(Role.ANYBODY)
def sign_in() -> ResponseReturnValue:
    """Sign in; what a guest has answered joins the account."""
    form = SignInForm()
    status = 200
    if form.validate_on_submit():
        try:
            entered = accounts.sign_in(
                form.name.data, form.password.data, device_here(), now(), dice(), origin_here()
            )
        except Refused as reason:
            form.password.errors = [str(reason)]
            status = 429 if isinstance(reason, accounts.TooManyTries) else 422
        else:
            if enter(entered):
                flash(JOINED)
            return go_on()
    elif form.is_submitted():
        status = 422
    elif _is_named():
        return go_on()
    return render_template(
        "accounts/sign_in.html", form=form, guest=guest_here(), target=next_address()
    ), status


@blueprint.route("/sign-up", methods=["GET", "POST"])
@open_to(Role.ANYBODY)
def sign_up() -> ResponseReturnValue:
    """Give a visitor an account, or a guest a name: the same account, no answer moves."""
    form = SignUpForm()
    status = 422 if form.is_submitted() else 200
    if _is_named():
        return _sent_again(form)
    if form.validate_on_submit():
        zone = form.time_zone.data or "UTC"
        name, password = form.name.data, form.password.data
        try:
            entered = accounts.sign_up(
                guest_here(), name, password, zone, device_here(), now(), dice(), network_here()
            )
        except Refused as reason:
            form.name.errors = [str(reason)]
            status = 429 if isinstance(reason, accounts.TooManyTries) else 422
        else:
            form_token = session.get("csrf_token")
            enter(entered)
            session["csrf_token"] = form_token  # the form may be sent again: by a second click, by a reload
            return show_code(entered.code)
    return render_template(
        "accounts/sign_up.html", form=form, guest=guest_here(), target=next_address()
    ), status


def _sent_again(form: SignUpForm) -> ResponseReturnValue:
    """Show whoever sends the form of their own account once more a new code: the last one shown is good."""
    person = person_here()
    if form.validate_on_submit() and accounts.read_name(form.name.data) == person.name:
        try:
            accounts.check_password(person, form.password.data, now())
        except Refused:
            return go_on()
        return show_code(accounts.renew_code(person, dice()))
    return go_on()


@blueprint.post("/sign-out")
@open_to(Role.STUDENT)
def sign_out() -> ResponseReturnValue:
    """End this browser's sign-in: its token is worth nothing from now on."""
    accounts.sign_out(token_here())
    forget()
    start_over()
    flash("You are signed out.")
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.route("/recover", methods=["GET", "POST"])
@open_to(Role.ANYBODY)
def recover() -> ResponseReturnValue:
    """Set a new password with the recovery code, which is used up; the reply shows the new one."""
    form = RecoverForm()
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        name, code, password = form.name.data, form.code.data, form.password.data
        try:
            entered = accounts.recover(name, code, password, device_here(), now(), dice(), origin_here())
        except Refused as reason:
            form.code.errors = [str(reason)]
            status = 429 if isinstance(reason, accounts.TooManyTries) else 422
        else:
            enter(entered)
            flash("Your password is changed, and every other browser is signed out.")
            return show_code(entered.code)
    return render_template("accounts/recover.html", form=form), status

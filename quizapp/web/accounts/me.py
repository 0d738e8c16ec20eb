"""What a person sets about themselves: name, days and minutes, password, browsers, and the end of it all."""

from flask import Response, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts, study
from quizapp.services.accounts import Person
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.accounts.devices import say_device
from quizapp.web.accounts.forms import (
    ChangePasswordForm,
    NamedSettingsForm,
    PasswordForm,
    SettingsForm,
    zone_choices,
)
from quizapp.web.accounts.frame import blueprint, show_code, start_over, token_here
from quizapp.web.clock import dice, now
from quizapp.web.signed_in import forget


@blueprint.get("/me")
@open_to(Role.GUEST)
def me() -> ResponseReturnValue:
    """Show what a person can set."""
    person = person_here()
    return _me_page(person, _settings_form(person))


@blueprint.post("/me")
@open_to(Role.GUEST)
def save_settings() -> ResponseReturnValue:
    """Keep what a person has set; another share to keep moves the due days."""
    person = person_here()
    form = _settings_form(person)
    if not form.validate():
        return _me_page(person, form), 422
    try:
        accounts.change_settings(person, _read_settings(person, form))
    except Refused as reason:
        (form.time_zone if person.is_guest else form.name).errors = [str(reason)]
        return _me_page(person, form), 422
    if form.retention.data != round(person.retention * 100):
        study.set_retention(person.id, form.retention.data / 100)
        flash("Saved. The days on which facts come back are worked out anew.")
    else:
        flash("Saved.")
    return redirect(url_for("accounts.me"), 303)


def _read_settings(person: Person, form: SettingsForm) -> accounts.Settings:
    return accounts.Settings(
        name="" if person.is_guest else form.name.data,
        time_zone=form.time_zone.data,
        minutes=form.minutes.data,
        new_a_day=form.new_a_day.data,
        rates_confidence=form.rates_confidence.data,
        uses_keys=form.uses_keys.data,
        theme=form.theme.data,
        text_size=form.text_size.data,
    )


def _settings_form(person: Person) -> SettingsForm:
    kind = SettingsForm if person.is_guest else NamedSettingsForm
    form = kind(
        name=person.name,
        time_zone=person.time_zone,
        minutes=person.minutes,
        new_a_day=person.new_a_day,
        retention=round(person.retention * 100),
        rates_confidence=person.rates_confidence,
        uses_keys=person.uses_keys,
        theme=person.theme,
        text_size=person.text_size,
    )
    form.time_zone.choices = zone_choices(person.time_zone)
    return form


def _me_page(person: Person, form: SettingsForm) -> str:
    costs = study.compare_costs(person, now())
    return render_template("accounts/me.html", person=person, form=form, costs=costs)


@blueprint.get("/me/everything.json")
@open_to(Role.GUEST)
def export() -> ResponseReturnValue:
    """Hand out everything that is kept about a person, as one JSON file."""
    pieces = accounts.export_everything(person_here(), now())
    answer = Response(stream_with_context(pieces), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="quizapp-everything.json"'
    return answer


@blueprint.route("/me/password", methods=["GET", "POST"])
@open_to(Role.STUDENT)
def password() -> ResponseReturnValue:
    """Change the password; every other browser is signed out."""
    person, form = person_here(), ChangePasswordForm()
    status = 422 if form.is_submitted() else 200
    form.owner_name = person.name or ""
    if form.validate_on_submit():
        try:
            accounts.check_password(person, form.old_password.data, now())
        except Refused as reason:
            form.old_password.errors = [str(reason)]
        else:
            others = accounts.change_password(person, form.password.data, token_here())
            flash(
                "Your password is changed" + (", and your other browsers are signed out." if others else ".")
            )
            return redirect(url_for("accounts.me"), 303)
    return render_template("accounts/password.html", person=person, form=form), status


@blueprint.route("/me/recovery-code/new", methods=["GET", "POST"])
@open_to(Role.STUDENT)
def renew_code() -> ResponseReturnValue:
    """Make a new recovery code, for somebody who has lost the old one."""
    person, form = person_here(), PasswordForm()
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            accounts.check_password(person, form.password.data, now())
        except Refused as reason:
            form.password.errors = [str(reason)]
        else:
            return show_code(accounts.renew_code(person, dice()), url_for("accounts.me"))
    return render_template("accounts/renew_code.html", form=form), status


@blueprint.get("/me/browsers")
@open_to(Role.STUDENT)
def browsers() -> ResponseReturnValue:
    """Show where a person is signed in."""
    person = person_here()
    rows = [(browser, say_device(browser.device)) for browser in accounts.find_browsers(person, token_here())]
    return render_template("accounts/browsers.html", person=person, rows=rows)


@blueprint.post("/me/browsers/sign-out")
@open_to(Role.STUDENT)
def sign_browser_out() -> ResponseReturnValue:
    """Sign one of a person's browsers out."""
    was_there = accounts.sign_browser_out(person_here(), request.form.get("browser", ""))
    flash("That browser is signed out." if was_there else "That browser was signed out already.")
    return redirect(url_for("accounts.browsers"), 303)


@blueprint.route("/me/delete", methods=["GET", "POST"])
@open_to(Role.GUEST)
def delete() -> ResponseReturnValue:
    """Delete the account and everything in it, after saying what that is."""
    person, form = person_here(), PasswordForm()
    if person.is_guest:
        del form.password
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            accounts.check_password(person, "" if person.is_guest else form.password.data, now())
            accounts.erase_account(person.id)
        except Refused as reason:
            form.password.errors = [str(reason)]
        else:
            forget()
            start_over()
            flash("Everything is deleted.")
            return redirect(url_for("study.landing"), 303)
    kept, retired = accounts.find_banks_left(person)
    return render_template(
        "accounts/delete.html", person=person, form=form, kept=kept, retired=retired
    ), status

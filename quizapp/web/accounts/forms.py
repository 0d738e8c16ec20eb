"""The forms of people. A field that a service can judge alone is checked by it, so that it says so in place."""

from functools import cache
from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, PasswordField, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired, NumberRange

from quizapp.services.accounts import MINUTES, NEW_A_DAY, read_name, read_password
from quizapp.services.errors import Refused

_REGIONS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia"),
    *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
)
_NAME = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
_CODE = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
_OLD = {"autocomplete": "current-password"}
_NEW = {"autocomplete": "new-password", "minlength": "8", "maxlength": "200"}


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Name and password of somebody who comes back."""

    name = StringField(
        "Name", [InputRequired("no name given; type the one you signed up with")], render_kw=_NAME
    )
    password = PasswordField("Password", [InputRequired("no password given; type yours")], render_kw=_OLD)


class _NewPasswordForm(FlaskForm):  # type: ignore[misc]
    password = PasswordField("New password", [InputRequired("no password given; choose one")], render_kw=_NEW)

    owner_name = ""
    """Whose password it is to be, where the form does not ask for the name."""

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that the service would refuse."""
        try:
            read_password(field.data, self.name.data or "" if "name" in self else self.owner_name)
        except Refused as reason:
            raise ValidationError(str(reason)) from reason


class NewPasswordForm(_NewPasswordForm):
    """A new password, set by a link."""


class SignUpForm(_NewPasswordForm):
    """Name and password of somebody new."""

    name = StringField("Name", [InputRequired("no name given; choose one")], render_kw=_NAME)
    password = PasswordField("Password", [InputRequired("no password given; choose one")], render_kw=_NEW)
    time_zone = HiddenField(default="UTC", render_kw={"data-time-zone": True})

    def validate_name(self, field: StringField) -> None:
        """Refuse a name that the service would refuse."""
        try:
            read_name(field.data)
        except Refused as reason:
            raise ValidationError(str(reason)) from reason


class RecoverForm(_NewPasswordForm):
    """A name, its recovery code and the new password."""

    name = StringField(
        "Name", [InputRequired("no name given; type the one you signed up with")], render_kw=_NAME
    )
    code = StringField(
        "Recovery code", [InputRequired("no code given; type the one you kept")], render_kw=_CODE
    )


class ChangePasswordForm(_NewPasswordForm):
    """The old password and the new one."""

    old_password = PasswordField("Present password", [InputRequired("type your present one")], render_kw=_OLD)


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """The password once more, before something that cannot be taken back."""

    password = PasswordField("Password", [InputRequired("no password given; type yours")], render_kw=_OLD)


class SettingsForm(FlaskForm):  # type: ignore[misc]
    """What a guest can set."""

    time_zone = SelectField("Time zone", validate_choice=False)
    minutes = IntegerField(
        "Minutes a day",
        [NumberRange(MINUTES[0], MINUTES[-1], "not from 1 to 120; choose a number of minutes in between")],
        render_kw={"min": MINUTES[0], "max": MINUTES[-1], "inputmode": "numeric"},
    )
    new_a_day = IntegerField(
        "New facts a day, at most",
        [NumberRange(NEW_A_DAY[0], NEW_A_DAY[-1], "not from 0 to 200; choose a number in between")],
        render_kw={"min": NEW_A_DAY[0], "max": NEW_A_DAY[-1], "inputmode": "numeric"},
    )
    retention = IntegerField(
        "How much to keep, in per cent",
        [NumberRange(70, 97, "not from 70 to 97; 90 suits most people")],
        render_kw={"min": 70, "max": 97, "inputmode": "numeric"},
    )


class NamedSettingsForm(SettingsForm):
    """What somebody with a name can set."""

    name = StringField("Name", [InputRequired("no name given; choose one")], render_kw=_NAME)

    def validate_name(self, field: StringField) -> None:
        """Refuse a name that the service would refuse."""
        try:
            read_name(field.data)
        except Refused as reason:
            raise ValidationError(str(reason)) from reason


def zone_choices(chosen: str) -> dict[str, list[tuple[str, str]]]:
    """Return the time zones by part of the world, with the chosen one whatever it is."""
    choices = {"Everywhere": [("UTC", "UTC")], **_zones()}
    if all(chosen != zone for zones in choices.values() for zone, _ in zones):
        choices["Everywhere"].append((chosen, chosen))
    return choices


@cache
def _zones() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {region: [] for region in _REGIONS}
    for zone in sorted(available_timezones()):
        region, _, place = zone.partition("/")
        if place and region in found:
            found[region].append((zone, place.replace("/", ", ").replace("_", " ")))
    return found

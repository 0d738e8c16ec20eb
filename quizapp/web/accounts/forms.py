"""The forms of people. A field that a service can judge alone is checked by it, so that it says so in place."""

from collections.abc import Sequence
from functools import cache

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    ValidationError,
)
from wtforms.validators import InputRequired, StopValidation

from quizapp.services.accounts import (
    EVERYWHERE,
    MINUTES_A_DAY,
    NEW_A_DAY,
    TEXT_SIZES,
    THEMES,
    list_zones,
    read_name,
    read_password,
    read_place,
)
from quizapp.services.errors import Refused

_REGIONS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia"),
    *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
)
_NAME = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
_CODE = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
_OLD = {"autocomplete": "current-password"}
_NEW = {"autocomplete": "new-password", "minlength": "8", "maxlength": "200"}


def _choose(label: str, values: Sequence[str], *names: str) -> RadioField:
    """Return a choice of named values; a form without it changes nothing, and the service checks the value."""
    choices = [SelectChoice(value, name) for value, name in zip(values, names, strict=True)]
    filters = [lambda value: value or values[0]]
    return RadioField(label, choices=choices, default=values[0], validate_choice=False, filters=filters)


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


def _whole_number(label: str, least: int, most: int, problem: str) -> IntegerField:
    """Return a field for a number from least to most; whatever is wrong with it, only our problem is said."""

    def check(_form: FlaskForm, field: IntegerField) -> None:
        if field.data is None or not least <= field.data <= most:
            field.errors[:] = []  # else what WTForms says about letters stands above it
            raise StopValidation(problem)

    return IntegerField(label, [check], render_kw={"min": least, "max": most, "inputmode": "numeric"})


class SettingsForm(FlaskForm):  # type: ignore[misc]
    """What a guest can set."""

    time_zone = SelectField("Time zone", validate_choice=False)
    minutes = _whole_number(
        *("Minutes a day", MINUTES_A_DAY[0], MINUTES_A_DAY[-1]),
        "not from 1 to 120; choose a number of minutes in between",
    )
    new_a_day = _whole_number(
        *("New facts a day, at most", NEW_A_DAY[0], NEW_A_DAY[-1]),
        "not from 0 to 200; choose a number in between",
    )
    retention = _whole_number(
        "How much to keep, in per cent", 70, 97, "not from 70 to 97; 90 suits most people"
    )
    rates_confidence = BooleanField("Say how sure I am")
    uses_keys = BooleanField("Single keys are shortcuts")
    theme = _choose("Colours", THEMES, "Automatic", "Light", "Dark")
    text_size = _choose("Text", TEXT_SIZES, "Normal", "Large", "Largest")

    def validate_time_zone(self, field: SelectField) -> None:
        """Refuse a time zone that the service would refuse."""
        try:
            read_place(field.data or "")
        except Refused as reason:
            raise ValidationError(str(reason)) from reason


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
    choices = {"Everywhere": [(EVERYWHERE, EVERYWHERE)], **_zones()}
    if all(chosen != zone for zones in choices.values() for zone, _ in zones):
        choices["Everywhere"].append((chosen, chosen))
    return choices


@cache
def _zones() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {region: [] for region in _REGIONS}
    for zone in list_zones():
        region, _, place = zone.partition("/")
        if place and region in found:
            found[region].append((zone, place.replace("/", ", ").replace("_", " ")))
    return found

"""What templates can use beyond Flask's own: text of banks, static addresses, times in the reader's zone."""

import re
from datetime import UTC, datetime
from string import ascii_uppercase
from zoneinfo import ZoneInfo

from flask import Flask, current_app
from jinja2.environment import TemplateModule

from quizapp.services.accounts import Person
from quizapp.services.version import VERSION
from quizapp.web.access import Role, role_of, who_asks
from quizapp.web.drawing import draw_run
from quizapp.web.markdown import render_line

_FIELD = re.compile(r"[_\s]+|(?<=[a-z])(?=\d)|(?<=part)(?=of$)", re.IGNORECASE)
_IN_INFOBOX = "infobox, "


def say_field(name: str) -> str:
    """Return the name of an infobox's field as words: "combatant1" is "Combatant 1"."""
    return _FIELD.sub(" ", name).strip().capitalize()


def say_section(section: str) -> str:
    """Return where evidence stands as a reader is told: "infobox, commander1" is "infobox, commander 1"."""
    if not section.startswith(_IN_INFOBOX):
        return section
    return _IN_INFOBOX + say_field(section.removeprefix(_IN_INFOBOX)).lower()


def say_day(day: int, *, weekday: bool = True) -> str:
    """Return a study day as "Sunday 22 November"."""
    date = datetime.fromordinal(day)
    words = f"{date.day}\u00a0{date:%B}"
    return f"{date:%A} {words}" if weekday else words


def say_instant(instant: int, zone: str = "UTC") -> str:
    """Return an instant as "22 November 2026, 14:05" in a time zone."""
    moment = datetime.fromtimestamp(instant / 1000, UTC).astimezone(ZoneInfo(zone))
    return f"{moment.day}\u00a0{moment:%B %Y, %H:%M}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 fact", "3 facts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def places(person: Person) -> list[tuple[str, str, str]]:
    """Return a person's places: endpoint, title and the beginning of the addresses that belong to it."""
    found = [
        ("study.today", "Today", "/today"),
        ("library.shelves", "Library", "/library"),
        ("progress.overview", "Progress", "/progress"),
        ("accounts.me", "Me", "/me"),
    ]
    if role_of(person) >= Role.TEACHER:
        found.insert(2, ("library.desk", "Banks", "/teach"))
    if role_of(person) >= Role.ADMIN:
        found.insert(4, ("site.admin", "Site", "/admin"))
    return found


def as_sentence(text: str) -> str:
    """Return a reason as a sentence: a capital at its start, a full stop at its end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def letter_of(place: int) -> str:
    """Return the letter of an option by its place from 0 on; behind Z its number."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def macros_of(name: str) -> TemplateModule:
    """Return the macros of a template, for the study step's pages: each `from ... import` there is 4 % of a step."""
    return current_app.jinja_env.get_template(name).module


def add_filters(app: Flask) -> None:
    """Give the templates their filters and globals."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        letter=letter_of,
        line=render_line,
        sentence=as_sentence,
        day=say_day,
        instant=say_instant,
        field_name=say_field,
        section=say_section,
    )
    app.jinja_env.globals.update(
        macros_of=macros_of,
        draw_run=draw_run,
        count=count,
        who_asks=who_asks,
        role_of=role_of,
        places=places,
        version=VERSION,
    )

"""When the conflict was: the day it began, the day it ended, and how long that is."""

import re
from dataclasses import replace
from decimal import Decimal

from quizapp.article.dates import date_text
from quizapp.article.fact import FactType
from quizapp.article.known import Known
from quizapp.article.model import Cell, Item
from quizapp.article.rules.stating import Finding, state
from quizapp.values.dates import Precision, When, say, unit_around
from quizapp.values.measures import Quantity
from quizapp.values.read_date import read_date

_ASIDE = re.compile(r"\s*\([^()]*\)|;.*$")


def read_cell(text: str, known: Known) -> tuple[When, str] | None:
    """Return the one date or span that a text gives, and a doubt or nothing."""
    whole = _ASIDE.sub("", text).strip(" .,")
    reading = read_date(whole, known.year)
    if isinstance(reading, When):
        return reading, ""
    found = date_text(whole, known.year)
    if not found:
        return None
    first = found[0]
    doubt = first.doubt or ("the cell gives several dates" if len(found) > 1 else "")
    return first.when, doubt or (f'the article says "{first.shade}"' if first.shade else "")


def find_day(text: str, known: Known) -> tuple[When, bool] | None:
    """Return the only date in a text of a cell, and whether it is sure."""
    found = date_text(text, known.year)
    return (found[0].when, found[0].is_sure) if len(found) == 1 else None


def date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day or year of a conflict that was one day or one year: "18 June 1815"."""
    found = read_cell(item.text, known)
    if found is None or not found[0].is_one:
        return
    fact = state(
        cell, item, FactType.DATE, known.subject, _attribute("date", item), say(found[0]), doubt=found[1]
    )
    yield replace(fact, date=found[0], is_dated_surely=not found[1])


def start_date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day it began: 4 October 2017 of "4–17 October 2017"."""
    found = read_cell(item.text, known)
    if found is None or found[0].is_one or found[0].earliest is None:
        return
    when = unit_around(found[0].earliest, found[0].precision)
    fact = state(
        cell, item, FactType.DATE, known.subject, _attribute("start_date", item), say(when), doubt=found[1]
    )
    yield replace(fact, date=when, is_dated_surely=not found[1])


def end_date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day it ended: 17 October 2017 of "4–17 October 2017"."""
    found = read_cell(item.text, known)
    if found is None or found[0].is_one or found[0].latest is None:
        return
    when = unit_around(found[0].latest, found[0].precision)
    fact = state(
        cell, item, FactType.DATE, known.subject, _attribute("end_date", item), say(when), doubt=found[1]
    )
    yield replace(fact, date=when, is_dated_surely=not found[1])


def duration(cell: Cell, item: Item, known: Known) -> Finding:
    """Count how many days it lasted, the first and the last included: 14 for "4–17 October 2017"."""
    found = read_cell(item.text, known)
    if found is None or found[0].is_one or found[0].precision is not Precision.DAY:
        return
    if found[0].earliest is None or found[0].latest is None:
        return
    days = Decimal(found[0].latest - found[0].earliest + 1)
    doubt = "counted from the dates, the first and the last day included"
    yield replace(
        state(cell, item, FactType.DURATION, known.subject, "duration", f"{days} days", doubt=doubt),
        quantity=Quantity(days, days, "days"),
        date=found[0],
    )


def _attribute(name: str, item: Item) -> str:
    """Tell the phases of a conflict apart by the heading above them."""
    return f"{name} of {item.under}" if item.under else name

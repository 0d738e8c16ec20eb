"""When the conflict was: the day it began, the day it ended, and how long that is."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.article.dates import date_text
from quizapp.article.fact import Fact, FactType, Skip
from quizapp.article.known import Known, cite_item
from quizapp.article.model import Cell, Item
from quizapp.article.rules.stating import Finding, state
from quizapp.values.dates import MONTHS, Precision, When, say, unit_around
from quizapp.values.measures import Quantity
from quizapp.values.read_date import read_date

_ASIDE = re.compile(r"\s*\([^()]*\)|;.*$")
_OPEN = re.compile(
    r"\s*(?:[-\u2013\u2014]|to|until)\s*(?:the )?(?:present|ongoing|now|today)\b.*$", re.IGNORECASE
)
_HEDGE = re.compile(
    r"^(?:traditionally|possibly|probably|likely|perhaps|supposedly)\b|\bor\b|[?/]", re.IGNORECASE
)
_NEW = re.compile(
    r"(?:^|[/;)])[\s,]*(?:or\b\s*)?(?P<date>[^()/;]*?)\s*\(?(?:\bN\.? ?S\b\.?|New Style|Gregorian(?: calendar)?)\)?"
    r",?(?P<year> \d{3,4})?"
)
_OLD = re.compile(
    r"\s*\[?\bO\.? ?S\b\.?[^\]\d]*\d[^\]]*\]|\s*[\[(][^\])]*(?:\bO\.? ?S\b\.?|Old Style|Julian|calendar)[^\])]*[\])]"
)
_SECOND = re.compile(rf"\([^()]*\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b[^()]*\)(?= \d)")
_IS_OLD = re.compile(r"\bO\.? ?S\b|Old Style|Julian|Swedish calendar|Hijri|\bAH\b")
_IS_NEW = re.compile(r"\bN\.? ?S\b|New Style|Gregorian")
_SPAN = re.compile(r"[-\u2013\u2014]|\b(?:to|until|till|through|and|between)\b")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a cell says: the date, a doubt or nothing, and whether it gives two ends or is open to the present."""

    when: When
    doubt: str
    is_span: bool
    is_open: bool
    words: str


def _read(text: str, known: Known) -> _Reading | None:
    """Read the one date or span of a cell; "summer 1187" is one time, though it has three months."""
    told = _take_new_style(text)
    whole = _ASIDE.sub("", told)
    words = _OPEN.sub("", whole).strip(" .,")
    is_open = words != whole.strip(" .,")
    doubt = "the cell leaves the date open" if _HEDGE.search(words) else ""
    doubt = "the cell gives two dates" if _SECOND.search(told) else doubt
    when = read_date(words, known.year)
    if not isinstance(when, When):
        found = date_text(words, known.year)
        if not found:
            return None
        when = found[0].when
        doubt = doubt or found[0].doubt or ("the cell gives several dates" if len(found) > 1 else "")
        doubt = doubt or (f'the article says "{found[0].shade}"' if found[0].shade else "")
    return _Reading(
        when, doubt, not is_open and not when.is_one and bool(_SPAN.search(words)), is_open, words
    )


def _read_entry(cell: Cell, item: Item, known: Known) -> _Reading | None:
    if _is_of_old_calendar(cell, item):
        return None
    said = " ".join((item.text, *(f"({note})" for note in item.notes)))
    return _read(said, known)


def _take_new_style(text: str) -> str:
    """Return the date of the new calendar where a cell gives both: "6 May (O.S.) or 16 May (N.S.), 1632"."""
    new = _NEW.search(text)
    if new is None or not any(map(str.isdigit, new["date"])):
        return _OLD.sub("", text)
    return new["date"].strip(" ,") + (new["year"] or "")


def _is_of_old_calendar(cell: Cell, item: Item) -> bool:
    """Whether an entry is a date of the old calendar, beside one of the new."""
    said = " ".join(item.notes)
    is_old = bool(_IS_OLD.search(said)) and not _IS_NEW.search(said)
    return is_old and any(_IS_NEW.search(" ".join(each.notes)) for each in cell.items)


def find_day(text: str, known: Known) -> tuple[When, bool] | None:
    """Return the only date in a text of a cell, and whether it is sure."""
    found = date_text(text, known.year)
    return (found[0].when, found[0].is_sure) if len(found) == 1 else None


def date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day, season or year of a conflict that had only one: "18 June 1815"."""
    if _is_of_old_calendar(cell, item):
        yield Skip(cite_item(cell, item), "this is a date of the old calendar, beside the new")
        return
    found = _read_entry(cell, item, known)
    if found is not None and not found.is_span and not found.is_open:
        yield _state(cell, item, known, "date", found.when, found)


def start_date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day it began: 4 October 2017 of "4–17 October 2017"."""
    found = _read_entry(cell, item, known)
    if found is not None and (found.is_span or found.is_open) and found.when.earliest is not None:
        yield _state(
            cell, item, known, "start_date", unit_around(found.when.earliest, found.when.precision), found
        )


def end_date(cell: Cell, item: Item, known: Known) -> Finding:
    """Take the day it ended: 17 October 2017 of "4–17 October 2017"."""
    found = _read_entry(cell, item, known)
    if found is not None and found.is_span and found.when.latest is not None:
        yield _state(
            cell, item, known, "end_date", unit_around(found.when.latest, found.when.precision), found
        )


def duration(cell: Cell, item: Item, known: Known) -> Finding:
    """Count how many days it lasted, the first and the last included: 14 for "4–17 October 2017"."""
    found = _read_entry(cell, item, known)
    if found is None or not found.is_span or found.when.precision is not Precision.DAY:
        return
    if found.when.earliest is None or found.when.latest is None:
        return
    days = Decimal(found.when.latest - found.when.earliest + 1)
    doubt = "counted from the dates, the first and the last day included"
    attribute = _name(item, "duration")
    fact = state(cell, item, FactType.DURATION, known.subject, attribute, f"{days} days", doubt=doubt)
    yield replace(fact, quantity=Quantity(days, days, "days"), date=found.when)


def _name(item: Item, name: str) -> str:
    return f"{name} of {item.under}" if item.under else name


def _state(cell: Cell, item: Item, known: Known, name: str, when: When, found: _Reading) -> Fact:
    """Return a date as a fact; the phases of a conflict are told apart by the heading above them."""
    attribute = _name(item, name)
    value = say(when) if when.is_one else found.words
    doubt = found.doubt or (f'the infobox says this of "{item.under}"' if item.under else "")
    fact = state(cell, item, FactType.DATE, known.subject, attribute, value, doubt=doubt)
    return replace(fact, date=when, is_dated_surely=not found.doubt)

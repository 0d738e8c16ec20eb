"""Read a date in any usual English spelling: one date, a span of two, or one side of a date.

To accept another spelling, add its words in date_words, its order in one_date, or its phrase here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.values.comparison import Ambiguous, Unclear, Unreadable, Vague
from quizapp.values.date_words import (
    Element,
    find_relative_word,
    find_vague_word,
    looks_like_date,
    read_elements,
    split_date,
)
from quizapp.values.dates import Precision, When, calendar_day, one, parse_edtf, span
from quizapp.values.one_date import HOW_TO_WRITE, DateReading, Known, Yearless, complete, read_one
from quizapp.values.text import clean, western_digits

__all__ = ["DateReading", "Yearless", "read_date"]

_LONGEST = 120  # characters; no spelling of a date is longer
_LONGEST_TYPED = 1_000  # with white space and invisible marks
_NO_DATE = f"there is no date in this; {HOW_TO_WRITE}"
_UNCLEAR = f"this cannot be read as a date; {HOW_TO_WRITE}"
_TOO_LONG = "this is too long for a date; write only the date"
_SEVERAL = Unreadable("these are several dates; write just one")
_BY, _BEFORE, _FROM, _AFTER = "by", "before", "from", "after"
_PREFIXES = (
    (("no", "later", "than"), _BY),
    (("not", "later", "than"), _BY),
    (("not", "after"), _BY),
    (("or", "before"), _BY),
    (("before", "or"), _BY),
    (("up", "to"), _BY),
    (("by",), _BY),
    (("until",), _BY),
    (("till",), _BY),
    (("earlier", "than"), _BEFORE),
    (("prior", "to"), _BEFORE),
    (("before",), _BEFORE),
    (("no", "earlier", "than"), _FROM),
    (("not", "earlier", "than"), _FROM),
    (("not", "before"), _FROM),
    (("or", "after"), _FROM),
    (("starting", "from"), _FROM),
    (("from",), _FROM),
    (("since",), _FROM),
    (("starting",), _FROM),
    (("later", "than"), _AFTER),
    (("after",), _AFTER),
)
_SUFFIXES = (
    (("latest",), _BY),
    (("or", "before"), _BY),
    (("or", "earlier"), _BY),
    (("earliest",), _FROM),
    (("or", "after"), _FROM),
    (("or", "later"), _FROM),
    (("onwards",), _FROM),
    (("onward",), _FROM),
)
_BETWEEN_DATES = re.compile(r";|\||\bor\b|\band\b")
_JOINING = frozenset({"to", "until", "till", "through", "thru", "\u2013", "-", "..", "/", "and"})


def read_date(text: str, known_year: int | None = None, near_year: int | None = None) -> DateReading:
    """Read a typed date; what cannot be marked comes back with its reason.

    A known year (0 is 1 BC) completes a date that is given without one; two digits of a year are read in the
    century of the near year.
    """
    if len(text) > _LONGEST_TYPED:
        return Unreadable(_TOO_LONG)
    text = western_digits(clean(text)).casefold().strip(" ,;:!?\"'()[]")
    if not text.strip("."):
        return Unreadable(f"nothing is written; {HOW_TO_WRITE}")
    if len(text) > _LONGEST:
        return Unclear(_TOO_LONG) if looks_like_date(text[:_LONGEST]) else Unreadable(_TOO_LONG)
    known = Known(known_year, near_year)
    return _read_edtf(text) or _read_english(text, known) or _say_unreadable(text, known)


def _say_unreadable(text: str, known: Known) -> Unreadable:
    """Tell several dates and what is no date, which are wrong, from a date that is only written badly."""
    if not looks_like_date(text):
        return Unreadable(_NO_DATE)
    pieces = [_read_english(piece.strip(), known) for piece in _BETWEEN_DATES.split(text)]
    are_dates = len(pieces) > 1 and all(isinstance(piece, When | Yearless) for piece in pieces)
    return _SEVERAL if are_dates else Unclear(_UNCLEAR)


def _read_edtf(text: str) -> When | None:
    try:
        return parse_edtf(text) if text[0] in "-.0123456789" else None
    except ValueError:
        return None


def _read_english(text: str, known: Known) -> DateReading | None:
    tokens = split_date(text)
    vague = find_vague_word(text, tokens)
    if vague is not None:
        return Vague(f"{vague} is too vague; write the date itself")
    relative = find_relative_word(tokens)
    if relative is not None:
        return Vague(f'"{relative}" counts from another day; write the date itself')
    return _read_single(tokens, known) or _read_span(tokens, known) or _read_side(tokens, known)


def _read_single(tokens: list[str], known: Known) -> DateReading | None:
    elements = read_elements(tokens)
    reading = read_one(elements, known) if elements else None
    return complete(reading, known.year) if isinstance(reading, Yearless) else reading


def _read_side(tokens: list[str], known: Known) -> DateReading | None:
    for words, side in _PREFIXES:
        if tuple(tokens[: len(words)]) == words:
            return _open(_read_single(tokens[len(words) :], known), side)
    for words, side in _SUFFIXES:
        if tuple(tokens[-len(words) :]) == words:
            start = 1 if tokens[0] in {"by", "from"} else 0
            return _open(_read_single(tokens[start : -len(words)], known), side)
    return None


def _open(reading: DateReading | None, side: str) -> DateReading | None:
    """Open a date on one side: "before" ends a day earlier than "by", "after" starts later than "from"."""
    if not isinstance(reading, When) or reading.earliest is None or reading.latest is None:
        return reading
    if side == _BY:
        return replace(reading, earliest=None)
    if side == _FROM:
        return replace(reading, latest=None)
    if side == _BEFORE:
        return replace(reading, earliest=None, latest=reading.earliest - 1)
    return replace(reading, earliest=reading.latest + 1, latest=None)


def _read_span(tokens: list[str], known: Known) -> DateReading | None:
    if tokens and tokens[0] in {"from", "between"}:
        tokens = tokens[1:]
        joining = _JOINING
    else:
        joining = _JOINING - {"and"}
    for left, right in _halves(tokens, joining):
        start, end = read_elements(left), read_elements(right)
        if start and end:
            reading = _join(start, end, known)
            if reading is not None:
                return reading
    return None


def _halves(tokens: list[str], joining: frozenset[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the ways to cut tokens in two at a joining word, or inside two numbers joined by a mark."""
    for at, token in enumerate(tokens):
        if token in joining:
            yield tokens[:at], tokens[at + 1 :]
        elif token[0].isdecimal():
            for mark in "-/":
                first, found, second = token.partition(mark)
                if found and mark not in second and "." not in token:
                    yield [*tokens[:at], first], [second, *tokens[at + 1 :]]


def _join(start: list[Element], end: list[Element], known: Known) -> DateReading | None:
    first, last = _read_ends(_share_bc(start, end), end, known)
    if isinstance(first, Yearless) and isinstance(last, Yearless):
        first, last = complete(first, known.year), complete(last, known.year)
    for reading in (first, last):
        if reading is None or isinstance(reading, Vague | Ambiguous | Unreadable):
            return reading
    if not isinstance(first, When) or not isinstance(last, When):
        return first if isinstance(first, Yearless) and first.month else None
    try:
        return span(first, last)
    except ValueError as error:
        return Unreadable(str(error))


def _read_ends(
    start: list[Element], end: list[Element], known: Known
) -> tuple[DateReading | None, DateReading | None]:
    """Read both ends of a span, each completed by what only the other says."""
    first, last = read_one(start, known), read_one(end, known)
    kinds = _kinds(end)
    if kinds == ["number"] and isinstance(first, When) and first.precision is Precision.YEAR:
        last = _expand_year(first, end[0].value)
    if kinds in (["number", "year"], ["ordinal", "year"]) and isinstance(first, Yearless) and first.month:
        last = complete(Yearless(first.month, end[0].value), end[1].value)
    return _lend(first, last), _lend(last, first)


def _kinds(elements: list[Element]) -> list[str]:
    return [element.kind for element in elements]


def _share_bc(start: list[Element], end: list[Element]) -> list[Element]:
    """Let "490 to 480 BC" begin in 490 BC."""
    if not any(element.has_era and element.value <= 0 for element in end) or any(
        element.has_era for element in start
    ):
        return start
    alone = len(start) == 1 and _kinds(end) == ["year"]
    return [
        Element("year", 1 - element.value, element.parts, has_era=True)
        if element.kind == "year" or (alone and element.kind == "number")
        else element
        for element in start
    ]


def _expand_year(first: When, digits: int) -> When | None:
    """Read the 18 of 1914-18."""
    assert first.earliest is not None
    year = calendar_day(first.earliest)[0]
    expanded = year - year % 100 + digits
    return one(expanded) if 0 < year < expanded else None


def _lend(reading: DateReading | None, other: DateReading | None) -> DateReading | None:
    """Complete one end of a span with the year, and if need be the month, of the other."""
    if not isinstance(reading, Yearless):
        return reading
    if isinstance(other, Yearless) and reading.month is None:
        return replace(reading, month=other.month)
    if not isinstance(other, When) or other.earliest is None or other.precision is Precision.YEAR:
        return reading
    year, month, _ = calendar_day(other.earliest)
    return complete(replace(reading, month=reading.month or month), year)

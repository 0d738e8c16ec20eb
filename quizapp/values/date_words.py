"""The words and marks of a typed date: eras, vague words, and the elements that a date is made of."""

import re
from typing import NamedTuple

from quizapp.values.month_names import read_month
from quizapp.values.number_words import (
    CARDINALS,
    ORDINAL_ENDINGS,
    ORDINALS,
    is_like_number_word,
    read_word_number,
)
from quizapp.values.text import word_list

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOISE = frozenset(
    word_list(
        "the of on in it its was is were happened occurred took place year day month date dated a an at "
        "during came fell probably maybe perhaps think i answer exactly "
        "de del di du le la el il am den der vom em"
    )
)
_LINKS = frozenset({"-", "/"})
_BC = frozenset({"bc", "bce"})
_AD = frozenset({"ad", "ce"})
_VAGUE = frozenset(
    word_list(
        "mid middle early late beginning start end around about circa c ca approximately approx roughly "
        "nearly almost sometime some ~ spring summer autumn fall winter season decade decades century "
        "centuries millennium week weeks weekend fortnight quarter half twenties thirties forties fifties "
        "sixties seventies eighties nineties"
    )
)
_RELATIVE = frozenset(word_list("today yesterday tomorrow ago last next previous now recently"))
_DASHES = str.maketrans("\u2010\u2011\u2212\u2012\u2014\u2015", "---\u2013\u2013\u2013")
_ERA = re.compile(r"(?<![^\W\d_])([ab])\.? ?([cd])\b\.?(?: ?(e)\b\.?)?|\b(c)\. ?(e)\b\.?")
_SPACED_GROUP = re.compile(r"(?<!\d)(\d{1,4}) ?([-/.\u2013]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?!\d)")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})t\d\d[:\d.]*(?:z|[-+]\d\d:?\d\d)?")
_TOKEN = re.compile(r"\d+(?:([-/.])\d+(?:\1\d+)?)?|[^\W\d_]+|\.\.|[-/~<>+\u2013]")
_NO_ATTEMPT = frozenset(word_list("may mai mar mei maj"))  # months, but more often something else
_DECADE = re.compile(r"\d['\u2019]?s\b|\d[x]{1,2}\b")


class Element(NamedTuple):
    """One part of a date: "number", "ordinal", "year", "month" or "group" (numbers joined by a mark)."""

    kind: str
    value: int
    parts: tuple[str, ...] = ()
    mark: str = ""
    has_era: bool = False


def split_date(text: str) -> list[str]:
    """Split a cleaned, case-folded text into the tokens of a date, without noise words and weekdays."""
    text = _TIME.sub(r"\1", text.translate(_DASHES))
    text = _ERA.sub(lambda found: "".join(part for part in found.groups() if part), text)
    text = _SPACED_GROUP.sub(lambda found: _regroup(*found.groups()), text)
    tokens = [found.group() for found in _TOKEN.finditer(text)]
    return [token for token in tokens if token not in _NOISE and not _is_weekday(token)]


def _regroup(first: str, mark: str, second: str, third: str) -> str:
    return ("-" if mark == "\u2013" else mark).join((first, second, third))


def _is_weekday(token: str) -> bool:
    return len(token) >= 3 and any(day.startswith(token) for day in _WEEKDAYS)


def find_vague_word(text: str, tokens: list[str]) -> str | None:
    """Return what makes a date too vague to mark, or None: "mid", "autumn", "1940s"."""
    decade = _DECADE.search(text)
    if decade is not None:
        return "a decade or century"
    return next((f'"{token}"' for token in tokens if token in _VAGUE), None)


def find_relative_word(tokens: list[str]) -> str | None:
    """Return the word by which a date is counted from another day ("yesterday"), or None."""
    return next((token for token in tokens if token in _RELATIVE), None)


def looks_like_date(text: str) -> bool:
    """Whether a text that cannot be read was meant as a date: it has a digit, a number word or a month."""
    if any(map(str.isdecimal, text)):
        return True
    words = set(split_date(text)) - _NO_ATTEMPT
    return any(is_like_number_word(word) or read_month(word) is not None for word in words)


def read_elements(tokens: list[str]) -> list[Element] | None:
    """Turn tokens into the elements of one date; None when a token belongs to no date."""
    elements: list[Element] = []
    eras: list[tuple[int, bool]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = 1
        if token in _BC or token in _AD:
            eras.append((len(elements), token in _BC))
        elif token in _LINKS and not _joins_numbers(tokens, at):
            pass
        else:
            element, length = _read_element(tokens, at)
            if element is None:
                return None
            elements.append(element)
        at += length
    for place, is_bc in eras:
        if not _give_era(elements, place, is_bc):
            return None
    return elements


def _joins_numbers(tokens: list[str], at: int) -> bool:
    around = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    return len(around) < 2 or all(token[0].isdecimal() for token in around)


def _read_element(tokens: list[str], at: int) -> tuple[Element | None, int]:
    token = tokens[at]
    if token[0].isdecimal():
        return _read_digits(token, tokens[at + 1 : at + 2])
    if token in CARDINALS or token in ORDINALS:
        number = read_word_number(tokens, at)
        assert number is not None
        kind = "ordinal" if number.is_ordinal else "year" if number.value >= 100 else "number"
        return Element(kind, number.value, (str(number.value),)), number.length
    month = read_month(token)
    return (None if month is None else Element("month", month)), 1


def _read_digits(token: str, after: list[str]) -> tuple[Element | None, int]:
    mark = next((mark for mark in "-/." if mark in token), "")
    if mark:
        return Element("group", 0, tuple(token.split(mark)), mark), 1
    if len(token) > 8:
        return None, 1
    if after and after[0] in ORDINAL_ENDINGS and len(token) <= 2:
        return Element("ordinal", int(token), (token,)), 2
    return Element("year" if len(token) >= 3 else "number", int(token), (token,)), 1


def _give_era(elements: list[Element], place: int, is_bc: bool) -> bool:
    """Make the number beside an era mark a year; false when there is none."""
    before, after = place - 1, place
    can_be = [
        index
        for index in ((before, after) if is_bc or place == len(elements) else (after, before))
        if 0 <= index < len(elements) and elements[index].kind in {"number", "year"}
    ]
    if not can_be or elements[can_be[0]].has_era:
        return False
    year = elements[can_be[0]]
    elements[can_be[0]] = Element("year", 1 - year.value if is_bc else year.value, year.parts, has_era=True)
    return year.value > 0

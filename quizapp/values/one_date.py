"""Put the elements of one date together: which number is the day, the month and the year."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from quizapp.values.comparison import Ambiguous, Unreadable, Vague
from quizapp.values.date_words import Element
from quizapp.values.dates import MONTHS, When, one, say

# No example here: it could be the very day that is asked for.
HOW_TO_WRITE = "write day, month and year, the month as a word"


class Known(NamedTuple):
    """What a question tells of its date: the year, and a year in whose century two digits are read."""

    year: int | None = None
    near: int | None = None


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date whose year is missing: "14 October", "October", or even the month too, "the 14th"."""

    month: int | None
    day: int | None
    reason: str = f"the year is missing; {HOW_TO_WRITE}"


DateReading = When | Yearless | Vague | Ambiguous | Unreadable


def read_one(elements: list[Element], known: Known = NOTHING_KNOWN) -> DateReading | None:
    """Read one date from its elements; None when they make no date."""
    by_kind: dict[str, list[Element]] = {}
    for element in elements:
        by_kind.setdefault(element.kind, []).append(element)
    if "group" in by_kind:
        return _read_group(elements[0], known) if len(elements) == 1 else None
    months = by_kind.get("month", [])
    years = by_kind.get("year", [])
    days = [element for element in elements if element.kind in {"number", "ordinal"}]
    if len(years) == 1 and len(years[0].parts[0]) > 4 and not years[0].has_era:
        return _read_compact(years[0].parts[0]) if len(elements) == 1 else None
    if len(months) > 1 or len(years) > 1 or not elements:
        return None
    if not months:
        return _read_without_month_name(elements, years, days, known)
    month = months[0].value
    if years:
        return (
            _one_or_reason(years[0].value, month, days[0].value if days else None) if len(days) < 2 else None
        )
    if len(days) == 2:
        is_year_last = elements[-1] is days[1] and days[1].kind == "number"
        return _in_century(days[1], known, month, days[0].value) if is_year_last else None
    if not days:
        return Yearless(month, None)
    return Yearless(month, days[0].value) if days[0].value <= 31 else _in_century(days[0], known, month)


def complete(yearless: Yearless, year: int | None) -> When | Yearless | Unreadable:
    """Give a date its missing year, where there is one to give and the month is known."""
    if year is None:
        return yearless
    if yearless.month is None:
        return replace(yearless, reason=f"the month is missing; {HOW_TO_WRITE}")
    return _one_or_reason(year, yearless.month, yearless.day)


def _one_or_reason(year: int, month: int | None, day: int | None) -> When | Unreadable:
    try:
        return one(year, month, day)
    except ValueError as error:
        return Unreadable(str(error))


def _in_century(year: Element, known: Known, month: int | None, day: int | None = None) -> DateReading | None:
    """Read a date whose year has two digits in the century that is known; without one, name two."""
    if len(year.parts[0]) > 2:
        return None
    full = _full_year(year.value, known)
    return _two_digit_year(year) if full is None else _one_or_reason(full, month, day)


def _full_year(digits: int, known: Known) -> int | None:
    return None if known.near is None or known.near < 1 else known.near - known.near % 100 + digits


def _two_digit_year(year: Element) -> Ambiguous:
    written = year.parts[0].rjust(2, "0")
    return Ambiguous(
        f"{written} could be 19{written}, 20{written} or a day; write all four digits of the year, or AD {written}"
    )


def _read_without_month_name(
    elements: list[Element], years: list[Element], days: list[Element], known: Known
) -> DateReading | None:
    if not years and len(days) == 1:
        day = days[0].value
        return Yearless(None, day) if 1 <= day <= 31 else _in_century(days[0], known, None)
    if years and not days:
        return _one_or_reason(years[0].value, None, None)
    if len(elements) in {2, 3} and not any(element.kind == "ordinal" for element in elements):
        if len(elements) == 2 and not years:
            return None
        values = tuple(element.value for element in elements)
        year_first = elements[0].kind == "year"
        where = "year first" if year_first else "year last" if years else "no year"
        return _read_numbers(values, where, elements[-1], known)
    return None


def _read_group(group: Element, known: Known) -> DateReading | None:
    parts = group.parts
    if any(len(part) > 4 for part in parts):
        return None
    values = tuple(int(part) for part in parts)
    has_year = [len(part) >= 3 for part in parts]
    if len(parts) == 2 and not any(has_year):
        return None if group.mark == "-" else _read_day_and_month(values[0], values[1], group.mark, known)
    if sum(has_year) > 1 or any(has_year[1:-1]):
        return None
    if len(parts) == 2 and has_year[0] and values[1] > 12:
        return None  # 1914-18: a span of years
    where = "year first" if has_year[0] else "year last" if has_year[-1] else "no year"
    return _read_numbers(values, where, Element("number", values[-1], (parts[-1],)), known, group.mark)


def _read_numbers(
    values: tuple[int, ...], where: str, last: Element, known: Known, mark: str = ""
) -> DateReading | None:
    if where == "no year":
        return _read_short(values, last, known, mark)
    if len(values) == 2:
        year, month = values if where == "year first" else values[::-1]
        return _one_or_reason(year, month, None)
    if where == "year first":
        year, month, day = values
        return _one_or_reason(year, month, day)
    first, second, year = values
    return _read_day_first((first, second, year), mark)


def _read_short(values: tuple[int, ...], last: Element, known: Known, mark: str) -> DateReading | None:
    """Read three numbers of two digits; with hyphens the year may stand first, unless it is known and does not."""
    year = _full_year(values[-1], known)
    if year is None:
        return _two_digit_year(last)
    first, second, _ = values
    if mark != "-":
        return _read_day_first((first, second, year), mark)
    starting = _full_year(first, known)
    assert starting is not None
    readings = ((year, second, first), (year, first, second), (starting, second, values[-1]))
    return _choose([each for each in readings if each[0] == known.year] or readings)


def _read_day_first(values: tuple[int, int, int], mark: str) -> When | Ambiguous | Unreadable:
    """Read day, month and year, or month and day; between dots the day stands first wherever that is a day."""
    first, second, year = values
    day_first, month_first = (year, second, first), (year, first, second)
    if mark == "." and isinstance(_one_or_reason(*day_first), When):
        return _one_or_reason(*day_first)
    return _choose((day_first, month_first))


def _choose(readings: Iterable[tuple[int, int, int]]) -> When | Ambiguous | Unreadable:
    """Return the only possible day of several readings."""
    tried = [_one_or_reason(*reading) for reading in readings]
    possible = list(dict.fromkeys(reading for reading in tried if isinstance(reading, When)))
    if not possible:
        return next(reading for reading in tried if isinstance(reading, Unreadable))
    if len(possible) == 1:
        return possible[0]
    both = " or ".join(say(reading) for reading in possible)
    return Ambiguous(f"this could be {both}; write the month as a word")


def _read_day_and_month(first: int, second: int, mark: str, known: Known) -> DateReading | None:
    readings = dict.fromkeys(
        (month, day)
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    if not readings:
        return None
    if len(readings) == 1 or (mark == "." and 1 <= second <= 12):
        return Yearless(*next(iter(readings)))
    both = " or ".join(f"{day} {MONTHS[month - 1]}" for month, day in readings)
    and_year = "" if known.year is not None else ", and the year"
    return Ambiguous(f"this could be {both}; write the month as a word{and_year}")


def _read_compact(digits: str) -> DateReading | None:
    """Read eight digits: 20171014 as ISO 8601 has it, else the one order that makes a day."""
    if len(digits) != 8:
        return None
    iso = _one_or_reason(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if isinstance(iso, When):
        return iso
    first, second, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    return _choose(((year, second, first), (year, first, second)))

"""Put the elements of one date together: which number is the day, the month and the year."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.values.comparison import Ambiguous, Unreadable, Vague
from quizapp.values.date_words import Element
from quizapp.values.dates import MONTHS, When, one, say

# No example here: it could be the very day that is asked for.
HOW_TO_WRITE = "write day, month and year, the month as a word"


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date whose year is missing: "14 October", "October", or even the month too, "the 14th"."""

    month: int | None
    day: int | None
    reason: str = f"the year is missing; {HOW_TO_WRITE}"


DateReading = When | Yearless | Vague | Ambiguous | Unreadable


def read_one(elements: list[Element]) -> DateReading | None:
    """Read one date from its elements; None when they make no date."""
    by_kind: dict[str, list[Element]] = {}
    for element in elements:
        by_kind.setdefault(element.kind, []).append(element)
    if "group" in by_kind:
        return _read_group(elements[0]) if len(elements) == 1 else None
    months = by_kind.get("month", [])
    years = by_kind.get("year", [])
    days = [element for element in elements if element.kind in {"number", "ordinal"}]
    if len(years) == 1 and len(years[0].parts[0]) > 4 and not years[0].has_era:
        return _read_compact(years[0].parts[0]) if len(elements) == 1 else None
    if len(months) > 1 or len(years) > 1 or not elements:
        return None
    if not months:
        return _read_without_month_name(elements, years, days)
    month = months[0].value
    if len(days) > 1:
        return _two_digit_year(days[-1]) if elements[-1] is days[-1] and not years else None
    day = days[0].value if days else None
    if years:
        return _one_or_reason(years[0].value, month, day)
    if day is not None and day > 31:
        return _two_digit_year(days[0])
    return Yearless(month, day)


def complete(yearless: Yearless, year: int | None) -> When | Yearless | Unreadable:
    """Give a date its missing year, where there is one to give and the month is known."""
    if yearless.month is None or year is None:
        return yearless
    return _one_or_reason(year, yearless.month, yearless.day)


def _one_or_reason(year: int, month: int, day: int | None) -> When | Unreadable:
    try:
        return one(year, month, day)
    except ValueError as error:
        return Unreadable(str(error))


def _two_digit_year(year: Element) -> Ambiguous:
    written = year.parts[0].rjust(2, "0")
    return Ambiguous(
        f"{written} could be 19{written}, 20{written} or a day; write all four digits of the year, or AD {written}"
    )


def _read_without_month_name(
    elements: list[Element], years: list[Element], days: list[Element]
) -> DateReading | None:
    if not years and len(days) == 1:
        day = days[0].value
        return Yearless(None, day) if 1 <= day <= 31 else _two_digit_year(days[0])
    if years and not days:
        try:
            return one(years[0].value)
        except ValueError as error:
            return Unreadable(str(error))
    if len(elements) in {2, 3} and not any(element.kind == "ordinal" for element in elements):
        if len(elements) == 2 and not years:
            return None
        values = tuple(element.value for element in elements)
        year_first = elements[0].kind == "year"
        return _read_numbers(
            values, "year first" if year_first else "year last" if years else "no year", elements[-1]
        )
    return None


def _read_group(group: Element) -> DateReading | None:
    parts = group.parts
    if any(len(part) > 4 for part in parts):
        return None
    values = tuple(int(part) for part in parts)
    has_year = [len(part) >= 3 for part in parts]
    if len(parts) == 2 and not any(has_year):
        return None if group.mark == "-" else _read_day_and_month(*values)
    if sum(has_year) > 1 or any(has_year[1:-1]):
        return None
    if len(parts) == 2 and has_year[0] and values[1] > 12:
        return None  # 1914-18: a span of years
    where = "year first" if has_year[0] else "year last" if has_year[-1] else "no year"
    return _read_numbers(values, where, Element("number", values[-1], (parts[-1],)))


def _read_numbers(values: tuple[int, ...], where: str, last: Element) -> DateReading | None:
    if where == "no year":
        return _two_digit_year(last)
    if len(values) == 2:
        year, month = values if where == "year first" else values[::-1]
        return _one_or_reason(year, month, None)
    if where == "year first":
        year, month, day = values
        return _one_or_reason(year, month, day)
    first, second, year = values
    return _choose(((year, second, first), (year, first, second)))


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


def _read_day_and_month(first: int, second: int) -> DateReading | None:
    readings = dict.fromkeys(
        (month, day)
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    if not readings:
        return None
    if len(readings) == 1:
        return Yearless(*next(iter(readings)))
    both = " or ".join(f"{day} {MONTHS[month - 1]}" for month, day in readings)
    return Ambiguous(f"this could be {both}; write the month as a word, and the year")


def _read_compact(digits: str) -> DateReading | None:
    """Read eight digits: 20171014 as ISO 8601 has it, else the one order that makes a day."""
    if len(digits) != 8:
        return None
    iso = _one_or_reason(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if isinstance(iso, When):
        return iso
    first, second, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    return _choose(((year, second, first), (year, first, second)))

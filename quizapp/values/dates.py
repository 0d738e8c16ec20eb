"""Dates with the precision that they were given in: a day, a month, a year, a span, or one side of a day.

EDTF level 0 and the open intervals of level 1 are read and written here; English is read in read_date.
Days are numbered as `date.toordinal` does (proleptic Gregorian), and go on below 1 for the years BC.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS_IN_400_YEARS = 146_097


class Precision(StrEnum):
    """How closely the ends of a date are given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """The days from earliest to latest, both included (None is open), each end given to the precision."""

    earliest: int | None
    latest: int | None
    precision: Precision

    @property
    def is_one(self) -> bool:
        """Whether this is one day, one month or one year, not a span of several."""
        if self.earliest is None or self.latest is None:
            return False
        return unit_around(self.earliest, self.precision) == self


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day; year 0 is 1 BC. A day that the calendar lacks raises ValueError."""
    cycles, in_cycle = divmod(year - 1, 400)
    return date(in_cycle + 1, month, day).toordinal() + cycles * _DAYS_IN_400_YEARS


def calendar_day(number: int) -> tuple[int, int, int]:
    """Return year (0 is 1 BC), month and day of a day number."""
    cycles, in_cycle = divmod(number - 1, _DAYS_IN_400_YEARS)
    day = date.fromordinal(in_cycle + 1)
    return day.year + cycles * 400, day.month, day.day


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    next_year, next_month = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_number(next_year, next_month, 1) - day_number(year, month, 1)


def one(year: int, month: int | None = None, day: int | None = None) -> When:
    """Return one year, one month or one day; one that does not exist raises ValueError with the reason."""
    if not -9999 <= year <= 9999:
        raise ValueError("the year is outside 9999 BC to 9999; write a year between them")
    if month is None:
        return When(day_number(year, 1, 1), day_number(year, 12, 31), Precision.YEAR)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}; months are 1 to 12")
    length = days_in_month(year, month)
    if day is None:
        return When(day_number(year, month, 1), day_number(year, month, length), Precision.MONTH)
    if not 1 <= day <= length:
        raise ValueError(
            f"there is no {day} {MONTHS[month - 1]} {say_year(year)}; that month has {length} days"
        )
    number = day_number(year, month, day)
    return When(number, number, Precision.DAY)


def unit_around(number: int, precision: Precision) -> When:
    """Return the day, month or year that a day lies in."""
    year, month, _ = calendar_day(number)
    if precision is Precision.DAY:
        return When(number, number, precision)
    return one(year, month) if precision is Precision.MONTH else one(year)


def span(start: When | None, end: When | None) -> When:
    """Return the span from one date to another, either open; a backward one raises ValueError."""
    ends = [end_ for end_ in (start, end) if end_ is not None]
    if not ends:
        raise ValueError("both ends are open; write at least one date")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and latest < earliest:
        raise ValueError("the end lies before the start; write the earlier date first")
    precisions = [end_.precision for end_ in ends]
    return When(earliest, latest, min(precisions, key=list(Precision).index))


_EDTF_DATE = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)
_EDTF_LIKE = "write it as 2017-10-14, 2017-10, 2017, 2017-10-04/2017-10-17, ../2017-10-08 or -0479 for 480 BC"


def parse_edtf(text: str) -> When:
    """Read an EDTF date; ValueError says what is wrong and what to do."""
    text = text.strip()
    if "/" not in text:
        return _parse_one(text)
    if text.count("/") > 1:
        raise ValueError(f"{text!r:.60} has more than one slash; {_EDTF_LIKE}")
    start, end = (part.strip() for part in text.split("/"))
    return span(
        None if start in {"..", ""} else _parse_one(start), None if end in {"..", ""} else _parse_one(end)
    )


def _parse_one(text: str) -> When:
    found = _EDTF_DATE.fullmatch(text)
    if found is None:
        if re.fullmatch(r"-?\d{2,3}X{1,2}", text):
            raise ValueError("decades and centuries are not read; write the years, such as 1940/1949")
        raise ValueError(f"{text!r:.60} is not a date; {_EDTF_LIKE}")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is not None and 21 <= month <= 41:
        raise ValueError("seasons are not read; write the months, such as 2017-03/2017-05")
    return one(year, month, day)


def to_edtf(when: When) -> str:
    """Return the date as EDTF, which parse_edtf reads back: 2017-10-14, 2017-10/2017-11, ../2017-10-08, -0479."""
    if when.is_one:
        return _write_end(when.earliest, when.precision)
    return "/".join(_write_end(end, when.precision) for end in (when.earliest, when.latest))


def _write_end(number: int | None, precision: Precision) -> str:
    if number is None:
        return ".."
    year, month, day = calendar_day(number)
    written = f"{year:05d}" if year < 0 else f"{year:04d}"
    if precision is not Precision.YEAR:
        written += f"-{month:02d}"
    return written if precision is not Precision.DAY else f"{written}-{day:02d}"


def say_year(year: int) -> str:
    """Return a year as people write it; 0 is 1 BC, and years before 100 say AD."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def say(when: When) -> str:
    """Return the date in English, which read_date reads back: "14 October 2017", "by 8 October 2017"."""
    if when.earliest is None:
        assert when.latest is not None
        return f"by {_say_end(when.latest, when.precision)}"
    if when.latest is None:
        return f"from {_say_end(when.earliest, when.precision)}"
    if when.is_one:
        return _say_end(when.earliest, when.precision)
    return _say_span(when.earliest, when.latest, when.precision)


def _say_end(number: int, precision: Precision) -> str:
    year, month, day = calendar_day(number)
    if precision is Precision.YEAR:
        return say_year(year)
    named = f"{MONTHS[month - 1]} {say_year(year)}"
    return named if precision is Precision.MONTH else f"{day} {named}"


def _say_span(earliest: int, latest: int, precision: Precision) -> str:
    start, end = calendar_day(earliest), calendar_day(latest)
    said = _say_end(latest, precision)
    if precision is Precision.YEAR or start[0] != end[0]:
        return f"{_say_end(earliest, precision)} to {said}"
    if precision is Precision.MONTH:
        return f"{MONTHS[start[1] - 1]} to {said}"
    if start[1] != end[1]:
        return f"{start[2]} {MONTHS[start[1] - 1]} to {said}"
    return f"{start[2]} to {said}"

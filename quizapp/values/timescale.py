"""A scale for dates: where each stands between 0 and 1, how high if it must give way, and which ticks are ruled."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.values.dates import MONTHS, When, calendar_day, day_number, say_year

MOST_TICKS = 20
MOST_LABELS = 5
MARGIN = 0.03
"""Share of the width that stays free at each end."""
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_STEPS = (
    *(("day", days) for days in (1, 2, 7)),
    *(("month", months) for months in (1, 3, 6)),
    *(("year", years) for years in _YEARS),
)
_ROUND = {"month": (1, 2, 3, 6, 12), "year": _YEARS}
"""How many months or years may lie between two labels."""
_EVERY = (1, 2, 4, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Placed:
    """A date on the scale: its ends from 0 to 1 (one of them None: open), its point between, and its level."""

    start: float | None
    end: float | None
    at: float
    level: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the ruler at 0 to 1, with its label or nothing."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timescale:
    """Dates to scale with the ruler under them; ``title`` says which time that is, as "October 2017"."""

    title: str
    places: tuple[Placed, ...]
    ticks: tuple[Tick, ...]
    levels: int


def lay_out(dates: Sequence[When], gap: float) -> Timescale:
    """Place dates to scale, in their order; what stands nearer than a gap (0 to 1) goes one level higher.

    Raises ValueError where there is no date.
    """
    if not dates:
        raise ValueError("there is no date to place; give at least one")
    first = min(_near(date, start=True) for date in dates)
    last = max(_near(date, start=False) for date in dates)
    levels: list[list[float]] = []
    places = []
    for date in dates:
        at = _place(_middle(date), first, last)
        free = (level for level, taken in enumerate(levels) if all(abs(at - other) >= gap for other in taken))
        level = next(free, len(levels))
        levels[level:] = levels[level:] or [[]]
        levels[level].append(at)
        start = None if date.earliest is None else _place(date.earliest, first, last)
        end = None if date.latest is None else _place(date.latest, first, last)
        places.append(Placed(start, end, at, level))
    return Timescale(_title(first, last), tuple(places), _rule(first, last), len(levels))


def sort_key(date: When) -> tuple[int, int]:
    """Return what dates are ordered by: the day that is named, then how early it can have been."""
    start = date.earliest if date.earliest is not None else _near(date, start=True) - 1
    return _near(date, start=True), start


def _near(date: When, *, start: bool) -> int:
    """The first or the last day that a date names."""
    ends = [day for day in (date.earliest, date.latest) if day is not None]
    return min(ends) if start else max(ends)


def _middle(date: When) -> float:
    """Where the point of a date stands: amid a span, at the end that is named of an open one."""
    return (_near(date, start=True) + _near(date, start=False)) / 2


def _place(day: float, first: int, last: int) -> float:
    if first == last:
        return 0.5
    return round(MARGIN + (day - first) / (last - first) * (1 - 2 * MARGIN), 5)


def _rule(first: int, last: int) -> tuple[Tick, ...]:
    for unit, size in _STEPS:
        days = _beginnings(unit, size, first, last)
        if len(days) <= MOST_TICKS:
            break
    labelled = _choose_labelled(unit, size, days)
    if unit == "month" and all(calendar_day(day)[1] == 1 for day in labelled):
        unit = "year"  # every label says January
    within_month = calendar_day(first)[:2] == calendar_day(last)[:2]
    return tuple(
        Tick(
            _place(day, first, last), _label(day, unit, within_month=within_month) if day in labelled else ""
        )
        for day in days
    )


def _choose_labelled(unit: str, size: int, days: Sequence[int]) -> Sequence[int]:
    """Choose the ticks that have a label: round numbers if two of them fit, else every so many ticks."""
    for step in _ROUND.get(unit, ()):
        even = [day for day in days if step >= size and _number(day, unit) % step == 0]
        if 1 < len(even) <= MOST_LABELS:
            return even
    every = next(step for step in _EVERY if -(-len(days) // step) <= MOST_LABELS)
    return days[::every]


def _number(day: int, unit: str) -> int:
    """What a label counts: months from any January, years as they are said, 490 for 490 BC."""
    year, month, _ = calendar_day(day)
    if unit == "month":
        return year * 12 + month - 1
    return year if year > 0 else 1 - year


def _beginnings(unit: str, size: int, first: int, last: int) -> list[int]:
    """The days on which a unit begins, from the first to the last; no more than are needed to see it is too many."""
    if unit == "day":
        return list(range(first, last + 1, size))[: MOST_TICKS + 1]
    found: list[int] = []
    year, month, _ = calendar_day(first)
    if unit == "month":
        number = -(-(year * 12 + month - 1) // size) * size
        while len(found) <= MOST_TICKS and (day := day_number(number // 12, number % 12 + 1, 1)) <= last:
            found += [day] if day >= first else []
            number += size
        return found
    number = year // size
    while len(found) <= MOST_TICKS and (day := day_number(_round_year(number, size), 1, 1)) <= last:
        found += [day] if number and day >= first else []
        number += 1
    return found


def _round_year(number: int, size: int) -> int:
    """The year that is so many steps after our era began, or before; as it is said, so there is none for 0."""
    return number * size if number > 0 else 1 + number * size


def _label(day: int, unit: str, *, within_month: bool) -> str:
    year, month, number = calendar_day(day)
    if unit == "year":
        return say_year(year)
    if unit == "month":
        return f"{MONTHS[month - 1][:3]} {say_year(year)}"
    return str(number) if within_month else f"{number} {MONTHS[month - 1][:3]}"


def _title(first: int, last: int) -> str:
    (year, month, _), (last_year, last_month, _) = calendar_day(first), calendar_day(last)
    if year != last_year:
        return f"{say_year(year)} to {say_year(last_year)}"
    if (first, last) == (day_number(year, 1, 1), day_number(year, 12, 31)):
        return say_year(year)
    if month == last_month:
        return f"{MONTHS[month - 1]} {say_year(year)}"
    return f"{MONTHS[month - 1]} to {MONTHS[last_month - 1]} {say_year(year)}"

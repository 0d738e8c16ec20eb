"""A time expression as it is written, before anything around it says which year or day it means."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.article.dates.dated import Bound

NAMES = "a date that only names something"
"""The doubt of a date that says which of several things is meant."""


class Unit(StrEnum):
    """What is counted when a date is counted from another."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season or year of which parts may be missing: "14 October", "the 28th", "spring".

    year 0 is 1 BC; turn counts the year from the one that is told of ("of that year" is 0), months the month from it
    ("the 9th of the next month" is 1). month and last_month are the ends of a season, which may reach into the next
    year. is_short says that a year has too few digits to be one by itself ("in 480"), and may be BC.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    turn: int | None = None
    months: int = 0
    is_short: bool = False

    @property
    def is_day_alone(self) -> bool:
        """Whether it is a day without its month: "the 28th"."""
        return self.day is not None and self.month is None


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another; each may complete the other."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years, such as a decade or a century."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units after (or, below 0, before) the date that is told of; 0 is the same one."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days after (or, below 0, before) a day that is written beside it: "the day before 8 May"."""

    point: Point
    days: int


@dataclass(frozen=True, slots=True)
class Turned:
    """The next (1), last (-1) or same (0) month, season or weekday (0 is Monday) seen from the date told of."""

    point: Point
    direction: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NthDay:
    """A day counted from the first of what the article is about: "on the third day"."""

    number: int


@dataclass(frozen=True, slots=True)
class Untold:
    """A time that no calendar can hold: "hours later", "the day after the battle", which counts from an event."""

    from_event: bool = False


Meaning = Point | Range | Years | Counted | Offset | Turned | NthDay | Untold


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression, where it stands, and the rule that found it."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    adjunct: int = -1
    bound: Bound | None = None
    shade: str = ""
    doubt: str = ""

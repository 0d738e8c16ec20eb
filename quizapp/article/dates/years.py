"""The year that a date without one means: of the time that the article is about, or of what was told just before."""

from dataclasses import dataclass

from quizapp.article.dates.expression import Point
from quizapp.article.dates.story import Place, Story, Told
from quizapp.values.dates import Precision, When, calendar_day, day_number, days_in_month

_BACK = 200
"""Days that a date without a year may lie before the one told last; beyond, it is the next year's."""
_NARROW = 400
"""Days of an article's time within which a year can only be one."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A year, and why it is doubted, if it is."""

    year: int
    doubt: str = ""


def guess_year(point: Point, story: Story, place: Place) -> Guess | None:
    """Return the year of a date that has a month and no year; None where nothing tells it."""
    told = story.newest
    framed = _year_in_frame(point, story.frame)
    if told is None:
        return framed
    is_near = told.place.section == place.section
    if framed is not None and (not is_near or _lies_in(told, story.frame)):
        return framed
    return _year_from(point, told, place)


def _year_in_frame(point: Point, frame: When | None) -> Guess | None:
    """The year that puts a date into an article's time, or nearest to it."""
    if (
        frame is None
        or frame.earliest is None
        or frame.latest is None
        or frame.latest - frame.earliest > _NARROW
    ):
        return None
    first, last = calendar_day(frame.earliest)[0], calendar_day(frame.latest)[0]
    away, year = min(
        (max(frame.earliest - start, start - frame.latest, 0), year)
        for year in range(first - 1, last + 2)
        if (start := _first_day(point, year)) is not None
    )
    if frame.precision is Precision.YEAR:
        return Guess(first)
    return Guess(year, "" if away <= 45 else "no year is given, and it is far from what the article is about")


def _year_from(point: Point, told: Told, place: Place) -> Guess | None:
    """The year that puts a date beside the one told last, rather after it than before."""
    if told.named.precision is Precision.YEAR:
        doubt = (
            ""
            if told.place.paragraph == place.paragraph and told.named.is_one
            else "the year was told long before"
        )
        return Guess(told.year, doubt)
    starts = {year: _first_day(point, year) for year in (told.year - 1, told.year, told.year + 1)}
    ahead = [
        (start, year) for year, start in starts.items() if start is not None and start >= told.first - _BACK
    ]
    if not ahead:
        return None
    start, year = min(ahead)
    return Guess(year, _doubt_year(start - told.first, year, told, place))


def _doubt_year(away: int, year: int, told: Told, place: Place) -> str:
    if told.doubt:
        return "the year is that of a date that is itself unsure"
    if told.is_aside:
        return "the year was told in an aside"
    if place.section != told.place.section:
        return "the year was told in another section"
    if year != told.year and away > 100:
        return "the year may be another"
    return ""


def _first_day(point: Point, year: int) -> int | None:
    if point.month is None or not -9990 < year < 9990:
        return None
    day = min(point.day or 1, days_in_month(year, point.month))
    return day_number(year, point.month, day)


def _lies_in(told: Told, frame: When | None) -> bool:
    if frame is None or frame.earliest is None or frame.latest is None:
        return False
    return frame.earliest - _NARROW <= told.last and told.first <= frame.latest + _NARROW

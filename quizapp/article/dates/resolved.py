"""What comes of an expression: a date without its bound, how it was counted, and why it is doubted."""

from dataclasses import dataclass

from quizapp.article.dates.dated import Bound
from quizapp.article.dates.expression import Point
from quizapp.values.dates import When, one, span


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date without its bound, how many steps it was counted, and why it is doubted."""

    named: When
    hops: int = 0
    doubt: str = ""
    bound: Bound | None = None


def fill(point: Point) -> When:
    """Return the date of a point that has its year."""
    assert point.year is not None
    if point.last_month is not None and point.month is not None:
        last_year = point.year + (point.last_month < point.month)
        return span(one(point.year, point.month), one(last_year, point.last_month))
    return one(point.year, point.month, point.day)

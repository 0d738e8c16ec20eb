"""From what an expression says to the date that it means, seen from what was told before."""

from dataclasses import replace

from quizapp.article.dates.counting import (
    resolve_counted,
    resolve_day_of_month,
    resolve_nth_day,
    resolve_turned,
)
from quizapp.article.dates.dated import Bound, Dated
from quizapp.article.dates.doubts import Counting, find_doubt
from quizapp.article.dates.expression import (
    Counted,
    Expression,
    NthDay,
    Offset,
    Point,
    Range,
    Turned,
    Years,
)
from quizapp.article.dates.resolved import Resolved, fill
from quizapp.article.dates.story import Place, Story, Told
from quizapp.article.dates.years import guess_year
from quizapp.values.dates import Precision, When, one, span, unit_around

_SHORT_YEAR = 150
"""Years within which "in 480" must lie of a year told before, to be one."""


def resolve(expression: Expression, story: Story, place: Place) -> Dated | None:
    """Return the date that an expression means, or None where nothing tells it."""
    try:
        found = _resolve(expression, story, place)
    except (ValueError, OverflowError):  # 31 June, or a year beyond the calendar
        return None
    if found is None:
        return None
    bound = expression.bound or found.bound
    return Dated(
        when=_open(found.named, bound),
        named=found.named,
        start=expression.start,
        end=expression.end,
        adjunct=expression.adjunct,
        how=expression.rule,
        hops=found.hops,
        bound=bound,
        shade=expression.shade,
        doubt=expression.doubt or found.doubt,
    )


def _resolve(expression: Expression, story: Story, place: Place) -> Resolved | None:
    match expression.meaning:
        case Point() as point:
            return _resolve_point(point, expression, story, place)
        case Range() as points:
            return _resolve_range(points, expression, story, place)
        case Years(first, last):
            return Resolved(span(one(first), one(last)))
        case Offset(point, days):
            return _resolve_offset(point, days, expression, story, place)
        case Counted() as counted:
            return resolve_counted(counted, expression, story, place)
        case Turned() as turned:
            return resolve_turned(turned, expression, story, place)
        case NthDay(number):
            return resolve_nth_day(number, story)
        case _:
            return None


def _resolve_point(point: Point, expression: Expression, story: Story, place: Place) -> Resolved | None:
    if point.is_short and point.month is None and _is_no_year(point, story):
        return None
    point = _choose_era(point, story)
    if point.year is not None:
        return Resolved(fill(point))
    if point.turn is not None:
        return _resolve_turn_of_year(point, point.turn, expression, story, place)
    if point.month is None:
        return resolve_day_of_month(point, expression, story, place)
    guess = guess_year(point, story, place)
    return None if guess is None else Resolved(fill(replace(point, year=guess.year)), doubt=guess.doubt)


def _resolve_offset(
    point: Point, days: int, expression: Expression, story: Story, place: Place
) -> Resolved | None:
    found = _resolve_point(point, expression, story, place)
    if found is None or found.named.earliest is None:
        return None
    return Resolved(unit_around(found.named.earliest + days, Precision.DAY), 1, found.doubt)


def _resolve_turn_of_year(
    point: Point, turn: int, expression: Expression, story: Story, place: Place
) -> Resolved | None:
    """Resolve "May of that year", "9 August of the following year"."""
    told = story.told_beside(place) or story.told_before(place)
    if told is None:
        return None
    settled = replace(story, is_unsettled=False)
    doubt = find_doubt(Counting(expression, replace(told, bound=None), place, settled))
    guess = guess_year(replace(point, turn=None), story, place) if doubt and not turn else None
    if guess is not None and guess.year == told.year:
        doubt = guess.doubt
    return Resolved(fill(replace(point, year=told.year + turn)), told.hops + 1, doubt)


def _resolve_range(points: Range, expression: Expression, story: Story, place: Place) -> Resolved | None:
    """Resolve the ends of a range, each completed by what only the other says."""
    if points.first.is_day_alone and points.last.is_day_alone:
        first_day = resolve_day_of_month(points.first, expression, story, place)
        last_day = resolve_day_of_month(points.last, expression, story, place)
        if first_day is None or last_day is None:
            return None
        return replace(last_day, named=span(first_day.named, last_day.named))
    if points.first.is_short and points.first.month is None and _is_no_year(points.first, story):
        return None
    first, last = _choose_era(points.first, story), _choose_era(points.last, story)
    doubt = ""
    if last.year is None and first.year is not None and last.month is not None:
        earlier = (last.month, last.day or 31) < (first.month or 1, first.day or 1)
        last = replace(last, year=first.year + earlier)
    elif last.year is None and last.month is not None:
        guess = guess_year(last, story, place) if last.turn is None else None
        if guess is None:
            return None
        last, doubt = replace(last, year=guess.year), guess.doubt
    first, last = _lend(first, last)
    if first.year is None or last.year is None:
        return None
    return Resolved(span(fill(first), fill(last)), doubt=doubt)


def _lend(first: Point, last: Point) -> tuple[Point, Point]:
    """Give each end of a range the month and the year that only the other says."""
    if last.month is None and last.day is not None:
        last = replace(last, year=first.year, month=first.month)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month)
    if first.year is None and last.year is not None:
        later = first.month is not None and last.month is not None and first.month > last.month
        first = replace(first, year=last.year - later)
    return first, last


def _choose_era(point: Point, story: Story) -> Point:
    """Take a year of few digits as BC where that is nearer to what is told."""
    near = story.near
    if not point.is_short or point.year is None or near is None:
        return point
    return replace(point, year=min((point.year, 1 - point.year), key=lambda year: abs(year - near)))


def _is_no_year(point: Point, story: Story) -> bool:
    """Whether a number of few digits lies too far from what is told to be a year."""
    year = _choose_era(point, story).year
    return year is None or story.near is None or abs(year - story.near) > _SHORT_YEAR


def _open(named: When, bound: Bound | None) -> When:
    """Open a date on one side: "before" ends a day earlier than "by", "after" begins later than "from"."""
    if named.earliest is None or named.latest is None or bound is None:
        return named
    if bound in {Bound.BY, Bound.UNTIL}:
        return replace(named, earliest=None)
    if bound is Bound.BEFORE:
        return replace(named, earliest=None, latest=named.earliest - 1)
    if bound is Bound.AFTER:
        return replace(named, earliest=named.latest + 1, latest=None)
    return replace(named, latest=None)


def tell(dated: Dated, place: Place, *, is_aside: bool) -> Told:
    """Return what the story keeps of a date."""
    return Told(
        dated.named, place, dated.hops, dated.bound, is_aside, is_first=dated.adjunct == 0, doubt=dated.doubt
    )

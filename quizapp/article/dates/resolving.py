"""From what an expression says to the date that it means, seen from what was told before."""

from dataclasses import dataclass, replace

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
    Unit,
    Years,
)
from quizapp.article.dates.story import Place, Story, Told
from quizapp.article.dates.years import guess_year
from quizapp.values.dates import Precision, When, calendar_day, one, span, unit_around

_SHORT_FRAME = 27
"""Days in which no number of a day comes twice."""
_SHORT_YEAR = 150
"""Years within which "in 480" must lie of a year told before, to be one."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date without its bound, how many steps it was counted, and why it is doubted."""

    named: When
    hops: int = 0
    doubt: str = ""
    bound: Bound | None = None


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
            return _resolve_range(points, story, place)
        case Years(first, last):
            return Resolved(span(one(first), one(last)))
        case Offset(point, days):
            return _resolve_offset(point, days, expression, story, place)
        case Counted() as counted:
            return _resolve_counted(counted, expression, story, place)
        case Turned() as turned:
            return _resolve_turned(turned, expression, story, place)
        case NthDay(number):
            return _resolve_nth_day(number, story)
        case _:
            return None


def _resolve_point(point: Point, expression: Expression, story: Story, place: Place) -> Resolved | None:
    if point.is_short and point.month is None and _is_no_year(point, story):
        return None
    point = _choose_era(point, story)
    if point.year is not None:
        return Resolved(_fill(point))
    if point.turn is not None:
        return _resolve_turn_of_year(point, point.turn, expression, story, place)
    if point.month is None:
        return _resolve_day_of_month(point, expression, story, place)
    guess = guess_year(point, story, place)
    return None if guess is None else Resolved(_fill(replace(point, year=guess.year)), doubt=guess.doubt)


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
    return Resolved(_fill(replace(point, year=told.year + turn)), told.hops + 1, doubt)


def _resolve_day_of_month(
    point: Point, expression: Expression, story: Story, place: Place
) -> Resolved | None:
    """Give "the 28th" the month that was told last, or that of a battle of a few days."""
    told, aside = story.newest, story.aside
    if aside is not None and aside.is_day and aside.place.sentence >= place.sentence - 1:
        told = aside if told is None or told.place < aside.place else told
    framed = _find_day_in_frame(point, story)
    if told is None or told.named.precision is Precision.YEAR:
        return framed
    year, month, day = calendar_day(told.last)
    is_within = told.is_day and calendar_day(told.first)[1] == month
    if is_within and point.day is not None and point.day < day - 20:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    doubt = find_doubt(Counting(expression, replace(told, bound=None), place, story))
    if told.place.section == place.section and told.place.sentence >= place.sentence - 2 and not told.hops:
        doubt = told.doubt or ("counted from a date told in an aside" if told.is_aside else "")
    return framed if doubt and framed is not None else Resolved(one(year, month, point.day), 1, doubt)


def _find_day_in_frame(point: Point, story: Story) -> Resolved | None:
    """Return the one day with a number that lies in what the article is about, where that is short."""
    frame = story.frame
    if (
        frame is None
        or frame.earliest is None
        or frame.latest is None
        or frame.precision is not Precision.DAY
    ):
        return None
    if frame.latest - frame.earliest > _SHORT_FRAME:
        return None
    for number in range(frame.earliest, frame.latest + 1):
        if calendar_day(number)[2] == point.day:
            return Resolved(unit_around(number, Precision.DAY), 1)
    return None


def _resolve_range(points: Range, story: Story, place: Place) -> Resolved | None:
    """Resolve the ends of a range, each completed by what only the other says."""
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
    return Resolved(span(_fill(first), _fill(last)), doubt=doubt)


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


def _resolve_counted(counted: Counted, expression: Expression, story: Story, place: Place) -> Resolved | None:
    beside = story.told_beside(place)
    in_days = counted.unit in {Unit.DAY, Unit.WEEK}
    told = story.day if in_days else story.told_before(place)
    if beside is not None and (beside.is_day or not in_days):
        told = beside
    if told is None:
        return None
    if expression.rule == "at_the_same_time" and (
        told != story.newest or told.place.sentence < place.sentence - 1
    ):
        return None
    counting = Counting(expression, told, place, story)
    named = _count(counted, told)
    if named is None:
        return None
    is_same_day = counted == Counted(0, Unit.DAY)
    return Resolved(named, told.hops + 1, find_doubt(counting), told.bound if is_same_day else None)


def _count(counted: Counted, told: Told) -> When | None:
    """Count from a date; None where it is not given as exactly as the unit."""
    count = counted.count
    if counted.unit in {Unit.DAY, Unit.WEEK}:
        if not count and not told.named.is_one and counted.unit is Unit.DAY:
            return told.named
        if counted.unit is Unit.WEEK and not count:
            return None
        number = (told.last if count >= 0 else told.first) + count * (7 if counted.unit is Unit.WEEK else 1)
        return unit_around(number, Precision.DAY)
    year, month, _ = calendar_day(told.last)
    if counted.unit is Unit.MONTH:
        if told.named.precision is Precision.YEAR:
            return None
        months = year * 12 + month - 1 + count
        return one(months // 12, months % 12 + 1)
    if counted.unit is Unit.YEAR:
        return one(year + count)
    size = 10 if counted.unit is Unit.DECADE else 100
    begin = (year // size + count) * size
    return span(one(begin), one(begin + size - 1))


def _resolve_turned(turned: Turned, expression: Expression, story: Story, place: Place) -> Resolved | None:
    """Find the next or last weekday, month or season, or the one of the year that is told of."""
    told = story.told_before(place) if turned.weekday is None else story.day
    if told is None:
        return None
    doubt = find_doubt(Counting(expression, replace(told, bound=None), place, story))
    if turned.weekday is not None:
        away = (turned.weekday - (told.last - 1) % 7) % 7
        if turned.direction > 0 and not away:
            away = 7
        if turned.direction < 0:
            away -= 7
        return Resolved(unit_around(told.last + away, Precision.DAY), told.hops + 1, doubt)
    years = (told.year - 2, told.year - 1, told.year, told.year + 1, told.year + 2)
    cases = [_fill(replace(turned.point, year=year)) for year in years]
    if turned.direction > 0:
        named = next(case for case in cases if case.earliest is not None and case.earliest > told.last)
    elif turned.direction < 0:
        named = next(case for case in reversed(cases) if case.latest is not None and case.latest < told.first)
    else:
        guess = guess_year(turned.point, story, place)
        named = _fill(replace(turned.point, year=guess.year)) if guess else cases[2]
    return Resolved(named, told.hops + 1, doubt)


def _resolve_nth_day(number: int, story: Story) -> Resolved | None:
    """Count the days of what the article is about, where it is given to the day."""
    frame = story.frame
    if (
        frame is None
        or frame.earliest is None
        or frame.latest is None
        or frame.precision is not Precision.DAY
    ):
        return None
    day = frame.earliest + number - 1
    if not number >= 1 or day > frame.latest:
        return None
    return Resolved(unit_around(day, Precision.DAY), 1, "counted from the first day")


def _fill(point: Point) -> When:
    """Return the date of a point that has its year."""
    assert point.year is not None
    if point.last_month is not None and point.month is not None:
        last_year = point.year + (point.last_month < point.month)
        return span(one(point.year, point.month), one(last_year, point.last_month))
    return one(point.year, point.month, point.day)


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

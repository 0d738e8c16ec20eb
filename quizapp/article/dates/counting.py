"""Dates that are counted from what was told before: days, weeks, months and years on or back, days of a battle."""

from dataclasses import replace

from quizapp.article.dates.doubts import Counting, find_doubt
from quizapp.article.dates.expression import Counted, Expression, Point, Turned, Unit
from quizapp.article.dates.resolved import Resolved, fill
from quizapp.article.dates.story import Place, Story, Told
from quizapp.article.dates.years import guess_year
from quizapp.values.dates import Precision, When, calendar_day, one, span, unit_around

_SHORT_FRAME = 27
"""Days in which no number of a day comes twice."""


def resolve_counted(counted: Counted, expression: Expression, story: Story, place: Place) -> Resolved | None:
    """Count units on or back from the day, or the date, that was told last."""
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
    bound = told.bound if counting.is_same_day else None
    hops = max(told.hops, 1) if counting.is_same_day else told.hops + 1
    return Resolved(named, hops, find_doubt(counting), bound)


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


def resolve_turned(turned: Turned, expression: Expression, story: Story, place: Place) -> Resolved | None:
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
    cases = [fill(replace(turned.point, year=year)) for year in years]
    if turned.direction > 0:
        named = next(case for case in cases if case.earliest is not None and case.earliest > told.last)
    elif turned.direction < 0:
        named = next(case for case in reversed(cases) if case.latest is not None and case.latest < told.first)
    else:
        guess = guess_year(turned.point, story, place)
        named = fill(replace(turned.point, year=guess.year)) if guess else cases[2]
    return Resolved(named, told.hops + 1, doubt)


def resolve_nth_day(number: int, story: Story) -> Resolved | None:
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
    if number < 1 or day > frame.latest:
        return None
    return Resolved(unit_around(day, Precision.DAY), 1, "counted from the first day")


def resolve_day_of_month(point: Point, expression: Expression, story: Story, place: Place) -> Resolved | None:
    """Give "the 28th" the month that was told last, or that of a battle of a few days."""
    told, aside = story.newest, story.aside
    if aside is not None and aside.is_day and aside.place.sentence >= place.sentence - 1:
        told = aside if told is None or told.place < aside.place else told
    framed = _find_day_in_frame(point, story) if not point.months else None
    if told is None or told.named.precision is Precision.YEAR:
        return framed
    year, month, day = calendar_day(told.last)
    is_within = told.is_day and calendar_day(told.first)[1] == month and not point.months
    if is_within and point.day is not None and point.day < day - 20:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    months = year * 12 + month - 1 + point.months
    year, month = months // 12, months % 12 + 1
    doubt = find_doubt(Counting(expression, replace(told, bound=None), place, story))
    is_here = told.place.section == place.section and told.place.sentence >= place.sentence - 2
    if is_here and not told.hops and not point.months:
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

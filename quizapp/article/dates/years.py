"""The year that a date without one means: of the time that the article is about, or of what was told just before."""

from dataclasses import dataclass, replace

from quizapp.article.dates.expression import Point
from quizapp.article.dates.story import NARROW, Place, Story, Told
from quizapp.values.dates import Precision, When, calendar_day, day_number, days_in_month

_BACK = 180
"""Days that a date without a year may lie before the one told last; beyond, it is the next year's."""
_CLOSE = 45
"""Days from an article's time within which a year told elsewhere says nothing against it."""
_LONG_AWAY = 200
"""Days from an article's time within which a section before or after it needs no year."""
_LONG = 100
"""Days after which the turn of a year is no longer sure."""
_TWO_YEARS = "two years are told of"
_ASIDE = "the year was told in an aside"


@dataclass(frozen=True, slots=True)
class Guess:
    """A year, why it is doubted, if it is, and days between the date and the time that the year was taken from."""

    year: int
    doubt: str = ""
    away: int = 0


def guess_year(point: Point, story: Story, place: Place) -> Guess | None:
    """Return the year of a date that has a month and no year; None where nothing tells it."""
    beside = story.told_beside(place)
    framed = _guess_in(point, story.frame, story.side)
    if beside is not None:
        return _guess_from_aside(point, beside, framed, story)
    chapter = _guess_in(point, story.chapter, 0)
    if chapter is not None:
        return _guess_in_chapter(point, chapter, story, place)
    told = story.told_of_late(place)
    if told is None and framed is None and story.aside is not None:
        guess = _guess_from(point, story.aside, place)
        return None if guess is None else replace(guess, doubt=_ASIDE)
    if told is None or (framed is not None and told.place.section != place.section):
        return _doubt_framed(framed, story, place)
    guess = _guess_from_told(point, told, story, place)
    return guess if framed is None or guess is None else _choose(guess, framed, told, story, place)


def _choose(guess: Guess, framed: Guess, told: Told, story: Story, place: Place) -> Guess | None:
    """Choose between the year that was told last and that of the article."""
    if framed.year == guess.year:
        return guess if framed.doubt else _doubt_framed(framed, story, place)
    is_near = told.place.shares_paragraph(place)
    if framed.away <= _CLOSE and not is_near:
        return _doubt_framed(framed, story, place)
    if _lies_around(told, story.frame):
        return Guess(guess.year if is_near else framed.year, _TWO_YEARS)
    if framed.away <= _CLOSE and framed.away < guess.away:
        return replace(framed, doubt=_TWO_YEARS)
    goes_on = is_near and guess.away <= _LONG and framed.away > _CLOSE
    return guess if goes_on else Guess(guess.year, _TWO_YEARS)


def _guess_in_chapter(point: Point, chapter: Guess, story: Story, place: Place) -> Guess:
    """The year of the heading, unless the paragraph tells of another time."""
    told = story.newest
    if told is None or not told.place.shares_paragraph(place) or _lies_around(told, story.chapter):
        return chapter
    return replace(_guess_from(point, told, place) or chapter, doubt=_TWO_YEARS)


def _doubt_framed(framed: Guess | None, story: Story, place: Place) -> Guess | None:
    """Doubt the year of the article where an aside told of another one shortly before."""
    aside = story.aside
    if framed is None or framed.doubt or aside is None or not aside.place.shares_paragraph(place):
        return framed
    is_newer = story.newest is None or story.newest.place < aside.place
    is_passing = not aside.is_first and aside.named.precision is Precision.YEAR
    if (
        not is_newer
        or aside.year == framed.year
        or (is_passing and place.sentence > aside.place.sentence + 1)
    ):
        return framed
    return Guess(framed.year, _TWO_YEARS)


def _guess_in(point: Point, frame: When | None, side: int) -> Guess | None:
    """The year that puts a date into a time of not much more than a year, or nearest to it on a side of it."""
    if (
        frame is None
        or frame.earliest is None
        or frame.latest is None
        or frame.latest - frame.earliest > NARROW
    ):
        return None
    first, last = calendar_day(frame.earliest)[0], calendar_day(frame.latest)[0]
    if frame.precision is Precision.YEAR:
        return Guess(first, away=_LONG)
    starts = ((_first_day(point, year), year) for year in range(first - 2, last + 3))
    cases = [(start, year) for start, year in starts if start is not None]
    if side < 0:
        cases = [(start, year) for start, year in cases if start <= frame.latest]
    elif side > 0:
        cases = [(start, year) for start, year in cases if start >= frame.earliest - 31]
    if not cases:
        return None
    away, year = min((max(frame.earliest - start, start - frame.latest, 0), year) for start, year in cases)
    longest = _LONG_AWAY if side else _LONG
    doubt = "" if away <= longest else "no year is given, and it is far from what the article is about"
    return Guess(year, doubt, away)


def _guess_from_aside(point: Point, beside: Told, framed: Guess | None, story: Story) -> Guess | None:
    """The year of a sentence that looks back or ahead, doubted where it looks far.

    A year in passing ("Harn, who was born in 1601, left on 3 May") is not that of what follows.
    """
    guess = _guess_from(point, beside, beside.place)
    near = story.near
    is_far = guess is not None and near is not None and abs(near - guess.year) > 1
    is_year = beside.named.precision is Precision.YEAR
    if is_far and framed is not None and is_year and not beside.is_first:
        return replace(framed, doubt=_TWO_YEARS)
    is_doubted = is_far and (is_year or beside.is_aside)
    return Guess(guess.year, _ASIDE) if guess is not None and is_doubted else guess


def _guess_from_told(point: Point, told: Told, story: Story, place: Place) -> Guess | None:
    """The year beside the date told last, doubted where the latest date of the section says another."""
    guess = _guess_from(point, told, place)
    if guess is None or guess.doubt or story.front is None or told.place == place:
        return guess
    other = _guess_from(point, story.front, place)
    is_same = other is not None and other.year == guess.year
    return guess if is_same or told == story.aside else Guess(guess.year, _TWO_YEARS)


def _guess_from(point: Point, told: Told, place: Place) -> Guess | None:
    """The year that puts a date beside another, rather after it than before."""
    if told.named.precision is Precision.YEAR:
        is_here = told.place.shares_paragraph(place) and told.named.is_one
        return Guess(told.year, "" if is_here else "the year was told long before", _LONG)
    starts = ((_first_day(point, year), year) for year in (told.year - 1, told.year, told.year + 1))
    ahead = [(start, year) for start, year in starts if start is not None and start >= told.last - _BACK]
    if not ahead:
        return None
    start, year = min(ahead)
    return Guess(year, _doubt_year(start - told.last, year, told, place), abs(start - told.last))


def _doubt_year(away: int, year: int, told: Told, place: Place) -> str:
    if told.doubt:
        return "the year is that of a date that is itself unsure"
    if told.is_aside and told.place != place:
        return _ASIDE
    if place.section != told.place.section:
        return "the year was told in another section"
    if year != told.year and abs(away) > _LONG:
        return "the year may be another"
    return ""


def _first_day(point: Point, year: int) -> int | None:
    if point.month is None or not -9990 < year < 9990:
        return None
    day = min(point.day or 1, days_in_month(year, point.month))
    return day_number(year, point.month, day)


def _lies_around(told: Told, frame: When | None) -> bool:
    if frame is None or frame.earliest is None or frame.latest is None:
        return False
    return frame.earliest - NARROW <= told.last and told.first <= frame.latest + NARROW

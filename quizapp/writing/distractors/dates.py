"""Other days: those on which something else happened, then days computed around the key."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from quizapp.values.dates import Precision, When, calendar_day, one, say, unit_around
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import year_of
from quizapp.writing.prompt import Sort
from quizapp.writing.quality.item import content_words
from quizapp.writing.scene import Scene

_SHIFTS = {
    Precision.DAY: (-3, 4, -8, 9, 15, -13, 2, 21, -2, 5, -5, 6, -6, 7),
    Precision.MONTH: (-1, 2, -3, 3, 1, -5, 5),
    Precision.YEAR: (-2, 3, -5, 4, 7, -9, 12),
}
_OF_YEAR = re.compile(r"\bof (\d{3,4})\b")
_WEEK = 7
_NEAR = 400  # days from the key beyond which a date of the same text is easily ruled out
_MOST_TOLD = (
    30  # dates of the text that are looked at: in a chronicle of a thousand days all others are farther away
)
_MOST_TWINS = 0.5  # share of the words of two events from which on they may be the same

_EARLIER = (True, False, None, None)
"""Whether distractors are earlier than the key, None: on both sides; if always so, the key were in the middle."""


def find_dates(asked: Asked) -> Iterator[Lure]:
    """Yield dates of other events of the text that are near, then computed ones, which differ from fact to fact."""
    when = asked.prompt.when
    if asked.prompt.sort is not Sort.DATE or when is None or not when.is_one or when.earliest is None:
        return
    events = list(islice(_find_told(asked, when), _MOST_TOLD))
    told = [(other, Lure(say(other), statement)) for other, statement in events if _fits(other, asked)]
    shifted = (each for each in _shift(when, asked.number) if _fits(each, asked))
    computed = [(other, Lure(say(other), _say_shift(other, when, events, asked.scene))) for other in shifted]
    earlier = _EARLIER[asked.number % len(_EARLIER)]
    listed = [*told[:2], *computed, *told[2:]]
    for _, lure in sorted(listed, key=lambda each: earlier not in (None, _is_earlier(each[0], when))):
        yield lure


_ENDS = frozenset({"start_date", "end_date"})
_LEAST_DAYS = 6
"""Days of a battle from which on there are enough others in it to choose from."""


def _fits(other: When, asked: Asked) -> bool:
    """Whether a date lies where the stem says: in its year, in the battle, before or after it."""
    span, stem, when = asked.scene.span, asked.prompt.stem, asked.prompt.when
    if _OF_YEAR.search(stem) and when is not None and year_of(other) != year_of(when):
        return False
    if span is None or None in (span.earliest, span.latest, other.earliest, other.latest):
        return True
    first, last = span.earliest or 0, span.latest or 0
    if asked.fact.attribute in _ENDS:  # nothing begins after its end
        return (
            (other.earliest or 0) >= first
            if asked.fact.attribute == "end_date"
            else (other.latest or 0) <= last
        )
    if stem.startswith("Before "):
        return (other.latest or 0) < first
    if stem.startswith("After "):
        return (other.earliest or 0) > last
    is_inside = first <= (other.earliest or 0) and (other.latest or 0) <= last
    return is_inside or last - first + 1 < _LEAST_DAYS or not stem.startswith(f"In {asked.scene.conflict}")


def _is_earlier(other: When, when: When) -> bool:
    return (other.earliest or 0) < (when.earliest or 0)


def _find_told(asked: Asked, when: When) -> Iterator[tuple[When, str]]:
    """Yield the dates of other events with what happened then, the nearest first."""
    words = _words_of(asked.prompt.stem)
    for distance, other, facts in asked.scene.index.list_nearest(when):
        if distance > _NEAR * _SCALE[when.precision]:
            return
        told = (asked.statements[fact.id] for fact in facts if asked.statements.get(fact.id))
        unlike = (said for said in told if len(words & _words_of(said)) <= _MOST_TWINS * len(words))
        if said := next(unlike, ""):
            yield other, said


@lru_cache(maxsize=2_048)
def _words_of(statement: str) -> frozenset[str]:
    """Return what a statement is about; every date of the article is compared with every other one."""
    return content_words(f" {fold(statement)} ")


def _say_shift(other: When, when: When, events: list[tuple[When, str]], scene: Scene) -> str:
    """Say of a computed date how it stands to the battle or to an event between, not what it is: no rule knows."""
    span = scene.span
    if span is not None and None not in (span.earliest, span.latest, other.earliest, other.latest):
        first, last = span.earliest or 0, span.latest or 0
        if (other.latest or 0) < first <= (when.earliest or 0):
            return f"Too early: {scene.conflict} had not begun."
        if (other.earliest or 0) > last >= (when.latest or 0):
            return f"Too late: {scene.conflict} was over."
    is_early = _is_earlier(other, when)
    first, last = sorted((other.earliest or 0, when.earliest or 0))
    between = (said for event, said in events if first < (event.earliest or 0) < last)
    said = next(between, "")
    if said:
        return (
            f"Too early; it was after this: {said}" if is_early else f"Too late; it was before this: {said}"
        )
    by = ""
    if when.precision is Precision.DAY:
        by = " by less than a week" if last - first < _WEEK else " by a week or more"
    return f"Too early{by}." if is_early else f"Too late{by}."


_SCALE = {Precision.DAY: 1, Precision.MONTH: 3, Precision.YEAR: 25}


def _shift(when: When, number: int) -> Iterator[When]:
    """Yield dates that are so many days, months or years away; which come first depends on the number."""
    steps = _SHIFTS[when.precision]
    begin = number % len(steps)
    assert when.earliest is not None
    year, month, _ = calendar_day(when.earliest)
    for step in (*steps[begin:], *steps[:begin]):
        if when.precision is Precision.DAY:
            yield unit_around(when.earliest + step, Precision.DAY)
        elif when.precision is Precision.MONTH:
            at = year * 12 + month - 1 + step
            yield one(at // 12, at % 12 + 1)
        elif abs(year + step) < 9_000:
            yield one(year + step)

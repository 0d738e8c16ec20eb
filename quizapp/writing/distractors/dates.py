"""Other days: those on which something else happened, then days computed around the key."""

from collections.abc import Iterator

from quizapp.values.dates import Precision, When, calendar_day, one, say, unit_around
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.prompt import Sort
from quizapp.writing.quality.item import content_words

_SHIFTS = {
    Precision.DAY: (-3, 4, -8, 9, 15, -13, 2, 21),
    Precision.MONTH: (-1, 2, -3, 3, 1, -5, 5),
    Precision.YEAR: (-2, 3, -5, 4, 7, -9, 12),
}
_NEAR = 400  # days from the key beyond which a date of the same text is easily ruled out
_MOST_TWINS = 0.5  # share of the words of two events from which on they may be the same


def find_dates(asked: Asked) -> Iterator[Lure]:
    """Yield dates of other events of the text that are near, then computed ones, on both sides of the key."""
    when = asked.prompt.when
    if asked.prompt.sort is not Sort.DATE or when is None or not when.is_one or when.earliest is None:
        return
    told = _find_told(asked, when)
    computed = [Lure(say(other)) for other in _shift(when, asked.number)]
    wanted = asked.number % 3  # how many distractors are earlier, so that the key is not always in the middle
    listed = [each for _, each in told]
    yield from listed[:2]
    yield from _balance(computed, when, wanted, len(listed[:2]))
    yield from listed[2:]


def _find_told(asked: Asked, when: When) -> list[tuple[int, Lure]]:
    """Return the dates of other events with what happened then, the nearest first."""
    found: dict[str, tuple[int, Lure]] = {}
    words = content_words(f" {fold(asked.prompt.stem)} ")
    for fact in asked.scene.dated():
        statement = asked.statements.get(fact.id, "")
        other = fact.date
        if not statement or other is None or other.earliest is None or when.earliest is None:
            continue
        if not other.is_one or other.precision is not when.precision or other == when:
            continue
        distance = abs(other.earliest - when.earliest)
        shared = words & content_words(f" {fold(statement)} ")
        if distance <= _NEAR * _SCALE[when.precision] and len(shared) <= _MOST_TWINS * len(words):
            found.setdefault(say(other), (distance, Lure(say(other), statement)))
    return sorted(found.values(), key=lambda each: (each[0], each[1].text))


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


def _balance(computed: list[Lure], _when: When, wanted: int, have: int) -> Iterator[Lure]:
    """Yield the computed dates, beginning at another place for another fact."""
    yield from computed[wanted + have :]
    yield from computed[: wanted + have]

"""FSRS-6 for one card and one review a study day, by the package `fsrs`; whole days go in and out.

Steps are switched off and a study day counts as its noon in UTC, because fsrs floors elapsed time to 24
hours and would take a sixth of next-day reviews for same-day ones. A scheduling option belongs into
`_scheduler`.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import lru_cache

import fsrs

from quizapp.memory.card import Memory, New, Rating, Reviewed

LOWEST_RETENTION = 0.70
DEFAULT_RETENTION = 0.90
HIGHEST_RETENTION = 0.97
LONGEST_INTERVAL = 36_500  # days

_CARD_ID = 0  # any id will do; without one fsrs sleeps 1 ms to make its own
_FSRS_RATING = {rating: fsrs.Rating(rating.value) for rating in Rating}


@lru_cache(maxsize=256)
def _scheduler(retention: float) -> fsrs.Scheduler:
    if not LOWEST_RETENTION <= retention <= HIGHEST_RETENTION:
        raise ValueError(
            f"a retention of {retention} cannot be scheduled; "
            f"choose one from {LOWEST_RETENTION:.2f} to {HIGHEST_RETENTION:.2f}"
        )
    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),  # with only learning_steps empty a lapse would be due in ten minutes
        maximum_interval=LONGEST_INTERVAL,
        enable_fuzzing=False,
    )


@lru_cache(maxsize=4096)
def _noon(day: int) -> datetime:
    return datetime.combine(date.fromordinal(day), time(12, tzinfo=UTC))


_DECAY: float = -_scheduler(DEFAULT_RETENTION).parameters[20]
_FACTOR: float = 0.9 ** (1 / _DECAY) - 1


def review(memory: Memory, rating: Rating, day: int, retention: float) -> Reviewed:
    """The memory after a fact's first counted answer of a study day.

    `retention` is the recall aimed at on the due day, 0.70 to 0.97. Raises ValueError outside of that, and
    for a day that is not after the last one.
    """
    scheduler = _scheduler(retention)
    noon = _noon(day)
    if isinstance(memory, New):
        card = fsrs.Card(card_id=_CARD_ID, due=noon)
        reviews, lapses = 1, 0
    else:
        if day <= memory.last_day:
            raise ValueError(
                f"day {day} is not after {memory.last_day}; only a day's first answer moves a card"
            )
        card = fsrs.Card(
            card_id=_CARD_ID,
            state=fsrs.State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=noon,
            last_review=_noon(memory.last_day),
        )
        reviews, lapses = memory.reviews + 1, memory.lapses + (rating is Rating.AGAIN)
    card, _ = scheduler.review_card(card, _FSRS_RATING[rating], noon)
    assert card.stability is not None
    assert card.difficulty is not None
    return Reviewed(card.stability, card.difficulty, day, card.due.toordinal(), reviews, lapses)


def review_all(memory: Memory, day: int, retention: float) -> dict[Rating, Reviewed]:
    """What each of the four ratings would make of the memory on a day; raises as `review` does."""
    return {rating: review(memory, rating, day, retention) for rating in Rating}


def interval(stability: float, retention: float) -> int:
    """The days, 1 to 36,500, until predicted recall has fallen to the retention.

    I(r, S) = S / FACTOR * (r ** (1 / DECAY) - 1), rounded: FSRS-6, "The Algorithm" in the wiki of
    open-spaced-repetition/awesome-fsrs. Raises ValueError for a retention outside 0.70 to 0.97.
    """
    aim = _scheduler(retention).desired_retention
    days: float = stability / _FACTOR * (aim ** (1 / _DECAY) - 1)
    return min(max(round(days), 1), LONGEST_INTERVAL)


def retrievability(memory: Memory, day: int) -> float | None:
    """The predicted recall on a study day, 0 to 1; None for a new fact.

    R(t, S) = (1 + FACTOR * t / S) ** DECAY, where DECAY is -w20 and FACTOR makes R(S, S) 0.9: FSRS-6, "The
    Algorithm" in the wiki of open-spaced-repetition/awesome-fsrs. A day before the last one counts as the
    last one.
    """
    if isinstance(memory, New):
        return None
    elapsed = max(0, day - memory.last_day)
    recall: float = (1 + _FACTOR * elapsed / memory.stability) ** _DECAY
    return recall


def with_retention(memory: Memory, retention: float) -> Memory:
    """The same memory, due when its recall will have fallen to another retention (0.70 to 0.97)."""
    if isinstance(memory, New):
        return memory
    return replace(memory, due_day=memory.last_day + interval(memory.stability, retention))

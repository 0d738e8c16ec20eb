"""From the review log of one fact to its card: the log is the truth, the card only its fold.

A new kind of entry is a member of `Kind` and a branch in `_apply`, or a line in `fold` if it is about
another entry.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from quizapp.memory.card import Memory, New, Rating
from quizapp.memory.kernel import review


class Kind(StrEnum):
    """What an entry of the review log records."""

    ANSWER = "answer"
    VOID = "void"
    REGRADE = "regrade"
    SUSPEND = "suspend"
    RESUME = "resume"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log of one fact, as far as memory needs it.

    `target` is the key of the entry that a void or a regrade is about, `answered_at` is in milliseconds
    since the epoch, `study_day` an ordinal. Raises ValueError when an answer or a regrade has no rating, or
    a void or regrade no target.
    """

    kind: Kind
    key: str
    answered_at: int
    study_day: int
    rating: Rating | None = None
    target: str | None = None

    def __post_init__(self) -> None:
        if self.rating is None and self.kind in _RATED:
            raise ValueError(f"the {self.kind} {self.key!r} has no rating; give it one of {[*Rating]}")
        if self.target is None and self.kind in _POINTING:
            raise ValueError(f"the {self.kind} {self.key!r} is about no entry; give the key of its target")


_RATED = frozenset({Kind.ANSWER, Kind.REGRADE})
_POINTING = frozenset({Kind.VOID, Kind.REGRADE})
_ORDER = attrgetter("answered_at", "key")


@dataclass(frozen=True, slots=True)
class CardState:
    """A card as the log leaves it: the memory of its fact, and whether the student has put it aside."""

    memory: Memory
    suspended: bool


UNTOUCHED = CardState(New(), suspended=False)


def fold(entries: Iterable[Entry], retention: float) -> CardState:
    """The card that all log entries of one fact add up to, in whatever order they are given.

    They count by (`answered_at`, key), and only the first counted answer of a study day moves memory. A
    void takes away the answer or the regrade that it names, and can itself not be voided; the newest
    regrade of an answer gives its rating; a reset forgets everything before it, a suspension too. A target
    that is not there is no matter.
    """
    ordered = sorted(entries, key=_ORDER)
    voided = {entry.target for entry in ordered if entry.kind is Kind.VOID}
    regraded = {
        entry.target: entry.rating
        for entry in ordered
        if entry.kind is Kind.REGRADE and entry.key not in voided
    }
    state = UNTOUCHED
    for entry in ordered:
        if entry.kind in _POINTING:
            continue
        if entry.kind is Kind.ANSWER:
            if entry.key in voided:
                continue
            if entry.key in regraded:
                entry = replace(entry, rating=regraded[entry.key])  # noqa: PLW2901 - the answer as it counts now
        state = _apply(state, entry, retention)
    return state


def fold_in(state: CardState, entry: Entry, retention: float) -> CardState:
    """The card after the newest entry of its fact, if no void or regrade names that yet: `fold`, faster.

    Raises ValueError for a void or a regrade: those need the fold.
    """
    if entry.kind in _POINTING:
        raise ValueError(f"a {entry.kind} cannot be folded in; fold the whole log of its fact")
    return _apply(state, entry, retention)


def _apply(state: CardState, entry: Entry, retention: float) -> CardState:
    if entry.kind is Kind.RESET:
        return UNTOUCHED
    if entry.kind is not Kind.ANSWER:
        return CardState(state.memory, suspended=entry.kind is Kind.SUSPEND)
    memory = state.memory
    if not isinstance(memory, New) and entry.study_day <= memory.last_day:
        return state  # the same day again, or an earlier one after a journey west
    assert entry.rating is not None
    return CardState(review(memory, entry.rating, entry.study_day, retention), state.suspended)

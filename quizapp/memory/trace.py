"""The fold of one fact's log told entry by entry: what each made of the card, for who asks why a fact came back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from quizapp.memory.card import Rating
from quizapp.memory.log import UNTOUCHED, CardState, Entry, Kind, fold_in

_ORDER = attrgetter("answered_at", "key")


@dataclass(frozen=True, slots=True)
class Traced:
    """One entry of the log with the card before and after it; ``rating`` as it counts today, regrades included."""

    entry: Entry
    before: CardState
    after: CardState
    rating: Rating | None
    is_voided: bool

    @property
    def moved(self) -> bool:
        """Whether the entry changed what memory holds."""
        return self.before.memory != self.after.memory


def trace(entries: Iterable[Entry], retention: float) -> list[Traced]:
    """Tell the log of one fact by time; the last card is what ``fold`` gives for the same entries."""
    ordered = sorted(entries, key=_ORDER)
    voided = {entry.target for entry in ordered if entry.kind is Kind.VOID}
    regraded = {
        entry.target: entry.rating
        for entry in ordered
        if entry.kind is Kind.REGRADE and entry.key not in voided
    }
    state, told = UNTOUCHED, []
    for entry in ordered:
        before, rating, is_voided = state, entry.rating, entry.key in voided
        if entry.kind is Kind.ANSWER:
            rating = regraded.get(entry.key, rating)
        if entry.target is None and not (is_voided and entry.kind is Kind.ANSWER):
            state = fold_in(state, replace(entry, rating=rating), retention)
        told.append(Traced(entry, before, state, rating, is_voided))
    return told

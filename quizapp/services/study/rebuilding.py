"""Recompute cards from the log, or compare them with it: the log is the truth, the card a cache."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.memory.log import CardState, fold
from quizapp.store import reading
from quizapp.store.driver import line
from quizapp.store.study.cards import NOTHING_SEEN, find_card_state, find_version, hold_retention
from quizapp.store.study.log import find_accounts, find_facts
from quizapp.store.study.step import read_entries, save_card


@dataclass(frozen=True, slots=True)
class Difference:
    """A card that is not what its log adds up to, or does not know the newest row of it."""

    account_id: int
    fact_id: int
    stored: CardState | None
    folded: CardState


def rebuild(*, check_only: bool = False) -> Iterator[Difference]:
    """Fold the log of every fact of every student; mend the cards that differ unless only checking.

    Each difference is given as it was found. Runs beside students who answer: a card is compared and
    mended under its lock.
    """
    with reading() as session:
        accounts = find_accounts(session)
    for account_id in accounts:
        with reading() as session:
            facts = find_facts(session, account_id)
        for fact_id in facts:
            difference = _compare(account_id, fact_id, mend=not check_only)
            if difference is not None:
                yield difference


def _compare(account_id: int, fact_id: int, *, mend: bool) -> Difference | None:
    with line() as wire:
        wire.begin()
        retention = hold_retention(wire, account_id, alone=True)
        if retention is None:  # erased meanwhile
            return None
        version, newest_seen = find_version(wire, account_id, fact_id)
        entries = read_entries(wire, account_id, fact_id)
        newest = max(((entry.answered_at, entry.key) for entry in entries), default=NOTHING_SEEN)
        folded = fold(entries, retention)
        stored = find_card_state(wire, account_id, fact_id)
        if stored == folded and newest_seen == newest:
            return None
        if mend:
            save_card(wire, account_id, fact_id, folded, newest=newest, seen=version)
            wire.commit()
        return Difference(account_id, fact_id, stored, folded)

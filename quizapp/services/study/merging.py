"""A guest signs in: what the guest answered goes under the account, with the same keys, nothing doubled."""

from dataclasses import replace

from quizapp.memory.log import fold
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.quiz import log_kept
from quizapp.store.accounts.erasure import erase_guest, hold_guest
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.log import copy_rows, facts_of
from quizapp.store.study.quiz import end_quiz, find_quiz, list_open
from quizapp.store.study.step import read_entries, save_card


def merge_guest(guest: Person, account_id: int, now: int) -> bool:
    """Move a guest's rows under an account, fold the facts that they are about, and erase the guest.

    A quiz that the guest has open goes on under the account, unless that has one open itself: nobody can take two, so
    the guest's is handed in as it stands, and that is what is returned. One transaction does it all: no answer of the
    guest can arrive between the copy and the erasure. Somebody who is no guest any more is left alone. Raises
    NotThere when the account is gone.
    """
    with line() as wire:
        wire.begin()
        if guest.id == account_id or not hold_guest(wire, guest.id):
            return False
        retention = hold_retention(wire, account_id, alone=True)
        if retention is None:
            raise NotThere
        second = list_open(wire, guest.id, now) if list_open(wire, account_id, now) else []
        facts = facts_of(wire, guest.id)
        copy_rows(wire, guest.id, account_id)
        for fact_id in facts:
            _fold_anew(wire, account_id, fact_id, retention)
        for quiz_id in second:
            _hand_in(wire, replace(guest, id=account_id), quiz_id, now)
        erase_guest(wire, guest.id)
        wire.commit()
        return bool(second)


def _fold_anew(wire: Line, account_id: int, fact_id: int, retention: float) -> None:
    version, _ = find_version(wire, account_id, fact_id)
    entries = read_entries(wire, account_id, fact_id)
    newest = max((entry.answered_at, entry.key) for entry in entries)
    state = fold(entries, retention)
    if not save_card(wire, account_id, fact_id, state, newest=newest, seen=version):
        raise RuntimeError(f"the card of fact {fact_id} changed while a guest was joined")


def _hand_in(wire: Line, person: Person, quiz_id: str, now: int) -> None:
    """Grade what stands in a quiz, in the time zone in which it was answered, and end it."""
    row = find_quiz(wire, person.id, quiz_id)
    if row is not None:
        log_kept(wire, person, row, now)
        end_quiz(wire, person.id, quiz_id, now)

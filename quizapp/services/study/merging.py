"""A guest signs in: what the guest answered goes under the account, with the same keys, nothing doubled."""

from quizapp.memory.log import fold
from quizapp.services.errors import NotThere
from quizapp.store.accounts.erasure import erase_guest, hold_guest
from quizapp.store.driver import line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.log import copy_rows, facts_of
from quizapp.store.study.step import read_entries, save_card


def merge_guest(guest_id: int, account_id: int) -> None:
    """Move a guest's rows under an account, fold the facts that they are about, and erase the guest.

    One transaction does it all: no answer of the guest can arrive between the copy and the erasure. Somebody
    who is no guest any more is left alone. Raises NotThere when the account is gone.
    """
    with line() as wire:
        wire.begin()
        if guest_id == account_id or not hold_guest(wire, guest_id):
            return
        retention = hold_retention(wire, account_id, alone=True)
        if retention is None:
            raise NotThere
        facts = facts_of(wire, guest_id)
        copy_rows(wire, guest_id, account_id)
        for fact_id in facts:
            version, _ = find_version(wire, account_id, fact_id)
            entries = read_entries(wire, account_id, fact_id)
            newest = max((entry.answered_at, entry.key) for entry in entries)
            state = fold(entries, retention)
            if not save_card(wire, account_id, fact_id, state, newest=newest, seen=version):
                raise RuntimeError(f"the card of fact {fact_id} changed while a guest was joined")
        erase_guest(wire, guest_id)
        wire.commit()

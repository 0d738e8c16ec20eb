"""A guest signs in: what the guest answered goes under the account, with the same keys, nothing doubled."""

from quizapp.memory.log import fold
from quizapp.store import Account, reading
from quizapp.store.driver import line
from quizapp.store.study.cards import find_version
from quizapp.store.study.log import copy_rows, facts_of
from quizapp.store.study.step import read_entries, save_card


def merge_guest(guest_id: int, account_id: int, now: int) -> None:
    """Insert a guest's rows under an account and fold the facts that they are about; the guest stays as it is."""
    del now
    with reading() as session:
        account = session.get_one(Account, account_id)
    with line() as wire:
        wire.begin()
        facts = facts_of(wire, guest_id)
        copy_rows(wire, guest_id, account_id)
        for fact_id in facts:
            version, _ = find_version(wire, account_id, fact_id)
            entries = read_entries(wire, account_id, fact_id)
            newest = max((entry.answered_at, entry.key) for entry in entries)
            state = fold(entries, account.retention)
            if not save_card(wire, account_id, fact_id, state, newest=newest, seen=version):
                raise RuntimeError(f"the card of fact {fact_id} changed while a guest was joined")
        wire.commit()

"""Cards read and written many at a time, and one under its lock."""

from collections.abc import Iterator, Mapping

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory
from quizapp.memory.log import CardState
from quizapp.store.driver import Line
from quizapp.store.study.memories import read_memory, to_memory
from quizapp.store.study.tables import Card

NOTHING_SEEN = (0, "")
"""Stands for the newest row of a card that has seen none."""
_LOCKED = (
    "SELECT version, newest_at, newest_key FROM card WHERE account_id = :account_id AND fact_id = :fact_id"
)


_RETENTION = "SELECT retention FROM account WHERE id = :account_id"


def hold_retention(line: Line, account_id: int, *, alone: bool) -> float | None:
    """Return what a student aims at, which nobody changes until the transaction ends; None: no such account.

    On PostgreSQL the account's row is locked: ``alone`` keeps out everybody else who asks for it so, and who
    makes a card; else it is shared among those who make cards. SQLite holds its one write lock.
    """
    lock = "" if line.is_sqlite else " FOR NO KEY UPDATE" if alone else " FOR SHARE"
    row = line.row(_RETENTION + lock, account_id=account_id)
    return float(row[0]) if row else None


def find_version(line: Line, account_id: int, fact_id: int) -> tuple[int, tuple[int, str]]:
    """Return a card's version (0: none) and the instant and key of the newest row that it has seen.

    On PostgreSQL the row is locked until the end of the transaction; SQLite holds its one write lock.
    """
    lock = "" if line.is_sqlite else " FOR UPDATE"
    row = line.row(_LOCKED + lock, account_id=account_id, fact_id=fact_id)
    return (row[0], (row[1], row[2])) if row else (0, NOTHING_SEEN)


_STATE = """
SELECT stability, difficulty, last_day, due_day, reviews, lapses, is_suspended FROM card
WHERE account_id = :account_id AND fact_id = :fact_id
"""


def find_card_state(line: Line, account_id: int, fact_id: int) -> CardState | None:
    """Return a card as memory knows it, or None where there is none."""
    row = line.row(_STATE, account_id=account_id, fact_id=fact_id)
    if row is None:
        return None
    return CardState(to_memory(*row[:6]), suspended=bool(row[6]))


def read_cards(session: Session, account_id: int) -> Iterator[tuple[int, Memory]]:
    """Return the facts that a student has cards of, with their memories."""
    for card in session.scalars(select(Card).where(Card.account_id == account_id)):
        yield card.fact_id, read_memory(card)


def raise_versions(session: Session, account_id: int) -> None:
    """Give every card of a student its next version: an answer that is on its way reads its card again."""
    session.execute(update(Card).where(Card.account_id == account_id).values(version=Card.version + 1))


def update_dues(session: Session, account_id: int, dues: Mapping[int, int]) -> None:
    """Write new due days (study days, by fact)."""
    if dues:
        statement = (
            update(Card)
            .where(Card.account_id == account_id, Card.fact_id == bindparam("fact"))
            .values(due_day=bindparam("due"))
        )
        rows = [{"fact": fact_id, "due": due} for fact_id, due in dues.items()]
        session.connection().execute(statement, rows)

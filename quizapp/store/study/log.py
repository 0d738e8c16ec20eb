"""The review log as a whole: whose it is, what it is about, and joining two of them."""

from functools import cache

from sqlalchemy import Table, or_, select, union
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account
from quizapp.store.base import Base
from quizapp.store.driver import Line
from quizapp.store.study.tables import Card, Review


def find_accounts(session: Session) -> list[int]:
    """Return every account that has a log or a card."""
    has_log = select(Review.key).where(Review.account_id == Account.id).exists()
    has_card = select(Card.fact_id).where(Card.account_id == Account.id).exists()
    return list(session.scalars(select(Account.id).where(or_(has_log, has_card)).order_by(Account.id)))


def find_facts(session: Session, account_id: int) -> list[int]:
    """Return the facts that a student's log is about, or a card."""
    logged = select(Review.fact_id).where(Review.account_id == account_id)
    carded = select(Card.fact_id).where(Card.account_id == account_id)
    return sorted(session.scalars(union(logged, carded)))


@cache
def find_joined() -> tuple[Table, ...]:
    """Return the tables of what students do, parents first; not the cards, which are folded anew from the log."""
    ours = {
        mapper.local_table for mapper in Base.registry.mappers if mapper.class_.__module__ == Card.__module__
    }
    return tuple(
        table
        for table in Base.metadata.sorted_tables
        if table in ours - {Card.__table__} and table.primary_key.columns[0].name == "account_id"
    )


def copy_rows(line: Line, from_account: int, to_account: int) -> None:
    """Insert everything that one account did under another, with the same keys; what is there already stays."""
    for table in find_joined():
        columns = ", ".join(column.name for column in table.columns if column.name != "account_id")
        line.run(
            f"INSERT INTO {table.name} (account_id, {columns})"  # noqa: S608 - names of our own tables
            f" SELECT :to_account, {columns} FROM {table.name} WHERE account_id = :from_account"
            " ON CONFLICT DO NOTHING",
            to_account=to_account,
            from_account=from_account,
        )


def facts_of(line: Line, account_id: int) -> list[int]:
    """Return the facts that a student's log is about, inside a running transaction."""
    rows = line.rows(
        "SELECT DISTINCT fact_id FROM review WHERE account_id = :account_id", account_id=account_id
    )
    return sorted(int(row[0]) for row in rows)

"""Every row about a person, in whatever table: what has a foreign key to accounts is found by itself."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, case, null, select
from sqlalchemy.orm import Session

from quizapp.store.base import Base
from quizapp.store.library.tables import Bank, Fact, Question
from quizapp.store.study.tables import Review

SECRET = frozenset({"password_hash", "recovery_hash", "token_hash", "guest_key", "name_key"})
"""Columns that let somebody in, or are made from one that is told already."""
ANSWERED = frozenset({"response", "mark", "reason", "parts", "rating"})
"""Columns of an answer that tell its question's key."""
BATCH = 500


def find_tables() -> tuple[tuple[Table, str], ...]:
    """Return each table that is about people, with the column that says about whom; the accounts first."""
    found = [(Base.metadata.tables["account"], "id")]
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            about_people = any(key.target_fullname == "account.id" for key in column.foreign_keys)
            if about_people or column.name == "account_id":
                found.append((table, column.name))
    return tuple(found)


def find_rows(
    session: Session, table: Table, column: str, account_id: int, covered: Collection[int] = ()
) -> Iterator[Mapping[str, Any]]:
    """Give the rows of a table that are about a person, with facts, questions and banks by their keys.

    Answers on covered banks are there without what they said and how they were marked (ANSWERED).
    """
    query = _query(table, covered).where(table.c[column] == account_id).order_by(*table.primary_key)
    rows = session.execute(query, execution_options={"yield_per": BATCH})
    yield from (dict(row) for row in rows.mappings())


def _query(table: Table, covered: Collection[int]) -> Select[Any]:
    told: list[ColumnElement[Any]] = []
    joined: Any = table
    for column in table.columns:
        if column.name in SECRET:
            continue
        if column.name == "question_id":
            joined = joined.outerjoin(Question, Question.id == column)
            told.append(Question.key.label("question"))
        elif column.name == "fact_id":
            joined = joined.outerjoin(Fact, Fact.id == column).outerjoin(Bank, Bank.id == Fact.bank_id)
            told += [Bank.key.label("bank"), Fact.key.label("fact")]
        elif column.name == "bank_id":
            joined = joined.outerjoin(Bank, Bank.id == column)
            told.append(Bank.key.label("bank"))
        elif covered and table is Review.__table__ and column.name in ANSWERED:
            told.append(case((Bank.id.in_(covered), null()), else_=column).label(column.name))
        else:
            told.append(column)
    return select(*told).select_from(joined)

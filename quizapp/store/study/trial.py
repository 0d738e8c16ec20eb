"""The questions that a visitor may try before there is an account: easy to tap, each of another fact."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import false, func, select, true
from sqlalchemy.orm import Session

from quizapp.store.library.tables import Bank, Fact, Question


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A question to try, with its fact and its bank at the version that is published now."""

    bank_id: int
    bank_version: int
    fact_id: int
    question_id: int


def find_trial(
    session: Session, types: Collection[str], most: int, bank_key: str | None = None
) -> list[TrialRow]:
    """Return at most so many questions of some types, a fact each, of one open bank or of the first that has any."""
    first = (
        select(Question.fact_id, func.min(Question.id).label("question_id"))
        .where(Question.type.in_(types), Question.is_retired == false())
        .group_by(Question.fact_id)
        .subquery()
    )
    bank = (
        select(Bank.id)
        .join(Fact, Fact.bank_id == Bank.id)
        .join(first, first.c.fact_id == Fact.id)
        .where(Bank.audience == "everybody", Bank.is_retired == false(), Fact.is_retired == false())
        .where(true() if bank_key is None else Bank.key == bank_key)
        .order_by(Bank.position, Bank.id)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(Bank.id, Bank.version, Fact.id, first.c.question_id)
        .join(Fact, Fact.bank_id == Bank.id)
        .join(first, first.c.fact_id == Fact.id)
        .where(Bank.id == bank, Fact.is_retired == false())
        .order_by(Fact.position)
        .limit(most)
    )
    return [TrialRow(*row) for row in session.execute(query)]

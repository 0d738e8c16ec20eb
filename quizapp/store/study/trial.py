"""The questions that a visitor may try before there is an account: easy to tap, each of another fact."""

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from quizapp.store.library.tables import Bank, Fact, Question


def find_trial(session: Session, most: int) -> list[tuple[int, int, int, int]]:
    """Return (bank, bank's version, fact, question) of pick-one questions of the first open bank."""
    first = (
        select(Question.fact_id, func.min(Question.id).label("question_id"))
        .where(Question.type == "choice", Question.is_retired == false())
        .group_by(Question.fact_id)
        .subquery()
    )
    bank = (
        select(Bank.id)
        .join(Fact, Fact.bank_id == Bank.id)
        .join(first, first.c.fact_id == Fact.id)
        .where(Bank.audience == "everybody", Bank.is_retired == false(), Fact.is_retired == false())
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
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(query)]

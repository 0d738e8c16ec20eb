"""What the banks of the library lend to one that is built: the questions that ask for names."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.store.library.queries import may_read
from quizapp.store.library.tables import Bank, Fact, Question

_LENDING = ("choice", "text", "date", "match")


def list_lent(session: Session, account_id: int, but: int | None, most: int) -> list[tuple[str, str]]:
    """List title and definition of questions in the banks that somebody may read, but for one bank, bank by bank."""
    query = (
        select(Bank.title, Question.definition)
        .join(Fact, Fact.id == Question.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(may_read(account_id), Bank.is_retired.is_(False), Question.is_retired.is_(False))
        .where(Question.type.in_(_LENDING), Bank.id != (but or 0))
    )
    query = query.order_by(Bank.position, Bank.id, Fact.position, Question.position, Question.id)
    return [(title, definition) for title, definition in session.execute(query.limit(most))]

"""What was answered in one session."""

from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.tables import Card, Review, StudySession


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The first answer to a fact in a session, as it counts now."""

    fact_id: int
    statement: str
    is_right: bool
    mark: float
    due_day: int | None


def find_session(session: Session, account_id: int, session_id: str) -> tuple[str, str | None] | None:
    """Return the kind of a student's session, and the key of its bank if it was of one bank."""
    row = session.execute(
        select(StudySession.kind, Bank.key)
        .outerjoin(Bank, Bank.id == StudySession.bank_id)
        .where(StudySession.account_id == account_id, StudySession.id == session_id)
    ).first()
    return (row[0], row[1]) if row else None


def find_results(session: Session, account_id: int, session_id: str) -> tuple[list[ResultRow], float]:
    """Return the first counted answer to each fact of a session, and the seconds of all its answers."""
    facts = select(Review.fact_id).where(Review.account_id == account_id, Review.session_id == session_id)
    rows = session.scalars(
        select(Review)
        .where(Review.account_id == account_id, Review.fact_id.in_(facts))
        .order_by(Review.answered_at, Review.key)
    ).all()
    voided = {row.target for row in rows if row.kind == "void"}
    claimed = {row.target for row in rows if row.kind == "regrade" and (row.rating or 0) > 1}
    first: dict[int, Review] = {}
    seconds = 0.0
    for row in rows:
        if row.kind == "answer" and row.session_id == session_id:
            seconds += row.seconds or 0.0
            if row.key not in voided:
                first.setdefault(row.fact_id, row)
    about = session.execute(
        select(Fact.id, Fact.statement, Card.due_day)
        .outerjoin(Card, and_(Card.account_id == account_id, Card.fact_id == Fact.id))
        .where(Fact.id.in_(first))
    )
    facts_by_id = {fact: (statement, due_day) for fact, statement, due_day in about}
    return [
        ResultRow(
            fact_id=row.fact_id,
            statement=facts_by_id[row.fact_id][0],
            is_right=(row.mark or 0) >= 1 or row.key in claimed,
            mark=row.mark or 0.0,
            due_day=facts_by_id[row.fact_id][1],
        )
        for row in first.values()
    ], seconds

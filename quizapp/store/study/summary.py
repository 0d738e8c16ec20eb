"""What was answered in one session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Rating
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.tables import Card, Review, Step, StudySession


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The first answer to a fact in a session, as it counts now."""

    fact_id: int
    bank_id: int
    statement: str
    is_right: bool
    mark: float
    due_day: int | None
    may_study: bool
    """Its bank is still open to the student."""
    is_left: bool
    """It was wrong to the end, and is no longer asked in this session."""


def find_session(session: Session, account_id: int, session_id: str) -> tuple[str, str | None] | None:
    """Return the kind of a student's session, and the key of its bank if it was of one bank."""
    row = session.execute(
        select(StudySession.kind, Bank.key)
        .outerjoin(Bank, Bank.id == StudySession.bank_id)
        .where(StudySession.account_id == account_id, StudySession.id == session_id)
    ).first()
    return (row[0], row[1]) if row else None


def count_waiting(session: Session, account_id: int, session_id: str, banks: Iterable[int]) -> int:
    """Return how many questions of a session on some banks are still to be answered."""
    query = (
        select(func.count())
        .select_from(Step)
        .join(Fact, Fact.id == Step.fact_id)
        .where(Step.account_id == account_id, Step.session_id == session_id, Step.answered_at.is_(None))
        .where(Fact.bank_id.in_(list(banks)))
    )
    return session.scalar(query) or 0


def find_results(
    session: Session, account_id: int, role: str, session_id: str
) -> tuple[list[ResultRow], float]:
    """Return the first counted answer to each fact of a session, and the seconds of all its answers."""
    rows = _find_log(session, account_id, session_id)
    voided = {row.target for row in rows if row.kind == "void"}
    claimed = {row.target for row in rows if row.kind == "regrade" and (row.rating or 0) > 1}
    answers = [row for row in rows if row.kind == "answer" and row.session_id == session_id]
    counted = [row for row in answers if row.key not in voided]
    first: dict[int, Review] = {}
    last: dict[int, Review] = {}
    for row in counted:
        first.setdefault(row.fact_id, row)
        last[row.fact_id] = row
    wrong = {fact for fact, row in last.items() if _is_wrong(row, claimed)}
    left = wrong - _find_open(session, account_id, session_id)
    about = session.execute(
        select(Fact.id, Fact.bank_id, Fact.statement, Card.due_day, may_study(account_id, role))
        .join(Bank, Bank.id == Fact.bank_id)
        .outerjoin(Card, and_(Card.account_id == account_id, Card.fact_id == Fact.id))
        .where(Fact.id.in_(first))
    )
    facts_by_id = {fact.id: fact for fact in about}
    return [
        ResultRow(
            fact_id=row.fact_id,
            bank_id=facts_by_id[row.fact_id].bank_id,
            statement=facts_by_id[row.fact_id].statement,
            is_right=(row.mark or 0) >= 1 or row.key in claimed,
            mark=row.mark or 0.0,
            due_day=facts_by_id[row.fact_id].due_day,
            may_study=bool(facts_by_id[row.fact_id][-1]),
            is_left=row.fact_id in left,
        )
        for row in first.values()
    ], sum(row.seconds or 0.0 for row in answers)


def _find_log(session: Session, account_id: int, session_id: str) -> Sequence[Review]:
    """Return the whole log of the facts that a session asked, in its order."""
    facts = select(Review.fact_id).where(Review.account_id == account_id, Review.session_id == session_id)
    mine = (Review.account_id == account_id, Review.fact_id.in_(facts))
    return session.scalars(select(Review).where(*mine).order_by(Review.answered_at, Review.key)).all()


def _is_wrong(row: Review, claimed: set[str | None]) -> bool:
    return row.rating == Rating.AGAIN and row.key not in claimed


def _find_open(session: Session, account_id: int, session_id: str) -> set[int]:
    """Return the facts that a session still asks."""
    mine = (Step.account_id == account_id, Step.session_id == session_id)
    return set(session.scalars(select(Step.fact_id).where(*mine, Step.answered_at.is_(None))))

"""What a student studies and what is open: shelves, unfinished sessions, what is due when."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, false, func, select, true
from sqlalchemy.orm import Session

from quizapp.memory.study_day import starts_at
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.tables import Card, Shelf, Step, StudySession


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A bank on a student's shelf."""

    bank_id: int
    key: str
    title: str
    facts: int


def read_shelf(session: Session, account_id: int, role: str) -> list[ShelfRow]:
    """Return the banks that a student studies and may study, in the order of the library."""
    query = (
        select(Bank.id, Bank.key, Bank.title, func.count(Fact.id))
        .join(Shelf, and_(Shelf.bank_id == Bank.id, Shelf.account_id == account_id))
        .outerjoin(Fact, and_(Fact.bank_id == Bank.id, Fact.is_retired == false()))
        .where(may_study(account_id, role))
        .group_by(Bank.id, Bank.key, Bank.title, Bank.position)
        .order_by(Bank.position, Bank.title)
    )
    return [ShelfRow(*row) for row in session.execute(query)]


def bank_titles(session: Session, banks: Iterable[int]) -> dict[int, str]:
    """Return the titles of banks."""
    rows = session.execute(select(Bank.id, Bank.title).where(Bank.id.in_(list(banks))))
    return {bank: title for bank, title in rows}  # noqa: C416 - rows are not pairs to mypy


def find_visible_bank(session: Session, key: str, account_id: int, role: str) -> int | None:
    """Return the id of a published bank that a person may study."""
    return session.scalar(select(Bank.id).where(Bank.key == key, may_study(account_id, role)))


def count_due(session: Session, account_id: int, role: str, day: int) -> int:
    """Return how many facts that may be asked are due by a study day."""
    query = (
        select(func.count())
        .select_from(Card)
        .join(Fact, Fact.id == Card.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(Card.account_id == account_id, Card.is_suspended == false(), Card.due_day <= day)
        .where(Fact.is_retired == false(), may_study(account_id, role))
    )
    return session.scalar(query) or 0


def find_next_due(session: Session, account_id: int, role: str, day: int) -> tuple[int, int] | None:
    """Return in how many days something that may be asked is due again, and how many facts then."""
    query = (
        select(Card.due_day, func.count())
        .join(Fact, Fact.id == Card.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(Fact.is_retired == false(), may_study(account_id, role))
        .where(Card.account_id == account_id, Card.is_suspended == false(), Card.due_day > day)
        .group_by(Card.due_day)
        .order_by(Card.due_day)
        .limit(1)
    )
    row = session.execute(query).first()
    return (row[0] - day, row[1]) if row and row[0] is not None else None


def find_open_session(session: Session, account_id: int, day: int, zone: str) -> tuple[str, int] | None:
    """Return the newest session of a study day with questions left, and how many."""
    query = (
        select(StudySession.id, func.count(Step.position))
        .join(Step, and_(Step.account_id == StudySession.account_id, Step.session_id == StudySession.id))
        .where(StudySession.account_id == account_id, StudySession.started_at >= starts_at(day, zone))
        .where(Step.answered_at.is_(None), StudySession.kind != "quiz")
        .group_by(StudySession.id, StudySession.started_at)
        .order_by(StudySession.started_at.desc())
        .limit(1)
    )
    row = session.execute(query).first()
    if row is None:
        return None
    was_begun = select(true()).where(
        Step.account_id == account_id, Step.session_id == row[0], Step.answered_at.is_not(None)
    )
    return (row[0], row[1]) if session.scalar(was_begun.limit(1)) else None

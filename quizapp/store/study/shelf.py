"""What a student studies and what is open: shelves, unfinished sessions, what is due when."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, false, func, or_, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Reviewed
from quizapp.memory.study_day import starts_at
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.memories import to_memory
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


@dataclass(frozen=True, slots=True)
class MetRow:
    """The memory of a fact that was answered, of a bank that may be studied."""

    bank_id: int
    is_suspended: bool
    memory: Reviewed


def find_met(session: Session, account_id: int, role: str) -> list[MetRow]:
    """Return every fact that a student has answered and may study."""
    query = (
        select(
            *(Fact.bank_id, Card.is_suspended, Card.stability, Card.difficulty, Card.last_day),
            *(Card.due_day, Card.reviews, Card.lapses),
        )
        .join(Fact, Fact.id == Card.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(Card.account_id == account_id, Card.last_day.is_not(None))
        .where(Fact.is_retired == false(), may_study(account_id, role))
    )
    met = []
    for row in session.execute(query):
        bank_id, is_suspended, stability, difficulty, last_day, due_day, reviews, lapses = row
        memory = to_memory(stability, difficulty, last_day, due_day, reviews, lapses)
        if isinstance(memory, Reviewed):
            met.append(MetRow(bank_id, bool(is_suspended), memory))
    return met


def find_open_session(
    session: Session, account_id: int, role: str, day: int, zone: str, covered: frozenset[int]
) -> tuple[str, int] | None:
    """Return the newest session of a study day, if it was begun and has questions left to ask, and how many.

    Those on covered banks wait, and what may no longer be asked does not count.
    """
    newest = session.scalar(
        select(StudySession.id)
        .where(StudySession.account_id == account_id, StudySession.started_at >= starts_at(day, zone))
        .where(StudySession.kind != "quiz")
        .order_by(StudySession.started_at.desc())
        .limit(1)
    )
    if newest is None:
        return None
    is_asked = and_(
        Step.answered_at.is_(None),
        Fact.is_retired == false(),
        may_study(account_id, role),
        Fact.bank_id.not_in(covered),
        or_(Card.fact_id.is_(None), Card.is_suspended == false()),
    )
    query = (
        select(func.count(Step.answered_at), func.count(Step.key).filter(is_asked))
        .join(Fact, Fact.id == Step.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .outerjoin(Card, and_(Card.account_id == Step.account_id, Card.fact_id == Step.fact_id))
        .where(Step.account_id == account_id, Step.session_id == newest)
    )
    answered, left = session.execute(query).one()
    return (newest, left) if answered and left else None

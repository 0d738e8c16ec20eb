"""What a reader finds in the library: facts with their own memory of them, one fact with its log, and a search.

A fact counts as met once its reader has answered it, whatever was undone or forgotten since: that is who may see
what it states.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory
from quizapp.store.library.queries import may_study, pattern_of
from quizapp.store.library.tables import Bank, Fact, Question, QuestionVersion
from quizapp.store.study.memories import to_memory
from quizapp.store.study.tables import Card, Review, StudySession


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact with what its reader remembers of it."""

    id: int
    bank_id: int
    key: str
    statement: str
    according_to: str
    topic: str
    section: str
    sentence: str
    quote: str
    is_retired: bool
    memory: Memory
    is_aside: bool
    """Its reader has put it aside."""
    is_met: bool


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that a search found, with its bank."""

    fact: ReadFact
    bank_key: str
    bank_title: str
    bank_language: str


_HAS_ANSWER = (
    select(Review.key)
    .where(Review.account_id == Card.account_id, Review.fact_id == Card.fact_id, Review.kind == "answer")
    .exists()
)
# Most cards tell by themselves; the log is asked only where a card is new again.
_IS_MET = or_(Card.last_day.is_not(None), and_(Card.fact_id.is_not(None), _HAS_ANSWER))


def _read_facts(account_id: int | None) -> Any:
    return select(
        Fact.id,
        Fact.bank_id,
        Fact.key,
        Fact.statement,
        Fact.according_to,
        Fact.topic,
        Fact.section,
        Fact.sentence,
        Fact.quote,
        Fact.is_retired,
        Card.stability,
        Card.difficulty,
        Card.last_day,
        Card.due_day,
        Card.reviews,
        Card.lapses,
        Card.is_suspended,
        _IS_MET,
    ).outerjoin(Card, and_(Card.fact_id == Fact.id, Card.account_id == account_id))


def _to_fact(row: Sequence[Any]) -> ReadFact:
    fields = (*row[:10], to_memory(*row[10:16]), bool(row[16]), bool(row[17]))
    return ReadFact(*fields)


def list_read_facts(session: Session, bank_id: int, account_id: int | None) -> list[ReadFact]:
    """List the facts of a bank that are asked, in their order, as a reader knows them."""
    query = _read_facts(account_id).where(Fact.bank_id == bank_id, Fact.is_retired == false())
    return [_to_fact(row) for row in session.execute(query.order_by(Fact.position, Fact.id))]


def find_read_fact(session: Session, bank_id: int, key: str, account_id: int) -> ReadFact | None:
    """Find a fact of a bank by its key, retired or not, as a reader knows it."""
    query = _read_facts(account_id).where(Fact.bank_id == bank_id, Fact.key == key)
    row = session.execute(query).first()
    return _to_fact(row) if row else None


def search_read_facts(
    session: Session, account_id: int, role: str, words: Sequence[str], closed: frozenset[int], most: int
) -> list[FoundFact]:
    """Find facts that hold every word, among those that a reader has met in banks to study, or teaches.

    Nothing of the closed banks is found. Facts without a statement are found by their questions.
    """
    query = _read_facts(account_id).add_columns(Bank.key, Bank.title, Bank.language)
    query = query.join(Bank, Bank.id == Fact.bank_id).where(Fact.is_retired == false())
    query = query.where(
        or_(and_(_IS_MET, may_study(account_id, role)), _is_taught(account_id, role)), Bank.id.not_in(closed)
    )
    for word in words:
        pattern = pattern_of(word)
        asked = select(Question.id).where(
            Question.fact_id == Fact.id, Question.definition.ilike(pattern, escape="\\")
        )
        query = query.where(
            or_(
                Fact.statement.ilike(pattern, escape="\\"),
                Fact.according_to.ilike(pattern, escape="\\"),
                and_(Fact.statement == "", asked.exists()),
            )
        )
    query = query.order_by(Bank.position, Bank.title, Bank.id, Fact.position, Fact.id).limit(most)
    return [FoundFact(_to_fact(row[:18]), *row[18:]) for row in session.execute(query)]


def _is_taught(account_id: int, role: str) -> ColumnElement[bool]:
    """Tell which banks somebody may change: as ``services.library.rights.may_edit`` says, in SQL."""
    if role == "admin":
        return true()
    return Bank.owner_id == account_id if role == "teacher" else false()


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of a fact's log, with what its question said at that time."""

    kind: str
    key: str
    answered_at: int
    study_day: int
    rating: int | None
    target: str | None
    question_id: int | None
    question_version: int | None
    session_id: str | None
    response: str | None
    mark: float | None
    reason: str | None
    predicted: float | None
    confidence: int | None
    regraded_by: str | None
    session_kind: str | None = None


def read_log(session: Session, account_id: int, fact_id: int) -> list[LogRow]:
    """Read all that a reader's log says of a fact, oldest first."""
    names = [name for name in LogRow.__dataclass_fields__ if name != "session_kind"]
    query: Any = (
        select(*(getattr(Review, name) for name in names), StudySession.kind)
        .outerjoin(
            StudySession,
            and_(StudySession.account_id == Review.account_id, StudySession.id == Review.session_id),
        )
        .where(Review.account_id == account_id, Review.fact_id == fact_id)
    )
    return [LogRow(*row) for row in session.execute(query.order_by(Review.answered_at, Review.key))]


def find_versions(session: Session, pairs: frozenset[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return what questions said at their versions, as JSON."""
    ids = {question_id for question_id, _ in pairs}
    query = select(QuestionVersion.question_id, QuestionVersion.version, QuestionVersion.definition).where(
        QuestionVersion.question_id.in_(ids)
    )
    found = {(row[0], row[1]): row[2] for row in session.execute(query)}
    return {pair: found[pair] for pair in pairs if pair in found}

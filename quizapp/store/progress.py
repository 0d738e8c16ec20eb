"""What progress is computed from: a student's whole log, the memories of each bank's facts, and single answers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, false, func, or_, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Reviewed
from quizapp.progress.answers import COLUMNS, LogRow
from quizapp.store.driver import Line
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact, Question, QuestionVersion
from quizapp.store.study.memories import to_memory
from quizapp.store.study.tables import Card, Review, Shelf

_LOG = f"SELECT {', '.join(COLUMNS)} FROM review WHERE account_id = :account_id"  # noqa: S608 - our own words
_MEMORY = (Card.stability, Card.difficulty, Card.last_day, Card.due_day, Card.reviews, Card.lapses)


@dataclass(frozen=True, slots=True)
class BankRow:
    """A bank that a student has met and may study, and the number of its facts."""

    id: int
    key: str
    title: str
    facts: int


@dataclass(slots=True)
class BankMemories:
    """The memories of the facts of one bank that were answered and are still there, and those put aside."""

    memories: list[Reviewed] = field(default_factory=list)
    aside: list[Reviewed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class AnswerDetails:
    """What an answer was about and what it said."""

    key: str
    fact_id: int
    bank_id: int
    bank_key: str
    bank_title: str
    fact_key: str
    statement: str
    definition: str
    """The question as it was when it was answered, as JSON."""
    response: str
    """JSON: a list of text."""
    reason: str
    rating: int
    seconds: float | None
    hints: int
    received_at: int
    time_zone: str


def find_log(session: Session, account_id: int) -> list[LogRow]:
    """Return a student's whole log, in no order: the database reads it as it lies."""
    # By a driver cursor: of 20,000 rows SQLAlchemy makes as many objects again, which takes twice as long and
    # then keeps the garbage collector busy for as long.
    connection = session.connection()
    wire = Line(connection.connection, is_sqlite=connection.dialect.name == "sqlite")
    return wire.rows(_LOG, account_id=account_id)


def find_memories(session: Session, account_id: int) -> tuple[dict[int, BankMemories], dict[int, int]]:
    """Return the memories by bank, and the bank of every fact that a student's log is about."""
    found: dict[int, BankMemories] = defaultdict(BankMemories)
    banks: dict[int, int] = {}
    cards = (
        select(Card.fact_id, Fact.bank_id, Fact.is_retired, Card.is_suspended, *_MEMORY)
        .join(Fact, Fact.id == Card.fact_id)
        .where(Card.account_id == account_id)
    )
    for fact_id, bank_id, is_retired, is_suspended, *columns in session.connection().execute(cards).all():
        banks[fact_id] = bank_id
        memory = to_memory(*columns)
        if isinstance(memory, Reviewed) and not is_retired:
            kept = found[bank_id]
            (kept.aside if is_suspended else kept.memories).append(memory)
    return found, banks


def find_met_banks(session: Session, account_id: int, role: str, answered: Iterable[int]) -> list[BankRow]:
    """Return the banks on a student's shelf or with answered facts that may be studied, in the library's order."""
    banks = (
        select(Bank.id, Bank.key, Bank.title, func.count(Fact.id))
        .outerjoin(Shelf, and_(Shelf.bank_id == Bank.id, Shelf.account_id == account_id))
        .outerjoin(Fact, and_(Fact.bank_id == Bank.id, Fact.is_retired == false()))
        .where(may_study(account_id, role), or_(Shelf.bank_id.is_not(None), Bank.id.in_(list(answered))))
        .group_by(Bank.id, Bank.key, Bank.title, Bank.position)
        .order_by(Bank.position, Bank.title)
    )
    return [BankRow(*row) for row in session.execute(banks)]


def find_titles(session: Session, bank_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return the key and the title of some banks, whether they may be studied or not."""
    query = select(Bank.id, Bank.key, Bank.title).where(Bank.id.in_(list(bank_ids)))
    return {bank_id: (key, title) for bank_id, key, title in session.execute(query)}


def find_practice(session: Session, account_id: int, first_day: int) -> list[tuple[int, int, float]]:
    """Return (study day, answers, seconds) of each day with answers from a day on, without reading the log."""
    query = (
        select(Review.study_day, func.count(), func.coalesce(func.sum(Review.seconds), 0.0))
        .where(Review.account_id == account_id, Review.study_day >= first_day, Review.kind == "answer")
        .group_by(Review.study_day)
        .order_by(Review.study_day)
    )
    return [(day, answers, float(seconds or 0.0)) for day, answers, seconds in session.execute(query)]


def find_details(session: Session, account_id: int, keys: Sequence[str]) -> dict[str, AnswerDetails]:
    """Return what some answers of a student were about, by their keys."""
    query = (
        select(
            Review.key,
            Fact.id,
            Bank.id,
            Bank.key,
            Bank.title,
            Fact.key,
            Fact.statement,
            func.coalesce(QuestionVersion.definition, Question.definition),
            func.coalesce(Review.response, "[]"),
            func.coalesce(Review.reason, ""),
            func.coalesce(Review.rating, 0),
            Review.seconds,
            Review.hints,
            Review.received_at,
            Review.time_zone,
        )
        .join(Fact, Fact.id == Review.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .join(Question, Question.id == Review.question_id)
        .outerjoin(
            QuestionVersion,
            and_(
                QuestionVersion.question_id == Review.question_id,
                QuestionVersion.version == Review.question_version,
            ),
        )
        .where(Review.account_id == account_id, Review.key.in_(keys))
    )
    rows: Iterable[Sequence[Any]] = session.execute(query)
    return {row[0]: AnswerDetails(*row) for row in rows}


def find_responses(session: Session, account_id: int) -> list[tuple[str, int, str]]:
    """Return (key, question, response as JSON) of every answer of a student."""
    query = select(Review.key, Review.question_id, Review.response).where(
        Review.account_id == account_id, Review.kind == "answer"
    )
    return [(key, question or 0, response or "") for key, question, response in session.execute(query)]


def find_texts(session: Session, account_id: int) -> list[tuple[int, int, str, str]]:
    """Return (question, bank, statement, definition) of every question that a student has answered."""
    answered = select(Review.question_id).where(Review.account_id == account_id, Review.kind == "answer")
    query = (
        select(Question.id, Fact.bank_id, Fact.statement, Question.definition)
        .join(Fact, Fact.id == Question.fact_id)
        .where(Question.id.in_(answered))
    )
    return [(question, bank, statement, text) for question, bank, statement, text in session.execute(query)]

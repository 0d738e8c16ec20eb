"""What is asked of the library: banks, facts and questions, as readers and teachers see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory, New
from quizapp.store.accounts.tables import Account
from quizapp.store.library.tables import Bank, Fact, Question
from quizapp.store.study.tables import Card, Shelf

EVERYBODY = "everybody"
ONLY_OWNER = "owner"


@dataclass(frozen=True, slots=True)
class BankRow:
    """A bank in a list, without its text."""

    id: int
    key: str
    title: str
    language: str
    source_title: str
    source_url: str
    source_licence: str
    owner_id: int | None
    owner: str | None
    audience: str
    is_retired: bool
    is_edited: bool
    version: int
    published_at: int
    facts: int
    questions: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of a bank, with the reader's memory of it where there is one."""

    id: int
    key: str
    statement: str
    according_to: str
    topic: str
    is_retired: bool
    memory: Memory = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a fact, in its present version."""

    id: int
    fact_id: int
    key: str
    type: str
    version: int
    definition: str
    is_retired: bool


def find_bank(session: Session, key: str) -> Bank | None:
    """Find a bank by its key, with its text."""
    return session.scalar(select(Bank).where(Bank.key == key))


def find_banks_from(session: Session, owner_id: int, source_title: str) -> Sequence[Bank]:
    """Find somebody's banks that name this title as their source, with their texts, the one published last first."""
    query = select(Bank).where(Bank.owner_id == owner_id, Bank.source_title == source_title)
    return session.scalars(query.where(Bank.is_retired.is_(False)).order_by(Bank.published_at.desc())).all()


def find_bank_by_id(session: Session, bank_id: int) -> Bank | None:
    """Find a bank by its row, with its text."""
    return session.get(Bank, bank_id)


def may_read(account_id: int | None) -> ColumnElement[bool]:
    """Tell which banks a student may study: those for everybody and their own."""
    for_all = Bank.audience == EVERYBODY
    return for_all if account_id is None else or_(for_all, Bank.owner_id == account_id)


def may_study(account_id: int, role: str) -> ColumnElement[bool]:
    """Tell which banks are asked to a person: those that may be read and are not retired, all such to an admin."""
    is_there = Bank.is_retired.is_(False)
    return is_there if role == "admin" else and_(is_there, may_read(account_id))


def list_shelves(session: Session, account_id: int | None, words: Sequence[str]) -> list[BankRow]:
    """List the banks that a reader may study, those first whose title or topics hold every word."""
    query = _bank_rows().where(may_read(account_id), Bank.is_retired.is_(False))
    for word in words:
        pattern = pattern_of(word)
        in_topics = select(Fact.id).where(
            Fact.bank_id == Bank.id, Fact.is_retired.is_(False), Fact.topic.ilike(pattern, escape="\\")
        )
        query = query.where(or_(Bank.title.ilike(pattern, escape="\\"), in_topics.exists()))
    return _banks(session, query.order_by(Bank.position, Bank.title, Bank.id))


def list_owned(session: Session, account_id: int, words: Sequence[str], *, all_banks: bool) -> list[BankRow]:
    """List the banks that a teacher may edit: their own, or every one."""
    query = _bank_rows()
    if not all_banks:
        query = query.where(Bank.owner_id == account_id)
    for word in words:
        query = query.where(Bank.title.ilike(pattern_of(word), escape="\\"))
    return _banks(session, query.order_by(Bank.is_retired, Bank.position, Bank.title, Bank.id))


def find_bank_row(session: Session, key: str) -> BankRow | None:
    """Find a bank by its key, without its text."""
    return next(iter(_banks(session, _bank_rows().where(Bank.key == key))), None)


def _bank_rows() -> Any:
    facts = select(func.count()).where(Fact.bank_id == Bank.id, Fact.is_retired.is_(False))
    questions = (
        select(func.count())
        .select_from(Question)
        .join(Fact, Fact.id == Question.fact_id)
        .where(Fact.bank_id == Bank.id, Question.is_retired.is_(False), Fact.is_retired.is_(False))
    )
    return select(
        Bank.id,
        Bank.key,
        Bank.title,
        Bank.language,
        Bank.source_title,
        Bank.source_url,
        Bank.source_licence,
        Bank.owner_id,
        Account.name,
        Bank.audience,
        Bank.is_retired,
        Bank.is_edited,
        Bank.version,
        Bank.published_at,
        facts.scalar_subquery(),
        questions.scalar_subquery(),
    ).outerjoin(Account, Account.id == Bank.owner_id)


def _banks(session: Session, query: Any) -> list[BankRow]:
    return [BankRow(*row) for row in session.execute(query)]


def search_facts(
    session: Session, bank_id: int, words: Sequence[str], start: int, length: int
) -> tuple[list[FactRow], int]:
    """List one page of a bank's facts whose statement, topic or questions hold every word, and count them all."""
    query = select(Fact).where(Fact.bank_id == bank_id)
    for word in words:
        pattern = pattern_of(word)
        asked = select(Question.id).where(
            Question.fact_id == Fact.id, Question.definition.ilike(pattern, escape="\\")
        )
        query = query.where(
            or_(
                Fact.statement.ilike(pattern, escape="\\"),
                Fact.topic.ilike(pattern, escape="\\"),
                asked.exists(),
            )
        )
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = session.scalars(
        query.order_by(Fact.is_retired, Fact.position, Fact.id).offset(start).limit(length)
    )
    rows = [
        FactRow(
            fact.id, fact.key, fact.statement, fact.according_to, fact.topic, fact.is_retired, memory=New()
        )
        for fact in found
    ]
    return rows, total


def find_place(session: Session, bank_id: int, question_key: str) -> int | None:
    """Return how many facts stand before that of a question, in the order of ``search_facts`` without words."""
    fact = session.scalar(
        select(Fact)
        .join(Question, Question.fact_id == Fact.id)
        .where(Fact.bank_id == bank_id, Question.key == question_key)
    )
    if fact is None:
        return None
    keys = tuple_(Fact.is_retired, Fact.position, Fact.id)
    before = select(func.count()).where(
        Fact.bank_id == bank_id, keys < tuple_(fact.is_retired, fact.position, fact.id)
    )
    return session.scalar(before)


def list_questions(session: Session, fact_ids: Iterable[int]) -> list[QuestionRow]:
    """List the questions of some facts, retired ones last."""
    return _questions(session, Question.fact_id.in_(list(fact_ids)))


def list_questions_of(session: Session, bank_id: int, kind: str) -> list[QuestionRow]:
    """List the questions of one type that a bank asks, by fact."""
    facts = select(Fact.id).where(Fact.bank_id == bank_id)
    return _questions(
        session, and_(Question.fact_id.in_(facts), Question.type == kind, Question.is_retired.is_(False))
    )


def _questions(session: Session, which: ColumnElement[bool]) -> list[QuestionRow]:
    query: Any = (
        select(
            Question.id,
            Question.fact_id,
            Question.key,
            Question.type,
            Question.version,
            Question.definition,
            Question.is_retired,
        )
        .where(which)
        .order_by(Question.fact_id, Question.is_retired, Question.position, Question.id)
    )
    return [QuestionRow(*row) for row in session.execute(query)]


def count_students(session: Session, bank_id: int) -> int:
    """Count the people who have answered a fact of a bank."""
    query = (
        select(func.count(func.distinct(Card.account_id)))
        .join(Fact, Fact.id == Card.fact_id)
        .where(Fact.bank_id == bank_id)
    )
    return session.scalar(query) or 0


def shelf_of(session: Session, account_id: int) -> frozenset[int]:
    """Return the ids of the banks that a reader studies."""
    return frozenset(session.scalars(select(Shelf.bank_id).where(Shelf.account_id == account_id)))


def count_met(session: Session, account_id: int) -> dict[int, int]:
    """Count a reader's answered facts that are still asked, by bank."""
    query = (
        select(Fact.bank_id, func.count())
        .join(Card, Card.fact_id == Fact.id)
        .where(Card.account_id == account_id, Card.last_day.is_not(None), Fact.is_retired.is_(False))
        .group_by(Fact.bank_id)
    )
    return {key: value for key, value in session.execute(query)}  # noqa: C416 - rows are not pairs to mypy


def pattern_of(word: str) -> str:
    """Return a LIKE pattern for texts that hold a word; its escape is a backslash."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"

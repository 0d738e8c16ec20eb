"""What a student can choose from: banks with their topics for a quiz, banks with flashcards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact, Question
from quizapp.store.study.memories import to_memory
from quizapp.store.study.tables import Card, Shelf

Found = tuple[int, int, Memory]
"""A fact, its bank, and what is remembered of it."""
MOST_PARTS = 200
"""Banks of which only some topics are chosen: each is a branch of the query, and SQLite takes 1,000."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of a bank: facts that a quiz can ask, and how many of them were answered before."""

    bank_id: int
    bank_key: str
    title: str
    is_on_shelf: bool
    topic: str
    facts: int
    met: int


@dataclass(frozen=True, slots=True)
class CardsRow:
    """A bank with flashcards: facts that have one, how many were met, and how many are due."""

    bank_id: int
    bank_key: str
    title: str
    is_on_shelf: bool
    facts: int
    met: int
    due: int


def _has_question(*, cards: bool) -> ColumnElement[bool]:
    query = select(Question.id).where(Question.fact_id == Fact.id, Question.is_retired == false())
    return query.where((Question.rung == "card") if cards else (Question.rung != "card")).exists()


def _may_be_asked(account_id: int, role: str, *, cards: bool) -> ColumnElement[bool]:
    is_aside = and_(Card.fact_id.is_not(None), Card.is_suspended)
    return and_(
        Fact.is_retired == false(), may_study(account_id, role), ~is_aside, _has_question(cards=cards)
    )


def _own_card(account_id: int) -> ColumnElement[bool]:
    return and_(Card.account_id == account_id, Card.fact_id == Fact.id)


def _own_shelf(account_id: int) -> ColumnElement[bool]:
    return and_(Shelf.account_id == account_id, Shelf.bank_id == Bank.id)


def list_topics(session: Session, account_id: int, role: str) -> list[TopicRow]:
    """Return every topic that a quiz can ask about, in the order of library and banks."""
    query = (
        select(
            Bank.id,
            Bank.key,
            Bank.title,
            func.count(Shelf.bank_id) > 0,
            Fact.topic,
            func.count(Fact.id),
            func.count(Card.last_day),
        )
        .join(Fact, Fact.bank_id == Bank.id)
        .outerjoin(Card, _own_card(account_id))
        .outerjoin(Shelf, _own_shelf(account_id))
        .where(_may_be_asked(account_id, role, cards=False))
        .group_by(Bank.id, Bank.key, Bank.title, Bank.position, Fact.topic)
        .order_by(Bank.position, Bank.title, Bank.id, func.min(Fact.position))
    )
    rows = session.execute(query)
    return [TopicRow(*row[:3], bool(row[3]), *row[4:]) for row in rows]


def list_card_banks(session: Session, account_id: int, role: str, day: int) -> list[CardsRow]:
    """Return every bank with flashcards, and what of them is due by a study day."""
    query = (
        select(
            Bank.id,
            Bank.key,
            Bank.title,
            func.count(Shelf.bank_id) > 0,
            func.count(Fact.id),
            func.count(Card.last_day),
            func.count(Card.last_day).filter(Card.due_day <= day),
        )
        .join(Fact, Fact.bank_id == Bank.id)
        .outerjoin(Card, _own_card(account_id))
        .outerjoin(Shelf, _own_shelf(account_id))
        .where(_may_be_asked(account_id, role, cards=True))
        .group_by(Bank.id, Bank.key, Bank.title, Bank.position)
        .order_by(Bank.position, Bank.title, Bank.id)
    )
    rows = session.execute(query)
    return [CardsRow(*row[:3], bool(row[3]), *row[4:]) for row in rows]


def find_chosen(
    session: Session, account_id: int, role: str, chosen: Mapping[str, Iterable[str]], *, met_only: bool
) -> list[Found]:
    """Return the facts of chosen banks (by key, with the topics chosen; none: all of them) that a quiz can ask."""
    whole = [key for key, topics in chosen.items() if not topics]
    parts = [(key, list(topics)) for key, topics in chosen.items() if topics][:MOST_PARTS]
    picks = [Bank.key.in_(whole), *(and_(Bank.key == key, Fact.topic.in_(topics)) for key, topics in parts)]
    query = _found(account_id).where(_may_be_asked(account_id, role, cards=False), or_(*picks))
    if met_only:
        query = query.where(Card.last_day.is_not(None))
    return [(row[0], row[1], to_memory(*row[2:])) for row in session.execute(query)]


def find_these(session: Session, account_id: int, role: str, facts: Iterable[int]) -> list[Found]:
    """Return what is remembered of some facts, without those that are no longer asked."""
    query = _found(account_id).where(Fact.id.in_(list(facts)), _may_be_asked(account_id, role, cards=False))
    return [(row[0], row[1], to_memory(*row[2:])) for row in session.execute(query)]


def _found(account_id: int) -> Any:
    return (
        select(
            Fact.id,
            Fact.bank_id,
            Card.stability,
            Card.difficulty,
            Card.last_day,
            Card.due_day,
            Card.reviews,
            Card.lapses,
        )
        .join(Bank, Bank.id == Fact.bank_id)
        .outerjoin(Card, _own_card(account_id))
        .order_by(Fact.bank_id, Fact.position, Fact.id)
    )

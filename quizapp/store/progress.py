"""What progress is computed from: the memories of each bank's facts, and what was practised day by day."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import and_, false, func, or_, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory, Reviewed
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.memories import read_memory
from quizapp.store.study.tables import Card, Review, Shelf


@dataclass(frozen=True, slots=True)
class BankMemories:
    """A bank that a student has met, the number of its facts, and the memory of each fact that was answered."""

    key: str
    title: str
    facts: int
    memories: tuple[Reviewed, ...]
    aside: tuple[Reviewed, ...]
    """Memories of facts that are suspended: they are not among the others."""


def find_memories(session: Session, account_id: int, role: str) -> list[BankMemories]:
    """Return the banks on a student's shelf or with answered facts that may be studied, in the library's order."""
    memories: dict[int, list[Reviewed]] = defaultdict(list)
    aside: dict[int, list[Reviewed]] = defaultdict(list)
    cards = (
        select(Card, Fact.bank_id)
        .join(Fact, Fact.id == Card.fact_id)
        .where(Card.account_id == account_id, Card.last_day.is_not(None), Fact.is_retired == false())
    )
    for card, bank_id in session.execute(cards):
        memory: Memory = read_memory(card)
        if isinstance(memory, Reviewed):
            (aside if card.is_suspended else memories)[bank_id].append(memory)
    banks = (
        select(Bank.id, Bank.key, Bank.title, func.count(Fact.id))
        .outerjoin(Shelf, and_(Shelf.bank_id == Bank.id, Shelf.account_id == account_id))
        .outerjoin(Fact, and_(Fact.bank_id == Bank.id, Fact.is_retired == false()))
        .where(may_study(account_id, role), or_(Shelf.bank_id.is_not(None), Bank.id.in_([*memories, *aside])))
        .group_by(Bank.id, Bank.key, Bank.title, Bank.position)
        .order_by(Bank.position, Bank.title)
    )
    return [
        BankMemories(key, title, facts, tuple(memories[bank_id]), tuple(aside[bank_id]))
        for bank_id, key, title, facts in session.execute(banks)
    ]


def find_practice(session: Session, account_id: int, first_day: int) -> list[tuple[int, int, float]]:
    """Return (study day, answers, seconds) of each day with answers from a day on."""
    query = (
        select(Review.study_day, func.count(), func.coalesce(func.sum(Review.seconds), 0.0))
        .where(Review.account_id == account_id, Review.study_day >= first_day, Review.kind == "answer")
        .group_by(Review.study_day)
        .order_by(Review.study_day)
    )
    return [(day, answers, float(seconds or 0.0)) for day, answers, seconds in session.execute(query)]

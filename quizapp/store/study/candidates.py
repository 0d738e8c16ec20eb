"""What a session could ask: one bounded range of the due index, then new facts of the shelf.

With a ``rung``, only facts that have a question on it: "card" for flashcards.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from quizapp.memory.card import Memory, New
from quizapp.memory.plan import Askable, Candidate
from quizapp.store.library.queries import may_study
from quizapp.store.library.tables import Bank, Fact, Mention, Question
from quizapp.store.study.memories import read_memory
from quizapp.store.study.tables import Card, Review, Shelf


def _has_question(rung: str | None) -> ColumnElement[bool]:
    query = select(Question.id).where(Question.fact_id == Fact.id, Question.is_retired == false())
    return (query if rung is None else query.where(Question.rung == rung)).exists()


def _is_asked(account_id: int, role: str) -> ColumnElement[bool]:
    return and_(Fact.is_retired == false(), may_study(account_id, role))


def count_due(session: Session, account_id: int, role: str, day: int, bank_id: int | None = None) -> int:
    """Return how many cards that may be asked are due by a study day."""
    query = _cards(account_id, role, bank_id, None).where(Card.due_day <= day)
    return session.scalar(query.with_only_columns(func.count())) or 0


def find_due(
    session: Session,
    account_id: int,
    role: str,
    day: int,
    most: int,
    bank_id: int | None = None,
    rung: str | None = None,
    *,
    is_backlog: bool = False,
) -> list[tuple[int, int, Memory]]:
    """Return (fact, bank, memory) of at most ``most`` cards due by a study day, longest due first.

    Of a backlog those that came due last: they are still known best.
    """
    order = Card.due_day.desc() if is_backlog else Card.due_day
    query = _cards(account_id, role, bank_id, rung).where(Card.due_day <= day).order_by(order, Card.fact_id)
    return _read_cards(session, query.limit(most))


def find_new(
    session: Session,
    account_id: int,
    role: str,
    most: int,
    bank_id: int | None = None,
    rung: str | None = None,
) -> list[tuple[int, int, Memory]]:
    """Return facts that were never answered, at most ``most`` of each bank of the shelf (or of one bank)."""
    place = func.row_number().over(partition_by=Fact.bank_id, order_by=Fact.position)
    query = (
        select(Fact.id, Fact.bank_id, Fact.position, place.label("place"))
        .join(Bank, Bank.id == Fact.bank_id)
        .outerjoin(Card, and_(Card.account_id == account_id, Card.fact_id == Fact.id))
        .where(_is_asked(account_id, role), _has_question(rung), _is_new())
    )
    if bank_id is not None:
        query = query.where(Fact.bank_id == bank_id)
    else:
        query = query.join(Shelf, and_(Shelf.account_id == account_id, Shelf.bank_id == Fact.bank_id))
    found = query.subquery()
    first = select(found.c.id, found.c.bank_id).where(found.c.place <= most)
    rows = session.execute(first.order_by(found.c.bank_id, found.c.position))
    return [(fact, bank, New()) for fact, bank in rows]


def _is_new() -> ColumnElement[bool]:
    return or_(Card.fact_id.is_(None), and_(Card.last_day.is_(None), Card.is_suspended == false()))


def find_soonest(
    session: Session,
    account_id: int,
    role: str,
    day: int,
    most: int,
    bank_id: int | None = None,
    rung: str | None = None,
) -> list[tuple[int, int, Memory]]:
    """Return the cards that are due next after a study day: what can be practised ahead."""
    query = _cards(account_id, role, bank_id, rung).where(Card.due_day > day)
    return _read_cards(session, query.order_by(Card.due_day, Card.fact_id).limit(most))


def _cards(account_id: int, role: str, bank_id: int | None, rung: str | None) -> Select[Card, int]:
    """Select a student's cards that may be asked, with their banks; of one bank, or of all."""
    query = (
        select(Card, Fact.bank_id)
        .join(Fact, Fact.id == Card.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(Card.account_id == account_id, Card.is_suspended == false())
        .where(_is_asked(account_id, role), _has_question(rung))
    )
    return query if bank_id is None else query.where(Fact.bank_id == bank_id)


def _read_cards(session: Session, query: Select[Card, int]) -> list[tuple[int, int, Memory]]:
    return [(card.fact_id, bank, read_memory(card)) for card, bank in session.execute(query)]


def count_begun(session: Session, account_id: int, day: int) -> int:
    """Return how many facts were answered for the first time on a study day."""
    query = select(func.count()).where(Card.account_id == account_id, Card.last_day == day, Card.reviews == 1)
    return session.scalar(query) or 0


def gather(
    session: Session, account_id: int, found: Sequence[tuple[int, int, Memory]]
) -> tuple[Candidate, ...]:
    """Return candidates with their questions, when each was last shown, and the facts that they mention."""
    facts = [fact for fact, _, _ in found]
    shown = _last_shown(session, account_id, facts)
    askables: dict[int, list[Askable]] = defaultdict(list)
    questions = (
        select(Question.id, Question.fact_id, Question.rung)
        .where(Question.fact_id.in_(facts), Question.is_retired == false())
        .order_by(Question.fact_id, Question.position)
    )
    for question_id, fact_id, rung in session.execute(questions):
        askables[fact_id].append(Askable(question_id, rung, shown.get(question_id)))
    mentions: dict[int, set[int]] = defaultdict(set)
    for fact_id, mentioned_id in session.execute(
        select(Mention.fact_id, Mention.mentioned_id).where(Mention.fact_id.in_(facts))
    ):
        mentions[fact_id].add(mentioned_id)
    return tuple(
        Candidate(fact, bank, memory, tuple(askables[fact]), frozenset(mentions[fact]))
        for fact, bank, memory in found
    )


def _last_shown(session: Session, account_id: int, facts: Iterable[int]) -> dict[int, int]:
    query = (
        select(Review.question_id, func.max(Review.answered_at))
        .where(Review.account_id == account_id, Review.fact_id.in_(facts), Review.kind == "answer")
        .group_by(Review.question_id)
    )
    return {question: at for question, at in session.execute(query) if question is not None}


def seconds_each(session: Session, account_id: int, last: int = 60) -> float | None:
    """Return a student's mean seconds per answer over the newest answers, or None before there are ten."""
    newest = (
        select(Review.seconds)
        .where(Review.account_id == account_id, Review.kind == "answer", Review.seconds.is_not(None))
        .order_by(Review.study_day.desc(), Review.answered_at.desc())
        .limit(last)
        .subquery()
    )
    count, mean = session.execute(select(func.count(), func.avg(newest.c.seconds))).one()
    return float(mean) if count >= 10 else None

"""Students for tests: a small bank, plans of chosen facts, and answers that are right, wrong or in between."""

import random
from collections.abc import Sequence

from sqlalchemy import func, select

from quizapp.memory.plan import Planned
from quizapp.services import library, study
from quizapp.services.person import Person
from quizapp.services.study.planning import store_plan
from quizapp.store import Account, Bank, Card, Fact, Question, Review, Step, reading, writing
from quizapp.store.driver import line
from quizapp.store.study.step import find_coming

NOW = 1_764_072_000_000  # 25 November 2025, 12:00 UTC
SECOND, MINUTE, DAY = 1000, 60_000, 86_400_000
FACTS = 12

_FACT = """
  - id: town-{n}
    statement: Town {n} fell on {day} October 2017.
    questions:
      - id: town-{n}-choice
        type: choice
        stem: Which town fell on {day} October?
        key: Town {n}
        distractors: [Hamlet {n}, {{text: Village {n}, weight: "0.5"}}]
        hints: [It is no hamlet., {{text: Town {n}., reveals: yes}}]
      - id: town-{n}-date
        type: date
        stem: When did town {n} fall?
        key: 2017-10-{day:02}
      - id: town-{n}-card
        type: card
        stem: Town {n}?
        key: Fell on {day} October 2017.
"""


def write_bank(title: str = "Towns", facts: int = FACTS) -> str:
    """Facts that are each asked as a choice with two hints, a date and a flashcard."""
    return f"title: {title}\nfacts:{''.join(_FACT.format(n=n, day=n + 2) for n in range(facts))}"


def publish(text: str = "", name: str = "towns.yaml") -> None:
    """Publish a bank for everybody."""
    bank = (text or write_bank()).encode()
    library.publish_bank(bank, name, owner=None, audience="everybody", now=NOW)


def enrol(name: str | None = "Sam", **settings: object) -> Person:
    """Make a student, or a guest without a name."""
    with writing() as session:
        key = name.casefold() if name else None
        account = Account(name=name, name_key=key, created_at=NOW, seen_at=NOW, **settings)
        session.add(account)
        session.flush()
    return look_up(account.id)


def look_up(account_id: int) -> Person:
    """The student as the account says now."""
    with reading() as session:
        row = session.get_one(Account, account_id)
        return Person(row.id, row.name, row.role, row.time_zone, row.minutes, row.new_a_day, row.retention)


def fact_ids() -> list[int]:
    """The facts of every bank, in the order of the file."""
    with reading() as session:
        return list(session.scalars(select(Fact.id).order_by(Fact.bank_id, Fact.position)))


def plan(
    person: Person, facts: Sequence[int], rng: random.Random, *, kind: str = "choice", now: int = NOW
) -> str:
    """Plan a session of chosen facts (an id may stand twice), asked by questions of one type."""
    with reading() as session:
        query = select(Question.fact_id, Question.id).where(Question.type == kind)
        questions = {row[0]: row[1] for row in session.execute(query)}
    planned = tuple(Planned(fact, questions[fact]) for fact in facts)
    return store_plan(person.id, planned, 10, now, rng)


def open_keys(person: Person, session_id: str) -> list[str]:
    """The keys of the questions that a session still has to ask, in order."""
    with reading() as session:
        query = select(Step.key).where(Step.account_id == person.id, Step.session_id == session_id)
        return list(session.scalars(query.where(Step.answered_at.is_(None)).order_by(Step.position)))


def next_key(person: Person, session_id: str) -> str:
    """The key of the next question of a session."""
    with line() as wire:
        step = next(iter(find_coming(wire, person.id, session_id, NOW)), None)
    assert step is not None
    return step.key


def response_to(person: Person, key: str, how: str = "right") -> dict[str, list[str]]:
    """The fields of a form that answers right, wrong or partly right; a flashcard good, again or hard."""
    with reading() as session:
        query = select(Fact.key, Question.type).join(Question, Question.fact_id == Fact.id)
        query = query.join(Step, Step.question_id == Question.id)
        town, kind = session.execute(query.where(Step.account_id == person.id, Step.key == key)).one()
    n = int(town.removeprefix("town-"))
    given = {
        "choice": {"right": f"Town {n}", "wrong": f"Hamlet {n}", "partial": f"Village {n}"},
        "date": {"right": f"{n + 2} October 2017", "wrong": "1 May 1901", "partial": f"{n + 3} October 2017"},
        "card": {"right": "good", "wrong": "again", "partial": "hard"},
    }
    return {"response": [given[kind][how]]}


def answer(
    person: Person,
    key: str,
    how: str = "right",
    *,
    now: int = NOW,
    rng: random.Random,
    claimed_at: int | None = None,
) -> study.Turn:
    """Answer the question with a key."""
    return study.answer(person, key, response_to(person, key, how), now, rng, study.Circumstances(claimed_at))


def card_of(person: Person, fact_id: int) -> Card | None:
    """The stored card of a fact."""
    with reading() as session:
        return session.get(Card, (person.id, fact_id))


def log_of(person: Person) -> list[Review]:
    """A student's log, as it is folded."""
    with reading() as session:
        query = select(Review).where(Review.account_id == person.id).order_by(Review.answered_at, Review.key)
        return list(session.scalars(query))


def count(table: type) -> int:
    """How many rows a table has."""
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def bank_id() -> int:
    """The first bank."""
    with reading() as session:
        return session.scalars(select(Bank.id).order_by(Bank.id)).first() or 0


def differences() -> list[object]:
    """Every card that is not the fold of its log."""
    return list(study.rebuild(check_only=True))

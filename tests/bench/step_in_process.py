"""(a) The study step in process: the next question, grade, log, card, commit, beside a log of 1,000,000 reviews.

Two students are compared, one with 1,000 facts and one with 20,000; both answer questions of facts chosen at
random, in turn, so that a noisy machine disturbs both alike.
"""

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select

from quizapp.services import accounts, study
from quizapp.services.person import Person
from quizapp.store import Account, Card, Fact, Question, Review, Shelf, reading, writing
from tests.bench.site import choice_questions, make_site, plan_steps

FACTS = 20_000
REVIEWS = 1_000_000
STEPS = 400
SIZES = (1_000, 20_000)
DAY = 739_000
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of one step for a student with so many facts."""

    facts: int
    p50: float
    p99: float


def measure(database_url: str = "") -> list[Measured]:
    """Fill a site and measure the step of both students in turn."""
    rng = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder:
        app = make_site(Path(folder), FACTS, database_url)
        with app.app_context():
            questions = choice_questions()
            people = [_make_student(questions[:size], number) for number, size in enumerate(SIZES)]
            _fill_log(people, questions, rng)
            times = _answer_in_turn(people, questions, rng)
    return [
        Measured(size, 1000 * _share(found, 0.5), 1000 * _share(found, 0.99))
        for size, found in zip(SIZES, times, strict=True)
    ]


def _make_student(questions: list[tuple[int, int]], number: int) -> Person:
    now = int(time.time() * 1000)
    token = accounts.make_guest(f"bench{number:027d}", "UTC", now, random.Random(number))
    person = accounts.find_signed_in(token)
    assert person is not None
    card = {"stability": 20.0, "difficulty": 5.0, "last_day": DAY, "reviews": 4, "lapses": 0}
    card |= {"account_id": person.id, "is_suspended": False, "newest_at": 1, "newest_key": "", "version": 1}
    with writing() as session:
        bank_id = session.scalars(select(Fact.bank_id).limit(1)).one()
        session.add(Shelf(account_id=person.id, bank_id=bank_id, added_at=now))
        rows = [{**card, "fact_id": fact, "due_day": DAY + 20 + fact % 90} for fact, _ in questions]
        session.execute(insert(Card.__table__), rows)  # type: ignore[arg-type]
    return person


def _fill_log(people: list[Person], questions: list[tuple[int, int]], rng: random.Random) -> None:
    """Write a million answers: the two students' own, twenty a fact at most, and the rest of others."""
    rows = (
        (person, *rng.choice(questions[:size]))
        for person, size in zip(people, SIZES, strict=True)
        for _ in range(10 * size)
    )
    others = 40
    with writing() as session:
        accounts_ = [Account(name=None, created_at=1, seen_at=1) for _ in range(others)]
        session.add_all(accounts_)
        session.flush()
        ids = [account.id for account in accounts_]
    written, batch = 0, []
    for person, fact, question in rows:
        batch.append(_row(person.id, fact, question, written, rng))
        written += 1
        if len(batch) == BATCH:
            _write(batch)
            batch = []
    while written < REVIEWS:
        fact, question = questions[written % len(questions)]
        batch.append(_row(ids[written % others], fact, question, written, rng))
        written += 1
        if len(batch) == BATCH or written == REVIEWS:
            _write(batch)
            batch = []


def _row(account_id: int, fact: int, question: int, number: int, rng: random.Random) -> dict[str, object]:
    return {
        "account_id": account_id, "key": f"{rng.getrandbits(120):030x}", "kind": "answer", "fact_id": fact,
        "question_id": question, "question_version": 1, "response": '["Right place"]', "mark": 1.0,
        "reason": "right", "rating": 3, "seconds": 7.5, "hints": 0, "predicted": 0.93, "is_retry": False,
        "answered_at": number, "received_at": number, "time_zone": "UTC", "study_day": DAY - 400 + number % 380,
    }  # fmt: skip


def _write(batch: list[dict[str, object]]) -> None:
    with writing() as session:
        session.execute(insert(Review.__table__), batch)  # type: ignore[arg-type]


def _answer_in_turn(
    people: list[Person], questions: list[tuple[int, int]], rng: random.Random
) -> list[list[float]]:
    sessions = [
        [plan_steps(person.id, rng.sample(questions[:size], 40), rng) for _ in range(STEPS // 40 + 1)]
        for person, size in zip(people, SIZES, strict=True)
    ]
    with reading() as session:
        rows = session.execute(select(Question.id, Fact.key).join(Fact))
        keys = {question: key for question, key in rows}  # noqa: C416 - dict() would ask a result for its keys
    times: list[list[float]] = [[] for _ in people]
    for number in range(len(sessions[0])):
        turns = [
            study.look(person, found[number], _now()) for person, found in zip(people, sessions, strict=True)
        ]
        for _ in range(40):
            for place, person in enumerate(people):
                asked = turns[place].asked
                assert asked is not None
                right = keys[asked.content.question_id].replace("fact-", "Right place ")
                began = time.perf_counter()
                turns[place] = study.answer(person, asked.key, {"response": [right]}, _now(), rng)
                times[place].append(time.perf_counter() - began)
    return [found[40:] for found in times]  # the first session warms up


def _now() -> int:
    return int(time.time() * 1000)


def _share(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]

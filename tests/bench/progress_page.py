"""(e) The progress page, and the list of all answers, of a student with 20,000 reviews over 2,000 facts.

Run by itself: `python -m tests.bench.progress_page [database url]`.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import insert

from quizapp.memory.card import New, Rating, Reviewed
from quizapp.memory.kernel import review
from quizapp.memory.study_day import starts_at, study_day
from quizapp.services.accounts.tokens import hash_token
from quizapp.store import Account, Card, Review, SignIn, writing
from tests.bench.site import NOW, choice_questions, make_site

FACTS = 2_000
REVIEWS = 20_000
DAYS = 700
TIMES = 15
TOKEN = "the bench's own"


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds and bytes of one page; ``cpu`` is what the application itself took, on a busy machine too."""

    name: str
    best: float
    median: float
    cpu: float
    size: int


def measure(database_url: str = "") -> list[Measured]:
    """Fill a site and measure each page, after one that warms up."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder:
        app = make_site(Path(folder), FACTS, database_url)
        app.config["CLOCK"] = lambda: NOW
        with app.app_context():
            fill(random.Random(7))
        return [
            _time(app, name, address)
            for name, address in (
                ("progress page", "/progress"),
                ("list of answers", "/progress/answers"),
                ("list of answers with a word", "/progress/answers?q=place"),
                ("all answers as CSV", "/progress/answers.csv"),
            )
        ]


def fill(rng: random.Random) -> None:
    """Write the log of a student, each fact ten times, and the cards that it adds up to."""
    questions = choice_questions()
    today = study_day(NOW, "UTC")
    rows: list[dict[str, object]] = []
    cards: list[dict[str, object]] = []
    with writing() as session:
        account = Account(name="Bench", name_key="bench", created_at=1, seen_at=NOW)
        session.add(account)
        session.flush()
        session.add(SignIn(token_hash=hash_token(TOKEN), account_id=account.id, created_at=1))
        for fact, question in questions:
            days = sorted(rng.sample(range(today - DAYS, today), REVIEWS // FACTS))
            memory: Reviewed | New = New()
            for day in days:
                is_right = rng.random() < 0.87
                memory = review(memory, Rating.GOOD if is_right else Rating.AGAIN, day, 0.9)
                rows.append(_row(account.id, fact, question, day, rng, is_right=is_right))
            assert isinstance(memory, Reviewed)
            cards.append(
                {
                    "account_id": account.id, "fact_id": fact, "stability": memory.stability,
                    "difficulty": memory.difficulty, "last_day": memory.last_day, "due_day": memory.due_day,
                    "reviews": memory.reviews, "lapses": memory.lapses, "is_suspended": False, "newest_at": 1,
                    "newest_key": "", "version": 1,
                }
            )  # fmt: skip
        for begin in range(0, len(rows), 5_000):
            session.execute(insert(Review.__table__), rows[begin : begin + 5_000])  # type: ignore[arg-type]
        session.execute(insert(Card.__table__), cards)  # type: ignore[arg-type]


def _row(
    account_id: int, fact: int, question: int, day: int, rng: random.Random, *, is_right: bool
) -> dict[str, object]:
    at = starts_at(day, "UTC") + rng.randrange(80_000_000)
    return {
        "account_id": account_id, "key": f"{rng.getrandbits(120):030x}", "kind": "answer", "fact_id": fact,
        "question_id": question, "question_version": 1, "response": f'["Right place {fact}"]',
        "mark": float(is_right), "reason": "right", "rating": 3 if is_right else 1, "seconds": 7.5, "hints": 0,
        "predicted": rng.uniform(0.7, 1), "is_retry": False, "confidence": rng.randrange(1, 4),
        "answered_at": at, "received_at": at, "time_zone": "UTC", "study_day": day,
    }  # fmt: skip


def _time(app: Flask, name: str, address: str) -> Measured:
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = TOKEN, True

    def look() -> int:
        answer = client.get(address)
        assert answer.status_code == 200, answer.status
        return len(answer.data)

    size = look()
    measured = [_milliseconds(look) for _ in range(TIMES)]
    times, cpu = (sorted(each) for each in zip(*measured, strict=True))
    return Measured(name, times[0], times[TIMES // 2], cpu[TIMES // 2], size)


def _milliseconds(do: Callable[[], int]) -> tuple[float, float]:
    """Milliseconds on the wall, and of this process."""
    began, began_cpu = time.perf_counter(), time.process_time()
    do()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - began_cpu)


def rows(name: str, found: list[Measured]) -> list[str]:
    """Return the lines of the table for one database."""
    return [
        f"| {each.name}, {REVIEWS:,} reviews | {name} | {each.median:.0f} ms (best {each.best:.0f}),"
        f" {each.cpu:.0f} ms CPU, {each.size / 1000:.0f} kB |"
        for each in found
    ]


if __name__ == "__main__":
    url = sys.argv[1] if len(sys.argv) > 1 else ""
    print(*rows("PostgreSQL" if url else "SQLite", measure(url)), sep="\n")

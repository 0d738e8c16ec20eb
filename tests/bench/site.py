"""A site to measure: a bank of made-up facts, students with long plans, and servers to reach it by HTTP."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from quizapp.app import create_app
from quizapp.memory.plan import Planned
from quizapp.services import library
from quizapp.services.study.planning import store_plan
from quizapp.store import Bank, Fact, Question, reading

MOST_IN_A_BANK = 5_000
NOW = 1_790_000_000_000
HERE = Path(__file__).resolve().parents[2]


def write_bank(facts: int, first: int = 0) -> bytes:
    """Write a bank of so many facts, each asked as a choice and as a date."""
    lines = ["title: Bench", "language: en", "facts:"]
    for number in range(first, first + facts):
        day = f"{1900 + number % 100}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        lines += [
            f"  - id: fact-{number}",
            f"    statement: Event number {number} happened on {day} at place {number}.",
            f"    evidence: {{section: Section {number % 9}, sentence: {number % 30 + 1}}}",
            "    questions:",
            "      - type: choice",
            f"        stem: Where did event number {number} happen?",
            f"        key: Right place {number}",
            "        distractors:",
            *(
                f"          - {{text: Wrong place {number}.{wrong}, feedback: That is another place.}}"
                for wrong in (1, 2, 3)
            ),
            "      - type: date",
            f"        stem: When did event number {number} happen?",
            f"        key: {day}",
        ]
    return "\n".join(lines).encode()


def make_site(instance: Path, facts: int, database_url: str = "") -> Flask:
    """Make an instance with so many published facts."""
    overrides: dict[str, object] = {"INSTANCE": str(instance), "SECRET_KEY": "bench"}
    if database_url:
        overrides["DATABASE_URL"] = database_url
    app = create_app(overrides)
    with app.app_context():
        upgrade()
        for first in range(0, facts, MOST_IN_A_BANK):
            text = write_bank(min(MOST_IN_A_BANK, facts - first), first)
            library.publish_bank(text, f"bench-{first}.yaml", owner=None, audience="everybody", now=NOW)
    return app


def choice_questions() -> list[tuple[int, int]]:
    """Return (fact, question) of every choice question of the bank."""
    with reading() as session:
        query = (
            select(Fact.id, Question.id)
            .join(Question, Question.fact_id == Fact.id)
            .join(Bank, Bank.id == Fact.bank_id)
            .where(Question.type == "choice")
            .order_by(Fact.bank_id, Fact.position)
        )
        return [(row[0], row[1]) for row in session.execute(query)]


def plan_sessions(account_id: int, sessions: int, steps: int, rng: random.Random) -> list[str]:
    """Plan sessions of so many steps over random facts, and return their ids."""
    questions = choice_questions()
    return [plan_steps(account_id, rng.sample(questions, steps), rng) for _ in range(sessions)]


def plan_steps(account_id: int, questions: list[tuple[int, int]], rng: random.Random) -> str:
    """Plan one session over facts and their questions, and return its id."""
    plan = tuple(Planned(fact, question) for fact, question in questions)
    return store_plan(account_id, plan, 20, int(time.time() * 1000), rng)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(target: str, port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Serve an application with plain gunicorn, two sync workers, until the block ends."""
    command = [sys.executable, "-m", "gunicorn", target, "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += [
        "--worker-class",
        "sync",
        "--no-control-socket",
        "--log-level",
        "warning",
        "--chdir",
        str(HERE),
    ]
    with subprocess.Popen(command, env={**os.environ, **environment}) as server:
        try:
            wait_until_open(port, server)
            yield server
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


def wait_until_open(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens on a port; raises RuntimeError after 20 seconds."""
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.2):
            return
        if server.poll() is not None:
            raise RuntimeError("the server ended before it listened")
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens on port {port} after 20 seconds")

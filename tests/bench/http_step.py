"""(b) The study step over HTTP, as a ratio to a bare Flask hello on the same gunicorn in the same run.

Both are served with two sync workers and asked in turn, in windows of one second, by as many clients: hello, a
step that gets a whole page, a step as our script asks for it. Each client is a guest with a browser's cookie; the
pages and the looks ahead at the beginning of a session count into the time and the CPU of its steps.
"""

import multiprocessing
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from quizapp.store import Account, Review, reading
from tests.bench.http_clients import STUDENTS, Browser, enter
from tests.bench.site import free_port, make_site, plan_sessions, serving

CLIENTS = 6
ROUNDS = 9
"""Windows of each kind that count; one more of each before them warms up."""
SECONDS = 1.0
KINDS = ("hello", *(student.name for student in STUDENTS))
WINDOWS = len(KINDS) * (ROUNDS + 1)
SESSIONS, STEPS = 50, 80
FACTS = 500  # a class shares its banks: what a question says is in memory after the first minutes


@dataclass(frozen=True, slots=True)
class Served:
    """Requests of one kind: how many a second, their share of hello's, and the server's CPU ms for each."""

    kind: str
    rate: float
    ratio: float
    user: float
    system: float

    @property
    def cpu(self) -> float:
        """CPU milliseconds of a request, in the program and in the kernel."""
        return self.user + self.system


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: what was served, how many answers were acknowledged, and how many rows the log has."""

    hello: Served
    steps: tuple[Served, ...]
    acknowledged: int
    logged: int


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU seconds of a server's workers since they began."""

    user: float
    system: float


def measure(database_url: str = "") -> Measured:
    """Run both servers and the clients, and return the medians over the windows."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder:
        app = make_site(Path(folder), FACTS, database_url)
        environment = {"QUIZAPP_INSTANCE": folder, "QUIZAPP_SECRET_KEY": "bench"}
        if database_url:
            environment["QUIZAPP_DATABASE_URL"] = database_url
        ports = free_port(), free_port()
        with (
            serving("tests.bench.hello:app", ports[0], {}) as greeter,
            serving("wsgi:app", ports[1], environment) as server,
        ):
            browsers = [enter(ports[1]) for _ in range(CLIENTS)]
            sessions = _plan(app)
            counts, spent = _run_clients(ports, browsers, sessions, (greeter.pid, server.pid))
        with app.app_context(), reading() as session:
            logged = session.scalar(select(func.count()).select_from(Review)) or 0
    hello, *steps = [_sum_up(place, counts, spent) for place in range(len(KINDS))]
    answers = sum(count for window, count in enumerate(counts) if window % len(KINDS))
    return Measured(hello, tuple(steps), answers + CLIENTS, logged)


def rows(name: str, found: Measured) -> Iterator[str]:
    """Write the lines of the table for a database."""
    same = "equal" if found.acknowledged == found.logged else "NOT equal"
    for step in found.steps:
        yield (
            f"| study step over HTTP, {step.kind}, as a share of a bare Flask hello | {name} | {step.ratio:.2f}"
            f" ({step.rate:.0f} of {found.hello.rate:.0f} a second), {step.cpu:.2f} ms CPU a step, of it"
            f" {step.system:.2f} in the kernel (hello {found.hello.cpu:.2f} and {found.hello.system:.2f}) |"
        )
    yield f"| rows of the log after that | {name} | {found.logged:,}, {same} to the answers acknowledged |"


def _plan(app: Flask) -> list[list[str]]:
    """Plan the sessions of each guest: those of each student after those of the one before."""
    with app.app_context():
        with reading() as session:
            ids = list(session.scalars(select(Account.id).order_by(Account.id)))
        rng = random.Random(1)
        return [plan_sessions(account_id, len(STUDENTS) * SESSIONS, STEPS, rng) for account_id in ids]


def _sum_up(place: int, counts: Sequence[int], spent: Sequence[tuple[Spent, Spent]]) -> Served:
    """Return how one kind of request did in its windows, the first of which warmed up."""
    windows = range(place + len(KINDS), WINDOWS, len(KINDS))
    server = 1 if place else 0
    requests = sum(counts[window] for window in windows)
    user = sum(spent[window + 1][server].user - spent[window][server].user for window in windows)
    system = sum(spent[window + 1][server].system - spent[window][server].system for window in windows)
    return Served(
        kind=KINDS[place],
        rate=statistics.median(counts[window] for window in windows) / SECONDS,
        ratio=statistics.median(counts[window] / counts[window - place] for window in windows),
        user=1000 * user / requests,
        system=1000 * system / requests,
    )


def _run_clients(
    ports: tuple[int, int], browsers: list[Browser], sessions: list[list[str]], pids: tuple[int, int]
) -> tuple[list[int], list[tuple[Spent, Spent]]]:
    """Return how many requests each window had, and the CPU of both servers before each and after the last."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(CLIENTS + 1), context.Queue()
    clients = [
        context.Process(target=_client, args=(ports, browser.cookie, planned, barrier, results))
        for browser, planned in zip(browsers, sessions, strict=True)
    ]
    for client in clients:
        client.start()
    spent = []
    for _ in range(WINDOWS + 1):
        barrier.wait(timeout=120)
        spent.append((cpu_of(pids[0]), cpu_of(pids[1])))
    counts = [results.get(timeout=120) for _ in clients]
    for client in clients:
        client.join()
    return [sum(count) for count in zip(*counts, strict=True)], spent


def _client(ports: tuple[int, int], cookie: str, sessions: list[str], barrier: Barrier, results: Any) -> None:
    hello = Browser(ports[0])
    own = [iter(sessions[place * SESSIONS : (place + 1) * SESSIONS]) for place in range(len(STUDENTS))]
    students = [
        student(Browser(ports[1], cookie), planned) for student, planned in zip(STUDENTS, own, strict=True)
    ]
    asking = [lambda: hello.ask("GET", "/"), *(student.answer for student in students)]
    counts = []
    for window in range(WINDOWS):
        ask = asking[window % len(KINDS)]
        barrier.wait()
        until, count = time.perf_counter() + SECONDS, 0
        while time.perf_counter() < until:
            ask()
            count += 1
        counts.append(count)
    barrier.wait()
    results.put(counts)


def cpu_of(server_pid: int) -> Spent:
    """Return the CPU seconds of a server's workers."""
    user = system = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == server_pid:
                user, system = user + int(fields[11]), system + int(fields[12])
    ticks = os.sysconf("SC_CLK_TCK")
    return Spent(user / ticks, system / ticks)


if __name__ == "__main__":
    address = os.environ.get("BENCH_DATABASE_URL", "")
    print(*rows("PostgreSQL" if address else "SQLite", measure(address)), sep="\n")

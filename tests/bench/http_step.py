"""(b) The study step over HTTP, as a ratio to a bare Flask hello on the same gunicorn in the same run.

Both are served with two sync workers and asked in turn, in windows of one second, by as many clients; each
client is a guest with a browser's cookie who answers the question that the last reply held.
"""

import http.client
import multiprocessing
import os
import random
import re
import statistics
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import func, select

from quizapp.store import Account, Review, reading
from tests.bench.site import free_port, make_site, plan_sessions, serving

CLIENTS = 6
WINDOWS = 9
SECONDS = 1.0
SESSIONS, STEPS = 50, 80
FACTS = 500  # a class shares its banks: what a question says is in memory after the first minutes

_KEY = re.compile(rb'name="key" value="([^"]+)"')
_TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')
_RIGHT = re.compile(rb'value="(Right place \d+)"')


@dataclass(frozen=True, slots=True)
class Measured:
    """Requests a second of both, their ratio, and the servers' CPU milliseconds per request."""

    hello: float
    step: float
    ratio: float
    cpu: float
    hello_cpu: float
    acknowledged: int
    logged: int


class Browser:
    """A client with a cookie, one connection a request as a sync worker wants it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookie = ""

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Send one request and return its status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if form is not None:
            body = urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        connection.close()
        return response.status, content


def find(pattern: re.Pattern[bytes], page: bytes) -> str:
    """Return what a pattern finds in a page."""
    found = pattern.search(page)
    if found is None:
        raise RuntimeError(f"the page does not hold {pattern.pattern!r}: {page[:3000]!r}")
    return found[1].decode()


def answer_form(page: bytes) -> dict[str, str]:
    """Return the form that answers a page's choice question rightly."""
    return {
        "csrf_token": find(_TOKEN, page),
        "key": find(_KEY, page),
        "response": find(_RIGHT, page),
    }


def enter(port: int) -> Browser:
    """Become a guest by answering the landing page's question."""
    browser = Browser(port)
    _, page = browser.ask("GET", "/")
    status, _ = browser.ask("POST", "/try", answer_form(page))
    if status != 200:
        raise RuntimeError(f"the first answer got {status}")
    return browser


def _client(
    ports: tuple[int, int], browser: Browser, sessions: list[str], barrier: Barrier, results: Any
) -> None:
    site = Browser(ports[1])
    site.cookie = browser.cookie
    hello = Browser(ports[0])
    left = iter(sessions)
    session_id = next(left)
    _, page = site.ask("GET", f"/study/{session_id}")
    counts: list[tuple[int, int]] = []
    for window in range(2 * (WINDOWS + 1)):
        barrier.wait()
        until, count = time.perf_counter() + SECONDS, 0
        while time.perf_counter() < until:
            if window % 2 == 0:
                hello.ask("GET", "/")
            else:
                status, page = site.ask("POST", f"/study/{session_id}", answer_form(page))
                if status != 200:
                    raise RuntimeError(f"an answer got {status}: {page[:500]!r}")
                if b"/end" in page:
                    session_id = next(left)
                    _, page = site.ask("GET", f"/study/{session_id}")
            count += 1
        counts.append((window, count))
    results.put(counts)


def cpu_of(server_pid: int) -> float:
    """Return the CPU seconds of a server's workers."""
    total = 0.0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == server_pid:
                total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


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
            with app.app_context():
                with reading() as session:
                    ids = list(session.scalars(select(Account.id).order_by(Account.id)))
                rng = random.Random(1)
                sessions = [plan_sessions(account_id, SESSIONS, STEPS, rng) for account_id in ids]
            before, hello_before = cpu_of(server.pid), cpu_of(greeter.pid)
            counts = _run_clients(ports, browsers, sessions)
            spent, hello_spent = cpu_of(server.pid) - before, cpu_of(greeter.pid) - hello_before
        with app.app_context(), reading() as session:
            logged = session.scalar(select(func.count()).select_from(Review)) or 0
    windows = [sum(client[window] for client in counts) for window in range(2 * (WINDOWS + 1))]
    ratios = [windows[n + 1] / windows[n] for n in range(2, len(windows), 2)]
    steps = sum(windows[1::2])
    return Measured(
        hello=statistics.median(windows[2::2]) / SECONDS,
        step=statistics.median(windows[3::2]) / SECONDS,
        ratio=statistics.median(ratios),
        cpu=1000 * spent / steps,
        hello_cpu=1000 * hello_spent / sum(windows[::2]),
        acknowledged=steps + CLIENTS,
        logged=logged,
    )


def _run_clients(
    ports: tuple[int, int], browsers: list[Browser], sessions: list[list[str]]
) -> list[dict[int, int]]:
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(CLIENTS), context.Queue()
    clients = [
        context.Process(target=_client, args=(ports, browser, planned, barrier, results))
        for browser, planned in zip(browsers, sessions, strict=True)
    ]
    for client in clients:
        client.start()
    counts = [dict(results.get(timeout=120)) for _ in clients]
    for client in clients:
        client.join()
    return counts


if __name__ == "__main__":
    print(measure(os.environ.get("BENCH_DATABASE_URL", "")))

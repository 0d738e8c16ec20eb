"""(c) What a student waits for in a browser: from the click to the next question painted, and the bytes on the wire.

A real Chromium answers the shipped bank on the site as it is served, at a network latency and a CPU throttling that
the browser itself puts on (Chrome DevTools Protocol). Painted means: the next question stands in the document, and
the frame that draws it has been handed over.
"""

import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from quizapp.app import create_app
from quizapp.cli.prepare import prepare
from quizapp.services import accounts
from tests.bench.site import HERE, choice_questions, free_port, plan_steps, wait_until_open
from tests.fixtures.browser import FLAGS, PHONE, find_chromium

BANK = "2017-mayadin-offensive"
RIGHT_ANSWERS, WRONG_ANSWERS = 20, 8
READING = 0.9  # seconds between two clicks: less than a student takes, enough for a prefetch
LATENCY = 100  # milliseconds, there and back
CONDITIONS = ((0, 1), (LATENCY, 1), (LATENCY, 4))
WATCH = Path(__file__).with_name("painted.js").read_text()


@dataclass
class Timed:
    """Milliseconds from a click to what it leads to, under one condition."""

    latency: int
    throttling: int
    right: list[float] = field(default_factory=list)
    wrong: list[float] = field(default_factory=list)
    onward: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Request:
    """One request: when it was sent (seconds), how, whereto, and the bytes that came back, headers and all."""

    sent_at: float
    method: str
    path: str
    received: int


@dataclass
class Measured:
    """Times by condition; requests and bytes of a right answer and of the first page."""

    timed: list[Timed] = field(default_factory=list)
    requests: float = 0
    transition: float = 0
    first_requests: int = 0
    first_bytes: int = 0


class Wire:
    """What a page asks for and gets, as the browser's network stack counts it."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.open: dict[str, dict[str, Any]] = {}
        self.requests: list[Request] = []
        self.session.on("Network.requestWillBeSent", self._sent)
        self.session.on("Network.loadingFinished", self._finished)
        self.session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        self.open[event["requestId"]] = event

    def _finished(self, event: dict[str, Any]) -> None:
        sent = self.open.pop(event["requestId"], None)
        if sent and sent["request"]["url"].startswith("http"):
            path = "/" + sent["request"]["url"].split("/", 3)[3]
            length = round(event["encodedDataLength"])
            self.requests.append(Request(sent["wallTime"], sent["request"]["method"], path, length))

    def between(self, begin: float, end: float) -> list[Request]:
        """Return what was asked of the server between two instants (seconds), static files left out."""
        return [
            each
            for each in self.requests
            if begin <= each.sent_at < end and not each.path.startswith("/static/")
        ]

    def slow_down(self, latency: int, throttling: int) -> None:
        """Put a latency (milliseconds) on every request and throttle the CPU so many times."""
        conditions = {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
        self.session.send("Network.emulateNetworkConditions", conditions)
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": throttling})


@contextmanager
def served(folder: Path) -> Iterator[tuple[Flask, str]]:
    """Serve the shipped banks as a school would: `quizapp serve`, from an instance of its own."""
    app = create_app({"INSTANCE": str(folder)})
    prepare(app, int(time.time() * 1000))
    port = free_port()
    environment = {**os.environ, "QUIZAPP_INSTANCE": str(folder)}
    command = [sys.executable, "-m", "quizapp.cli", "serve", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "cwd": HERE, "env": environment}
    with subprocess.Popen(command, **quiet) as server:  # type: ignore[call-overload]
        try:
            wait_until_open(port, server)
            yield app, f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def read_keys() -> dict[str, str]:
    """Return the right option of every choice question of the bank, by its stem."""
    text = (HERE / "questions" / f"{BANK}.yaml").read_text()
    asked = [each for fact in yaml.safe_load(text)["facts"] for each in fact["questions"]]
    return {plain(each["stem"]): str(each["key"]) for each in asked if each["type"] == "choice"}


def plain(stem: str) -> str:
    """A stem without what typography makes of it."""
    return "".join(letter for letter in stem.lower() if letter.isalnum())


def enter(app: Flask, browser: Browser, address: str, rng: random.Random) -> tuple[Page, str]:
    """Open a page that belongs to a new guest, with a session over every choice question of the bank."""
    with app.app_context():
        token = accounts.make_guest(f"bench{rng.getrandbits(64):x}", "UTC", int(time.time() * 1000), rng)
        person = accounts.find_signed_in(token)
        assert person is not None
        session_id = plan_steps(person.id, choice_questions(), rng)
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    kept = client.get_cookie("session")
    assert kept is not None
    context = browser.new_context(viewport={"width": PHONE, "height": 740}, locale="en-GB")
    context.add_cookies([{"name": "session", "value": kept.value, "url": address}])
    page = context.new_page()
    page.add_init_script(WATCH)
    return page, f"{address}/study/{session_id}"


def time_click(page: Page, control: Locator, wanted: str) -> float:
    """Click and return the milliseconds until what is wanted is painted: a question or a verdict."""
    page.evaluate("(wanted) => bench.wait(wanted)", wanted)
    control.click(no_wait_after=True)
    page.wait_for_timeout(READING * 1000)  # to look in meanwhile would take the page's own time
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if (took := page.evaluate("() => window.bench?.took()")) is not None:
                return float(took)
        except Exception as problem:  # the page is just being replaced
            if "context" not in str(problem):
                raise
        page.wait_for_timeout(25)
    raise RuntimeError(f"no {wanted} 20 seconds after the click on {page.url}")


def option(page: Page, keys: dict[str, str], *, right: bool) -> Locator:
    """The button of a right or of a wrong option of the question that stands there."""
    stem = page.locator(".stem:visible").last.inner_text()
    key = keys[plain(stem)].replace('"', '\\"')
    mine = f'[value="{key}"]'
    return page.locator(f".options button{mine if right else f':not({mine})'}:visible").first


def measure_steps(page: Page, wire: Wire, keys: dict[str, str], timed: Timed) -> Iterator[list[Request]]:
    """Answer right and wrong; gives what each right answer asked of the server."""
    for number in range(RIGHT_ANSWERS):
        began = time.time()
        timed.right.append(time_click(page, option(page, keys, right=True), "question"))
        yield wire.between(began, time.time())
        if number % (RIGHT_ANSWERS // WRONG_ANSWERS) == 1 and len(timed.wrong) < WRONG_ANSWERS:
            timed.wrong.append(time_click(page, option(page, keys, right=False), "verdict"))
            onward = page.locator(".button.first:visible")
            timed.onward.append(time_click(page, onward, "question"))


def measure_first_page(browser: Browser, address: str, found: Measured) -> None:
    """Count what a stranger's browser loads until the first question stands."""
    context = browser.new_context(viewport={"width": PHONE, "height": 640})
    page = context.new_page()
    wire = Wire(page)
    page.goto(address, wait_until="networkidle")
    found.first_requests = len(wire.requests)
    found.first_bytes = sum(each.received for each in wire.requests)
    context.close()


def measure() -> Measured:
    """Serve, open a browser, and measure everything."""
    path = find_chromium()
    if path is None:
        raise RuntimeError("no Chromium to drive; install the package chromium")
    found, keys, rng = Measured(), read_keys(), random.Random(3)
    steps: list[list[Request]] = []
    with (
        tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder,
        served(Path(folder)) as (app, address),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        measure_first_page(browser, address, found)
        for latency, throttling in CONDITIONS:
            page, where = enter(app, browser, address, rng)
            page.goto(where)
            page.wait_for_timeout(READING * 1000)
            wire = Wire(page)
            wire.slow_down(latency, throttling)
            found.timed.append(Timed(latency, throttling))
            steps += measure_steps(page, wire, keys, found.timed[-1])
            page.context.close()
        browser.close()
    asked = [each for step in steps for each in step]
    found.requests = len(asked) / len(steps)
    found.transition = sum(each.received for each in asked) / len(steps)
    return found


def high(times: list[float]) -> float:
    """Return the time that 95 % stay below."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def rows(found: Measured) -> Iterator[str]:
    """Give the lines of the table."""
    for timed in found.timed:
        network = f"{timed.latency} ms latency" if timed.latency else "no latency"
        name = network + (f", CPU {timed.throttling} times slower" if timed.throttling > 1 else "")
        for what, times in (
            ("right answer to next question painted", timed.right),
            ("wrong answer to feedback painted", timed.wrong),
            ("Continue to next question painted", timed.onward),
        ):
            median, most = statistics.median(times), high(times)
            yield f"| {what}, {name} | Chromium | median {median:.0f} ms, 95 % under {most:.0f} ms |"
    yield (
        f"| a right answer on the wire | Chromium | {found.requests:.1f} requests,"
        f" {found.transition:,.0f} bytes, with all headers and a later question |"
    )
    yield (
        f"| the first page, nothing cached | Chromium | {found.first_requests} requests,"
        f" {found.first_bytes / 1000:.1f} kB |"
    )


if __name__ == "__main__":
    print(*rows(measure()), sep="\n")

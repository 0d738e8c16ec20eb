"""Takes the pictures of the README: `make shots` writes them into deploy/shots/.

A student with sixty days of history looks at each page on a phone and at a desk, in light and in dark. The history,
the clock and the dice are fixed: only a change of the pages changes a picture. A new page is an entry in PAGES.
"""

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlalchemy import select
from werkzeug.serving import make_server

from quizapp.app import create_app
from quizapp.memory.plan import Planned
from quizapp.services import accounts, study
from quizapp.services.study.planning import store_plan
from quizapp.store import Account, Fact, Question, db, reading, writing
from tests.fixtures.browser import DESK, FLAGS, PHONE, find_chromium
from tests.fixtures.seeded import BANK, Seeded, seed
from tests.fixtures.site import NOON, right_fields
from tests.shots.png import shrink

FOLDER = Path(__file__).parents[2] / "deploy" / "shots"
HEIGHTS = {PHONE: 740, DESK: 800}
DENSITIES = {PHONE: 2, DESK: 1}
NAMES = {PHONE: "phone", DESK: "desk"}
THEMES = ("light", "dark")
LARGEST = 100_000  # bytes of a picture
QUESTION, WRONG = "city-captor-2", "Dhiban"
PLANNED, ANSWERED = (
    38,
    14,
)  # questions of the session, and those before the picture: the bar of time has moved


@dataclass(frozen=True, slots=True)
class Taking:
    """What pictures are taken of: the site, its student, and a page of the student's browser."""

    app: Flask
    student: Seeded
    page: Page


def _ask(taking: Taking) -> None:
    """Bring a session to the question, for a student who answers with one tap."""
    taking.page.goto(f"/study/{_begin_session(taking)}")
    taking.page.locator(".option").first.wait_for()


def _answer_wrong(taking: Taking) -> None:
    """Answer the question that stands there wrong, as a student who rates confidence and was sure."""
    _rate_confidence(taking, wanted=True)
    taking.page.reload()
    taking.page.locator(".option").filter(has_text=WRONG).click()
    taking.page.get_by_role("button", name="Sure").first.click()
    taking.page.locator(".verdict").wait_for()


def _begin_session(taking: Taking) -> str:
    _rate_confidence(taking, wanted=False)
    rng, now = Random(5), NOON
    with taking.app.app_context():
        person = accounts.find_signed_in(taking.student.token)
        assert person is not None
        session_id = store_plan(person.id, _plan(), 10, now, rng)
        for _ in range(ANSWERED):
            asked = study.look(person, session_id, now).asked
            assert asked is not None
            now += 12_000
            study.answer(person, asked.key, right_fields(asked), now, rng)
    return session_id


def _plan() -> tuple[Planned, ...]:
    """The chosen question after some others, and as many again after it."""
    with reading() as session:
        rows = select(Fact.id, Question.id, Question.key, Fact.key).join(
            Question, Question.fact_id == Fact.id
        )
        choices = rows.where(Question.type == "choice").order_by(Fact.position, Question.position)
        found = list(session.execute(choices))
    chosen = [each for each in found if each[2] == QUESTION]
    others = [each for each in found if each[3] != chosen[0][3]][: PLANNED - 1]
    return tuple(Planned(each[0], each[1]) for each in [*others[:ANSWERED], *chosen, *others[ANSWERED:]])


def _rate_confidence(taking: Taking, *, wanted: bool) -> None:
    with taking.app.app_context(), writing() as session:
        account = session.get(Account, taking.student.account_id)
        assert account is not None
        account.rates_confidence = wanted


def _go(address: str) -> Callable[[Taking], None]:
    def go(taking: Taking) -> None:
        taking.page.goto(address)

    return go


PAGES: dict[str, Callable[[Taking], None]] = {
    "today": _go("/today"),
    "timeline": _go(f"/library/{BANK}/timeline"),
    "progress": _go("/progress"),
    "study": _ask,  # from here on the history goes on
    "feedback": _answer_wrong,
}


def picture(name: str, width: int, theme: str) -> str:
    """The file name of one picture."""
    return f"{name}-{NAMES[width]}-{theme}.png"


def prepare(folder: Path) -> Seeded:
    """Make the instance and its student."""
    app = create_app({"INSTANCE": str(folder), "CLOCK": lambda: NOON})
    with app.app_context():
        upgrade()
    student = seed(app, NOON)
    with app.app_context():
        db.engine.dispose()
    return student


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an application from a thread until the block ends."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def open_context(browser: Browser, app: Flask, address: str, student: Seeded, width: int) -> BrowserContext:
    """A browser of a width, signed in as the student."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": HEIGHTS[width]},
        device_scale_factor=DENSITIES[width],
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    cookie = student.client(app).get_cookie("session")
    assert cookie is not None
    context.add_cookies([{"name": "session", "value": cookie.value, "url": address}])
    return context


def shoot(browser: Browser, folder: Path, student: Seeded, width: int) -> Iterator[tuple[str, bytes]]:
    """Give the pictures of one width, each with its file name."""
    app = create_app({"INSTANCE": str(folder), "CLOCK": lambda: NOON + 20 * 60_000})
    with serving(app) as address:
        context = open_context(browser, app, address, student, width)
        page = context.new_page()
        for name, show in PAGES.items():
            show(Taking(app, student, page))
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
                page.mouse.move(1, 1)  # nothing is under the pointer
                page.wait_for_timeout(150)
                yield picture(name, width, theme), page.screenshot(animations="disabled", caret="hide")
        context.close()
    with app.app_context():
        db.engine.dispose()


def main() -> None:
    """Take every picture anew."""
    path = find_chromium()
    if path is None:
        raise SystemExit("no Chromium to take pictures with; install the packages chromium and libatomic1")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="quizapp-shots-") as temporary, sync_playwright() as playwright:
        seeded = Path(temporary) / "seeded"
        seeded.mkdir()
        student = prepare(seeded)
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, "--disable-lcd-text"])
        for width in HEIGHTS:
            instance = Path(temporary) / NAMES[width]
            shutil.copytree(seeded, instance)
            for name, taken in shoot(browser, instance, student, width):
                smaller = shrink(taken)
                (FOLDER / name).write_bytes(smaller)
                print(f"{FOLDER.name}/{name}: {len(smaller) / 1000:.0f} kB", flush=True)
                if len(smaller) > LARGEST:
                    raise SystemExit(f"{name} is larger than {LARGEST / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()

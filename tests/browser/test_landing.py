"""The first page: a question at once in few bytes, five answers within a minute, and what keeps them at the end."""

import shutil
import time
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from quizapp.services import library
from quizapp.store import Account, Review, reading, writing
from tests.browser.walking import follow
from tests.fixtures.browser import OpenPage
from tests.fixtures.site import NOON, PASSWORD

pytestmark = pytest.mark.browser
SHIPPED = Path(__file__).parents[2] / "questions" / "2017-mayadin-offensive.yaml"
MOST_REQUESTS, MOST_BYTES = 6, 60_000
QUESTIONS = 5


@pytest.fixture
def sqlite_url(instance: Path, migrated_sqlite: Path) -> str:
    """A site that has just been set up: nobody has been here."""
    shutil.copyfile(migrated_sqlite, instance / "quizapp.sqlite")
    return f"sqlite:///{instance / 'quizapp.sqlite'}"


@pytest.fixture(autouse=True)
def _bank(sqlite_app: Flask) -> None:
    with sqlite_app.app_context():
        library.publish_bank(SHIPPED.read_bytes(), SHIPPED.name, owner=None, audience="everybody", now=NOON)


def _answer_five(page: Page, *, right: bool = True) -> None:
    """Tap an option of each question, and go on behind the feedback where it does not go on by itself."""
    for _ in range(QUESTIONS):
        options = page.locator(".options button:visible")
        follow(page, options.first if right else options.last)
        for name in ("Continue", "To the end"):
            onward = page.get_by_role("link", name=name)
            if onward.count():
                follow(page, onward.first)
    page.wait_for_url("**/end")


def test_the_first_question_takes_few_requests_and_few_bytes(page: Page) -> None:
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    asked: list[str] = []
    sizes: list[float] = []
    network.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/", wait_until="networkidle")
    assert len(asked) <= MOST_REQUESTS, asked
    assert sum(sizes) <= MOST_BYTES, sizes


def test_above_the_fold_of_a_small_phone_stands_the_question_and_nothing_to_fill_in(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/")
    seen = page.evaluate("""() => [...document.querySelectorAll("main a, main button, header a, input")]
        .filter((each) => each.checkVisibility() && each.type !== "hidden")
        .filter((each) => each.getBoundingClientRect().top < innerHeight && each.getBoundingClientRect().bottom > 0)
        .map((each) => each.className)""")
    assert sorted(seen) == ["name", "option", "option", "option", "option"]
    box = page.locator(".option").last.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640


@pytest.mark.parametrize("scripts", [True, False])
def test_five_questions_are_answered_within_a_minute_and_kept_where_they_end(
    sqlite_app: Flask, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(javascript=scripts)
    began = time.monotonic()
    page.goto("/")
    _answer_five(page)
    assert time.monotonic() - began < 60
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 5 right at once")
    expect(page.get_by_text("tomorrow").first).to_be_visible()
    page.get_by_label("Name").fill("أبو Zoë")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    follow(page, page.get_by_role("button", name="Keep my progress"))
    expect(page.get_by_role("heading", name="Write this down")).to_be_visible()
    with sqlite_app.app_context(), reading() as session:
        account = session.scalars(select(Account)).one()
        assert account.name == "أبو Zoë"
        assert account.time_zone == ("Europe/Berlin" if scripts else "UTC")
        assert len(session.scalars(select(Review.key)).all()) == QUESTIONS


def test_a_key_answers_the_first_question(page: Page) -> None:
    page.goto("/")
    with page.expect_navigation():
        page.keyboard.press("c")
    expect(page.get_by_text("4 more, 40 seconds")).to_be_visible()


@pytest.mark.long
def test_enter_starts_todays_session_and_only_there(page: Page) -> None:
    page.goto("/")
    _answer_five(page)
    page.goto("/today")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".stem")).to_be_visible()
    page.goto("/today")
    with page.expect_navigation():
        page.get_by_role("link", name="Flashcards").press("Enter")
    assert page.url.endswith("/cards")


@pytest.mark.long
def test_the_chosen_length_says_what_it_holds_without_a_script(
    sqlite_app: Flask, open_page: OpenPage
) -> None:
    page = open_page(javascript=False)
    page.goto("/")
    _answer_five(page, right=False)
    with sqlite_app.app_context(), writing() as session:
        session.scalars(select(Account)).one().new_a_day = 200
    page.goto("/today?minutes=5")
    heading = page.get_by_role("heading", level=1)
    assert "20 questions" in heading.inner_text()
    assert "69 questions" not in heading.inner_text(), "what is not chosen is not seen"
    page.get_by_text("20 min").click()
    expect(page.locator(".offer:visible").first).to_contain_text("69 questions")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".stem")).to_be_visible()

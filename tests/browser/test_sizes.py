"""Long words, narrow windows and thumbs: nothing scrolls sideways, nothing covers the page, targets can be hit."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page

from quizapp.services import library, study
from quizapp.services.accounts import find_signed_in
from quizapp.store import Account, writing
from tests.browser.measuring import covered, small_targets, where
from tests.browser.walking import (
    SIDEWAYS,
    answer,
    enter_a_session,
    follow,
    go_on,
    pages_of,
    stem_of,
    turn_over,
)
from tests.fixtures.browser import DESK, PHONE, OpenPage
from tests.fixtures.site import NOON, Site, bank_text, right_fields
from tests.laws.test_pages import address_of

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]
NARROW = 320
ZOOMED = {"width": 1280 // 4, "height": 800 // 4}
"""What is left of a desk's window at 400 %, in CSS pixels."""


def _sideways(page: Page) -> list[str]:
    wide = page.evaluate(SIDEWAYS)
    width = (page.viewport_size or {})["width"]
    return [f"{where(page)}: scrolls sideways at {width} px: {wide}"] if wide else []


# ---- targets ----------------------------------------------------------------------------------------


def _every_scene(page: Page) -> Iterator[None]:
    """Stop at every question of a session of all types, its other side, its feedback, and the end."""
    enter_a_session(page)
    met: set[str] = set()
    while True:
        is_new = stem_of(page) not in met
        yield
        if is_new and page.get_by_role("link", name="Show the answer").count():
            turn_over(page)
            yield
        met.add(answer(page, right=not is_new))
        yield
        if not go_on(page):
            break
    yield


def test_what_is_tapped_while_studying_is_large_enough_for_a_thumb(page: Page, become: Become) -> None:
    become(page, "newcomer")
    found = set()
    for address in ("/today", "/cards"):
        page.goto(address)
        found |= set(small_targets(page))
    for _ in _every_scene(page):
        found |= set(small_targets(page))
    assert not found, "\n".join(sorted(found))


@pytest.mark.long
def test_what_a_student_who_rates_confidence_taps_is_large_enough(
    sqlite_app: Flask, populated: Site, page: Page, become: Become
) -> None:
    _change(sqlite_app, populated, rates_confidence=True)
    become(page, "newcomer")
    enter_a_session(page)
    found = small_targets(page)
    assert page.get_by_role("button", name="Think so").count()
    assert not found, "\n".join(found)


def test_what_is_tapped_on_the_landing_page_is_large_enough(page: Page) -> None:
    page.goto("/")
    found = small_targets(page)
    assert not found, "\n".join(found)


# ---- long words and narrow windows ------------------------------------------------------------------


def _change(app: Flask, site: Site, **settings: object) -> None:
    with app.app_context(), writing() as session:
        account = session.get(Account, site.ids["newcomer"])
        for name, value in settings.items():
            setattr(account, name, value)


def _publish_long_words(app: Flask) -> None:
    with app.app_context():
        library.publish_bank(
            bank_text("long-words"), "long-words.yaml", owner=None, audience="everybody", now=NOON
        )


def _know_long_words(app: Flask, site: Site) -> str:
    """Answer every question on long words once, some wrong; returns the session's id."""
    import random

    rng = random.Random(3)
    with app.app_context():
        nora = find_signed_in(site.tokens["newcomer"])
        assert nora is not None
        session_id = study.start_session(nora, 20, NOON, rng, bank_key="long-words")
        for number in range(40):
            asked = study.look(nora, session_id, NOON).asked
            if asked is None:
                break
            first = number in (1, 3)
            wrong = {"response": ["again" if asked.shown.shape == "reveal" else "nichts davon"]}
            study.answer(nora, asked.key, wrong if first else right_fields(asked), NOON, rng)
    return session_id


@pytest.mark.parametrize("width", [NARROW, pytest.param(PHONE, marks=pytest.mark.long)])
def test_long_words_and_names_from_right_to_left_stay_on_the_page(
    sqlite_app: Flask, populated: Site, open_page: OpenPage, become: Become, width: int
) -> None:
    _publish_long_words(sqlite_app)
    page = become(open_page(width=width), "newcomer")
    found = []
    for address in ("/library", "/library/long-words", "/quiz?bank=long-words", "/cards"):
        page.goto(address)
        found += _sideways(page)
    done = _know_long_words(sqlite_app, populated)
    for address in (
        f"/study/{done}/end",
        "/today",
        "/progress",
        "/progress/answers",
        "/library/long-words",
        "/library/long-words/timeline",
        "/library/long-words/facts/gesetz",
        "/library/long-words/facts/provinz",
        "/library?q=Donaudampf",
    ):
        assert page.goto(address).status == 200, address  # type: ignore[union-attr]
        found += _sideways(page)
    assert not found, "\n".join(found)


@pytest.mark.long
def test_questions_and_feedback_of_long_words_stay_on_the_page(
    sqlite_app: Flask, populated: Site, open_page: OpenPage, become: Become
) -> None:
    _publish_long_words(sqlite_app)
    page = become(open_page(width=NARROW), "newcomer")
    enter_a_session(page, "long-words")
    found = []
    for _ in range(12):
        found += _sideways(page)
        _answer_anyhow(page)
        found += _sideways(page)
        if not go_on(page):
            break
    assert not found, "\n".join(sorted(set(found)))


def _answer_anyhow(page: Page) -> None:
    """Answer with whatever stands first."""
    if page.get_by_role("link", name="Show the answer").count():
        turn_over(page)
        follow(page, page.locator(".ratings button[value=good]"))
    elif page.locator("button.option").count():
        follow(page, page.locator("button.option").nth(1))
    else:
        for field in page.locator("input[name=response]").all():
            if field.get_attribute("type") == "checkbox":
                field.check()
            else:
                field.fill("1. Mai 1903")
        for row, choice in zip(page.locator(".slot").all(), page.locator(".pool button").all(), strict=False):
            row.click()
            choice.click()
        follow(page, page.get_by_role("button", name="Answer"))


@pytest.mark.parametrize("text_size", ["normal", pytest.param("largest", marks=pytest.mark.long)])
def test_at_four_times_the_size_nothing_scrolls_sideways_or_covers_the_page(
    sqlite_app: Flask, populated: Site, open_page: OpenPage, become: Become, text_size: str
) -> None:
    _change(sqlite_app, populated, text_size=text_size)
    page = become(open_page(width=DESK), "newcomer")
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found = []
    for address in ("/today", "/library", "/progress", "/me", "/quiz"):
        page.goto(address)
        found += _sideways(page) + covered(page)
    enter_a_session(page)
    for right in (True, False):
        found += _sideways(page) + covered(page)
        answer(page, right=right)
        found += _sideways(page) + covered(page)
        go_on(page)
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("role", ["nobody", "student", "teacher", "admin"])
def test_no_page_at_all_scrolls_sideways_or_is_covered_at_four_times_the_size(
    sqlite_app: Flask, populated: Site, open_page: OpenPage, become: Become, role: str
) -> None:
    page = become(open_page(width=DESK), role)
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found = []
    for endpoint in pages_of(role):
        page.goto(address_of(sqlite_app, populated, endpoint))
        found += _sideways(page) + covered(page)
    assert not found, "\n".join(found)

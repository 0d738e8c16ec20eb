"""axe finds nothing on any page, nothing scrolls sideways at 320 px, and no page asks another host for anything."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.browser.walking import (
    Axe,
    answer,
    enter_a_session,
    go_on,
    look_over,
    pages_of,
    site_path,
    stem_of,
    turn_over,
)
from tests.fixtures.browser import DESK, PHONE, OpenPage
from tests.fixtures.site import RESET, Site
from tests.laws.test_pages import address_of

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]
LOOKS = [(PHONE, True), (DESK, False), (DESK, True)]


def _walk(page: Page, axe: Axe, addresses: list[str]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        found += look_over(page, axe)
    return found


def _addresses(app: Flask, site: Site, role: str) -> list[str]:
    own = [address_of(app, site, endpoint) for endpoint in pages_of(role)]
    also = {
        "nobody": ["/nowhere", f"/invited/{RESET}", "/invited/no-such-link", "/library?q=none"],
        "student": [site_path(site, "finished"), "/teach"],
        "teacher": [
            site_path(site, "broken draft"),
            "/teach/one-word/new-question?type=match",
            "/teach/one-word/questions/word",
            "/teach?q=none",
        ],
    }
    return own + also.get(role, [])


def _look_at_all(app: Flask, site: Site, page: Page, become: Become, axe: Axe, role: str) -> list[str]:
    become(page, role)
    return _walk(page, axe, _addresses(app, site, role))


@pytest.mark.parametrize("role", ["nobody", "student", "teacher", "admin"])
def test_axe_finds_nothing_on_any_page(
    sqlite_app: Flask, populated: Site, page: Page, become: Become, axe: Axe, role: str
) -> None:
    found = _look_at_all(sqlite_app, populated, page, become, axe, role)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_the_pages_of_a_newcomer(page: Page, become: Become, axe: Axe) -> None:
    become(page, "newcomer")
    found = _walk(page, axe, ["/today", "/progress", "/library/every-type"])
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_forms_with_problems(page: Page, axe: Axe) -> None:
    found = []
    for address, button in (("/sign-up", "Make the account"), ("/sign-in", "Sign in")):
        page.goto(address)
        page.get_by_label("Name").fill("S")
        page.get_by_label("Password", exact=True).fill("12345678")
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
        assert page.locator(".has-problem").count()
        found += look_over(page, axe)
    assert not found, "\n".join(found)


def _look_at_a_session(page: Page, axe: Axe) -> list[str]:
    """Every shape: asked, and answered wrong at first; a card turned over; a right answer; the end."""
    enter_a_session(page)
    found, stems, told = [], set(), 0
    while True:
        is_new = stem_of(page) not in stems
        if is_new:
            found += look_over(page, axe)
            if page.get_by_role("link", name="Show the answer").count():
                turn_over(page)
                found += look_over(page, axe)
        stems.add(answer(page, right=not is_new))
        if is_new or told == 0:
            found += look_over(page, axe)
            told += not is_new
        if not go_on(page):
            break
    assert len(stems) == 9
    return found + look_over(page, axe)


def test_axe_finds_nothing_on_any_question_or_feedback(page: Page, become: Become, axe: Axe) -> None:
    become(page, "newcomer")
    found = _look_at_a_session(page, axe)
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_axe_finds_nothing_at_any_width_light_or_dark(
    sqlite_app: Flask, populated: Site, open_page: OpenPage, become: Become, axe: Axe, width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    found = []
    for role in ("nobody", "student", "teacher", "admin"):
        found += _look_at_all(sqlite_app, populated, page, become, axe, role)
    become(page, "newcomer")
    found += _look_at_a_session(page, axe)
    assert not found, "\n".join(found)

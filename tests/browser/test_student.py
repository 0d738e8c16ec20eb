"""A student's road in a real browser: without scripts from the first answer to the deletion, and by keys alone."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from quizapp.services import study
from quizapp.store import Account, Review, reading
from tests.browser.walking import RIGHT, answer, enter_a_session, follow, go_on, press, stem_of
from tests.fixtures.browser import DESK, OpenPage
from tests.fixtures.site import PASSWORD

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]


def _answers_of(app: Flask, name: str | None) -> int:
    with app.app_context(), reading() as session:
        mine = select(func.count()).select_from(Review).join(Account, Account.id == Review.account_id)
        return session.scalar(mine.where(Account.name == name)) or 0


def _try_it(page: Page) -> None:
    page.goto("/")
    assert stem_of(page) == "Which river flows past Mayadin?"
    answer(page)


def _sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    follow(page, page.get_by_role("main").get_by_role("button", name="Sign in"))


def test_without_scripts_a_stranger_answers_keeps_the_progress_and_ends_it_all(
    sqlite_app: Flask, open_page: OpenPage
) -> None:
    page = open_page(javascript=False)
    _try_it(page)
    expect(page.get_by_text("Right").first).to_be_visible()
    while go_on(page):
        answer(page)
    page.get_by_label("Name").fill("Zoë")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    follow(page, page.get_by_role("button", name="Keep my progress"))
    expect(page.get_by_role("heading", name="Write this down")).to_be_visible()
    follow(page, page.get_by_role("link", name="I have written it down"))
    assert _answers_of(sqlite_app, "Zoë") >= 1
    assert _answers_of(sqlite_app, None) == 0, "the guest has become the account"
    follow(page, page.get_by_role("link", name="Progress", exact=True))
    expect(page.get_by_role("heading", level=1)).to_contain_text("You know")
    _change_the_password(page)
    _sign_in(page, "Zoë", "another river at dusk")
    page.goto("/me/delete")
    page.get_by_label("Password", exact=True).fill("another river at dusk")
    follow(page, page.get_by_role("button", name="Delete my account and data"))
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    assert _answers_of(sqlite_app, "Zoë") == 0
    page.goto("/today")
    assert "/sign-in" in page.url


def _change_the_password(page: Page) -> None:
    page.goto("/me/password")
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_label("New password").fill("another river at dusk")
    follow(page, page.get_by_role("button", name="Change it"))
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    follow(page, page.get_by_role("button", name="Sign out"))
    expect(page.get_by_text("You are signed out.")).to_be_visible()


@pytest.mark.long
def test_without_scripts_a_guest_who_signs_in_loses_and_doubles_nothing(
    sqlite_app: Flask, open_page: OpenPage
) -> None:
    page = open_page(javascript=False)
    before = _answers_of(sqlite_app, "Nora")
    _try_it(page)
    assert _answers_of(sqlite_app, None) == 1
    _sign_in(page, "Nora")
    expect(
        page.get_by_text("What you answered in this browser before is in your account now.")
    ).to_be_visible()
    assert _answers_of(sqlite_app, "Nora") == before + 1
    assert _answers_of(sqlite_app, None) == 0
    with sqlite_app.app_context():
        assert list(study.rebuild(check_only=True)) == []


@pytest.mark.long
@pytest.mark.parametrize("javascript", [False, True])
def test_a_whole_session_of_all_nine_types_ends_by_itself(
    sqlite_app: Flask, open_page: OpenPage, become: Become, javascript: bool
) -> None:
    page = become(open_page(javascript=javascript), "newcomer")
    enter_a_session(page)
    asked: list[str] = []
    while True:
        stem = stem_of(page)
        first = stem not in asked
        asked.append(answer(page, right=len(asked) % 3 != 0 or not first))
        assert (
            page.get_by_text("Right" if len(asked) % 3 != 1 or not first else "Not yet")
            .or_(page.get_by_text("Nearly"))
            .count()
        )
        if not go_on(page):
            break
    assert set(asked) == set(RIGHT)
    assert len(asked) > len(RIGHT), "what was wrong came back until it was right"
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 9 right at once")
    assert _answers_of(sqlite_app, "Nora") == len(asked)
    page.goto("/library/every-type")
    expect(page.get_by_text("The Euphrates flows past Mayadin.")).to_be_visible()


@pytest.mark.long
def test_without_scripts_hints_undo_and_i_was_right_are_buttons(
    sqlite_app: Flask, open_page: OpenPage, become: Become
) -> None:
    page = become(open_page(javascript=False), "newcomer")
    enter_a_session(page, "one-word")
    page.get_by_label("Your answer").fill("castle")
    follow(page, page.get_by_role("button", name="Answer"))
    expect(page.get_by_text("Not yet")).to_be_visible()
    follow(page, page.get_by_role("button", name="Undo"))
    page.get_by_label("Your answer").fill("tower")
    follow(page, page.get_by_role("button", name="Answer"))
    follow(page, page.get_by_role("button", name="I was right"))
    expect(page.get_by_text("Counted as right")).to_be_visible()
    with sqlite_app.app_context():
        assert list(study.rebuild(check_only=True)) == []


def test_loading_the_feedback_again_gives_the_first_feedback_and_counts_once(
    sqlite_app: Flask, open_page: OpenPage, become: Become
) -> None:
    page = become(open_page(javascript=False), "newcomer")
    enter_a_session(page, "one-word")
    page.get_by_label("Your answer").fill("castle")
    follow(page, page.get_by_role("button", name="Answer"))
    page.reload()  # sends the form once more, with the same key
    expect(page.get_by_text("Not yet")).to_be_visible()
    expect(page.get_by_text("castle")).to_be_visible()
    assert _answers_of(sqlite_app, "Nora") == 1


# ---- by keys alone ----------------------------------------------------------------------------------


def _tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        if page.evaluate("(wanted) => Boolean(document.activeElement?.matches(wanted))", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab on {page.url}")


def _answer_by_keys(page: Page) -> None:
    """Only Tab, Enter, Space, arrows and letters."""
    wanted = RIGHT[stem_of(page)]
    if page.get_by_role("link", name="Show the answer").count():
        press(page, "Enter")
        press(page, "3")
    elif page.locator(".options button").count():
        texts = [each.strip() for each in page.locator(".options button span").all_inner_texts()]
        press(page, str(texts.index(str(wanted)) + 1))
    elif page.locator(".options input").count():
        for item in wanted:
            _tab_to(page, f"input[value='{item}']")
            page.keyboard.press("Space")
        _tab_to(page, "form.answer button.first")
        press(page, "Enter")
    elif page.locator("form.answer select, ol.order").count():
        _arrange_by_keys(page, wanted)
        _tab_to(page, "form.answer button.first")
        press(page, "Enter")
    else:
        for text in wanted if isinstance(wanted, list) else [wanted]:
            _tab_to(page, "input[name=response]:placeholder-shown, input[name=response][value='']")
            page.keyboard.type(str(text))
            page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        press(page, "Enter")


def _arrange_by_keys(page: Page, wanted: object) -> None:
    """A pair is chosen with Enter, row after row; an item moves with Alt and an arrow."""
    if isinstance(wanted, dict):
        for left in page.locator(".pairs .said").all_inner_texts():
            _tab_to(page, f".pool button[value='{wanted[left]}']")
            page.keyboard.press("Enter")
        return
    assert isinstance(wanted, list)
    for place, item in enumerate(wanted):
        while (now := page.locator("ol.order .said").all_inner_texts().index(item)) > place:
            _tab_to(page, f"button[aria-label='Move {item} up']")
            page.keyboard.press("Alt+ArrowUp")
            assert page.locator("ol.order .said").all_inner_texts().index(item) == now - 1


def test_a_whole_session_by_keys_alone(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(width=DESK), "newcomer")
    page.goto("/library/every-type")
    _tab_to(page, "main form button")
    press(page, "Enter")
    asked = set()
    for _ in range(12):
        asked.add(stem_of(page))
        _answer_by_keys(page)
        if page.get_by_role("link", name="To the end").count():
            press(page, "Enter")
            break
    assert asked == set(RIGHT)
    expect(page.get_by_role("heading", level=1)).to_have_text("9 of 9 right at once")


def test_after_a_wrong_answer_the_focus_is_on_the_verdict_and_enter_goes_on(
    open_page: OpenPage, become: Become
) -> None:
    page = become(open_page(), "newcomer")
    enter_a_session(page)
    answer(page, right=False)
    assert page.evaluate("document.activeElement.id") == "verdict"
    press(page, "Enter")
    expect(page.locator(".verdict")).to_have_count(0)


@pytest.mark.long
def test_letters_typed_into_a_field_are_letters(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(), "newcomer")
    enter_a_session(page, "one-word")
    page.keyboard.type("hu1b?")
    assert page.get_by_label("Your answer").input_value() == "hu1b?"


def test_the_skip_link_leads_past_the_places(page: Page, become: Become) -> None:
    become(page, "student")
    page.goto("/library")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_the_settings_by_keys_alone(sqlite_app: Flask, page: Page, become: Become) -> None:
    become(page, "newcomer")
    page.goto("/me")
    _tab_to(page, "#minutes")
    page.keyboard.press("Control+a")
    page.keyboard.type("15")
    _tab_to(page, "#rates_confidence")
    page.keyboard.press("Space")
    _tab_to(page, "[name=theme]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "[name=text_size]")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "form.settings button[type=submit]")
    press(page, "Enter")
    with sqlite_app.app_context(), reading() as session:
        nora = session.scalar(select(Account).where(Account.name == "Nora"))
        assert nora is not None
        kept = (nora.minutes, nora.rates_confidence, nora.uses_keys, nora.theme, nora.text_size)
    assert kept == (15, True, True, "dark", "large")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 16

"""A quiz in a real browser: kept as it is given, by keys alone, without a network, in two tabs, without scripts."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from flask import Flask
from playwright.sync_api import Error, Page, Route, expect

from tests.browser.walking import RIGHT, Axe, answer, follow, look_over
from tests.fixtures.browser import DESK, PHONE, OpenPage

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]


def _choose(page: Page, layout: str = "All on one page") -> str:
    """Begin a quiz on the bank of every type; returns where it is."""
    page.goto("/quiz?bank=every-type")
    page.get_by_label("10", exact=True).check()
    page.get_by_label(layout).check()
    follow(page, page.get_by_role("button", name="Start"))
    return page.url.split("?")[0]


def _field(page: Page, label: str = "Your answer") -> str:
    return page.get_by_label(label).first.input_value()


def _kept(page: Page) -> None:
    expect(page.locator("#kept")).to_have_text("Kept.")


def test_what_was_answered_is_there_after_the_tab_is_closed(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.get_by_label("Your answer").first.fill("12")
    page.get_by_label("Tigris").check()
    _move(page, "the desert", "up")
    expect(page.locator("#answered")).to_have_text("3 of 8")
    order = _order(page)
    _kept(page)
    other = page.context.new_page()
    page.close()
    other.goto(where)
    assert _field(other) == "12"
    expect(other.get_by_label("Tigris")).to_be_checked()
    assert _order(other) == order


@pytest.mark.long
def test_leaving_in_the_middle_of_a_word_loses_nothing(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.get_by_label("Your answer").first.fill("Rah")
    follow(page, page.get_by_role("link", name="Leave"))
    page.wait_for_timeout(300)
    page.goto(where)
    assert _field(page) == "Rah"


@pytest.mark.long
def test_without_a_network_answers_wait_and_go_along_later(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.context.set_offline(True)
    page.get_by_label("Tigris").check()
    expect(page.locator("#kept")).to_contain_text("No network")
    page.context.set_offline(False)
    _kept(page)
    page.goto(where)
    expect(page.get_by_label("Tigris")).to_be_checked()


@pytest.mark.long
def test_what_was_not_sent_survives_a_closed_tab_and_goes_out_by_itself(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.context.set_offline(True)
    page.get_by_label("Tigris").check()
    expect(page.locator("#kept")).to_contain_text("No network")
    other = page.context.new_page()
    page.close()
    page.context.set_offline(False)
    other.goto(f"{where}?question=1")  # that question may stand on another page: it is sent all the same
    _kept(other)
    other.goto(where)
    expect(other.get_by_label("Tigris")).to_be_checked()
    assert (
        other.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('quizapp quiz '))") == []
    )


@pytest.mark.long
def test_what_failed_is_sent_again_without_another_change(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.route("**/keep", lambda route: route.abort(), times=1)
    page.get_by_label("Tigris").check()
    expect(page.locator("#kept")).to_contain_text("No network")
    expect(page.locator("#kept")).to_have_text("Kept.", timeout=10_000)
    page.goto(where)
    expect(page.get_by_label("Tigris")).to_be_checked()


@pytest.mark.long
def test_what_another_page_could_not_send_is_handed_in_with_the_rest(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.route("**/keep", lambda route: route.abort())
    page.get_by_label("Tigris").check()
    expect(page.locator("#kept")).to_contain_text("No network")
    place = page.locator(".item", has=page.get_by_label("Tigris")).get_attribute("data-place")
    page.goto(f"{where}?question={2 if place == '1' else 1}")
    with page.expect_request("**/hand-in") as sent:
        page.get_by_role("button", name="Hand in").click()
    assert "Tigris" in (sent.value.post_data or "")


@pytest.mark.long
def test_an_older_text_on_its_way_never_overwrites_a_newer_one(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    held: list[Route] = []
    page.route("**/keep", lambda route: held.append(route), times=1)
    field = page.get_by_label("Your answer").first
    with page.expect_request("**/keep"):
        field.fill("1")
    field.fill("12")
    with page.expect_response("**/keep"):  # who leaves sends the newer one in its stead
        page.evaluate("dispatchEvent(new Event('pagehide'))")
    with suppress(Error):  # it was taken back
        held[0].continue_()
    page.wait_for_timeout(500)
    page.goto(where)
    assert _field(page) == "12"


@pytest.mark.long
def test_two_tabs_do_not_overwrite_what_the_other_answered(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    other = page.context.new_page()
    other.goto(where)
    page.get_by_label("Tigris").check()
    _kept(page)
    other.get_by_label("Your answer").first.fill("12")
    follow(other, other.get_by_role("button", name="Hand in"))
    expect(other.get_by_text("Open, or too vague")).to_be_visible()
    expect(other.get_by_label("Tigris")).to_be_checked()
    assert _field(other) == "12"


@pytest.mark.long
def test_items_to_put_in_order_stay_open_until_they_are_moved_or_taken_as_they_stand(
    page: Page, become: Become
) -> None:
    become(page, "newcomer")
    where = _choose(page)
    _kept_places(page, "–", "–", "–")
    before = _order(page)
    page.get_by_role("button", name="This is the order").click()
    _kept_places(page, "1", "2", "3")
    expect(page.locator("#answered")).to_have_text("1 of 8")
    _kept(page)
    page.goto(where)
    _kept_places(page, "1", "2", "3")
    assert _order(page) == before
    page.get_by_role("button", name="Leave it open").click()
    expect(page.locator("#answered")).to_have_text("0 of 8")
    _kept(page)
    page.goto(where)
    _kept_places(page, "–", "–", "–")
    page.locator(".order li").last.drag_to(page.locator(".order li").first)
    _kept_places(page, "1", "2", "3")
    assert _order(page) != before
    assert set(_order(page)) == set(before)


def _kept_places(page: Page, *places: str) -> None:
    expect(page.locator(".order .place")).to_have_text(list(places))


def _order(page: Page) -> list[str]:
    return page.locator(".order .said").all_inner_texts()


def _move(page: Page, item: str, way: str) -> None:
    """Move an item by its button, or the other way where it stands at that end."""
    button = page.get_by_role("button", name=f"Move {item} {way}")
    if button.is_disabled():
        button = page.get_by_role("button", name=f"Move {item} {'down' if way == 'up' else 'up'}")
    button.click()


@pytest.mark.long
def test_a_question_that_stood_open_before_the_quiz_is_answered_without_hint_or_feedback(
    page: Page, become: Become
) -> None:
    become(page, "newcomer")
    page.goto("/library/every-type")
    follow(page, page.get_by_role("button", name="Study this"))
    hint = page.get_by_role("button", name="Hint")
    for _ in range(9):
        if hint.count():
            break
        answer(page)
    where = _choose(page.context.new_page())
    hint.click()
    expect(page.get_by_text("a quiz of yours asks the same bank")).to_be_visible()
    answer(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answer counts")
    expect(page.get_by_role("link", name="your quiz on")).to_have_attribute(
        "href", where[where.index("/quiz/") :]
    )
    follow(page, page.get_by_role("link", name="Continue").or_(page.get_by_role("link", name="To the end")))
    expect(page.get_by_text(re.compile("questions? waits?"))).to_be_visible()


# ---- handing in -------------------------------------------------------------------------------------


@pytest.mark.long
def test_handing_in_without_a_network_keeps_everything_and_is_done_when_it_is_back(
    page: Page, become: Become
) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.context.set_offline(True)
    page.get_by_label("Tigris").check()
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("#kept")).to_have_text(
        "Kept on this device; it is handed in when the network is back."
    )
    assert page.url == where
    page.context.set_offline(False)
    expect(page.get_by_text("Open, or too vague")).to_be_visible(timeout=10_000)
    expect(page.get_by_label("Tigris")).to_be_checked()
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in all the same").click()
    expect(page.locator("#kept")).to_contain_text("handed in when the network is back")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 8 right", timeout=10_000)


@pytest.mark.long
def test_a_change_takes_back_the_wish_to_hand_in(page: Page, become: Become) -> None:
    become(page, "newcomer")
    where = _choose(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("#kept")).to_contain_text("handed in when the network is back")
    page.get_by_label("Tigris").check()
    page.context.set_offline(False)
    _kept(page)
    assert page.url == where


@pytest.mark.long
@pytest.mark.parametrize("how", ["by itself", "with the rest"])
def test_what_a_second_tab_changes_after_the_quiz_was_handed_in_is_told(
    page: Page, become: Become, how: str
) -> None:
    become(page, "newcomer")
    where = _choose(page)
    other = page.context.new_page()
    other.goto(where)
    follow(page, page.get_by_role("button", name="Hand in"))
    follow(page, page.get_by_role("button", name="Hand in all the same"))
    if how == "with the rest":
        other.route("**/keep", lambda route: route.abort())
    other.get_by_label("Tigris").check()
    if how == "by itself":
        expect(other.get_by_role("alert")).to_contain_text("this answer was not kept")
        follow(other, other.get_by_role("link", name="See how it went"))
    else:
        follow(other, other.get_by_role("button", name="Hand in"))
        expect(other.get_by_text("this answer was not kept")).to_be_visible()
    expect(other.get_by_role("heading", level=1)).to_have_text("0 of 8 right")


def test_a_quiz_can_be_taken_by_keys_alone(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(width=DESK), "newcomer")
    page.goto("/quiz?bank=every-type")
    page.get_by_label("One at a time").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Start").focus()
    _press(page, "Enter")
    for place in range(1, 9):
        expect(page.locator(".item")).to_have_attribute("data-place", str(place))
        _answer_by_keys(page)
        if place < 8:
            _press(page, "Enter")
    page.get_by_role("button", name="Hand in").focus()
    _press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("8 of 8 right")


def _press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def _answer_by_keys(page: Page) -> None:
    """Answer the one question that a page shows, right; the focus ends where Enter goes on."""
    wanted = RIGHT[page.locator(".stem").inner_text().replace("\u00a0", " ").strip()]
    options = page.locator(".one-of")
    if options.count():
        texts = [text.split("\n")[-1].strip() for text in options.all_inner_texts()]
        for each in [wanted] if isinstance(wanted, str) else wanted:  # type: ignore[union-attr]
            page.keyboard.press("ABCD"[texts.index(str(each))].lower())
    elif page.locator(".order").count():
        _arrange_by_keys(page, wanted)  # type: ignore[arg-type]
        page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="Hand in")).first.focus()
    elif page.locator("select").count():
        for label, chosen in wanted.items():  # type: ignore[union-attr]
            page.get_by_label(label, exact=True).focus()
            page.keyboard.type(chosen)
        page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="Hand in")).first.focus()
    else:
        fields = page.locator(".item input:not([type=hidden])")
        texts = wanted if isinstance(wanted, list) else [str(wanted)]
        for place, text in enumerate(texts):
            fields.nth(place).focus()
            page.keyboard.type(text)


def _arrange_by_keys(page: Page, wanted: list[str]) -> None:
    if _order(page) == wanted:
        page.get_by_role("button", name="This is the order").focus()
        page.keyboard.press("Enter")
    for place, item in enumerate(wanted):
        page.locator(".order li", has_text=item).locator(".move:not(:disabled)").first.focus()
        for _ in range(_order(page).index(item) - place):
            page.keyboard.press("Alt+ArrowUp")


@pytest.mark.long
def test_without_scripts_a_quiz_misses_nothing(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(javascript=False), "newcomer")
    _choose(page, "One at a time")
    page.get_by_label("Your answer").or_(page.locator(".one-of, select, .gaps input")).first.wait_for()
    follow(page, page.get_by_role("button", name="Next"))
    follow(page, page.get_by_role("button", name="All on one page"))
    page.get_by_label("Euphrates").check()
    page.get_by_label("the desert", exact=True).select_option("1")
    follow(page, page.get_by_role("button", name="Hand in"))
    expect(page.get_by_text("Open, or too vague")).to_be_visible()
    expect(page.get_by_label("Euphrates")).to_be_checked()
    follow(page, page.get_by_role("button", name="Hand in all the same"))
    expect(page.get_by_role("heading", level=1)).to_have_text("1 of 8 right")
    follow(page, page.get_by_role("button", name="Practise the 7 misses now"))
    assert "/study/" in page.url


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        pytest.param(PHONE, False),
        pytest.param(PHONE, True, marks=pytest.mark.long),
        pytest.param(DESK, False, marks=pytest.mark.long),
        pytest.param(DESK, True, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing_on_the_pages_of_a_quiz(
    sqlite_app: Flask, open_page: OpenPage, become: Become, axe: Axe, width: int, dark: bool
) -> None:
    page = become(open_page(width=width, dark=dark), "newcomer")
    _rate_confidence(sqlite_app)
    found = []
    for address in ("/quiz", "/cards"):
        page.goto(address)
        found += look_over(page, axe)
    where = _choose(page)
    page.get_by_label("Tigris").check()
    _kept(page)
    for address in (where, f"{where}?question=3", f"{where}?check=yes", "/quiz"):
        page.goto(address)
        found += look_over(page, axe) + _small(page)
    page.goto(f"{where}?check=yes")
    follow(page, page.get_by_role("button", name="Hand in all the same"))
    page.get_by_text("Answer and source").first.click()
    found += look_over(page, axe)
    page.goto("/quiz")
    found += look_over(page, axe)
    assert not found, "\n".join(found)


def _rate_confidence(app: Flask) -> None:
    from sqlalchemy import update

    from quizapp.store import Account, writing

    with app.app_context(), writing() as session:
        session.execute(update(Account).values(rates_confidence=True))


def _small(page: Page) -> list[str]:
    """Controls of the sheet that are under 44 px high."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main button:not(.out-of-sight), .onward button, label.option,"
           + " .chips label, main select:not([hidden]),"
           + " main input:not([type=hidden], [type=radio], [type=checkbox])")]
          .filter((each) => each.getBoundingClientRect().height < 44)
          .map((each) => `${each.outerHTML.slice(0, 80)} is ${each.getBoundingClientRect().height} px high`)"""
    )

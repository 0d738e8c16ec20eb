"""A session in the browser: no page loads, no waiting for the network, and nothing lost without one."""

import random
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from quizapp.memory.plan import Planned
from quizapp.questions import TYPE_NAMES
from quizapp.services import study
from quizapp.services.study.planning import store_plan
from quizapp.store import Account, Question, Report, Review, Step, reading, writing
from tests.browser.walking import RIGHT, follow
from tests.conftest import Clock
from tests.fixtures.browser import DESK, OpenPage
from tests.fixtures.site import NOON, PASSWORD, Site

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]

TAPPED = "Which river flows past Mayadin?"


@pytest.fixture
def plan(sqlite_app: Flask, populated: Site) -> Callable[..., str]:
    """Plans a session of the newcomer over every-type, its questions in the order of the types named."""

    def make(*types: str, seed: int = 3) -> str:
        with sqlite_app.app_context(), reading() as session:
            rows = session.execute(
                select(Question.type, Question.fact_id, Question.id).order_by(Question.id)
            ).all()
        found = {kind: Planned(fact, question) for kind, fact, question in reversed(rows)}
        with sqlite_app.app_context():
            steps = tuple(found[kind] for kind in types)
            session_id = store_plan(populated.ids["newcomer"], steps, 5, NOON, random.Random(seed))
        return f"/study/{session_id}"

    return make


@pytest.fixture
def newcomer(become: Become, open_page: OpenPage) -> Page:
    return become(open_page(), "newcomer")


def _logged(app: Flask, name: str = "Nora") -> list[Review]:
    with app.app_context(), reading() as session:
        mine = select(Review).join(Account, Account.id == Review.account_id).where(Account.name == name)
        return list(session.scalars(mine.order_by(Review.answered_at, Review.key)))


def _open(page: Page, where: str) -> None:
    """Open a session, and wait until the next questions are there."""
    with page.expect_response(lambda response: "/next" in response.url):
        page.goto(where)
    page.wait_for_function("() => document.querySelector('main[data-asked]')")


def _tap(page: Page, words: str) -> None:
    page.locator(".options").get_by_text(words, exact=True).click()


# ---- no page loads ----------------------------------------------------------------------------------


def test_a_right_answer_brings_the_next_question_without_a_page(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.evaluate("window.isSame = true")
    _tap(newcomer, "Euphrates")
    expect(newcomer.locator(".result")).to_contain_text("Euphrates")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")
    expect(newcomer.get_by_label("Your answer")).to_be_focused()
    expect(newcomer.locator("[role=status]")).to_contain_text("Right Euphrates")
    assert newcomer.evaluate("window.isSame")
    newcomer.locator(".result summary").click()
    expect(newcomer.locator(".result .fact")).to_be_visible()


def test_a_wrong_answer_brings_its_feedback_and_enter_goes_on(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.evaluate("window.isSame = true")
    newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
    expect(newcomer.locator("#verdict")).to_have_text("Not yet")
    expect(newcomer.locator("#verdict")).to_be_focused()
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")
    assert newcomer.evaluate("window.isSame")


def test_the_next_question_does_not_wait_for_the_network(newcomer: Page, plan: Callable[..., str]) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    held = []
    newcomer.route("**/study/*", lambda route: held.append(route))
    _tap(newcomer, "Euphrates")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")
    expect(newcomer.locator(".line")).to_have_text("Checking …")
    held[0].continue_()
    expect(newcomer.locator(".result")).to_contain_text("Right")


def test_feedback_that_comes_while_something_is_typed_waits_until_it_is_answered(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    held = []
    newcomer.route("**/study/*", lambda route: held.append(route))
    newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
    newcomer.get_by_label("Your answer").fill("Rah")
    held[0].continue_()
    expect(newcomer.locator(".line")).to_contain_text("the feedback follows")
    newcomer.unroute("**/study/*")
    newcomer.get_by_label("Your answer").fill("Rahba")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("#verdict")).to_have_text("Not yet")
    expect(newcomer.locator("h1")).to_have_text(TAPPED)


def test_a_vague_answer_is_asked_back_in_place(newcomer: Page, plan: Callable[..., str]) -> None:
    _open(newcomer, plan("text", "date"))
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("#asked-back")).to_contain_text("Nothing was counted")
    newcomer.get_by_label("Your answer").fill("Rahba")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator(".result")).to_contain_text("Rahba")


def test_a_vague_answer_that_is_asked_back_late_does_not_take_the_place_of_what_is_typed(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("date", "text", "number"))
    held = []
    newcomer.route("**/study/*", lambda route: held.append(route))
    newcomer.get_by_label("Your answer").fill("2017")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator(".line")).to_have_text("Checking …")
    newcomer.get_by_label("Your answer").fill("Rah")
    held[0].continue_()
    expect(newcomer.locator(".line")).to_contain_text("it is asked again after this one")
    newcomer.unroute("**/study/*")
    newcomer.keyboard.type("ba")
    expect(newcomer.get_by_label("Your answer")).to_have_value("Rahba")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("#asked-back")).to_contain_text("Nothing was counted")


def test_the_questions_behind_one_that_is_asked_back_are_still_there_without_a_network(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("date", "text"))
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("#asked-back")).to_contain_text("Nothing was counted")
    newcomer.context.set_offline(True)
    newcomer.get_by_label("Your answer").fill("14 Oct 2017")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")


def test_two_taps_in_a_row_answer_one_question(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "choice", "text"))
    newcomer.locator(".options button").first.dblclick()
    expect(newcomer.locator(".result, #verdict").first).to_be_visible()
    newcomer.wait_for_timeout(200)
    assert len(_logged(sqlite_app)) == 1


def test_a_hint_keeps_what_was_typed_and_a_report_leaves_no_page(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("text", "date"))
    newcomer.get_by_label("Your answer").fill("Ra")
    newcomer.get_by_role("button", name="Hint").click()
    expect(newcomer.locator(".hints")).to_contain_text("It begins with an R.")
    expect(newcomer.get_by_label("Your answer")).to_have_value("Ra")
    newcomer.get_by_role("link", name="Report").click()
    newcomer.get_by_label("What is wrong with this question?").fill("Two names are used.")
    newcomer.get_by_role("button", name="Send").click()
    expect(newcomer.get_by_role("link", name="Reported")).to_be_visible()
    with sqlite_app.app_context(), reading() as session:
        assert [report.words for report in session.scalars(select(Report))] == ["Two names are used."]


def test_undo_asks_again_in_place_and_is_offered_for_ten_seconds(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    newcomer.clock.install()
    _open(newcomer, plan("choice", "text", "date"))
    _tap(newcomer, "Euphrates")
    newcomer.clock.run_for(100)
    newcomer.get_by_role("button", name="Undo").click()
    expect(newcomer.locator("h1")).to_have_text(TAPPED)
    _tap(newcomer, "Euphrates")
    newcomer.clock.run_for(100)
    expect(newcomer.get_by_role("button", name="Undo")).to_be_visible()
    newcomer.clock.run_for(10_000)
    expect(newcomer.get_by_role("button", name="Undo")).to_have_count(0)
    assert sorted(review.kind for review in _logged(sqlite_app)) == ["answer", "answer", "void"]


def test_the_bar_never_goes_back_and_an_undone_answer_does_not_lengthen_the_session(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date", "number"))
    shares = [_share(newcomer)]
    for right in (True, False):
        if right:
            _tap(newcomer, "Euphrates")
        else:
            newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
        expect(newcomer.get_by_role("button", name="Undo")).to_be_visible()
        shares.append(_share(newcomer))
        newcomer.get_by_role("button", name="Undo").click()
        expect(newcomer.locator("h1")).to_have_text(TAPPED)
        expect(newcomer.locator(".line")).to_have_text("Undone; here it is again.")
        shares.append(_share(newcomer))
    assert shares == sorted(shares)
    assert shares == [0, 25, 25, 25, 25]


def _share(page: Page) -> float:
    return float((page.locator(".run .ink").get_attribute("width") or "").rstrip("%"))


def test_i_was_right_counts_in_place(sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]) -> None:
    _open(newcomer, plan("text", "date"))
    newcomer.get_by_label("Your answer").fill("castle")
    newcomer.keyboard.press("Enter")
    newcomer.get_by_role("button", name="I was right").click()
    expect(newcomer.locator(".result")).to_contain_text("Counted as right Rahba")
    expect(newcomer.get_by_role("button", name="Undo")).to_be_visible()
    assert sorted(review.kind for review in _logged(sqlite_app)) == ["answer", "regrade"]


def test_a_flashcard_is_turned_over_and_rated_by_a_swipe(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("card", "text"))
    newcomer.keyboard.press("Enter")
    expect(
        newcomer.locator(".can-swipe .back")
    ).to_be_visible()  # what listens to the finger comes a moment later
    newcomer.evaluate("""() => {
      const main = document.querySelector("main");
      const send = (name, clientX) =>
        main.dispatchEvent(new PointerEvent(name, { clientX, pointerType: "touch", bubbles: true }));
      send("pointerdown", 100); send("pointermove", 250); send("pointerup", 250);
    }""")
    expect(newcomer.locator(".result")).to_contain_text("Right")
    assert [review.rating for review in _logged(sqlite_app)] == [3]


def test_back_and_reload_lose_nothing(sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]) -> None:
    newcomer.goto("/today")
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
    expect(newcomer.locator("#verdict")).to_be_visible()
    newcomer.reload()
    expect(newcomer.locator("#verdict")).to_have_text("Not yet")
    follow(newcomer, newcomer.get_by_role("link", name="Leave"))
    newcomer.go_back()
    expect(newcomer.locator("#verdict")).to_have_text("Not yet")
    newcomer.go_back()
    assert newcomer.url.endswith("/today")
    assert len(_logged(sqlite_app)) == 1


def test_two_tabs_go_through_one_session(sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]) -> None:
    where = plan("choice", "text", "date")
    _open(newcomer, where)
    other = newcomer.context.new_page()
    _open(other, where)
    _tap(newcomer, "Euphrates")
    expect(newcomer.locator(".result")).to_contain_text("Euphrates")
    other.locator(".options button").filter(has_not_text="Euphrates").first.click()
    expect(other.locator(".result")).to_contain_text("Euphrates")
    assert len(_logged(sqlite_app)) == 1


# ---- order, match -----------------------------------------------------------------------------------


def test_things_are_put_in_order_by_buttons_by_alt_and_arrows_and_by_dragging(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("order", "text"))
    rows = newcomer.locator(".order li")
    expect(rows).to_have_count(3)
    names = rows.locator(".said").all_inner_texts()
    newcomer.get_by_role("button", name=f"Move {names[2]} up").click()
    expect(rows.nth(1)).to_contain_text(names[2])
    newcomer.keyboard.press("Alt+ArrowUp")
    expect(rows.nth(0)).to_contain_text(names[2])
    box = rows.nth(2).locator(".said").bounding_box()
    top = rows.nth(0).locator(".said").bounding_box()
    assert box is not None
    assert top is not None
    newcomer.mouse.move(box["x"] + 10, box["y"] + 10)
    newcomer.mouse.down()
    newcomer.mouse.move(top["x"] + 10, top["y"] + 25, steps=12)
    newcomer.mouse.up()
    expect(rows.nth(0)).to_contain_text(names[1])
    wanted = RIGHT["In which order were these taken?"]
    for place in range(len(wanted)):
        while newcomer.locator(".order .said").all_inner_texts().index(str(list(wanted)[place])) > place:
            newcomer.get_by_role("button", name=f"Move {list(wanted)[place]} up").click()
    newcomer.get_by_role("button", name="Answer").click()
    expect(newcomer.locator(".result")).to_be_visible()
    assert [review.mark for review in _logged(sqlite_app)] == [1.0]


def test_pairs_are_matched_by_taps(sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]) -> None:
    _open(newcomer, plan("match", "text"))
    wanted = RIGHT["Who commanded whom in the town?"]
    assert isinstance(wanted, dict)
    lefts = newcomer.locator(".pairs .said").all_inner_texts()
    for left in reversed(lefts):
        newcomer.locator(".pairs li").filter(has_text=left).locator(".slot").click()
        newcomer.locator(".pool").get_by_text(wanted[left], exact=True).click()
    newcomer.get_by_role("button", name="Answer").click()
    expect(newcomer.locator(".result")).to_be_visible()
    assert [review.mark for review in _logged(sqlite_app)] == [1.0]


# ---- confidence and keys ----------------------------------------------------------------------------


def _set(app: Flask, **values: object) -> None:
    with app.app_context(), writing() as session:
        account = session.scalars(select(Account).where(Account.name == "Nora")).one()
        for name, value in values.items():
            setattr(account, name, value)


@pytest.mark.parametrize("javascript", [False, True])
def test_who_rates_confidence_chooses_first_and_says_how_sure(
    sqlite_app: Flask, open_page: OpenPage, become: Become, plan: Callable[..., str], javascript: bool
) -> None:
    _set(sqlite_app, rates_confidence=True)
    page = become(open_page(javascript=javascript), "newcomer")
    page.goto(plan("choice", "text", "date"))
    page.locator(".options label").filter(has_not_text="Euphrates").first.click()
    page.get_by_role("button", name="Sure").click()
    expect(page.locator("#verdict")).to_have_text("Not yet")
    expect(page.get_by_text("You were sure of")).to_be_visible()
    page.get_by_role("link", name="Continue").click()
    page.get_by_label("Your answer").fill("Rahba")
    page.get_by_role("button", name="Guess").click()
    expect(page.locator(".result")).to_contain_text("Rahba")
    assert [review.confidence for review in _logged(sqlite_app)] == [3, 1]


def test_confidence_is_said_by_keys(
    sqlite_app: Flask, open_page: OpenPage, become: Become, plan: Callable[..., str]
) -> None:
    _set(sqlite_app, rates_confidence=True)
    page = become(open_page(width=DESK), "newcomer")
    _open(page, plan("choice", "text", "date"))
    page.keyboard.press("2")
    expect(page.get_by_role("button", name="Think so")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".result, #verdict").first).to_be_visible()
    assert [review.confidence for review in _logged(sqlite_app)] == [3]


def test_every_type_is_answered_with_confidence_by_keyboard_alone(
    sqlite_app: Flask, open_page: OpenPage, become: Become, plan: Callable[..., str]
) -> None:
    _set(sqlite_app, rates_confidence=True)
    page = become(open_page(width=DESK), "newcomer")
    rated: set[str] = set()
    for seed, kind in enumerate(TYPE_NAMES):
        _open(page, plan(kind, "text" if kind != "text" else "date", seed=seed))
        _answer_by_keys(page, kind)
        expect(page.locator(".result, #verdict").first).to_be_visible()
        (review,) = (each for each in _logged(sqlite_app) if each.key not in rated)
        assert review.confidence == (None if kind == "card" else 3), kind
        rated.add(review.key)


def _answer_by_keys(page: Page, kind: str) -> None:
    """Answer by the keyboard, and say to be sure where that is asked."""
    if kind in ("choice", "choices"):
        page.keyboard.press("2")
    elif kind == "match":
        for _ in range(page.locator(".pairs li").count()):
            page.keyboard.press("1")
    elif page.locator("input[name=response]:visible").count():
        for _ in range(page.locator("input[name=response]").count()):
            page.keyboard.type({"date": "9 May 1945", "cloze": "May"}.get(kind, "44"))
            page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
    if kind == "card":
        page.keyboard.press("Enter")
        expect(page.locator(".ratings")).to_be_visible()
        page.keyboard.press("3")
    else:
        if kind not in ("choice", "match"):  # where what was chosen leads on by itself
            page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Think so")).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list_only(
    open_page: OpenPage, become: Become, plan: Callable[..., str]
) -> None:
    page = become(open_page(width=DESK), "newcomer")
    where = plan("choice", "text")
    _open(page, where)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith(where)
    with page.expect_navigation():
        page.keyboard.press("Escape")
    assert page.url.endswith("/today")


def test_single_keys_can_be_turned_off(
    sqlite_app: Flask, open_page: OpenPage, become: Become, plan: Callable[..., str]
) -> None:
    _set(sqlite_app, uses_keys=False)
    page = become(open_page(width=DESK), "newcomer")
    _open(page, plan("choice", "text"))
    for key in ("1", "a", "?", "f"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert _logged(sqlite_app) == []
    expect(page.get_by_role("dialog")).to_have_count(0)


# ---- without a network ------------------------------------------------------------------------------


def test_three_questions_are_answered_without_a_network_and_told_when_it_returns(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str], clock: Clock
) -> None:
    _open(newcomer, plan("choice", "text", "date", "number", "cloze"))
    newcomer.context.set_offline(True)
    _tap(newcomer, "Euphrates")
    expect(newcomer.get_by_text("1 answer kept on this device", exact=True)).to_be_visible()
    _type(newcomer, "the old citadel", "castle")
    _type(newcomer, "capture the city", "14 Oct 2017")
    expect(newcomer.get_by_text("3 answers kept on this device", exact=True)).to_be_visible()
    _type(newcomer, "How far is it", "44 km")
    expect(newcomer.get_by_role("heading", name="Waiting for the network")).to_be_visible()
    assert _logged(sqlite_app) == []
    clock.pass_seconds(60)
    newcomer.context.set_offline(False)
    expect(newcomer.locator("#verdict")).to_have_text("Not yet")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")
    expect(newcomer.locator(".kept")).to_be_hidden()
    assert [review.mark for review in _logged(sqlite_app)] == [1.0, 0.0, 1.0, 1.0]
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator("h1")).to_contain_text("at Mayadin was bombed")


def _close_and_open(page: Page) -> Page:
    """Close a tab while the network is away, and open another one when it is back."""
    context = page.context
    page.close()
    context.set_offline(False)
    return context.new_page()


def test_what_was_kept_and_wrong_can_be_looked_at_when_another_page_sends_it(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    where = plan("choice", "text", "date", "number", "cloze")
    _open(newcomer, where)
    newcomer.context.set_offline(True)
    _tap(newcomer, "Euphrates")
    _type(newcomer, "the old citadel", "castle")
    _type(newcomer, "capture the city", "14 Oct 2017")
    expect(newcomer.get_by_text("3 answers kept on this device", exact=True)).to_be_visible()
    page = _close_and_open(newcomer)
    held: list[Route] = []
    page.route("**/study/*", lambda route: route.continue_() if held else held.append(route))
    page.goto("/today")
    expect(page.get_by_text("3 answers kept on this device")).to_be_visible()
    expect(page.get_by_role("heading", name="Choose what to study")).to_be_visible()
    held[0].continue_()
    expect(page.get_by_text("3 answers sent: 2 right, 1 not yet.")).to_be_visible()
    expect(page.get_by_role("heading", name="3 questions to go")).to_be_visible()
    page.set_viewport_size({"width": DESK, "height": 800})
    places = [page.locator(each).bounding_box() for each in (".notice", ".plan")]
    assert len({box["x"] for box in places if box}) == 1, (
        "the line stands above both columns, not in one of them"
    )
    follow(page, page.get_by_role("link", name="What is the old citadel of the town called?"))
    expect(page.locator("#verdict")).to_have_text("Not yet")
    expect(page.get_by_text("castle")).to_be_visible()


def test_kept_answers_are_told_of_when_their_session_is_loaded_again(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    where = plan("choice", "text", "date", "number", "cloze")
    _open(newcomer, where)
    newcomer.context.set_offline(True)
    newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
    newcomer.get_by_label("Your answer").fill("Rahba")
    newcomer.keyboard.press("Enter")
    expect(newcomer.get_by_text("2 answers kept on this device", exact=True)).to_be_visible()
    page = _close_and_open(newcomer)
    page.goto(where)
    expect(page.locator("#verdict")).to_have_text("Not yet")
    expect(page.locator(".line")).to_have_text("2 answers sent: 1 right, 1 not yet.")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("When did the Syrian Army capture the city of Mayadin?")
    assert len(_logged(sqlite_app)) == 2


def test_what_another_session_kept_is_told_of_above_the_question(
    newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.context.set_offline(True)
    newcomer.locator(".options button").filter(has_not_text="Euphrates").first.click()
    expect(newcomer.get_by_text("1 answer kept on this device", exact=True)).to_be_visible()
    page = _close_and_open(newcomer)
    page.goto(plan("number", "cloze", seed=4))
    expect(page.locator(".sent")).to_contain_text("1 answer sent: 1 not yet.")
    follow(page, page.get_by_role("link", name=TAPPED))
    expect(page.locator("#verdict")).to_have_text("Not yet")


@pytest.mark.long
def test_two_hundred_kept_answers_are_sent_shuffled_and_twice_and_stored_once(
    sqlite_app: Flask, newcomer: Page, populated: Site
) -> None:
    with sqlite_app.app_context():
        with reading() as session:
            fact, question = session.execute(
                select(Question.fact_id, Question.id).where(Question.type == "choice")
            ).first() or (0, 0)
        planned = (Planned(fact, question),) * 200
        session_id = store_plan(populated.ids["newcomer"], planned, 20, NOON, random.Random(3))
        with reading() as session:
            keys = list(session.scalars(select(Step.key).where(Step.session_id == session_id)))
    where = f"/study/{session_id}"
    newcomer.goto("/today")
    newcomer.evaluate(
        """async ([keys, where, instant]) => {
          const base = document.querySelector("script[src*='/js/']").src.replace(/[^/]+$/, "");
          const { keep } = await import(base + "outbox.js");
          keys.forEach((key, place) => keep({ key, address: where, fields: [["key", key], ["response", "Euphrates"]],
            answered_at: Date.now() + place, shown_at: Date.now() }));
          await navigator.locks.query(); // back from the browser's own process, which so has what went there before
        }""",
        [keys, where, NOON],
    )
    context = newcomer.context
    newcomer.close()
    page = context.new_page()
    held = []
    page.route("**/study/*", lambda route: held.append(route))
    page.goto("/today")
    expect(page.get_by_text("200 answers kept on this device")).to_be_visible()
    page.unroute("**/study/*")
    page.evaluate("""async () => {
      const base = document.querySelector("script[src*='/js/']").src.replace(/[^/]+$/, "");
      const { keptAnswers } = await import(base + "outbox.js");
      const { ask } = await import(base + "wire.js");
      const twice = [...keptAnswers(), ...keptAnswers()].sort(() => Math.random() - 0.5);
      for (let place = 0; place < twice.length; place += 8) {
        await Promise.all(twice.slice(place, place + 8).map(({ address, fields, answered_at }) =>
          ask(address, [...fields, ["answered_at", answered_at]])));
      }
    }""")
    page.reload()
    page.wait_for_function("() => localStorage.length === 0", timeout=60_000)
    assert len(_logged(sqlite_app)) == 200
    with sqlite_app.app_context():
        assert list(study.rebuild(check_only=True)) == []


def _type(page: Page, stem: str, typed: str) -> None:
    """Answer a question when it stands there, and not in the field of the one before."""
    expect(page.locator("h1")).to_contain_text(stem)
    page.get_by_label("Your answer").fill(typed)
    page.keyboard.press("Enter")


def _answer_two_away(page: Page) -> None:
    page.context.set_offline(True)
    _tap(page, "Euphrates")
    page.get_by_label("Your answer").fill("Rahba")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 answers kept on this device", exact=True)).to_be_visible()


def _kept(page: Page) -> int:
    return int(page.evaluate("localStorage.length"))


@pytest.mark.long
def test_kept_answers_wait_for_their_own_account(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str], become: Become
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    _answer_two_away(newcomer)
    others = len(_logged(sqlite_app, "Sam"))
    become(newcomer, "student")
    newcomer.context.set_offline(False)
    expect(newcomer.get_by_role("heading", name="Another account is signed in")).to_be_visible()
    assert _kept(newcomer) == 2
    follow(newcomer, newcomer.get_by_role("link", name="To today"))
    newcomer.wait_for_load_state("networkidle")
    assert _kept(newcomer) == 2
    assert (len(_logged(sqlite_app)), len(_logged(sqlite_app, "Sam"))) == (0, others)
    become(newcomer, "newcomer").goto("/today")
    expect(newcomer.get_by_text("2 answers sent: 2 right.")).to_be_visible()
    assert _kept(newcomer) == 0
    assert [review.mark for review in _logged(sqlite_app)] == [1.0, 1.0]


@pytest.mark.long
@pytest.mark.parametrize("status", [200, 403, 413, 429, 503])
def test_an_answer_stays_kept_until_the_server_has_spoken_of_it(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str], status: int
) -> None:
    where = plan("choice", "text", "date")
    _open(newcomer, where)
    newcomer.route("**/study/*", lambda route: route.fulfill(status=status, body="<h1>Not now</h1>"))
    with newcomer.expect_response(lambda response: response.status == status):
        _tap(newcomer, "Euphrates")
    expect(newcomer.locator(".kept")).to_contain_text("1 answer kept on this device")
    assert _kept(newcomer) == 1
    newcomer.unroute("**/study/*")
    newcomer.goto(where)
    newcomer.wait_for_function("() => localStorage.length === 0")
    assert len(_logged(sqlite_app)) == 1


def test_who_is_signed_out_in_another_tab_is_told_and_goes_on_after_signing_in(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    other = newcomer.context.new_page()
    other.goto("/me")
    follow(other, other.get_by_role("button", name="Sign out"))
    _tap(newcomer, "Euphrates")
    expect(newcomer.get_by_role("heading", name="You are signed out")).to_be_focused()
    expect(newcomer.locator(".kept")).to_have_text("You are signed out; 1 answer kept on this device")
    follow(newcomer, newcomer.get_by_role("link", name="Sign in"))
    newcomer.get_by_label("Name").fill("Nora")
    newcomer.get_by_label("Password", exact=True).fill(PASSWORD)
    follow(newcomer, newcomer.get_by_role("button", name="Sign in"))
    newcomer.wait_for_function("() => localStorage.length === 0")
    assert [review.mark for review in _logged(sqlite_app)] == [1.0]


@pytest.mark.long
def test_who_signs_in_again_in_another_tab_goes_on_in_this_one(
    newcomer: Page, plan: Callable[..., str], become: Become
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.context.clear_cookies()
    _tap(newcomer, "Euphrates")
    expect(newcomer.get_by_role("heading", name="You are signed out")).to_be_visible()
    become(newcomer, "newcomer")
    expect(newcomer.locator("h1")).to_have_text("What is the old citadel of the town called?")
    expect(newcomer.locator(".result")).to_contain_text("Right")
    expect(newcomer.locator(".kept")).to_be_hidden()


@pytest.mark.long
def test_a_full_browser_says_that_answers_are_kept_while_the_page_is_open(
    sqlite_app: Flask, newcomer: Page, plan: Callable[..., str]
) -> None:
    _open(newcomer, plan("choice", "text", "date"))
    newcomer.evaluate(
        "() => void (Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') })"
    )
    newcomer.context.set_offline(True)
    _tap(newcomer, "Euphrates")
    expect(newcomer.locator(".line")).to_contain_text("Kept while this page is open;")
    expect(newcomer.locator(".kept")).to_have_text("1 answer kept while this page is open")
    newcomer.context.set_offline(False)
    expect(newcomer.locator(".kept")).to_be_hidden()
    assert len(_logged(sqlite_app)) == 1

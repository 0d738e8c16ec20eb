"""Reviewing a built bank in a real browser: by keys with the script, by buttons without, and axe finds nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import Axe, follow, look_over, press
from tests.fixtures.browser import OpenPage
from tests.fixtures.site import STRAIT

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]


def _start(page: Page) -> int:
    """Give the article and return how many facts are left to review."""
    page.goto("/teach/build")
    page.get_by_label("Paste its text").fill(STRAIT.read_text(encoding="utf-8"))
    follow(page, page.get_by_role("button", name="Find facts and draft questions"))
    return _left(page)


def _left(page: Page) -> int:
    return int(page.locator("h1").inner_text().split()[0])


def test_facts_are_accepted_rejected_taken_back_and_looked_at_by_keys(
    open_page: OpenPage, become: Become, axe: Axe
) -> None:
    page = become(open_page(width=1280), "another teacher")
    total = _start(page)
    first = page.locator("[name=fact]").input_value()
    expect(page.locator("[data-key=a] kbd")).to_be_visible()
    press(page, "a")
    assert _left(page) == total - 1
    assert page.locator("[name=fact]").input_value() != first
    press(page, "r")
    assert _left(page) == total - 2
    press(page, "j")
    press(page, "k")
    expect(page.locator("mark").first).to_be_in_viewport()
    press(page, "u")
    press(page, "u")
    assert _left(page) == total
    assert page.locator("[name=fact]").input_value() == first
    assert look_over(page, axe) == []
    page.get_by_role("button", name="Reject").focus()
    press(page, "Enter")
    expect(page.get_by_role("button", name="Reject")).to_be_focused()
    press(page, "u")
    follow(page, page.get_by_role("link", name="Edit"))
    expect(page.get_by_label("Statement")).to_be_focused()
    page.get_by_label("Stem").first.fill("Asked by the teacher?")
    follow(page, page.get_by_role("button", name="As YAML instead"))
    expect(page.get_by_label("The fact with its questions")).to_contain_text("stem: Asked by the teacher?")
    follow(page, page.get_by_role("button", name="Back to the form"))
    assert look_over(page, axe) == []
    follow(page, page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("Asked by the teacher?")).to_be_visible()
    press(page, "u")
    expect(page.get_by_text("Asked by the teacher?")).to_have_count(0)
    follow(page, page.get_by_role("link", name="Edit"))
    follow(page, page.get_by_role("link", name="Cancel"))
    follow(page, page.get_by_role("button", name="of high confidence"))
    presses = 0
    while page.locator("[data-key=a]").count():
        press(page, "a")
        presses += 1
    assert presses < total
    follow(page, page.get_by_role("button", name="Preview and publish"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("no problem")


def test_without_a_script_every_step_is_a_button(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(javascript=False), "another teacher")
    total = _start(page)
    follow(page, page.get_by_role("button", name="Accept", exact=False).last)
    follow(page, page.get_by_role("button", name="Reject"))
    assert _left(page) == total - 2
    follow(page, page.get_by_role("button", name="Undo"))
    follow(page, page.get_by_role("link", name="Edit"))
    page.get_by_label("Statement").fill("The strait was fought over.")
    page.get_by_label("Stem").first.fill("")
    follow(page, page.get_by_role("button", name="Save and accept"))
    expect(page.get_by_label("Stem").first).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Stem").first.fill("Over what was fought?")
    follow(page, page.get_by_role("button", name="Save and accept"))
    assert _left(page) == total - 2
    follow(page, page.get_by_role("button", name="Preview the 2 accepted"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("no problem")


def test_who_gives_an_article_sees_that_it_is_read(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(), "another teacher")
    page.goto("/teach/build")
    page.get_by_label("Paste its text").fill(STRAIT.read_text(encoding="utf-8"))
    # Playwright looks at nothing while a page is on its way: the page itself notes what its button says meanwhile.
    page.evaluate(
        """() => {
          const button = document.querySelector("[data-drop] button.first");
          const note = () => sessionStorage.setItem("said", `${button.textContent} ${button.disabled}`);
          new MutationObserver(note).observe(button, { attributes: true, childList: true });
        }"""
    )
    follow(page, page.get_by_role("button", name="Find facts and draft questions"))
    expect(page.locator("[data-review] h1")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('said')") == "Finding facts … true"
    page.go_back()
    expect(page.get_by_role("button", name="Find facts and draft questions")).to_be_enabled()

"""A teacher's road in a real browser without scripts: a file with problems, mended, looked at, published, changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import follow
from tests.fixtures.browser import OpenPage
from tests.fixtures.site import BANKS, bank_text

pytestmark = pytest.mark.browser
Become = Callable[[Page, str], Page]


@pytest.fixture
def page(open_page: OpenPage, become: Become) -> Page:
    """A teacher's browser without scripts."""
    return become(open_page(width=1280, javascript=False), "another teacher")


def _upload(page: Page, path: Path) -> None:
    page.goto("/teach")
    page.get_by_label("Bank file", exact=True).set_input_files(path)
    follow(page, page.get_by_role("button", name="Check the file"))


def test_a_file_with_problems_is_mended_looked_at_and_published(page: Page) -> None:
    _upload(page, BANKS / "broken.yaml")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 problems")
    expect(page.get_by_text("broken.yaml:14:14")).to_be_visible()
    page.get_by_label("Line 14, mended").fill("        key: 2017-10-14")
    follow(page, page.get_by_role("button", name="Mend line 14"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 problems")
    for _ in range(2):
        follow(page, page.get_by_role("button", name="Leave this question out").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 questions, no problem")
    page.goto(f"{page.url.split('?')[0]}?question=2")
    page.get_by_label("Try an answer").fill("14 October 2017")
    follow(page, page.get_by_role("button", name="Try", exact=True))
    expect(page.locator("#tried")).to_contain_text("grade 1")
    follow(page, page.get_by_role("button", name="Publish 2 questions"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Broken in three places")


@pytest.mark.long
def test_publishing_changes_nothing_for_others_until_it_is_for_everybody(
    page: Page, open_page: OpenPage, become: Become, tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(bank_text("one-word").replace(b"one-word", b"mine").replace(b"One word", b"My own word"))
    _upload(page, file)
    follow(page, page.get_by_role("button", name="Publish 1 question"))
    student = become(open_page(javascript=False), "student")
    student.goto("/library")
    expect(student.get_by_text("My own word")).to_have_count(0)
    page.get_by_label("Audience").select_option("everybody")
    follow(page, page.get_by_role("button", name="Save"))
    student.reload()
    expect(student.get_by_role("link", name="My own word")).to_be_visible()


def test_a_question_is_mended_added_and_the_bank_retired_brought_back_and_downloaded(
    open_page: OpenPage, become: Become
) -> None:
    page = become(open_page(width=1280, javascript=False), "teacher")
    page.goto("/teach/one-word")
    follow(page, page.get_by_role("link", name="Mend word"))
    follow(page, page.get_by_role("button", name="As YAML instead"))
    field = page.get_by_label("Question")
    field.fill(field.input_value().replace("key: burg", "key: [burg"))
    follow(page, page.get_by_role("button", name="Check and preview"))
    expect(page.get_by_role("alert")).to_be_visible()
    field.fill(field.input_value().replace("key: [burg", "key: fortress"))
    follow(page, page.get_by_role("button", name="Check and preview"))
    expect(page.get_by_text("another answer is right now")).to_be_visible()
    expect(page.get_by_text("changed; every student keeps what they know")).to_be_visible()
    follow(page, page.get_by_role("button", name="Publish 1 question"))
    expect(page.get_by_text("text, version 2: fortress")).to_be_visible()
    follow(page, page.get_by_role("button", name="Retire this bank"))
    expect(page.get_by_text("Retired: nobody is asked")).to_be_visible()
    follow(page, page.get_by_role("button", name="Bring it back"))
    with page.expect_download() as begun:
        page.get_by_role("link", name="Download as YAML").click()
    assert begun.value.suggested_filename == "one-word.yaml"
    assert "key: fortress" in Path(begun.value.path()).read_text()


@pytest.mark.long
def test_a_question_is_added_by_the_form_of_its_type(open_page: OpenPage, become: Become) -> None:
    page = become(open_page(javascript=False), "teacher")
    page.goto("/teach/one-word")
    follow(page, page.get_by_role("link", name="Add a question"))
    page.get_by_label("Type").select_option("number")
    follow(page, page.get_by_role("button", name="Choose"))
    page.get_by_label("Stem").fill("How many gates has it?")
    page.get_by_label("Key").fill("many of them")
    follow(page, page.get_by_role("button", name="Check and preview"))
    expect(page.locator(".has-problem")).to_have_count(1)
    page.get_by_label("Key").fill("at least 7")
    follow(page, page.get_by_role("button", name="Check and preview"))
    follow(page, page.get_by_role("button", name="Publish 2 questions"))
    expect(page.get_by_text("How many gates has it?")).to_be_visible()

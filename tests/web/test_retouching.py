"""Editing a drafted fact in the browser's eyes: plain fields first, YAML second, and nothing typed is lost."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from tests.fixtures.site import STRAIT, sign_in

ARTICLE = STRAIT.read_text(encoding="utf-8")


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, "Tess", "teacher")
    return client


@pytest.fixture
def review(teacher: FlaskClient) -> str:
    return str(teacher.post("/teach/build", data={"text": ARTICLE}).location)


def _edit_page(client: FlaskClient, review: str, number: int = 1) -> str:
    found = re.search(r'href="([^"]+)"\s+data-key="e"', client.get(f"{review}?fact={number}").text)
    assert found is not None
    return unescape(found[1])


def _fields(page: str) -> MultiDict[str, str]:
    """What a browser sends of the form of a page."""
    form = page[page.index("<main") :]
    fields: MultiDict[str, str] = MultiDict()
    for name, value in re.findall(r'<input[^>]*?\sname="([^"]+)"[^>]*?\svalue="([^"]*)"', form, re.DOTALL):
        fields.add(name, unescape(value))
    for name, value in re.findall(
        r'<textarea[^>]*?\sname="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL
    ):
        fields.add(name, unescape(value))
    return fields


def test_an_edit_opens_as_plain_fields_and_is_saved_and_accepted(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    assert "text" not in fields
    fields["statement"] = "The teacher says so."
    fields["q1-stem"] = "What does the teacher ask?"
    answer = teacher.post(page, data=MultiDict([*fields.items(multi=True), ("turn", "accept")]))
    assert answer.location == f"{review}?fact=2"
    shown = teacher.get(f"{review}?fact=1").text
    assert "Fact 1, accepted, edited" in shown
    assert "The teacher says so." in shown
    assert "What does the teacher ask?" in shown
    assert teacher.post(f"{review}/undo").location == f"{review}?fact=1"
    assert "The teacher says so." not in teacher.get(f"{review}?fact=1").text


def test_an_edit_that_is_undone_says_so(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    fields["statement"] = "The teacher says so."
    assert teacher.post(page, data=fields).location == f"{review}?fact=1"
    teacher.post(f"{review}/undo")
    assert "The edit is taken back." in teacher.get(f"{review}?fact=1").text


def test_what_is_typed_goes_from_the_fields_into_the_yaml_and_back(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    fields["statement"] = "The teacher says so."
    fields["q1-stem"] = "What does the teacher ask?"
    written = teacher.post(page, data=MultiDict([*fields.items(multi=True), ("turn", "yaml")]))
    assert written.status_code == 200
    typed = _fields(written.text)
    assert "statement: The teacher says so." in typed["text"]
    assert "stem: What does the teacher ask?" in typed["text"]
    back = teacher.post(page, data=MultiDict([*typed.items(multi=True), ("turn", "form")]))
    assert {name: each for name, each in _fields(back.text).items() if name != "csrf_token"} == {
        name: each for name, each in fields.items() if name != "csrf_token"
    }
    assert teacher.get(f"{page}?as=yaml").text.count("<textarea") == 1
    assert "edited" not in teacher.get(f"{review}?fact=1").text


def test_a_question_gets_more_rows_and_keeps_what_was_typed(teacher: FlaskClient, review: str):
    number = next(n for n in range(1, 20) if "rows-1" in teacher.get(_edit_page(teacher, review, n)).text)
    page = _edit_page(teacher, review, number)
    before = teacher.get(page).text
    fields = _fields(before)
    fields["q1-stem"] = "Typed before the rows?"
    more = teacher.post(page, data=MultiDict([*fields.items(multi=True), ("turn", "rows-1")])).text
    assert "Typed before the rows?" in more
    assert more.count("<input") > before.count("<input")


def test_questions_are_added_in_plain_fields_and_one_left_empty_is_none(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    asked = len([name for name in fields if re.fullmatch(r"q\d+-stem", name)])
    fields["q1-stem"] = "What does the teacher ask?"
    for kind in ("text", "choice", "date"):
        more = teacher.post(page, data=MultiDict([*fields.items(multi=True), ("add", kind), ("turn", "add")]))
        assert more.status_code == 200
        fields = _fields(more.text)
    assert re.search(r'name="new3-stem"[^>]*autofocus', more.text)
    assert fields["q1-stem"] == "What does the teacher ask?"
    assert fields.getlist("added") == ["text", "choice", "date"]
    fields["new1-stem"] = "Who asks this?"
    fields["new2-stem"], fields["new2-key"] = "Who else asks?", "Nobody"
    answer = teacher.post(page, data=fields)
    assert answer.status_code == 422
    assert 'id="new1-key-problem"' in answer.text
    assert 'id="new2-distractors-problem"' in answer.text
    assert 'id="new3-stem-problem"' not in answer.text, "nothing was typed there"
    ways = re.findall(r'href="#q(\d+)-heading"', answer.text)
    assert ways == [str(asked + 1), str(asked + 2)], "each that is wrong is led to"
    again = _fields(answer.text)
    assert [each for each in again.items(multi=True) if each[0] != "csrf_token"] == [
        each for each in fields.items(multi=True) if each[0] != "csrf_token"
    ]
    other = _fields(teacher.get(page).text)
    other["statement"], other["added"] = "The other window says so.", "date"
    other["new1-stem"], other["new1-key"] = "When was it, elsewhere?", "1986"
    assert teacher.post(page, data=other).status_code == 303
    late = teacher.post(page, data=fields)
    assert late.status_code == 422
    kept = _fields(late.text)
    assert (kept["q1-stem"], kept[f"q{asked + 1}-stem"]) == (fields["q1-stem"], "When was it, elsewhere?")
    assert {name: kept[name] for name in fields if name.startswith("new")} == {
        name: fields[name] for name in fields if name.startswith("new")
    }
    teacher.post(f"{review}/undo")
    fields["new1-key"] = "The teacher"
    fields.setlist("new2-distractors", ["A parent", "A pupil"])
    written = _fields(teacher.post(page, data=MultiDict([*fields.items(multi=True), ("turn", "yaml")])).text)
    assert written["text"].count("  - type: ") == asked + 2
    back = teacher.post(page, data=MultiDict([*written.items(multi=True), ("turn", "form")])).text
    assert _fields(back).getlist("added") == ["text", "choice"]
    assert teacher.post(page, data=fields).location == f"{review}?fact=1"
    shown = teacher.get(f"{review}?fact=1").text
    assert "Fact 1, edited" in shown
    assert shown.count('class="stem"') == asked + 2
    assert shown.index("What does the teacher ask?") < shown.index("Who asks this?") < shown.index("Who else")
    teacher.post(f"{review}/undo")
    assert teacher.get(f"{review}?fact=1").text.count('class="stem"') == asked


def test_a_field_that_is_wrong_is_marked_and_nothing_typed_is_lost(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    fields["statement"], fields["q1-stem"], fields["q1-feedback"] = "What I stated.", "", "What I typed."
    answer = teacher.post(page, data=fields)
    assert answer.status_code == 422
    for said in ("mend what is marked", "What I stated.", "What I typed.", 'aria-invalid="true"'):
        assert said in answer.text
    assert 'id="q1-stem-problem"' in answer.text
    fields["q1-stem"], fields["statement"] = "And now?", " "
    answer = teacher.post(page, data=fields)
    assert answer.status_code == 422
    assert "the statement is empty" in answer.text.lower()
    assert "And now?" in answer.text


def test_what_is_typed_into_a_question_that_another_window_left_out_stands_there_as_a_new_one(
    teacher: FlaskClient, review: str
):
    number = next(n for n in range(1, 9) if "/leave-out" in teacher.get(f"{review}?fact={n}").text)
    page = _edit_page(teacher, review, number)
    late = _fields(teacher.get(page).text)
    types = late.getlist("asked")
    late["q1-stem"], late["added"] = "Typed into the first?", "card"
    late["new1-stem"], late["new1-key"] = "Typed into a new one?", "Yes"
    teacher.post(
        f"{page}/leave-out",
        data={"question": "1", "seen": _seen_in_review(teacher, f"{review}?fact={number}")},
    )
    answer = teacher.post(page, data=late)
    assert answer.status_code == 422
    fields = _fields(answer.text)
    assert (fields.getlist("asked"), fields.getlist("added")) == (types[1:], [types[0], "card"])
    assert (fields["q1-stem"], fields["new1-stem"]) == (late["q2-stem"], "Typed into the first?")
    assert (fields["new2-stem"], fields["new2-key"]) == ("Typed into a new one?", "Yes")
    assert teacher.post(page, data=fields).status_code == 303
    shown = teacher.get(f"{review}?fact={number}").text
    assert shown.count('class="stem"') == len(types) + 1
    assert shown.index("Typed into the first?") < shown.index("Typed into a new one?")


def _seen_in_review(client: FlaskClient, address: str) -> str:
    found = re.search(r'/leave-out">.*?name="seen" value="([^"]+)"', client.get(address).text, re.DOTALL)
    assert found is not None
    return found[1]


def test_yaml_that_cannot_be_read_loses_nothing_that_was_typed(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    seen = _fields(teacher.get(page).text)["seen"]
    for turn in ("accept", "save", "form"):
        answer = teacher.post(page, data={"seen": seen, "text": "id: [what I typed", "turn": turn})
        assert answer.status_code == 422
        assert "id: [what I typed" in answer.text
        assert 'role="alert"' in answer.text


@pytest.mark.parametrize("typed", ["a: " + "[" * 200_000, "- " * 200_000, "x" * 60_000, "a: b\n" * 20_000])
def test_yaml_that_nobody_writes_is_refused_however_it_is_sent(teacher: FlaskClient, review: str, typed: str):
    page = _edit_page(teacher, review)
    seen = _fields(teacher.get(page).text)["seen"]
    for turn in ("accept", "save", "form"):
        answer = teacher.post(page, data={"seen": seen, "text": typed, "turn": turn})
        assert answer.status_code == 422


def test_a_statement_as_long_as_a_book_is_refused(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    fields["statement"] = "It is so, and so on. " * 50_000
    answer = teacher.post(page, data=fields)
    assert answer.status_code == 422
    assert "more than 5,000 characters" in answer.text


def test_a_fact_that_was_edited_in_another_window_is_shown_as_it_is_now(teacher: FlaskClient, review: str):
    page = _edit_page(teacher, review)
    fields = _fields(teacher.get(page).text)
    late = fields.copy()
    fields["statement"] = "The first window says so."
    late["statement"], late["q1-stem"] = "The second window says so.", "And asks this?"
    teacher.post(page, data=fields)
    answer = teacher.post(page, data=late)
    assert answer.status_code == 422
    for said in ("As it is now", "The first window says so.", "The second window says so.", "And asks this?"):
        assert said in answer.text
    late["seen"] = _fields(answer.text)["seen"]
    assert teacher.post(page, data=late).status_code == 303
    assert "The second window says so." in teacher.get(f"{review}?fact=1").text

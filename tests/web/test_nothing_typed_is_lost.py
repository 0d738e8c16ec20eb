"""Whatever a teacher typed into a page of the desk is applied, or stands there again."""

import html
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures.site import PASSWORD, sign_in

DATES = """title: Dates
questions:
  - type: date
    stem: When was the first?
    key: 14/10/2017x
  - type: date
    stem: When was the second?
    key: 24.12.x
  - type: date
    stem: When was the third?
    key: soon
  - type: date
    stem: When was the fourth?
    key: 1945
"""


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, "Tess", "teacher")
    return client


def upload(client: FlaskClient, text: str, name: str = "dates.yaml", **fields: str) -> str:
    file = (io.BytesIO(text.encode()), name)
    answer = client.post("/teach/files", data={"file": file, **fields}, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def publish(client: FlaskClient, text: str, name: str = "dates.yaml") -> str:
    draft = upload(client, text, name)
    answer = client.post(f"{draft}/publish", data=fields_of(client.get(draft).text))
    assert answer.status_code == 303
    return str(answer.location).split("?")[0]


def fields_of(page: str) -> dict[str, list[str]]:
    """Every field of a page with a name that is not a button's: what its one large form sends."""
    found: dict[str, list[str]] = {}
    for attributes, text in re.findall(r"<(?:input|textarea)\b([^>]*)>(?:\n?([^<]*)</textarea>)?", page):
        name = re.search(r'name="([^"]*)"', attributes)
        value = re.search(r'value="([^"]*)"', attributes)
        if name:
            found.setdefault(name[1], []).append(html.unescape(value[1] if value else text))
    return found


def boxes(page: str) -> list[str]:
    return fields_of(page).get("mended", [])


# --- boxes of a draft ----------------------------------------------------------------------------------


@pytest.fixture
def draft(teacher: FlaskClient) -> str:
    return upload(teacher, DATES)


def typed_in(teacher: FlaskClient, draft: str, *texts: str) -> dict[str, list[str]]:
    """What the page of a draft sends after these texts were typed into its first boxes."""
    fields = fields_of(teacher.get(draft).text)
    fields["mended"][: len(texts)] = texts
    return fields


def test_leaving_a_question_out_mends_the_others_as_they_stand_in_their_boxes(
    teacher: FlaskClient, draft: str
) -> None:
    fields = typed_in(teacher, draft, "    key: 14 October 2017\r\n    feedback: In autumn.", "    key: x")
    fields["mended"][2] = "    key: 44 BC"
    assert teacher.post(f"{draft}/mend", data={**fields, "leave-out": "8"}).status_code == 303
    text = teacher.get(f"{draft}/download").text
    assert (
        "key: 14 October 2017\n    feedback: In autumn.\n  - type: date\n    stem: When was the third" in text
    )
    assert "key: 44 BC\n" in text
    assert "second" not in text


def test_boxes_stand_as_typed_after_the_draft_was_changed_in_another_tab(
    teacher: FlaskClient, draft: str
) -> None:
    fields = typed_in(teacher, draft, "    key: first", "    key: second", "    key: third")
    teacher.post(f"{draft}/mend", data={**typed_in(teacher, draft), "leave-out": "5"})
    for address in ("mend", "publish"):
        answer = teacher.post(f"{draft}/{address}", data=fields)
        assert answer.status_code == 422
        assert boxes(answer.text) == ["    key: second", "    key: third"]
        assert "What you typed, and the draft does not have" in answer.text
        assert "    key: first</textarea>" in answer.text


def test_trying_an_answer_or_looking_at_another_question_keeps_the_boxes(
    teacher: FlaskClient, draft: str
) -> None:
    fields = typed_in(teacher, draft, "    key: 44 BC", "    key: 1200")
    page = teacher.post(f"{draft}/mend", data={**fields, "turn": "look", "try": "1945"}).text
    assert "grade 1" in page
    assert boxes(page) == ["    key: 44 BC", "    key: 1200", "    key: soon"]
    page = teacher.post(f"{draft}/mend", data={**fields, "go": "9"}).text
    assert boxes(page)[:2] == ["    key: 44 BC", "    key: 1200"]
    assert teacher.get(f"{draft}/download").text == DATES


def test_publishing_publishes_what_was_shown_and_puts_the_boxes_into_the_draft(
    teacher: FlaskClient, draft: str
) -> None:
    fields = typed_in(teacher, draft, "    key: 14 October 2017", "    key: 24 December 1914")
    assert teacher.post(f"{draft}/publish", data=fields).location == draft
    page = teacher.get(draft).text
    assert "3 questions, 1 problem" in page
    assert "What was typed into the boxes stands in this draft now" in page
    assert "1 fact, 1 question" in teacher.get("/teach/dates").text


# --- a question of a bank, and a draft of a new version -------------------------------------------------

RIVERS = """title: Rivers
questions:
  - type: text
    stem: Which river flows through Rome?
    key: Tiber
  - type: text
    stem: Which river flows through Paris?
    key: Seine
"""
MEND = re.compile(r'href="(/teach/rivers/questions/[^"]+)"')


def test_a_question_is_mended_in_the_open_draft_of_a_new_version_that_has_no_ids(
    teacher: FlaskClient,
) -> None:
    own = publish(teacher, RIVERS, "rivers.yaml")
    upload(teacher, RIVERS.replace("through Paris", "thorugh Paris"), "rivers.yaml", bank="rivers")
    assert teacher.get(f"{own}/questions/none-such").status_code == 404
    _, address = MEND.findall(teacher.get(own).text)
    page = teacher.get(address)
    assert page.status_code == 200
    assert "thorugh Paris" in page.text
    fields = fields_of(page.text) | {"stem": ["Which river flows through the city of Paris?"]}
    draft = teacher.post(address, data=fields).location
    assert "question=2" in draft
    page = teacher.get(draft).text
    assert "1</b></td><td>changed" in page
    assert "the city of Paris" in page


@pytest.mark.parametrize(
    "new_version", [RIVERS.replace("key: Seine", "kee: Seine"), RIVERS[: RIVERS.rindex("  - ")]]
)
def test_a_question_that_the_draft_cannot_show_says_so_and_keeps_what_was_typed(
    teacher: FlaskClient, new_version: str
) -> None:
    own = publish(teacher, RIVERS, "rivers.yaml")
    _, address = MEND.findall(teacher.get(own).text)
    fields = fields_of(teacher.get(address).text) | {"stem": ["A LONG STEM THAT TOOK MINUTES"]}
    upload(teacher, new_version, "rivers.yaml", bank="rivers")
    assert "A draft of this bank is open" in teacher.get(address).text
    answer = teacher.post(address, data=fields)
    assert answer.status_code == 422
    assert "A draft of this bank is open" in answer.text
    again = fields_of(answer.text)
    assert {name: again[name] for name in ("stem", "key", "seen")} == {
        name: fields[name] for name in ("stem", "key", "seen")
    }


def test_what_was_typed_goes_into_a_draft_that_came_meanwhile_when_it_is_sent_again(
    teacher: FlaskClient,
) -> None:
    own = publish(teacher, RIVERS, "rivers.yaml")
    address, _ = MEND.findall(teacher.get(own).text)
    new = f"{own}/new-question"
    fields = fields_of(teacher.get(address).text) | {"stem": ["What flows through Rome?"]}
    added = fields_of(teacher.get(f"{new}?type=text").text) | {"stem": ["Through London?"], "key": ["Thames"]}
    upload(teacher, RIVERS, "rivers.yaml", bank="rivers")
    answer = teacher.post(address, data=fields)
    assert answer.status_code == 422
    assert "What flows through Rome?" in answer.text
    draft = teacher.post(address, data=fields_of(answer.text)).location.split("?")[0]
    answer = teacher.post(new, data=added)
    assert answer.status_code == 422
    assert teacher.post(new, data=fields_of(answer.text)).status_code == 303
    text = teacher.get(f"{draft}/download").text
    assert "What flows through Rome?" in text
    assert "Thames" in text


def test_what_is_probably_the_same_is_joined_by_a_button(teacher: FlaskClient) -> None:
    series = RIVERS.replace("through Rome", "through Rome in 59 BC").replace(
        "through Paris", "through Rome in 48 BC"
    )
    own = publish(teacher, series.replace("Seine", "Tiber"), "rivers.yaml")
    draft = upload(teacher, series.replace("Seine", "Tiber").replace("48", "46"), "rivers.yaml")
    page = teacher.get(draft).text
    assert "Probably the same" in page
    assert "1</b></td><td>new" in page
    (same,) = re.findall(r'name="same"\s+value="([^"]+)"', page)
    fields = {"seen": fields_of(page)["seen"][0], "same": same}
    assert teacher.post(f"{draft}/mend", data=fields).location == draft
    page = teacher.get(draft).text
    assert "Probably the same" not in page
    assert "1</b></td><td>changed; every student keeps" in page
    answer = teacher.post(f"{draft}/mend", data={**fields, "seen": fields_of(page)["seen"][0]})
    assert answer.status_code == 422
    assert "has an id already" in answer.text
    assert own == "/teach/rivers"


# --- uploading ----------------------------------------------------------------------------------------------


def test_a_form_that_has_grown_old_gives_back_what_was_typed_but_no_password(
    app: Flask, teacher: FlaskClient
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    stranger = app.test_client()
    for client in (teacher, stranger):
        answer = client.post("/teach/files", data={"text": RIVERS, "csrf_token": "old"})
        assert answer.status_code == 400
        assert "Nothing" not in answer.text
        assert RIVERS in html.unescape(answer.text)
        assert "readonly" in answer.text
    answer = stranger.post("/sign-in", data={"name": "Tess", "password": PASSWORD})
    assert answer.status_code == 400
    assert PASSWORD not in answer.text


def test_a_file_and_a_text_at_once_are_not_guessed_about(teacher: FlaskClient) -> None:
    both = {"file": (io.BytesIO(DATES.encode()), "dates.yaml"), "text": RIVERS}
    answer = teacher.post("/teach/files", data=both, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "choose one of them" in answer.text
    assert RIVERS in html.unescape(answer.text)
    assert re.search(r"<details class=\"fold\"\s+open>", answer.text)
    assert re.search(r"<details class=\"fold\"\s*>", teacher.get("/teach").text)


# --- the form of a new question -----------------------------------------------------------------------------


@pytest.fixture
def new(teacher: FlaskClient) -> str:
    return f"{publish(teacher, RIVERS, 'rivers.yaml')}/new-question"


def test_another_type_takes_along_what_was_typed_and_brings_the_rest_back(
    teacher: FlaskClient, new: str
) -> None:
    fields = fields_of(teacher.get(f"{new}?type=choice").text) | {
        "stem": ["Which one?"],
        "key": ["Thames"],
        "key-feedback": ["It is."],
        "distractors": ["Seine", "", "Po"],
        "distractors-feedback": ["In Paris.", "", ""],
        "hints": ["In England.\r\nT... (reveals)"],
        "feedback": ["So it is."],
        "statement": ["London lies on the Thames."],
    }
    kept = ("stem", "key", "hints", "feedback", "statement")
    page = fields_of(teacher.post(new, data={**fields, "type": "text", "turn": "type"}).text)
    assert [page[name][0].split() for name in kept] == [fields[name][0].split() for name in kept]
    assert page["shown"] == ["text"]
    page = fields_of(teacher.post(new, data={**page, "type": "card"}).text)
    assert page["shown"] == ["card"], "who chose another type and pressed any button wants that type"
    page = fields_of(teacher.post(new, data={**page, "type": "choice", "turn": "type"}).text)
    assert [each for each in page["distractors"] if each] == ["Seine", "Po"]
    assert page["distractors-feedback"][0] == "In Paris."
    assert page["key-feedback"] == ["It is."]
    page = fields_of(teacher.post(new, data={**page, "type": "order", "turn": "type"}).text)
    assert page["key"] == ["Thames"]


def test_yaml_becomes_a_form_again_with_what_was_typed(teacher: FlaskClient, new: str) -> None:
    fields = fields_of(teacher.get(f"{new}?type=text").text) | {"stem": ["TYPED"], "key": ["Thames"]}
    page = fields_of(teacher.post(new, data={**fields, "type": "text", "turn": "yaml"}).text)
    page["text"][0] += "accepted: [The Thames]\n"
    page = fields_of(teacher.post(new, data={**page, "type": "text", "turn": "form"}).text)
    assert (page["stem"], page["key"], page["accepted"]) == (["TYPED"], ["Thames"], ["The Thames"])
    broken = {"seen": page["seen"], "shown": ["text"], "type": ["text"], "text": ["type: text\nstem: Half"]}
    page = fields_of(teacher.post(new, data={**broken, "turn": "form"}).text)
    assert (page["stem"], page["key"]) == (["Half"], [""])


@pytest.mark.parametrize(
    "text",
    [
        "type: text\nstem: a\nkey: b\ntags: [x]",
        "type: text\nstem: [a]\nkey: b",
        "- x",
        "stem: *a",
        "type: text\nodd: x",
    ],
)
def test_yaml_that_no_form_can_show_stays(teacher: FlaskClient, new: str, text: str) -> None:
    seen = fields_of(teacher.get(new).text)["seen"]
    for sent in (
        {"turn": "form", "shown": "text", "type": "text"},
        {"turn": "type", "shown": "text", "type": "card"},
    ):
        answer = teacher.post(new, data={"seen": seen, "text": text, **sent})
        found = fields_of(answer.text)["text"][0].strip()
        assert found in (text, text.replace("type: text", "type: card")) or "text" not in found


def test_the_yaml_of_a_mended_question_goes_back_into_the_form_too(teacher: FlaskClient) -> None:
    own = publish(teacher, RIVERS, "rivers.yaml")
    address = MEND.findall(teacher.get(own).text)[0]
    page = fields_of(teacher.get(f"{address}?as=yaml").text)
    page["text"] = [page["text"][0].replace("Rome", "the city of Rome")]
    page = fields_of(teacher.post(address, data={**page, "turn": "form"}).text)
    assert page["stem"] == ["Which river flows through the city of Rome?"]
    renamed = {"seen": page["seen"], "text": ["type: text\nid: other\nstem: a\nkey: b"], "turn": "form"}
    assert "has no field for" in teacher.post(address, data=renamed).text


GERMAN = """title: Preußen
questions:
  - type: text
    stem: Wer war der König der Preußen?
    key: Friedrich der Große
"""


@pytest.mark.parametrize(
    ("codec", "name"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_a_file_in_another_encoding_is_read_and_its_words_are_shown(
    teacher: FlaskClient, codec: str, name: str
) -> None:
    file = (io.BytesIO(GERMAN.encode(codec)), "de.yaml")
    answer = teacher.post("/teach/files", data={"file": file}, content_type="multipart/form-data")
    page = teacher.get(answer.location).text
    assert f"saved as {name}" in page
    assert "Preußen, König, Große" in page
    assert "1 question, no problem" in page
    assert teacher.get(f"{answer.location}/download").text == GERMAN


# --- what a preview says ------------------------------------------------------------------------------------


def test_a_new_version_of_a_retired_bank_can_bring_it_back(teacher: FlaskClient) -> None:
    own = publish(teacher, RIVERS, "rivers.yaml")
    teacher.post(f"{own}/retire")
    for bringing, is_back in (({}, False), ({"bring-back": "yes"}, True)):
        draft = upload(teacher, RIVERS.replace("Paris", "the city of Paris"), "rivers.yaml")
        page = teacher.get(draft).text
        assert "The bank is retired" in page
        assert "and bring the bank back" in page
        teacher.post(f"{draft}/publish", data={**fields_of(page), **bringing})
        assert ("Retire this bank" in teacher.get(own).text) is is_back


def test_a_renamed_file_is_asked_about_and_can_become_a_new_version(teacher: FlaskClient) -> None:
    publish(teacher, RIVERS, "rivers.yaml")
    assert "Is this a new version" not in teacher.get(upload(teacher, DATES, "rivers-2.yaml")).text
    other = (
        RIVERS.replace("through", "around").replace("Which river", "What wall").replace("key: ", "key: A ")
    )
    assert "Is this a new version" not in teacher.get(upload(teacher, other, "rivers-3.yaml")).text
    draft = upload(teacher, RIVERS.replace("Paris", "PARIS"), "my rivers (final).yaml")
    page = teacher.get(draft).text
    assert "Is this a new version" in page
    assert teacher.post(f"{draft}/mend", data={"join": "nothing"}).status_code == 404
    page = teacher.post(f"{draft}/mend", data={"join": "rivers"}).text
    assert "a new version of" in page
    assert "Is this" not in page
    answer = teacher.post(f"{draft}/publish", data=fields_of(teacher.get(draft).text))
    assert answer.location == "/teach/rivers"


def test_warnings_stand_apart_and_hinder_nothing(teacher: FlaskClient) -> None:
    draft = upload(teacher, RIVERS.replace("key: Seine", "key: Seine # or so"), "rivers.yaml")
    page = teacher.get(draft).text
    assert "2 questions, no problem" in page
    assert "1 place perhaps not meant so" in page
    assert "rivers.yaml:8:16" in page
    assert teacher.post(f"{draft}/publish", data=fields_of(page)).location == "/teach/rivers"

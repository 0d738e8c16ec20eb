"""The library and the teacher's desk, as a browser without scripts sees them, and once with axe."""

import html
import io
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page
from sqlalchemy import func, select
from werkzeug.http import parse_options_header

from quizapp.services import accounts, library
from quizapp.store import Bank, Card, Draft, Fact, Shelf, reading, writing
from tests.fixtures.browser import OpenPage
from tests.fixtures.site import PASSWORD, sign_in

NOW = 1_764_072_000_000
TOWNS = """title: Towns of the Euphrates
source: {title: Euphrates, url: "https://en.wikipedia.org/wiki/Euphrates", licence: CC BY-SA 4.0}
facts:
  - statement: CANARY Mayadin lies on the river.
    topic: Upper river
    questions:
      - type: text
        stem: Which town lies on the upper river?
        key: Mayadin
      - type: choice
        stem: Which one?
        key: Mayadin
        distractors: [Paris, {text: Rome, feedback: On the Tiber.}]
  - statement: CANARY Hit lies on the river too.
    topic: Lower river
    questions:
      - {type: date, stem: "When did it fall?", key: "2017-10-14"}
"""
BROKEN = TOWNS.replace("key: Mayadin\n      - type: choice", "kee: Mayadin\n      - type: choice")


def _person(app: Flask, name: str, role: str) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, name, role)
    return client


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    return _person(app, "Tess", "teacher")


@pytest.fixture
def student(app: Flask) -> FlaskClient:
    return _person(app, "Sam", "student")


def _publish(app: Flask, text: str = TOWNS, name: str = "towns.yaml", audience: str = "everybody") -> None:
    with app.app_context():
        library.publish_bank(text.encode(), name, owner=None, audience=audience, now=NOW)


def _upload(client: FlaskClient, text: str, name: str = "towns.yaml", **fields: str) -> str:
    file = (io.BytesIO(text.encode()), name)
    answer = client.post("/teach/files", data={"file": file, **fields}, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def _seen(page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found is not None
    return found[1]


def _publish_draft(client: FlaskClient, draft: str) -> str:
    answer = client.post(f"{draft}/publish", data={"seen": _seen(client.get(draft).text)})
    assert answer.status_code == 303
    return str(answer.location)


# --- readers -------------------------------------------------------------------------------------------


def test_the_library_lists_what_everybody_may_study(app: Flask, client: FlaskClient) -> None:
    assert "Nothing stands here yet" in client.get("/library").text
    _publish(app)
    assert "Towns of the Euphrates" in client.get("/library").text
    assert "Towns of the Euphrates" in client.get("/library?q=lower").text
    assert (
        "No title, no topic and no fact that you have answered holds" in client.get("/library?q=danube").text
    )


@pytest.mark.parametrize("address", ["/library", "/library/towns"])
def test_no_statement_and_no_question_is_sent_to_who_has_not_answered(
    app: Flask, client: FlaskClient, student: FlaskClient, address: str
) -> None:
    _publish(app)
    for reader in (client, student):
        page = reader.get(address).text
        assert "CANARY" not in page
        assert "Which town" not in page
        assert "2017" not in page.replace("CC BY-SA 4.0", "")


def test_an_answered_fact_shows_its_statement(app: Flask, student: FlaskClient) -> None:
    _publish(app)
    with app.app_context(), writing() as session:
        fact_id = session.scalar(select(Fact.id).order_by(Fact.position))
        account_id = accounts.find_people("Sam", 1).rows[0].id
        card = Card(account_id=account_id, fact_id=fact_id, stability=9.0, difficulty=5.0, newest_at=NOW)
        card.last_day, card.due_day, card.newest_key = 739_000, 739_012, "x"
        session.add(card)
    page = student.get("/library/towns").text
    assert page.count("CANARY") == 1
    assert "CANARY Mayadin" in page
    assert page.count('class="blank"') == 1


def test_the_source_is_shown_with_its_licence_and_link(app: Flask, client: FlaskClient) -> None:
    _publish(app)
    page = client.get("/library/towns").text
    assert 'href="https://en.wikipedia.org/wiki/Euphrates"' in page
    assert "CC BY-SA 4.0" in page


def test_studying_a_bank_puts_it_on_the_shelf(app: Flask, student: FlaskClient) -> None:
    _publish(app)
    for _ in (1, 2):
        assert student.post("/library/towns/study").location == "/today"
    with app.app_context(), reading() as session:
        assert session.scalar(select(func.count()).select_from(Shelf)) == 1
    assert "on your shelf" in student.get("/library").text
    assert student.post("/library/nothing/study").status_code == 404


# --- drafts --------------------------------------------------------------------------------------------


def test_only_a_teacher_has_a_desk(student: FlaskClient, client: FlaskClient) -> None:
    for address in ("/teach", "/teach/towns", "/teach/drafts/x", "/teach/towns/download"):
        assert student.get(address).status_code == 403
        assert client.get(address).status_code == 302


def test_a_file_is_uploaded_mended_and_published(app: Flask, teacher: FlaskClient) -> None:
    draft = _upload(teacher, BROKEN)
    page = teacher.get(draft).text
    assert "2 questions, 1 problem" in page
    assert "towns.yaml:9:" in page
    assert '<b class="here">kee</b>' in page
    assert "Publish 2 questions" in page
    mending = {"seen": _seen(page), "line": "9", "mended": "        key: Mayadin"}
    assert teacher.post(f"{draft}/mend", data=mending).status_code == 303
    page = teacher.get(draft).text
    assert "3 questions, no problem" in page
    assert "Publish 3 questions" in page
    assert _publish_draft(teacher, draft) == "/teach/towns"
    assert "Published: 3 new" in teacher.get("/teach/towns").text
    with app.app_context(), reading() as session:
        assert session.scalar(select(Bank.audience)) == "owner"
        assert session.scalar(select(func.count()).select_from(Draft)) == 0


def test_a_question_with_a_problem_is_left_out_by_its_button(teacher: FlaskClient) -> None:
    draft = _upload(teacher, BROKEN)
    leaving = {"seen": _seen(teacher.get(draft).text), "leave-out": "9"}
    teacher.post(f"{draft}/mend", data=leaving)
    assert "2 questions, no problem" in teacher.get(draft).text


def test_all_boxes_are_mended_at_once(teacher: FlaskClient) -> None:
    broken = BROKEN.replace("title: ", "titel: ", 1)
    draft = _upload(teacher, broken)
    page = teacher.get(draft).text
    assert "Mend all" in page
    title = broken.splitlines()[0].replace("titel", "title")
    mending = {"seen": _seen(page), "line": ["1", "9"], "mended": [title, "        key: Mayadin"]}
    assert teacher.post(f"{draft}/mend", data=mending).status_code == 303
    assert "3 questions, no problem" in teacher.get(draft).text


def test_a_box_holds_the_line_as_it_was_perhaps_meant(teacher: FlaskClient) -> None:
    page = teacher.get(_upload(teacher, BROKEN.replace("kee: Mayadin", "key: Mayadin: a town"))).text
    assert "key: &#34;Mayadin: a town&#34;</textarea>" in page


def test_what_was_left_out_waits_in_the_draft(teacher: FlaskClient) -> None:
    draft = _upload(teacher, BROKEN)
    assert _publish_draft(teacher, draft) == draft
    page = teacher.get(draft).text
    assert "1 left out; they wait here" in page
    assert "a new version of" in page


def test_a_mended_line_from_an_old_page_is_refused(teacher: FlaskClient) -> None:
    draft = _upload(teacher, BROKEN)
    mending = {"seen": _seen(teacher.get(draft).text), "line": "9", "mended": "        key: Mayadin"}
    teacher.post(f"{draft}/mend", data=mending)
    answer = teacher.post(f"{draft}/mend", data=mending)
    assert answer.status_code == 422
    assert "another window" in answer.text


def test_a_draft_is_tried_question_by_question(teacher: FlaskClient) -> None:
    draft = _upload(teacher, TOWNS)
    page = teacher.get(f"{draft}?question=3&try=14 Oct 2017").text
    assert "Question 3 of 3, date, new" in page
    assert "grade 1" in page
    assert "grade 0" in teacher.get(f"{draft}?question=1&try=Paris").text
    assert "Question 3 of 3" in teacher.get(f"{draft}?question=99").text


def test_pasted_text_is_named_by_its_title(teacher: FlaskClient) -> None:
    answer = teacher.post("/teach/files", data={"text": TOWNS.replace("\n", "\r\n")})
    assert "towns-of-the-euphrates.yaml" in teacher.get(answer.location).text
    assert _publish_draft(teacher, answer.location) == "/teach/towns-of-the-euphrates"


@pytest.mark.parametrize("content", [b"", b"\xff\xfet", b"PK\x03\x04\x00", b"title: \x00"])
def test_what_is_no_text_is_answered_beside_the_field(teacher: FlaskClient, content: bytes) -> None:
    file = (io.BytesIO(content), "x.yaml")
    answer = teacher.post("/teach/files", data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert 'class="note is-wrong"' in answer.text


def test_what_is_too_large_is_refused(app: Flask, teacher: FlaskClient) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000
    file = (io.BytesIO(b"x" * 5000), "x.yaml")
    answer = teacher.post("/teach/files", data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_depth_is_a_problem_with_a_place(teacher: FlaskClient) -> None:
    page = teacher.get(_upload(teacher, "title: " + "[" * 200_000)).text
    assert "nested deeper than 20" in page


def test_a_draft_of_somebody_else_is_not_there(app: Flask, teacher: FlaskClient) -> None:
    draft = _upload(teacher, TOWNS)
    otto = _person(app, "Otto", "teacher")
    assert otto.get(draft).status_code == 404
    assert otto.get(f"{draft}/download").status_code == 404
    assert otto.post(f"{draft}/publish", data={"seen": "x"}).status_code == 404
    assert otto.post(f"{draft}/mend", data={"seen": "x", "line": "1"}).status_code == 404
    otto.post(f"{draft}/discard")
    assert teacher.get(draft).status_code == 200


def test_drafts_wait_on_the_desk_and_can_be_discarded(teacher: FlaskClient) -> None:
    draft = _upload(teacher, TOWNS)
    assert draft in teacher.get("/teach").text
    assert teacher.get(f"{draft}/download").text == TOWNS
    teacher.post(f"{draft}/discard")
    assert draft not in teacher.get("/teach").text


def test_text_of_a_file_never_becomes_markup(teacher: FlaskClient) -> None:
    nasty = TOWNS.replace("Which one?", "<script>alert(1)</script> [x](javascript:alert(1))")
    nasty = nasty.replace("title: Euphrates,", 'title: "<img src=x onerror=1>",')
    draft = _upload(teacher, nasty + "  - <b>no</b>\n")
    bank = _publish_draft(teacher, _upload(teacher, nasty, "nasty.yaml"))
    for address in (draft, f"{draft}?question=2", bank, bank.replace("/teach", "/library")):
        page = teacher.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "javascript:alert" not in html.unescape(page).replace("[x](javascript:alert(1))", "")
        assert "<b>no" not in page


# --- a published bank --------------------------------------------------------------------------------------


@pytest.fixture
def own(teacher: FlaskClient) -> str:
    return _publish_draft(teacher, _upload(teacher, TOWNS))


def test_the_download_is_the_file_with_ids(teacher: FlaskClient, own: str) -> None:
    answer = teacher.get(f"{own}/download")
    assert answer.headers["Content-Disposition"] == "attachment; filename=towns.yaml"
    assert answer.content_type == "application/yaml; charset=utf-8"
    assert answer.text.startswith("id: towns\n")
    assert answer.text.count("id: ") == 6
    page = teacher.get(_upload(teacher, answer.text)).text
    assert "as they were" in page


def test_the_audience_is_set_and_the_bank_retired_and_brought_back(
    teacher: FlaskClient, student: FlaskClient, own: str
) -> None:
    assert student.get("/library/towns").status_code == 404
    teacher.post(f"{own}/audience", data={"audience": "everybody"})
    assert student.get("/library/towns").status_code == 200
    teacher.post(f"{own}/retire")
    assert student.get("/library/towns").status_code == 404
    assert "Bring it back" in teacher.get(own).text
    teacher.post(f"{own}/bring-back")
    assert student.get("/library/towns").status_code == 200
    assert teacher.post(f"{own}/audience", data={"audience": "nobody"}).status_code == 404


def test_one_question_is_mended_previewed_and_published(teacher: FlaskClient, own: str) -> None:
    page = teacher.get(own).text
    (address, *_) = re.findall(rf'href="({own}/questions/[^"]+)"', page)
    form = teacher.get(f"{address}?as=yaml").text
    text = html.unescape(re.search(r'<textarea[^>]*name="text"[^>]*>([^<]*)</textarea>', form)[1])
    fields = {
        "seen": _seen(form),
        "text": text.replace("the upper river", "that river").replace("\n", "\r\n"),
    }
    draft = teacher.post(address, data=fields).location
    page = teacher.get(draft).text
    assert "What changes" in page
    assert "Which town lies on that river?" in page
    assert _publish_draft(teacher, draft.split("?")[0]) == own
    assert "version 2" in teacher.get(own).text


def _fields(page: str) -> dict[str, list[str]]:
    """What a browser would send of the form on a page, without its buttons."""
    (form,) = re.findall(r'<form[^>]*class="stack"[^>]*>(.*?)</form>', page, re.DOTALL)
    found: dict[str, list[str]] = {}
    for attributes, text in re.findall(r"<(?:input|textarea)\b([^>]*)>(?:\n?([^<]*)</textarea>)?", form):
        name = re.search(r'name="([^"]*)"', attributes)
        value = re.search(r'value="([^"]*)"', attributes)
        assert name is not None
        found.setdefault(name[1], []).append(html.unescape(value[1] if value else text))
    return found


def test_a_question_is_mended_in_plain_fields_and_its_bank_keeps_its_place(
    teacher: FlaskClient, own: str
) -> None:
    address = re.findall(rf'href="({own}/questions/[^"]+)"', teacher.get(own).text)[1]
    fields = _fields(teacher.get(address).text)
    assert fields["distractors"] == ["Paris", "Rome", "", "", ""]
    assert fields["distractors-feedback"] == ["", "On the Tiber.", "", "", ""]
    fields["stem"] = ["Which one\r\nis it?"]
    fields["distractors"][2] = "Hit"
    fields["distractors-feedback"][0] = "On the Seine."
    draft = teacher.post(address, data=fields).location
    page = teacher.get(draft).text
    assert "On the Seine." in page
    assert "1</b></td><td>changed" in page
    at = html.unescape(re.search(r'name="at" value="([^"]+)"', page)[1])
    location = teacher.post(f"{draft.split('?')[0]}/publish", data={"seen": _seen(page), "at": at}).location
    assert location == f"{own}?at={at}#q-{at}"
    page = teacher.get(location).text
    assert f'id="q-{at}"' in page
    assert "choice, version 2" in page


def test_a_problem_stands_beside_its_field_and_nothing_typed_is_lost(teacher: FlaskClient, own: str) -> None:
    address = re.findall(rf'href="({own}/questions/[^"]+)"', teacher.get(own).text)[1]
    fields = _fields(teacher.get(address).text) | {
        "stem": ["  "],
        "distractors": ["Paris", "Mayadin", "", ""],
    }
    answer = teacher.post(address, data=fields)
    assert answer.status_code == 422
    assert 'id="stem-problem"' in answer.text
    assert 'id="distractors-1-problem"' in answer.text
    assert "both the key and a distractor" in html.unescape(answer.text)
    again = _fields(answer.text)
    assert again["distractors"][:2] == ["Paris", "Mayadin"]
    assert again["distractors-feedback"][1] == "On the Tiber."
    assert teacher.get("/teach").text.count("towns.yaml") == 0


def test_a_form_turns_into_yaml_with_what_was_typed_and_gets_more_rows(
    teacher: FlaskClient, own: str
) -> None:
    fields = _fields(teacher.get(f"{own}/new-question?type=choice").text)
    fields |= {
        "stem": ["Which: one?"],
        "key": ["Hit"],
        "distractors": ["Ana", "", "Rawa"],
        "statement": ["Hit."],
    }
    more = _fields(teacher.post(f"{own}/new-question", data={**fields, "turn": "rows"}).text)
    assert [each for each in more["distractors"] if each] == ["Ana", "Rawa"]
    assert len(more["distractors"]) > 5
    page = teacher.post(f"{own}/new-question", data={**more, "turn": "yaml"}).text
    written = _fields(page)
    assert written["text"] == [
        'type: choice\nstem: "Which: one?"\nkey: Hit\ndistractors:\n  - Ana\n  - Rawa\n'
    ]
    assert written["statement"] == ["Hit."]
    draft = teacher.post(f"{own}/new-question", data=written).location
    assert "Which: one?" in teacher.get(draft).text


def test_a_question_is_added_in_plain_fields_to_a_chosen_fact(teacher: FlaskClient, own: str) -> None:
    page = teacher.get(f"{own}/new-question?type=cloze").text
    fields = _fields(page) | {"fact": ["1"], "stem": ["___ fell in ___."], "key": ["Hit", "2017 | 2018", ""]}
    fields["hints"] = ["A town.\r\n2017 (reveals)"]
    assert (
        "is chosen above"
        in teacher.post(f"{own}/new-question", data={**fields, "statement": ["Another."]}).text
    )
    draft = teacher.post(f"{own}/new-question", data=fields).location
    page = teacher.get(draft).text
    assert "2: 2018" in page
    assert "gives the answer away" in page
    assert re.search(r"Fact: (<[^>]+>)?CANARY Hit lies", page)


def test_a_form_of_an_old_page_changes_nothing_and_keeps_what_was_typed(
    teacher: FlaskClient, own: str
) -> None:
    address = re.findall(rf'href="({own}/questions/[^"]+)"', teacher.get(own).text)[0]
    fields = _fields(teacher.get(address).text) | {"stem": ["Which town is it?"]}
    draft = teacher.post(address, data=fields).location.split("?")[0]
    for turn in ({}, {"turn": "yaml"}):
        answer = teacher.post(f"{draft}/questions/1", data={**fields, **turn, "stem": "And which one?"})
        assert answer.status_code == 422
        assert "another window" in answer.text
        assert "And which one?" in answer.text
    assert "And which one?" not in teacher.get(draft).text


def test_a_mended_question_with_a_problem_is_shown_again(teacher: FlaskClient, own: str) -> None:
    (address, *_) = re.findall(rf'href="({own}/questions/[^"]+)"', teacher.get(own).text)
    fields = {"seen": _seen(teacher.get(address).text), "text": "type: text\nstim: What?\nkey: x"}
    answer = teacher.post(address, data=fields)
    assert answer.status_code == 422
    assert '<b class="here">stim</b>' in answer.text
    assert "stim: What?" in answer.text


@pytest.mark.parametrize("name", library.type_names())
def test_a_question_of_every_type_can_be_begun(teacher: FlaskClient, own: str, name: str) -> None:
    page = teacher.get(f"{own}/new-question?type={name}&as=yaml").text
    assert f"type: {name}\n" in page
    answer = teacher.post(
        f"{own}/new-question", data={"type": name, "seen": _seen(page), "text": f"type: {name}"}
    )
    assert answer.status_code == 422


def test_a_new_question_goes_through_the_preview(teacher: FlaskClient, own: str) -> None:
    page = teacher.get(f"{own}/new-question?type=number").text
    fields = {"seen": _seen(page), "text": "type: number\nstem: How many towns?\nkey: 38", "fact": "1"}
    draft = teacher.post(f"{own}/new-question", data={"type": "number", **fields}).location
    assert "How many towns?" in teacher.get(draft).text
    assert _publish_draft(teacher, draft.split("?")[0]) == own
    assert "2 facts, 4 questions" in teacher.get(own).text


def test_the_facts_of_a_bank_are_searched_and_paged(teacher: FlaskClient) -> None:
    many = "title: Many\nfacts:\n" + "".join(
        f"- {{statement: Town number {n} lies here., questions: [{{type: card, stem: S{n}, key: K}}]}}\n"
        for n in range(90)
    )
    own = _publish_draft(teacher, _upload(teacher, many, "many.yaml"))
    assert "Page 1 of 3" in teacher.get(own).text
    assert "Town number 85" in teacher.get(f"{own}?page=3").text
    assert "1 fact with" in teacher.get(f"{own}?q=S85").text
    assert teacher.get(f"{own}?page=x&q=%25").status_code == 200


# --- in a real browser ---------------------------------------------------------------------------------------


@pytest.fixture
def signed_in(sqlite_app: Flask, open_page: OpenPage) -> Callable[..., Page]:
    def open_one(role: str, **window: object) -> Page:
        sqlite_app.config["WTF_CSRF_ENABLED"] = False
        name = f"{role.title()} Person"
        if not _is_there(sqlite_app, name):
            _person(sqlite_app, name, role)
        sqlite_app.config["WTF_CSRF_ENABLED"] = True
        page = open_page(**window)  # type: ignore[arg-type]
        page.goto("/sign-in")
        page.fill("input[name=name]", name)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button.first")
        return page

    return open_one


def _is_there(app: Flask, name: str) -> bool:
    with app.app_context():
        return bool(accounts.find_people(name, 1).rows)


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_are_accessible_and_fit_a_phone(
    sqlite_app: Flask, signed_in: Callable[..., Page], axe: Callable[[Page], list[str]], dark: bool
) -> None:
    _publish(sqlite_app)
    page = signed_in("teacher", width=360, dark=dark)

    def look(address: str) -> None:
        if address:
            page.goto(address)
        page.wait_for_load_state()  # a click returns before the page it leads to is read
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert page.locator("h1").count() == 1, address

    for address in ("/library", "/library?q=nothing", "/library/towns", "/teach"):
        look(address)
    page.set_input_files(
        "input[type=file]", files=[{"name": "t.yaml", "mimeType": "text/yaml", "buffer": BROKEN.encode()}]
    )
    page.click("text=Check the file")
    look("")
    page.fill("textarea[name=mended]", "        key: Mayadin")
    page.click("text=Mend line 9")
    page.fill("#try", "Mayadin")
    page.click("button:text-is('Try')")
    look("")
    page.click("text=Publish 3 questions")
    look("")
    own = page.url.split("?")[0]
    page.click(".asked a >> nth=0")
    look("")
    page.fill("[name=stem]", "")
    page.click("text=Check and preview")
    look("")
    page.click("text=As YAML instead")
    look("")
    page.fill("textarea[name=text]", "type: text\nstem: X")
    page.click("text=Check and preview")
    look("")
    for name in ("choice", "match", "cloze", "number"):
        look(f"{own}/new-question?type={name}")
    page.click("text=Check and preview")
    look("")
    look(f"{own}/new-question?type=order&as=yaml")


def test_control_characters_in_an_address_or_a_form_are_left_out(app: Flask, teacher: FlaskClient) -> None:
    own = _publish_draft(teacher, _upload(teacher, TOWNS))
    for address in ("/library?q=%00Towns", "/teach?q=Towns%00", f"{own}?q=%00&at=a%00&page=%00"):
        page = teacher.get(address)
        assert page.status_code == 200, address
        assert "Towns of the Euphrates" in page.text
    assert teacher.post("/study", data={"bank": "\0"}).status_code == 303
    assert teacher.post("/teach/files", data={"bank": "\0", "text": TOWNS}).status_code == 303
    assert teacher.post("/teach/files", data={"bank": "a\0", "text": TOWNS}).status_code == 404
    draft = _upload(teacher, TOWNS, "again.yaml")
    mended = {"line": "1", "seen": _seen(teacher.get(draft).text), "mended": "title: Ri\0vers"}
    assert teacher.post(f"{draft}/mend", data=mended).status_code == 303
    assert "title: Rivers" in teacher.get(f"{draft}/download").text
    form = f"{draft}/questions/1"
    fields = {
        "seen": _seen(teacher.get(form).text),
        "statement": "a\0b",
        "text": "type: card\nstem: \0a\nkey: b",
    }
    assert teacher.post(form, data=fields).status_code == 303
    fields = {"seen": "\0", "statement": "\0", "type": "\0", "fact": "\0", "stem": "\0"}
    assert teacher.post(f"{own}/new-question", data=fields).status_code in (404, 422)


@pytest.mark.parametrize("name", ["خ.yaml", "日本.yaml", "über.yaml", "a b.yaml", "💥"])
def test_a_draft_keeps_its_name_in_any_script(teacher: FlaskClient, name: str) -> None:
    answer = teacher.get(f"{_upload(teacher, TOWNS, name)}/download")
    assert answer.status_code == 200
    assert answer.text == TOWNS
    assert answer.content_type == "application/yaml; charset=utf-8"
    _, said = parse_options_header(answer.headers["Content-Disposition"].encode("ascii").decode())
    assert said["filename"] == (name if name.endswith(".yaml") else f"{name}.yaml")


def test_a_teachers_pages_say_in_which_language_a_bank_is(teacher: FlaskClient) -> None:
    text = (
        "title: Große Ströme\nlanguage: de\nfacts:\n  - id: wien\n    statement: Wien liegt an der Donau.\n"
        "    questions:\n      - {type: text, stem: Woran liegt Wien?, key: Donau}\n"
    )
    draft = teacher.post("/teach/files", data={"text": text}).location
    preview = teacher.get(draft).text
    assert re.search(r'class="stem"\s+lang="de"\s+dir="auto">Woran liegt Wien', preview)
    seen = re.search(r'name="seen" value="([^"]*)"', preview)
    assert seen
    own = teacher.post(f"{draft}/publish", data={"seen": seen[1]}, follow_redirects=True).text
    assert re.search(r'<h1 lang="de"\s+dir="auto">Große Ströme', own)
    assert re.search(r'lang="de"\s+dir="auto">Woran liegt Wien', own)
    assert '<bdi lang="de">Donau</bdi>' in own
    assert re.search(
        r'lang="de"\s+dir="auto"><a href="/teach/[^"]*">Große Ströme', teacher.get("/teach").text
    )

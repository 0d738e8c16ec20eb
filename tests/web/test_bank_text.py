"""Text from banks is Markdown without HTML: nothing in a file is run or loaded, whichever page shows it."""

import html
import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import accounts, library, study
from quizapp.web.library.frame import safe_address
from quizapp.web.markdown import render_line
from tests.conftest import NOON, AppMaker
from tests.fixtures.site import right_fields, sign_in
from tests.laws.page_rules import Page, problems

HOSTILE = (
    "<script>steal()</script>",
    "<img src=x onerror=steal()>",
    '"><svg onload=steal()>',
    "' autofocus onfocus=steal() x='",
    "[go](javascript:steal())",
    "[go](JaVaScRiPt&#58;steal())",
    "[go](data:text/html;base64,PHNjcmlwdD4=)",
    "![see](https://elsewhere.example/pixel.png)",
    "[ref]: javascript:steal()",
    "<javascript:steal()>",
    "<b onmouseover=steal()>bold</b>",
    '<style>body{background:url("https://elsewhere.example")}</style>',
    "<iframe src=https://elsewhere.example></iframe>",
    "</title></p></main><h1>Another</h1>",
    "{{ config.SECRET_KEY }}{% raw %}",
    "`<script>steal()</script>`",
    "<!-- --><base href=//elsewhere.example>",
    "**strong** *em* H~2~O [out](https://elsewhere.example/page)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_of_a_bank_holds_nothing_that_runs_or_loads(text: str) -> None:
    page = Page(str(render_line(text)))
    assert page.wrong == []
    assert {tag for tag, _, _, _ in page.all()} <= {"em", "strong", "code", "sub", "sup", "br", "a"}
    for _, attributes, _, _ in page.all():
        assert set(attributes) <= {"href", "rel"}
        assert re.match(r"https?://|$", attributes.get("href", ""))
        assert "noreferrer" in attributes.get("rel", "noreferrer")


def test_markdown_is_shown_as_it_is_meant() -> None:
    assert (
        str(render_line("*em*, **strong**, `code`"))
        == "<em>em</em>, <strong>strong</strong>, <code>code</code>"
    )
    assert str(render_line("3 < 4 & 5")) == "3 &lt; 4 &amp; 5"


def _bank(evil: str) -> str:
    """A file of every type with something hostile in every text."""
    ways: dict[str, dict[str, object]] = {
        "choice": {"key": f"k {evil}", "distractors": [{"text": f"d {evil}", "feedback": f"f {evil}"}]},
        "choices": {"key": [f"k {evil}"], "distractors": [f"d {evil}"]},
        "text": {"key": f"k {evil}", "accepted": [f"a {evil}"]},
        "date": {"key": "2017-10-14"},
        "number": {"key": "38", "unit": f"km {evil}"},
        "order": {"key": [f"1 {evil}", f"2 {evil}", f"3 {evil}"]},
        "match": {"key": {f"l {evil}": f"r {evil}", "left": "right"}, "distractors": [f"d {evil}"]},
        "cloze": {"key": [f"k {evil}"]},
        "card": {"key": f"b {evil}"},
    }
    facts = [
        {
            "id": f"fact-{name}",
            "statement": f"s {evil}",
            "topic": f"t {evil}",
            "according_to": f"a {evil}",
            "evidence": {"section": f"s {evil}", "sentence": "1", "quote": f"q {evil}"},
            "questions": [
                {
                    "type": name,
                    "stem": f"{name} as they claim {'___' if name == 'cloze' else ''} {evil}",
                    "hints": [f"h {evil}"],
                    "feedback": f"f {evil}",
                    "tags": [f"t {evil}"],
                    **fields,
                }
            ],
        }
        for name, fields in ways.items()
    ]
    source = {"title": f"s {evil}", "url": "https://elsewhere.example/article", "licence": f"l {evil}"}
    head = {"id": "hostile", "title": f"t {evil}", "description": f"d {evil}", "source": source}
    return json.dumps({**head, "facts": facts}, ensure_ascii=False)


def _found(client: FlaskClient, address: str, *, post: dict[str, object] | None = None) -> list[str]:
    answer = client.get(address) if post is None else client.post(address, data=post)
    if answer.status_code in (302, 303):
        return []
    assert answer.status_code in (200, 422), address
    assert "0123456789" not in answer.text, "no template of a file is run"
    return [f"{address}: {each}" for each in problems(answer.text) if "tokens" not in each]


@pytest.fixture
def app(make_app: AppMaker, sqlite_url: str) -> Flask:
    return make_app(sqlite_url)


@pytest.mark.parametrize(
    "evil", [*HOSTILE[:4], *(pytest.param(each, marks=pytest.mark.long) for each in HOSTILE[4:])]
)
def test_no_page_that_shows_a_bank_runs_or_loads_what_is_in_it(app: Flask, evil: str) -> None:
    teacher, student = app.test_client(), app.test_client()
    teacher_id, student_id = sign_in(app, teacher, "Tess", "teacher"), sign_in(app, student, "Sam")
    with app.app_context():
        tess = accounts.find_signed_in("a token of Tess")
        assert tess is not None
        assert tess.id == teacher_id
        text = _bank(evil).encode()
        library.publish_bank(text, "hostile.yaml", owner=tess, now=NOON, audience="everybody")
    found = []
    for address in ("/", "/library", "/library/hostile", "/library?q=t"):
        found += _found(app.test_client(), address)
    found += _found(teacher, "/teach")
    for also in ("", "/new-question", "/questions/fact-choice-1", "/questions/fact-match-1"):
        found += _found(teacher, f"/teach/hostile{also}")
    found += _study(app, student, student_id)
    for address in ("/today", "/progress", "/library/hostile"):
        found += _found(student, address)
    found += _check_a_broken_file(teacher, evil)
    assert found == []


def _study(app: Flask, client: FlaskClient, account_id: int) -> list[str]:
    where = client.post("/study", data={"bank": "hostile", "minutes": "20"}).location
    with app.app_context():
        sam = accounts.find_signed_in("a token of Sam")
    assert sam is not None
    assert sam.id == account_id
    found: list[str] = []
    for number in range(25):
        with app.app_context():
            asked = study.look(sam, where.rsplit("/", 1)[1], NOON).asked
        if asked is None:
            break
        client.post(f"{where}/hint", data={"key": asked.key})
        found += [*_found(client, where), *_found(client, f"{where}/back/{asked.key}")]
        wrong = {"response": "again" if asked.shown.shape == "reveal" else "<script>steal()</script>"}
        found += _found(
            client, where, post={"key": asked.key, **(wrong if number < 9 else right_fields(asked))}
        )
    return found + _found(client, f"{where}/end")


def _check_a_broken_file(client: FlaskClient, evil: str) -> list[str]:
    """The messages quote what is wrong, the lines stand beside them, and the draft's page shows its questions."""
    broken = json.loads(_bank(evil))
    broken["facts"][0]["questions"][0]["key"] = broken["facts"][0]["questions"][0]["distractors"][0]["text"]
    broken["facts"][2]["questions"][0]["type"] = f"x {evil}"
    broken["facts"][3]["questions"][0]["key"] = f"someday {evil}"
    broken["facts"][4]["id"] = f"ID {evil}"
    broken[f"name {evil}"] = evil
    broken["source"]["url"] = f"javascript:steal() {evil}"
    found = []
    for text in (json.dumps(broken, indent=1), f"title: {evil}\n{evil}: [", _bank(evil), f"{evil}\n\t- x"):
        where = client.post("/teach/files", data={"text": text}).location
        for also in ("", "?question=2", "?question=5&try=%3Cscript%3Esteal()%3C/script%3E"):
            if client.get(where + also).status_code == 200:
                found += _found(client, where + also)
        client.post(f"{where}/discard")
    return found


def test_the_address_of_a_source_leads_nowhere_but_to_the_web(app: Flask) -> None:
    teacher = app.test_client()
    sign_in(app, teacher, "Tess", "teacher")
    for address in (
        "javascript:steal()",
        "data:text/html,x",
        "vbscript:x",
        " javascript:steal()",
        "//elsewhere.example",
    ):
        text = json.dumps(
            {
                "title": "x",
                "source": {"title": "y", "url": address},
                "questions": [{"type": "card", "stem": "a", "key": "b"}],
            }
        )
        where = teacher.post("/teach/files", data={"text": text}).location
        teacher.post(
            f"{where}/publish",
            data={"seen": re.findall(r'name="seen" value="(\w+)"', teacher.get(where).text)},
        )
        for page in (teacher.get("/teach"), teacher.get("/library"), *_pages_of_banks(teacher)):
            assert f'href="{html.escape(address)}"' not in page.text
            assert [each for each in problems(page.text) if "tokens" not in each] == []


@pytest.mark.parametrize(
    "address", ["http://[x", "http://]", "http://[::1", "https://\u2100.example", "//[", ""]
)
def test_what_is_no_address_is_no_link_and_breaks_no_page(address: str) -> None:
    assert safe_address(address) == ""


def _pages_of_banks(client: FlaskClient) -> list[object]:
    keys = set(re.findall(r'href="/teach/([\w-]+)"', client.get("/teach").text))
    return [client.get(f"{room}/{key}") for key in keys for room in ("/teach", "/library")]

"""A file is limited in size, in depth and in the time that reading it takes, whatever is in it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.bank.reading.source import MAX_BYTES
from quizapp.config import parse_settings
from tests.conftest import AppMaker
from tests.fixtures.cpu import takes_less
from tests.fixtures.site import Site, bank_text

MOST_SECONDS = 5.0


@pytest.fixture
def app(make_app: AppMaker, populated_url: str) -> Flask:
    return make_app(populated_url, MAX_UPLOAD="6000000")


@pytest.fixture
def teacher(app: Flask, populated: Site) -> FlaskClient:
    return populated.client(app, "teacher")


def _upload(client: FlaskClient, content: bytes, name: str = "bank.yaml"):
    head = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + b"\r\n--edge--\r\n"
    kind = "multipart/form-data; boundary=edge"
    return client.post("/teach/files", data=body, content_type=kind, follow_redirects=True)


def test_a_file_or_a_text_that_is_too_large_is_refused_on_a_page(app: Flask, teacher: FlaskClient) -> None:
    for answer in (
        _upload(teacher, b"#" * 6_000_001),
        teacher.post("/teach/files", data={"text": "#" * 6_000_001}),
        teacher.post("/sign-in", data={"name": "#" * 6_000_001}),
    ):
        assert answer.status_code == 413
        assert "That is too large" in answer.text


def test_a_pasted_text_of_a_megabyte_is_no_trouble(teacher: FlaskClient) -> None:
    answer = teacher.post(
        "/teach/files",
        data={"text": bank_text("one-word").decode() + "# words\n" * 125_000},
        follow_redirects=True,
    )
    assert answer.status_code == 200
    assert "1 question, no problem" in answer.text


TINY = b"- {type: card, stem: a, key: b}\n"
OPTIONS = b"- {type: choices, stem: s, key: [k], distractors: [%s]}\n" % b",".join(
    b"d%d" % number for number in range(100)
)
BOMBS = {
    "brackets": b"title: x\nfacts: " + b"[" * 5_000_000,
    "braces": b"{a: " * 1_250_000,
    "dashes": b"title: x\nfacts:\n" + b"- " * 2_500_000,
    "indents": b"".join(b" " * depth + b"a:\n" for depth in range(3_000)),
    "aliases": b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n",
    "a merge": b"base: &base {title: x}\n<<: *base\n",
    "a tag": b"title: !!python/object/apply:os.system ['touch /tmp/never']\n",
    "quotes": b'title: "' + b"x" * 5_000_000,
    "one long line": b"title: " + b"x" * 5_000_000,
    "one long name": b"x" * 5_000_000 + b": x",
    "empty entries": b"title: x\nquestions:\n" + b"-\n" * 50_000,
    "many documents": b"---\na: b\n" * 100_000,
    "questions marks": b"? " * 1_000_000,
    "nothing readable": bytes(range(256)) * 10_000,
    "zeros": b"\x00" * 3_000_000,
    "unclosed quotes": b"- 'x\n" * 500_000,
    "colons": b"a: b: c\n" * 300_000,
    "tabs": b"\t- x\n" * 500_000,
    "names": b"title: x\n" + b"".join(b"k%d: v\n" % number for number in range(500_000)),
    "tiny questions": b"title: x\nquestions:\n" + TINY * 130_000,
    "many options": b"title: x\nquestions:\n" + OPTIONS * 9_000,
    "bare dashes": b"title: x\nquestions:\n" + b"-\n" * 1_500_000,
}


SLOWEST = {"names", "tiny questions", "many options", "bare dashes"}  # seconds each
SLOWEST |= {"unclosed quotes", "colons", "tabs", "many documents"}


@pytest.mark.parametrize(
    "bomb", [pytest.param(name, marks=pytest.mark.long) if name in SLOWEST else name for name in BOMBS]
)
def test_no_file_takes_long_or_brings_anything_down(teacher: FlaskClient, bomb: str) -> None:
    answers = []
    assert takes_less(MOST_SECONDS, lambda: answers.append(_upload(teacher, BOMBS[bomb])))
    answer = answers[-1]
    assert answer.status_code in (200, 422)
    assert "problem" in answer.text or "nothing in it" in answer.text
    assert len(answer.data) < 500_000, "a page stays a page"
    assert teacher.get("/teach").status_code == 200


@pytest.mark.long
@pytest.mark.parametrize("bomb", [b"title: x\nquestions:\n" + b"-\n" * 2_400_000, b"---\na: b\n" * 600_000])
def test_five_megabytes_of_tiny_entries_take_no_longer(teacher: FlaskClient, bomb: bytes) -> None:
    answers = []
    assert takes_less(MOST_SECONDS, lambda: answers.append(_upload(teacher, bomb)))
    assert {answer.status_code for answer in answers} == {200}


def test_nesting_past_twenty_levels_is_a_problem_that_says_what_to_do(teacher: FlaskClient) -> None:
    answer = _upload(teacher, b"title: x\nfacts: " + b"[" * 21 + b"]" * 21)
    assert answer.status_code == 200
    assert "1 problem" in answer.text.lower()
    assert "20 levels" in answer.text


def test_what_a_site_takes_in_one_upload_is_what_is_read() -> None:
    assert parse_settings({}, {})["MAX_UPLOAD"] == MAX_BYTES

"""While a quiz is open, no page, no fragment and no file that its student can get says what its bank says."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.questions import TYPE_NAMES
from quizapp.services import accounts, library, study
from quizapp.store import Step, reading
from tests.conftest import NOON, Clock
from tests.fixtures.site import bank_text, right_fields, sign_in
from tests.laws.page_rules import problems

FRAGMENT = {"Accept": "application/vnd.quizapp.fragment+html"}
SAYS = ("Rahba", "14 October 2017", "the desert")


@pytest.fixture
def student(app: Flask, client: FlaskClient) -> FlaskClient:
    with app.app_context():
        library.publish_bank(
            bank_text("every-type"), "every-type.yaml", owner=None, now=NOON, audience="everybody"
        )
    sign_in(app, client, "Sam")
    return client


@pytest.fixture
def session_address(app: Flask, student: FlaskClient) -> str:
    """A session in which every question was answered but the last two."""
    student.post("/library/every-type/study", data={})
    where = student.post("/study", data={"minutes": "20", "bank": "every-type"}).location
    for key in _open(app, where)[:-2]:
        student.post(where, data={"key": key, **_right(app, key)})
    return where


def _open(app: Flask, where: str) -> list[str]:
    with app.app_context(), reading() as session:
        query = session.query(Step.key).filter(Step.session_id == where.split("/")[2])
        return [row[0] for row in query.filter(Step.answered_at.is_(None)).order_by(Step.position)]


def _right(app: Flask, key: str) -> dict[str, list[str]]:
    with app.app_context():
        person = accounts.find_signed_in("a token of Sam")
        assert person is not None
        asked = study.look_at_question(person, key, NOON)
    return {"response": ["good"]} if asked.shown.shape == "reveal" else right_fields(asked)


def _said(page: str) -> list[str]:
    text = unescape(re.sub(r"<(input|option)[^>]*>", "", page)).replace("\u00a0", " ")
    return [words for words in SAYS if words in text]


def test_nothing_that_a_student_can_open_tells_what_the_quiz_asks(
    app: Flask, student: FlaskClient, session_address: str, clock: Clock
) -> None:
    where = session_address
    with app.app_context(), reading() as session:
        keys = [row[0] for row in session.query(Step.key).filter(Step.answered_at.is_not(None))]
    addresses = [f"{where}/told/{key}" for key in keys] + [f"{where}/report/{key}" for key in keys]
    addresses += [f"{where}/end", "/today", "/me/everything.json", "/progress", "/progress/answers"]
    addresses += [
        "/progress/answers.csv",
        "/progress/answers.json",
        "/library/every-type",
        "/library?q=called",
    ]
    addresses += ["/library/every-type/timeline", "/library/every-type/facts/gate"]

    def look() -> set[str]:
        pages = {address: student.get(address, follow_redirects=True).text for address in addresses}
        pages |= {f"{where} {key}": student.get(f"{where}/told/{key}", headers=FRAGMENT).text for key in keys}
        return {said for page in pages.values() for said in _said(page)}

    assert look() == set(SAYS)
    quiz = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    assert look() == set()
    student.post(f"{quiz}/give-up")
    assert look() == set(SAYS)


def test_hidden_pages_say_why_and_lead_to_the_quiz(
    app: Flask, student: FlaskClient, session_address: str
) -> None:
    where = session_address
    with app.app_context(), reading() as session:
        key = session.query(Step.key).filter(Step.answered_at.is_not(None)).limit(1).one()[0]
    quiz = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    title = re.search(r"<title>([^<]*)", student.get(f"{where}/told/{key}").text)
    assert title is not None
    assert title[1].startswith("Kept")
    for address in (f"{where}/told/{key}", f"{where}/end", "/today"):
        page = student.get(address).text
        assert f'<a href="{quiz}">your quiz on Rivers and <em>towns</em>' in page, address
        assert [each for each in problems(page) if "tokens" not in each] == [], address
    fact = student.get("/library/every-type/facts/gate", follow_redirects=True)
    assert (fact.request.path, "hand it in" in fact.text) == ("/library/every-type", True)
    for address in ("/library/every-type", "/progress/answers"):
        assert 'href="/quiz"' in student.get(address).text, address
    assert "Your answer counts" in student.get(f"{where}/told/{key}").text
    assert "2 questions wait" in student.get(f"{where}/end").text
    assert student.get(where).location == f"{where}/end"


def test_today_leads_to_the_quiz_where_all_that_is_due_waits_for_it(student: FlaskClient) -> None:
    student.post("/library/every-type/study", data={})
    quiz = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    page = student.get("/today").text
    assert re.search(rf'class="button first wide"\s+href="{quiz}"', page)
    assert page.count("your quiz on") == 1
    assert "Nothing is due" not in page
    assert 'name="ahead"' not in page, "practising ahead is refused while the quiz is open"
    student.post(f"{quiz}/give-up")
    assert "A quiz is open" not in student.get("/today").text


def test_a_held_answer_is_taken_and_its_feedback_waits(
    app: Flask, student: FlaskClient, session_address: str
) -> None:
    where = session_address
    key, last = _open(app, where)
    right = _right(app, key)
    quiz = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    reply = student.post(where, data={"key": key, **right}, headers=FRAGMENT).text
    assert f'data-told="{key}" data-verdict="untold"' in re.sub(r"\s+", " ", reply)
    assert "Your answer counts" in reply
    assert _said(reply) == []
    assert _open(app, where) == [last]
    page = student.post(where, data={"key": last, **_wrong()}).text
    assert "Your answer counts" in page
    assert "To the end" in page
    student.post(f"{quiz}/give-up")
    assert "Your answer counts" not in student.get(f"{where}/told/{key}").text


def _wrong() -> dict[str, str]:
    return {"response": "again", "position-0": "1"}


def test_hints_and_backs_are_refused_in_words(app: Flask, student: FlaskClient, session_address: str) -> None:
    where = session_address
    key = _open(app, where)[0]
    student.post("/quiz", data={"bank": "every-type", "count": "30"})
    for reply in (
        student.post(f"{where}/hint", data={"key": key}, headers=FRAGMENT),
        student.get(f"{where}/back/{key}", headers=FRAGMENT),
    ):
        if reply.status_code == 302:  # no flashcard: there is nothing to turn over
            continue
        assert (reply.status_code, reply.text) == (
            409,
            "a quiz of yours asks the same bank; hand it in first",
        )
    page = student.post(f"{where}/hint", data={"key": key}, follow_redirects=True).text
    assert "hand it in first" in page


def test_an_earlier_result_on_the_same_bank_keeps_only_its_score(app: Flask, student: FlaskClient) -> None:
    first = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    student.post(f"{first}/hand-in", data={"anyway": "yes", **_whole_form(app, first)})
    assert _said(student.get(f"{first}/result").text) == list(SAYS)
    second = student.post("/quiz", data={"bank": "every-type", "count": "30"}).location
    page = student.get(f"{first}/result").text
    assert _said(page) == []
    assert f"{len(TYPE_NAMES) - 1} of {len(TYPE_NAMES) - 1} right" in page
    assert f'href="{second}"' in page
    assert [each for each in problems(page) if "tokens" not in each] == []


def _whole_form(app: Flask, where: str) -> dict[str, object]:
    with app.app_context():
        person = accounts.find_signed_in("a token of Sam")
        assert person is not None
        asks = study.look_at_quiz(person, where.split("/")[2], NOON).asks
    form: dict[str, object] = {"asked": [str(item.place) for item in asks]}
    for item in asks:
        form |= {f"{item.place}.{name}": texts for name, texts in right_fields(item.asked).items()}
    return form

"""The pages of single facts, of a bank's dated facts and of what students say: what they show, and their forms."""

import random
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import accounts, library, study
from quizapp.services.person import Person
from tests.conftest import Clock
from tests.fixtures.site import sign_in
from tests.laws.page_rules import problems
from tests.services import students
from tests.services.students import DAY, NOW

FACT = "/library/towns/facts/town-0"


def _person(client: FlaskClient, app: Flask) -> Person:
    with client.session_transaction() as cookie:
        token = cookie["_user_id"]
    with app.app_context():
        found = accounts.find_signed_in(token)
    assert found is not None
    return found


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, "Tess", "teacher")
    person = _person(client, app)
    with app.app_context():
        library.publish_bank(
            students.write_bank().encode(), "towns.yaml", owner=person, audience="everybody", now=NOW
        )
    return client


@pytest.fixture
def student(app: Flask, teacher: FlaskClient) -> FlaskClient:
    """Somebody who has answered the first fact wrong and then right, a day later."""
    client = app.test_client()
    sign_in(app, client, "Sam")
    person = _person(client, app)
    rng = random.Random(7)
    with app.app_context():
        for how, now in (("wrong", NOW), ("right", NOW + DAY)):
            session_id = students.plan(person, students.fact_ids()[:1], rng, kind="date", now=now)
            students.answer(person, students.next_key(person, session_id), how, now=now, rng=rng)
    return client


def test_a_fact_is_put_aside_taken_up_and_forgotten_with_buttons(student: FlaskClient, clock: Clock) -> None:
    clock.pass_days(3)
    page = student.get(FACT)
    assert "Town 0 fell on 2\u00a0October\u00a02017." in page.text
    assert "Why it came back" in page.text
    report = re.search(r'href="(/study/[^"]+/report/[^"]+)"', page.text)
    assert report is not None
    assert student.get(report[1]).status_code == 200
    for turn, said in (
        ("suspend", "Put aside."),
        ("resume", "Taken up again"),
        ("reset", "New again."),
    ):
        clock.pass_seconds(1)
        answer = student.post(f"{FACT}/{turn}", follow_redirects=True)
        assert said in answer.text
        assert problems(answer.text.replace('value=""', 'value="x"')) == []


def test_a_bank_links_to_the_facts_that_were_answered_and_to_no_other(student: FlaskClient) -> None:
    links = re.findall(r'href="(/library/towns/facts/[^"]+)"', student.get("/library/towns").text)
    assert links == [FACT]
    assert FACT in student.get("/library?q=town").text
    assert FACT in student.get("/library/towns/timeline").text
    assert student.get("/library/towns/facts/town-1").status_code == 404


def test_the_line_has_no_date_of_a_fact_that_is_not_met(student: FlaskClient, app: Flask) -> None:
    page = student.get("/library/towns/timeline").text
    assert "2\u00a0October" in page
    for day in range(3, 14):
        assert f"{day}\u00a0October" not in page
        assert f"2017-10-{day:02}" not in page
    assert "2017" not in app.test_client().get("/library/towns/timeline").text


def test_the_line_says_how_many_facts_appear_once_they_are_met(student: FlaskClient) -> None:
    page = re.sub(r"\s+", " ", student.get("/library/towns/timeline").text)
    assert "12 facts, 12 of them dated, 1 shown<" in page
    assert "<li>11 more appear once you have met them</li>" in page
    assert "11 more appear once you have met them: the day is part of what you will be asked" in page
    assert "not met yet" not in page


def test_a_teacher_sees_the_whole_line_of_an_own_bank(teacher: FlaskClient) -> None:
    page = teacher.get("/library/towns/timeline").text
    assert "13\u00a0October" in page
    assert "12 not met yet" in page


def test_of_a_thousand_facts_those_of_one_day_are_one_line(app: Flask, teacher: FlaskClient) -> None:
    facts = "".join(
        f"  - id: f{number}\n    statement: It was {number}.\n    questions:\n"
        f"      - {{type: date, stem: When was {number}?, key: 2017-10-{number % 3 + 1:02}}}\n"
        for number in range(1001)
    )
    with app.app_context():
        library.publish_bank(
            f"title: Many\nfacts:\n{facts}".encode(), "many.yaml", owner=_person(teacher, app), now=NOW
        )
    page = teacher.get("/library/many/timeline").text
    assert "1,001 of them dated" in page
    assert "1,001 not met yet" in page
    assert page.count('class="strip new"') == 3


def test_an_owner_is_told_settles_and_marks_again(
    app: Flask, teacher: FlaskClient, student: FlaskClient, clock: Clock
) -> None:
    clock.pass_days(2)
    sam = _person(student, app)
    with app.app_context():
        key = next(row.key for row in students.log_of(sam) if row.mark == 0)
        study.report(sam, key, "Our book says <b>1 May</b>.", NOW)
    assert "1 comment by students" in teacher.get("/teach/towns").text
    assert 'href="/teach/towns/voices"' in teacher.get("/teach").text
    page = teacher.get("/teach/towns/voices").text
    assert "Our book says &lt;b&gt;1 May&lt;/b&gt;." in page
    assert "Settled." in teacher.post("/teach/towns/voices", data={"key": key}, follow_redirects=True).text
    assert "Nothing is open" in teacher.get("/teach/towns/voices").text
    assert "marked as its question says now" in teacher.get("/teach/towns/past-answers").text
    changed = students.write_bank().replace("key: 2017-10-02", "key: 1901-05-01")
    with app.app_context():
        library.publish_bank(changed.encode(), "towns.yaml", owner=_person(teacher, app), now=NOW)
    page = teacher.get("/teach/towns/past-answers").text
    assert "1 answer would become right" in page
    assert "1 answer would no longer be right" in page
    chosen = re.findall(r'name="question"\s+value="(\d+)"', page)
    answer = teacher.post("/teach/towns/past-answers", data={"question": chosen}, follow_redirects=True)
    assert "2 answers marked again" in answer.text
    assert "Marked again by its teacher." in student.get(FACT).text


def test_a_stranger_tries_a_question_of_the_bank_that_is_looked_at(app: Flask, teacher: FlaskClient) -> None:
    with app.app_context():
        first = students.write_bank("First").replace("Which town fell", "Which village fell")
        library.publish_bank(first.encode(), "a-first.yaml", owner=None, audience="everybody", now=NOW)
        cards = "title: Cards\nquestions:\n  - {type: card, stem: A card?, key: A card.}"
        library.publish_bank(cards.encode(), "cards.yaml", owner=None, audience="everybody", now=NOW)
    stranger = app.test_client()
    link = re.search(r'href="(/\?bank=towns)"', stranger.get("/library/towns").text)
    assert link is not None
    page = stranger.get(link[1]).text
    assert "Towns" in page
    assert "First" not in page
    key = re.search(r'name="key"\s+value="([^"]+)"', page)
    assert key is not None
    answer = stranger.post("/try", data={"key": key[1], "response": "Town 0"}, follow_redirects=True)
    assert "Towns" in answer.text
    assert "First" not in answer.text
    for nothing in ("no-such-bank", "cards"):
        assert 'class="stem"' in app.test_client().get(f"/?bank={nothing}").text


def test_a_bank_is_put_on_the_shelf_and_taken_off_again(app: Flask, student: FlaskClient) -> None:
    assert student.post("/library/towns/study").location == "/today"
    assert "Take it off my shelf" in student.get("/library/towns").text
    assert "off your shelf" in student.post("/library/towns/take-off", follow_redirects=True).text
    assert "Put it on my shelf" in student.get("/library/towns").text


def test_studying_a_bank_from_its_page_asks_that_bank_alone(app: Flask, student: FlaskClient) -> None:
    page = student.get("/library/towns").text
    assert re.search(
        r'action="/study">\s*<input[^>]+>\s*<input type="hidden" name="bank" value="towns">', page
    )


def test_publishing_a_changed_key_leads_to_what_it_would_change(
    app: Flask, teacher: FlaskClient, student: FlaskClient, clock: Clock
) -> None:
    changed = students.write_bank().replace("key: 2017-10-02", "key: 1901-05-01")
    draft = teacher.post("/teach/files", data={"text": changed, "bank": "towns"}).location
    seen = re.search(r'name="seen"\s+value="([^"]+)"', teacher.get(draft).text)
    assert seen is not None
    answer = teacher.post(f"{draft}/publish", data={"seen": seen[1]}, follow_redirects=True)
    assert "Published: " in answer.text
    assert "Mark them again" in answer.text
    same = students.write_bank("Towns, again").replace("key: 2017-10-02", "key: 1901-05-01")
    teacher.post("/teach/towns/past-answers", data={"question": re.findall(r'value="(\d+)"', answer.text)})
    draft = teacher.post("/teach/files", data={"text": same, "bank": "towns"}).location
    seen = re.search(r'name="seen"\s+value="([^"]+)"', teacher.get(draft).text)
    assert seen is not None
    assert teacher.post(f"{draft}/publish", data={"seen": seen[1]}).location == "/teach/towns"

"""The progress page draws every statistic that is named; every answer can be looked at and taken away."""

import json
import random
import re

from flask import Flask

from quizapp.progress import STATISTICS
from tests.fixtures.seeded import Seeded
from tests.fixtures.site import sign_in
from tests.services import students


def _answer_once(app: Flask, account_id: int, how: str = "right") -> None:
    with app.app_context():
        students.publish()
        person, rng = students.look_up(account_id), random.Random(3)
        key = students.next_key(person, students.plan(person, students.fact_ids()[:1], rng))
        students.answer(person, key, how, rng=rng)


def test_the_page_has_a_section_for_every_statistic(app: Flask) -> None:
    client = app.test_client()
    account_id = sign_in(app, client, "Sam")
    assert "Nothing to see yet" in client.get("/progress").get_data(as_text=True)
    _answer_once(app, account_id)
    page = client.get("/progress").get_data(as_text=True)
    assert [statistic.title for statistic in STATISTICS if f"<h2>{statistic.title}</h2>" not in page] == []
    assert "of 12 facts today" in page


def test_every_plot_has_a_label_and_a_table(seeded: Seeded, seeded_app: Flask) -> None:
    page = seeded.client(seeded_app).get("/progress").text
    assert "of 74 facts today" in page
    for figure in re.findall(r"<figure.*?</figure>", page, re.DOTALL):
        assert len(re.findall(r'<svg[^>]*role="img"', figure)) == figure.count('aria-label="') - figure.count(
            'role="region"'
        ) - figure.count('role="group"')
        assert '<table class="figures">' in figure
        assert "style=" not in figure


def test_the_first_button_leads_to_what_is_due(seeded: Seeded, seeded_app: Flask) -> None:
    client = seeded.client(seeded_app)
    assert client.get("/progress").text.count("button first") == 1
    assert client.get("/progress/answers").text.count("button first") == 1


def test_every_page_of_answers_can_be_turned_to_and_keeps_what_is_sought(
    seeded: Seeded, seeded_app: Flask
) -> None:
    client = seeded.client(seeded_app)
    seen, address = set(), "/progress/answers?result=wrong&q=mayadin"
    for _ in range(40):
        page = client.get(address).text
        seen |= {
            re.sub(r"\s+", " ", each)
            for each in re.findall(r"<li>\s*<span class=\"sign.*?</li>", page, re.DOTALL)
        }
        following = re.search(r'rel="next"\s+href="([^"]+)"', page)
        if following is None:
            break
        address = following[1].replace("&amp;", "&")
        assert "result=wrong" in address
        assert "q=mayadin" in address
    listed = json.loads(client.get("/progress/answers.json?result=wrong&q=mayadin").text)
    assert len(listed) > 30
    assert {each["result"] for each in listed} <= {"wrong", "partly"}
    assert len(seen) == len(listed)


def test_filters_that_make_no_sense_limit_nothing(seeded: Seeded, seeded_app: Flask) -> None:
    client = seeded.client(seeded_app)
    everything = re.search(r"([\d,]+) answers, newest first", client.get("/progress/answers").text)
    assert everything is not None
    page = client.get("/progress/answers?from=yesterday&to=2025-02-30&result=brilliant&page=x").text
    assert f"{everything[1]} of {everything[1]} answers" in page
    assert client.get("/progress?year=99999999999").status_code == 200
    assert client.get("/progress/answers.xml").status_code == 404


def test_an_export_is_a_file_of_ones_own(seeded: Seeded, seeded_app: Flask) -> None:
    answer = seeded.client(seeded_app).get("/progress/answers.csv")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quizapp-answers.csv"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text.count("\r\n") > 300
    stranger = seeded_app.test_client()
    sign_in(seeded_app, stranger, "Sam")
    assert json.loads(stranger.get("/progress/answers.json").text) == []
    assert "You have not answered anything yet" in stranger.get("/progress/answers").text


def test_what_a_student_typed_is_shown_as_text(app: Flask) -> None:
    client = app.test_client()
    account_id = sign_in(app, client, "Sam")
    with app.app_context():
        students.publish()
        person, rng = students.look_up(account_id), random.Random(3)
        key = students.next_key(person, students.plan(person, students.fact_ids()[:1], rng))
        from quizapp.services import study

        study.answer(person, key, {"response": ["<b>Town</b> **0**"]}, students.NOW, rng)
    page = client.get("/progress/answers").text
    assert "&lt;b&gt;Town&lt;/b&gt; **0**" in page
    assert "<b>Town" not in page

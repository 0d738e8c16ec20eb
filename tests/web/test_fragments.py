"""What a script of ours gets of a session: only what changes, each question with its key, and nothing twice."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services import library
from quizapp.store import Report, Review, Step, reading
from quizapp.web.study.frame import FRAGMENT
from tests.conftest import NOON, Clock
from tests.fixtures.site import bank_text, sign_in

ASKS = {"Accept": FRAGMENT}


@pytest.fixture
def student(app: Flask, client: FlaskClient) -> FlaskClient:
    with app.app_context():
        library.publish_bank(
            bank_text("every-type"), "every-type.yaml", owner=None, now=NOON, audience="everybody"
        )
    sign_in(app, client, "Sam")
    return client


@pytest.fixture
def where(student: FlaskClient) -> str:
    return str(student.post("/study", data={"bank": "every-type", "minutes": "20"}).location)


def _plan(page: str) -> list[str]:
    found = re.search(r'data-plan="([^"]*)"', page)
    assert found is not None
    return found[1].split()


def _sent(page: str) -> list[str]:
    return re.findall(r'<template data-asked="([^"]+)">', page)


def _rows(app: Flask, table: type) -> list[object]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(table)))


def test_the_next_three_questions_are_handed_out_and_count_as_sent(
    app: Flask, student: FlaskClient, where: str
) -> None:
    first = student.get(f"{where}/next", headers=ASKS).text
    assert len(_plan(first)) == 4
    assert _sent(first) == _plan(first)
    held = " ".join(_plan(first)[:3])
    assert _sent(student.get(f"{where}/next", query_string={"held": held}).text) == _plan(first)[3:]
    assert sum(1 for step in _rows(app, Step) if step.issued_at is not None) == 4


def test_the_reply_to_an_answer_is_small_and_brings_one_question_more(
    student: FlaskClient, where: str
) -> None:
    plan = _plan(student.get(f"{where}/next", headers=ASKS).text)
    fields = {"key": plan[0], "response": "good", "held": " ".join(plan[1:])}
    reply = student.post(where, data=fields, headers={**ASKS, "Accept-Encoding": "gzip"})
    assert reply.headers["Content-Encoding"] == "gzip"
    assert len(reply.data) < 2_000
    text = student.post(where, data=fields, headers=ASKS).text
    assert _plan(text)[:3] == plan[1:]
    assert len(_sent(text)) == 1
    assert "csrf_token" not in text
    assert "<html" not in text


def test_answers_given_without_a_network_keep_their_instants_in_any_order(
    app: Flask, student: FlaskClient, where: str, clock: Clock
) -> None:
    plan = _plan(student.get(f"{where}/next", headers=ASKS).text)
    clock.pass_seconds(600)
    for place in (2, 0, 1):
        said = {"answered_at": NOON + 60_000 * (place + 1), "shown_at": NOON + 60_000 * (place + 1) - 5_000}
        for _ in range(2):
            student.post(where, data={"key": plan[place], "response": "good", **said}, headers=ASKS)
    kept = {review.key: review for review in _rows(app, Review)}
    for place, key in enumerate(plan[:3]):
        if key in kept:  # an order or a date is asked back
            assert kept[key].answered_at == NOON + 60_000 * (place + 1)
            assert kept[key].seconds == 5
            assert kept[key].received_at == NOON + 600_000
    assert kept


def test_how_sure_a_student_was_is_kept_and_never_changes_the_mark(
    app: Flask, student: FlaskClient, where: str
) -> None:
    for said in ("1", "3", "9", "x"):
        plan = _plan(student.get(f"{where}/next", headers=ASKS).text)
        student.post(where, data={"key": plan[0], "response": "other", "confidence": said}, headers=ASKS)
    assert {review.confidence for review in _rows(app, Review)} <= {1, 3, None}
    assert {review.mark for review in _rows(app, Review) if review.confidence} <= {0.0}


def test_feedback_can_be_looked_at_again(student: FlaskClient, where: str) -> None:
    plan = _plan(student.get(f"{where}/next", headers=ASKS).text)
    assert student.get(f"{where}/told/{plan[0]}").location == where
    student.post(where, data={"key": plan[0], "response": "other"})
    again = student.get(f"{where}/told/{plan[0]}")
    if again.status_code == 200:
        assert "Not yet" in again.text or "Right" in again.text


def test_a_question_that_is_gone_says_so_to_a_script(student: FlaskClient, where: str) -> None:
    assert student.post(where, data={"key": "0" * 30, "response": "x"}, headers=ASKS).status_code == 410


def test_a_problem_is_reported_once_for_a_question_and_can_be_said_better(
    app: Flask, student: FlaskClient, where: str
) -> None:
    key = _plan(student.get(f"{where}/next", headers=ASKS).text)[0]
    assert "Report a problem" in student.get(f"{where}/report/{key}").text
    for words in ("Wrong.", "Two names are used. " + "x" * 2_000):
        student.post(f"{where}/report", data={"key": key, "words": words})
    (report,) = _rows(app, Report)
    assert isinstance(report, Report)
    assert report.words.startswith("Two names")
    assert len(report.words) == 1_000

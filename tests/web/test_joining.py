"""A guest's answers and an account: nothing is lost and nothing doubled, whichever way the guest comes in."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services import library, study
from quizapp.store import Account, Card, Review, Step, StudySession, reading
from tests.conftest import Clock
from tests.fixtures.site import bank_text

PASSWORD = "the river at dawn"


@pytest.fixture(autouse=True)
def _bank(app: Flask, clock: Clock) -> None:
    with app.app_context():
        library.publish_bank(
            bank_text("every-type"), "every-type.yaml", owner=None, now=clock.now, audience="everybody"
        )


def _answer_as_a_guest(client: FlaskClient) -> None:
    page = client.get("/").text
    key = re.search(r'name="key"\s+value="([^"]+)"', page)
    option = re.search(r'name="response"\s+value="([^"]*)"', page)
    assert key is not None
    answer = client.post("/try", data={"key": key[1], "response": option[1] if option else "something"})
    assert answer.status_code == 200


def _log(app: Flask) -> set[tuple[str, int]]:
    with app.app_context(), reading() as session:
        return {(key, account) for key, account in session.execute(select(Review.key, Review.account_id))}


def _cards_are_the_fold_of_the_log(app: Flask) -> bool:
    with app.app_context():
        return not list(study.rebuild(check_only=True))


def test_signing_up_moves_no_row(app: Flask, client: FlaskClient) -> None:
    _answer_as_a_guest(client)
    before = _log(app)
    assert len(before) == 1
    client.post("/sign-up", data={"name": "Anna", "password": PASSWORD})
    assert _log(app) == before
    assert _cards_are_the_fold_of_the_log(app)
    assert client.get("/progress").status_code == 200


def test_signing_in_brings_the_guests_answers_along_and_erases_the_guest(
    app: Flask, client: FlaskClient, clock: Clock
) -> None:
    _answer_as_a_guest(client)
    client.post("/sign-up", data={"name": "Anna", "password": PASSWORD})
    ((own, anna),) = _log(app)
    clock.pass_days(3)
    phone = app.test_client()
    _answer_as_a_guest(phone)
    ((other, _),) = _log(app) - {(own, anna)}
    phone.post("/sign-in", data={"name": "Anna", "password": PASSWORD})
    assert _log(app) == {(own, anna), (other, anna)}
    with app.app_context(), reading() as session:
        for table in (Card, StudySession, Step):
            assert set(session.scalars(select(table.account_id))) == {anna}
        assert session.scalars(select(Account.id)).all() == [anna]
        (card,) = session.scalars(select(Card))
    assert card.reviews == 2
    assert _cards_are_the_fold_of_the_log(app)


def test_of_two_open_quizzes_the_one_begun_as_a_guest_is_handed_in_and_said_to_be(
    app: Flask, client: FlaskClient
) -> None:
    _answer_as_a_guest(client)
    client.post("/sign-up", data={"name": "Anna", "password": PASSWORD})
    own = client.post("/quiz", data={"bank": "every-type"}).location
    phone = app.test_client()
    _answer_as_a_guest(phone)
    second = phone.post("/quiz", data={"bank": "every-type"}).location
    page = phone.post("/sign-in", data={"name": "Anna", "password": PASSWORD}, follow_redirects=True).text
    assert "was handed in" in page
    assert phone.get(own).status_code == 200
    assert phone.get(second).location == f"{second}/result"


def test_deleting_an_account_leaves_nothing_of_it(app: Flask, client: FlaskClient) -> None:
    _answer_as_a_guest(client)
    client.post("/me/delete")
    with app.app_context(), reading() as session:
        for table in (Account, Card, Review, StudySession, Step):
            assert session.scalars(select(table)).all() == []

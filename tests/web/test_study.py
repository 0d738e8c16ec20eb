"""Studying by plain forms: what is kept of an answer, whatever is sent twice, late, forged or from another tab."""

import random
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.services import accounts, library, study
from quizapp.services.accounts.tries import NEWCOMERS
from quizapp.store import Account, Review, Step, reading
from tests.conftest import NOON, Clock
from tests.fixtures.site import bank_text, sign_in


@pytest.fixture(autouse=True)
def _banks(app: Flask) -> None:
    with app.app_context():
        for name in ("every-type", "one-card", "one-word"):
            library.publish_bank(bank_text(name), f"{name}.yaml", owner=None, now=NOON, audience="everybody")


@pytest.fixture
def student(app: Flask, client: FlaskClient) -> FlaskClient:
    sign_in(app, client, "Sam")
    return client


def _key(page: str) -> str:
    return (re.findall(r'name="key"\s+value="([^"]+)"', page) or re.findall(r"/back/([0-9a-f]+)", page))[-1]


def _start(client: FlaskClient, bank: str = "one-word") -> str:
    return client.post("/study", data={"bank": bank, "minutes": "5"}).location


def _reviews(app: Flask) -> list[Review]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(Review).order_by(Review.received_at, Review.key)))


def _count(app: Flask, table: type) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture(autouse=True)
def _cards_are_the_fold_of_the_log(app: Flask):
    yield
    with app.app_context():
        assert list(study.rebuild(check_only=True)) == []


# ---- the first answer -------------------------------------------------------------------------------


def test_looking_makes_no_account_and_the_first_answer_makes_one(app: Flask, client: FlaskClient) -> None:
    page = client.get("/").text
    client.get("/library")
    assert _count(app, Account) == 0
    answer = client.post("/try", data={"key": _key(page), "response": "Euphrates", "time_zone": "Asia/Tokyo"})
    assert "Right" in answer.text
    assert _count(app, Account) == 1
    review = _reviews(app)[0]
    assert (review.mark, review.time_zone) == (1.0, "Asia/Tokyo")
    assert client.get("/").location == "/today"


def test_a_first_answer_that_arrives_twice_makes_one_guest_and_counts_once(
    app: Flask, client: FlaskClient
) -> None:
    fields = {"key": _key(client.get("/").text), "response": "Tigris"}
    answers = [client.post("/try", data=fields) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert all("Not yet" in answer.text for answer in answers)
    assert (_count(app, Account), len(_reviews(app))) == (1, 1)


def test_what_one_browser_was_asked_opens_its_guest_in_no_other(app: Flask, client: FlaskClient) -> None:
    fields = {"key": _key(client.get("/").text), "response": "Tigris"}
    assert client.post("/try", data=fields).status_code == 200
    other = app.test_client()
    assert other.post("/try", data=fields).location == "/"
    assert other.get("/today").status_code == 302
    assert _count(app, Account) == 1


@pytest.mark.parametrize("key", ["", "x", "W10.abc", "WyJ4IiwxXQ.forged-signature"])
def test_a_forged_first_answer_makes_nobody(app: Flask, client: FlaskClient, key: str) -> None:
    assert client.post("/try", data={"key": key, "response": "x"}).location == "/"
    assert _count(app, Account) == 0


def test_the_question_of_the_landing_page_is_good_for_a_day(
    app: Flask, client: FlaskClient, clock: Clock
) -> None:
    fields = {"key": _key(client.get("/").text), "response": "Tigris"}
    clock.pass_days(1.01)
    assert client.post("/try", data=fields).location == "/"
    assert _count(app, Account) == 0
    clock.pass_days(-0.02)
    assert client.post("/try", data=fields).status_code == 200


def test_a_flood_of_guests_is_told_to_wait(app: Flask, client: FlaskClient, clock: Clock) -> None:
    with app.app_context():
        rng = random.Random(3)
        for number in range(NEWCOMERS):
            accounts.make_guest(f"key-{number}", "UTC", clock.now, rng, network="127.0.0.1")
    answer = client.post("/try", data={"key": _key(client.get("/").text), "response": "Tigris"})
    assert answer.status_code == 429
    assert "Wait a few minutes" in answer.text
    assert _count(app, Account) == NEWCOMERS


def test_a_time_zone_that_is_none_is_utc(app: Flask, client: FlaskClient) -> None:
    client.post("/try", data={"key": _key(client.get("/").text), "response": "x", "time_zone": "Mars/Phobos"})
    assert _reviews(app)[0].time_zone == "UTC"


# ---- twice, late, forged ----------------------------------------------------------------------------


def test_an_answer_sent_twice_counts_once_and_gets_the_first_feedback(
    app: Flask, student: FlaskClient
) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    first = student.post(where, data={"key": key, "response": "castle"})
    again = student.post(where, data={"key": key, "response": "burg"})
    assert "castle" in again.text
    assert "Not yet" in first.text
    assert "Not yet" in again.text
    assert len(_reviews(app)) == 1


def test_two_tabs_show_one_question_and_count_one_answer(app: Flask, student: FlaskClient) -> None:
    where = _start(student, "every-type")
    one, two = student.get(where).text, student.get(where).text
    assert _key(one) == _key(two)
    student.post(where, data={"key": _key(one), "response": "Euphrates"})
    after = student.post(where, data={"key": _key(two), "response": "Tigris"})
    assert "Right" in after.text
    assert len(_reviews(app)) == 1
    assert _key(student.get(where).text) != _key(one)


def test_an_answer_of_somebody_else_or_to_nothing_is_not_there(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    other = app.test_client()
    sign_in(app, other, "Otto")
    assert other.post(where, data={"key": key, "response": "burg"}).status_code == 404
    assert other.get(where).status_code == 404
    gone = student.post(where, data={"key": "0" * 30, "response": "x"}, follow_redirects=True)
    assert "taken back in another tab" in gone.text
    assert key in gone.text
    assert _reviews(app) == []


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"response": ""},
        {"response": "   "},
        {"response": "\u200b\u202e"},
        {"other": "burg"},
        {"response-0": "x"},
    ],
)
def test_an_empty_answer_is_asked_back_and_nothing_is_logged(
    app: Flask, student: FlaskClient, fields: dict[str, str]
) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    answer = student.post(where, data={"key": key, **fields})
    assert "Nothing was counted" in answer.text
    assert _key(answer.text) == key
    assert _reviews(app) == []


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "\x00", "\ud7ff\U0010ffff", "'; DROP TABLE review; --", "💥" * 999]
)
def test_any_text_is_an_answer(app: Flask, student: FlaskClient, text: str) -> None:
    where = _start(student)
    answer = student.post(where, data={"key": _key(student.get(where).text), "response": text})
    assert answer.status_code == 200
    assert student.get(f"{where}/end").status_code == 200
    assert len(_reviews(app)) in (0, 1)


def test_the_claim_of_a_device_is_kept_between_the_asking_and_the_receipt(
    app: Flask, student: FlaskClient, clock: Clock
) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    issued = clock.now
    clock.pass_seconds(30)
    student.post(where, data={"key": key, "response": "castle", "answered_at": "1"})
    clock.pass_seconds(30)
    key = _key(student.get(where).text)
    asked = clock.now
    student.post(where, data={"key": key, "response": "castle", "answered_at": str(10**15)})
    first, second = _reviews(app)
    assert first.answered_at == issued
    assert issued <= second.answered_at <= asked
    assert second.received_at == asked


# ---- hints, undo, I was right -----------------------------------------------------------------------


def _find_question(student: FlaskClient, where: str, words: str) -> str:
    """Answer questions right until one with these words is asked; returns its key."""
    for _ in range(12):
        page = student.get(where).text
        if words in page.replace("\u00a0", " "):
            return _key(page)
        student.post(where, data={"key": _key(page), "response": "good"})
    raise AssertionError(words)


@pytest.mark.parametrize(("hints", "rating"), [(0, 3), (1, 2), (2, 1)])
def test_a_hint_makes_a_right_answer_hard_and_one_that_reveals_makes_it_again(
    app: Flask, student: FlaskClient, hints: int, rating: int
) -> None:
    where = _start(student, "every-type")
    key = _find_question(student, where, "the old citadel of the town called?")
    assert "It begins with an R." not in student.get(where).text
    for _ in range(hints):
        student.post(f"{where}/hint", data={"key": key})
    assert student.get(where).text.count("Hint.") == hints
    student.post(where, data={"key": key, "response": "Rahba"})
    kept = next(review for review in _reviews(app) if review.key == key)
    assert (kept.hints, kept.rating, kept.mark) == (hints, rating, 1.0)


def test_undo_within_ten_seconds_asks_again_and_later_refuses(
    app: Flask, student: FlaskClient, clock: Clock
) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    student.post(where, data={"key": key, "response": "castle"})
    clock.pass_seconds(9)
    student.post(f"{where}/undo", data={"key": key})
    student.post(f"{where}/undo", data={"key": key})
    assert [review.kind for review in _reviews(app)] == ["answer", "void"]
    again = _key(student.get(where).text)
    assert again != key
    student.post(where, data={"key": again, "response": "burg"})
    assert [review.is_retry for review in _reviews(app) if review.key == again] == [True]
    clock.pass_seconds(60)
    refused = student.post(f"{where}/undo", data={"key": again}, follow_redirects=True)
    assert "more than ten seconds old" in refused.text
    assert len(_reviews(app)) == 3


def test_an_earlier_answer_can_be_undone_although_later_ones_were_given(
    app: Flask, student: FlaskClient
) -> None:
    where = _start(student, "every-type")
    keys: list[str] = []
    places = {f"position-{number}": str(number + 1) for number in range(9)}
    for _ in range(30):
        keys.append(_key(student.get(where).text))
        student.post(where, data={"key": keys[-1], "response": "good", **places})
    answered = [review.key for review in _reviews(app)]
    assert len(answered) > 2
    for key in answered:
        assert student.post(f"{where}/undo", data={"key": key}).status_code == 303
    assert student.get(where).status_code == 200
    with app.app_context(), reading() as session:
        places = session.execute(select(Step.session_id, Step.position)).all()
    assert len(places) == len(set(places))


def test_i_was_right_counts_once_and_is_marked_as_the_students_own(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    key = _key(student.get(where).text)
    student.post(where, data={"key": key, "response": "castle"})
    for _ in range(2):
        student.post(f"{where}/claim", data={"key": key})
    assert sorted(review.kind for review in _reviews(app)) == ["answer", "regrade"]
    assert student.get(where).location.endswith("/end")
    assert "1 of 1 right at once" in student.get(f"{where}/end").text


def test_a_flashcard_is_turned_over_and_rated(app: Flask, student: FlaskClient) -> None:
    where = _start(student, "one-card")
    page = student.get(where).text
    assert "nothing but a word" not in page
    back = student.get(f"{where}/back/{_key(page)}").text
    assert "nothing but a word" in back
    assert all(f'value="{rating}"' in back for rating in ("again", "hard", "good", "easy"))
    student.post(where, data={"key": _key(back), "response": "easy"})
    assert [review.rating for review in _reviews(app)] == [4]
    assert student.get(where).location.endswith("/end")


def test_a_wrong_fact_comes_back_in_the_session_and_moves_its_card_once(
    app: Flask, student: FlaskClient, clock: Clock
) -> None:
    where = _start(student)
    for text in ("castle", "tower", "burg"):
        student.post(where, data={"key": _key(student.get(where).text), "response": text})
        clock.pass_seconds(20)
    assert student.get(where).location.endswith("/end")
    assert [review.rating for review in _reviews(app)] == [1, 1, 3]
    assert "0 of 1 right at once" in student.get(f"{where}/end").text
    clock.pass_days(1)
    assert "1 question" in student.get("/today").text.replace("\u00a0", " ")

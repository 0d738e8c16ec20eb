"""Quizzes and flashcards by plain forms: every shape, two layouts, what is left open, late, forged or sent twice."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.questions import TYPE_NAMES
from quizapp.services import accounts, library, study
from quizapp.store import Review, reading
from quizapp.store.driver import line
from quizapp.store.study.quiz import find_quiz_steps
from tests.conftest import NOON, Clock
from tests.fixtures.site import bank_text, right_fields, sign_in
from tests.laws.page_rules import problems

HOURS = 3600
ASKED = len(TYPE_NAMES) - 1
"""Questions of a quiz on every-type: one a type, but for the flashcard."""


@pytest.fixture(autouse=True)
def _banks(app: Flask) -> None:
    with app.app_context():
        for name in ("every-type", "one-card", "one-word"):
            library.publish_bank(bank_text(name), f"{name}.yaml", owner=None, now=NOON, audience="everybody")


@pytest.fixture
def student(app: Flask, client: FlaskClient) -> FlaskClient:
    sign_in(app, client, "Sam")
    return client


def _start(client: FlaskClient, bank: str = "every-type", **also: str) -> str:
    return client.post("/quiz", data={"bank": bank, "count": "30", **also}).location


def _asks(app: Flask, where: str) -> list[study.Asked]:
    with app.app_context():
        person = accounts.find_signed_in("a token of Sam")
        assert person is not None
        return [item.asked for item in study.look_at_quiz(person, _id(where), NOON).asks]


def _id(where: str) -> str:
    return re.split(r"[/?]", where)[2]


def _right(app: Flask, where: str, *places: int) -> dict[str, object]:
    """The fields of a form that answers some questions right, or all of them."""
    form: dict[str, object] = {"asked": []}
    for place, asked in enumerate(_asks(app, where), 1):
        if not places or place in places:
            form["asked"].append(str(place))  # type: ignore[attr-defined]
            form |= {f"{place}.{name}": texts for name, texts in right_fields(asked).items()}
    return form


def _reviews(app: Flask) -> list[Review]:
    with app.app_context(), reading() as session:
        return session.query(Review).all()


def test_all_shapes_answered_right_on_one_page_give_the_full_score(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    page = student.get(where).text
    assert problems(page) == [] or all("tokens" in each for each in problems(page))
    answer = student.post(f"{where}/hand-in", data=_right(app, where))
    assert answer.location == f"{where}/result"
    result = student.get(answer.location).text
    assert f"{ASKED} of {ASKED} right" in result
    assert "Practise" not in result
    assert {review.mark for review in _reviews(app)} == {1.0}
    assert student.get(where).location == answer.location


def test_what_was_answered_is_filled_in_again_on_every_shape(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    form = _right(app, where)
    assert student.post(f"{where}/keep", data={**form, "quietly": "yes"}).status_code == 204
    page = student.get(where).text
    assert f"{ASKED} of {ASKED}" in page
    assert student.post(f"{where}/keep", data=_as_a_browser_would(page)).status_code == 303
    assert f"{ASKED} of {ASKED} right" in student.get(student.post(f"{where}/hand-in", data={}).location).text


def _as_a_browser_would(page: str) -> dict[str, list[str]]:
    """The fields of a form as they stand on a page."""
    form: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checked" in tag or not re.search(r'type="(radio|checkbox)"', tag)):
            form.setdefault(unescape(name[1]), []).append(unescape(value[1]) if value else "")
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option(?: value="([^"]*)")?\s+selected>([^<]*)', options)
        form[name] = [unescape(chosen[1] or chosen[2]) if chosen else ""]
    return form


def test_one_question_a_page_keeps_each_answer_on_the_way(app: Flask, student: FlaskClient) -> None:
    where = _start(student, layout="one")
    assert where.endswith("?question=1")
    base = where.removesuffix("?question=1")
    for place in range(1, ASKED + 1):
        page = student.get(f"{base}?question={place}").text
        assert page.count('name="asked"') == 1
        assert not [each for each in problems(page) if "tokens" not in each]
        answer = student.post(f"{base}/keep", data={**_right(app, where, place), "go": str(place + 1)})
        assert answer.location == f"{base}?question={place + 1}"
    answer = student.post(f"{base}/hand-in", data={"asked": [str(ASKED)], **_right(app, where, ASKED)})
    assert f"{ASKED} of {ASKED} right" in student.get(answer.location).text


def test_handing_in_with_open_questions_asks_first(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    answer = student.post(f"{where}/hand-in", data=_right(app, where, 2, 3))
    assert answer.location == f"{where}?check=yes"
    page = student.get(answer.location).text
    assert "questions" in page
    assert "Hand in all the same" in page
    assert not [each for each in problems(page) if "tokens" not in each]
    assert _reviews(app) == []
    answer = student.post(f"{where}/hand-in", data={"anyway": "yes"})
    page = student.get(answer.location).text
    assert f"2 of {ASKED} right" in page
    assert f"{ASKED - 2} left open" in page
    assert not [each for each in problems(page) if "tokens" not in each]
    assert len(_reviews(app)) == 2


def test_a_second_tab_is_told_what_came_too_late_and_nothing_else(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    student.post(f"{where}/hand-in", data={**_right(app, where, 1), "anyway": "yes"})
    late = "this answer was not kept"
    same = student.post(f"{where}/hand-in", data=_right(app, where, 1), follow_redirects=True).text
    other = student.post(f"{where}/hand-in", data=_right(app, where, 1, 2), follow_redirects=True).text
    assert [late in page for page in (same, other)] == [False, True]
    assert f"1 of {ASKED} right" in other


def test_a_script_is_told_where_a_button_leads(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    quietly = {**_right(app, where, 1), "quietly": "yes"}
    for path, form, leads in (
        ("keep", {"go": "3"}, f"{where}?question=3"),
        ("keep", {"go": "all"}, where),
        ("hand-in", {}, f"{where}?check=yes"),
        ("hand-in", {"anyway": "yes"}, f"{where}/result"),
        ("give-up", {}, "/quiz"),
    ):
        reply = student.post(f"{where}/{path}", data={**quietly, **form})
        assert (reply.status_code, reply.text) == (200, leads)


def test_no_page_shows_an_answer_before_it_is_given(app: Flask, student: FlaskClient) -> None:
    """Nor afterwards that of a question that was left open."""
    where = _start(student)
    pages = [student.get(where).text, student.get(f"{where}?question=1").text]
    pages.append(student.get(student.post(f"{where}/hand-in", data={}).location).text)
    answer = student.post(f"{where}/hand-in", data={"anyway": "yes"})
    pages.append(student.get(answer.location).text)
    for page in pages:
        told = re.sub(r' (action|formaction|href|src|data-keep)="[^"]*"|<input type="hidden"[^>]*>', "", page)
        for secret in (
            r"Rahba",
            r"14.October",
            r"(?<![\d.])44\b(?!\.\d)",
            r"August",
            r"flows past Mayadin\.",
        ):
            assert not re.search(secret, told), secret


def test_while_a_quiz_is_open_its_bank_shows_no_facts(app: Flask, student: FlaskClient, clock: Clock) -> None:
    where = _start(student)
    student.post(f"{where}/hand-in", data={**_right(app, where), "anyway": "yes"})
    pages = ("/library/every-type", "/library/every-type/facts/gate", "/library/every-type/timeline")
    pages += ("/library?q=Rahba", "/progress/answers")
    before = [student.get(page).text for page in pages]
    assert any("called Rahba" in page for page in before)
    clock.pass_seconds(60)
    _start(student)
    for page in pages:
        assert "called Rahba" not in student.get(page).text, page
    clock.pass_seconds(2 * HOURS)
    assert [("called Rahba" in student.get(page).text) for page in pages] == [
        "called Rahba" in page for page in before
    ]


def test_misses_are_practised_at_once(app: Flask, student: FlaskClient) -> None:
    where = _start(student)
    student.post(f"{where}/hand-in", data={**_right(app, where, *range(1, ASKED - 1)), "anyway": "yes"})
    page = student.get(f"{where}/result").text
    assert "Practise the 2 misses now" in page
    assert student.post(f"{where}/practise").location.startswith("/study/")


def test_after_two_hours_the_page_offers_what_was_kept(
    app: Flask, student: FlaskClient, clock: Clock
) -> None:
    where = _start(student)
    student.post(f"{where}/keep", data=_right(app, where, 1))
    clock.pass_seconds(2 * HOURS)
    assert student.get(where).location == "/quiz"
    answer = student.post(f"{where}/keep", data={**_right(app, where, 2), "quietly": "yes"})
    assert answer.status_code == 409
    assert "two hours" in answer.text
    page = student.get("/quiz").text
    assert "See how it went" in page
    answer = student.post(f"{where}/hand-in", data=_right(app, where, 2))
    assert f"1 of {ASKED} right" in student.get(answer.location).text


def test_a_quiz_that_is_open_is_found_again_and_can_be_given_up(student: FlaskClient) -> None:
    where = _start(student)
    page = student.get("/quiz").text
    assert "A quiz is open" in page
    assert f'href="{where}"' in page
    assert student.post("/quiz", data={"bank": "one-word"}).location == "/quiz"
    assert student.post(f"{where}/give-up").location == "/quiz"
    assert "A quiz is open" not in student.get("/quiz").text
    assert _start(student, "one-word").startswith("/quiz/")


def test_an_open_quiz_cannot_be_studied_step_by_step(app: Flask, student: FlaskClient) -> None:
    quiz_id = _id(_start(student))
    key = _asks(app, f"/quiz/{quiz_id}")[0].key
    assert student.get(f"/study/{quiz_id}").status_code == 404
    assert student.post(f"/study/{quiz_id}", data={"key": key, "response": "x"}).status_code == 404
    assert student.get(f"/quiz/{quiz_id}/result").status_code == 404
    assert _reviews(app) == []
    assert "You left a session" not in student.get("/today").text


@pytest.mark.parametrize(
    "form",
    [
        {"asked": ["x", "0", "99", "1e3", "\u00b2"], "1.response": "x"},
        {"asked": "1", "1.response": ["\x00", "b"] * 500, "1.confidence": "9"},
        {"asked": "1", "1.": "x", ".response": "x", "1.position-0": "99", "1.response-0": "x" * 5000},
        {"go": "\u0663", "asked": "1"},
    ],
)
def test_forged_forms_break_nothing(app: Flask, student: FlaskClient, form: dict[str, object]) -> None:
    where = _start(student)
    assert student.post(f"{where}/keep", data=form).status_code == 303
    assert student.get(where).status_code == 200
    student.post(f"{where}/hand-in", data={**form, "anyway": "yes"})
    assert student.get(f"{where}/result").status_code == 200


def test_confidence_is_asked_only_of_those_who_rate_it(app: Flask, student: FlaskClient) -> None:
    from sqlalchemy import update

    from quizapp.store import Account, writing

    where = _start(student)
    assert "How sure are you?" not in student.get(where).text
    with app.app_context(), writing() as session:
        session.execute(update(Account).values(rates_confidence=True))
    assert "How sure are you?" in student.get(where).text
    said = {f"{place}.confidence": str(1 + place % 3) for place in range(1, ASKED + 1)}
    student.post(f"{where}/hand-in", data={**_right(app, where), **said})
    assert {review.confidence for review in _reviews(app)} == {1, 2, 3}
    page = student.get(f"{where}/result").text
    assert "How sure, how right" in page
    assert not [each for each in problems(page) if "tokens" not in each]


def test_asking_about_a_typed_answer_is_said_and_offered_once(app: Flask, student: FlaskClient) -> None:
    where = _start(student, "one-word")
    student.post(f"{where}/hand-in", data={"asked": "1", "1.response": "tower"})
    page = student.get(f"{where}/result").text
    assert "I was right: ask the owner" in page
    with app.app_context(), line() as wire:
        person = accounts.find_signed_in("a token of Sam")
        assert person is not None
        (step,) = find_quiz_steps(wire, person.id, _id(where), NOON)
    student.post(f"{where}/ask", data={"key": step.key})
    page = student.get(f"{where}/result").text
    assert "I was right: ask the owner" not in page
    assert "has been asked" in page
    assert student.post(f"{where}/ask", data={"key": "x" * 5000}).status_code == 404


def test_topics_narrow_a_quiz_down(app: Flask, student: FlaskClient) -> None:
    where = student.post("/quiz", data={"topic:every-type": "Upper river", "count": "5"}).location
    assert len(_asks(app, where)) == 3
    student.post(f"{where}/give-up")
    assert student.post("/quiz", data={"topic:": "x", "count": "y"}).location == "/quiz"


def test_flashcards_are_chosen_turned_over_and_rated(app: Flask, student: FlaskClient) -> None:
    page = student.get("/cards").text
    assert not [each for each in problems(page) if "tokens" not in each]
    assert student.post("/cards", data={"minutes": "5"}).location == "/cards"  # nothing on the shelf yet
    where = student.post("/cards", data={"bank": "one-card", "minutes": "5"}).location
    key = re.search(r"/back/([0-9a-f]+)", student.get(where).text)
    assert key is not None
    assert "Again" in student.get(f"{where}/back/{key[1]}").text
    student.post(where, data={"key": key[1], "response": "easy"})
    assert [review.rating for review in _reviews(app)] == [4]
    assert student.post("/cards", data={"bank": "no-such"}).status_code == 404


def test_pages_of_a_site_without_banks_say_the_next_step(app: Flask, student: FlaskClient) -> None:
    from sqlalchemy import update

    from quizapp.store import Bank, writing

    with app.app_context(), writing() as session:
        session.execute(update(Bank).values(is_retired=True))
    for address in ("/quiz", "/cards"):
        page = student.get(address).text
        assert 'href="/library"' in page
        assert " yet</h1>" in page
        assert problems(page) == []

"""While a quiz is open, nothing of its bank is told; nor is of one that was closed. No answer is lost by either."""

import json
import random
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from quizapp.services import accounts, library, progress, study
from quizapp.services.errors import Refused
from quizapp.services.person import Person
from quizapp.services.progress import Sought
from quizapp.services.study import Sent
from quizapp.store import Review, Step, reading
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW

HOURS = 60 * MINUTE
HILLS = students.write_bank("Hills", 6).replace("town-", "hill-").replace("Town ", "Hill ")


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield
        assert students.differences() == []


@pytest.fixture
def teacher() -> Person:
    return students.enrol("Tess", role="teacher")


@pytest.fixture
def person(teacher: Person) -> Person:
    text = students.write_bank().encode()
    library.publish_bank(text, "towns.yaml", owner=teacher, audience="everybody", now=NOW)
    return students.enrol()


@pytest.fixture
def rng() -> random.Random:
    return random.Random(6)


def _begin_quiz(person: Person, rng: random.Random, bank: str = "towns", now: int = NOW) -> str:
    return study.start_quiz(person, {bank: []}, 5, now, rng)


def _towns(count: int) -> list[int]:
    return students.fact_ids()[:count]


# ---- while a quiz is open ---------------------------------------------------------------------------


def test_the_feedback_on_an_earlier_answer_is_hidden_until_the_quiz_is_handed_in(person: Person, rng) -> None:
    session_id = students.plan(person, _towns(1), rng)
    (key,) = students.open_keys(person, session_id)
    students.answer(person, key, "wrong", rng=rng)
    quiz_id = _begin_quiz(person, rng)
    told = study.look_back_at(person, key, NOW).told
    assert isinstance(told, study.Untold)
    assert told.quiz is not None
    assert (told.quiz.id, list(told.quiz.titles.values())) == (quiz_id, ["Towns"])
    study.hand_in(person, quiz_id, NOW + MINUTE)
    shown = study.look_back_at(person, key, NOW + MINUTE).told
    assert isinstance(shown, study.Told)
    assert shown.answer == "Town 0"


def test_hidden_feedback_is_told_again_when_the_two_hours_are_over(person: Person, rng) -> None:
    (key,) = students.open_keys(person, students.plan(person, _towns(1), rng))
    students.answer(person, key, rng=rng)
    _begin_quiz(person, rng)
    late = NOW + 2 * HOURS
    assert isinstance(study.look_back_at(person, key, late - 1).told, study.Untold)
    assert isinstance(study.look_back_at(person, key, late).told, study.Told)


def test_only_the_banks_of_the_quiz_are_hidden_and_only_to_whoever_takes_it(person: Person, rng) -> None:
    students.publish(HILLS, "hills.yaml")
    other = students.enrol("Otto")
    _begin_quiz(person, rng, "hills")
    for student in (person, other):
        (key,) = students.open_keys(student, students.plan(student, _towns(1), rng))
        assert isinstance(students.answer(student, key, rng=rng).told, study.Told)


def test_a_question_that_was_shown_before_is_answered_and_logged_without_its_feedback(
    person: Person, rng
) -> None:
    session_id = students.plan(person, _towns(2), rng)
    first, second = students.open_keys(person, session_id)
    quiz_id = _begin_quiz(person, rng)
    for how in ("wrong", "right"):  # sent twice, once with another answer: the first one counts
        turn = students.answer(person, first, how, rng=rng)
        assert isinstance(turn.told, study.Untold)
        assert (turn.asked, turn.goes_on) == (None, False)
    assert [row.mark for row in students.log_of(person)] == [0.0]
    study.hand_in(person, quiz_id, NOW + MINUTE)
    assert study.look(person, session_id, NOW + MINUTE).asked.key == second
    assert study.look_back_at(person, first, NOW + MINUTE).told.word == "Not yet"


def test_a_session_skips_the_banks_of_the_quiz_and_asks_them_afterwards(person: Person, rng) -> None:
    students.publish(HILLS, "hills.yaml")
    facts = students.fact_ids()
    session_id = students.plan(person, [facts[0], facts[12], facts[1]], rng)
    keys = students.open_keys(person, session_id)
    quiz_id = _begin_quiz(person, rng)
    assert study.look(person, session_id, NOW, ahead=3).asked.key == keys[1]
    assert study.look(person, session_id, NOW, ahead=3).ahead == ()
    with reading() as session:
        hill = session.query(Step).filter_by(account_id=person.id, key=keys[1]).one().fact_id
    assert hill == facts[12]
    study.answer(person, keys[1], {"response": ["Hill 0"]}, NOW, rng)
    assert study.look(person, session_id, NOW).asked is None
    summary = study.look_back(person, session_id, NOW)
    assert (summary.waiting, summary.put_away, len(summary.results)) == (2, 0, 1)
    assert study.look_at_today(person, NOW).open_session is None
    study.give_up(person, quiz_id, NOW)
    assert study.look(person, session_id, NOW).asked.key == keys[0]
    today = study.look_at_today(person, NOW)
    assert (today.open_session, today.open_left, today.quiz) == (session_id, 2, None)


def test_the_end_of_a_session_shows_nothing_of_the_quiz(person: Person, rng) -> None:
    session_id = students.plan(person, _towns(3), rng)
    for key in students.open_keys(person, session_id)[:2]:
        students.answer(person, key, rng=rng)
    assert study.look_back(person, session_id, NOW).quiz is None
    quiz_id = _begin_quiz(person, rng)
    summary = study.look_back(person, session_id, NOW)
    assert (summary.results, summary.put_away, summary.waiting, summary.quiz.id) == ((), 2, 1, quiz_id)
    study.hand_in(person, quiz_id, NOW)
    after = study.look_back(person, session_id, NOW)
    assert (len(after.results), after.put_away, after.waiting, after.quiz) == (2, 0, 0, None)


@pytest.mark.parametrize("kind", ["choice", "card"])
def test_neither_hint_nor_back_nor_stem_is_shown(person: Person, rng, kind: str) -> None:
    (key,) = students.open_keys(person, students.plan(person, _towns(1), rng, kind=kind))
    quiz_id = _begin_quiz(person, rng)
    acts: tuple[Callable[[int], object], ...] = (
        lambda now: study.show_hint(person, key, now),
        lambda now: study.look_at_question(person, key, now),
    )
    if kind == "card":
        acts += (lambda now: study.reveal(person, key, now),)
    for act in acts:
        with pytest.raises(Refused, match="hand it in first"):
            act(NOW)
    study.give_up(person, quiz_id, NOW)
    for act in acts:
        act(NOW)


def test_flashcards_of_the_quiz_wait_too(person: Person, rng) -> None:
    quiz_id = _begin_quiz(person, rng)
    with pytest.raises(Refused, match="a quiz is open"):
        study.start_cards(person, 5, NOW, rng, bank_key="towns")
    study.give_up(person, quiz_id, NOW)
    assert study.start_cards(person, 5, NOW, rng, bank_key="towns")


def test_an_earlier_quiz_on_the_same_bank_keeps_its_score_and_hides_its_words(person: Person, rng) -> None:
    first = _begin_quiz(person, rng)
    key = study.look_at_quiz(person, first, NOW).asks[0].asked.key
    study.keep_responses(person, first, {1: Sent(students.response_to(person, key))}, NOW)
    study.hand_in(person, first, NOW)
    second = _begin_quiz(person, rng)
    result = study.look_at_result(person, first, NOW)
    assert (result.right, {each.is_hidden for each in result.outcomes}) == (1, {True})
    assert result.open_quiz.id == second
    with pytest.raises(Refused, match="a quiz is open"):
        study.practise_misses(person, first, NOW, rng)
    study.hand_in(person, second, NOW)
    result = study.look_at_result(person, first, NOW)
    assert ({each.is_hidden for each in result.outcomes}, result.open_quiz) == ({False}, None)
    assert study.practise_misses(person, first, NOW, rng)


def test_what_is_taken_away_says_what_it_leaves_out(person: Person, rng) -> None:
    students.publish(HILLS, "hills.yaml")
    facts = students.fact_ids()
    for fact, given in ((facts[0], "Town 0"), (facts[12], "Hill 0")):
        (key,) = students.open_keys(person, students.plan(person, [fact], rng))
        study.answer(person, key, {"response": [given]}, NOW, rng)
    before = json.loads("".join(accounts.export_everything(person, NOW)))
    assert "hidden" not in before
    quiz_id = _begin_quiz(person, rng)
    now = json.loads("".join(accounts.export_everything(person, NOW)))
    assert now["hidden"] == {"while_a_quiz_is_open_on": ["Towns"]}
    by_bank = {row["bank"]: row for row in now["review"]}
    told = ("response", "mark", "reason", "parts", "rating")
    assert [by_bank["towns"][name] for name in told] == [None] * 5
    assert by_bank["hills"] in before["review"]
    listed = [each.bank_key for each in progress.find_all_answers(person, NOW, Sought())]
    assert listed == ["hills"]
    study.give_up(person, quiz_id, NOW)
    after = json.loads("".join(accounts.export_everything(person, NOW)))
    assert after["review"] == before["review"]


# ---- a bank that was closed -------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["closed", "retired"])
def test_what_was_asked_before_its_bank_was_closed_counts_and_is_not_told(
    teacher: Person, person: Person, rng, how: str
) -> None:
    session_id = students.plan(person, _towns(2), rng)
    keys = students.open_keys(person, session_id)
    students.answer(person, keys[0], rng=rng)
    if how == "closed":
        library.set_audience(teacher, "towns", "owner")
    else:
        library.retire_bank(teacher, "towns", retired=True)
    turn = students.answer(person, keys[1], "wrong", rng=rng)
    assert turn.told == study.Untold(keys[1], session_id, None)
    assert [row.mark for row in students.log_of(person)] == [1.0, 0.0]
    for key in keys:
        assert isinstance(study.look_back_at(person, key, NOW).told, study.Untold)
        with pytest.raises(Refused, match="no longer open"):
            study.look_at_question(person, key, NOW)
    summary = study.look_back(person, session_id, NOW)
    assert (summary.results, summary.closed) == ((), 2)
    assert study.look_at_today(person, NOW).open_session is None
    study.report(person, keys[1], "It says nothing.", NOW)  # what was seen can still be reported
    library.retire_bank(teacher, "towns", retired=False)
    library.set_audience(teacher, "towns", "everybody")
    assert study.look_back_at(person, keys[1], NOW).told.word == "Not yet"
    assert len(study.look_back(person, session_id, NOW).results) == 2


def test_the_owner_of_a_closed_bank_is_told_everything(teacher: Person, person: Person, rng) -> None:
    library.set_audience(teacher, "towns", "owner")
    (key,) = students.open_keys(teacher, students.plan(teacher, _towns(1), rng))
    assert isinstance(students.answer(teacher, key, rng=rng).told, study.Told)


def test_the_result_of_a_quiz_on_a_bank_that_was_closed_hides_its_words(
    teacher: Person, person: Person, rng
) -> None:
    quiz_id = _begin_quiz(person, rng)
    library.set_audience(teacher, "towns", "owner")
    key = study.look_at_quiz(person, quiz_id, NOW).asks[0].asked.key
    study.keep_responses(person, quiz_id, {1: Sent(students.response_to(person, key))}, NOW)
    study.hand_in(person, quiz_id, NOW)
    result = study.look_at_result(person, quiz_id, NOW + DAY)
    assert (result.right, result.open_quiz, {each.is_hidden for each in result.outcomes}) == (1, None, {True})
    assert students.count(Review) == 1

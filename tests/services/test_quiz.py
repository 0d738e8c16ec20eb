"""Quizzes: what is asked, what can be changed until it is handed in, what is graded then, and what is kept secret."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.memory.card import Rating
from quizapp.services import study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.services.study import Sent
from quizapp.store import Report, Review, StudySession, reading
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import hold_retention
from quizapp.store.study.quiz import (
    OpenRow,
    banks_in_open_quiz,
    end_quiz,
    find_quiz_steps,
    list_unfinished,
)
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW, SECOND

HOUR = 60 * MINUTE


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield
        assert students.differences() == []


@pytest.fixture
def rng() -> random.Random:
    return random.Random(5)


@pytest.fixture
def person() -> Person:
    return students.enrol()


def _quiz(person: Person, rng: random.Random, count: int = 5, now: int = NOW, **also: object) -> str:
    return study.start_quiz(person, {"towns": []}, count, now, rng, **also)


def _keys(person: Person, quiz_id: str) -> list[str]:
    return [item.asked.key for item in study.look_at_quiz(person, quiz_id, NOW).asks]


def _keep(
    person: Person,
    quiz_id: str,
    place: int,
    how: str = "right",
    now: int = NOW + MINUTE,
    confidence: int | None = None,
) -> None:
    key = _keys(person, quiz_id)[place - 1]
    sent = Sent(students.response_to(person, key, how), confidence)
    study.keep_responses(person, quiz_id, {place: sent}, now)


def _open_banks(person: Person, now: int = NOW) -> frozenset[int]:
    with reading() as session:
        return banks_in_open_quiz(session, person.id, now)


# ---- what is asked ----------------------------------------------------------------------------------


def test_a_quiz_asks_so_many_facts_once_and_no_flashcards(person: Person, rng) -> None:
    quiz = study.look_at_quiz(person, _quiz(person, rng, 10), NOW)
    assert len({item.asked.content.fact_id for item in quiz.asks}) == len(quiz.asks) == 10
    assert {item.asked.shown.shape for item in quiz.asks} <= {"pick-one", "type-in"}
    assert quiz.banks == ("Towns",)


def test_a_quiz_asks_only_chosen_banks_and_topics(person: Person, rng) -> None:
    text = students.write_bank("Hills", 6).replace("town-", "hill-")
    text = text.replace("statement: Town 1 ", "topic: North\n    statement: Town 1 ")
    students.publish(text, "hills.yaml")
    quiz = study.look_at_quiz(person, study.start_quiz(person, {"hills": ["North"]}, 5, NOW, rng), NOW)
    assert [item.asked.content.fact_key for item in quiz.asks] == ["hill-1"]
    study.give_up(person, quiz.id, NOW)
    both = study.start_quiz(person, {"hills": [], "towns": []}, 30, NOW, rng)
    assert set(study.look_at_quiz(person, both, NOW).banks) == {"Towns", "Hills"}
    assert len(study.look_at_quiz(person, both, NOW).asks) == students.FACTS + 6


def test_a_quiz_of_what_was_met_asks_nothing_else(person: Person, rng) -> None:
    with pytest.raises(Refused, match="met nothing"):
        _quiz(person, rng, met_only=True)
    facts = students.fact_ids()[:3]
    session_id = students.plan(person, facts, rng)
    for key in students.open_keys(person, session_id):
        students.answer(person, key, rng=rng)
    quiz = study.look_at_quiz(person, _quiz(person, rng, met_only=True, now=NOW + DAY), NOW + DAY)
    assert {item.asked.content.fact_id for item in quiz.asks} == set(facts)


@pytest.mark.parametrize("chosen", [{}, {"no-such-bank": []}, {"towns": ["no such topic"]}])
def test_a_quiz_of_nothing_is_refused(person: Person, rng, chosen: dict[str, list[str]]) -> None:
    with pytest.raises(Refused, match="nothing to ask"):
        study.start_quiz(person, chosen, 5, NOW, rng)
    assert students.count(StudySession) == 0


def test_facts_put_aside_are_not_asked(person: Person, rng) -> None:
    for fact in students.fact_ids()[2:]:
        study.suspend(person, fact, NOW, rng)
    quiz = study.look_at_quiz(person, _quiz(person, rng, 10), NOW)
    assert {item.asked.content.fact_id for item in quiz.asks} == set(students.fact_ids()[:2])


# ---- until it is handed in --------------------------------------------------------------------------


def test_answers_change_until_they_are_handed_in_and_the_last_one_counts(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1, "wrong")
    _keep(person, quiz_id, 2, "right")
    _keep(person, quiz_id, 1, "right", NOW + 2 * MINUTE)
    assert study.look_at_quiz(person, quiz_id, NOW).answered == 2
    assert students.log_of(person) == []
    study.hand_in(person, quiz_id, NOW + 3 * MINUTE)
    assert [row.mark for row in students.log_of(person)] == [1.0, 1.0]
    with pytest.raises(Refused, match="handed in"):
        _keep(person, quiz_id, 1, "wrong")
    assert study.look_at_result(person, quiz_id, NOW).right == 2


def test_an_answer_can_be_taken_back(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    study.keep_responses(person, quiz_id, {1: Sent({"response": [" "]})}, NOW + 2 * MINUTE)
    assert study.look_at_quiz(person, quiz_id, NOW).answered == 0
    study.hand_in(person, quiz_id, NOW + 3 * MINUTE)
    assert students.log_of(person) == []


def test_a_form_changes_only_the_questions_that_it_is_about(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    study.keep_responses(person, quiz_id, {2: Sent({}), 99: Sent({"response": ["x"]})}, NOW)
    asks = study.look_at_quiz(person, quiz_id, NOW).asks
    assert [item.is_answered for item in asks] == [True, False, False, False, False]


def test_a_second_quiz_waits_until_the_first_is_over(person: Person, rng) -> None:
    first = _quiz(person, rng)
    with pytest.raises(Refused, match="is open"):
        _quiz(person, rng, now=NOW + HOUR)
    assert study.look_at_choice(person, NOW + HOUR).unfinished.id == first
    assert _quiz(person, rng, now=NOW + 2 * HOUR) != first


def test_after_two_hours_nothing_changes_but_what_stood_is_graded(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1, now=NOW + HOUR)
    late = NOW + 2 * HOUR
    with pytest.raises(Refused, match="two hours"):
        _keep(person, quiz_id, 2, now=late)
    unfinished = study.look_at_choice(person, late).unfinished
    assert (unfinished.is_over, unfinished.kept, unfinished.total) == (True, 1, 5)
    study.hand_in(person, quiz_id, late + DAY)
    (row,) = students.log_of(person)
    assert (row.answered_at, row.received_at) == (NOW + HOUR, late + DAY)
    assert study.look_at_choice(person, late).unfinished is None


def test_a_quiz_that_was_left_without_an_answer_is_forgotten(person: Person, rng) -> None:
    _quiz(person, rng)
    assert study.look_at_choice(person, NOW + 2 * HOUR).unfinished is None


def test_giving_up_counts_nothing(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    study.give_up(person, quiz_id, NOW + MINUTE)
    study.hand_in(person, quiz_id, NOW + 2 * MINUTE)
    assert students.log_of(person) == []
    assert study.look_at_choice(person, NOW).past == ()


# ---- handed in --------------------------------------------------------------------------------------


@pytest.mark.both
def test_each_answer_is_logged_and_scheduled_as_any_other(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    keys = _keys(person, quiz_id)
    _keep(person, quiz_id, 1, "right", NOW + 10 * SECOND, confidence=3)
    _keep(person, quiz_id, 2, "wrong", NOW + 14 * SECOND, confidence=1)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    right, wrong = students.log_of(person)
    assert [right.key, wrong.key] == keys[:2]
    assert (right.session_id, right.rating, wrong.rating) == (quiz_id, Rating.GOOD, Rating.AGAIN)
    assert (right.seconds, wrong.seconds) == (10.0, 4.0)
    assert (right.answered_at, right.received_at) == (NOW + 10 * SECOND, NOW + MINUTE)
    assert (right.confidence, wrong.confidence) == (3, 1)
    assert students.card_of(person, right.fact_id).reviews == 1
    assert students.card_of(person, wrong.fact_id).due_day > right.study_day


def test_answers_that_come_with_one_form_share_its_time(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    sent = {
        place: Sent(students.response_to(person, key)) for place, key in enumerate(_keys(person, quiz_id), 1)
    }
    study.keep_responses(person, quiz_id, sent, NOW + MINUTE)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    assert [row.seconds for row in students.log_of(person)] == [12.0] * 5


def test_handing_in_twice_logs_once(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    before = study.look_at_result(person, quiz_id, NOW)
    study.hand_in(person, quiz_id, NOW + HOUR)
    assert students.count(Review) == 1
    assert study.look_at_result(person, quiz_id, NOW) == before


def test_a_wrong_answer_is_not_asked_again_inside_the_quiz(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    for place in range(1, 6):
        _keep(person, quiz_id, place, "wrong")
    study.hand_in(person, quiz_id, NOW + MINUTE)
    assert len(_keys(person, quiz_id)) == 5
    assert students.open_keys(person, quiz_id) == []


def test_the_first_answer_of_the_day_moves_the_card_in_a_quiz_too(person: Person, rng) -> None:
    for fact in students.fact_ids():
        students.answer(person, students.open_keys(person, students.plan(person, [fact], rng))[0], rng=rng)
    before = {fact: students.card_of(person, fact).due_day for fact in students.fact_ids()}
    quiz_id = _quiz(person, rng, 10, now=NOW + HOUR)
    for place in range(1, 11):
        _keep(person, quiz_id, place, "wrong", NOW + HOUR + MINUTE)
    study.hand_in(person, quiz_id, NOW + HOUR + 2 * MINUTE)
    assert before == {fact: students.card_of(person, fact).due_day for fact in students.fact_ids()}
    assert students.count(Review) == students.FACTS + 10


def test_what_is_open_or_too_vague_is_a_miss_that_is_not_logged(person: Person, rng) -> None:
    for fact in students.fact_ids()[:6]:  # known well enough to be asked typed
        key = students.open_keys(person, students.plan(person, [fact], rng))[0]
        students.answer(person, key, rng=rng)
    quiz_id = _quiz(person, rng, met_only=True, now=NOW + DAY)
    assert {item.asked.shown.shape for item in study.look_at_quiz(person, quiz_id, NOW).asks} == {"type-in"}
    vague = {1: Sent({"response": ["October 2017"]}), 2: Sent({"response": ["Oct 2017"]}, 3)}
    study.keep_responses(person, quiz_id, vague, NOW + DAY)
    quiz = study.look_at_quiz(person, quiz_id, NOW + DAY)
    assert (quiz.answered, bool(quiz.asks[0].reason), quiz.asks[2].reason) == (0, True, "")
    study.hand_in(person, quiz_id, NOW + DAY)
    result = study.look_at_result(person, quiz_id, NOW)
    assert (result.right, result.open, len(result.misses), result.levels) == (0, 5, 5, ())
    assert students.count(Review) == 6


def test_the_result_says_score_points_and_how_sure_was_how_right(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    for place, (how, confidence) in enumerate([("right", 3), ("wrong", 3), ("partial", 1), ("right", 2)], 1):
        _keep(person, quiz_id, place, how, confidence=confidence)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    result = study.look_at_result(person, quiz_id, NOW)
    assert (result.right, result.open, len(result.outcomes)) == (2, 1, 5)
    assert 2 < result.points < 3
    levels = [(level.confidence, level.answers, level.right) for level in result.levels]
    assert levels == [(3, 2, 1), (2, 1, 1), (1, 1, 0)]
    assert [outcome.told.verdict if outcome.told else None for outcome in result.outcomes] == [
        "right",
        "wrong",
        "nearly",
        "right",
        None,
    ]
    (past,) = study.look_at_choice(person, NOW).past
    assert (past.id, past.total, past.right) == (quiz_id, 5, 2)


def test_the_misses_are_practised_and_nothing_else(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1, "right")
    _keep(person, quiz_id, 2, "wrong")
    study.hand_in(person, quiz_id, NOW + MINUTE)
    missed = {each.asked.content.fact_id for each in study.look_at_result(person, quiz_id, NOW).misses}
    session_id = study.practise_misses(person, quiz_id, NOW + 2 * MINUTE, rng)
    asked = set()
    while turn := study.look(person, session_id, NOW + 3 * MINUTE):
        if turn.asked is None:
            break
        asked.add(turn.asked.content.fact_id)
        students.answer(person, turn.asked.key, now=NOW + 3 * MINUTE, rng=rng)
    assert asked == missed
    assert len(asked) == 4


def test_a_quiz_without_a_miss_has_nothing_to_practise(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    for place in range(1, 6):
        _keep(person, quiz_id, place)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    with pytest.raises(Refused, match="missed"):
        study.practise_misses(person, quiz_id, NOW + HOUR, rng)


@pytest.mark.both
def test_two_that_hand_in_at_once_log_each_answer_once(app: Flask, person: Person, rng) -> None:
    quiz_id = _quiz(person, rng, 10)
    for place in range(1, 11):
        _keep(person, quiz_id, place)
    fact = study.look_at_quiz(person, quiz_id, NOW).asks[4].asked.content.fact_id
    key = students.open_keys(person, students.plan(person, [fact], rng))[0]
    fields = students.response_to(person, key)
    problems: list[BaseException] = []

    def run(act) -> None:
        try:
            with app.app_context():
                act()
        except BaseException as problem:
            problems.append(problem)

    acts = [lambda: study.hand_in(person, quiz_id, NOW + 2 * MINUTE)] * 2
    acts.append(lambda: study.answer(person, key, fields, NOW + 2 * MINUTE, random.Random(1)))
    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert students.count(Review) == 11


# ---- two at once ------------------------------------------------------------------------------------


@contextmanager
def _meanwhile(app: Flask, *acts: Callable[[], object]) -> Iterator[tuple[Line, list[BaseException]]]:
    """Write while others come along, who can go on only afterwards; gives the line and what they raised."""
    raised: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        try:
            with app.app_context():
                act()
        except BaseException as problem:
            raised.append(problem)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    with line() as wire:
        wire.begin()
        yield wire, raised
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        wire.commit()
        for thread in threads:
            thread.join()


def test_an_answer_that_comes_while_its_quiz_is_handed_in_is_not_said_to_be_kept(
    app: Flask, person: Person, rng
) -> None:
    quiz_id = _quiz(person, rng)
    with _meanwhile(app, lambda: _keep(person, quiz_id, 1)) as (wire, raised):
        hold_retention(wire, person.id, alone=True)
        end_quiz(wire, person.id, quiz_id, NOW + MINUTE)
    assert [type(each) for each in raised] == [Refused]
    assert study.look_at_quiz(person, quiz_id, NOW).answered == 0


def test_nothing_is_logged_of_a_quiz_that_something_else_ends_first(app: Flask, person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    with _meanwhile(app, lambda: study.hand_in(person, quiz_id, NOW + MINUTE)) as (wire, _):
        end_quiz(wire, person.id, quiz_id, NOW + MINUTE)
    assert students.log_of(person) == []


def test_what_was_handed_in_cannot_be_given_up(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    _keep(person, quiz_id, 1)
    study.hand_in(person, quiz_id, NOW + MINUTE)
    with pytest.raises(Refused, match="counts"):
        study.give_up(person, quiz_id, NOW + 2 * MINUTE)
    assert students.count(Review) == 1


@pytest.mark.both
def test_of_two_quizzes_that_are_begun_at_once_one_is_refused(app: Flask, person: Person) -> None:
    acts = [lambda seed=seed: _quiz(person, random.Random(seed)) for seed in (1, 2)]
    with _meanwhile(app, *acts) as (wire, raised):
        hold_retention(wire, person.id, alone=True)
    assert [type(each) for each in raised] == [Refused]
    assert students.count(StudySession) == 1


def test_a_quiz_that_holds_answers_is_not_hidden_by_a_newer_one(person: Person, rng) -> None:
    first = _quiz(person, rng)
    _keep(person, first, 1)
    late = NOW + 2 * HOUR
    second = _quiz(person, rng, now=late)
    assert study.look_at_choice(person, late).unfinished.id == first
    study.hand_in(person, first, late)
    assert study.look_at_choice(person, late).unfinished.id == second


def test_a_quiz_that_was_left_without_an_answer_ends_when_the_next_begins(person: Person, rng) -> None:
    first = _quiz(person, rng)
    _keep(person, first, 1)
    study.keep_responses(person, first, {1: Sent({"response": [""]})}, NOW + 2 * MINUTE)  # taken back
    late = NOW + 2 * HOUR
    second = _quiz(person, rng, now=late)
    assert study.look_at_quiz(person, first, late).is_ended
    assert not study.look_at_quiz(person, second, late).is_ended


# ---- a guest who signs in ---------------------------------------------------------------------------


def test_a_guests_open_quiz_goes_on_under_the_account(person: Person, rng) -> None:
    guest = students.enrol(None)
    quiz_id = _quiz(guest, rng)
    _keep(guest, quiz_id, 1)
    assert not study.merge_guest(guest, person.id, NOW + 2 * MINUTE)
    quiz = study.look_at_quiz(person, quiz_id, NOW + 2 * MINUTE)
    assert (quiz.is_ended, quiz.is_over, quiz.answered) == (False, False, 1)
    study.hand_in(person, quiz_id, NOW + 3 * MINUTE)
    assert [row.mark for row in students.log_of(person)] == [1.0]


def test_of_two_open_quizzes_the_guests_is_handed_in_with_what_stood_in_it(person: Person, rng) -> None:
    own = _quiz(person, rng)
    guest = students.enrol(None)
    second = _quiz(guest, rng)
    _keep(guest, second, 1, "right")
    _keep(guest, second, 2, "wrong", NOW + 2 * MINUTE)
    keys = _keys(guest, second)
    assert study.merge_guest(guest, person.id, NOW + 3 * MINUTE)
    assert [(row.key, row.mark, row.account_id) for row in students.log_of(person)] == [
        (keys[0], 1.0, person.id),
        (keys[1], 0.0, person.id),
    ]
    assert study.look_at_quiz(person, second, NOW + 3 * MINUTE).is_ended
    choice = study.look_at_choice(person, NOW + 3 * MINUTE)
    assert (choice.unfinished.id, [past.id for past in choice.past]) == (own, [second])
    assert study.look_at_result(person, second, NOW + 3 * MINUTE).open_quiz.id == own
    study.give_up(person, own, NOW + 4 * MINUTE)
    assert study.look_at_result(person, second, NOW + 4 * MINUTE).right == 1


def test_a_guests_empty_second_quiz_just_ends_and_one_whose_time_is_over_waits(person: Person, rng) -> None:
    guest = students.enrol(None)
    late = _quiz(guest, rng)
    _keep(guest, late, 1)
    now = NOW + 2 * HOUR
    own = _quiz(person, rng, now=now)
    second = _quiz(guest, rng, now=now)
    assert study.merge_guest(guest, person.id, now)
    assert students.log_of(person) == []
    with reading() as session:
        ended = {row.id for row in session.query(StudySession) if row.ended_at is not None}
    assert ended == {second}
    assert {row.id for row in _unfinished(person)} == {late, own}


def _unfinished(person: Person) -> list[OpenRow]:
    with reading() as session:
        return list_unfinished(session, person.id)


# ---- secrets ----------------------------------------------------------------------------------------


def test_the_banks_of_an_open_quiz_are_known_until_it_is_over(person: Person, rng) -> None:
    assert _open_banks(person) == frozenset()
    quiz_id = _quiz(person, rng)
    assert _open_banks(person) == _open_banks(person, NOW + 2 * HOUR - 1) == {students.bank_id()}
    assert _open_banks(students.enrol("Otto")) == frozenset()
    assert _open_banks(person, NOW + 2 * HOUR) == frozenset()
    study.hand_in(person, quiz_id, NOW + MINUTE)
    assert _open_banks(person) == frozenset()


def test_no_question_of_a_quiz_is_graded_shown_or_changed_as_a_step(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    key = _keys(person, quiz_id)[0]
    for _ in range(2):
        for act in (
            lambda: study.answer(person, key, {"response": ["Town 0"]}, NOW, rng),
            lambda: study.look(person, quiz_id, NOW),
            lambda: study.undo(person, key, NOW, rng),
            lambda: study.claim(person, key, NOW, rng),
            lambda: study.show_hint(person, key, NOW),
            lambda: study.reveal(person, key, NOW),
        ):
            with pytest.raises(NotThere):
                act()
        _keep(person, quiz_id, 1) if not students.count(Review) else None
        study.hand_in(person, quiz_id, NOW + MINUTE)
    assert students.count(Review) == 1


def test_a_quiz_of_somebody_else_is_not_there(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    other = students.enrol("Otto")
    for act in (
        lambda: study.look_at_quiz(other, quiz_id, NOW),
        lambda: study.keep_responses(other, quiz_id, {}, NOW),
        lambda: study.hand_in(other, quiz_id, NOW),
        lambda: study.give_up(other, quiz_id, NOW),
        lambda: study.look_at_result(other, quiz_id, NOW),
        lambda: study.look_at_result(person, quiz_id, NOW),  # while it is open
        lambda: study.practise_misses(person, quiz_id, NOW, rng),
        lambda: study.ask_owner(person, _keys(person, quiz_id)[0], NOW),
    ):
        with pytest.raises(NotThere):
            act()


def test_in_a_quiz_i_was_right_only_asks(person: Person, rng) -> None:
    for fact in students.fact_ids()[:5]:
        key = students.open_keys(person, students.plan(person, [fact], rng))[0]
        students.answer(person, key, rng=rng)
    quiz_id = _quiz(person, rng, met_only=True, now=NOW + DAY)
    _keep(person, quiz_id, 1, "wrong", NOW + DAY)
    _keep(person, quiz_id, 2, "right", NOW + DAY)
    study.hand_in(person, quiz_id, NOW + DAY)
    wrong, right = _keys(person, quiz_id)[:2]
    before = study.look_at_result(person, quiz_id, NOW)
    assert study.ask_owner(person, wrong, NOW + DAY) == quiz_id
    with pytest.raises(Refused, match="was right"):
        study.ask_owner(person, right, NOW + DAY)
    with reading() as session:
        (report,) = session.scalars(select(Report)).all()
    assert report.key == wrong
    assert "1 May 1901" in report.words
    after = study.look_at_result(person, quiz_id, NOW)
    assert (after.right, after.outcomes[0].is_asked) == (before.right, True)
    assert "regrade" not in {row.kind for row in students.log_of(person)}


def test_steps_of_a_quiz_keep_their_order_of_options(person: Person, rng) -> None:
    quiz_id = _quiz(person, rng)
    first, second = (study.look_at_quiz(person, quiz_id, NOW) for _ in range(2))
    assert [item.asked.shown for item in first.asks] == [item.asked.shown for item in second.asks]
    with line() as wire:
        assert [step.key for step in find_quiz_steps(wire, person.id, quiz_id, NOW)] == _keys(person, quiz_id)


# ---- flashcards -------------------------------------------------------------------------------------


def test_flashcards_ask_flashcards_only_and_come_again_until_they_are_known(person: Person, rng) -> None:
    session_id = study.start_cards(person, 5, NOW, rng, bank_key="towns")
    with reading() as session:
        assert session.get(StudySession, (person.id, session_id)).kind == "cards"
    turn = study.look(person, session_id, NOW)
    total = turn.pace.total
    assert turn.asked.shown.shape == "reveal"
    assert turn.asked.content.fact_id in students.fact_ids()
    turn = students.answer(person, turn.asked.key, "wrong", rng=rng)
    assert turn.pace.total == total + 1
    while turn.asked is not None:
        assert turn.asked.shown.shape == "reveal"
        turn = students.answer(person, turn.asked.key, "right", rng=rng)


def test_flashcards_go_ahead_when_nothing_is_due(person: Person, rng) -> None:
    for _ in range(3):
        session_id = study.start_cards(person, 20, NOW, rng, bank_key="towns")
        for key in students.open_keys(person, session_id):
            students.answer(person, key, rng=rng)
    assert students.count(Review) == 3 * students.FACTS


def test_flashcards_without_any_are_refused(person: Person, rng) -> None:
    with pytest.raises(Refused, match="no flashcards"):
        study.start_cards(person, 5, NOW, rng)
    with pytest.raises(NotThere):
        study.start_cards(person, 5, NOW, rng, bank_key="no-such-bank")
    (deck,) = study.look_at_cards(person, NOW).others
    assert (deck.bank_key, deck.facts, deck.due, deck.met) == ("towns", students.FACTS, 0, 0)
    session_id = study.start_cards(person, 5, NOW, rng, bank_key="towns")
    students.answer(person, students.open_keys(person, session_id)[0], rng=rng)
    (deck,) = study.look_at_cards(person, NOW + 30 * DAY).shelf
    assert (deck.due, deck.met) == (1, 1)

"""Many at once: threads that answer about one card, double submits, two tabs, a change of mind in between."""

import itertools
import random
import threading
from collections.abc import Iterator, Sequence

import pytest
from flask import Flask

from quizapp.memory.card import Rating
from quizapp.services import accounts, study
from quizapp.services.errors import NotThere
from quizapp.store import Account, Review, SignIn, StudySession
from tests.services import students
from tests.services.students import MINUTE, NOW, SECOND
from tests.services.windows import at_once

pytestmark = pytest.mark.both
THREADS, SITTING = 8, 20
FEWER = 25
"""Answers of a thread where the point is not their number."""


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


@pytest.fixture
def rng() -> random.Random:
    return random.Random(11)


def raised(results: Sequence[object]) -> list[object]:
    return [result for result in results if isinstance(result, Exception)]


@pytest.mark.parametrize(
    ("database_url", "each"),
    [("sqlite", 500), ("postgres", 100), pytest.param("postgres", 500, marks=pytest.mark.long)],
    indirect=["database_url"],
)
def test_eight_threads_that_answer_about_one_fact_keep_every_answer(
    app: Flask, rng: random.Random, each: int
) -> None:
    person, fact = students.enrol(), students.fact_ids()[0]
    sessions = [students.plan(person, [fact] * SITTING, rng) for _ in range(THREADS * each // SITTING)]
    keys = [key for session_id in sessions for key in students.open_keys(person, session_id)]
    fields = {"response": ["Town 0"]}

    ticks = itertools.count()

    def study_all(place: int) -> int:
        dice, kept = random.Random(place), 0
        for key in keys[place * each : (place + 1) * each]:
            now = NOW + next(ticks) * 20 * MINUTE  # 55 days in all: the first of each day moves the card
            turn = study.answer(person, key, fields, now, dice)
            kept += turn.told is not None and turn.told.key == key
        return kept

    results = at_once(app, [lambda place=place: study_all(place) for place in range(THREADS)])
    assert results == [each] * THREADS
    assert students.count(Review) == THREADS * each
    card = students.card_of(person, fact)
    assert card is not None
    assert card.version == THREADS * each
    assert card.reviews == len({row.study_day for row in students.log_of(person)})
    assert students.differences() == []


@pytest.mark.parametrize("how", ["right", "wrong"])
def test_a_form_posted_twice_at_once_is_one_answer_with_one_grade(
    app: Flask, rng: random.Random, how: str
) -> None:
    person = students.enrol()
    session_id = students.plan(person, students.fact_ids(), rng)
    for key in students.open_keys(person, session_id):
        fields = students.response_to(person, key, how)
        job = lambda: study.answer(person, key, fields, NOW, random.Random())  # noqa: B023, E731
        turns = at_once(app, [job] * 4)
        assert raised(turns) == []
        assert len({turn.told.grade for turn in turns}) == 1
        assert len({turn.asked.key if turn.asked else None for turn in turns}) == 1
    answers = [row for row in students.log_of(person) if row.kind == "answer"]
    assert len(answers) == students.FACTS
    assert len(students.open_keys(person, session_id)) == (students.FACTS if how == "wrong" else 0)
    assert students.differences() == []


def test_the_first_of_two_different_answers_to_one_question_counts_for_both(
    app: Flask, rng: random.Random
) -> None:
    person = students.enrol()
    session_id = students.plan(person, students.fact_ids(), rng)
    for key in students.open_keys(person, session_id):
        right, wrong = students.response_to(person, key), students.response_to(person, key, "wrong")
        turns = at_once(
            app,
            [
                lambda: study.answer(person, key, right, NOW, random.Random()),  # noqa: B023
                lambda: study.answer(person, key, wrong, NOW, random.Random()),  # noqa: B023
            ],
        )
        assert raised(turns) == []
        assert len({turn.told.grade for turn in turns}) == 1
        assert len({turn.told.response for turn in turns}) == 1
    assert len(students.log_of(person)) == students.FACTS
    assert students.differences() == []


def test_two_tabs_with_the_same_facts_lose_and_double_nothing(app: Flask, rng: random.Random) -> None:
    person, facts = students.enrol(), students.fact_ids()
    tabs = [students.plan(person, facts, rng) for _ in range(2)]

    def walk(session_id: str, seed: int) -> int:
        dice, count = random.Random(seed), 0
        while keys := students.open_keys(person, session_id):
            how = dice.choice(["right", "right", "wrong"])
            students.answer(person, keys[0], how, now=NOW + count * SECOND, rng=dice)
            count += 1
        return count

    counts = at_once(app, [lambda: walk(tabs[0], 1), lambda: walk(tabs[1], 2)])
    assert raised(counts) == []
    assert len(students.log_of(person)) == sum(counts)
    assert students.differences() == []


def test_two_tabs_of_one_session_may_both_be_wrong_at_once(app: Flask, rng: random.Random) -> None:
    person = students.enrol()
    session_id = students.plan(person, students.fact_ids(), rng)
    keys = students.open_keys(person, session_id)
    jobs = [lambda key=key: students.answer(person, key, "wrong", rng=random.Random(key)) for key in keys]
    assert raised(at_once(app, jobs)) == []
    assert len(students.open_keys(person, session_id)) == len(keys)
    assert students.differences() == []


def test_an_answer_undone_twice_at_once_is_voided_once(app: Flask, rng: random.Random) -> None:
    person = students.enrol()
    session_id = students.plan(person, students.fact_ids(), rng)
    for key in students.open_keys(person, session_id):
        students.answer(person, key, "wrong", rng=rng)
        results = at_once(app, [lambda: study.undo(person, key, NOW + SECOND, random.Random())] * 3)  # noqa: B023
        assert results == [session_id] * 3
    assert [row.kind for row in students.log_of(person)].count("void") == students.FACTS
    assert len(students.open_keys(person, session_id)) == students.FACTS
    assert students.differences() == []


def test_a_typed_answer_claimed_twice_at_once_is_regraded_once(app: Flask, rng: random.Random) -> None:
    person = students.enrol()
    session_id = students.plan(person, students.fact_ids(), rng, kind="date")
    for key in students.open_keys(person, session_id):
        students.answer(person, key, "wrong", rng=rng)
        results = at_once(app, [lambda: study.claim(person, key, NOW + SECOND, random.Random())] * 3)  # noqa: B023
        assert results == [session_id] * 3
    assert [row.kind for row in students.log_of(person)].count("regrade") == students.FACTS
    assert students.differences() == []


def test_a_fact_put_aside_while_it_is_answered_for_the_first_time_keeps_both(
    app: Flask, rng: random.Random
) -> None:
    person, facts = students.enrol(), students.fact_ids()
    keys = students.open_keys(person, students.plan(person, facts, rng))
    for fact, key in zip(facts, keys, strict=True):
        jobs = [
            lambda: students.answer(person, key, rng=random.Random()),  # noqa: B023
            lambda: study.suspend(person, fact, NOW, random.Random()),  # noqa: B023
            lambda: study.suspend(person, fact, NOW, random.Random()),  # noqa: B023
        ]
        assert raised(at_once(app, jobs)) == []
    assert len(students.log_of(person)) == 3 * len(facts)
    assert students.differences() == []


def test_due_days_follow_the_retention_that_is_set_while_answers_arrive(
    app: Flask, rng: random.Random
) -> None:
    person, facts = students.enrol(), students.fact_ids()
    days = [students.open_keys(person, students.plan(person, facts, rng)) for _ in range(FEWER)]

    def answer_all() -> None:
        dice = random.Random(3)
        for day, keys in enumerate(days):
            for key in keys:  # with what the page's request knew of the student, which may be old
                students.answer(person, key, now=NOW + day * students.DAY, rng=dice)

    def change_mind() -> None:
        for number in range(40):
            study.set_retention(person.id, 0.75 + 0.01 * (number % 20))

    assert raised(at_once(app, [answer_all, change_mind])) == []
    assert students.differences() == []


def test_checking_the_cards_beside_students_who_answer_finds_nothing(app: Flask, rng: random.Random) -> None:
    person, facts = students.enrol(), students.fact_ids()
    keys = [students.open_keys(person, students.plan(person, facts, rng)) for _ in range(10)]
    is_over = threading.Event()

    def answer_all() -> None:
        for day, each in enumerate(keys):
            for key in each:
                students.answer(person, key, now=NOW + day * students.DAY, rng=random.Random(key))
        is_over.set()

    def check() -> list[object]:
        found = []
        while not is_over.is_set():
            found += students.differences()
        return found

    assert at_once(app, [answer_all, check]) == [None, []]


def test_a_first_answer_posted_by_three_at_once_makes_one_guest_and_one_session(app: Flask) -> None:
    asked = study.trial_question("first")
    assert asked is not None
    question_id = asked.content.question_id

    def try_it() -> str:
        person = accounts.find_signed_in(accounts.make_guest("first", "Europe/Berlin", NOW, random.Random()))
        assert person is not None
        session_id = study.begin_trial(person, question_id, "first", NOW, random.Random())
        turn = study.answer(person, "first", {"response": ["Town 0"]}, NOW, random.Random())
        assert turn.told is not None
        assert turn.told.verdict == "right"
        return session_id

    sessions = at_once(app, [try_it] * 3)
    assert raised(sessions) == []
    assert len(set(sessions)) == 1
    assert students.count(Account) == students.count(Review) == students.count(StudySession) == 1
    assert students.count(SignIn) == 3


def test_a_guest_who_answers_while_being_joined_loses_nothing_that_was_acknowledged(
    app: Flask, rng: random.Random
) -> None:
    for round_number in range(5):
        guest, person = students.enrol(None), students.enrol(f"Sam {round_number}")
        keys = students.open_keys(guest, students.plan(guest, students.fact_ids(), rng))
        begun = threading.Event()

        def answer_all() -> int:
            kept = 0
            for key in keys:  # noqa: B023
                fields = {"response": ["Town 1"]}
                try:
                    study.answer(guest, key, fields, NOW, random.Random())  # noqa: B023
                except Exception:  # the guest is gone: not acknowledged
                    break
                kept += 1
                begun.set()  # noqa: B023
            return kept

        def join() -> None:
            begun.wait(10)  # noqa: B023
            study.merge_guest(guest, person.id, NOW)  # noqa: B023

        kept, problem = at_once(app, [answer_all, join])
        assert problem is None
        assert len(students.log_of(person)) == kept
        assert students.differences() == []
        with pytest.raises(NotThere):
            study.answer(guest, keys[-1], {}, NOW, rng)


def test_what_is_rated_counts_from_the_first_answer_of_the_day_in_whatever_order_they_are_kept(
    app: Flask, rng: random.Random
) -> None:
    person, fact = students.enrol(), students.fact_ids()[0]
    keys = [students.open_keys(person, students.plan(person, [fact], rng))[0] for _ in range(8)]
    jobs = [
        lambda key=key, place=place: students.answer(
            person, key, "wrong" if place == 0 else "right", now=NOW + 60 * SECOND, rng=random.Random(key),
            claimed_at=NOW + (place + 1) * SECOND,
        )
        for place, key in enumerate(keys)
    ]  # fmt: skip
    assert raised(at_once(app, jobs)) == []
    assert students.log_of(person)[0].rating == Rating.AGAIN
    card = students.card_of(person, fact)
    assert card is not None
    assert card.stability is not None
    assert card.stability < 1
    assert card.version == len(keys)
    assert students.differences() == []

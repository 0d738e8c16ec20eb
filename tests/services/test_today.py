"""Today: what each length holds, what skipping costs, and how a break is spread over days."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.memory.study_day import study_day
from quizapp.services import study
from quizapp.services.person import Person
from quizapp.store import Account, Card, reading, writing
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW, SECOND

TODAY = study_day(NOW, "UTC")
MANY = 90


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish(_bank())
        yield


def _bank() -> str:
    facts = "".join(
        f"""
  - statement: Number {n} is so.
    questions: [{{type: choice, stem: "Which is {n}?", key: This {n}, distractors: [That {n}, Another {n}]}}]"""
        for n in range(MANY)
    )
    return f"title: Many\nfacts:{facts}"


@pytest.fixture
def rng() -> random.Random:
    return random.Random(8)


@pytest.fixture
def person() -> Person:
    person = students.enrol(new_a_day=0)
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    return person


def _remember(person: Person, count: int, *, stability: float, last: int, due: int) -> None:
    """Give a student cards of the first facts: days are counted from today."""
    card = {
        "stability": stability,
        "difficulty": 5.0,
        "reviews": 3,
        "lapses": 0,
        "newest_at": 1,
        "newest_key": "",
    }
    card |= {"last_day": TODAY + last, "due_day": TODAY + due}
    with writing() as session:
        session.add_all(
            Card(account_id=person.id, fact_id=fact, **card) for fact in students.fact_ids()[:count]
        )


def test_each_length_says_what_it_holds_and_which_is_enough_for_everything(person: Person) -> None:
    _remember(person, 30, stability=5.0, last=-5, due=0)
    today = study.look_at_today(person, NOW)
    assert [(offer.minutes, offer.questions, offer.is_all) for offer in today.offers] == [
        (5, 20, False),
        (10, 30, True),
        (20, 30, True),
    ]
    assert (today.chosen.minutes, today.chosen.minutes_needed, today.planned) == (10, 8, 30)
    assert study.look_at_today(person, NOW, 5).planned == 20


def test_a_students_own_minutes_are_offered_too() -> None:
    person = students.enrol(new_a_day=0, minutes=7)
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    _remember(person, MANY, stability=5.0, last=-5, due=0)
    today = study.look_at_today(person, NOW)
    assert [offer.minutes for offer in today.offers] == [5, 7, 10, 20]
    assert (today.chosen.minutes, today.planned) == (7, 28)


@pytest.mark.both
def test_a_break_is_spread_over_days_and_no_due_day_is_moved(person: Person, rng) -> None:
    _remember(person, MANY, stability=5.0, last=-15, due=-10)
    today = study.look_at_today(person, NOW, 5)
    assert (today.days_away, today.chosen.spread.later, today.chosen.spread.days) == (14, 70, 4)
    assert today.due == MANY
    study.start_session(person, 5, NOW, rng)
    with reading() as session:
        assert {card.due_day for card in session.query(Card)} == {TODAY - 10}


def test_after_a_break_what_is_still_known_best_is_kept_first(person: Person, rng) -> None:
    facts = students.fact_ids()
    _remember(person, MANY, stability=3.0, last=-40, due=-37)
    with writing() as session:
        for fact in facts[60:70]:
            session.get_one(Card, (person.id, fact)).stability = 35.0
    session_id = study.start_session(person, 5, NOW, rng)
    asked = set()
    while (turn := study.look(person, session_id, NOW + len(asked) * SECOND)).asked is not None:
        asked.add(turn.asked.content.fact_id)
        key = turn.asked.key
        right = turn.asked.content.question.key_response()
        study.answer(person, key, {"response": list(right)}, NOW + len(asked) * SECOND, rng)
    assert set(facts[60:70]) <= asked


def test_what_skipping_costs_counts_every_card_not_only_those_that_are_due(person: Person) -> None:
    _remember(person, 10, stability=10.0, last=-30, due=0)
    recalled = {}
    for ahead in range(40):
        recalled[ahead] = study.look_at_today(person, NOW + ahead * DAY).falls_tomorrow
    assert sum(recalled.values()) == 10, "each falls below 80 % once"
    assert set(recalled.values()) <= {0, 10}


def test_what_is_put_aside_costs_nothing_to_skip_and_is_still_known(person: Person, rng) -> None:
    _remember(person, 10, stability=10.0, last=-3, due=7)
    known = study.look_at_today(person, NOW).known.expected
    study.suspend(person, students.fact_ids()[0], NOW, rng)
    assert study.look_at_today(person, NOW).due == 0
    assert known > 9


def test_somebody_who_has_practised_today_was_not_away(person: Person) -> None:
    assert study.look_at_today(person, NOW).days_away == 0, "nor somebody new"
    _remember(person, 5, stability=10.0, last=0, due=5)
    today = study.look_at_today(person, NOW)
    assert (today.days_away, today.next_due) == (0, (5, 5))


def test_only_the_newest_session_of_today_is_gone_on_with(person: Person, rng) -> None:
    _remember(person, 40, stability=5.0, last=-5, due=0)
    first = study.start_session(person, 5, NOW, rng)
    asked = study.look(person, first, NOW).asked
    study.answer(person, asked.key, {"response": list(asked.content.question.key_response())}, NOW, rng)
    assert study.look_at_today(person, NOW + MINUTE).open_session == first
    study.start_session(person, 5, NOW + MINUTE, rng)
    assert study.look_at_today(person, NOW + 2 * MINUTE).open_session is None


def test_aims_are_priced_from_the_students_own_cards(person: Person) -> None:
    assert study.compare_costs(person, NOW) == ()
    _remember(person, 60, stability=8.0, last=-5, due=3)
    costs = study.compare_costs(person, NOW)
    assert [cost.retention for cost in costs] == [80, 85, 90, 95]
    assert [cost.is_own for cost in costs] == [False, False, True, False]
    assert costs[0].minutes < costs[2].minutes < costs[3].minutes
    with writing() as session:
        session.get_one(Account, person.id).retention = 0.93
    own = [cost for cost in study.compare_costs(students.look_up(person.id), NOW) if cost.is_own]
    assert [cost.retention for cost in own] == [93]

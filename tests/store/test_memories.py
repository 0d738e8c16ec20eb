"""A card gives the same memory on whatever way it is read, and what a reader sees of it is true."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.memory.card import New, Reviewed
from quizapp.services import library
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.driver import line
from quizapp.store.library.reading import list_read_facts
from quizapp.store.study.cards import find_card_state, read_cards
from quizapp.store.study.step import find_step
from tests.services import students
from tests.services.students import DAY, NOW


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


def _answer(person: Person, fact_id: int, how: str, now: int) -> str:
    rng = random.Random(now + fact_id)
    key = students.next_key(person, students.plan(person, [fact_id], rng, now=now))
    students.answer(person, key, how, now=now, rng=rng)
    return key


def test_every_way_to_read_a_card_gives_the_same_memory() -> None:
    person, fact_id = students.enrol(), students.fact_ids()[0]
    _answer(person, fact_id, "right", NOW)
    key = _answer(person, fact_id, "wrong", NOW + 40 * DAY)
    with line() as wire:
        state, step = find_card_state(wire, person.id, fact_id), find_step(wire, person.id, key, NOW)
    assert state is not None
    assert step is not None
    memory = state.memory
    assert isinstance(memory, Reviewed)
    assert (memory.reviews, memory.lapses) == (2, 1)
    with reading() as session:
        facts = list_read_facts(session, students.bank_id(), person.id)
        assert dict(read_cards(session, person.id)) == {fact_id: memory}
    assert [fact.memory for fact in facts if fact.id == fact_id] == [memory] == [step.card.memory]
    assert {fact.memory for fact in facts if fact.id != fact_id} == {New()}


def test_a_fact_that_was_just_answered_wrong_is_not_called_known() -> None:
    person, (wrong, right) = students.enrol(), students.fact_ids()[:2]
    _answer(person, wrong, "wrong", NOW)
    _answer(person, right, "right", NOW)
    (shelved,) = library.list_shelves(person, "")
    bank = library.look_at_bank(person, shelved.row.key, NOW)
    first, second = bank.topics[0].facts[:2]
    assert first.is_fading
    assert first.recall is not None
    assert second.recall is not None
    assert first.recall < second.recall < 1
    assert bank.met == 2
    assert bank.known.expected == pytest.approx(first.recall + second.recall)

"""A bank that its owner keeps to themselves again is asked to nobody else, and nothing of it is forgotten."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.services import library, progress, study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store import Step, reading
from tests.services import students
from tests.services.students import DAY, NOW

LATER = NOW + 40 * DAY


@pytest.fixture
def teacher(app: Flask) -> Iterator[Person]:
    with app.app_context():
        yield students.enrol("Tess", role="teacher")


@pytest.fixture
def student(teacher: Person) -> Person:
    """Somebody who has answered three facts of the teacher's open bank and has it on the shelf."""
    library.publish_bank(
        students.write_bank().encode(), "towns.yaml", owner=teacher, audience="everybody", now=NOW
    )
    return _who_has_answered(students.enrol())


def _who_has_answered(person: Person) -> Person:
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    rng = random.Random(4)
    session_id = students.plan(person, students.fact_ids()[:3], rng)
    for key in students.open_keys(person, session_id):
        students.answer(person, key, rng=rng)
    return person


def _asked(person: Person, *, ahead: bool = False) -> int:
    """How many questions a session of 40 days later holds."""
    session_id = study.start_session(person, 10, LATER, random.Random(5), ahead=ahead)
    with reading() as session:
        return session.query(Step).filter_by(account_id=person.id, session_id=session_id).count()


@pytest.mark.parametrize("how", ["closed", "retired"])
def test_a_session_that_was_planned_before_ends_when_its_bank_is_closed(
    teacher: Person, student: Person, how: str
) -> None:
    session_id = study.start_session(student, 10, LATER, random.Random(5))
    assert study.look(student, session_id, LATER).asked is not None
    if how == "closed":
        library.set_audience(teacher, "towns", "owner")
    else:
        library.retire_bank(teacher, "towns", retired=True)
    assert study.look(student, session_id, LATER).asked is None


def test_a_bank_that_is_closed_again_is_asked_to_nobody_but_its_owner(
    teacher: Person, student: Person
) -> None:
    assert _asked(student) > 3, "new facts and those that are due"
    library.set_audience(teacher, "towns", "owner")
    for ahead in (False, True):
        with pytest.raises(Refused):
            _asked(student, ahead=ahead)
    with pytest.raises(NotThere):
        study.start_session(student, 5, LATER, random.Random(5), bank_key="towns")
    assert _asked(_who_has_answered(teacher)) > 3


def test_a_closed_bank_is_neither_on_the_shelf_nor_counted(teacher: Person, student: Person) -> None:
    library.set_audience(teacher, "towns", "owner")
    for now in (NOW, LATER):
        today = study.look_at_today(student, now)
        assert (today.planned, today.due, today.next_due, today.shelf) == (0, 0, None, ())
        assert progress.look_at_progress(student, now).banks == ()


def test_an_admin_is_asked_what_anybody_is_asked(teacher: Person, student: Person) -> None:
    library.set_audience(teacher, "towns", "owner")
    assert _asked(replace(student, role="admin")) > 3


@pytest.mark.both
def test_what_was_known_comes_back_when_the_bank_is_opened_again(teacher: Person, student: Person) -> None:
    before = study.look_at_today(student, LATER), progress.look_at_progress(student, LATER)
    library.set_audience(teacher, "towns", "owner")
    library.set_audience(teacher, "towns", "everybody")
    assert (study.look_at_today(student, LATER), progress.look_at_progress(student, LATER)) == before
    assert before[0].due == 3

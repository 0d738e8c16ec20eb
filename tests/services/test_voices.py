"""What students say about a bank reaches its owner, once each, until it is settled."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import event

from quizapp.services import library, study
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.store import Report, writing
from quizapp.store.base import db
from tests.services import students
from tests.services.students import DAY, NOW


@pytest.fixture
def teacher(app: Flask) -> Iterator[Person]:
    with app.app_context():
        teacher = students.enrol("Tess", role="teacher")
        library.publish_bank(
            students.write_bank().encode(), "towns.yaml", owner=teacher, audience="everybody", now=NOW
        )
        yield teacher


def _answer(person: Person, how: str = "wrong", kind: str = "date") -> str:
    rng = random.Random(f"{person.id} {how}")
    session_id = students.plan(person, students.fact_ids()[:1], rng, kind=kind)
    key = students.next_key(person, session_id)
    students.answer(person, key, how, rng=rng)
    return key


def _claim(person: Person) -> str:
    key = _answer(person)
    study.claim(person, key, NOW + 1, random.Random(person.id))
    return key


@pytest.mark.both
def test_the_desk_says_at_which_bank_students_say_something_until_it_is_settled(teacher: Person) -> None:
    library.publish_bank(students.write_bank("Other").encode(), "other.yaml", owner=teacher, now=NOW)
    claimed = _claim(students.enrol("Sam"))
    mia = students.enrol("Mia")
    study.report(mia, _answer(mia), "The map says otherwise.", NOW)

    def listed() -> dict[str, int]:
        return {each.row.key: each.voices for each in library.list_own_banks(teacher, "")}

    assert listed() == {"towns": 2, "other": 0}
    library.settle(teacher, "towns", [claimed], NOW + DAY)
    assert listed() == {"towns": 1, "other": 0}


@pytest.mark.both
def test_answers_that_students_count_as_right_are_listed_together_if_they_are_alike(teacher: Person) -> None:
    keys = {_claim(students.enrol(name)) for name in ("Sam", "Mia")}
    (claim,) = library.list_voices(teacher, "towns").claims
    assert (claim.count, claim.response, claim.question.answer()) == (2, "1 May 1901", "2 October 2017")
    assert set(claim.keys) == keys
    assert library.look_at_own_bank(teacher, "towns", "", 1).voices == 2


def test_what_is_settled_is_listed_no_more_and_the_mark_stays(teacher: Person) -> None:
    sam = students.enrol()
    key = _claim(sam)
    library.settle(teacher, "towns", [key], NOW + DAY)
    found = library.list_voices(teacher, "towns")
    assert (found.claims, found.reports) == ((), ())
    assert library.look_at_own_bank(teacher, "towns", "", 1).voices == 0
    assert students.log_of(sam)[-1].mark == 1.0


def test_a_report_is_listed_with_what_was_answered_and_can_be_settled(teacher: Person) -> None:
    sam = students.enrol()
    key = _answer(sam)
    study.report(sam, key, "The map says otherwise.", NOW)
    (report,) = library.list_voices(teacher, "towns").reports
    assert (report.words, report.response, report.question_key) == (
        "The map says otherwise.",
        "1 May 1901",
        "town-0-date",
    )
    library.settle(teacher, "towns", [key], NOW + DAY)
    assert library.list_voices(teacher, "towns").reports == ()
    with writing() as session:
        assert session.get_one(Report, (sam.id, key)).settled_at == NOW + DAY


def test_nobody_else_sees_or_settles_what_students_say(teacher: Person) -> None:
    key = _claim(students.enrol())
    for person in (students.enrol("Otto", role="teacher"), students.enrol("Nora")):
        with pytest.raises(NotThere):
            library.list_voices(person, "towns")
        with pytest.raises(NotThere):
            library.settle(person, "towns", [key], NOW)
    assert len(library.list_voices(students.enrol("Ada", role="admin"), "towns").claims) == 1


def test_keys_of_another_bank_settle_nothing(teacher: Person) -> None:
    key = _claim(students.enrol())
    library.publish_bank(students.write_bank("Other").encode(), "other.yaml", owner=teacher, now=NOW)
    library.settle(teacher, "other", [key], NOW)
    assert len(library.list_voices(teacher, "towns").claims) == 1


def test_settling_one_claim_leaves_the_others_and_reads_none_of_them(teacher: Person) -> None:
    settled, left = (_claim(students.enrol(name)) for name in ("Sam", "Mia"))
    asked: list[tuple[str, str]] = []

    def listen(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        asked.append((statement, str(parameters)))

    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        library.settle(teacher, "towns", [settled], NOW + DAY)
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)
    about = [values for statement, values in asked if "regraded_by" in statement]
    assert about
    assert all(settled in values for values in about)
    (claim,) = library.list_voices(teacher, "towns").claims
    assert claim.keys == (left,)

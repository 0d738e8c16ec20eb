"""What a student sees of what is known and of every answer, from the log on both databases."""

import csv
import io
import json
import random
from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.memory.plan import Planned
from quizapp.progress.calendar import Calendar
from quizapp.progress.sure_and_wrong import SureAndWrongs
from quizapp.services import library, progress, study
from quizapp.services.person import Person
from quizapp.services.progress import Sought
from quizapp.services.progress.export import NAMES, describe
from quizapp.services.study.planning import store_plan
from quizapp.store import Review, writing
from tests.fixtures.seeded import Seeded, seed
from tests.services import students
from tests.services.students import DAY, NOW

TODAY = 739_580  # the study day of NOW


@pytest.fixture
def student(app: Flask) -> Iterator[Person]:
    """Somebody who has answered facts 0 to 3 six days ago, and 0 and 1 again today: 0 right, the others wrong."""
    with app.app_context():
        teacher = students.enrol("Tess", role="teacher")
        bank = students.write_bank().encode()
        library.publish_bank(bank, "towns.yaml", owner=teacher, audience="everybody", now=NOW)
        person, rng = students.enrol(), random.Random(5)
        facts = students.fact_ids()
        for ago, numbers in ((6, range(4)), (0, range(2))):
            now = NOW - ago * DAY
            session_id = students.plan(person, [facts[n] for n in numbers], rng, now=now)
            for n, key in zip(numbers, students.open_keys(person, session_id), strict=True):
                students.answer(person, key, "wrong" if n else "right", now=now + n * 9_000, rng=rng)
        yield person


def _towns(answers: progress.Answers) -> list[tuple[str, str]]:
    return [(row.fact_key, row.result) for row in answers.rows]


def _seek(person: Person, **wanted: object) -> list[tuple[str, str]]:
    return _towns(progress.look_at_answers(person, NOW, Sought(**wanted)))  # type: ignore[arg-type]


def test_every_answer_is_listed_newest_first_with_what_was_asked(student: Person) -> None:
    answers = progress.look_at_answers(student, NOW, Sought())
    assert _towns(answers) == [
        ("town-1", "wrong"),
        ("town-0", "right"),
        ("town-3", "wrong"),
        ("town-2", "wrong"),
        ("town-1", "wrong"),
        ("town-0", "right"),
    ]
    newest = answers.rows[0]
    assert (newest.stem, newest.given, newest.right) == (
        "Which town fell on 3 October?",
        "Hamlet 1",
        "Town 1",
    )
    assert newest.answered.age == 6
    assert (answers.found, answers.total, answers.pages) == (6, 6, 1)
    assert answers.banks == (("towns", "Towns"),)


@pytest.mark.both
def test_answers_are_found_by_day_result_bank_and_words(student: Person) -> None:
    assert _seek(student, first_day=TODAY) == [("town-1", "wrong"), ("town-0", "right")]
    assert len(_seek(student, last_day=TODAY - 1)) == 4
    assert _seek(student, first_day=TODAY - 5, last_day=TODAY - 1) == []
    assert _seek(student, result="right") == [("town-0", "right")] * 2
    assert len(_seek(student, result="wrong")) == 4
    assert len(_seek(student, bank_key="towns")) == 6
    assert _seek(student, bank_key="no such bank") == []
    assert _seek(student, words="HAMLET") == _seek(student, result="wrong"), "what was answered"
    assert _seek(student, words="fell 5 óctober which") == [("town-3", "wrong")], "what was asked"
    assert _seek(student, words="village") == [], "what was neither asked nor answered"
    assert _seek(student, words="fell 3 october", result="wrong", first_day=TODAY) == [("town-1", "wrong")]


def test_a_page_that_is_not_there_is_the_nearest_one(student: Person) -> None:
    for page in (-3, 0, 1, 99):
        assert progress.look_at_answers(student, NOW, Sought(), page).page == 1


def test_an_undone_answer_stays_in_the_list_and_counts_nowhere(student: Person) -> None:
    rng = random.Random(6)
    session_id = students.plan(student, students.fact_ids()[5:6], rng)
    key = students.next_key(student, session_id)
    students.answer(student, key, "wrong", rng=rng)
    study.undo(student, key, NOW, rng)
    assert _seek(student, result="undone") == [("town-5", "undone")]
    assert len(_seek(student, result="wrong")) == 4


def test_a_claimed_answer_is_right(student: Person) -> None:
    rng = random.Random(6)
    session_id = students.plan(student, students.fact_ids()[6:7], rng, kind="date")
    key = students.next_key(student, session_id)
    students.answer(student, key, "wrong", rng=rng)
    assert ("town-6", "wrong") in _seek(student)
    study.claim(student, key, NOW, rng)
    assert ("town-6", "right") in _seek(student)


def _say_sure(person: Person) -> None:
    with writing() as session:
        for row in session.query(Review).filter_by(account_id=person.id):
            row.confidence = 3


def test_who_was_sure_and_wrong_sees_what_became_of_it(student: Person) -> None:
    assert progress.look_at_progress(student, NOW).mistakes == ()
    _say_sure(student)
    mistakes = progress.look_at_progress(student, NOW).mistakes
    assert [each.answer.fact_key for each in mistakes] == ["town-1", "town-3", "town-2"]
    assert mistakes[0].answer.statement == "Town 1 fell on 3 October 2017."
    assert [each.right_since for each in mistakes] == [0, 0, 0]


@pytest.mark.parametrize("how", ["closed", "retired"])
def test_of_a_bank_that_is_closed_only_ones_own_words_are_left(student: Person, how: str) -> None:
    _say_sure(student)
    tess = students.look_up(student.id - 1)
    if how == "closed":
        library.set_audience(tess, "towns", "owner")
    else:
        library.retire_bank(tess, "towns", retired=True)
    answers = progress.look_at_answers(student, NOW, Sought())
    assert answers.found == 6
    assert {(row.stem, row.right, row.statement, row.is_in_words) for row in answers.rows} == {
        ("", "", "", False)
    }
    assert answers.rows[0].given == "Hamlet 1"
    assert _seek(student, words="october") == [], "nor can it be found by what it says"
    found = progress.look_at_progress(student, NOW)
    assert (found.banks, found.mistakes) == ((), ())
    calendar = found.statistics["calendar"]
    assert isinstance(calendar, Calendar)
    assert calendar.practised == 2, "practice is never taken back"


def test_nothing_of_a_bank_in_an_open_quiz_is_shown(student: Person) -> None:
    _say_sure(student)
    before = progress.look_at_progress(student, NOW)
    with_plan = tuple(Planned(fact, 1) for fact in students.fact_ids()[:1])
    store_plan(student.id, with_plan, 10, NOW, random.Random(9), kind="quiz")
    answers = progress.look_at_answers(student, NOW, Sought())
    assert (answers.rows, answers.banks, answers.put_away) == ((), (), 6)
    assert list(progress.find_all_answers(student, NOW, Sought())) == []
    during = progress.look_at_progress(student, NOW)
    assert during.mistakes == ()
    listed = during.statistics["sure_and_wrong"]
    assert isinstance(listed, SureAndWrongs)
    assert during.banks == before.banks, "numbers give nothing away"


def test_every_bank_and_all_banks_together_have_whole_tallies(student: Person) -> None:
    found = progress.look_at_progress(student, NOW)
    (bank,) = found.banks
    assert (bank.title, bank.met, bank.known.facts) == ("Towns", 4, 12)
    assert found.statistics["known"] == bank.known
    assert found.answers == 6
    assert found.years == (2025,)


def test_a_calendar_of_another_year_can_be_asked_for(student: Person) -> None:
    later = NOW + 400 * DAY
    now_page, then = (
        progress.look_at_progress(student, later, year).statistics["calendar"] for year in (None, 2025)
    )
    assert isinstance(now_page, Calendar)
    assert isinstance(then, Calendar)
    assert (now_page.practised, then.practised) == (0, 2)
    assert progress.look_at_progress(student, later, 1999).year is None


def test_an_export_holds_every_answer_that_was_sought(student: Person) -> None:
    written = "".join(progress.FORMATS["csv"].write(progress.find_all_answers(student, NOW, Sought())))
    lines = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    assert tuple(lines[0]) == NAMES
    assert len(lines) == 6
    assert (lines[0]["response"], lines[0]["result"], lines[0]["study_day"]) == (
        "Hamlet 1",
        "wrong",
        "2025-11-25",
    )
    sought = progress.find_all_answers(student, NOW, Sought(result="right"))
    listed = json.loads("".join(progress.FORMATS["json"].write(sought)))
    assert [each["fact"] for each in listed] == ["town-0", "town-0"]
    assert listed[0]["answered_at"] == "2025-11-25T12:00:00+00:00"


def test_an_export_of_nothing_is_a_file_all_the_same(student: Person) -> None:
    nothing = Sought(bank_key="none")
    written = "".join(progress.FORMATS["csv"].write(progress.find_all_answers(student, NOW, nothing)))
    assert written.split("\r\n") == ["\ufeff" + ",".join(NAMES), ""]
    assert (
        json.loads("".join(progress.FORMATS["json"].write(progress.find_all_answers(student, NOW, nothing))))
        == []
    )


def test_no_answer_runs_as_a_formula_in_a_spreadsheet(student: Person) -> None:
    rng = random.Random(8)
    for given in ('=HYPERLINK("https://elsewhere.example")', "-5", "+1,5", "@x", "-1+2"):
        session_id = students.plan(student, students.fact_ids()[7:8], rng)
        study.answer(student, students.next_key(student, session_id), {"response": [given]}, NOW, rng)
    shown = list(progress.find_all_answers(student, NOW, Sought()))
    written = "".join(progress.FORMATS["csv"].write(shown))
    lines = csv.DictReader(io.StringIO(written.removeprefix("\ufeff")))
    found = {line["response"] for line in lines if line["fact"] == "town-7"}
    assert found == {'\'=HYPERLINK("https://elsewhere.example")', "-5", "+1,5", "'@x", "'-1+2"}
    assert set(describe(shown[0])) == set(NAMES)


@pytest.mark.long
@pytest.mark.both
def test_the_seeded_student_has_the_same_history_on_both_databases(seeded: Seeded, app: Flask) -> None:
    again = seed(app)
    assert (again.answers, again.now) == (seeded.answers, seeded.now)
    with app.app_context():
        person = students.look_up(again.account_id)
        found = progress.look_at_progress(person, again.now)
        calendar = found.statistics["calendar"]
        assert isinstance(calendar, Calendar)
        assert calendar.practised > 30
        assert found.banks[0].due > 8
        assert 40 < found.banks[0].met < found.banks[0].known.facts == 74
        assert students.differences() == []

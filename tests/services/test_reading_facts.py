"""What a reader finds of single facts: by topic and page, by words, on a line, and each with its history."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.services import library, study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store import StudySession, writing
from tests.services import students
from tests.services.students import DAY, NOW


@pytest.fixture
def sam(app: Flask) -> Iterator[Person]:
    """Somebody who has answered the first three of twelve facts: right, wrong and partly right."""
    with app.app_context():
        students.publish()
        sam = students.enrol()
        _answer(sam, 0, "right")
        _answer(sam, 1, "wrong")
        _answer(sam, 2, "partial")
        yield sam


def _answer(person: Person, place: int, how: str, *, kind: str = "choice", now: int = NOW) -> str:
    rng = random.Random(f"{place} {how} {now}")
    session_id = students.plan(person, [students.fact_ids()[place]], rng, kind=kind, now=now)
    key = students.next_key(person, session_id)
    students.answer(person, key, how, now=now, rng=rng)
    return key


def _statements(opened: library.OpenBank) -> list[str | None]:
    return [fact.statement for topic in opened.topics for fact in topic.facts]


# ---- the bank by topic ------------------------------------------------------------------------------


def test_facts_are_searched_and_paged_and_what_is_not_met_is_only_counted(sam: Person) -> None:
    whole = library.look_at_bank(sam, "towns", NOW)
    assert _statements(whole) == [f"Town {n} fell on {n + 2} October 2017." for n in range(3)]
    assert (whole.met, whole.topics[0].unmet, whole.known.facts) == (3, 9, 12)
    found = library.look_at_bank(sam, "towns", NOW, search="town 3 OCTOBER")
    assert _statements(found) == ["Town 1 fell on 3 October 2017."]
    assert found.topics[0].unmet == 0
    assert library.look_at_bank(sam, "towns", NOW, search="danube").topics == ()
    assert library.look_at_bank(sam, "towns", NOW, topic=7).topics == ()


def test_a_large_bank_shows_its_topics_first_and_each_page_by_page(app: Flask) -> None:
    with app.app_context():
        tess = students.enrol("Tess", role="teacher")
        text = "title: Many\nfacts:" + "".join(
            f"\n  - id: f-{n}\n    statement: Fact number {n}.\n    topic: Topic {n // 100}\n    questions:\n"
            f"      - {{type: card, stem: What is {n}?, key: It is {n}}}"
            for n in range(300)
        )
        library.publish_bank(text.encode(), "many.yaml", owner=tess, now=NOW)
        whole = library.look_at_bank(tess, "many", NOW)
        assert [(topic.name, topic.known.facts) for topic in whole.topics] == [
            (f"Topic {n}", 100) for n in range(3)
        ]
        assert (whole.is_overview, _statements(whole)) == (True, [])
        pages = [library.look_at_bank(tess, "many", NOW, topic=2, page=page) for page in (1, 2, 9)]
        assert [(page.page, page.pages, page.found) for page in pages] == [
            (1, 2, 100),
            (2, 2, 100),
            (2, 2, 100),
        ]
        assert len({said for page in pages for said in _statements(page)}) == 100
        found = library.look_at_bank(tess, "many", NOW, search="fact number")
        assert (found.found, found.pages, found.is_overview) == (300, 4, False)


# ---- a search over the library ----------------------------------------------------------------------


@pytest.mark.both
def test_a_search_finds_answered_facts_and_nothing_of_others(sam: Person) -> None:
    assert [each.fact.key for each in library.search_facts(sam, "town October", NOW)] == [
        "town-0",
        "town-1",
        "town-2",
    ]
    assert library.search_facts(sam, "town 9", NOW) == [], "town 7 fell on that day"
    assert library.search_facts(students.enrol("Mia"), "town", NOW) == []
    assert library.search_facts(None, "town", NOW) == []
    assert library.search_facts(sam, "100%", NOW) == []


def test_a_teacher_finds_every_fact_of_their_own_bank_and_no_student_does(app: Flask) -> None:
    with app.app_context():
        tess = students.enrol("Tess", role="teacher")
        library.publish_bank(students.write_bank().encode(), "towns.yaml", owner=tess, now=NOW)
        assert len(library.search_facts(tess, "town", NOW)) == 12
        assert library.search_facts(students.enrol("Otto", role="teacher"), "town", NOW) == []
        assert len(library.search_facts(students.enrol("Ada", role="admin"), "town", NOW)) == 12
        assert library.search_facts(replace(tess, role="student"), "town", NOW) == []


# ---- one fact ---------------------------------------------------------------------------------------


def test_a_fact_is_there_for_who_has_answered_it_and_for_nobody_else(sam: Person) -> None:
    assert (
        library.look_at_fact(sam, "towns", "town-1", NOW).shown.statement == "Town 1 fell on 3 October 2017."
    )
    for person, key in ((sam, "town-5"), (sam, "nowhere"), (students.enrol("Mia"), "town-1")):
        with pytest.raises(NotThere):
            library.look_at_fact(person, "towns", key, NOW)
        with pytest.raises(NotThere):
            library.find_met_fact(person, "towns", key, NOW)


def test_a_history_says_why_a_fact_came_back_and_when_it_comes_again(sam: Person) -> None:
    _answer(sam, 1, "right", now=NOW + 1000)
    _answer(sam, 1, "right", now=NOW + DAY)
    _answer(sam, 1, "right", kind="date", now=NOW + 2 * DAY)
    found = library.look_at_fact(sam, "towns", "town-1", NOW + 2 * DAY)
    assert [(each.reason, each.verdict) for each in reversed(found.history)] == [
        ("new", "wrong"),
        ("same day", "right"),
        ("due", "right"),
        ("early", "right"),
    ]
    assert [each.days is None for each in reversed(found.history)] == [False, True, False, False]
    assert found.due_day == found.history[0].day + (found.history[0].days or 0)
    assert [(each.key, each.answered, each.right) for each in found.questions] == [
        ("town-1-choice", 3, 2),
        ("town-1-date", 1, 1),
    ]


def test_the_curve_goes_from_answer_to_answer_up_to_the_due_day(sam: Person) -> None:
    _answer(sam, 0, "right", now=NOW + 2 * DAY)
    _answer(sam, 0, "wrong", now=NOW + 9 * DAY)
    curve = library.look_at_fact(sam, "towns", "town-0", NOW + 9 * DAY).curve
    assert curve is not None
    assert [each.is_right for each in curve.answers] == [True, True, False]
    assert [each.day - curve.first_day for each in curve.answers] == [0, 2, 9]
    for line in curve.lines:
        recalls = [point.recall for point in line]
        assert recalls[0] == 1.0
        assert recalls == sorted(recalls, reverse=True)
    assert curve.answers[0].recall is None
    assert curve.answers[1].recall == pytest.approx(curve.lines[0][-1].recall)
    assert curve.first_day < curve.today <= (curve.due_day or 0) < curve.last_day


def test_what_was_undone_claimed_or_marked_again_is_told_with_its_answer(sam: Person) -> None:
    rng = random.Random(9)
    undone = _answer(sam, 3, "wrong")
    study.undo(sam, undone, NOW, rng)
    claimed = _answer(sam, 4, "wrong", kind="date")
    study.claim(sam, claimed, NOW, rng)
    (event,) = library.look_at_fact(sam, "towns", "town-3", NOW).history
    assert event.is_voided
    (event,) = library.look_at_fact(sam, "towns", "town-4", NOW).history
    assert (event.verdict, event.regraded_by) == ("right", "student")


def test_a_fact_that_was_forgotten_is_new_again_and_keeps_its_history(sam: Person) -> None:
    fact_id = library.find_met_fact(sam, "towns", "town-0", NOW)
    study.reset(sam, fact_id, NOW + 1, random.Random(3))
    found = library.look_at_fact(sam, "towns", "town-0", NOW + 2)
    assert (found.shown.recall, found.shown.is_met, found.due_day) == (None, True, None)
    assert [str(each.kind) for each in found.history] == ["reset", "answer"]
    assert found.shown.statement in _statements(library.look_at_bank(sam, "towns", NOW + 2))
    _answer(sam, 0, "right", now=NOW + DAY)
    assert library.look_at_fact(sam, "towns", "town-0", NOW + DAY).history[0].reason == "new"


def test_a_fact_that_was_put_aside_says_so_and_can_be_taken_up(sam: Person) -> None:
    fact_id = library.find_met_fact(sam, "towns", "town-0", NOW)
    study.suspend(sam, fact_id, NOW + 1, random.Random(3))
    assert library.look_at_fact(sam, "towns", "town-0", NOW + 2).shown.is_aside
    study.resume(sam, fact_id, NOW + 3, random.Random(4))
    assert not library.look_at_fact(sam, "towns", "town-0", NOW + 4).shown.is_aside


# ---- the line ---------------------------------------------------------------------------------------


def test_the_line_shows_dates_of_answered_facts_only(sam: Person) -> None:
    line = library.look_at_timeline(sam, "towns", NOW)
    assert [(each.number, each.said, each.fact.key) for each in line.facts] == [
        (1, "2 October", "town-0"),
        (2, "3 October", "town-1"),
        (3, "4 October", "town-2"),
    ]
    assert (line.unmet, line.count("known") + line.count("fading"), line.count("new")) == (9, 3, 0)
    assert line.scale is not None
    assert line.scale.title == "October 2017"
    stranger = library.look_at_timeline(None, "towns", NOW)
    assert (stranger.facts, stranger.scale, stranger.unmet) == ((), None, 12)


# ---- an open quiz -----------------------------------------------------------------------------------


def test_nothing_of_a_bank_in_an_open_quiz_is_shown_to_who_takes_it(sam: Person) -> None:
    mia = students.enrol("Mia")
    _answer(mia, 0, "right")
    session_id = students.plan(sam, students.fact_ids()[:1], random.Random(6))
    with writing() as session:
        session.get_one(StudySession, (sam.id, session_id)).kind = "quiz"
    opened = library.look_at_bank(sam, "towns", NOW)
    assert opened.is_covered
    assert _statements(opened) == []
    assert library.search_facts(sam, "town", NOW) == []
    assert library.look_at_timeline(sam, "towns", NOW).facts == ()
    with pytest.raises(Refused, match="hand it in"):
        library.look_at_fact(sam, "towns", "town-0", NOW)
    assert library.look_at_fact(mia, "towns", "town-0", NOW).shown.statement
    with writing() as session:
        session.get_one(StudySession, (sam.id, session_id)).ended_at = NOW
    assert library.look_at_fact(sam, "towns", "town-0", NOW).shown.statement


def test_ratings_are_told_as_they_count(sam: Person) -> None:
    found = library.look_at_fact(sam, "towns", "town-2", NOW)
    assert (found.history[0].verdict, found.questions[0].right) == ("nearly", 0)

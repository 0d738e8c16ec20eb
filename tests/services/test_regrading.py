"""Past answers marked again after a key was changed: the effect first, each answer once, cards as the log says."""

import random
from collections.abc import Callable, Iterable, Iterator

import pytest
from flask import Flask

from quizapp.memory.card import Rating
from quizapp.services import library, study
from quizapp.services.person import Person
from quizapp.store.driver import Line
from tests.services import students
from tests.services.students import DAY, NOW

LATER = NOW + 3 * DAY


@pytest.fixture
def teacher(app: Flask) -> Iterator[Person]:
    with app.app_context():
        teacher = students.enrol("Tess", role="teacher")
        _publish(teacher)
        yield teacher


def _publish(teacher: Person, *changes: tuple[str, str]) -> None:
    text = students.write_bank(facts=4)
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    library.publish_bank(text.encode(), "towns.yaml", owner=teacher, audience="everybody", now=NOW)


def _answer(person: Person, how: str, *, kind: str = "choice", facts: int = 1) -> list[str]:
    """Answer the first facts and return the keys of the answers."""
    rng = random.Random(f"{person.id} {how} {kind}")
    session_id = students.plan(person, students.fact_ids()[:facts], rng, kind=kind)
    keys = students.open_keys(person, session_id)[:facts]
    for key in keys:
        students.answer(person, key, how, rng=rng)
    return keys


def _look_back(person: Person, key: str) -> study.Told:
    told = study.look_back_at(person, key, NOW).told
    assert isinstance(told, study.Told)
    return told


NEW_KEY = ("key: Town 0\n        distractors: [Hamlet 0,", "key: Hamlet 0\n        distractors: [Town 0,")


def _regrade(*, now: int = LATER) -> int:
    chosen = [each.question_id for each in study.preview_regrade(students.bank_id())]
    return study.regrade(students.bank_id(), chosen, now, random.Random(now))


def test_nothing_is_to_be_marked_again_while_no_question_has_changed(teacher: Person) -> None:
    _answer(students.enrol(), "wrong", facts=2)
    assert study.preview_regrade(students.bank_id()) == []


def test_the_effect_is_shown_first_by_question_and_changes_nothing(teacher: Person) -> None:
    sam, mia = students.enrol("Sam"), students.enrol("Mia")
    _answer(sam, "wrong", facts=2)
    _answer(mia, "right", facts=2)
    before = students.log_of(sam)
    _publish(teacher, NEW_KEY)
    (effect,) = study.preview_regrade(students.bank_id())
    assert (effect.to_right, effect.to_wrong, effect.otherwise, effect.students) == (1, 1, 0, 2)
    assert (effect.former.answer(), effect.question.answer()) == ("Town 0", "Hamlet 0")
    assert [row.key for row in students.log_of(sam)] == [row.key for row in before]
    assert students.differences() == []


@pytest.mark.both
def test_a_regrade_notes_it_beside_the_answer_and_folds_the_card_anew(teacher: Person) -> None:
    sam = students.enrol()
    (key,) = _answer(sam, "wrong")
    fact_id = students.fact_ids()[0]
    wrong_due = students.card_of(sam, fact_id).due_day  # type: ignore[union-attr]
    _publish(teacher, NEW_KEY)
    assert _regrade() == 1
    regrade = students.log_of(sam)[-1]
    assert (regrade.kind, regrade.target, regrade.regraded_by) == ("regrade", key, "teacher")
    assert (regrade.mark, regrade.rating, regrade.question_version) == (1.0, int(Rating.GOOD), 2)
    card = students.card_of(sam, fact_id)
    assert card is not None
    assert (card.due_day or 0) > (wrong_due or 0)
    assert students.differences() == []


def test_marking_again_twice_changes_nothing_more_and_a_key_changed_back_changes_it_back(
    teacher: Person,
) -> None:
    sam = students.enrol()
    (key,) = _answer(sam, "wrong")
    fact_id = students.fact_ids()[0]
    first = students.card_of(sam, fact_id)
    _publish(teacher, NEW_KEY)
    assert (_regrade(), _regrade()) == (1, 0)
    told = _look_back(sam, key)
    assert (told.verdict, told.given, told.answer) == ("right", "Hamlet 0", "Hamlet 0")
    assert not told.is_claimed, "its student has claimed nothing"
    _publish(teacher)
    assert _regrade(now=LATER + 1) == 1
    told = _look_back(sam, key)
    assert (told.verdict, told.given, told.answer) == ("wrong", "Hamlet 0", "Town 0")
    assert not told.is_claimed
    card = students.card_of(sam, fact_id)
    assert first is not None
    assert card is not None
    assert (card.stability, card.due_day, card.lapses) == (first.stability, first.due_day, first.lapses)
    assert students.differences() == []


def test_only_the_chosen_questions_are_marked_again(teacher: Person) -> None:
    sam = students.enrol()
    _answer(sam, "wrong", facts=2)
    second = (NEW_KEY[0].replace("0", "1"), NEW_KEY[1].replace("0", "1"))
    _publish(teacher, NEW_KEY, second)
    effects = study.preview_regrade(students.bank_id())
    assert len(effects) == 2
    assert study.regrade(students.bank_id(), [effects[0].question_id], LATER, random.Random(8)) == 1
    assert [each.question_id for each in study.preview_regrade(students.bank_id())] == [
        effects[1].question_id
    ]


def test_an_option_that_is_gone_or_reworded_is_no_answer_to_the_new_question(teacher: Person) -> None:
    _answer(students.enrol(), "right")
    _publish(teacher, ("key: Town 0\n", "key: The town of Nought\n"))
    assert study.preview_regrade(students.bank_id()) == []


def test_an_answer_that_was_undone_and_one_that_its_student_counted_stay(teacher: Person) -> None:
    sam, mia = students.enrol("Sam"), students.enrol("Mia")
    (undone,) = _answer(sam, "wrong")
    study.undo(sam, undone, NOW, random.Random(1))
    (claimed,) = _answer(mia, "wrong", kind="date")
    study.claim(mia, claimed, NOW, random.Random(2))
    _publish(teacher, NEW_KEY, ("key: 2017-10-02", "key: 2017-11-02"))
    assert study.preview_regrade(students.bank_id()) == []


def test_a_typed_answer_is_marked_by_the_new_key_and_a_flashcard_never(teacher: Person) -> None:
    sam = students.enrol()
    _answer(sam, "wrong", kind="date")
    _answer(students.enrol("Mia"), "wrong", kind="card")
    _publish(
        teacher,
        ("key: 2017-10-02", "key: 1901-05-01"),
        ("key: Fell on 2 October", "key: It fell on 2 October"),
    )
    (effect,) = study.preview_regrade(students.bank_id())
    assert (effect.question.type, effect.to_right) == ("date", 1)


def test_hints_count_as_they_did(teacher: Person) -> None:
    sam = students.enrol()
    rng = random.Random(5)
    session_id = students.plan(sam, students.fact_ids()[:1], rng)
    (key,) = students.open_keys(sam, session_id)
    study.show_hint(sam, key, NOW)
    students.answer(sam, key, "wrong", rng=rng)
    _publish(teacher, NEW_KEY)
    _regrade()
    assert students.log_of(sam)[-1].rating == int(Rating.HARD)


def test_the_feedback_on_a_right_answer_that_is_wrong_now_says_so_and_promises_no_second_question(
    teacher: Person,
) -> None:
    sam = students.enrol()
    (key,) = _answer(sam, "right")
    _publish(teacher, NEW_KEY)
    assert _regrade() == 1
    told = _look_back(sam, key)
    assert (told.verdict, told.grade.mark, told.answer) == ("wrong", 0.0, "Hamlet 0")
    assert (told.is_again_today, told.is_claimed) == (False, False)


def test_an_answer_that_a_teacher_made_wrong_can_be_claimed_and_is_its_student_s_then(
    teacher: Person,
) -> None:
    sam = students.enrol()
    (key,) = _answer(sam, "right", kind="date")
    _publish(teacher, ("key: 2017-10-02", "key: 1901-05-01"))
    assert _regrade() == 1
    assert (_look_back(sam, key).verdict, _look_back(sam, key).can_claim) == ("wrong", True)
    study.claim(sam, key, LATER + 1, random.Random(3))
    told = _look_back(sam, key)
    assert (told.verdict, told.can_claim, told.is_claimed) == ("right", False, True)


class _Meanwhile(frozenset[int]):
    """Chosen questions; when one of them is looked for a second time, something else happens first."""

    looked = 0

    def __init__(self, _: object, act: Callable[[], object]) -> None:
        self.act = act

    def __new__(cls, chosen: Iterable[int], _: object) -> "_Meanwhile":
        return super().__new__(cls, chosen)

    def __contains__(self, question_id: object) -> bool:
        self.looked += 1
        if self.looked == 2:
            self.act()
        return super().__contains__(question_id)


@pytest.mark.both
def test_a_student_who_claims_an_answer_while_it_is_marked_again_waits_for_nobody_and_keeps_the_claim(
    teacher: Person,
) -> None:
    sam = students.enrol()
    (key,) = _answer(sam, "wrong", kind="date")
    _publish(teacher, ("key: 2017-10-02", "key: 1901-05-01"))
    (effect,) = study.preview_regrade(students.bank_id())
    chosen = _Meanwhile([effect.question_id], lambda: study.claim(sam, key, LATER, random.Random(4)))
    assert study.regrade(students.bank_id(), chosen, LATER, random.Random(5)) == 0
    assert chosen.looked == 2
    assert [row.regraded_by for row in students.log_of(sam)] == [None, "student"]
    assert students.differences() == []


def test_the_log_is_read_only_where_a_question_has_changed_and_then_once(
    teacher: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(students.enrol(), "wrong", facts=2)
    run, asked = Line.run, []

    def listen(wire: Line, statement: str, **values: object) -> int:
        asked.append(statement)
        return run(wire, statement, **values)

    monkeypatch.setattr(Line, "run", listen)
    study.preview_regrade(students.bank_id())
    assert not [each for each in asked if "review" in each]
    _publish(teacher, NEW_KEY)
    asked.clear()
    assert len(study.preview_regrade(students.bank_id())) == 1
    assert len([each for each in asked if "review" in each]) == 1

"""What comes of an answer: feedback, rating, the day it moves, when it counts, and what can still be changed."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.memory.card import Rating
from quizapp.memory.plan import MOST_WRONG
from quizapp.memory.study_day import study_day
from quizapp.services import study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store import Account, Review, writing
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW, SECOND

WEDNESDAY_3_AM_IN_BERLIN = 1_764_122_400_000  # 26 November 2025, 02:00 UTC


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


@pytest.fixture
def rng() -> random.Random:
    return random.Random(5)


@pytest.fixture
def person() -> Person:
    return students.enrol()


@pytest.fixture
def facts() -> list[int]:
    return students.fact_ids()


def _one(person: Person, fact: int, rng: random.Random, kind: str = "choice", now: int = NOW) -> str:
    """Plan a session of one question and look at it; its key."""
    session_id = students.plan(person, [fact], rng, kind=kind, now=now)
    turn = study.look(person, session_id, now)
    assert turn.asked is not None
    return turn.asked.key


# ---- the step ---------------------------------------------------------------------------------------


@pytest.mark.both
def test_an_answer_gets_its_feedback_and_the_next_question(person: Person, facts: list[int], rng) -> None:
    session_id = students.plan(person, facts, rng)
    first, second, *_ = students.open_keys(person, session_id)
    turn = students.answer(person, first, rng=rng)
    assert turn.told is not None
    assert (turn.told.verdict, turn.told.given, turn.told.answer) == ("right", "Town 0", "Town 0")
    assert turn.told.comes_back is not None
    assert turn.told.comes_back >= 1
    assert turn.asked is not None
    assert turn.asked.key == second
    assert (turn.pace.answered, turn.pace.total) == (1, len(facts))


def test_every_answer_keeps_what_was_asked_said_graded_and_predicted(
    person: Person, facts: list[int], rng
) -> None:
    session_id = students.plan(person, facts[:1], rng)
    key = study.look(person, session_id, NOW).asked.key
    students.answer(person, key, "partial", now=NOW + 7 * SECOND, rng=rng)
    (row,) = students.log_of(person)
    assert (row.kind, row.key, row.fact_id, row.session_id) == ("answer", key, facts[0], session_id)
    assert (row.response, row.mark, row.rating) == ('["Village 0"]', 0.5, Rating.AGAIN)
    assert (row.question_version, row.seconds, row.hints, row.predicted) == (1, 7.0, 0, None)
    assert (row.answered_at, row.received_at, row.time_zone) == (NOW + 7000, NOW + 7000, "UTC")
    assert row.study_day == study_day(NOW, "UTC")
    again = _one(person, facts[0], rng, now=NOW + 5 * DAY)
    students.answer(person, again, now=NOW + 5 * DAY, rng=rng)
    assert 0 < (students.log_of(person)[-1].predicted or 0) < 1


def test_a_key_of_somebody_else_is_not_there(person: Person, facts: list[int], rng) -> None:
    key = _one(person, facts[0], rng)
    other = students.enrol("Otto")
    for act in (
        lambda: study.answer(other, key, {"response": ["Town 0"]}, NOW, rng),
        lambda: study.undo(other, key, NOW, rng),
        lambda: study.claim(other, key, NOW, rng),
        lambda: study.show_hint(other, key, NOW),
        lambda: study.reveal(other, key, NOW),
    ):
        with pytest.raises(NotThere):
            act()
    assert students.count(Review) == 0


# ---- again, and the back button ---------------------------------------------------------------------


def test_an_old_form_gets_its_first_grade_again_and_whatever_is_next_now(
    person: Person, facts: list[int], rng
) -> None:
    session_id = students.plan(person, facts, rng)
    first, second, third, *_ = students.open_keys(person, session_id)
    before = students.answer(person, first, "wrong", rng=rng).told
    students.answer(person, second, rng=rng)
    turn = students.answer(person, first, "right", now=NOW + MINUTE, rng=rng)
    assert turn.told is not None
    assert before is not None
    assert (turn.told.grade, turn.told.response) == (before.grade, before.response)
    assert (turn.told.comes_back, turn.told.verdict) == (before.comes_back, "wrong")
    assert turn.asked is not None
    assert turn.asked.key == third
    assert [row.kind for row in students.log_of(person)] == ["answer", "answer"]


def test_an_old_form_shows_the_question_as_it_was_when_it_was_answered(
    person: Person, facts: list[int], rng
) -> None:
    key = _one(person, facts[0], rng)
    students.answer(person, key, rng=rng)
    students.publish(students.write_bank().replace("key: Town 0", "key: City 0"))
    turn = study.answer(person, key, {"response": ["Town 0"]}, NOW + MINUTE, rng)
    assert turn.told is not None
    assert (turn.told.verdict, turn.told.answer) == ("right", "Town 0")
    fresh = study.answer(person, _one(person, facts[0], rng), {"response": ["City 0"]}, NOW + MINUTE, rng)
    assert fresh.told is not None
    assert (fresh.told.verdict, fresh.told.answer) == ("right", "City 0")


def test_a_fact_in_two_open_tabs_is_logged_twice_and_moves_its_card_once(
    person: Person, facts: list[int], rng
) -> None:
    here, there = _one(person, facts[0], rng), _one(person, facts[0], rng)
    students.answer(person, here, "right", rng=rng)
    before = students.card_of(person, facts[0])
    students.answer(person, there, "wrong", now=NOW + MINUTE, rng=rng)
    after = students.card_of(person, facts[0])
    assert before is not None
    assert after is not None
    assert len(students.log_of(person)) == 2
    assert (after.stability, after.difficulty, after.due_day) == (
        before.stability,
        before.difficulty,
        before.due_day,
    )
    assert after.version == before.version + 1


# ---- days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("later", ["right", "wrong", "partial"])
def test_only_the_first_answer_of_a_day_moves_stability_difficulty_and_due_day(
    person: Person, facts: list[int], rng, later: str
) -> None:
    students.answer(person, _one(person, facts[0], rng), "right", rng=rng)
    card = students.card_of(person, facts[0])
    assert card is not None
    moved = (card.stability, card.difficulty, card.due_day, card.reviews, card.lapses)
    for minutes in range(1, 6):
        students.answer(person, _one(person, facts[0], rng), later, now=NOW + minutes * MINUTE, rng=rng)
    card = students.card_of(person, facts[0])
    assert card is not None
    assert (card.stability, card.difficulty, card.due_day, card.reviews, card.lapses) == moved
    students.answer(person, _one(person, facts[0], rng), later, now=NOW + DAY, rng=rng)
    card = students.card_of(person, facts[0])
    assert card is not None
    assert card.reviews == 2


def test_a_day_begins_at_four_in_the_student_s_own_zone(facts: list[int], rng) -> None:
    night_owl = students.enrol("Nora", time_zone="Europe/Berlin")
    in_utc = students.enrol("Uwe", time_zone="UTC")
    for who in (night_owl, in_utc):
        for hours in (0, 2):
            at = WEDNESDAY_3_AM_IN_BERLIN + hours * 60 * MINUTE
            students.answer(who, _one(who, facts[0], rng, now=at), now=at, rng=rng)
    days = [[row.study_day for row in students.log_of(who)] for who in (night_owl, in_utc)]
    assert days[0][1] == days[0][0] + 1, "03:00 is still Tuesday, 05:00 is Wednesday"
    assert days[1][1] == days[1][0] + 1, "02:00 and 04:00 in UTC"
    at = WEDNESDAY_3_AM_IN_BERLIN - 5 * 60 * MINUTE
    students.answer(night_owl, _one(night_owl, facts[1], rng, now=at), now=at, rng=rng)
    assert students.log_of(night_owl)[0].study_day == days[0][0], "22:00 belongs to the night after it"


def test_a_journey_west_counts_no_day_twice(person: Person, facts: list[int], rng) -> None:
    east = students.enrol("Kiri", time_zone="Pacific/Kiritimati")
    students.answer(east, _one(east, facts[0], rng), rng=rng)
    with writing() as session:
        session.get_one(Account, east.id).time_zone = "Pacific/Pago_Pago"
    west = students.look_up(east.id)
    students.answer(west, _one(west, facts[0], rng), "wrong", now=NOW + MINUTE, rng=rng)
    card = students.card_of(west, facts[0])
    assert card is not None
    assert (card.reviews, card.lapses) == (1, 0)
    assert students.differences() == []


# ---- when it was answered ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [(None, 60), (30, 30), (0, 0), (-400_000, 0), (61, 60), (10**12, 60)],
)
def test_a_device_is_believed_between_the_question_and_the_receipt(
    person: Person, facts: list[int], rng, claimed: int | None, kept: int
) -> None:
    key = _one(person, facts[0], rng)
    claimed_at = None if claimed is None else NOW + claimed * SECOND
    students.answer(person, key, now=NOW + MINUTE, rng=rng, claimed_at=claimed_at)
    (row,) = students.log_of(person)
    assert (row.answered_at, row.received_at) == (NOW + kept * SECOND, NOW + MINUTE)


def test_an_answer_that_arrives_days_late_counts_for_the_day_it_was_given(
    person: Person, facts: list[int], rng
) -> None:
    late, prompt = _one(person, facts[0], rng), _one(person, facts[0], rng)
    students.answer(person, prompt, "wrong", now=NOW + 3 * DAY, rng=rng)
    students.answer(person, late, "right", now=NOW + 4 * DAY, rng=rng, claimed_at=NOW + MINUTE)
    card = students.card_of(person, facts[0])
    assert card is not None
    assert (card.reviews, card.lapses) == (2, 1), "right on the first day, forgotten on the fourth"
    assert card.last_day == study_day(NOW + 3 * DAY, "UTC")
    assert students.differences() == []


# ---- hints ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hints", "rating"), [(0, Rating.GOOD), (1, Rating.HARD), (2, Rating.AGAIN), (5, Rating.AGAIN)]
)
def test_a_hint_makes_a_right_answer_hard_and_one_that_reveals_makes_it_again(
    person: Person, facts: list[int], rng, hints: int, rating: Rating
) -> None:
    session_id = students.plan(person, facts[:1], rng)
    key = students.next_key(person, session_id)
    for _ in range(hints):
        study.show_hint(person, key, NOW)
    asked = study.look(person, session_id, NOW).asked
    assert asked is not None
    assert asked.hints == ("It is no hamlet.", "Town 0.")[:hints]
    turn = students.answer(person, key, rng=rng)
    (row,) = students.log_of(person)
    assert (row.rating, row.mark, row.hints) == (rating, 1.0, min(hints, 2))
    assert (turn.asked is not None) == (rating is Rating.AGAIN), "a revealed answer is asked again"


def test_a_hint_after_the_answer_changes_nothing(person: Person, facts: list[int], rng) -> None:
    key = _one(person, facts[0], rng)
    students.answer(person, key, rng=rng)
    study.show_hint(person, key, NOW)
    assert students.log_of(person)[0].hints == 0


# ---- asked back -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["mid-October 2017", "10/11/2017", ""])
def test_an_answer_that_is_too_vague_is_asked_back_and_not_logged(
    person: Person, facts: list[int], rng, typed: str
) -> None:
    key = _one(person, facts[0], rng, "date")
    turn = study.answer(person, key, {"response": [typed]}, NOW, rng)
    assert turn.told is None
    assert turn.asked is not None
    assert (turn.asked.key, turn.asked.response) == (key, (typed,))
    assert turn.asked.reason
    assert students.count(Review) == 0
    assert students.card_of(person, facts[0]) is None
    turn = students.answer(person, key, now=NOW + SECOND, rng=rng)
    assert turn.told is not None
    assert turn.told.verdict == "right"


# ---- undo -------------------------------------------------------------------------------------------


@pytest.mark.both
def test_undo_voids_the_answer_and_asks_the_question_next_as_a_retry(
    person: Person, facts: list[int], rng
) -> None:
    session_id = students.plan(person, facts[:6], rng)
    first, second, *_ = students.open_keys(person, session_id)
    students.answer(person, first, "wrong", rng=rng)
    assert study.undo(person, first, NOW + 9 * SECOND, rng) == session_id
    card = students.card_of(person, facts[0])
    assert card is not None
    assert card.last_day is None, "as if it had never been answered"
    keys = students.open_keys(person, session_id)
    assert len(keys) == 6, "asked once more, not twice"
    assert keys[1] == second
    students.answer(person, keys[0], "right", now=NOW + 12 * SECOND, rng=rng)
    rows = students.log_of(person)
    assert [(row.kind, row.is_retry) for row in rows] == [
        ("answer", False),
        ("void", False),
        ("answer", True),
    ]
    assert rows[1].target == first
    card = students.card_of(person, facts[0])
    assert card is not None
    assert (card.reviews, card.lapses) == (1, 0)
    assert card.stability is not None
    assert card.stability > 1, "rated good"
    assert students.differences() == []


def test_undo_is_refused_when_it_is_too_late(person: Person, facts: list[int], rng) -> None:
    key = _one(person, facts[0], rng)
    students.answer(person, key, rng=rng)
    with pytest.raises(Refused, match="more than ten seconds"):
        study.undo(person, key, NOW + MINUTE, rng)
    assert len(students.log_of(person)) == 1


def test_undo_after_the_next_questions_were_answered_finds_its_place(
    person: Person, facts: list[int], rng
) -> None:
    session_id = students.plan(person, facts[:5], rng)
    keys = students.open_keys(person, session_id)
    for key in keys:
        students.answer(person, key, rng=rng)
    for count, key in enumerate(keys, start=1):
        study.undo(person, key, NOW + SECOND, rng)
        assert len(students.open_keys(person, session_id)) == count
    assert students.differences() == []


@pytest.mark.parametrize("how", ["right", "wrong"])
def test_undo_takes_the_question_out_of_the_count_and_leaves_the_bar_where_it_was(
    person: Person, facts: list[int], rng, how: str
) -> None:
    session_id = students.plan(person, facts[:6], rng)
    first, second, *_ = students.open_keys(person, session_id)
    students.answer(person, first, rng=rng)
    before = students.answer(person, second, how, rng=rng).pace
    study.undo(person, second, NOW + SECOND, rng)
    after = study.look(person, session_id, NOW + 2 * SECOND).pace
    assert (after.total, after.answered) == (6, 1)
    assert after.spent >= before.spent
    again = students.answer(person, students.next_key(person, session_id), now=NOW + 3 * SECOND, rng=rng).pace
    assert (again.total, again.answered) == (6, 2)
    assert again.spent >= after.spent
    assert students.differences() == []


def test_a_fact_that_stays_wrong_is_left_for_tomorrow(person: Person, facts: list[int], rng) -> None:
    session_id = students.plan(person, facts[:2], rng)
    stubborn, other = students.open_keys(person, session_id)
    said = []
    key = stubborn
    for minute in range(MOST_WRONG):
        told = students.answer(person, key, "wrong", now=NOW + minute * MINUTE, rng=rng).told
        assert isinstance(told, study.Told)
        said.append(told.is_again_today)
        if minute == 0:
            students.answer(person, other, rng=rng)
        open_keys = students.open_keys(person, session_id)
        key = open_keys[0] if open_keys else key
    assert said == [True, True, True, False]
    assert students.open_keys(person, session_id) == []
    told = study.look_back_at(person, key, NOW + 5 * MINUTE).told
    assert isinstance(told, study.Told)
    assert (told.is_again_today, told.comes_back) == (False, 1)
    summary = study.look_back(person, session_id, NOW + 5 * MINUTE)
    assert (summary.left, summary.known) == (1, 1)


def test_feedback_on_a_voided_answer_says_so(person: Person, facts: list[int], rng) -> None:
    key = _one(person, facts[0], rng)
    students.answer(person, key, rng=rng)
    study.undo(person, key, NOW + SECOND, rng)
    told = students.answer(person, key, now=NOW + 2 * SECOND, rng=rng).told
    assert told is not None
    assert told.is_voided


# ---- I was right ------------------------------------------------------------------------------------


def test_a_claimed_answer_is_regraded_once_as_the_student_s_own_and_asked_no_more(
    person: Person, facts: list[int], rng
) -> None:
    session_id = students.plan(person, facts[:6], rng, kind="date")
    key = students.next_key(person, session_id)
    students.answer(person, key, "wrong", rng=rng)
    for _ in range(2):
        assert study.claim(person, key, NOW + MINUTE, rng) == session_id
    first, second = students.log_of(person)
    assert (first.rating, first.mark) == (Rating.AGAIN, 0.0), "no row is edited"
    assert (second.kind, second.target, second.rating) == ("regrade", key, Rating.GOOD)
    assert second.regraded_by == "student"
    card = students.card_of(person, facts[0])
    assert card is not None
    assert (card.last_day, card.lapses) == (study_day(NOW, "UTC"), 0)
    assert len(students.open_keys(person, session_id)) == 5
    told = students.answer(person, key, "wrong", now=NOW + 2 * MINUTE, rng=rng).told
    assert told is not None
    assert (told.verdict, told.can_claim) == ("right", False)
    assert students.differences() == []


@pytest.mark.parametrize(("kind", "how"), [("choice", "wrong"), ("card", "wrong"), ("date", "right")])
def test_a_chosen_answer_a_flashcard_and_a_right_answer_cannot_be_claimed(
    person: Person, facts: list[int], rng, kind: str, how: str
) -> None:
    key = _one(person, facts[0], rng, kind)
    students.answer(person, key, how, rng=rng)
    study.claim(person, key, NOW + SECOND, rng)
    assert [row.kind for row in students.log_of(person)] == ["answer"]


# ---- flashcards -------------------------------------------------------------------------------------


def test_a_flashcard_turned_over_shows_its_back_and_four_intervals(
    person: Person, facts: list[int], rng
) -> None:
    revealed = study.reveal(person, _one(person, facts[0], rng, "card"), NOW)
    assert revealed.back == "Fell on 2 October 2017."
    days = revealed.days
    assert list(days) == ["again", "hard", "good", "easy"]
    assert 1 <= days["again"] <= days["hard"] <= days["good"] < days["easy"]


@pytest.mark.parametrize("rating", ["again", "hard", "good", "easy"])
def test_a_flashcard_is_rated_as_the_student_says_and_comes_back_when_it_said(
    person: Person, facts: list[int], rng, rating: str
) -> None:
    key = _one(person, facts[0], rng, "card")
    days = study.reveal(person, key, NOW).days
    turn = study.answer(person, key, {"response": [rating]}, NOW, rng)
    assert turn.told is not None
    assert turn.told.comes_back == days[rating]
    (row,) = students.log_of(person)
    assert row.rating == Rating[rating.upper()]
    with pytest.raises(NotThere):
        study.reveal(person, key, NOW)


def test_a_flashcard_of_a_fact_that_was_answered_today_keeps_its_day(
    person: Person, facts: list[int], rng
) -> None:
    students.answer(person, _one(person, facts[0], rng), rng=rng)
    assert study.reveal(person, _one(person, facts[0], rng, "card"), NOW).days == {}


def test_what_is_no_flashcard_has_no_back(person: Person, facts: list[int], rng) -> None:
    with pytest.raises(NotThere):
        study.reveal(person, _one(person, facts[0], rng), NOW)


# ---- retention --------------------------------------------------------------------------------------


def test_aiming_higher_brings_every_fact_back_sooner_and_back_again(
    person: Person, facts: list[int], rng
) -> None:
    for fact in facts:
        students.answer(person, _one(person, fact, rng, "card"), rng=rng)

    def dues() -> list[int]:
        return [students.card_of(person, fact).due_day for fact in facts]

    before = dues()
    study.set_retention(person.id, 0.97)
    assert all(high < usual for high, usual in zip(dues(), before, strict=True))
    assert students.differences() == []
    study.set_retention(person.id, 0.90)
    assert dues() == before


def test_an_answer_is_scheduled_for_the_retention_of_now_whatever_the_page_knew(
    person: Person, facts: list[int], rng
) -> None:
    key = _one(person, facts[0], rng)
    study.set_retention(person.id, 0.97)
    students.answer(person, key, rng=rng)
    assert students.differences() == []

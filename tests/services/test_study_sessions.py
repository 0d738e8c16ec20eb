"""Sessions: planned once, asked in order, wrong facts come back, put-aside facts do not, and guests join."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.memory.plan import MOST_WRONG
from quizapp.memory.study_day import study_day
from quizapp.services import accounts, study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store import Account, Review, Step, StudySession, reading, writing
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW, SECOND


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


@pytest.fixture
def rng() -> random.Random:
    return random.Random(8)


@pytest.fixture
def person() -> Person:
    person = students.enrol()
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    return person


def _asked(person: Person, session_id: str) -> list[int]:
    """The facts that a session still asks, in order."""
    with reading() as session:
        steps = session.query(Step).filter_by(account_id=person.id, session_id=session_id, answered_at=None)
        return [step.fact_id for step in steps.order_by(Step.position)]


def _finish(person: Person, session_id: str, rng: random.Random, now: int = NOW, how: str = "right") -> int:
    """Answer what a session asks until it ends; how many answers that took."""
    count = 0
    while (turn := study.look(person, session_id, now + count * SECOND)).asked is not None:
        students.answer(person, turn.asked.key, how, now=now + count * SECOND, rng=rng)
        count += 1
    return count


# ---- planning ---------------------------------------------------------------------------------------


@pytest.mark.both
def test_a_session_is_planned_once_and_each_answer_takes_one_question_out(person: Person, rng) -> None:
    session_id = study.start_session(person, 10, NOW, rng)
    planned = students.open_keys(person, session_id)
    students.publish(students.write_bank("More", 3).replace("town-", "hill-"), "more.yaml")
    seen = []
    while (turn := study.look(person, session_id, NOW)).asked is not None:
        seen.append(turn.asked.key)
        assert study.look(person, session_id, NOW + SECOND).asked.key == turn.asked.key, (
            "looking pops nothing"
        )
        assert turn.pace.answered == len(seen) - 1
        students.answer(person, turn.asked.key, rng=rng)
    assert seen == planned
    assert study.look(person, session_id, NOW).pace.spent == 1.0


def test_a_question_looks_the_same_each_time_it_is_looked_at(person: Person, rng) -> None:
    session_id = study.start_session(person, 10, NOW, rng)
    shown = [study.look(person, session_id, NOW + at * SECOND).asked.shown for at in range(3)]
    assert shown[0] == shown[1] == shown[2]


def test_a_shorter_session_holds_fewer_questions(person: Person, rng) -> None:
    for fact in students.fact_ids():
        session_id = students.plan(person, [fact], rng)
        students.answer(person, students.next_key(person, session_id), rng=rng)
    later = NOW + 60 * DAY
    sizes = [len(_asked(person, study.start_session(person, minutes, later, rng))) for minutes in (1, 2, 20)]
    assert sizes == [4, 8, 12]


@pytest.mark.parametrize("limit", [0, 1, 5, 12])
def test_new_facts_a_day_are_limited_over_all_sessions_of_the_day(rng, limit: int) -> None:
    person = students.enrol("Nele", new_a_day=limit)
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    if limit:
        first = study.start_session(person, 20, NOW, rng)
        assert len(_asked(person, first)) == limit
        _finish(person, first, rng)
    with pytest.raises(Refused, match="nothing is due"):
        study.start_session(person, 20, NOW + MINUTE, rng)
    if 0 < limit < 12:
        tomorrow = study.start_session(person, 20, NOW + DAY, rng)
        new = set(_asked(person, tomorrow)) - {row.fact_id for row in students.log_of(person)}
        assert 0 < len(new) <= limit


def test_an_undone_first_answer_does_not_use_up_a_new_fact(rng) -> None:
    person = students.enrol("Nele", new_a_day=1)
    study.put_on_shelf(person.id, students.bank_id(), NOW)
    session_id = study.start_session(person, 5, NOW, rng)
    key = students.next_key(person, session_id)
    students.answer(person, key, rng=rng)
    study.undo(person, key, NOW + SECOND, rng)
    assert len(_asked(person, study.start_session(person, 5, NOW + MINUTE, rng))) == 1


def test_what_is_due_comes_before_what_is_new(person: Person, rng) -> None:
    facts = students.fact_ids()
    for fact in facts[6:]:
        students.answer(person, students.next_key(person, students.plan(person, [fact], rng)), rng=rng)
    session_id = study.start_session(person, 1, NOW + 40 * DAY, rng)
    assert set(_asked(person, session_id)) <= set(facts[6:])


def test_practising_ahead_moves_no_day_of_facts_answered_today(person: Person, rng) -> None:
    _finish(person, study.start_session(person, 20, NOW, rng), rng)
    before = [students.card_of(person, fact).due_day for fact in students.fact_ids()]
    session_id = study.start_session(person, 20, NOW + MINUTE, rng, ahead=True)
    assert _finish(person, session_id, rng, NOW + MINUTE) == 12
    assert [students.card_of(person, fact).due_day for fact in students.fact_ids()] == before


def test_a_bank_that_a_person_may_not_see_is_not_there(person: Person, rng) -> None:
    with pytest.raises(NotThere):
        study.start_session(person, 10, NOW, rng, bank_key="secret")


def test_a_session_of_somebody_else_is_not_there(person: Person, rng) -> None:
    session_id = study.start_session(person, 10, NOW, rng)
    other = students.enrol("Otto")
    with pytest.raises(NotThere):
        study.look(other, session_id, NOW)
    with pytest.raises(NotThere):
        study.look_back(other, session_id, NOW)


# ---- wrong facts come back --------------------------------------------------------------------------


def test_a_wrong_fact_comes_back_after_four_others_until_it_is_right(person: Person, rng) -> None:
    session_id = study.start_session(person, 20, NOW, rng)
    stubborn, *_ = _asked(person, session_id)
    order: list[int] = []
    while (asked := study.look(person, session_id, NOW).asked) is not None:
        is_wrong = asked.content.fact_id == stubborn and order.count(stubborn) < 2
        assert asked.is_again == (asked.content.fact_id == stubborn and stubborn in order)
        order.append(asked.content.fact_id)
        students.answer(person, asked.key, "wrong" if is_wrong else "right", rng=rng)
    assert [place for place, fact in enumerate(order) if fact == stubborn] == [0, 5, 10]
    assert len(order) == 12 + 2
    card = students.card_of(person, stubborn)
    assert card is not None
    assert (card.reviews, card.lapses) == (1, 0), "the first answer of the day has counted"


class Worn(random.Random):
    """Dice that show one face so many times, and then fall as they should."""

    def wear(self, face: int, times: int) -> None:
        self.face, self.times = face, times

    def getrandbits(self, k: int) -> int:
        self.times -= 1
        return self.face if self.times >= 0 else super().getrandbits(k)


def test_a_key_that_is_taken_is_made_anew_and_not_for_ever(person: Person, rng) -> None:
    first, second = students.fact_ids()[:2]
    session_id = students.plan(person, [first, second], rng)
    key = students.next_key(person, session_id)
    worn = Worn(8)
    worn.wear(int(key, 16), times=1_000_000)
    with pytest.raises(RuntimeError, match="no place or key was free"):
        students.answer(person, key, "wrong", rng=worn)
    assert students.count(Review) == 0
    worn.wear(int(key, 16), times=1)
    students.answer(person, key, "wrong", rng=worn)
    assert _asked(person, session_id) == [second, first]


def test_with_fewer_than_four_left_a_wrong_fact_comes_back_at_the_end(person: Person, rng) -> None:
    facts = students.fact_ids()[:3]
    session_id = students.plan(person, facts, rng)
    first, second, third = students.open_keys(person, session_id)
    students.answer(person, first, "wrong", rng=rng)
    assert _asked(person, session_id) == [facts[1], facts[2], facts[0]]
    students.answer(person, second, rng=rng)
    turn = students.answer(person, third, "wrong", rng=rng)
    assert turn.asked is not None
    assert turn.asked.content.fact_id == facts[0]
    assert _asked(person, session_id) == [facts[0], facts[2]]


@pytest.mark.parametrize("wrong", range(MOST_WRONG))
def test_a_single_fact_is_asked_until_it_is_right(person: Person, rng, wrong: int) -> None:
    session_id = students.plan(person, students.fact_ids()[:1], rng)
    for _ in range(wrong):
        turn = students.answer(person, students.next_key(person, session_id), "wrong", rng=rng)
        assert turn.asked is not None
    assert students.answer(person, students.next_key(person, session_id), rng=rng).asked is None
    assert students.differences() == []


def test_everything_wrong_again_and_again_still_ends(person: Person, rng) -> None:
    session_id = study.start_session(person, 20, NOW, rng)
    asked = 0
    while students.open_keys(person, session_id):
        students.answer(person, students.next_key(person, session_id), "wrong", rng=rng)
        asked += 1
    assert asked == len(students.fact_ids()) * MOST_WRONG
    assert study.look_back(person, session_id, NOW).left == len(students.fact_ids())
    assert students.differences() == []


def test_questions_answered_out_of_order_come_back_all_the_same(person: Person, rng) -> None:
    session_id = students.plan(person, students.fact_ids()[:6], rng)
    for key in reversed(students.open_keys(person, session_id)):
        students.answer(person, key, "wrong", rng=rng)
    assert sorted(_asked(person, session_id)) == students.fact_ids()[:6]
    assert _finish(person, session_id, rng) == 6


def test_nothing_of_a_bank_is_practised_while_a_quiz_about_it_is_open(person: Person, rng) -> None:
    quiz_id = study.start_quiz(person, {"towns": []}, 3, NOW, rng)
    with pytest.raises(Refused, match="a quiz is open"):
        study.start_session(person, 10, NOW, rng)
    assert study.look_at_today(person, NOW).planned == 0
    study.give_up(person, quiz_id, NOW)
    assert study.start_session(person, 10, NOW, rng)


# ---- putting aside ----------------------------------------------------------------------------------


def test_a_fact_that_was_put_aside_is_not_asked_until_it_is_resumed(person: Person, rng) -> None:
    facts = students.fact_ids()
    open_session = students.plan(person, facts[:3], rng)
    for fact in facts[:2]:
        study.suspend(person, fact, NOW, rng)
    assert study.look(person, open_session, NOW).asked.content.fact_id == facts[2], (
        "nor in a session that runs"
    )
    students.answer(person, students.next_key(person, open_session), rng=rng)
    assert study.look(person, open_session, NOW).asked is None
    fresh = study.start_session(person, 20, NOW + MINUTE, rng)
    assert set(_asked(person, fresh)) == set(facts[3:])
    study.resume(person, facts[0], NOW + 2 * MINUTE, rng)
    assert facts[0] in _asked(person, study.start_session(person, 20, NOW + 3 * MINUTE, rng))


def test_a_fact_on_the_page_when_it_is_put_aside_can_still_be_answered(person: Person, rng) -> None:
    fact = students.fact_ids()[0]
    session_id = students.plan(person, [fact], rng)
    key = students.next_key(person, session_id)
    study.suspend(person, fact, NOW, rng)
    turn = students.answer(person, key, now=NOW + SECOND, rng=rng)
    assert turn.told is not None
    card = students.card_of(person, fact)
    assert card is not None
    assert card.is_suspended
    assert students.differences() == []


def test_a_fact_that_is_forgotten_is_new_again_and_keeps_its_log(person: Person, rng) -> None:
    fact = students.fact_ids()[0]
    students.answer(person, students.next_key(person, students.plan(person, [fact], rng)), rng=rng)
    study.reset(person, fact, NOW + MINUTE, rng)
    card = students.card_of(person, fact)
    assert card is not None
    assert (card.last_day, card.stability, card.due_day) == (None, None, None)
    assert [row.kind for row in students.log_of(person)] == ["answer", "reset"]
    assert fact in _asked(person, study.start_session(person, 20, NOW + 2 * MINUTE, rng))


# ---- the end ----------------------------------------------------------------------------------------


def test_the_end_says_what_was_known_at_first_and_counts_what_was_undone_or_claimed(
    person: Person, rng
) -> None:
    facts = students.fact_ids()[:4]
    session_id = students.plan(person, facts, rng, kind="date")
    right, wrong, claimed, undone = students.open_keys(person, session_id)
    students.answer(person, right, rng=rng)
    students.answer(person, wrong, "wrong", rng=rng)
    students.answer(person, claimed, "wrong", rng=rng)
    study.claim(person, claimed, NOW + SECOND, rng)
    students.answer(person, undone, "wrong", rng=rng)
    study.undo(person, undone, NOW + SECOND, rng)
    _finish(person, session_id, rng, NOW + MINUTE)
    summary = study.look_back(person, session_id, NOW + 5 * MINUTE)
    known = {result.fact_id: result.is_right for result in summary.results}
    assert known == dict(zip(facts, [True, False, True, True], strict=True))
    assert summary.known == 3


def test_today_finds_the_session_that_was_left(person: Person, rng) -> None:
    session_id = study.start_session(person, 10, NOW, rng)
    students.answer(person, students.next_key(person, session_id), rng=rng)
    today = study.look_at_today(person, NOW + MINUTE)
    assert (today.open_session, today.open_left) == (session_id, 11)
    assert study.look_at_today(person, NOW + DAY).open_session is None, "yesterday's is not gone on with"


# ---- guests -----------------------------------------------------------------------------------------


def _try_it(key: str, how: str) -> tuple[Person, str]:
    """What the landing page's form does."""
    asked = study.trial_question(key)
    assert asked is not None
    person = accounts.find_signed_in(accounts.make_guest(key, "Europe/Berlin", NOW, random.Random()))
    assert person is not None
    session_id = study.begin_trial(person, asked.content.question_id, key, NOW, random.Random(key))
    students.answer(person, key, how, rng=random.Random(key))
    return person, session_id


def test_a_first_answer_that_is_posted_twice_makes_one_guest_with_one_answer() -> None:
    first, again = _try_it("first", "right"), _try_it("first", "wrong")
    assert first == again
    assert students.count(Account) == students.count(StudySession) == students.count(Review) == 1
    assert students.log_of(first[0])[0].mark == 1.0
    assert first[0].time_zone == "Europe/Berlin"


def test_five_questions_of_the_landing_page_stay_five_whatever_is_wrong(rng) -> None:
    person, session_id = _try_it("first", "wrong")
    assert _finish(person, session_id, rng, how="wrong") == 4
    summary = study.look_back(person, session_id, NOW)
    assert (summary.known, len(summary.results), summary.returns) == (0, 5, [(1, 5)])


def test_looking_at_the_landing_page_makes_nobody() -> None:
    study.trial_question("looked")
    assert students.count(Account) == students.count(StudySession) == 0


def test_a_trial_is_five_questions_of_five_facts_and_ends(rng) -> None:
    person, session_id = _try_it("first", "right")
    assert len(set(_asked(person, session_id))) == 4
    assert _finish(person, session_id, rng) == 4
    assert study.look_back(person, session_id, NOW).known == 5


@pytest.mark.both
def test_a_guest_who_signs_in_brings_every_answer_and_leaves_nothing(person: Person, rng) -> None:
    facts = students.fact_ids()
    mine = students.next_key(person, students.plan(person, facts[:1], rng))
    students.answer(person, mine, "wrong", rng=rng, now=NOW + MINUTE)
    guest, session_id = _try_it("first", "right")
    _finish(guest, session_id, rng, NOW + 2 * MINUTE)
    study.set_retention(person.id, 0.8)
    keys = {row.key for who in (person, guest) for row in students.log_of(who)}
    for _ in range(2):
        study.merge_guest(guest, person.id, NOW)
    assert {row.key for row in students.log_of(person)} == keys
    assert students.count(Account) == 1
    card = students.card_of(person, facts[0])
    assert card is not None
    assert (card.reviews, card.lapses) == (1, 0), "the guest's answer came first that day, and it was right"
    assert card.last_day == study_day(NOW, "UTC")
    assert students.differences() == []
    turn = study.look(person, session_id, NOW + 6 * MINUTE)
    assert turn.pace.total == 5, "the guest's session is there to look back on"


def test_whoever_has_made_an_account_of_the_guest_meanwhile_is_not_joined(person: Person) -> None:
    guest, _ = _try_it("first", "right")
    with writing() as session:
        account = session.get_one(Account, guest.id)
        account.name, account.name_key = "Gina", "gina"
    study.merge_guest(guest, person.id, NOW)
    assert students.count(Account) == 2
    assert len(students.log_of(guest)) == 1
    assert students.log_of(person) == []

"""The log is the truth: after any mix of what a student can do, every stored card is the fold of its log."""

import random
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import delete, update

from quizapp.memory.card import New
from quizapp.services import study
from quizapp.services.errors import Refused
from quizapp.store import Account, Card, Review, reading, writing
from tests.services import students
from tests.services.students import DAY, MINUTE, NOW, SECOND

ACTIONS = 120
ZONES = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu")


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


class Life:
    """A student and the guests who turn out to be the same person, doing whatever the dice say."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.now = NOW
        self.student = students.enrol("Sam", time_zone=self.rng.choice(ZONES))
        self.guests = [students.enrol(None, time_zone=self.rng.choice(ZONES)) for _ in range(2)]
        self.facts = students.fact_ids()[:4]
        self.open: list[tuple[int, str, str]] = []
        self.answered: list[tuple[int, str]] = []

    def live(self, actions: int) -> None:
        choices = (
            self.plan,
            self.answer,
            self.answer_late,
            self.undo,
            self.claim,
            self.mark,
            self.aim,
            self.move,
        )
        for _ in range(actions):
            self.now += self.rng.choice([SECOND, 5 * SECOND, MINUTE, 90 * MINUTE, DAY, 9 * DAY])
            act = self.rng.choices(choices, weights=[3, 8, 6, 5, 4, 4, 1, 1])[0]
            act()
            if self.guests and self.rng.random() < 0.02:
                self.join()
        while self.guests:
            self.join()

    def person(self) -> int:
        return self.rng.choice([self.student, *self.guests]).id

    def plan(self) -> None:
        who = students.look_up(self.person())
        kind = self.rng.choice(["choice", "date", "card"])
        facts = self.rng.sample(self.facts, 3)
        session_id = students.plan(who, facts, self.rng, kind=kind, now=self.now)
        self.open += [(who.id, session_id, key) for key in students.open_keys(who, session_id)]

    def answer(self, claimed_at: int | None = None) -> None:
        if not self.open:
            return self.plan()
        account_id, session_id, key = self.open.pop(self.rng.randrange(len(self.open)))
        who = students.look_up(account_id)
        if key not in students.open_keys(who, session_id):
            return None  # an undo or a claim has taken it out of the session
        how = self.rng.choice(["right", "right", "wrong", "partial"])
        turn = students.answer(who, key, how, now=self.now, rng=self.rng, claimed_at=claimed_at)
        assert turn.told is not None
        self.answered.append((account_id, key))
        if turn.asked is not None and self.rng.random() < 0.5:
            self.open = [each for each in self.open if each[2] != turn.asked.key]
            self.open.append((account_id, session_id, turn.asked.key))
        return None

    def answer_late(self) -> None:
        """An answer that a device kept for hours or days arrives after newer ones."""
        self.answer(claimed_at=self.now - self.rng.randrange(20 * DAY))

    def undo(self) -> None:
        """Of the newest answer mostly; an older one is refused."""
        if self.answered:
            account_id, key = self.answered[-1]
            self._quietly(study.undo, account_id, key, self.now)

    def claim(self) -> None:
        if self.answered:
            account_id, key = self.rng.choice(self.answered)
            self._quietly(study.claim, account_id, key, self.now)

    def _quietly(self, change, account_id: int, key: str, now: int) -> None:
        try:
            change(students.look_up(account_id), key, now, self.rng)
        except Refused:
            assert change is study.undo

    def mark(self) -> None:
        change = self.rng.choice([study.suspend, study.resume, study.resume, study.reset])
        change(students.look_up(self.person()), self.rng.choice(self.facts), self.now, self.rng)

    def aim(self) -> None:
        study.set_retention(self.person(), self.rng.randint(70, 97) / 100)

    def move(self) -> None:
        with writing() as session:
            session.get_one(Account, self.person()).time_zone = self.rng.choice(ZONES)

    def join(self) -> None:
        guest = self.guests.pop()
        study.merge_guest(guest, self.student.id, self.now)
        self.open = [(self.student.id if who == guest.id else who, *rest) for who, *rest in self.open]
        self.answered = [(self.student.id if who == guest.id else who, key) for who, key in self.answered]


def _live(seeds: range, actions: int = ACTIONS) -> list[Life]:
    lives = []
    for seed in seeds:
        with writing() as session:
            session.execute(delete(Account))
        life = Life(seed)
        life.live(actions)
        assert students.differences() == [], f"seed {seed}"
        kinds = {row.kind for row in students.log_of(life.student)}
        assert "answer" in kinds, f"seed {seed}"
        answers = [row.key for row in students.log_of(life.student) if row.kind == "answer"]
        assert sorted(answers) == sorted(key for _, key in life.answered), f"seed {seed}"
        lives.append(life)
    return lives


def test_cards_are_the_fold_of_the_log_after_any_mix_of_what_students_do() -> None:
    _live(range(3))


@pytest.mark.long
def test_cards_are_the_fold_of_the_log_after_many_long_lives() -> None:
    _live(range(100, 120), actions=300)


def test_damaged_cards_are_found_and_mended() -> None:
    (life,) = _live(range(7, 8))
    account_id = life.student.id
    with reading() as session:
        intact = {card.fact_id: _columns(card) for card in session.query(Card)}
    first, second, third, fourth = life.facts
    stranger = students.fact_ids()[-1]
    here = Card.account_id == account_id
    with writing() as session:
        session.execute(
            update(Card)
            .where(here, Card.fact_id == first)
            .values(stability=77.0, difficulty=5.0, last_day=1, due_day=2)
        )
        session.execute(
            update(Card).where(here, Card.fact_id == second).values(is_suspended=~Card.is_suspended)
        )
        session.execute(delete(Card).where(here, Card.fact_id == third))
        session.execute(update(Card).where(here, Card.fact_id == fourth).values(newest_at=5))
        session.add(
            Card(account_id=account_id, fact_id=stranger, stability=3.0, difficulty=5.0, last_day=9, due_day=12,
                 reviews=1, newest_at=1, newest_key="x")
        )  # fmt: skip
    found = {difference.fact_id for difference in study.rebuild(check_only=True)}
    assert found == {first, second, third, fourth, stranger}
    assert {difference.fact_id for difference in study.rebuild(check_only=True)} == found, (
        "checking mends nothing"
    )
    assert {difference.fact_id for difference in study.rebuild()} == found
    assert students.differences() == []
    with reading() as session:
        mended = {card.fact_id: _columns(card) for card in session.query(Card)}
    empty = mended.pop(stranger)
    assert mended == intact
    assert empty["last_day"] is None


def _columns(card: Card) -> dict[str, object]:
    return {column.key: getattr(card, column.key) for column in Card.__table__.c if column.key != "version"}


def test_a_card_says_nothing_that_its_log_does_not_say() -> None:
    person, (fact, *_) = students.enrol(), students.fact_ids()
    rng = random.Random(1)
    for key in students.open_keys(person, students.plan(person, [fact], rng)):
        students.answer(person, key, rng=rng)
    with writing() as session:
        session.execute(delete(Review))
    (difference,) = study.rebuild()
    assert isinstance(difference.folded.memory, New)
    assert students.differences() == []

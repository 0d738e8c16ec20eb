"""What a student can change after an answer: undo it, claim it, put a fact aside, forget it, aim higher.

Each is a new row of the log, and the card is folded again in the same transaction: no row is ever edited.
What is allowed is read under the lock, so that a form that is sent twice at once counts once.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from random import Random

from quizapp.memory.card import Memory, New, Rating
from quizapp.memory.kernel import with_retention
from quizapp.memory.log import Kind, fold
from quizapp.memory.rating import rate
from quizapp.memory.study_day import study_day
from quizapp.questions.base import Hint
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.person import Person
from quizapp.services.study.keys import ask_once_more
from quizapp.services.study.replay import find_question, retell
from quizapp.store import writing
from quizapp.store.accounts.queries import keep_retention
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention, raise_versions, read_cards, update_dues
from quizapp.store.study.places import delete_pending, take_back
from quizapp.store.study.review import AnswerRow, find_answer
from quizapp.store.study.step import (
    NewReview,
    append_review,
    find_step,
    read_entries,
    save_card,
)

UNDO_WITHIN = 10_000
"""Milliseconds in which an answer can be undone, as the page says."""
UNDO_GRACE = 5_000
"""Milliseconds more that are allowed for the way to us."""


def undo(person: Person, key: str, now: int, rng: Random) -> str:
    """Void an answer of the last ten seconds, ask its question again next, and return the session's id.

    Raises Refused when it is too late, and NotThere for an answer that is not this person's.
    """
    with _changing(person) as (wire, retention):
        row = find_answer(wire, person.id, key)
        step = find_step(wire, person.id, key, now)
        if row is None or step is None:
            raise NotThere
        if row.is_voided:
            return step.session_id
        if now - row.received_at > UNDO_WITHIN + UNDO_GRACE:
            raise Refused("this answer is more than ten seconds old; it stands, and the fact will come again")
        _append(wire, _about(person, row, key, Kind.VOID, now, rng), retention)
        delete_pending(wire, person.id, step)
        ask_once_more(wire, person.id, step, rng, behind=0, is_again=step.is_again, is_retry=True)
        take_back(wire, person.id, step)
        wire.commit()
        return step.session_id


def claim(person: Person, key: str, now: int, rng: Random) -> str:
    """Regrade a typed answer as right because the student says so, and return the session's id.

    The row is marked as the student's own; hints count as they do for a right answer. An answer that is right
    already stays as it is, and so does one that was chosen. Raises Refused when a hint has shown the answer, and
    NotThere for an answer that is not this person's.
    """
    with _changing(person) as (wire, retention):
        row = find_answer(wire, person.id, key)
        step = find_step(wire, person.id, key, now)
        if row is None or step is None:
            raise NotThere
        if retell(wire, step, row).can_claim:
            hints = find_question(wire, step, row.question_version).hints[: step.hints]
            said = _claimed(_about(person, row, key, Kind.REGRADE, now, rng), hints)
            _append(wire, said, retention)
            delete_pending(wire, person.id, step)
            wire.commit()
        return step.session_id


def suspend(person: Person, fact_id: int, now: int, rng: Random) -> None:
    """Ask a fact no more until it is resumed."""
    _mark_fact(person, fact_id, Kind.SUSPEND, now, rng)


def resume(person: Person, fact_id: int, now: int, rng: Random) -> None:
    """Ask a suspended fact again."""
    _mark_fact(person, fact_id, Kind.RESUME, now, rng)


def reset(person: Person, fact_id: int, now: int, rng: Random) -> None:
    """Forget what is remembered of a fact: it is new again, its log stays."""
    _mark_fact(person, fact_id, Kind.RESET, now, rng)


def set_retention(account_id: int, retention: float) -> None:
    """Keep a student's desired retention (0.70 to 0.97) and recompute the due day of every card by it."""
    with writing() as session:
        keep_retention(session, account_id, retention)
        raise_versions(session, account_id)
        dues = {}
        for fact_id, memory in read_cards(session, account_id):
            aimed: Memory = with_retention(memory, retention)
            if not isinstance(aimed, New) and not isinstance(memory, New) and aimed.due_day != memory.due_day:
                dues[fact_id] = aimed.due_day
        update_dues(session, account_id, dues)


@contextmanager
def _changing(person: Person) -> Iterator[tuple[Line, float]]:
    """Begin to change what a student has answered, alone; gives the line and what the student aims at."""
    with line() as wire:
        wire.begin()
        retention = hold_retention(wire, person.id, alone=True)
        if retention is None:
            raise NotThere
        yield wire, retention


def _mark(person: Person, fact_id: int, kind: Kind, now: int, rng: Random) -> NewReview:
    return NewReview(
        account_id=person.id,
        key=make_key(rng),
        kind=kind,
        fact_id=fact_id,
        answered_at=now,
        received_at=now,
        time_zone=person.time_zone,
        study_day=study_day(now, person.time_zone),
    )


def _about(person: Person, row: AnswerRow, key: str, kind: Kind, now: int, rng: Random) -> NewReview:
    mark = _mark(person, row.fact_id, kind, now, rng)
    return replace(mark, target=key, question_id=row.question_id, question_version=row.question_version)


def _claimed(review: NewReview, hints: Sequence[Hint]) -> NewReview:
    rating = rate(1.0, len(hints), any(hint.reveals for hint in hints), None)
    if rating is Rating.AGAIN:
        raise Refused("a hint had shown the answer; the fact will come again")
    reason = "the student says that it was right"
    return replace(review, mark=1.0, reason=reason, rating=int(rating), regraded_by="student")


def _mark_fact(person: Person, fact_id: int, kind: Kind, now: int, rng: Random) -> None:
    with _changing(person) as (wire, retention):
        _append(wire, _mark(person, fact_id, kind, now, rng), retention)
        wire.commit()


def _append(wire: Line, review: NewReview, retention: float) -> None:
    """Add a row to the log and fold the card of its fact, inside the transaction that has begun."""
    version, newest = find_version(wire, review.account_id, review.fact_id)
    append_review(wire, review)
    state = fold(read_entries(wire, review.account_id, review.fact_id), retention)
    newest = max(newest, (review.answered_at, review.key))
    if not save_card(wire, review.account_id, review.fact_id, state, newest=newest, seen=version):
        raise RuntimeError(f"the card of fact {review.fact_id} changed under its lock")

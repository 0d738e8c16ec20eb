"""What a student can change after an answer: undo it, claim it, put a fact aside, forget it, aim higher.

Each is a new row of the log, and the card is folded again in the same transaction: no row is ever edited.
"""

from random import Random

from quizapp.memory.card import Memory, New, Rating
from quizapp.memory.kernel import with_retention
from quizapp.memory.log import Kind, fold
from quizapp.memory.study_day import study_day
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.services.study.keys import ask_once_more, make_key
from quizapp.store import writing
from quizapp.store.accounts.queries import keep_retention
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, read_cards, update_dues
from quizapp.store.study.review import AnswerRow, find_answer
from quizapp.store.study.step import (
    NewReview,
    append_review,
    delete_pending,
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
    with line() as wire:
        row = _find_or_raise(wire, person, key)
        step = find_step(wire, person.id, key)
        if step is None:
            raise NotThere
        if row.is_voided:
            return step.session_id
        if now - row.received_at > UNDO_WITHIN + UNDO_GRACE:
            raise Refused("this answer is more than ten seconds old; it stands, and the fact will come again")
        wire.begin()
        _append(wire, person, _about(person, row, key, Kind.VOID, now, rng))
        delete_pending(wire, person.id, step)
        ask_once_more(wire, person.id, step, rng, behind=0, is_again=step.is_again, is_retry=True)
        wire.commit()
        return step.session_id


def claim(person: Person, key: str, now: int, rng: Random) -> str:
    """Regrade a typed answer as right because the student says so, and return the session's id.

    The row is marked as the student's own. Raises NotThere for an answer that is not this person's.
    """
    with line() as wire:
        row = _find_or_raise(wire, person, key)
        step = find_step(wire, person.id, key)
        if step is None:
            raise NotThere
        if not row.is_claimed and not row.is_voided:
            wire.begin()
            _append(wire, person, _about(person, row, key, Kind.REGRADE, now, rng))
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


def set_retention(account_id: int, retention: float, now: int) -> None:
    """Keep a student's desired retention (0.70 to 0.97) and recompute the due day of every card by it."""
    del now
    with writing() as session:
        keep_retention(session, account_id, retention)
        dues = {}
        for fact_id, memory in read_cards(session, account_id):
            aimed: Memory = with_retention(memory, retention)
            if not isinstance(aimed, New) and not isinstance(memory, New) and aimed.due_day != memory.due_day:
                dues[fact_id] = aimed.due_day
        update_dues(session, account_id, dues)


def _find_or_raise(wire: Line, person: Person, key: str) -> AnswerRow:
    row = find_answer(wire, person.id, key)
    if row is None:
        raise NotThere
    return row


def _about(person: Person, row: AnswerRow, key: str, kind: Kind, now: int, rng: Random) -> NewReview:
    is_regrade = kind is Kind.REGRADE
    return NewReview(
        account_id=person.id,
        key=make_key(rng),
        kind=kind,
        target=key,
        fact_id=row.fact_id,
        question_id=row.question_id,
        question_version=row.question_version,
        mark=1.0 if is_regrade else None,
        reason="the student says that it was right" if is_regrade else None,
        rating=int(Rating.GOOD) if is_regrade else None,
        regraded_by="student" if is_regrade else None,
        answered_at=now,
        received_at=now,
        time_zone=person.time_zone,
        study_day=study_day(now, person.time_zone),
    )


def _mark_fact(person: Person, fact_id: int, kind: Kind, now: int, rng: Random) -> None:
    review = NewReview(
        account_id=person.id,
        key=make_key(rng),
        kind=kind,
        fact_id=fact_id,
        answered_at=now,
        received_at=now,
        time_zone=person.time_zone,
        study_day=study_day(now, person.time_zone),
    )
    with line() as wire:
        wire.begin()
        _append(wire, person, review)
        wire.commit()


def _append(wire: Line, person: Person, review: NewReview) -> None:
    """Add a row to the log and fold the card of its fact, inside the transaction that has begun."""
    version, newest = find_version(wire, person.id, review.fact_id)
    append_review(wire, review)
    state = fold(read_entries(wire, person.id, review.fact_id), person.retention)
    newest = max(newest, (review.answered_at, review.key))
    if not save_card(wire, person.id, review.fact_id, state, newest=newest, seen=version):
        raise RuntimeError(f"the card of fact {review.fact_id} changed under its lock")

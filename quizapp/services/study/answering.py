"""The study step: one answer is graded, logged and scheduled, and the reply is its feedback and what is next.

Reads come before the lock; then one short write transaction, guarded by the card's version: 0 rows mean that
another answer to the fact was faster, so account and card are locked and read again, and the step is tried once more.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from random import Random

from quizapp.memory.card import Rating
from quizapp.memory.kernel import retrievability
from quizapp.memory.log import CardState, Kind, fold, fold_in
from quizapp.memory.plan import AGAIN_AFTER
from quizapp.memory.rating import rate
from quizapp.memory.study_day import starts_at, study_day
from quizapp.questions import Grade, Response, collect, grade
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.keys import ask_once_more
from quizapp.services.study.replay import find_told
from quizapp.services.study.told import Asked, Pace, Told, Turn, days_until, pace_of, show_step
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.review import has_counted
from quizapp.store.study.step import (
    NewReview,
    StepRow,
    count_steps,
    find_next,
    find_step,
    keep_answer,
    mark_issued,
    read_entries,
)

LONGEST_THOUGHT = 3600.0
"""Seconds from question to answer that are believed; a page left open over lunch is no thinking time."""
MOST_TRIES = 20
"""From the second on account and card are locked, so only another first answer to the fact can come between."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """An answer that has been graded and is to be kept."""

    person: Person
    asked: Asked
    response: Response
    grade: Grade
    answered_at: int
    received_at: int


def answer(
    person: Person,
    key: str,
    fields: Mapping[str, Sequence[str]],
    now: int,
    rng: Random,
    claimed_at: int | None = None,
) -> Turn:
    """Grade, log and schedule the answer to the planned question with a key, and return what is next.

    A key that was answered before gets the first grade and feedback again. ``claimed_at`` is when the
    device says that it was answered, in milliseconds. Raises NotThere for a key that is not this person's.
    """
    with line() as wire:
        step = _find_or_raise(wire, person, key)
        if step.answered_at is None:
            asked = show_step(wire, step, person.id)
            response = collect(asked.shown, fields)
            result = grade(asked.content.question, response)
            if result.ask_again:
                back = replace(asked, reason=result.reason, response=response)
                return Turn(step.session_id, None, back, pace_of(step))
            answered_at = min(max(claimed_at or now, step.shown_at), now)
            attempt = _Attempt(person, asked, response, result, answered_at, now)
            turn = _write_until_kept(wire, step, attempt, rng)
            if turn is not None:
                return turn
            step = _find_or_raise(wire, person, key)
        told = find_told(wire, person, key)
        sent = collect(show_step(wire, step, person.id).shown, fields)
        told = replace(told, was_answered=sent != told.response)
        following = find_next(wire, person.id, step.session_id, step.key)
        return _turn(wire, person, pace_of(step), told, following)


def look(person: Person, session_id: str, now: int) -> Turn:
    """Return a session as it stands: the question that is next, or none at its end; raises NotThere."""
    with line() as wire:
        step = find_next(wire, person.id, session_id)
        if step is None:
            total, answered = count_steps(wire, person.id, session_id)
            if total == 0:
                raise NotThere
            return Turn(session_id, None, None, Pace(total, answered, 0))
        if step.issued_at is None:
            wire.begin()
            mark_issued(wire, person.id, step, now)
            wire.commit()
        return Turn(session_id, None, show_step(wire, step, person.id), pace_of(step))


def _find_or_raise(wire: Line, person: Person, key: str) -> StepRow:
    step = find_step(wire, person.id, key)
    if step is None:
        raise NotThere
    return step


def _write_until_kept(wire: Line, step: StepRow, attempt: _Attempt, rng: Random) -> Turn | None:
    """Write the answer; None if this very question has been answered meanwhile."""
    following = find_next(wire, attempt.person.id, step.session_id, step.key)
    wire.begin()
    for _ in range(MOST_TRIES):
        turn = _write(wire, step, following, attempt, rng)
        if turn is not None:
            return turn
        wire.rollback()
        wire.begin()
        hold_retention(
            wire, attempt.person.id, alone=False
        )  # else one who changes it all the time is always faster
        find_version(wire, attempt.person.id, step.fact_id)
        step = _find_or_raise(wire, attempt.person, step.key)
        if step.answered_at is not None:
            wire.rollback()
            return None
    raise RuntimeError(f"the card of fact {step.fact_id} changed {MOST_TRIES} times in a row")


def _write(
    wire: Line, step: StepRow, following: StepRow | None, attempt: _Attempt, rng: Random
) -> Turn | None:
    """Write the answer and end the transaction; None if the card or the step changed since they were read."""
    person = attempt.person
    review = _review(step, attempt)
    is_again = review.rating == Rating.AGAIN
    if step.card_version == 0 and hold_retention(wire, person.id, alone=False) != step.retention:
        return None
    state = _next_state(wire, step, review)
    newest = max(step.newest, (review.answered_at, review.key))
    if not keep_answer(wire, step, review, state, newest=newest):
        return None
    if is_again:
        ask_once_more(wire, person.id, step, rng, behind=AGAIN_AFTER, is_again=True, is_retry=step.is_retry)
        following = following or find_next(wire, person.id, step.session_id, step.key)
    wire.commit()
    told = Told(
        key=step.key,
        session_id=step.session_id,
        content=attempt.asked.content,
        question=attempt.asked.content.question,
        response=attempt.response,
        grade=attempt.grade,
        comes_back=days_until(state.memory, review.study_day),
        is_again_today=is_again,
        study_day=review.study_day,
    )
    pace = Pace(step.total + is_again, step.answered + 1, step.minutes)
    return _turn(wire, person, pace, told, following)


def _review(step: StepRow, attempt: _Attempt) -> NewReview:
    person, content, result = attempt.person, attempt.asked.content, attempt.grade
    day = study_day(attempt.answered_at, person.time_zone)
    hints = content.question.hints[: step.hints]
    self_rating = Rating[result.rating.upper()] if result.rating else None
    parts = [asdict(part) for part in result.parts]
    return NewReview(
        account_id=person.id,
        key=step.key,
        kind=Kind.ANSWER,
        fact_id=step.fact_id,
        question_id=step.question_id,
        question_version=content.version,
        session_id=step.session_id,
        response=json.dumps(attempt.response, ensure_ascii=False),
        mark=result.mark,
        reason=result.reason,
        parts=json.dumps(parts, ensure_ascii=False) if parts else None,
        rating=int(rate(result.mark, len(hints), any(hint.reveals for hint in hints), self_rating)),
        seconds=min(max(attempt.answered_at - step.shown_at, 0) / 1000, LONGEST_THOUGHT),
        hints=len(hints),
        predicted=retrievability(step.card.memory, day),
        is_retry=step.is_retry,
        answered_at=attempt.answered_at,
        received_at=attempt.received_at,
        time_zone=person.time_zone,
        study_day=day,
    )


def _next_state(wire: Line, step: StepRow, review: NewReview) -> CardState:
    entry = review.as_entry()
    if (entry.answered_at, entry.key) > step.newest:
        return fold_in(step.card, entry, step.retention)
    since = starts_at(review.study_day, review.time_zone)
    if has_counted(wire, review.account_id, step.fact_id, entry, since):
        return step.card
    return fold([*read_entries(wire, review.account_id, step.fact_id), entry], step.retention)


def _turn(wire: Line, person: Person, pace: Pace, told: Told, following: StepRow | None) -> Turn:
    asked = show_step(wire, following, person.id) if following else None
    return Turn(told.session_id, told, asked, pace)

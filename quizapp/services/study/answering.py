"""The study step: one answer is graded, logged and scheduled, and the reply is its feedback and what is next.

Reads come before the lock; then one short write transaction, guarded by the card's version: 0 rows mean that
another answer to the fact was faster, so account and card are locked and read again, and the step is tried once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from quizapp.memory.card import Rating
from quizapp.memory.plan import AGAIN_AFTER
from quizapp.questions import collect, grade
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.keys import ask_once_more
from quizapp.services.study.recording import Attempt, new_review, next_state
from quizapp.services.study.replay import find_told
from quizapp.services.study.told import Pace, Told, Turn, days_until, pace_of, show_step
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.step import (
    StepRow,
    count_steps,
    find_next,
    find_step,
    keep_answer,
    mark_issued,
)

MOST_TRIES = 20
"""From the second on account and card are locked, so only another first answer to the fact can come between."""


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
            attempt = Attempt(person, asked, response, result, answered_at, now)
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


def _write_until_kept(wire: Line, step: StepRow, attempt: Attempt, rng: Random) -> Turn | None:
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
    wire: Line, step: StepRow, following: StepRow | None, attempt: Attempt, rng: Random
) -> Turn | None:
    """Write the answer and end the transaction; None if the card or the step changed since they were read."""
    person = attempt.person
    review = new_review(step, attempt)
    is_again = review.rating == Rating.AGAIN
    if step.card_version == 0 and hold_retention(wire, person.id, alone=False) != step.retention:
        return None
    state = next_state(wire, step, review)
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


def _turn(wire: Line, person: Person, pace: Pace, told: Told, following: StepRow | None) -> Turn:
    asked = show_step(wire, following, person.id) if following else None
    return Turn(told.session_id, told, asked, pace)

"""The study step: one answer is graded, logged and scheduled, and the reply is its feedback and what is next.

Reads come before the lock; then one short write transaction, guarded by the card's version: 0 rows mean that
another answer to the fact was faster, so account and card are locked and read again, and the step is tried once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from quizapp.memory.card import Rating
from quizapp.memory.log import CardState
from quizapp.memory.plan import AGAIN_AFTER, comes_again
from quizapp.questions import Grade, Response, collect, grade
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.keys import ask_once_more
from quizapp.services.study.recording import Attempt, new_review, next_state
from quizapp.services.study.replay import find_told
from quizapp.services.study.told import (
    NOTHING_SAID,
    Asked,
    Circumstances,
    Pace,
    Told,
    Turn,
    days_until,
    pace_of,
    show_step,
)
from quizapp.services.study.untold import Untold, leave_untold, refuse_hidden
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.places import count_answers
from quizapp.store.study.step import (
    NewReview,
    StepRow,
    count_steps,
    find_coming,
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
    said: Circumstances = NOTHING_SAID,
    ahead: int = 0,
) -> Turn:
    """Grade, log and schedule the answer to the planned question with a key, and return what is next.

    A key that was answered before gets the first grade and feedback again. ``ahead`` questions more are handed
    out, as `look` does. Raises NotThere for a key that is not this person's.
    """
    with line() as wire:
        step = _find_or_raise(wire, person, key, now)
        if step.answered_at is None:
            asked = show_step(wire, step, person.id)
            response = collect(asked.shown, fields)
            result = grade(asked.content.question, response)
            if result.ask_again:
                back = replace(asked, reason=result.reason, response=response)
                return Turn(step.session_id, None, back, pace_of(step))
            attempt = _attempt(person, step, asked, response, result, now, said)
            turn = _write_until_kept(wire, step, attempt, rng, ahead)
            if turn is not None:
                return turn
            step = _find_or_raise(wire, person, key, now)
        told = find_told(wire, person, step, now)
        if isinstance(told, Told):
            sent = collect(show_step(wire, step, person.id).shown, fields)
            told = replace(told, was_answered=sent != told.response)
        coming = find_coming(wire, person.id, step.session_id, now, step.key, 1 + ahead)
        return _turn(wire, person, pace_of(step), told, coming)


def look(person: Person, session_id: str, now: int, ahead: int = 0) -> Turn:
    """Return a session as it stands: the question that is next, or none at its end; raises NotThere.

    With ``ahead``, so many questions behind it are handed out too, to be answered without a network.
    """
    with line() as wire:
        coming = find_coming(wire, person.id, session_id, now, most=1 + ahead)
        if not coming:
            total, answered = count_steps(wire, person.id, session_id)
            if total == 0:
                raise NotThere
            return Turn(session_id, None, None, Pace(total, answered, 0))
        if any(step.issued_at is None for step in coming):
            wire.begin()
            _issue(wire, person, coming, now)
            wire.commit()
        shown = tuple(show_step(wire, step, person.id) for step in coming)
        return Turn(session_id, None, shown[0], pace_of(coming[0]), shown[1:])


def look_at_question(person: Person, key: str, now: int) -> Asked:
    """Return the question that stands under a key, answered or not, with its hints so far.

    Raises Refused while its bank is hidden, and NotThere.
    """
    with line() as wire:
        step = _find_or_raise(wire, person, key, now)
        refuse_hidden(step)
        return show_step(wire, step, person.id)


def look_back_at(person: Person, key: str, now: int) -> Turn:
    """Return the feedback on an answer that was given before, and what is next; raises NotThere."""
    with line() as wire:
        step = _find_or_raise(wire, person, key, now)
        told = find_told(wire, person, step, now)
        coming = find_coming(wire, person.id, step.session_id, now)
        return _turn(wire, person, pace_of(step), told, coming)


def _find_or_raise(wire: Line, person: Person, key: str, now: int) -> StepRow:
    step = find_step(wire, person.id, key, now)
    if step is None:
        raise NotThere
    return step


def _attempt(
    person: Person,
    step: StepRow,
    asked: Asked,
    response: Response,
    result: Grade,
    now: int,
    said: Circumstances,
) -> Attempt:
    answered_at = min(max(said.answered_at or now, step.shown_at), now)
    confidence = None if result.rating else said.confidence  # a flashcard is rated by its student anyway
    shown_at = min(max(said.shown_at or 0, step.shown_at), answered_at)
    return Attempt(person, asked, response, result, answered_at, now, confidence, shown_at)


def _issue(wire: Line, person: Person, coming: Sequence[StepRow], now: int) -> None:
    for step in coming:
        mark_issued(wire, person.id, step, now)


def _write_until_kept(wire: Line, step: StepRow, attempt: Attempt, rng: Random, ahead: int) -> Turn | None:
    """Write the answer; None if this very question has been answered meanwhile."""
    now = attempt.received_at
    coming = find_coming(wire, attempt.person.id, step.session_id, now, step.key, 1 + ahead)
    wire.begin()
    for _ in range(MOST_TRIES):
        turn = _write(wire, step, coming, attempt, rng, ahead)
        if turn is not None:
            return turn
        wire.rollback()
        wire.begin()
        hold_retention(
            wire, attempt.person.id, alone=False
        )  # else one who changes it all the time is always faster
        find_version(wire, attempt.person.id, step.fact_id)
        step = _find_or_raise(wire, attempt.person, step.key, now)
        if step.answered_at is not None:
            wire.rollback()
            return None
    raise RuntimeError(f"the card of fact {step.fact_id} changed {MOST_TRIES} times in a row")


def _write(
    wire: Line, step: StepRow, coming: Sequence[StepRow], attempt: Attempt, rng: Random, ahead: int
) -> Turn | None:
    """Write the answer and end the transaction; None if the card or the step changed since they were read."""
    person = attempt.person
    review = new_review(step, attempt)
    if step.card_version == 0 and hold_retention(wire, person.id, alone=False) != step.retention:
        return None
    state = next_state(wire, step, review)
    newest = max(step.newest, (review.answered_at, review.key))
    if not keep_answer(wire, step, review, state, newest=newest, issued=coming if ahead else ()):
        return None
    is_again = (
        review.rating == Rating.AGAIN
        and step.asks_again
        and comes_again(count_answers(wire, person.id, step))  # the one that was just kept too
    )
    if is_again:
        ask_once_more(wire, person.id, step, rng, behind=AGAIN_AFTER, is_again=True, is_retry=step.is_retry)
        if len(coming) <= ahead:
            coming = find_coming(wire, person.id, step.session_id, review.received_at, step.key, 1 + ahead)
            if ahead:
                _issue(wire, person, coming, review.received_at)
    wire.commit()
    pace = Pace(step.total + is_again, step.answered + 1, step.minutes)
    if step.hidden_by:
        return _turn(wire, person, pace, leave_untold(person, step, review.received_at), coming)
    return _turn(wire, person, pace, _told(attempt, review, state, is_again=is_again), coming)


def _told(attempt: Attempt, review: NewReview, state: CardState, *, is_again: bool) -> Told:
    """Return the feedback on an answer that was just kept."""
    return Told(
        key=review.key,
        session_id=attempt.asked.session_id,
        content=attempt.asked.content,
        question=attempt.asked.content.question,
        response=attempt.response,
        grade=attempt.grade,
        comes_back=days_until(state.memory, review.study_day),
        is_again_today=is_again,
        study_day=review.study_day,
        received_at=review.received_at,
        confidence=review.confidence,
    )


def _turn(wire: Line, person: Person, pace: Pace, told: Told | Untold, coming: Sequence[StepRow]) -> Turn:
    shown = tuple(show_step(wire, step, person.id) for step in coming)
    return Turn(told.session_id, told, shown[0] if shown else None, pace, shown[1:])

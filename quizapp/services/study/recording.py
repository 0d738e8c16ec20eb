"""From a graded answer to its row in the log, and to the card after it: the same for a step and for a quiz."""

import json
from dataclasses import asdict, dataclass

from quizapp.memory.card import Rating
from quizapp.memory.kernel import retrievability
from quizapp.memory.log import CardState, Kind, fold, fold_in
from quizapp.memory.rating import rate
from quizapp.memory.study_day import starts_at, study_day
from quizapp.questions import Grade, Response
from quizapp.services.person import Person
from quizapp.services.study.told import Asked
from quizapp.store.driver import Line
from quizapp.store.study.review import has_counted
from quizapp.store.study.step import NewReview, StepRow, read_entries

_write_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder each time
LONGEST_THOUGHT = 3600.0
"""Seconds from question to answer that are believed; a page left open over lunch is no thinking time."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer that has been graded and is to be kept."""

    person: Person
    asked: Asked
    response: Response
    grade: Grade
    answered_at: int
    received_at: int
    confidence: int | None = None
    """What the student said before the feedback: 1 guess, 2 think so, 3 sure."""
    shown_at: int | None = None
    """When the question stood before the student; None: when it was sent."""


def new_review(step: StepRow, attempt: Attempt) -> NewReview:
    """Return the row of the log for an answer to a planned question."""
    person, content, result = attempt.person, attempt.asked.content, attempt.grade
    day = study_day(attempt.answered_at, person.time_zone)
    shown_at = step.shown_at if attempt.shown_at is None else attempt.shown_at
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
        response=_write_json(attempt.response),
        mark=result.mark,
        reason=result.reason,
        parts=_write_json(parts) if parts else None,
        rating=int(rate(result.mark, len(hints), any(hint.reveals for hint in hints), self_rating)),
        seconds=min(max(attempt.answered_at - shown_at, 0) / 1000, LONGEST_THOUGHT),
        hints=len(hints),
        confidence=attempt.confidence,
        predicted=retrievability(step.card.memory, day),
        is_retry=step.is_retry,
        answered_at=attempt.answered_at,
        received_at=attempt.received_at,
        time_zone=person.time_zone,
        study_day=day,
    )


def next_state(wire: Line, step: StepRow, review: NewReview) -> CardState:
    """Return the card after an answer; one that is not the newest of its fact is folded into its place."""
    entry = review.as_entry()
    if (entry.answered_at, entry.key) > step.newest:
        return fold_in(step.card, entry, step.retention)
    since = starts_at(review.study_day, review.time_zone)
    if has_counted(wire, review.account_id, step.fact_id, entry, since):
        return step.card
    return fold([*read_entries(wire, review.account_id, step.fact_id), entry], step.retention)

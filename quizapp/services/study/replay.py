"""The feedback on an answer that was given before, rebuilt from its row in the log."""

import json
from dataclasses import replace

from quizapp.memory.card import Rating
from quizapp.questions import Grade, Part, Question
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.told import Told, days_until
from quizapp.services.study.untold import Untold, leave_untold
from quizapp.store.driver import Line
from quizapp.store.study.content import find_content, find_former_question
from quizapp.store.study.places import comes_later
from quizapp.store.study.review import AnswerRow, find_answer
from quizapp.store.study.step import StepRow


def find_told(wire: Line, person: Person, step: StepRow, now: int) -> Told | Untold:
    """Return the feedback that the answer to a step got, with the corrections made since; raises NotThere."""
    row = find_answer(wire, person.id, step.key)
    if row is None:
        raise NotThere
    if step.hidden_by:
        return leave_untold(person, step, now)
    told = retell(wire, step, row)
    return replace(told, is_again_today=told.is_again_today and comes_later(wire, person.id, step))


def retell(wire: Line, step: StepRow, row: AnswerRow) -> Told:
    """Return the feedback on the answer to a planned question from its row."""
    content = find_content(wire, row.question_id, step.bank_version)
    parts = tuple(Part(**part) for part in json.loads(row.parts)) if row.parts else ()
    return Told(
        key=step.key,
        session_id=step.session_id,
        content=content,
        question=find_question(wire, step, row.marked_version),
        response=tuple(json.loads(row.response)),
        grade=Grade(row.mark, row.reason, parts),
        comes_back=days_until(step.card.memory, row.study_day),
        is_again_today=row.rating == row.first_rating == Rating.AGAIN and step.asks_again,
        study_day=row.study_day,
        received_at=row.received_at,
        confidence=row.confidence,
        is_claimed=row.is_claimed,
        is_voided=row.is_voided,
    )


def find_question(wire: Line, step: StepRow, version: int) -> Question:
    """Return what the question of a step said at a version."""
    content = find_content(wire, step.question_id, step.bank_version)
    if version == content.version:
        return content.question
    return find_former_question(wire, step.question_id, version)

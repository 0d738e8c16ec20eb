"""Past answers to questions that say something else now, and what was said about them since."""

from dataclasses import dataclass

from quizapp.store.driver import Line, Row


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer to a former version of a question that is asked in another one now."""

    account_id: int
    fact_id: int
    key: str
    question_id: int
    question_version: int
    response: str
    mark: float
    rating: int
    hints: int
    time_zone: str
    former: str
    """What the question said when it was answered, as JSON."""
    question_key: str
    version: int
    definition: str
    """What it says now."""


@dataclass(frozen=True, slots=True)
class Said:
    """A void or a regrade of an answer."""

    account_id: int
    kind: str
    key: str
    target: str
    mark: float | None
    rating: int | None
    regraded_by: str | None


_ANSWERS = """
SELECT review.account_id, review.fact_id, review.key, review.question_id, review.question_version, review.response,
       review.mark, review.rating, review.hints, review.time_zone, question_version.definition, question.key,
       question.version, question.definition
FROM fact
JOIN question ON question.fact_id = fact.id
JOIN review ON review.fact_id = fact.id AND review.question_id = question.id
JOIN question_version ON question_version.question_id = question.id
     AND question_version.version = review.question_version
WHERE fact.bank_id = :bank_id AND question.version > 1 AND review.kind = 'answer'
AND review.question_version < question.version
"""
_SAID = """
SELECT review.account_id, review.kind, review.key, review.target, review.mark, review.rating, review.regraded_by
FROM fact JOIN review ON review.fact_id = fact.id
WHERE fact.bank_id = :bank_id AND review.kind IN ('void', 'regrade')
"""
_OF_ONE = " AND review.account_id = :account_id"
_IN_ORDER = " ORDER BY review.account_id, review.answered_at, review.key"


def find_past_answers(wire: Line, bank_id: int, account_id: int | None = None) -> list[PastAnswer]:
    """Return the answers to former versions of a bank's questions, by student and time; of one student or all."""
    return [PastAnswer(*row) for row in _rows(wire, _ANSWERS, bank_id, account_id)]


def find_said(wire: Line, bank_id: int, account_id: int | None = None) -> list[Said]:
    """Return the voids and regrades of a bank's answers, by student and time."""
    return [Said(*row) for row in _rows(wire, _SAID, bank_id, account_id)]


def _rows(wire: Line, statement: str, bank_id: int, account_id: int | None) -> list[Row]:
    if account_id is None:
        return wire.rows(statement + _IN_ORDER, bank_id=bank_id)
    return wire.rows(statement + _OF_ONE + _IN_ORDER, bank_id=bank_id, account_id=account_id)

"""Rows of the review log, read back one at a time or fact by fact."""

from dataclasses import dataclass

from quizapp.memory.log import Entry
from quizapp.store.driver import Line


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in the log, and what was said about it since."""

    fact_id: int
    question_id: int
    question_version: int
    response: str
    mark: float
    reason: str
    parts: str | None
    rating: int
    answered_at: int
    received_at: int
    study_day: int
    confidence: int | None
    is_claimed: bool
    """Regraded as right."""
    is_voided: bool


_ANSWER = """
SELECT fact_id, question_id, question_version, response, mark, reason, parts, rating, answered_at, received_at,
       study_day, confidence,
       EXISTS (SELECT 1 FROM review AS said WHERE said.account_id = review.account_id
               AND said.fact_id = review.fact_id AND said.target = review.key AND said.kind = 'regrade'
               AND said.rating > 1),
       EXISTS (SELECT 1 FROM review AS said WHERE said.account_id = review.account_id
               AND said.fact_id = review.fact_id AND said.target = review.key AND said.kind = 'void')
FROM review WHERE account_id = :account_id AND key = :key AND kind = 'answer'
"""

_COUNTED = """
SELECT 1 FROM review
WHERE account_id = :account_id AND fact_id = :fact_id AND kind = 'answer' AND study_day >= :study_day
AND answered_at >= :since AND (answered_at < :answered_at OR (answered_at = :answered_at AND key < :key))
AND NOT EXISTS (SELECT 1 FROM review AS said WHERE said.account_id = :account_id AND said.fact_id = :fact_id
                AND said.kind IN ('void', 'reset'))
LIMIT 1
"""


def has_counted(line: Line, account_id: int, fact_id: int, entry: Entry, since: int) -> bool:
    """Whether an answer from an instant on, but before an entry, has counted for that entry's study day.

    Then the entry moves no card. False also where that is unclear because something was voided or forgotten.
    """
    return (
        line.row(
            _COUNTED,
            account_id=account_id,
            fact_id=fact_id,
            study_day=entry.study_day,
            since=since,
            answered_at=entry.answered_at,
            key=entry.key,
        )
        is not None
    )


def find_answer(line: Line, account_id: int, key: str) -> AnswerRow | None:
    """Return the answer with a key."""
    row = line.row(_ANSWER, account_id=account_id, key=key)
    if row is None:
        return None
    fields = (*row[:12], bool(row[12]), bool(row[13]))
    return AnswerRow(*fields)

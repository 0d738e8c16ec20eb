"""Rows of the review log, read back one at a time or fact by fact."""

from dataclasses import dataclass

from quizapp.memory.log import Entry
from quizapp.store.driver import Line


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in the log, and what was said about it since: mark, reason, parts and rating as they count now."""

    fact_id: int
    question_id: int
    question_version: int
    """When it was answered."""
    marked_version: int
    """Of the question by which it was marked."""
    response: str
    mark: float
    reason: str
    parts: str | None
    rating: int
    first_rating: int
    """As it was rated when it was given."""
    answered_at: int
    received_at: int
    study_day: int
    confidence: int | None
    is_claimed: bool
    """It counts as it does because its student says so."""
    is_voided: bool


# Null in all columns of ``said``: nobody has regraded it, or each regrade was voided.
# `answered_at >= 0` is always so: with it SQLite reads the log of the fact by its index, else that of the student.
_ANSWER = """
SELECT review.fact_id, review.question_id, review.question_version,
       COALESCE(said.question_version, review.question_version), review.response,
       CASE WHEN said.key IS NULL THEN review.mark ELSE said.mark END,
       CASE WHEN said.key IS NULL THEN review.reason ELSE said.reason END,
       CASE WHEN said.key IS NULL THEN review.parts ELSE said.parts END,
       CASE WHEN said.key IS NULL THEN review.rating ELSE said.rating END,
       review.rating, review.answered_at, review.received_at, review.study_day, review.confidence,
       COALESCE(said.regraded_by = 'student', FALSE),
       EXISTS (SELECT 1 FROM review AS void WHERE void.account_id = review.account_id
               AND void.fact_id = review.fact_id AND void.answered_at >= 0
               AND void.target = review.key AND void.kind = 'void')
FROM review LEFT JOIN review AS said ON said.account_id = review.account_id AND said.key = (
    SELECT newest.key FROM review AS newest
    WHERE newest.account_id = review.account_id AND newest.fact_id = review.fact_id
    AND newest.target = review.key AND newest.kind = 'regrade'
    AND NOT EXISTS (SELECT 1 FROM review AS void WHERE void.account_id = newest.account_id
                    AND void.fact_id = newest.fact_id AND void.answered_at >= 0
                    AND void.target = newest.key AND void.kind = 'void')
    ORDER BY newest.answered_at DESC, newest.key DESC LIMIT 1)
WHERE review.account_id = :account_id AND review.key = :key AND review.kind = 'answer'
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
    """Return the answer with a key; as in the fold, its newest regrade that was not voided says how it counts."""
    row = line.row(_ANSWER, account_id=account_id, key=key)
    if row is None:
        return None
    fields = (*row[:14], bool(row[14]), bool(row[15]))
    return AnswerRow(*fields)

"""Places of questions in a session: asked once more behind others, no longer asked, or taken back.

Positions are positive. A question whose answer was undone stands before the beginning, at minus its position: what is
known of it stays, and it counts neither as asked nor as answered.
"""

from quizapp.store.driver import Line
from quizapp.store.study.step import StepRow

PLACES_BETWEEN = 1024
"""Distance between planned positions: room for questions that come again."""

_LATER_POSITIONS = """
SELECT position, answered_at FROM step
WHERE account_id = :account_id AND session_id = :session_id AND position > :position
ORDER BY position
"""
_NEW_STEP = """
INSERT INTO step (account_id, session_id, position, key, fact_id, question_id, is_again, is_retry, hints)
VALUES (:account_id, :session_id, :position, :key, :fact_id, :question_id, :is_again, :is_retry, 0)
ON CONFLICT DO NOTHING
"""
_PENDING = """
DELETE FROM step WHERE account_id = :account_id AND session_id = :session_id AND fact_id = :fact_id
AND answered_at IS NULL
"""
_TAKE_BACK = """
UPDATE step SET position = -position
WHERE account_id = :account_id AND session_id = :session_id AND position = :position AND position > 0
"""
_ANSWERS = """
SELECT COUNT(*) FROM step WHERE account_id = :account_id AND session_id = :session_id AND position > 0
AND fact_id = :fact_id AND answered_at IS NOT NULL
"""
_LATER = """
SELECT 1 FROM step WHERE account_id = :account_id AND session_id = :session_id AND position > :position
AND fact_id = :fact_id
"""


def later_positions(line: Line, account_id: int, session_id: str, position: int) -> list[tuple[int, bool]]:
    """Return where questions stand after a position, and whether each is still to come."""
    rows = line.rows(_LATER_POSITIONS, account_id=account_id, session_id=session_id, position=position)
    return [(int(row[0]), row[1] is None) for row in rows]


def insert_step(
    line: Line, account_id: int, step: StepRow, *, position: int, key: str, is_again: bool, is_retry: bool
) -> bool:
    """Put the question of a step into its session once more; False if somebody has just taken the position."""
    inserted = line.run(
        _NEW_STEP,
        account_id=account_id,
        session_id=step.session_id,
        position=position,
        key=key,
        fact_id=step.fact_id,
        question_id=step.question_id,
        is_again=is_again,
        is_retry=is_retry,
    )
    return inserted == 1


def delete_pending(line: Line, account_id: int, step: StepRow) -> None:
    """Take a fact's unanswered questions out of a session: it no longer has to come again."""
    line.run(_PENDING, account_id=account_id, session_id=step.session_id, fact_id=step.fact_id)


def take_back(line: Line, account_id: int, step: StepRow) -> None:
    """Put a question whose answer was undone before the beginning of its session."""
    where = {"account_id": account_id, "session_id": step.session_id, "position": step.position}
    line.run(_TAKE_BACK, **where)


def count_answers(line: Line, account_id: int, step: StepRow) -> int:
    """Return how often a step's fact was answered in its session."""
    row = line.row(_ANSWERS, account_id=account_id, session_id=step.session_id, fact_id=step.fact_id)
    return int(row[0]) if row else 0


def comes_later(line: Line, account_id: int, step: StepRow) -> bool:
    """Return whether a step's fact stands in its session once more, behind it."""
    where = {"account_id": account_id, "session_id": step.session_id, "position": step.position}
    return line.row(_LATER, fact_id=step.fact_id, **where) is not None

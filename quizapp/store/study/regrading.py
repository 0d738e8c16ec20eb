"""Past answers to questions that say something else now, and what was said about them since."""

from collections.abc import Collection
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
    card_version: int
    """0: there is no card."""


@dataclass(frozen=True, slots=True)
class PastRemark:
    """A void or a regrade of an answer."""

    account_id: int
    kind: str
    key: str
    target: str
    mark: float | None
    rating: int | None
    regraded_by: str | None


_CHANGED = """
SELECT 1 FROM fact JOIN question ON question.fact_id = fact.id
WHERE fact.bank_id = :bank_id AND question.version > 1 LIMIT 1
"""
_OF_BANK = """
FROM fact
JOIN question ON question.fact_id = fact.id
JOIN review ON review.fact_id = fact.id AND review.question_id = question.id
"""
_WHERE = " WHERE fact.bank_id = :bank_id AND question.version > 1"
_PAST = (
    "SELECT review.account_id, review.kind, review.key, review.target, review.mark, review.rating,"
    " review.regraded_by, review.fact_id, review.question_id, review.question_version, review.response,"
    " review.hints, review.time_zone, question_version.definition, question.key, question.version,"
    " question.definition, COALESCE(card.version, 0)"
    + _OF_BANK
    + "LEFT JOIN question_version ON question_version.question_id = question.id"
    " AND question_version.version = review.question_version AND review.kind = 'answer'"
    " LEFT JOIN card ON card.account_id = review.account_id AND card.fact_id = review.fact_id"
    + _WHERE
    + " AND (review.kind IN ('void', 'regrade')"
    " OR (review.kind = 'answer' AND review.question_version < question.version))"
)
_OF_ONE = " AND review.account_id = :account_id"
_IN_ORDER = " ORDER BY review.account_id, review.answered_at, review.key"
_ACCOUNTS = (
    "SELECT DISTINCT review.account_id, question.id"
    + _OF_BANK
    + _WHERE
    + " AND review.kind = 'answer' AND review.question_version < question.version"
)


def has_changed(wire: Line, bank_id: int) -> bool:
    """Whether a question of a bank says something else than it did at first."""
    return wire.row(_CHANGED, bank_id=bank_id) is not None


def find_past(
    wire: Line, bank_id: int, account_id: int | None = None
) -> tuple[list[PastAnswer], list[PastRemark]]:
    """Return the answers to former versions of a bank's questions, and the voids and regrades of those questions.

    By student and time; of one student or all. All is one pass over the whole log, whose indexes lead with students.
    """
    answers, remarks = [], []
    for row in _rows(wire, bank_id, account_id):
        account, kind, key, target, mark, rating, regraded_by, *asked = row
        if kind == "answer":
            fact_id, question_id, version, response, *rest = asked
            place = account, fact_id, key, question_id, version, response
            answers.append(PastAnswer(*place, mark, rating, *rest))
        else:
            remarks.append(PastRemark(account, kind, key, target, mark, rating, regraded_by))
    return answers, remarks


def find_students(wire: Line, bank_id: int, question_ids: Collection[int]) -> list[int]:
    """Return the accounts that have answered former versions of some questions of a bank."""
    found = wire.rows(_ACCOUNTS, bank_id=bank_id)
    return sorted({account_id for account_id, question_id in found if question_id in question_ids})


def _rows(wire: Line, bank_id: int, account_id: int | None) -> list[Row]:
    if account_id is None:
        return wire.rows(_PAST + _IN_ORDER, bank_id=bank_id)
    return wire.rows(_PAST + _OF_ONE + _IN_ORDER, bank_id=bank_id, account_id=account_id)

"""What students say about the questions of a bank: problems that they report, answers that they count as right."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, exists, func, literal_column, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.store.library.tables import Fact, Question
from quizapp.store.study.tables import Report, Review


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A report or a claim, with the question as it is now; who said it is not told."""

    account_id: int
    key: str
    """Of the question shown."""
    question_id: int
    question_version: int
    at: int
    words: str
    response: str | None
    """What was answered, as a JSON list; None before an answer."""
    fact_key: str
    statement: str
    question_key: str
    definition: str
    version: int


_ANSWER = aliased(Review)
_CLAIM = aliased(Review)
_UNDONE = aliased(Review)
_WHAT = (Fact.key, Fact.statement, Question.key, Question.definition, Question.version)


def list_reports(session: Session, bank_id: int, most: int) -> list[VoiceRow]:
    """List the open reports about a bank's questions, oldest first."""
    query: Any = (
        select(
            Report.account_id,
            Report.key,
            Report.question_id,
            Report.question_version,
            Report.reported_at,
            Report.words,
            _ANSWER.response,
            *_WHAT,
        )
        .join(Question, Question.id == Report.question_id)
        .join(Fact, Fact.id == Question.fact_id)
        .outerjoin(_ANSWER, and_(_ANSWER.account_id == Report.account_id, _ANSWER.key == Report.key))
        .where(Fact.bank_id == bank_id, Report.settled_at.is_(None))
        .order_by(Report.reported_at, Report.key)
        .limit(most)
    )
    return [VoiceRow(*row) for row in session.execute(query)]


def list_claims(session: Session, bank_id: int, most: int) -> list[VoiceRow]:
    """List the answers that students have counted as right themselves and that are not settled, oldest first."""
    return _read_claims(session, _select_claims(bank_id).limit(most))


def count_voices(session: Session, bank_ids: Collection[int]) -> dict[int, int]:
    """Count what is open about the questions of some banks, reports and claims; a bank without any is left out."""
    reports = (
        select(Fact.bank_id, func.count())
        .select_from(Report)
        .join(Question, Question.id == Report.question_id)
        .join(Fact, Fact.id == Question.fact_id)
        .where(Fact.bank_id.in_(bank_ids), Report.settled_at.is_(None))
        .group_by(Fact.bank_id)
    )
    claims = (
        select(Fact.bank_id, func.count())
        .select_from(_CLAIM)
        .join(Fact, Fact.id == _CLAIM.fact_id)
        .where(Fact.bank_id.in_(bank_ids), *_open_claim())
        .group_by(Fact.bank_id)
    )
    counted: Counter[int] = Counter()
    for query in (reports, claims):
        for bank_id, number in session.execute(query):
            counted[bank_id] += number
    return counted


def has_former_versions(session: Session, bank_id: int) -> bool:
    """Whether a question of a bank said something else before."""
    query = select(Question.id).join(Fact, Fact.id == Question.fact_id)
    return session.scalar(query.where(Fact.bank_id == bank_id, Question.version > 1).limit(1)) is not None


def settle_reports(session: Session, bank_id: int, keys: Collection[str], now: int) -> None:
    """Note that the owner is done with what was said under some keys about a bank's questions."""
    claims = _read_claims(session, _select_claims(bank_id).where(_CLAIM.target.in_(keys)))
    own = select(Question.id).join(Fact, Fact.id == Question.fact_id).where(Fact.bank_id == bank_id)
    session.execute(
        update(Report)
        .where(Report.key.in_(keys), Report.question_id.in_(own), Report.settled_at.is_(None))
        .values(settled_at=now)
    )
    for row in claims:
        settled = session.get(Report, (row.account_id, row.key)) or Report(
            account_id=row.account_id,
            key=row.key,
            question_id=row.question_id,
            question_version=row.question_version,
            reported_at=row.at,
        )
        settled.settled_at = now
        session.add(settled)


def _read_claims(session: Session, query: Any) -> list[VoiceRow]:
    return [VoiceRow(*row) for row in session.execute(query)]


def _select_claims(bank_id: int) -> Any:
    return (
        select(
            _ANSWER.account_id,
            _ANSWER.key,
            _ANSWER.question_id,
            _ANSWER.question_version,
            _CLAIM.answered_at,
            literal_column("''"),
            _ANSWER.response,
            *_WHAT,
        )
        .join(_ANSWER, and_(_ANSWER.account_id == _CLAIM.account_id, _ANSWER.key == _CLAIM.target))
        .join(Question, Question.id == _ANSWER.question_id)
        .join(Fact, Fact.id == _CLAIM.fact_id)
        .where(Fact.bank_id == bank_id, *_open_claim())
        .order_by(_CLAIM.answered_at, _CLAIM.key)
    )


def _open_claim() -> tuple[Any, ...]:
    """A student's own regrade that was not undone, about an answer that the owner has not settled.

    The word stands in the statement itself: only so is the partial index ix_review_claimed used.
    """
    voided = exists().where(
        _UNDONE.account_id == _CLAIM.account_id,
        _UNDONE.fact_id == _CLAIM.fact_id,
        _UNDONE.kind == "void",
        _UNDONE.target.in_((_CLAIM.key, _CLAIM.target)),
    )
    settled = exists().where(
        Report.account_id == _CLAIM.account_id, Report.key == _CLAIM.target, Report.settled_at.is_not(None)
    )
    return (_CLAIM.regraded_by == literal_column("'student'"), ~voided, ~settled)

"""Quizzes: planned sessions whose answers can be changed until they are handed in.

A quiz is open from its start until it is handed in or given up, for two hours at most. Until then the response to
each of its questions stands in its step, and ``issued_at`` there says when it was given.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.memory.plan import Planned
from quizapp.store.accounts.tables import Account
from quizapp.store.driver import Line
from quizapp.store.library.tables import Bank, Fact
from quizapp.store.study.hidden import OPEN_QUIZ, opened_after
from quizapp.store.study.planned import add_session
from quizapp.store.study.step import QUIZ_STEP, QUIZ_STEPS, StepRow, read_step
from quizapp.store.study.tables import Review, Step, StudySession


@dataclass(frozen=True, slots=True)
class QuizRow:
    """A quiz, without its questions; instants in milliseconds."""

    id: str
    started_at: int
    ended_at: int | None
    """When it was handed in or given up; None: neither yet."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A quiz that was neither handed in nor given up, its time over or not."""

    id: str
    started_at: int
    total: int
    kept: int
    """How many of its questions have a response."""


@dataclass(frozen=True, slots=True)
class OpenQuiz:
    """The quiz that is open now, and the banks that it asks about: no word of them is shown until it is over."""

    id: str
    titles: dict[int, str]
    """By bank."""


@dataclass(frozen=True, slots=True)
class PastQuiz:
    """A quiz that was handed in: its questions, and how many were right."""

    id: str
    started_at: int
    total: int
    right: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The response that stands until a quiz is handed in."""

    response: str
    """JSON list of text, one a part."""
    confidence: int | None
    kept_at: int


_QUIZ = """
SELECT id, started_at, ended_at FROM study_session WHERE account_id = :account_id AND id = :id AND kind = 'quiz'
"""
_KEPT = """
SELECT key, response, confidence, issued_at FROM step
WHERE account_id = :account_id AND session_id = :session_id AND response IS NOT NULL
"""
_ASKED = """
SELECT report.key FROM report JOIN step ON step.account_id = report.account_id AND step.key = report.key
WHERE step.account_id = :account_id AND step.session_id = :session_id
"""
_KEEP = """
UPDATE step SET response = :response, confidence = :confidence, issued_at = :now
WHERE account_id = :account_id AND session_id = :session_id AND key = :key AND answered_at IS NULL
  AND EXISTS (SELECT 1 FROM study_session WHERE account_id = :account_id AND id = :session_id
              AND kind = 'quiz' AND ended_at IS NULL)
"""
_END = """
UPDATE study_session SET ended_at = :now
WHERE account_id = :account_id AND id = :id AND kind = 'quiz' AND ended_at IS NULL
"""


def banks_in_open_quiz(session: Session, account_id: int, now: int) -> frozenset[int]:
    """Return the banks that a person's open quiz asks about: nothing that they state is shown until it is over."""
    query = (
        select(Fact.bank_id)
        .distinct()
        .join(Step, Step.fact_id == Fact.id)
        .join(StudySession, _is_its_session())
        .where(StudySession.account_id == account_id, StudySession.started_at > opened_after(now))
        .where(StudySession.kind == "quiz", StudySession.ended_at.is_(None))
    )
    return frozenset(session.scalars(query))


def find_open_quiz(session: Session, account_id: int, now: int) -> OpenQuiz | None:
    """Return a person's open quiz, of which there is one at most."""
    query = (
        select(StudySession.id, Bank.id, Bank.title)
        .distinct()
        .join(Step, _is_its_session())
        .join(Fact, Fact.id == Step.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(StudySession.account_id == account_id, StudySession.started_at > opened_after(now))
        .where(StudySession.kind == "quiz", StudySession.ended_at.is_(None))
        .order_by(Bank.title)
    )
    found = session.execute(query).all()
    return OpenQuiz(found[0][0], {bank_id: title for _, bank_id, title in found}) if found else None


def list_unfinished(session: Session, account_id: int) -> list[OpenRow]:
    """Return a person's quizzes that are not ended: those that hold answers first, of those the newest."""
    kept = func.count(Step.key).filter(Step.response != "[]")  # an empty list was taken back
    query = (
        select(StudySession.id, StudySession.started_at, func.count(Step.key), kept)
        .join(Step, _is_its_session())
        .where(StudySession.account_id == account_id, StudySession.kind == "quiz")
        .where(StudySession.ended_at.is_(None))
        .group_by(StudySession.id, StudySession.started_at)
    )
    found = [OpenRow(*row) for row in session.execute(query)]
    return sorted(found, key=lambda row: (not row.kept, -row.started_at))


def hold_account(session: Session, account_id: int) -> bool:
    """Keep everybody else who asks for it so out of an account until the transaction ends; False: no such account.

    The lock of ``cards.hold_retention``, alone; SQLite holds its one write lock.
    """
    query = select(Account.id).where(Account.id == account_id).with_for_update(key_share=True)
    return session.scalar(query) is not None


def forget_empty(session: Session, account_id: int, quiz_ids: Iterable[str], now: int) -> None:
    """End quizzes whose time is over and that hold no answer."""
    session.execute(
        update(StudySession)
        .where(StudySession.account_id == account_id, StudySession.id.in_(tuple(quiz_ids)))
        .values(ended_at=now)
    )


def add_quiz(session: Session, account_id: int, quiz_id: str, plan: dict[str, Planned], now: int) -> None:
    """Store a quiz with its questions in their order, by their keys."""
    quiz = StudySession(account_id=account_id, id=quiz_id, kind="quiz", minutes=len(plan), started_at=now)
    add_session(session, quiz, plan)


def list_past(session: Session, account_id: int, most: int) -> list[PastQuiz]:
    """Return the newest quizzes that were handed in; the newest mark of each answer counts."""
    said, void = aliased(Review), aliased(Review)
    is_void = select(void.key).where(
        void.account_id == said.account_id,
        void.fact_id == said.fact_id,
        void.kind == "void",
        void.target == said.key,
    )
    newest = (
        select(said.mark)
        .where(said.account_id == Step.account_id, said.fact_id == Step.fact_id)
        .where(said.target == Step.key, said.kind == "regrade", ~is_void.exists())
        .order_by(said.answered_at.desc(), said.key.desc())
        .limit(1)
    )
    mark = func.coalesce(newest.scalar_subquery(), Review.mark)
    right = func.count(Step.key).filter(mark >= 1)
    query = (
        select(StudySession.id, StudySession.started_at, func.count(Step.key), right)
        .join(Step, _is_its_session())
        .outerjoin(Review, and_(Review.account_id == Step.account_id, Review.key == Step.key))
        .where(StudySession.account_id == account_id, StudySession.kind == "quiz")
        .where(StudySession.ended_at.is_not(None))
        .group_by(StudySession.id, StudySession.started_at)
        .having(func.count(Step.answered_at) > 0)
        .order_by(StudySession.started_at.desc())
        .limit(most)
    )
    return [PastQuiz(*row) for row in session.execute(query)]


def find_quiz(line: Line, account_id: int, quiz_id: str) -> QuizRow | None:
    """Return one quiz of a person."""
    row = line.row(_QUIZ, account_id=account_id, id=quiz_id)
    return QuizRow(*row) if row else None


def list_open(line: Line, account_id: int, now: int) -> list[str]:
    """Return the ids of a person's quizzes that are open: one at most, but while a guest is joined."""
    return [row[0] for row in line.rows(OPEN_QUIZ, account_id=account_id, opened_after=opened_after(now))]


def find_quiz_steps(line: Line, account_id: int, quiz_id: str, now: int) -> list[StepRow]:
    """Return the questions of a quiz in their order."""
    query = QUIZ_STEPS + " ORDER BY step.position"
    asked = {"session_id": quiz_id, "opened_after": opened_after(now)}
    return [read_step(row) for row in line.rows(query, account_id=account_id, **asked)]


def find_quiz_step(line: Line, account_id: int, key: str, now: int) -> StepRow | None:
    """Return the question of a quiz with a key."""
    row = line.row(QUIZ_STEP, account_id=account_id, key=key, opened_after=opened_after(now))
    return read_step(row) if row else None


def find_kept(line: Line, account_id: int, quiz_id: str) -> dict[str, Kept]:
    """Return the responses that stand, by the keys of their questions."""
    rows = line.rows(_KEPT, account_id=account_id, session_id=quiz_id)
    return {key: Kept(response, confidence, at or 0) for key, response, confidence, at in rows}


def find_asked(line: Line, account_id: int, quiz_id: str) -> frozenset[str]:
    """Return the keys of the questions about which the bank's owner has been asked."""
    return frozenset(row[0] for row in line.rows(_ASKED, account_id=account_id, session_id=quiz_id))


def keep(line: Line, account_id: int, quiz_id: str, key: str, kept: Kept) -> bool:
    """Let a response stand for a question of a quiz that has not been handed in."""
    values = {"response": kept.response, "confidence": kept.confidence, "now": kept.kept_at}
    return line.run(_KEEP, account_id=account_id, session_id=quiz_id, key=key, **values) == 1


def end_quiz(line: Line, account_id: int, quiz_id: str, now: int) -> bool:
    """Note when a quiz was over; False if it was before."""
    return line.run(_END, account_id=account_id, id=quiz_id, now=now) == 1


def _is_its_session() -> ColumnElement[bool]:
    return and_(StudySession.account_id == Step.account_id, StudySession.id == Step.session_id)

"""Quizzes: planned sessions whose answers can be changed until they are handed in.

A quiz is open from its start until it is handed in or given up, for two hours at most.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.store.library.tables import Fact
from quizapp.store.study.tables import Step, StudySession

OPEN_FOR = 7_200_000
"""Milliseconds after which a quiz that was left takes no more answers."""


def banks_in_open_quiz(session: Session, account_id: int, now: int) -> frozenset[int]:
    """Return the banks that a person's open quiz asks about: nothing that they state is shown until it is over."""
    query = (
        select(Fact.bank_id)
        .distinct()
        .join(Step, Step.fact_id == Fact.id)
        .join(
            StudySession,
            (StudySession.account_id == Step.account_id) & (StudySession.id == Step.session_id),
        )
        .where(StudySession.account_id == account_id, StudySession.started_at > now - OPEN_FOR)
        .where(StudySession.kind == "quiz", StudySession.ended_at.is_(None))
    )
    return frozenset(session.scalars(query))

"""Storing what was planned: a session of any kind, a quiz too, with its questions in their order."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from quizapp.memory.plan import Planned
from quizapp.store.study.places import PLACES_BETWEEN
from quizapp.store.study.tables import Step, StudySession


def add_session(session: Session, planned: StudySession, plan: Mapping[str, Planned]) -> None:
    """Store a session with its questions in their order, by their keys."""
    session.add(planned)
    session.flush()
    session.add_all(
        Step(
            account_id=planned.account_id,
            session_id=planned.id,
            position=place * PLACES_BETWEEN,
            key=key,
            fact_id=step.fact_id,
            question_id=step.question_id,
        )
        for place, (key, step) in enumerate(plan.items(), 1)
    )

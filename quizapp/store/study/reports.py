"""Problems that students report, one for each question shown."""

from sqlalchemy.orm import Session

from quizapp.store.study.tables import Report


def keep_report(session: Session, report: Report) -> None:
    """Keep a report; one about the same question shown is written over and open again."""
    session.merge(report)

"""Tables and the questions asked of them, one folder a noun; nothing above this floor writes SQL.

A new table goes into its noun's ``tables.py`` and gets a migration: ``flask --app wsgi db revision``.
"""

from quizapp.store.accounts.tables import Account, Invitation, SignIn, SignInFailure
from quizapp.store.base import Base, db, reading, writing
from quizapp.store.library.tables import (
    Bank,
    Build,
    BuildStep,
    Draft,
    Fact,
    Mention,
    Question,
    QuestionVersion,
)
from quizapp.store.study.tables import Card, Report, Review, Shelf, Step, StudySession

__all__ = [
    "Account",
    "Bank",
    "Base",
    "Build",
    "BuildStep",
    "Card",
    "Draft",
    "Fact",
    "Invitation",
    "Mention",
    "Question",
    "QuestionVersion",
    "Report",
    "Review",
    "Shelf",
    "SignIn",
    "SignInFailure",
    "Step",
    "StudySession",
    "db",
    "reading",
    "writing",
]

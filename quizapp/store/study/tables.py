"""The tables of what students do; all lead with the account's id, so they can be partitioned by student.

Days are study days (``date.toordinal()``), instants epoch milliseconds.
"""

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base

# Rows live in the index of their key: half the pages to write and sync at each answer (SQLite).
BY_KEY = {"sqlite_with_rowid": False}


CLAIMED = text("regraded_by = 'student'")


class Shelf(Base):
    """A bank that a student studies."""

    __tablename__ = "shelf"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True, index=True)
    added_at: Mapped[int] = mapped_column(BigInteger)


class Card(Base):
    """One student's memory of one fact: the fold of that fact's rows in the log, kept at hand.

    ``last_day`` null means new. ``newest_at`` and ``newest_key`` name the newest row of the log that this
    card has seen: an older one that arrives late refolds the fact.
    """

    __tablename__ = "card"

    account_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    fact_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("fact.id"), primary_key=True)
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    last_day: Mapped[int | None]
    due_day: Mapped[int | None]
    reviews: Mapped[int] = mapped_column(default=0)
    lapses: Mapped[int] = mapped_column(default=0)
    is_suspended: Mapped[bool] = mapped_column(default=False)
    newest_at: Mapped[int] = mapped_column(BigInteger)
    newest_key: Mapped[str] = mapped_column(String(32))
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (Index(None, "account_id", "is_suspended", "due_day"), BY_KEY)


class Review(Base):
    """One row of the review log; never edited, deleted only with its account."""

    __tablename__ = "review"

    account_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    """answer, void, regrade, suspend, resume or reset."""
    target: Mapped[str | None] = mapped_column(String(32))
    """The key of the answer that a void or a regrade is about."""
    fact_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("fact.id"))
    question_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("question.id"))
    question_version: Mapped[int | None]
    session_id: Mapped[str | None] = mapped_column(String(32))
    response: Mapped[str | None] = mapped_column(Text)
    """JSON list of text, one a part."""
    mark: Mapped[float | None]
    reason: Mapped[str | None] = mapped_column(Text)
    parts: Mapped[str | None] = mapped_column(Text)
    """JSON: the result per part, for types that have parts."""
    rating: Mapped[int | None] = mapped_column(SmallInteger)
    seconds: Mapped[float | None]
    hints: Mapped[int] = mapped_column(SmallInteger, default=0)
    confidence: Mapped[int | None] = mapped_column(SmallInteger)
    """What the student said before the feedback: 1 guess, 2 think so, 3 sure; it never changes the mark."""
    predicted: Mapped[float | None]
    """Retrievability as predicted then; null for a new card; never recomputed."""
    is_retry: Mapped[bool] = mapped_column(default=False)
    """Answered again after an undo: left out of item statistics."""
    regraded_by: Mapped[str | None] = mapped_column(String(10))
    """student ("I was right") or teacher."""
    answered_at: Mapped[int] = mapped_column(BigInteger)
    received_at: Mapped[int] = mapped_column(BigInteger)
    time_zone: Mapped[str] = mapped_column(String(64))
    study_day: Mapped[int]

    __table_args__ = (
        Index(None, "account_id", "fact_id", "answered_at"),
        Index(None, "account_id", "study_day"),
        # For the owner of a bank: the few answers that a student has counted as right.
        Index("ix_review_claimed", "fact_id", sqlite_where=CLAIMED, postgresql_where=CLAIMED),
        BY_KEY,
    )


class StudySession(Base):
    """One sitting, planned when it starts."""

    __tablename__ = "study_session"

    account_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), default="study")
    """study; cards for flashcards only; quiz; or trial for the five questions of the landing page."""
    minutes: Mapped[int]
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("bank.id"))
    started_at: Mapped[int] = mapped_column(BigInteger)
    ended_at: Mapped[int | None] = mapped_column(BigInteger)
    """When a quiz was handed in or given up; null: it goes on, and in every other kind."""

    __table_args__ = (Index(None, "account_id", "started_at"), BY_KEY)


class Step(Base):
    """One question of a planned session. Its key is made here and becomes the key of the answer."""

    __tablename__ = "step"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    session_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    key: Mapped[str] = mapped_column(String(32))
    fact_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("fact.id"))
    question_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("question.id"))
    is_again: Mapped[bool] = mapped_column(default=False)
    """A fact that was wrong earlier in this session."""
    is_retry: Mapped[bool] = mapped_column(default=False)
    hints: Mapped[int] = mapped_column(SmallInteger, default=0)
    """Hints shown so far."""
    issued_at: Mapped[int | None] = mapped_column(BigInteger)
    answered_at: Mapped[int | None] = mapped_column(BigInteger)
    """Null: still to be asked."""
    response: Mapped[str | None] = mapped_column(Text)
    """In a quiz, what stands until it is handed in: JSON list of text, one a part. Null elsewhere."""
    confidence: Mapped[int | None] = mapped_column(SmallInteger)
    """Said with that response; 1 to 3."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "session_id"],
            ["study_session.account_id", "study_session.id"],
            ondelete="CASCADE",
            name="fk_step_study_session",
        ),
        Index(None, "account_id", "key", unique=True),
        BY_KEY,
    )


class Report(Base):
    """A problem that a student has with a question, for the owner of its bank."""

    __tablename__ = "report"

    account_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    """Of the question shown: one report each."""
    question_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("question.id"), index=True)
    question_version: Mapped[int]
    words: Mapped[str] = mapped_column(String(1000), default="")
    reported_at: Mapped[int] = mapped_column(BigInteger)
    settled_at: Mapped[int | None] = mapped_column(BigInteger)
    """When the owner was done with it; null: open."""

    __table_args__ = (BY_KEY,)

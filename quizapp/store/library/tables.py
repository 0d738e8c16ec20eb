"""The tables of the library. A fact and a question keep their row for ever: memory hangs on them."""

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, BigId


class Bank(Base):
    """A published (or retired) bank file."""

    __tablename__ = "bank"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    """The bank's id in its file; default: the file's name."""
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"), index=True)
    """Null: it came from the questions folder and belongs to the site."""
    audience: Mapped[str] = mapped_column(String(10), default="owner")
    """everybody, classes or owner."""
    title: Mapped[str] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(20), default="en")
    source_title: Mapped[str] = mapped_column(Text, default="")
    source_url: Mapped[str] = mapped_column(Text, default="")
    source_licence: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = mapped_column(Text)
    """The file as it was last published, with the permanent ids written in."""
    folder_hash: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the file in the questions folder when it was last read; empty for an upload."""
    is_edited: Mapped[bool] = mapped_column(default=False)
    """Changed in the site since it was read from the folder: the folder no longer overwrites it."""
    is_retired: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    published_at: Mapped[int] = mapped_column(BigInteger)
    position: Mapped[int] = mapped_column(default=0)
    """Order in the library and on the landing page."""


class Fact(Base):
    """One fact of a bank."""

    __tablename__ = "fact"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    key: Mapped[str] = mapped_column(String(120))
    position: Mapped[int]
    statement: Mapped[str] = mapped_column(Text, default="")
    according_to: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(Text, default="")
    section: Mapped[str] = mapped_column(Text, default="")
    sentence: Mapped[str] = mapped_column(String(80), default="")
    quote: Mapped[str] = mapped_column(Text, default="")
    is_retired: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (UniqueConstraint("bank_id", "key"), Index(None, "bank_id", "position"))


class Mention(Base):
    """One fact names another: the two are kept apart in a session."""

    __tablename__ = "mention"

    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True)
    mentioned_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)


class Question(Base):
    """One question, in its present version."""

    __tablename__ = "question"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    key: Mapped[str] = mapped_column(String(120))
    position: Mapped[int]
    type: Mapped[str] = mapped_column(String(20))
    rung: Mapped[str] = mapped_column(String(10))
    """choice, typed or card: where it stands on the ladder."""
    version: Mapped[int] = mapped_column(default=1)
    definition: Mapped[str] = mapped_column(Text)
    """The question as canonical JSON (``quizapp.questions.write_question``)."""
    is_retired: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (UniqueConstraint("fact_id", "key"), Index(None, "fact_id", "position"))


class QuestionVersion(Base):
    """What a question said at each version: an answer in the log names the one it answered."""

    __tablename__ = "question_version"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    definition: Mapped[str] = mapped_column(Text)
    published_at: Mapped[int] = mapped_column(BigInteger)


class Draft(Base):
    """A bank file that a teacher is checking; nothing of it has reached a student."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("bank.id"), index=True)
    """The bank that this file would replace; null: a new one."""
    file_name: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[int] = mapped_column(BigInteger)


class Build(Base):
    """An article that a teacher is turning into a bank: what was drafted from it, before anything is a draft file."""

    __tablename__ = "build"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("bank.id"), index=True)
    """The bank that is built again; null: a new one."""
    title: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)
    """The article as it was given."""
    made: Mapped[str] = mapped_column(Text)
    """The whole drafted bank as a file: rules that change later do not change a review under way."""
    notes: Mapped[str] = mapped_column(Text)
    """What the file cannot say of its facts, as JSON: rule, places in the article, cautions; and the report."""
    created_at: Mapped[int] = mapped_column(BigInteger)
    draft_id: Mapped[str | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The draft that was last made of what is accepted."""
    bank_text: Mapped[str] = mapped_column(Text, default="")
    """The bank's file when this review last was one with it: begun from it, published to it; empty: no bank yet."""
    published_at: Mapped[int | None] = mapped_column(BigInteger)
    """When that draft was last published."""


class BuildStep(Base):
    """What one step of a review decided about a drafted fact: the last step counts, undoing takes it away.

    A fact without a step is open and as it was drafted. Steps begin at 1; what begins decided is step 0.
    """

    __tablename__ = "build_step"

    build_id: Mapped[str] = mapped_column(ForeignKey("build.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fact_key: Mapped[str] = mapped_column(String(120), primary_key=True)
    verdict: Mapped[str] = mapped_column(String(10))
    """accepted, rejected or open."""
    text: Mapped[str] = mapped_column(Text, default="")
    """The fact as it was edited, as YAML; empty: as it was drafted."""

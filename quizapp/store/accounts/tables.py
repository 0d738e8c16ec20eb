"""The tables of people: accounts, sign-ins, invitations, failed sign-ins. Instants are epoch milliseconds."""

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, BigId


class Account(Base):
    """A person, or a guest as long as ``name`` is null."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str | None] = mapped_column(String(80))
    name_key: Mapped[str | None] = mapped_column(String(160), unique=True)
    """The name folded (case, width): what must be unique and what sign-in looks for."""
    password_hash: Mapped[str | None] = mapped_column(String(200))
    recovery_hash: Mapped[str | None] = mapped_column(String(64))
    """SHA-256 of the one-time recovery code (128 random bits, so a plain hash is enough)."""
    role: Mapped[str] = mapped_column(String(10), default="student")
    """student, teacher or admin."""
    guest_key: Mapped[str | None] = mapped_column(String(32), unique=True)
    """The key of the answer that made this account: a repeated first answer finds the same guest."""
    created_at: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[int] = mapped_column(BigInteger)
    """When the account was last used, to the hour."""
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    minutes: Mapped[int] = mapped_column(default=10)
    """Minutes of study a day."""
    new_a_day: Mapped[int] = mapped_column(default=12)
    """New facts a day at most."""
    retention: Mapped[float] = mapped_column(default=0.9)
    """Desired retention, 0.70 to 0.97."""
    rates_confidence: Mapped[bool] = mapped_column(default=False)
    """Whether the submit buttons are Guess, Think so and Sure."""
    uses_keys: Mapped[bool] = mapped_column(default=True)
    """Whether single keys are shortcuts while studying."""
    theme: Mapped[str] = mapped_column(String(5), default="auto")
    """auto, light or dark."""
    text_size: Mapped[str] = mapped_column(String(7), default="normal")
    """normal, large or largest."""

    __table_args__ = (Index(None, "seen_at"),)


class SignIn(Base):
    """A browser that is signed in; deleting the row signs it out."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the token that the cookie holds."""
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[int] = mapped_column(BigInteger)
    device: Mapped[str] = mapped_column(String(200), default="")


class Invitation(Base):
    """A one-time link: to become an admin or a teacher, or to set a new password."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(10))
    """admin, teacher or reset."""
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    """Whose password is reset; null for an invitation."""
    created_at: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    used_at: Mapped[int | None] = mapped_column(BigInteger)


class SignInFailure(Base):
    """A wrong password or recovery code; counted to slow guessing down. New people are counted here too."""

    __tablename__ = "sign_in_failure"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what is counted together: the kind of try, for whom, from where."""
    failed_at: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index(None, "key_hash", "failed_at"),)

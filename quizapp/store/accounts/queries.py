"""What is asked of the tables of people. To add a question, add a function that takes a session."""

from collections.abc import Sequence

from sqlalchemy import Row, delete, select, update
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account, SignIn

PersonRow = Row[tuple[int, str | None, str, str, int, int, float, int]]

_SIGNED_IN = select(
    Account.id,
    Account.name,
    Account.role,
    Account.time_zone,
    Account.minutes,
    Account.new_a_day,
    Account.retention,
    Account.seen_at,
).join(SignIn, SignIn.account_id == Account.id)


def find_signed_in(session: Session, token_hash: str) -> PersonRow | None:
    """Return whose sign-in a token is."""
    return session.execute(_SIGNED_IN.where(SignIn.token_hash == token_hash)).one_or_none()


def note_seen(session: Session, account_id: int, now: int, before: int) -> None:
    """Move an account's last sight to now if it lies before an instant."""
    session.execute(
        update(Account).where(Account.id == account_id, Account.seen_at < before).values(seen_at=now)
    )


def add_sign_in(session: Session, account_id: int, token_hash: str, device: str, now: int) -> None:
    """Sign a browser in."""
    session.add(SignIn(token_hash=token_hash, account_id=account_id, created_at=now, device=device[:200]))


def find_guest(session: Session, key: str) -> int | None:
    """Return the guest that an answer made."""
    return session.scalar(select(Account.id).where(Account.guest_key == key, Account.name.is_(None)))


def find_idle_guests(session: Session, before: int, at_most: int) -> Sequence[int]:
    """Return some of the guests that were last seen before an instant."""
    return session.scalars(
        select(Account.id).where(Account.name.is_(None), Account.seen_at < before).limit(at_most)
    ).all()


def erase_guests(session: Session, account_ids: Sequence[int], before: int) -> int:
    """Erase those of the guests that are still guests and still idle; return how many."""
    idle = Account.id.in_(account_ids), Account.name.is_(None), Account.seen_at < before
    return len(session.execute(delete(Account).where(*idle).returning(Account.id)).all())

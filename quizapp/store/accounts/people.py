"""The list of people with a name, as whoever runs the site sees it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account

ListedRow = Row[int, str | None, str, int, int]

_LISTED = select(Account.id, Account.name, Account.role, Account.created_at, Account.seen_at)


def find_people(session: Session, name_key: str, start: int, at_most: int) -> Sequence[ListedRow]:
    """Return some of the people whose folded name contains a text, by name."""
    matching = _LISTED.where(*_matches(name_key)).order_by(Account.name_key)
    return session.execute(matching.offset(start).limit(at_most)).all()


def count_people(session: Session, name_key: str) -> int:
    """Return how many people have a folded name that contains a text."""
    return session.scalar(select(func.count()).select_from(Account).where(*_matches(name_key))) or 0


def count_guests(session: Session) -> int:
    """Return how many guests there are."""
    return session.scalar(select(func.count()).select_from(Account).where(Account.name.is_(None))) or 0


def find_person(session: Session, account_id: int) -> ListedRow | None:
    """Return one person with a name."""
    return session.execute(_LISTED.where(Account.id == account_id, Account.name.is_not(None))).one_or_none()


def _matches(name_key: str) -> tuple[ColumnElement[bool], ...]:
    return Account.name_key.is_not(None), Account.name_key.contains(name_key, autoescape=True)

"""The end of an account: its rows go with it, in every table; the banks it owned become the site's."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account
from quizapp.store.library.tables import Bank


def find_banks(session: Session, account_id: int) -> Sequence[Bank]:
    """Return the banks that an account owns and has not retired."""
    owned = select(Bank).where(Bank.owner_id == account_id, Bank.is_retired.is_(False)).order_by(Bank.title)
    return session.scalars(owned).all()


def erase(session: Session, account_id: int) -> None:
    """Delete an account; every table about a person falls with it by its foreign key."""
    hidden = update(Bank).where(Bank.owner_id == account_id, Bank.audience == "owner")
    session.execute(hidden.values(is_retired=True))
    session.execute(delete(Account).where(Account.id == account_id))

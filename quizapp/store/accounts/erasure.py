"""The end of an account: its rows go with it, in every table; the banks it owned become the site's."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account
from quizapp.store.driver import Line
from quizapp.store.library.tables import Bank


def find_banks(session: Session, account_id: int) -> Sequence[Bank]:
    """Return the banks that an account owns and has not retired."""
    owned = select(Bank).where(Bank.owner_id == account_id, Bank.is_retired.is_(False)).order_by(Bank.title)
    return session.scalars(owned).all()


_GUEST = "SELECT id FROM account WHERE id = :account_id AND name IS NULL"


def hold_guest(line: Line, account_id: int) -> bool:
    """Whether an account is a guest's; if so, nothing of it changes until the transaction ends."""
    lock = "" if line.is_sqlite else " FOR UPDATE"
    return line.row(_GUEST + lock, account_id=account_id) is not None


def erase_guest(line: Line, account_id: int) -> None:
    """Delete a guest, who owns no banks; every table about a person falls with it by its foreign key."""
    line.run("DELETE FROM account WHERE id = :account_id", account_id=account_id)


def erase(session: Session, account_id: int) -> None:
    """Delete an account; every table about a person falls with it by its foreign key."""
    hidden = update(Bank).where(Bank.owner_id == account_id, Bank.audience == "owner")
    session.execute(hidden.values(is_retired=True))
    session.execute(delete(Account).where(Account.id == account_id))

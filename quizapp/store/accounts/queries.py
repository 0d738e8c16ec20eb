"""What is asked of the tables of people. To add a question, add a function that takes a session."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Row, and_, delete, func, not_, select, update
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account, Invitation, SignIn, SignInFailure
from quizapp.store.driver import Line
from quizapp.store.driver import Row as DriverRow

_SIGNED_IN = """
SELECT account.id, account.name, account.role, account.time_zone, account.minutes, account.new_a_day,
       account.retention, account.rates_confidence, account.uses_keys, account.theme, account.text_size
FROM sign_in JOIN account ON account.id = sign_in.account_id WHERE sign_in.token_hash = :token_hash
"""


def find_signed_in(wire: Line, token_hash: str) -> DriverRow | None:
    """Return whose sign-in a token is: asked at every request, so by driver cursor."""
    return wire.row(_SIGNED_IN, token_hash=token_hash)


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


def lock_account(session: Session, account_id: int) -> Account | None:
    """Return an account that nobody else changes until this transaction ends."""
    return session.get(Account, account_id, with_for_update=True)


def find_by_name(session: Session, name_key: str) -> Account | None:
    """Return the account of a folded name."""
    return session.scalar(select(Account).where(Account.name_key == name_key))


def name_of(session: Session, account_id: int) -> str:
    """Return an account's name, or nothing for a guest."""
    return session.scalar(select(Account.name).where(Account.id == account_id)) or ""


def password_of(session: Session, account_id: int) -> str | None:
    """Return what is stored of an account's password."""
    return session.scalar(select(Account.password_hash).where(Account.id == account_id))


def touch(
    session: Session, account_id: int, password_hash: str | None, now: int, rehashed: str | None
) -> bool:
    """Keep that an account was seen, and its newer hash; False if its password has changed meanwhile."""
    found = session.execute(
        update(Account)
        .where(Account.id == account_id, Account.password_hash == password_hash)
        .values(seen_at=now, password_hash=rehashed or password_hash)
        .returning(Account.id)
    )
    return found.first() is not None


def keep_retention(session: Session, account_id: int, retention: float) -> None:
    """Keep an account's desired retention."""
    session.execute(update(Account).where(Account.id == account_id).values(retention=retention))


def find_sign_ins(session: Session, account_id: int) -> Sequence[SignIn]:
    """Return the browsers in which an account is signed in, newest first."""
    newest_first = select(SignIn).where(SignIn.account_id == account_id).order_by(SignIn.created_at.desc())
    return session.scalars(newest_first).all()


def sign_out(session: Session, token_hash: str, account_id: int | None = None) -> bool:
    """Sign one browser out (only one of an account's, where it is given); False if there was none."""
    this = [SignIn.token_hash == token_hash]
    if account_id is not None:
        this.append(SignIn.account_id == account_id)
    return session.execute(delete(SignIn).where(*this).returning(SignIn.token_hash)).first() is not None


def sign_out_all(session: Session, account_id: int, but: str = "") -> int:
    """Sign an account's browsers out, but for one; return how many they were."""
    others = delete(SignIn).where(SignIn.account_id == account_id, SignIn.token_hash != but)
    return len(session.execute(others.returning(SignIn.token_hash)).all())


def find_failures(session: Session, key_hash: str, since: int) -> Sequence[int]:
    """Return when tries under a key failed, oldest first."""
    failed = SignInFailure.failed_at
    return session.scalars(
        select(failed).where(SignInFailure.key_hash == key_hash, failed >= since).order_by(failed)
    ).all()


def add_failure(session: Session, key_hash: str, now: int) -> None:
    """Count a failed try under a key."""
    session.add(SignInFailure(key_hash=key_hash, failed_at=now))


def clear_failures(session: Session, key_hash: str) -> None:
    """Forget the failed tries under a key."""
    session.execute(delete(SignInFailure).where(SignInFailure.key_hash == key_hash))


def take_failure_back(session: Session, key_hash: str, failed_at: int) -> None:
    """Forget one failed try under a key, of one instant: it was none."""
    newest = select(func.max(SignInFailure.id)).where(
        SignInFailure.key_hash == key_hash, SignInFailure.failed_at == failed_at
    )
    session.execute(delete(SignInFailure).where(SignInFailure.id == newest.scalar_subquery()))


def forget_failures(session: Session, before: int) -> None:
    """Forget every failed sign-in before an instant."""
    session.execute(delete(SignInFailure).where(SignInFailure.failed_at < before))


def add_invitation(
    session: Session, token_hash: str, purpose: str, account_id: int | None, now: int, expires_at: int
) -> None:
    """Keep a one-time link."""
    session.add(
        Invitation(
            token_hash=token_hash,
            purpose=purpose,
            account_id=account_id,
            created_at=now,
            expires_at=expires_at,
        )
    )


def revoke_invitations(session: Session, purpose: str, account_id: int | None) -> None:
    """End the unused links of a purpose, for an account or for nobody in particular."""
    unused = delete(Invitation).where(Invitation.purpose == purpose, Invitation.used_at.is_(None))
    whose = Invitation.account_id.is_(None) if account_id is None else Invitation.account_id == account_id
    session.execute(unused.where(whose))


def find_invitation(session: Session, token_hash: str, now: int) -> Row[str, int | None, str | None] | None:
    """Return the purpose of a link that can still be used, and whom it is for."""
    return session.execute(
        select(Invitation.purpose, Invitation.account_id, Account.name)
        .outerjoin(Account, Account.id == Invitation.account_id)
        .where(Invitation.token_hash == token_hash, *_still_open(now))
    ).one_or_none()


def is_known(session: Session, token_hash: str) -> bool:
    """Whether there is a link with this token, used or not."""
    return session.get(Invitation, token_hash) is not None


def use_invitation(session: Session, token_hash: str, now: int) -> bool:
    """Use a link up; False if somebody was faster or it is too old."""
    used = update(Invitation).where(Invitation.token_hash == token_hash, *_still_open(now))
    return session.execute(used.values(used_at=now).returning(Invitation.purpose)).first() is not None


def is_used(session: Session, token_hash: str) -> bool:
    """Whether a link was used up."""
    used = select(Invitation.token_hash).where(
        Invitation.token_hash == token_hash, Invitation.used_at.is_not(None)
    )
    return session.execute(used).first() is not None


def find_invitations(session: Session, purpose: str, now: int) -> Sequence[Invitation]:
    """Return the links of a purpose that can still be used, newest first."""
    still_open = select(Invitation).where(Invitation.purpose == purpose, *_still_open(now))
    return session.scalars(still_open.order_by(Invitation.created_at.desc(), Invitation.token_hash)).all()


def withdraw_invitation(session: Session, token_hash: str, purpose: str) -> bool:
    """End one unused link of a purpose; False if there is none."""
    this = Invitation.token_hash == token_hash, Invitation.purpose == purpose, Invitation.used_at.is_(None)
    return session.execute(delete(Invitation).where(*this).returning(Invitation.purpose)).first() is not None


def forget_invitations(session: Session, before: int) -> None:
    """Forget the links that ended before an instant; one that made an admin is never offered again."""
    made_an_admin = and_(Invitation.purpose == "admin", Invitation.used_at.is_not(None))
    session.execute(delete(Invitation).where(Invitation.expires_at < before, not_(made_an_admin)))


def _still_open(now: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Invitation.used_at.is_(None), Invitation.expires_at > now


def count_admins(session: Session) -> int:
    """Return how many admins there are; in a transaction that writes, they stay so until its end."""
    admins = select(Account.id).where(Account.role == "admin").order_by(Account.id)
    return len(session.scalars(admins.with_for_update()).all())

"""Coming in and going: sign-up, sign-in, sign-out, and back in with the recovery code."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hmac import compare_digest

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.services.accounts import tries
from quizapp.services.accounts.names import name_key, read_name
from quizapp.services.accounts.passwords import fits, hash_password, is_outdated, read_password
from quizapp.services.accounts.person import known_zone
from quizapp.services.accounts.tokens import hash_code, hash_token, new_code, new_token
from quizapp.services.accounts.tries import NOWHERE, Count, Origin
from quizapp.services.errors import Refused
from quizapp.services.person import Person
from quizapp.store.accounts import queries
from quizapp.store.accounts.tables import Account
from quizapp.store.base import reading, writing

TAKEN = "that name is taken; choose another, or sign in if it is yours"
WRONG = "name and password do not fit; check both, or use your recovery code"
WRONG_CODE = "name and recovery code do not fit; check both, or ask whoever runs this site for a link"


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody has come in: the account, this browser's token, and the recovery code if one was made."""

    account_id: int
    token: str
    code: str = ""


def sign_up(
    guest: Person | None,
    name: str,
    password: str,
    time_zone: str,
    device: str,
    now: int,
    rng: random.Random,
    network: str = "",
) -> Entered:
    """Give a guest, or a new account, a name and a password; raises Refused."""
    name = read_name(name)
    hashed = hash_password(read_password(password, name))
    token, code = new_token(rng), new_code(rng)
    try:
        with writing() as session:
            account = _guest_account(session, guest) or _new_account(session, time_zone, now, network)
            account.name, account.name_key = name, name_key(name)
            account.password_hash, account.recovery_hash = hashed, hash_code(code)
            account.guest_key, account.seen_at = None, now  # its first answer's key opens it no longer
            session.flush()
            queries.sign_out_all(session, account.id)
            queries.add_sign_in(session, account.id, hash_token(token), device, now)
            return Entered(account.id, token, code)
    except IntegrityError as clash:
        raise Refused(TAKEN) from clash


def _guest_account(session: Session, guest: Person | None) -> Account | None:
    account = queries.lock_account(session, guest.id) if guest else None
    return account if account and account.name is None else None


def _new_account(session: Session, time_zone: str, now: int, network: str) -> Account:
    tries.admit_newcomer(session, network, now)
    account = Account(time_zone=known_zone(time_zone), created_at=now, seen_at=now)
    session.add(account)
    return account


def sign_in(
    name: str, password: str, device: str, now: int, rng: random.Random, origin: Origin = NOWHERE
) -> Entered:
    """Sign a browser in; raises Refused if name and password do not fit or one has to wait."""
    key = name_key(name)
    with reading() as session:
        account = queries.find_by_name(session, key)
    counts = tries.counts_of("sign-in", key, account.id if account else None, origin)
    tries.admit(counts, now)
    if not fits(account.password_hash if account else None, password) or account is None:
        raise Refused(WRONG)
    outdated = account.password_hash is not None and is_outdated(account.password_hash)
    rehashed = hash_password(password) if outdated else None
    token = new_token(rng)
    with writing() as session:
        _clear(session, counts, now)
        # The password may have changed meanwhile: the one that was compared has to be the one that holds.
        if not queries.touch(session, account.id, account.password_hash, now, rehashed):
            raise Refused(WRONG)
        queries.add_sign_in(session, account.id, hash_token(token), device, now)
    return Entered(account.id, token)


def recover(
    name: str,
    code: str,
    password: str,
    device: str,
    now: int,
    rng: random.Random,
    origin: Origin = NOWHERE,
) -> Entered:
    """Set a new password by recovery code, sign every browser out and this one in; raises Refused."""
    key = name_key(name)
    read_password(password, name)
    with reading() as session:
        account = queries.find_by_name(session, key)
    tries.admit(tries.counts_of("recovery", key, account.id if account else None, origin), now)
    kept = account.recovery_hash if account else None
    if account is None or not compare_digest(kept or "", hash_code(code)):
        raise Refused(WRONG_CODE)
    return start_afresh(account.id, password, device, now, rng, origin, seen_code=kept)


def start_afresh(
    account_id: int,
    password: str,
    device: str,
    now: int,
    rng: random.Random,
    origin: Origin = NOWHERE,
    *,
    seen_code: str | None = None,
    invitation: str | None = None,
) -> Entered:
    """Set a new password and recovery code, sign every browser out and this one in; raises Refused.

    What allowed it (the old code's hash, or a link's) is used up in the same transaction.
    """
    with reading() as session:
        name = queries.name_of(session, account_id)
    hashed = hash_password(read_password(password, name))
    token, code = new_token(rng), new_code(rng)
    with writing() as session:
        account = queries.lock_account(session, account_id)
        if account is None or (seen_code is not None and account.recovery_hash != seen_code):
            raise Refused(WRONG_CODE)
        if invitation is not None and not queries.use_invitation(session, invitation, now):
            raise Refused("this link has been used; ask for a new one")
        account.password_hash, account.recovery_hash, account.seen_at = hashed, hash_code(code), now
        if account.name_key:
            for kind in ("sign-in", "recovery"):
                _clear(session, tries.counts_of(kind, account.name_key, account_id, origin), now)
        queries.revoke_invitations(session, "reset", account_id)
        queries.sign_out_all(session, account_id)
        queries.add_sign_in(session, account_id, hash_token(token), device, now)
    return Entered(account_id, token, code)


def _clear(session: Session, counts: Sequence[Count], now: int) -> None:
    for count in counts:
        if count.is_shared:
            queries.take_failure_back(session, count.key, now)
        else:
            queries.clear_failures(session, count.key)


def sign_out(token: str) -> None:
    """Revoke a browser's token."""
    with writing() as session:
        queries.sign_out(session, hash_token(token))

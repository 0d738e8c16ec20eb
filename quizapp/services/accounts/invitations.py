"""One-time links: to become the first admin or a teacher, or to set a new password; each lives seven days."""

import random
from dataclasses import dataclass

from quizapp.services.accounts.entrance import Entered, start_afresh
from quizapp.services.accounts.person import DAY
from quizapp.services.accounts.tokens import hash_token, new_token
from quizapp.services.accounts.tries import NOWHERE, Origin
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store.accounts import queries
from quizapp.store.base import reading, writing

LIFE = 7 * DAY
_RANKS = ("student", "teacher", "admin")


@dataclass(frozen=True, slots=True)
class Invited:
    """What a link is for: to become a teacher or an admin, or a reset for the person who is named."""

    purpose: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Unused:
    """A link that nobody has used yet; ``key`` names it to ``withdraw_invitation``, and opens nothing."""

    key: str
    made_at: int
    ends_at: int


def first_link(now: int, rng: random.Random) -> str | None:
    """Return the token of a link for the first admin, or None if there is an admin; older ones end.

    Dice that fall the same at every start give the same link, and write nothing while it is good.
    """
    token = new_token(rng)
    with reading() as session:
        if queries.count_admins(session):
            return None
        if queries.find_invitation(session, hash_token(token), now):
            return token
    with writing() as session:
        queries.revoke_invitations(session, "admin", None)
        while queries.is_used(session, hash_token(token)):  # by an admin who is gone
            token = new_token(rng)
        queries.add_invitation(session, hash_token(token), "admin", None, now, now + LIFE)
    return token


def invite_teacher(now: int, rng: random.Random) -> str:
    """Return the token of a link that makes whoever opens it a teacher."""
    token = new_token(rng)
    with writing() as session:
        queries.add_invitation(session, hash_token(token), "teacher", None, now, now + LIFE)
    return token


def make_reset(account_id: int, now: int, rng: random.Random) -> str:
    """Return the token of a link that sets a person's new password; older ones end. Raises NotThere."""
    token = new_token(rng)
    with writing() as session:
        account = queries.lock_account(session, account_id)
        if account is None or account.name is None:
            raise NotThere
        queries.revoke_invitations(session, "reset", account_id)
        queries.add_invitation(session, hash_token(token), "reset", account_id, now, now + LIFE)
    return token


def find_invitation(token: str, now: int) -> Invited:
    """Return what a link is for, and change nothing; raises NotThere if it is unknown, used or too old."""
    with reading() as session:
        found = queries.find_invitation(session, hash_token(token), now)
    if found is None:
        raise NotThere
    return Invited(found.purpose, found.name)


def accept_role(person: Person, token: str, now: int) -> str:
    """Use a link up to raise a person's role, and return the role; raises NotThere."""
    hashed = hash_token(token)
    with reading() as session:
        found = queries.find_invitation(session, hashed, now)
    if found is None or found.purpose not in _RANKS or person.is_guest:
        raise NotThere
    with writing() as session:
        account = queries.lock_account(session, person.id)
        if account is None or not queries.use_invitation(session, hashed, now):
            raise NotThere
        account.role = max(account.role, found.purpose, key=_RANKS.index)
        return account.role


def accept_reset(
    token: str, password: str, device: str, now: int, rng: random.Random, origin: Origin = NOWHERE
) -> Entered:
    """Use a link up to set a new password and come in; raises NotThere or Refused."""
    hashed = hash_token(token)
    with reading() as session:
        found = queries.find_invitation(session, hashed, now)
    if found is None or found.account_id is None:
        raise NotThere
    return start_afresh(found.account_id, password, device, now, rng, origin, invitation=hashed)


def find_invitations(now: int) -> tuple[Unused, ...]:
    """Return the links for teachers that are out and unused, newest first."""
    with reading() as session:
        rows = queries.find_invitations(session, "teacher", now)
    return tuple(Unused(row.token_hash, row.created_at, row.expires_at) for row in rows)


def withdraw_invitation(key: str) -> bool:
    """End one unused link for a teacher; False if it was used, withdrawn or never there."""
    if not key.isalnum():  # no key of ours, and perhaps text that PostgreSQL does not take
        return False
    with writing() as session:
        return queries.withdraw_invitation(session, key, "teacher")


def change_role(account_id: int, role: str) -> None:
    """Give a person another role; raises Refused where that would leave the site without an admin."""
    if role not in _RANKS:
        raise Refused("there is no such role; choose student, teacher or admin")
    with writing() as session:
        admins = queries.count_admins(session)
        account = queries.lock_account(session, account_id)
        if account is None or account.name is None:
            raise NotThere
        if account.role == "admin" and role != "admin" and admins == 1:
            raise Refused("this is the only admin; make somebody else an admin first")
        account.role = role

"""Who is here: the person behind a sign-in token, the guests of first answers, and when they were seen."""

import random
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from quizapp.services.accounts.tokens import hash_token, new_token
from quizapp.services.accounts.tries import WINDOW, admit_newcomer
from quizapp.services.accounts.zones import EVERYWHERE, find_zone
from quizapp.services.person import Person
from quizapp.store.accounts import queries
from quizapp.store.accounts.tables import Account
from quizapp.store.base import reading, writing
from quizapp.store.driver import line

HOUR = 3_600_000
DAY = 24 * HOUR
_BATCH = 200


def find_signed_in(token: str) -> Person | None:
    """Return whose sign-in a token is, or None if it was revoked."""
    with line() as wire:
        row = queries.find_signed_in(wire, hash_token(token))
    if row is None:
        return None
    person = Person(*row)
    return replace(person, rates_confidence=bool(person.rates_confidence), uses_keys=bool(person.uses_keys))


def note_seen(account_id: int, now: int) -> None:
    """Keep that an account is in use, at most once an hour."""
    with writing() as session:
        queries.note_seen(session, account_id, now, now - HOUR)


def make_guest(
    key: str, time_zone: str, now: int, rng: random.Random, device: str = "", network: str = ""
) -> str:
    """Make the guest of a first answer, or find it if that answer came before; return a new sign-in token.

    Raises Refused where very many came from the same network.
    """
    token = new_token(rng)
    try:
        _sign_guest_in(key, time_zone, now, device, token, network)
    except IntegrityError:  # the same answer arrived twice at once: the other one has made the guest
        _sign_guest_in(key, time_zone, now, device, token, network)
    return token


def _sign_guest_in(key: str, time_zone: str, now: int, device: str, token: str, network: str) -> None:
    with writing() as session:
        account_id = queries.find_guest(session, key)
        if account_id is None:
            admit_newcomer(session, network, now)
            guest = Account(guest_key=key, time_zone=known_zone(time_zone), created_at=now, seen_at=now)
            session.add(guest)
            session.flush()
            account_id = guest.id
        queries.add_sign_in(session, account_id, hash_token(token), device, now)


def known_zone(name: str) -> str:
    """Return a time zone's name, or UTC where there is no such zone."""
    return find_zone(name) or EVERYWHERE


def erase_idle_guests(now: int, days: int = 30, at_most: int | None = None) -> int:
    """Erase guests not seen for so many days, forget what has run out, and return how many they were."""
    with writing() as session:
        queries.forget_failures(session, now - WINDOW)
        queries.forget_invitations(session, now)
    erased = 0
    while at_most is None or erased < at_most:
        with reading() as session:
            idle = queries.find_idle_guests(session, now - days * DAY, _BATCH)
        if not idle:
            break
        with writing() as session:  # in batches, so that nobody's answer waits long for the lock
            erased += queries.erase_guests(session, idle, now - days * DAY)
    return erased

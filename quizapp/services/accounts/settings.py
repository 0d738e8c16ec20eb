"""What a person sets about themselves: name, days and minutes, password, browsers, and the end of it all."""

import random
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from quizapp.services.accounts import tries
from quizapp.services.accounts.entrance import TAKEN
from quizapp.services.accounts.names import name_key, read_name
from quizapp.services.accounts.passwords import fits, hash_password, read_password
from quizapp.services.accounts.tokens import hash_code, hash_token, new_code
from quizapp.services.accounts.zones import find_zone
from quizapp.services.errors import Refused
from quizapp.services.person import Person
from quizapp.store.accounts import erasure, queries
from quizapp.store.base import empty_journal, reading, writing

MINUTES_A_DAY = range(1, 121)
NEW_A_DAY = range(201)
THEMES = ("auto", "light", "dark")
TEXT_SIZES = ("normal", "large", "largest")
ONLY_ADMIN = "you are the only admin; make somebody else an admin first"


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that is signed in; ``key`` names it to ``sign_browser_out``."""

    key: str
    device: str
    since: int
    is_this: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person sets, apart from the retention; ``name`` is nothing for a guest, who has none."""

    name: str
    time_zone: str
    minutes: int
    new_a_day: int
    rates_confidence: bool = False
    uses_keys: bool = True
    theme: str = "auto"
    text_size: str = "normal"


def change_settings(person: Person, settings: Settings) -> None:
    """Keep what a person has set; raises Refused."""
    zone = read_place(settings.time_zone)
    if settings.minutes not in MINUTES_A_DAY or settings.new_a_day not in NEW_A_DAY:
        raise Refused("the daily measure is out of range; choose 1 to 120 minutes and 0 to 200 new facts")
    if settings.theme not in THEMES or settings.text_size not in TEXT_SIZES:
        raise Refused("there is no such look; choose one of those that are offered")
    try:
        with writing() as session:
            account = queries.lock_account(session, person.id)
            if account is None:
                return
            account.time_zone, account.minutes, account.new_a_day = zone, settings.minutes, settings.new_a_day
            account.rates_confidence, account.uses_keys = settings.rates_confidence, settings.uses_keys
            account.theme, account.text_size = settings.theme, settings.text_size
            if account.name is not None:
                account.name, account.name_key = read_name(settings.name), name_key(read_name(settings.name))
            session.flush()
    except IntegrityError as clash:
        raise Refused(TAKEN) from clash


def read_place(name: str) -> str:
    """Return the time zone of a name that somebody chose; raises Refused."""
    zone = find_zone(name)
    if zone is None:
        raise Refused(f"there is no time zone {name[:60]!r}; choose the place where you are, or UTC")
    return zone


def check_password(person: Person, password: str, now: int) -> None:
    """Raise Refused unless it is the person's password; a guest has none and needs none."""
    if person.name is None:
        return
    counts = tries.counts_of_owner(person.id)
    tries.admit(counts, now)
    with reading() as session:
        kept = queries.password_of(session, person.id)
    if not fits(kept, password):
        raise Refused("that is not your password; type the one you signed in with")
    with writing() as session:
        for count in counts:
            queries.clear_failures(session, count.key)


def change_password(person: Person, new_password: str, token: str) -> int:
    """Set a new password, sign the other browsers out and return how many they were; raises Refused.

    Links that set a new password end with the old one.
    """
    hashed = hash_password(read_password(new_password, person.name or ""))
    with writing() as session:
        account = queries.lock_account(session, person.id)
        if account is None:
            return 0
        account.password_hash = hashed
        queries.revoke_invitations(session, "reset", person.id)
        return queries.sign_out_all(session, person.id, but=hash_token(token))


def renew_code(person: Person, rng: random.Random) -> str:
    """Make a new recovery code, which ends the old one, and return it."""
    code = new_code(rng)
    with writing() as session:
        account = queries.lock_account(session, person.id)
        if account is not None:
            account.recovery_hash = hash_code(code)
    return code


def find_browsers(person: Person, token: str) -> tuple[Browser, ...]:
    """Return the browsers in which a person is signed in, newest first."""
    this = hash_token(token)
    with reading() as session:
        rows = queries.find_sign_ins(session, person.id)
    return tuple(Browser(row.token_hash, row.device, row.created_at, row.token_hash == this) for row in rows)


def sign_browser_out(person: Person, key: str) -> bool:
    """Sign one of a person's browsers out; False if it was signed out already."""
    if not key.isalnum():  # no key of ours, and perhaps text that PostgreSQL does not take
        return False
    with writing() as session:
        return queries.sign_out(session, key, person.id)


def find_banks_left(person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles of the banks that stay open when a person goes, and of those that are retired then."""
    with reading() as session:
        banks = erasure.find_banks(session, person.id)
    return (
        tuple(bank.title for bank in banks if bank.audience != "owner"),
        tuple(bank.title for bank in banks if bank.audience == "owner"),
    )


def erase_account(account_id: int) -> None:
    """Delete an account and everything that is about it; its banks become the site's. Raises Refused."""
    with writing() as session:
        admins = queries.count_admins(session)
        account = queries.lock_account(session, account_id)
        if account is not None and account.role == "admin" and admins == 1:
            raise Refused(ONLY_ADMIN)
        erasure.erase(session, account_id)
    empty_journal()

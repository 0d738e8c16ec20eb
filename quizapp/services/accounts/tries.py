"""Guessing slowed down: after five failures within a quarter of an hour one has to wait, longer each time.

A try is counted before its password is compared and taken back when it was right, so that tries made at the
same time cannot slip past the count. Names that nobody has are counted alike. New people are counted too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from quizapp.services.accounts.tokens import hash_token
from quizapp.services.errors import Refused
from quizapp.store.accounts import queries
from quizapp.store.base import writing

MINUTE = 60_000
WINDOW = 15 * MINUTE
"""Older failures are forgotten: guessing from outside must not keep a student from an exam."""
FREE = 5
"""Failures in the window after which the first wait begins."""
FREE_EVERYWHERE = 50
"""The same for one name from all networks together: who guesses from many is slowed too."""
FREE_NETWORK = 200
"""The same for all names from one network together: one password tried on many names is slowed too."""
FIRST_WAIT = MINUTE
NEWCOMERS = 300
"""New accounts and guests of one network in its window: several classes of a school at nine o'clock."""
NEWCOMERS_WINDOW = 10 * MINUTE


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a try comes from: a network, and the marks of the accounts its browser has been signed in to."""

    network: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    """By account id, as text: a random mark that only this browser has."""


NOWHERE = Origin()


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted under one key, and how many failures are free."""

    key: str
    free: int = FREE
    is_shared: bool = False
    """Others count towards it too: a right try takes back itself only."""


def counts_of(kind: str, name_key: str, account_id: int | None, origin: Origin) -> tuple[Count, ...]:
    """Return what a try for a name counts towards; a browser that has been there has a count of its own."""
    if mark := origin.marks.get(str(account_id)):
        return (Count(_key(kind, "browser", str(account_id), mark)),)
    return (
        Count(_key(kind, "network", name_key, origin.network)),
        Count(_key(kind, "everywhere", name_key), FREE_EVERYWHERE),
        *(
            [Count(_key(kind, "from", origin.network), FREE_NETWORK, is_shared=True)]
            if origin.network
            else []
        ),
    )


def counts_of_owner(account_id: int) -> tuple[Count, ...]:
    """Return what a password that is asked for again, of somebody signed in, counts towards."""
    return (Count(_key("password", "owner", str(account_id))),)


def admit(counts: Sequence[Count], now: int) -> None:
    """Count a try; raises Refused while one has to wait, and then counts nothing."""
    with writing() as session:
        heard_at = 0
        for count in counts:
            failures = queries.find_failures(session, count.key, now - WINDOW + 1)
            heard_at = max(heard_at, heard_again_at(failures, count.free))
        if now >= heard_at:
            for count in counts:
                queries.add_failure(session, count.key, now)
            return
    raise TooManyTries(f"too many wrong tries; wait {say_wait(heard_at - now)}, then try again")


def admit_newcomer(session: Session, network: str, now: int) -> None:
    """Count a new account or guest of a network that is known; raises Refused if there were very many."""
    if not network:
        return
    key = _key("newcomer", network)
    came = queries.find_failures(session, key, now - NEWCOMERS_WINDOW + 1)
    if len(came) >= NEWCOMERS:
        wait = say_wait(came[-NEWCOMERS] + NEWCOMERS_WINDOW - now)
        raise TooManyTries(f"too many new people from your network; wait {wait}, then try again")
    queries.add_failure(session, key, now)


def heard_again_at(failures: Sequence[int], free: int = FREE) -> int:
    """Return when one may try again, from the instants of the failures in the window, oldest first."""
    beyond = len(failures) - free
    if beyond < 0:
        return 0
    return min(failures[-1] + (FIRST_WAIT << min(beyond, 4)), failures[-free] + WINDOW)


def say_wait(milliseconds: int) -> str:
    """Return a wait in words."""
    if milliseconds < MINUTE:
        seconds = max(1, -(-milliseconds // 1000))
        return f"{seconds} second{'s' * (seconds != 1)}"
    minutes = -(-milliseconds // MINUTE)
    return f"{minutes} minute{'s' * (minutes != 1)}"


def _key(*parts: str) -> str:
    """Return what is stored of a count: no name, no address, and of one length; no part has a line end."""
    return hash_token("\n".join(parts))


class TooManyTries(Refused):
    """One has to wait before one is heard again."""

"""Guessing slowed down: after five failures within a quarter of an hour a name has to wait, longer each time.

A try is counted before its password is compared and taken back when it was right, so that tries made at the
same time cannot slip past the count. Names that nobody has are counted alike.
"""

from collections.abc import Sequence

from quizapp.services.errors import Refused
from quizapp.store.accounts import queries
from quizapp.store.base import writing

MINUTE = 60_000
WINDOW = 15 * MINUTE
FREE = 5
"""Failures in the window after which the first wait begins."""
FIRST_WAIT = MINUTE
LONGEST_WAIT = 15 * MINUTE
"""A name is never locked for ever: guessing from outside must not keep a student from an exam."""
MEMORY = 24 * 60 * MINUTE


def admit(key: str, now: int) -> None:
    """Count a try for a name; raises Refused while the name has to wait, and then counts nothing."""
    with writing() as session:
        heard_at = heard_again_at(queries.find_failures(session, key, now - MEMORY))
        if now >= heard_at:
            queries.add_failure(session, key, now)
            return
    raise TooManyTries(f"too many wrong tries for this name; wait {say_wait(heard_at - now)}, then try again")


def heard_again_at(failures: Sequence[int]) -> int:
    """Return when a name may try again, from the instants at which it failed, oldest first."""
    beyond = 0
    for place, failed_at in enumerate(failures):
        fifth = failures[place - FREE + 1] if place >= FREE - 1 else None
        if beyond or (fifth is not None and failed_at - fifth <= WINDOW):
            beyond += 1
    if beyond == 0:
        return 0
    return failures[-1] + min(FIRST_WAIT << (beyond - 1), LONGEST_WAIT)


def say_wait(milliseconds: int) -> str:
    """Return a wait in words."""
    if milliseconds < MINUTE:
        seconds = max(1, -(-milliseconds // 1000))
        return f"{seconds} second{'s' * (seconds != 1)}"
    minutes = -(-milliseconds // MINUTE)
    return f"{minutes} minute{'s' * (minutes != 1)}"


class TooManyTries(Refused):
    """A name has to wait before it is heard again."""

"""Places in a session for questions that are asked once more."""

from collections.abc import Sequence
from random import Random

from quizapp.services.keys import make_key
from quizapp.store.driver import Line
from quizapp.store.study.places import PLACES_BETWEEN, insert_step, later_positions
from quizapp.store.study.step import StepRow

MOST_TRIES = 100
"""So often a place is looked for; other tabs of one student do not take as many at the same time."""


def ask_once_more(
    wire: Line, account_id: int, step: StepRow, rng: Random, *, behind: int, is_again: bool, is_retry: bool
) -> None:
    """Ask a step's question again, behind so many of the questions that are still to come after it."""
    for _ in range(MOST_TRIES):  # another tab may take the same position at the same time
        later = later_positions(wire, account_id, step.session_id, step.position)
        position = place_between(later, behind, step.position)
        key = make_key(rng)
        if insert_step(
            wire, account_id, step, position=position, key=key, is_again=is_again, is_retry=is_retry
        ):
            return
    raise RuntimeError(f"no place or key was free in session {step.session_id} after {MOST_TRIES} tries")


def place_between(later: Sequence[tuple[int, bool]], behind: int, after: int) -> int:
    """Return a free position past ``after``, behind so many of the later positions that are still open.

    ``later`` says of each, ascending, whether it is open: answered ones are taken too.
    """
    before = after
    for position, is_open in later:
        if behind == 0 and position - before > 1:
            return (before + position) // 2
        before = position
        if is_open and behind > 0:
            behind -= 1
    return before + PLACES_BETWEEN

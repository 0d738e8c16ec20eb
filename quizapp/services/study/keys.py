"""Keys of questions shown, and places for those that are asked once more in a session."""

from collections.abc import Sequence
from random import Random

from quizapp.store.driver import Line
from quizapp.store.study.step import PLACES_BETWEEN, StepRow, insert_step, later_positions


def make_key(rng: Random) -> str:
    """Return a key for one question shown to one student, or for one session: 120 random bits."""
    return f"{rng.getrandbits(120):030x}"


def ask_once_more(
    wire: Line, account_id: int, step: StepRow, rng: Random, *, behind: int, is_again: bool, is_retry: bool
) -> None:
    """Ask a step's question again, behind so many of the questions that are still to come after it."""
    key = make_key(rng)
    is_placed = False
    while not is_placed:  # another tab may take the same position at the same time
        later = later_positions(wire, account_id, step.session_id, step.position)
        position = place_between(later, behind, step.position)
        is_placed = insert_step(
            wire, account_id, step, position=position, key=key, is_again=is_again, is_retry=is_retry
        )


def place_between(later: Sequence[tuple[int, bool]], behind: int, after: int) -> int:
    """Return a free position past ``after``, behind so many of the later positions that are still open.

    ``later`` says of each, ascending, whether it is open: answered ones are taken too.
    """
    before = after
    for position, is_open in later:
        if behind == 0 and position - before > 1:
            return (before + position) // 2
        before = position
        behind -= is_open and behind > 0
    return before + PLACES_BETWEEN

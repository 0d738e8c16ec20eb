"""Keys of questions shown, and places for them in a session."""

from collections.abc import Sequence
from random import Random

from quizapp.store.study.step import PLACES_BETWEEN


def make_key(rng: Random) -> str:
    """Return a key for one question shown to one student, or for one session: 120 random bits."""
    return f"{rng.getrandbits(120):030x}"


def place_between(positions: Sequence[int], place: int, after: int) -> int:
    """Return a free position behind the first ``place`` of the positions to come (ascending, all past ``after``)."""
    before = positions[place - 1] if place else after
    for following in positions[place:]:
        if following - before > 1:
            return (before + following) // 2
        before = following
    return before + PLACES_BETWEEN

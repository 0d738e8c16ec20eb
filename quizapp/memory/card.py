"""One student's memory of one fact, in FSRS's words: a card is new or reviewed by type, never "stability 0".

A new state would be one more frozen class in `Memory`; mypy then shows every place that has to know it.
"""

from dataclasses import dataclass
from enum import IntEnum


class Rating(IntEnum):
    """How well a fact was recalled, numbered as FSRS numbers it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class New:
    """A fact that this student has never answered, or has reset."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A fact answered at least once: stability in days, difficulty 1 to 10, days as study days (ordinals)."""

    stability: float
    difficulty: float
    last_day: int
    due_day: int
    reviews: int
    lapses: int


Memory = New | Reviewed

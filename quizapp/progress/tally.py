"""What every statistic is computed from: plain counts and memories, as the store reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.memory.card import Reviewed


@dataclass(frozen=True, slots=True)
class Practised:
    """The answers that one student gave on one study day, and the seconds they took together."""

    day: int
    answers: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Tally:
    """One student's facts of one bank, or of all: how many, the memories of those answered, and the practice.

    ``aside`` are the memories of facts that the student has put aside: known like others, but never due.
    """

    facts: int
    memories: Sequence[Reviewed] = ()
    practised: Sequence[Practised] = ()
    aside: Sequence[Reviewed] = ()

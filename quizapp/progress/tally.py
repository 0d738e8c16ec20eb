"""What every statistic is computed from: plain counts, memories and answers, as the review log leaves them.

A tally is always whole: of one bank or of all of them, it holds everything that the log says about its facts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.memory.card import Reviewed

GUESS, THINK_SO, SURE = 1, 2, 3
"""What a student can say before the feedback."""


@dataclass(frozen=True, slots=True)
class Practised:
    """The answers that one student gave on one study day, and the seconds they took together."""

    day: int
    answers: int
    seconds: float


class Answered(NamedTuple):
    """One answer as it counts now: regraded where it was, and still there where it was undone.

    A named tuple, since one page may make 20,000 of them: a frozen dataclass takes three times as long.
    ``mark`` and ``predicted`` are 0 to 1, the latter as it was predicted then, None for a new fact.
    """

    key: str
    fact_id: int
    day: int
    answered_at: int
    """Milliseconds since the epoch."""
    mark: float
    is_recalled: bool
    """Right, and not only after a hint that shows the answer."""
    is_undone: bool
    confidence: int | None
    predicted: float | None
    is_counted: bool
    """The first answer to its fact on its study day: the one that says what was remembered."""
    age: int | None
    """Days since the last study day on which the fact was counted; None for an answer that is not counted, and
    for the first one to a fact that is new or was reset."""
    is_regraded: bool = False
    """Its mark is not the one that it got first: its student or a teacher changed it."""

    @property
    def is_right(self) -> bool:
        """Whether it got the whole mark."""
        return self.mark >= 1


@dataclass(frozen=True, slots=True)
class Tally:
    """One student's facts of one bank, or of all: how many, the memories of those answered, and every answer.

    ``aside`` are the memories of facts that the student has put aside: known like others, but never due.
    """

    facts: int
    memories: Sequence[Reviewed] = ()
    practised: Sequence[Practised] = ()
    aside: Sequence[Reviewed] = ()
    answers: Sequence[Answered] = ()


def join_tallies(tallies: Iterable[Tally]) -> Tally:
    """The tally of everything that some tallies hold."""
    parts = list(tallies)
    return Tally(
        facts=sum(part.facts for part in parts),
        memories=[memory for part in parts for memory in part.memories],
        practised=[each for part in parts for each in part.practised],
        aside=[memory for part in parts for memory in part.aside],
        answers=[answer for part in parts for answer in part.answers],
    )

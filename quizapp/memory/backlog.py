"""After a break: what has piled up is spread over days, each as long as the student chose; no due day is moved.

The day's plan then keeps what is still nearly known, since each day without it makes it dearer; what is forgotten
already costs as much next week. In the simulation of the authors of FSRS (open-spaced-repetition/fsrs4anki, pull
request 634) that order took 2.27 minutes a remembered card, the opposite one 2.84, the order of due days 3.03.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.memory.card import Reviewed
from quizapp.memory.kernel import retrievability
from quizapp.memory.plan import Candidate

DAYS_AHEAD = 60
"""Days looked ahead for the end of a backlog."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Facts that are due and wait for a later day, and over how many days they go; None: over more than sixty."""

    later: int
    days: int | None

    @property
    def is_backlog(self) -> bool:
        """Whether anything waits."""
        return self.later > 0


def count_due(memories: Iterable[Reviewed], day: int) -> tuple[int, tuple[int, ...]]:
    """How many facts are due by a study day, and how many on each of the sixty days after it."""
    now, coming = 0, [0] * DAYS_AHEAD
    for memory in memories:
        ahead = memory.due_day - day
        if ahead <= 0:
            now += 1
        elif ahead <= DAYS_AHEAD:
            coming[ahead - 1] += 1
    return now, tuple(coming)


def spread(due: int, room: int, coming: Sequence[int]) -> Spread:
    """Spread what is due now over days with room for so many questions (at least 1) each.

    `coming` is how many facts become due tomorrow, the day after, and so on: they take their room first.
    """
    room = max(1, room)
    left = later = max(0, due - room)
    if not left:
        return Spread(0, 0)
    for days, arriving in enumerate(coming, 1):
        left += arriving - room
        if left <= 0:
            return Spread(later, days)
    return Spread(later, None)


def is_piled_up(due: int, room: int) -> bool:
    """Whether more than a whole day's room is left over: then the order of a backlog holds, not the usual one."""
    return due > 2 * max(1, room)


def keep_first(candidates: Sequence[Candidate], day: int, room: int) -> list[Candidate]:
    """Of a backlog's facts those still known best on a study day, at most `room`, the best one first."""
    met = [each for each in candidates if isinstance(each.memory, Reviewed) and each.askables]
    return sorted(met, key=lambda each: (-(retrievability(each.memory, day) or 0.0), each.fact_id))[:room]

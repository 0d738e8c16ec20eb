"""Statistics: each a pure function from a tally and a study day to a frozen value.

To add one, write its module and name it in `STATISTICS`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.progress.due import Due, due
from quizapp.progress.known import Known, known_now, recall_on
from quizapp.progress.practice import Practice, PracticeDay, practice
from quizapp.progress.tally import Practised, Tally


@dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic's name in code, its title on a page, and its function of a tally and today's study day."""

    name: str
    title: str
    function: Callable[[Tally, int], object]


STATISTICS: tuple[Statistic, ...] = (
    Statistic("known_now", "Known now", known_now),
    Statistic("due", "Due", due),
    Statistic("practice", "Practice in the last seven days", practice),
)

__all__ = [
    "STATISTICS",
    "Due",
    "Known",
    "Practice",
    "PracticeDay",
    "Practised",
    "Statistic",
    "Tally",
    "due",
    "known_now",
    "practice",
    "recall_on",
]

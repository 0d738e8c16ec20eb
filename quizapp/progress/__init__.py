"""Statistics: each a pure function from a tally and a study day to a frozen value.

To add one, write its module, name it in `STATISTICS`, and draw it in `templates/progress/<name>.html`.
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


def look_at(tally: Tally, day: int) -> dict[str, object]:
    """Every statistic of a tally on a study day, by name."""
    return {statistic.name: statistic.function(tally, day) for statistic in STATISTICS}


STATISTICS: tuple[Statistic, ...] = (
    Statistic("known_now", "Known now, by bank", known_now),
    Statistic("due", "What waits", due),
    Statistic("practice", "This week", practice),
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
    "look_at",
    "practice",
    "recall_on",
]

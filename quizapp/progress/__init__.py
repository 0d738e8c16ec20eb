"""Statistics: each a pure function from a tally and a study day to a frozen value.

To add one, write its module, name it in `STATISTICS`, and draw it in `templates/progress/<name>.html`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.progress.calendar import lay_out_calendar
from quizapp.progress.calibration import calibrate
from quizapp.progress.forecast import forecast_due
from quizapp.progress.known import count_known
from quizapp.progress.retention import compare_retention
from quizapp.progress.sure_and_wrong import find_sure_and_wrong
from quizapp.progress.tally import Tally


@dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic's name in code, its title on a page, and its function of a tally and today's study day."""

    name: str
    title: str
    compute: Callable[[Tally, int], object]


def look_at(tally: Tally, day: int) -> dict[str, object]:
    """Every statistic of a tally on a study day, by name."""
    return {statistic.name: statistic.compute(tally, day) for statistic in STATISTICS}


STATISTICS: tuple[Statistic, ...] = (
    Statistic("known", "Known now, by bank", count_known),
    Statistic("calendar", "Practice days", lay_out_calendar),
    Statistic("forecast", "Due in the next 30 days", forecast_due),
    Statistic("retention", "Kept, by age of the memory", compare_retention),
    Statistic("calibration", "As sure as you are right", calibrate),
    Statistic("sure_and_wrong", "Sure, and wrong", find_sure_and_wrong),
)

__all__ = ["STATISTICS", "Statistic", "look_at"]

"""What waits for a student: facts due on each of the next thirty days, and tomorrow if today is skipped."""

from dataclasses import dataclass

from quizapp.progress.tally import Tally

DAYS = 30


@dataclass(frozen=True, slots=True)
class Forecast:
    """Facts by the study day on which they are due, if nothing is answered.

    ``next_day`` is the first study day after today with any, or None.
    """

    day: int
    """Today."""
    overdue: int
    """Due before today."""
    days: tuple[int, ...]
    """Facts due on each of thirty days, today first, without those due before."""
    later: int
    """Due after those days."""
    new: int
    """Never answered."""
    next_day: int | None

    @property
    def now(self) -> int:
        """Facts due today or before."""
        return self.overdue + self.days[0]

    @property
    def tomorrow_if_skipped(self) -> int:
        """Facts due tomorrow if none of those due now are answered today."""
        return self.now + self.days[1]

    @property
    def scheduled(self) -> int:
        """Facts that come back some day after today."""
        return sum(self.days[1:]) + self.later


def forecast_due(tally: Tally, day: int) -> Forecast:
    """How many facts are due on each study day from a day on; those put aside are on none."""
    days, overdue, later = [0] * DAYS, 0, 0
    for memory in tally.memories:
        ahead = memory.due_day - day
        if ahead < 0:
            overdue += 1
        elif ahead < DAYS:
            days[ahead] += 1
        else:
            later += 1
    return Forecast(
        day=day,
        overdue=overdue,
        days=tuple(days),
        later=later,
        new=max(0, tally.facts - len(tally.memories) - len(tally.aside)),
        next_day=min((memory.due_day for memory in tally.memories if memory.due_day > day), default=None),
    )

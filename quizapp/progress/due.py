"""What waits for a student: facts due today, overdue, new, and when the next ones come."""

from dataclasses import dataclass

from quizapp.progress.tally import Tally


@dataclass(frozen=True, slots=True)
class Due:
    """Numbers of facts by when they are due; `next_day` is the first study day after today with any, or None."""

    overdue: int
    today: int
    later: int
    new: int
    next_day: int | None

    @property
    def now(self) -> int:
        """Facts due today or before."""
        return self.overdue + self.today


def due(tally: Tally, day: int) -> Due:
    """How many facts are overdue, due on a study day, due later and new; those put aside are none of these."""
    days = [memory.due_day for memory in tally.memories]
    overdue, today = sum(each < day for each in days), days.count(day)
    return Due(
        overdue=overdue,
        today=today,
        later=len(days) - overdue - today,
        new=max(0, tally.facts - len(days) - len(tally.aside)),
        next_day=min((each for each in days if each > day), default=None),
    )

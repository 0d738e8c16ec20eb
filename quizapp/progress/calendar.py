"""Practice day by day over half a year or a whole one; nothing in it can break or be reset."""

from dataclasses import dataclass
from datetime import date

from quizapp.progress.practice import PracticeDay, sum_from
from quizapp.progress.tally import Tally

HALF, WHOLE = 26, 53
"""Weeks that are shown: half a year at first, a year once there is practice before that."""
LITTLE, MUCH = 3.0, 10.0
"""Minutes from which on a day counts as practised more than a little, and much."""


@dataclass(frozen=True, slots=True)
class PracticeMonth:
    """One month of a calendar: the first of its days, days with answers, minutes, answers."""

    first_day: int
    days: int
    minutes: float
    answers: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole weeks from a Monday on, the last of them cut off at the day that was asked for."""

    days: tuple[PracticeDay, ...]
    first_practice: int | None
    """The study day of the very first answer."""

    @property
    def practised(self) -> int:
        """Days with an answer."""
        return sum(each.answers > 0 for each in self.days)

    @property
    def weeks(self) -> int:
        """Weeks that are shown."""
        return -(-len(self.days) // 7)

    @property
    def halves(self) -> tuple[tuple[PracticeDay, ...], ...]:
        """The days in parts of half a year, each from a Monday on."""
        if self.weeks <= HALF:
            return (self.days,)
        place = (self.weeks - HALF) * 7
        return self.days[:place], self.days[place:]

    @property
    def months(self) -> tuple[PracticeMonth, ...]:
        """The months that have practice, oldest first."""
        found: dict[int, list[PracticeDay]] = {}
        for each in self.days:
            if each.answers:
                first = date.fromordinal(each.day).replace(day=1).toordinal()
                found.setdefault(first, []).append(each)
        return tuple(
            PracticeMonth(
                first, len(days), sum(each.minutes for each in days), sum(each.answers for each in days)
            )
            for first, days in found.items()
        )


def lay_out_calendar(tally: Tally, day: int) -> Calendar:
    """The practice of the weeks that end with the week of a day: 26 of them, or 53 if something lies before."""
    first = min((each.day for each in tally.practised if each.answers), default=None)
    monday = day - date.fromordinal(day).weekday()
    begin = monday - (HALF - 1) * 7
    if first is not None and first < begin:
        begin = monday - (WHOLE - 1) * 7
    return Calendar(sum_from(tally, begin, day), first)


def depth_of(day: PracticeDay) -> int:
    """How much was practised on a day, 0 to 3: nothing, less than 3 minutes, less than 10, more."""
    if not day.answers:
        return 0
    return 1 + (day.minutes >= LITTLE) + (day.minutes >= MUCH)

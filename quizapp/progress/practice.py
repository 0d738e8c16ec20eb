"""What a student did day by day; a day without practice is just an empty day."""

from dataclasses import dataclass

from quizapp.progress.tally import Tally

DAYS = 7


@dataclass(frozen=True, slots=True)
class PracticeDay:
    """One study day: minutes spent answering, and answers given."""

    day: int
    minutes: float
    answers: int


@dataclass(frozen=True, slots=True)
class Practice:
    """Seven study days, oldest first, the last one today."""

    days: tuple[PracticeDay, ...]

    @property
    def practised(self) -> int:
        """Days with an answer."""
        return sum(each.answers > 0 for each in self.days)

    @property
    def minutes(self) -> float:
        """Minutes of all days together."""
        return sum(each.minutes for each in self.days)

    @property
    def answers(self) -> int:
        """Answers of all days together."""
        return sum(each.answers for each in self.days)


def sum_practice(tally: Tally, day: int) -> Practice:
    """The practice of the seven study days that end with a day; other days are left out."""
    return Practice(sum_from(tally, day - DAYS + 1, day))


def sum_from(tally: Tally, first: int, last: int) -> tuple[PracticeDay, ...]:
    """The practice of each study day from the first to the last, those without any too."""
    answers = dict.fromkeys(range(first, last + 1), 0)
    seconds = dict.fromkeys(answers, 0.0)
    for each in tally.practised:
        if each.day in answers:
            answers[each.day] += each.answers
            seconds[each.day] += each.seconds
    return tuple(PracticeDay(each, seconds[each] / 60, answers[each]) for each in answers)

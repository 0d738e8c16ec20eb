"""What a student did in the last seven study days; a day without practice is just an empty day."""

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


def practice(tally: Tally, day: int) -> Practice:
    """The practice of the seven study days that end with a day; other days are left out."""
    answers = dict.fromkeys(range(day - DAYS + 1, day + 1), 0)
    seconds = dict.fromkeys(answers, 0.0)
    for each in tally.practised:
        if each.day in answers:
            answers[each.day] += each.answers
            seconds[each.day] += each.seconds
    return Practice(tuple(PracticeDay(each, seconds[each] / 60, answers[each]) for each in answers))

"""What was kept, by the age of the memory: as it was predicted then, and as it was answered."""

from bisect import bisect
from dataclasses import dataclass

from quizapp.progress.shares import Share, find_share
from quizapp.progress.tally import Answered, Tally

AGES = (1, 2, 5, 11, 22, 46, 91, 181)
"""Days since the last review at which each group begins; the last one is open."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers to memories of one range of ages, ``oldest`` None for a range without end."""

    youngest: int
    """Days since the last review."""
    oldest: int | None
    predicted: float
    """Mean recall as it was predicted at each answer, 0 to 1."""
    actual: Share


@dataclass(frozen=True, slots=True)
class Retention:
    """Every range of ages that has answers, youngest first, and all of them together."""

    ages: tuple[Kept, ...]
    predicted: float
    actual: Share


def compare_retention(tally: Tally, _day: int) -> Retention:
    """How much was recalled after so many days, and how much was predicted; only answers that memory counted."""
    tested = [answer for answer in tally.answers if answer.age is not None and answer.predicted is not None]
    groups: list[list[Answered]] = [[] for _ in AGES]
    for answer in tested:
        groups[bisect(AGES, answer.age or 0) - 1].append(answer)
    ends = [begin - 1 for begin in AGES[1:]]
    ages = tuple(
        Kept(begin, end, mean_predicted(group), share_recalled(group))
        for begin, end, group in zip(AGES, [*ends, None], groups, strict=True)
        if group
    )
    return Retention(ages, mean_predicted(tested), share_recalled(tested))


def mean_predicted(answers: list[Answered]) -> float:
    """The mean recall that was predicted for some answers, 0 to 1; 0 for none."""
    return sum([answer.predicted or 0.0 for answer in answers]) / len(answers) if answers else 0.0


def share_recalled(answers: list[Answered]) -> Share:
    """How many of some answers were recalled."""
    return find_share(sum([answer.is_recalled for answer in answers]), len(answers))

"""How well confidence and prediction agree with what was known: of what was called sure, how much was right."""

from bisect import bisect
from dataclasses import dataclass

from quizapp.progress.retention import mean_predicted, share_recalled
from quizapp.progress.shares import Share
from quizapp.progress.tally import GUESS, SURE, THINK_SO, Answered, Tally

ENOUGH = 30
"""Answers below which nothing is said: chance alone would draw the picture."""
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Predicted recall (0 to 1) at which each group begins."""


@dataclass(frozen=True, slots=True)
class Said:
    """The answers given with one level of confidence (1 guess, 2 think so, 3 sure)."""

    confidence: int
    actual: Share


@dataclass(frozen=True, slots=True)
class Foretold:
    """The answers for which a recall from ``low`` to ``high`` (0 to 1) was predicted, and the mean of that."""

    low: float
    high: float
    predicted: float
    actual: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence and predicted recall against answers; each is empty until there are thirty answers for it."""

    rated: int
    """Answers with a confidence, each fact once a study day."""
    predicted: int
    """Answers for which a recall was predicted, each fact once a study day."""
    levels: tuple[Said, ...]
    steps: tuple[Foretold, ...]


def calibrate(tally: Tally, _day: int) -> Calibration:
    """How much was recalled of what was said to be a guess, likely or sure, and of what was predicted."""
    counted = [answer for answer in tally.answers if answer.is_counted]
    rated = [answer for answer in counted if answer.confidence is not None]
    predicted = [answer for answer in counted if answer.predicted is not None]
    return Calibration(
        rated=len(rated),
        predicted=len(predicted),
        levels=_by_confidence(rated) if len(rated) >= ENOUGH else (),
        steps=_by_prediction(predicted) if len(predicted) >= ENOUGH else (),
    )


def _by_confidence(rated: list[Answered]) -> tuple[Said, ...]:
    groups = {
        level: [each for each in rated if each.confidence == level] for level in (GUESS, THINK_SO, SURE)
    }
    return tuple(Said(level, share_recalled(group)) for level, group in groups.items() if group)


def _by_prediction(predicted: list[Answered]) -> tuple[Foretold, ...]:
    groups: list[list[Answered]] = [[] for _ in STEPS]
    for answer in predicted:
        groups[bisect(STEPS, answer.predicted or 0.0) - 1].append(answer)
    ends = (*STEPS[1:], 1.0)
    return tuple(
        Foretold(low, high, mean_predicted(group), share_recalled(group))
        for low, high, group in zip(STEPS, ends, groups, strict=True)
        if group
    )

"""How many facts a student knows now: the sum of predicted recall, with the band in which the true number lies."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from quizapp.memory.card import Reviewed
from quizapp.memory.kernel import retrievability
from quizapp.progress.tally import Tally

BAND = 0.80
"""How often (0 to 1) the true number lies in a band: four times in five."""
FADING = 0.80
"""Predicted recall (0 to 1) below which a fact is called fading, from which on it is called known."""
DEVIATIONS = NormalDist().inv_cdf((1 + BAND) / 2)
"""Standard deviations from the middle of a normal distribution to the ends of that band: 1.28."""


@dataclass(frozen=True, slots=True)
class Known:
    """Facts expected to be known, the ends of the 80 % band around that, and all facts there are."""

    expected: float
    low: float
    high: float
    facts: int


def recall_on(memory: Reviewed, day: int) -> float:
    """The chance (0 to 1) that a fact is known on a study day, a night after its last answer at the earliest.

    On the day of the answer itself FSRS says 1, after a wrong one too: that says what was read, not what is known.
    """
    return retrievability(memory, max(day, memory.last_day + 1)) or 0.0


def is_fading(memory: Reviewed, day: int) -> bool:
    """Whether the chance that a fact is known on a study day has fallen below 80 %."""
    return recall_on(memory, day) < FADING


def falls_tomorrow(memory: Reviewed, day: int) -> bool:
    """Whether a fact that is known on a study day will be fading the day after, if it is not answered."""
    return is_fading(memory, day + 1) and not is_fading(memory, day)


def count_known(tally: Tally, day: int) -> Known:
    """How many facts are known on a study day, if each is with the chance that memory predicts; a new one is not.

    The number known is Poisson-binomial, with mean sum p and variance sum p (1 - p); the band is that of the
    normal distribution with the same two (Y. Hong, "On computing the distribution function for the
    Poisson binomial distribution", 2013), clipped to 0 and the facts answered.
    """
    chances = [recall_on(memory, day) for memory in (*tally.memories, *tally.aside)]
    expected = sum(chances)
    reach = DEVIATIONS * sqrt(sum(chance * (1 - chance) for chance in chances))
    return Known(
        expected, max(0.0, expected - reach), min(expected + reach, float(len(chances))), tally.facts
    )

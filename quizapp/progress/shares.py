"""A share of answers, and the range in which the true share lies; part of the statistics that compare shares."""

from dataclasses import dataclass
from math import sqrt

from quizapp.progress.known import DEVIATIONS


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and the ends (0 to 1) of the 80 % band around that share."""

    number: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself, 0 to 1; 0 of nothing is 0."""
        return self.number / self.total if self.total else 0.0


def find_share(number: int, total: int) -> Share:
    """A share with its band; of nothing it could be anything.

    The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference"
    (1927): it holds for few answers too, and never leaves 0 to 1.
    """
    if not total:
        return Share(0, 0, 0.0, 1.0)
    share, square = number / total, DEVIATIONS**2
    centre = (share + square / (2 * total)) / (1 + square / total)
    reach = DEVIATIONS * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return Share(number, total, max(0.0, min(share, centre - reach)), min(1.0, max(share, centre + reach)))

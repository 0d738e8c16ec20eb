"""From the mark of an answer to the rating that memory is told.

Response time is no part of it: it is logged, but it helped one of three real users when it was measured.
"""

from quizapp.memory.card import Rating

_RIGHT = 1 - 1e-9  # marks are sums of parts, ten tenths are 0.9999999999999999


def rate(mark: float, hints_used: int, revealed: bool, self_rating: Rating | None) -> Rating:
    """The rating of an answer: a mark of 1 is right and good, hard after a hint; anything else is again.

    `mark` is 0 to 1. A hint that revealed the answer makes it again. A self rating, which only a flashcard
    has, is taken as it is; it is the only way to easy.
    """
    if self_rating is not None:
        return self_rating
    if revealed or not mark >= _RIGHT:
        return Rating.AGAIN
    return Rating.HARD if hints_used > 0 else Rating.GOOD

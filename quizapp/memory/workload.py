"""What a desired retention costs: the questions a day that a student's own cards ask for at it.

The cards are lived forward on the kernel, each answered on its due day; no dice: of all answers together exactly the
predicted share is wrong.
"""

from collections.abc import Sequence

from quizapp.memory.card import Rating, Reviewed
from quizapp.memory.kernel import retrievability, review, with_retention

DAYS = 30
MOST_CARDS = 200
"""Cards that are lived forward, evenly drawn from all; 11 microseconds an answer, some six answers a card."""


def questions_a_day(memories: Sequence[Reviewed], day: int, retention: float) -> float:
    """The mean number of questions a day over thirty days from a study day, new facts left out.

    A wrong answer counts twice, since its fact is asked again in the same session. Raises ValueError for a
    retention outside 0.70 to 0.97.
    """
    drawn = memories[:: max(1, -(-len(memories) // MOST_CARDS))]
    missed, questions = 0.0, 0
    for memory in drawn:
        aimed = with_retention(memory, retention)
        while isinstance(aimed, Reviewed):
            at = max(aimed.due_day, aimed.last_day + 1, day)
            if at >= day + DAYS:
                break
            missed += 1 - (retrievability(aimed, at) or 0.0)
            is_wrong = missed >= 1
            missed -= is_wrong
            questions += 1 + is_wrong
            aimed = review(aimed, Rating.AGAIN if is_wrong else Rating.GOOD, at, retention)
    return questions / DAYS * len(memories) / max(1, len(drawn))

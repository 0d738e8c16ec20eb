"""From a card's row to the memory that it holds."""

from quizapp.memory.card import Memory, New, Reviewed
from quizapp.store.study.tables import Card


def to_memory(
    stability: float | None,
    difficulty: float | None,
    last_day: int | None,
    due_day: int | None,
    reviews: int | None,
    lapses: int | None,
) -> Memory:
    """Return the memory that these columns of a card hold; all of them None: there is no card."""
    if stability is None or difficulty is None or last_day is None or due_day is None:
        return New()
    return Reviewed(stability, difficulty, last_day, due_day, reviews or 0, lapses or 0)


def read_memory(card: Card) -> Memory:
    """Return the memory that a card holds."""
    return to_memory(card.stability, card.difficulty, card.last_day, card.due_day, card.reviews, card.lapses)

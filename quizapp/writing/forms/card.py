"""A flashcard, for what is too long to type and has no distractors."""

from quizapp.questions.card import Card
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.prompt import Sort


def ask_card(asked: Asked, _lures: tuple[Lure, ...]) -> Card | None:
    """Ask a phrase on a card."""
    if asked.prompt.sort is not Sort.PHRASE:
        return None
    return Card(type="card", stem=asked.prompt.stem, key=asked.prompt.key)

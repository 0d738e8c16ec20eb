"""A flashcard, for what is too long to type and has no distractors."""

from quizapp.questions.card import Card
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin
from quizapp.writing.forms.typed import MOST_WORDS
from quizapp.writing.prompt import Sort


def ask_card(asked: Asked, _lures: tuple[Lure, ...]) -> Card | None:
    """Ask a phrase on a card."""
    prompt = asked.prompt
    is_long_name = prompt.sort is Sort.CONFLICT and len(prompt.key.split()) > MOST_WORDS
    if prompt.sort is not Sort.PHRASE and not is_long_name:
        return None
    return Card(type="card", stem=prompt.stem, key=begin(prompt.key))

"""A flashcard, for what is too long to type, or goes by too many names, and has no distractors."""

from quizapp.questions.card import Card
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin
from quizapp.writing.forms.choice import LEAST
from quizapp.writing.forms.typed import MOST_WORDS, can_be_typed
from quizapp.writing.prompt import Sort

_NAMES = frozenset({Sort.FORCE, Sort.PERSON})


def ask_card(asked: Asked, lures: tuple[Lure, ...]) -> Card | None:
    """Ask on a card for a phrase, or for a name that is neither picked nor typed."""
    prompt = asked.prompt
    is_long_name = prompt.sort is Sort.CONFLICT and len(prompt.key.split()) > MOST_WORDS
    is_picked = len(lures) >= LEAST
    is_name = prompt.sort in _NAMES and not (prompt.is_open or is_picked or can_be_typed(prompt))
    if prompt.sort is not Sort.PHRASE and not is_long_name and not is_name:
        return None
    return Card(type="card", stem=prompt.stem, key=begin(prompt.key))

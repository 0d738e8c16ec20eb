"""A choice among the key and its distractors."""

from quizapp.questions.choice import Choice
from quizapp.questions.options import Option
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin
from quizapp.writing.prompt import Sort

LEAST = 2
"""With fewer distractors than this the answer is typed instead."""


def ask_choice(asked: Asked, lures: tuple[Lure, ...]) -> Choice | None:
    """Ask with options, where there are enough that are wrong."""
    if len(lures) < LEAST or asked.prompt.sort is Sort.PHRASE:
        return None
    distractors = tuple(Option(text=begin(lure.text), feedback=lure.feedback) for lure in lures)
    return Choice(
        type="choice",
        stem=asked.prompt.stem,
        key=Option(text=begin(asked.prompt.key)),
        distractors=distractors,
    )

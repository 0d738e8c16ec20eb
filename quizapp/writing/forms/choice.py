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
    if len(lures) < LEAST or asked.prompt.sort is Sort.PHRASE or _is_only_stranger(asked, lures):
        return None
    distractors = tuple(Option(text=begin(lure.text), feedback=lure.feedback) for lure in lures)
    return Choice(
        type="choice",
        stem=asked.prompt.stem,
        key=Option(text=begin(asked.prompt.key)),
        distractors=distractors,
    )


def _is_only_stranger(asked: Asked, lures: tuple[Lure, ...]) -> bool:
    """Whether all the other persons bear one name that the key does not: Odo among three Godwinsons."""
    if asked.prompt.sort is not Sort.PERSON:
        return False
    shared = frozenset[str].intersection(*(frozenset(lure.text.split()) for lure in lures))
    return any(word[:1].isupper() for word in shared - set(asked.prompt.key.split()))

"""What a form is."""

from collections.abc import Callable

from quizapp.questions import Question
from quizapp.writing.distractors.lure import Asked, Lure

Form = Callable[[Asked, tuple[Lure, ...]], Question | None]
"""Given a prompt and its distractors, a question of one type, or None where that does not suit."""

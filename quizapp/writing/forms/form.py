"""What a form is, of one prompt or of several facts."""

from collections.abc import Callable, Iterator, Mapping

from quizapp.questions import Question
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.draft import Drafted
from quizapp.writing.scene import Scene

Form = Callable[[Asked, tuple[Lure, ...]], Question | None]
"""Given a prompt and its distractors, a question of one type, or None where that does not suit."""

Gathering = Callable[[Scene, Mapping[str, str]], Iterator[Drafted]]
"""Given the scene, and by their ids what the facts say that are sure, facts of its own with their questions."""

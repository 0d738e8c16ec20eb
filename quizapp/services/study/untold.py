"""What is not told now: nothing of a bank that an open quiz asks, nor of one that its reader may no longer study.

The answer to a question that was rightly shown counts, whatever became of its bank since: it is graded, logged and
scheduled as any other. Only what would be said about it waits, until the quiz is handed in or the bank is open again.
"""

from dataclasses import dataclass

from quizapp.services.errors import Refused
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.study.hidden import IN_QUIZ
from quizapp.store.study.quiz import OpenQuiz, find_open_quiz
from quizapp.store.study.step import StepRow


@dataclass(frozen=True, slots=True)
class Untold:
    """An answer that counts and of which nothing is told now."""

    key: str
    session_id: str
    quiz: OpenQuiz | None
    """The open quiz that asks its bank; None: this reader may no longer study the bank."""
    verdict: str = "untold"
    word: str = "Kept"
    is_voided: bool = False
    can_claim: bool = False


def leave_untold(person: Person, step: StepRow, now: int) -> Untold:
    """Return what stands in the place of the feedback on an answer whose bank is hidden."""
    quiz = None
    if step.hidden_by == IN_QUIZ:
        with reading() as session:
            quiz = find_open_quiz(session, person.id, now)
    return Untold(step.key, step.session_id, quiz)


def refuse_hidden(step: StepRow) -> None:
    """Raise Refused for a planned question whose bank is hidden: neither hint nor back of it is shown."""
    if step.hidden_by == IN_QUIZ:
        raise Refused("a quiz of yours asks the same bank; hand it in first")
    if step.hidden_by:
        raise Refused("this bank is no longer open to you; go on with the next question")

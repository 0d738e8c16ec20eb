"""A fact as its reader may see it: what it states once it was answered, and how well it is known today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.memory.card import New, Reviewed
from quizapp.progress.known import FADING, Known, count_known, recall_on
from quizapp.progress.tally import Tally
from quizapp.questions import read_question
from quizapp.store.library.queries import QuestionRow
from quizapp.store.library.reading import ReadFact


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact of a bank; its statement is there only for who has answered it, or teaches it.

    ``recall`` is the chance, 0 to 1, that it is known a night after its last answer or later; None: it is new to
    its reader, or was forgotten on purpose.
    """

    key: str
    topic: str
    statement: str | None
    according_to: str
    recall: float | None
    is_fading: bool
    is_aside: bool
    is_met: bool

    @property
    def state(self) -> str:
        """Known, fading or new, in one word."""
        return "new" if self.recall is None else "fading" if self.is_fading else "known"


def show_fact(fact: ReadFact, spoken: dict[int, str], day: int, *, may_read: bool) -> ShownFact:
    """Return a fact as it may be shown on a study day; ``spoken`` says what facts without a statement say."""
    recall = None if isinstance(fact.memory, New) else recall_on(fact.memory, day)
    return ShownFact(
        key=fact.key,
        topic=fact.topic,
        statement=(fact.statement or spoken.get(fact.id, "")) if may_read else None,
        according_to=fact.according_to if may_read else "",
        recall=recall,
        is_fading=recall is not None and recall < FADING,
        is_aside=fact.is_aside,
        is_met=fact.is_met,
    )


def speak(questions: Sequence[QuestionRow]) -> dict[int, str]:
    """Return what facts without a statement say, by fact: the first question and its answer."""
    said = {}
    for row in reversed(questions):
        question = read_question(row.definition)
        said[row.fact_id] = f"{question.stem} {question.answer()}"
    return said


def gauge_of(facts: Iterable[ReadFact], day: int) -> Known:
    """Return how many of some facts are known on a study day, with the band around it."""
    facts = tuple(facts)
    memories = [fact.memory for fact in facts if isinstance(fact.memory, Reviewed)]
    return count_known(Tally(len(facts), memories), day)

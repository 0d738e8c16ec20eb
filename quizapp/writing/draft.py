"""What is drafted from an article: facts with the questions that were written for them, for somebody to review."""

from dataclasses import dataclass

from quizapp.article.fact import Fact
from quizapp.questions import Question


@dataclass(frozen=True, slots=True)
class Drafted:
    """A fact with a statement in our own words and its questions.

    id is permanent; facts holds what it was drafted from: one fact, or for a sequence or a pairing all that are
    in it, whose ids are its mentions. is_sure: good enough to be accepted without a second look.
    """

    id: str
    statement: str
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    topic: str = ""
    is_sure: bool = False

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of the facts that a sequence or a pairing is made of; nothing for one fact alone."""
        return tuple(fact.id for fact in self.facts) if len(self.facts) > 1 else ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was drafted from an article, in its order; left_out says which facts have no question, and why."""

    title: str
    facts: tuple[Drafted, ...]
    left_out: tuple[tuple[Fact, str], ...] = ()

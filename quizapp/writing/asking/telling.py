"""What a writer makes of a fact: one sentence of ours, and what may be asked."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.article.fact import Fact
from quizapp.article.model import LEAD
from quizapp.writing.prompt import Prompt
from quizapp.writing.scene import Scene


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact as a statement in our own words, with its prompts, under a topic."""

    statement: str
    prompts: tuple[Prompt, ...]
    topic: str = ""


Writer = Callable[[Fact, Scene], Telling | None]
"""A writer of one type of fact; None where the fact says nothing that stands alone."""

THE_BATTLE = "The battle as a whole"
THE_SIDES = "The sides"
LOSSES = "Strength and losses"


def name_topic(fact: Fact) -> str:
    """Return the heading under which the text tells a fact; "" for its beginning, which is about the battle."""
    section = fact.evidence.section
    return "" if section == LEAD else section

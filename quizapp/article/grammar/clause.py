"""What a clause is: a verb, whose it is, and what belongs to it, as pieces of the sentence."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.article.grammar.chunk import Span
from quizapp.article.grammar.groups import Group


class Way(StrEnum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    TRAILING = "trailing"
    MODIFIER = "modifier"
    ABSOLUTE = "absolute"
    FORCED = "forced"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A verb and what belongs to it, by chunks; intro is what stands before the subject ("On 4 May, in the north").

    opener is the word that makes it depend on another clause ("while", "if"); leader the verb that it takes its
    subject from. is_sure: the subject stands right
    before the verb, or is that of a clause coordinated with this one.
    """

    verb: int
    group: Group
    way: Way
    subject: Span | None
    complement: Span
    intro: Span
    opener: str = ""
    is_sure: bool = True
    leader: int | None = None

"""What a chunk is: a noun phrase, a verb group, a mark; the pieces that clauses are made of."""

from enum import StrEnum
from typing import NamedTuple

from quizapp.article.grammar.groups import Group


class Part(StrEnum):
    """What a chunk is in its sentence."""

    PHRASE = "phrase"
    PREPOSITION = "preposition"
    FINITE = "finite"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    CONJUNCTION = "conjunction"
    COMMA = "comma"
    STOP = "stop"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    DATE = "date"
    ADVERB = "adverb"
    ASIDE = "aside"


class Chunk(NamedTuple):
    """A piece of a sentence: what it is, from one token to another, its words, its verb group if it is one."""

    part: Part
    first: int
    last: int
    text: str
    lower: str
    group: Group | None = None
    is_pronoun: bool = False


VERBAL = frozenset({Part.FINITE, Part.GERUND, Part.PARTICIPLE, Part.INFINITIVE})
EDGES = frozenset({Part.COMMA, Part.STOP, Part.SUBORDINATOR, Part.RELATIVE})


class Span(NamedTuple):
    """A piece of the sentence, by chunks: from the first to before the last."""

    first: int
    last: int

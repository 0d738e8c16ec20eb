"""What every rule may ask about the article as a whole while it looks at one cell or one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.article.fact import INFOBOX, Evidence
from quizapp.article.home import Home
from quizapp.article.model import Article, Cell, Item, Sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the conflict (from 1): its combatants, and every name that its cells give."""

    number: int
    combatants: tuple[str, ...]
    commanders: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The article, what it is about (the subject of most facts of the infobox), its year and its sides."""

    article: Article
    subject: str
    year: int | None = None
    sides: tuple[Side, ...] = field(default=())
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    home: Home | None = None


def cite_item(cell: Cell, item: Item) -> Evidence:
    """Return an entry of a cell as evidence."""
    return Evidence(INFOBOX, cell.name, item.start, item.end, item.text)


def cite(sentence: Sentence, start: int | None = None, end: int | None = None) -> Evidence:
    """Return a sentence, or a piece of it by offsets in its text, as evidence."""
    if start is None and end is None:
        return Evidence(sentence.section, sentence.number, sentence.start, sentence.end, sentence.text)
    length = len(sentence.text)
    first, last = sentence.clean.locate(start or 0, length if end is None else end)
    return Evidence(sentence.section, sentence.number, first, last, sentence.text[start or 0 : end])

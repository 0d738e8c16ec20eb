"""The rule that takes how high, wide, long or deep something is."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.rules.body.losses import holder_of
from quizapp.article.rules.body.making import state
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.values.measures import say_quantity
from quizapp.values.text import word_set

_LENGTHS = word_set("km m mi yd ft nmi cm inch")
_HOW = re.compile(
    r"(?: \([^()]*\))? (?P<how>high|wide|long|deep|thick|tall|across|above sea level"
    r"|(?:above|below) the [A-Z][\w-]+)\b"
)
_NAMED_SIZE = re.compile(r"\b(?P<how>length|width|height|depth|altitude|elevation|circumference|diameter)\b")
_NOUNS = {
    "high": "height",
    "tall": "height",
    "wide": "width",
    "across": "width",
    "long": "length",
    "deep": "depth",
    "thick": "thickness",
}


def measure_sizes(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take a height, width, length or depth: "the ridge is 163 m high", "the length of the wall was 3 km"."""
    for count in told.counts:
        statement = holder_of(statements, count) if count.quantity.unit in _LENGTHS else None
        if statement is None:
            continue
        said = _HOW.match(told.text, count.end)
        named = _NAMED_SIZE.search(statement.subject) if statement.clause.group.known.base == "be" else None
        if said is None and named is None:
            continue
        how = said["how"] if said else named["how"] if named else ""
        yield from state(
            told,
            statement,
            FactType.NUMBER,
            _NOUNS.get(how, how),
            say_quantity(count.quantity),
            count=count,
            is_certain=has_capital(statement.subject),
        )

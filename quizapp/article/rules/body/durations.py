"""The rules that take how long something lasted or was done."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.numbers.counts import Count
from quizapp.article.rules.body.losses import holder_of
from quizapp.article.rules.body.making import claim, state
from quizapp.article.statements.patterns import any_of, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.values.measures import say_quantity
from quizapp.values.text import word_set

_TIMES = word_set("s min h days weeks months years decades centuries")
_LASTING = word_set("last continue rage hold resist endure")
_DONE_FOR = word_set(
    "fight rule reign govern besiege blockade bombard shell resist defend hold occupy serve rage remain stay burn"
    " march continue garrison control"
)
_EVENT = any_of(
    "siege, battle, war, campaign, bombardment, blockade, truce, occupation, march, offensive, term, rule, reign,"
    " ceasefire, armistice, resistance, defence, defense"
)
_LONG_EVENT = re.compile(rf"[\w-]*{_EVENT}\b(?: of .+)?")
_FOR = re.compile(r"\bfor (?:an? |the |another |uninterrupted |full |total of |next )*$")
_IN_BRACKETS = re.compile(rf"\b{_EVENT}\b[^,;.()]{{0,40}} \($")


def measure_durations(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take how long something lasted: "the three-year siege of Stell", "lasted nine hours", "held for two days"."""
    for count in told.counts:
        if count.quantity.unit not in _TIMES:
            continue
        event, value = _LONG_EVENT.fullmatch(_rest_of_phrase(told, count)), say_quantity(count.quantity)
        statement = holder_of(statements, count)
        if event is not None:
            is_certain = has_capital(event[0])
            yield from claim(
                told, FactType.DURATION, event[0], "duration", value, is_certain=is_certain, count=count
            )
        elif statement is not None and _is_lasting(told, statement, count):
            yield from state(told, statement, FactType.DURATION, "duration", value, count=count)
        elif statement is not None and _FOR.search(told.text, 0, count.start):
            yield from _read_doing(told, statement, count)


def _is_lasting(told: Told, statement: Statement, count: Count) -> bool:
    """Whether a time says how long the subject lasted: "lasted nine hours", "the longest siege (18 days)"."""
    is_aside = told.text[count.end : count.end + 1] == ")"
    in_brackets = _IN_BRACKETS.search(told.text, 0, count.start) if is_aside else None
    return statement.clause.group.acting.base in _LASTING or in_brackets is not None


def _read_doing(told: Told, statement: Statement, count: Count) -> Iterator[Fact]:
    """Read how long somebody did something: "Rhett ruled Orm for nine years"."""
    group = statement.clause.group
    if group.acting.base not in _DONE_FOR or group.is_negated or group.is_unreal:
        return
    doing = group.verb.participle if statement.is_passive else group.verb.past
    yield from state(
        told,
        statement,
        FactType.DURATION,
        f"{doing}_for",
        say_quantity(count.quantity),
        count=count,
        is_certain=not statement.is_passive,
    )


def _rest_of_phrase(told: Told, count: Count) -> str:
    """Return what a number stands before in its phrase: "siege of Stell" of "the three-year siege of Stell"."""
    for chunk in told.chunks:
        if told.tokens[chunk.first].start <= count.start and count.end <= told.tokens[chunk.last - 1].end:
            return told.text[count.end : told.tokens[chunk.last - 1].end].strip(" -")
    return ""

"""How facts of one article stand to one another, and which of them are about the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.article.fact import Fact, FactType, Status
from quizapp.article.known import Known
from quizapp.values.dates import Precision, When

MOST_COMPARED = 12
"""Facts about the same; more of them are a list, whose pairs would be too many."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How facts, by their ids, stand to one another, and the names that come to each of them."""

    facts: tuple[str, ...]
    status: Status
    reason: str = ""
    aliases: tuple[str, ...] = ()


Comparison = Callable[[Sequence[Fact], Known], Iterator[Relation]]


def group(
    facts: Sequence[Fact], types: frozenset[FactType], key: Callable[[Fact], object]
) -> Iterator[list[Fact]]:
    """Yield the facts of some types that are about the same, where there are two or more."""
    groups: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.type in types:
            groups[key(fact)].append(fact)
    yield from (group for group in groups.values() if 1 < len(group) <= MOST_COMPARED)


def meet(one: When, other: When) -> bool:
    """Whether two dates can be the same time."""
    return not (precedes(one, other) or precedes(other, one))


def precedes(one: When | None, other: When | None) -> bool:
    """Whether a date is wholly before another; a year is compared with nothing."""
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest and Precision.YEAR not in {one.precision, other.precision}

"""The ids of facts, made from attribute and subject, so that a corrected number or another sentence changes none."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.article.fact import Fact
from quizapp.article.names import slug

_LONGEST = 40  # letters of each half of an id


def give_ids(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts with their ids: "captured-syrian-army", then "captured-syrian-army-2" where it is taken."""
    taken: Counter[str] = Counter()
    used: set[str] = set()
    for fact in facts:
        base = "-".join(filter(None, (_cut(fact.attribute), _cut(fact.subject)))) or "fact"
        taken[base] += 1
        id_ = base if taken[base] == 1 else f"{base}-{taken[base]}"
        while id_ in used:
            taken[base] += 1
            id_ = f"{base}-{taken[base]}"
        used.add(id_)
        yield replace(fact, id=id_)


def _cut(text: str) -> str:
    whole = slug(text)
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rpartition("-")[0] or whole[:_LONGEST]

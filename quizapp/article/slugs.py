"""The ids of facts, made from attribute and subject, so that a corrected number or another sentence changes none."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.article.fact import Fact
from quizapp.values.text import fold

_LONGEST = 40  # letters of each half of an id
_WORD = re.compile(r"[a-z0-9]+")


def give_ids(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts with their ids: "captured-syrian-army", then "captured-syrian-army-2" where it is taken."""
    taken: Counter[str] = Counter()
    used: set[str] = set()
    for fact in facts:
        base = "-".join(filter(None, (slug(fact.attribute), slug(fact.subject)))) or "fact"
        taken[base] += 1
        id_ = base if taken[base] == 1 else f"{base}-{taken[base]}"
        while id_ in used:
            taken[base] += 1
            id_ = f"{base}-{taken[base]}"
        used.add(id_)
        yield replace(fact, id=id_)


def slug(text: str) -> str:
    """Return a text as a half of an id: small letters and digits with dashes between, cut before a word."""
    whole = "-".join(_WORD.findall(fold(text)))
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rpartition("-")[0] or whole[:_LONGEST]

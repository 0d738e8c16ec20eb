"""Comparing the facts of an article with one another: what is said twice agrees, is an alias, or contradicts.

A way to compare is a function in COMPARISONS, which yields what it finds between facts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from quizapp.article.comparing.chronology import compare_beginnings, compare_deeds, compare_ends
from quizapp.article.comparing.relation import MOST_COMPARED, Comparison, Relation, group, meet
from quizapp.article.comparing.units import compare_units
from quizapp.article.fact import INFOBOX, Confidence, Fact, FactType, Status
from quizapp.article.known import Known
from quizapp.article.numbers.amounts import without_bound
from quizapp.values.measures import Quantity
from quizapp.values.names import compare_names
from quizapp.values.text import fold, word_list, words


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts, by their ids, that cannot all be true (or one, and the text), and why in words."""

    facts: tuple[str, ...]
    reason: str


_ONCE = frozenset({FactType.DATE, FactType.DURATION, FactType.STRENGTH, FactType.CASUALTIES})
_NAMED = frozenset({FactType.COMBATANT, FactType.COMMANDER, FactType.UNIT, FactType.PART_OF, FactType.ACTOR})
_BESIDE_NUMBERS = frozenset(word_list("about at least up to more than"))
_DIED_LATER = re.compile(
    r"\b(?:executed|beheaded|hanged|put to death|committed suicide|died (?:\w+ ){0,3}(?:later|afterwards"
    r"|in captivity)|later died|died of (?:his |their )?wounds|survived)\b"
)
_ROUGHLY = 10  # per cent by which two numbers given as "about" may differ
_STRENGTH = (Status.SINGLE, Status.ALIAS, Status.AGREED, Status.CONTRADICTED)


def reconcile(facts: Iterable[Fact], known: Known) -> tuple[tuple[Fact, ...], tuple[Contradiction, ...]]:
    """Return the facts with their status, and the contradictions.

    A contradicted fact is confident only where the article says of each side who says so.
    """
    facts = tuple(facts)
    found: dict[str, list[Relation]] = defaultdict(list)
    contradictions = []
    for compare in COMPARISONS:
        for relation in compare(facts, known):
            for id_ in relation.facts:
                found[id_].append(relation)
            if relation.status is Status.CONTRADICTED:
                contradictions.append(Contradiction(relation.facts, relation.reason))
    bare = {fact.id for fact in facts if not fact.according_to}
    return tuple(_mark(fact, found.get(fact.id, []), bare) for fact in facts), tuple(contradictions)


def _mark(fact: Fact, relations: Sequence[Relation], bare: set[str]) -> Fact:
    if not relations:
        return fact
    status = max((relation.status for relation in relations), key=_STRENGTH.index)
    aliases = (
        *fact.aliases,
        *(name for relation in relations for name in relation.aliases if name != fact.value),
    )
    against = [relation for relation in relations if relation.status is Status.CONTRADICTED]
    is_asked = not any(bare.intersection(relation.facts) for relation in against)
    return replace(
        fact,
        status=status,
        aliases=tuple(dict.fromkeys(aliases)),
        confidence=fact.confidence if is_asked else Confidence.LOW,
        note="; ".join(dict.fromkeys(filter(None, (fact.note, *(each.reason for each in against))))),
    )


def compare_what_is_once(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare dates and numbers of the same: two totals that differ contradict, unless they overlap."""
    certain = [
        fact for fact in facts if fact.confidence is Confidence.HIGH or fact.evidence.section == INFOBOX
    ]
    for several in group(certain, _ONCE, lambda fact: (fact.subject, fact.attribute, _without_number(fact))):
        for one, other in combinations(several, 2):
            if _are_parts(one, other) or (one.side and other.side and one.side != other.side):
                continue
            if one.quantity and other.quantity:
                agree = _overlap(one.quantity, other.quantity)
            elif one.date and other.date and one.type is FactType.DATE:
                agree = meet(one.date, other.date)
            else:
                continue
            reason = f"{one.subject}: {one.value} ({_where(one)}), but {other.value} ({_where(other)})"
            status = Status.AGREED if agree else Status.CONTRADICTED
            yield Relation((one.id, other.id), status, "" if agree else reason)


def compare_names_of_one(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare the names of one thing: the same name agrees, another spelling of it is an alias."""
    for several in group(facts, _NAMED, lambda fact: (fact.subject, fact.attribute)):
        for one, other in combinations(several[:MOST_COMPARED], 2):
            if one.value == other.value:
                yield Relation((one.id, other.id), Status.AGREED)
            elif compare_names(one.value, [other.value, *other.aliases]).mark == 1:
                yield Relation((one.id, other.id), Status.ALIAS, aliases=(one.value, other.value))


def compare_unit_names(facts: Sequence[Fact], known: Known) -> Iterator[Relation]:
    """Compare units of the infobox with those of the text: "4th Armoured Division", "4th Mechanized Division"."""
    units = [fact for fact in facts if fact.type is FactType.UNIT]
    texts = [sentence.text for sentence in known.article.sentences()] if units else []
    for fact_at, name, is_alias in compare_units([fact.value for fact in units], texts):
        fact = units[fact_at]
        if is_alias:
            yield Relation((fact.id,), Status.ALIAS, aliases=(name,))
        else:
            reason = f"the infobox has {fact.value}, the text {name}"
            yield Relation((fact.id,), Status.CONTRADICTED, reason)


def compare_fates(facts: Sequence[Fact], known: Known) -> Iterator[Relation]:
    """Compare a mark in the infobox with the text: a dagger is no "killed" where he "was executed" afterwards."""
    marked = [fact for fact in facts if fact.attribute == "fate" and fact.evidence.section == INFOBOX]
    marked = [fact for fact in marked if fact.value == "killed"]
    texts = (
        [each.text for each in known.article.sentences() if _DIED_LATER.search(each.text)] if marked else []
    )
    for fact in marked:
        name = fold(fact.subject.split()[-1])
        if any(name in words(fold(text)) for text in texts):
            reason = f"the infobox marks {fact.subject} as killed, the text tells of another death"
            yield Relation((fact.id,), Status.CONTRADICTED, reason)


COMPARISONS: tuple[Comparison, ...] = (
    compare_fates,
    compare_what_is_once,
    compare_names_of_one,
    compare_deeds,
    compare_beginnings,
    compare_ends,
    compare_unit_names,
)


def _without_number(fact: Fact) -> tuple[object, ...]:
    """Return what a number counts and when, so that only numbers of the same are compared."""
    if fact.type is FactType.DATE:
        return ()
    beside = _BESIDE_NUMBERS | set(fact.attribute.split("_"))
    said = [word for word in words(fact.value) if word.isalpha() and word not in beside]
    return (fact.date, fact.note, fact.counted.casefold(), tuple(said))


def _are_parts(one: Fact, other: Fact) -> bool:
    """Whether bare numbers stand in one cell, as the parts of a total do."""
    is_bare = not any(map(str.isalpha, without_bound(one.value.removeprefix("about "))))
    return (
        is_bare
        and one.evidence.sentence == other.evidence.sentence
        and not one.according_to + other.according_to
    )


def _overlap(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit:
        return True
    slack = 1 + (_ROUGHLY / 100 if one.about or other.about else 0)
    apart = (
        one.high is not None and other.low is not None and float(one.high) * slack < float(other.low)
    ) or (other.high is not None and one.low is not None and float(other.high) * slack < float(one.low))
    return not apart


def _where(fact: Fact) -> str:
    return f"infobox, {fact.evidence.sentence}" if fact.side else str(fact.evidence.section)

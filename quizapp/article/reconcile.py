"""Comparing the facts of an article with one another: what is said twice agrees, is an alias, or contradicts.

A way to compare is a function in COMPARISONS, which yields what it finds between facts.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from quizapp.article.fact import INFOBOX, Confidence, Fact, FactType, Status
from quizapp.article.known import Known
from quizapp.article.units import compare_units
from quizapp.values.dates import Precision, When, say
from quizapp.values.measures import Quantity
from quizapp.values.names import compare_names
from quizapp.values.text import fold, word_list, words


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts, by their ids, that cannot all be true (or one, and the text), and why in words."""

    facts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How facts, by their ids, stand to one another, and the names that come to each of them."""

    facts: tuple[str, ...]
    status: Status
    reason: str = ""
    aliases: tuple[str, ...] = ()


Comparison = Callable[[Sequence[Fact], Known], Iterator[Relation]]

_ONCE = frozenset({FactType.DATE, FactType.DURATION, FactType.STRENGTH, FactType.CASUALTIES})
_NAMED = frozenset({FactType.COMBATANT, FactType.COMMANDER, FactType.UNIT, FactType.PART_OF, FactType.ACTOR})
_DONE = frozenset({FactType.EVENT, FactType.TERRITORY})
_WEAK = frozenset(
    word_list("the a an of in at city town village river area all his her its their complete full")
)
_BEGINNING = ("started_", "began_", "start_", "begin_")
_AROUND_ONE = frozenset(word_list("encircl surround besieg blockad"))
_BESIDE_NUMBERS = frozenset(word_list("about at least up to"))
_DIED_LATER = re.compile(
    r"\b(?:executed|beheaded|hanged|put to death|committed suicide|died (?:\w+ ){0,3}(?:later|afterwards"
    r"|in captivity)|later died|died of (?:his |their )?wounds|survived)\b"
)
_ROUGHLY = 10  # per cent by which two numbers given as "about" may differ
_MOST_COMPARED = 12  # facts about the same; more of them are a list, whose pairs would be too many
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
    for several in _group(certain, _ONCE, lambda fact: (fact.subject, fact.attribute, _without_number(fact))):
        for one, other in combinations(several, 2):
            if _are_parts(one, other) or (one.side and other.side and one.side != other.side):
                continue
            if one.quantity and other.quantity:
                agree = _overlap(one.quantity, other.quantity)
            elif one.date and other.date and one.type is FactType.DATE:
                agree = _meet(one.date, other.date)
            else:
                continue
            reason = f"{one.subject}: {one.value} ({_where(one)}), but {other.value} ({_where(other)})"
            status = Status.AGREED if agree else Status.CONTRADICTED
            yield Relation((one.id, other.id), status, "" if agree else reason)


def compare_names_of_one(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare the names of one thing: the same name agrees, another spelling of it is an alias."""
    for several in _group(facts, _NAMED, lambda fact: (fact.subject, fact.attribute)):
        for one, other in combinations(several[:_MOST_COMPARED], 2):
            if one.value == other.value:
                yield Relation((one.id, other.id), Status.AGREED)
            elif compare_names(one.value, [other.value, *other.aliases]).mark == 1:
                yield Relation((one.id, other.id), Status.ALIAS, aliases=(one.value, other.value))


def compare_deeds(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare what is told twice: the same deed on days that cannot be the same contradicts."""
    for several in _group(facts, _DONE, lambda fact: (fact.subject, fact.attribute, _core(fact.value))):
        for one, other in combinations(several, 2):
            if one.date is None or other.date is None or _meet(one.date, other.date):
                yield Relation((one.id, other.id), Status.AGREED)
            else:
                when, other_when = say(one.date), say(other.date)
                reason = f"{one.subject} {_in_words(one)} {one.value}: {when}, but also {other_when}"
                yield Relation((one.id, other.id), Status.CONTRADICTED, reason)


def compare_beginnings(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare what was done by a day with what began after it: "encircled by 8 May", "began encircling" on 11 May."""
    deeds = [fact for fact in facts if fact.type in _DONE and fact.date and fact.clause]
    begun = [fact for fact in deeds if fact.attribute.startswith(_BEGINNING)]
    done = [fact for fact in deeds if not fact.attribute.startswith(_BEGINNING)]
    for later in begun[:_MOST_COMPARED]:
        verb = _stem(later.attribute.split("_")[1])
        for earlier in done:
            is_same = earlier.clause and _stem(earlier.clause.verb.base) == verb
            if is_same and _act_on_same(earlier, later, verb) and _precedes(earlier.date, later.date):
                reason = f"{_in_words(earlier)} {_say(earlier)}, but {_in_words(later)} {_say(later)}"
                yield Relation((earlier.id, later.id), Status.CONTRADICTED, reason)


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
    compare_unit_names,
)


def _group(
    facts: Sequence[Fact], types: frozenset[FactType], key: Callable[[Fact], object]
) -> Iterator[list[Fact]]:
    """Yield the facts of some types that are about the same, where there are two or more."""
    groups: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.type in types:
            groups[key(fact)].append(fact)
    yield from (group for group in groups.values() if 1 < len(group) <= _MOST_COMPARED)


def _without_number(fact: Fact) -> tuple[object, ...]:
    """Return what a number counts and when, so that only numbers of the same are compared."""
    if fact.type is FactType.DATE:
        return ()
    beside = _BESIDE_NUMBERS | set(fact.attribute.split("_"))
    said = [word for word in words(fact.value) if word.isalpha() and word not in beside]
    return (fact.date, fact.note, fact.counted.casefold(), tuple(said))


def _act_on_same(one: Fact, other: Fact, verb: str) -> bool:
    """Whether two deeds are done to the same: to what shares a name, or to the one place that is encircled."""
    patients = [
        set(_core(clause.subject if clause.is_passive else clause.object))
        for clause in (one.clause, other.clause)
        if clause
    ]
    return verb in _AROUND_ONE or bool(set.intersection(*patients))


def _are_parts(one: Fact, other: Fact) -> bool:
    """Whether bare numbers stand in one cell, as the parts of a total do."""
    is_bare = not any(map(str.isalpha, one.value.removeprefix("about ").removeprefix("at least ")))
    return (
        is_bare
        and one.evidence.sentence == other.evidence.sentence
        and not one.according_to + other.according_to
    )


def _core(value: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in words(value) if word not in _WEAK))


def _overlap(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit:
        return True
    slack = 1 + (_ROUGHLY / 100 if one.about or other.about else 0)
    apart = (
        one.high is not None and other.low is not None and float(one.high) * slack < float(other.low)
    ) or (other.high is not None and one.low is not None and float(other.high) * slack < float(one.low))
    return not apart


def _meet(one: When, other: When) -> bool:
    """Whether two dates can be the same time."""
    return not (_precedes(one, other) or _precedes(other, one))


def _precedes(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest and Precision.YEAR not in {one.precision, other.precision}


def _stem(verb: str) -> str:
    for ending in ("ing", "ed", "e"):
        verb = verb.removesuffix(ending) if len(verb) > len(ending) + 2 else verb
    return verb


def _where(fact: Fact) -> str:
    return f"infobox, {fact.evidence.sentence}" if fact.side else str(fact.evidence.section)


def _in_words(fact: Fact) -> str:
    return fact.attribute.replace("_", " ")


def _say(fact: Fact) -> str:
    return say(fact.date) if fact.date else ""

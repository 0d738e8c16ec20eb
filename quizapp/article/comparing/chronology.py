"""Comparing when things are told to have happened: the same deed twice, what was done before it began, and the ends.

A way to compare is a function that reconcile.py names in COMPARISONS.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from quizapp.article.comparing.relation import MOST_COMPARED, Relation, group, meet, precedes
from quizapp.article.fact import INFOBOX, Confidence, Fact, FactType, Status
from quizapp.article.known import Known
from quizapp.values.dates import When, say
from quizapp.values.text import word_list, words

_DONE = frozenset({FactType.EVENT, FactType.TERRITORY})
_WEAK = frozenset(
    word_list("the a an of in at city town village river area all his her its their complete full")
)
_BEGINNING = ("started_", "began_", "start_", "begin_")
_AROUND_ONE = frozenset(word_list("encircl surround besieg blockad"))


def compare_deeds(facts: Sequence[Fact], _known: Known) -> Iterator[Relation]:
    """Compare what is told twice: the same deed on days that cannot be the same contradicts."""
    for several in group(facts, _DONE, lambda fact: (fact.subject, fact.attribute, _core(fact.value))):
        for one, other in combinations(several, 2):
            if one.date is None or other.date is None or meet(one.date, other.date):
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
    for later in begun[:MOST_COMPARED]:
        verb = _stem(later.attribute.split("_")[1])
        for earlier in done:
            is_same = earlier.clause and _stem(earlier.clause.verb.base) == verb
            if is_same and _act_on_same(earlier, later, verb) and precedes(earlier.date, later.date):
                reason = f"{_in_words(earlier)} {_say(earlier)}, but {_in_words(later)} {_say(later)}"
                yield Relation((earlier.id, later.id), Status.CONTRADICTED, reason)


_BEGAN = frozenset(word_list("began started commenced opened"))
_ENDED = frozenset(word_list("ended concluded finished"))
_OF_SPAN = frozenset(word_list("date start_date end_date"))


def compare_ends(facts: Sequence[Fact], known: Known) -> Iterator[Relation]:
    """Compare the infobox with the text: "began on 5 April" is another battle where this one began in December."""
    own = [fact for fact in facts if fact.subject == known.subject and fact.date]
    boxed = [fact for fact in own if fact.evidence.section == INFOBOX and fact.attribute in _OF_SPAN]
    if not boxed or not all(fact.is_dated_surely for fact in boxed):
        return
    first, last = boxed[0], boxed[-1]
    for fact in own:
        is_sure = fact.confidence is Confidence.HIGH and fact.evidence.section != INFOBOX
        if not is_sure or fact.attribute not in _BEGAN | _ENDED | {"date"}:
            continue
        ends = (
            (first,) if fact.attribute in _BEGAN else (last,) if fact.attribute in _ENDED else (first, last)
        )
        ids = tuple(dict.fromkeys((fact.id, *(each.id for each in ends))))
        if _keeps_within(fact, ends[0].date, ends[-1].date):
            yield Relation(ids, Status.AGREED)
        else:
            said = " to ".join(dict.fromkeys(_say(each) for each in ends))
            reason = f"{fact.subject} {_in_words(fact)}: {_say(fact)}, but the infobox has {said}"
            yield Relation(ids, Status.CONTRADICTED, reason)


def _keeps_within(fact: Fact, first: When | None, last: When | None) -> bool:
    """Whether what is told of a beginning, an end or a day fits what the infobox says."""
    return not (precedes(fact.date, first) or precedes(last, fact.date))


def _act_on_same(one: Fact, other: Fact, verb: str) -> bool:
    """Whether two deeds are done to the same: to what shares a name, or to the one place that is encircled."""
    patients = [
        set(_core(clause.subject if clause.is_passive else clause.object))
        for clause in (one.clause, other.clause)
        if clause
    ]
    return verb in _AROUND_ONE or bool(set.intersection(*patients))


def _core(value: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in words(value) if word not in _WEAK))


def _stem(verb: str) -> str:
    for ending in ("ing", "ed", "e"):
        verb = verb.removesuffix(ending) if len(verb) > len(ending) + 2 else verb
    return verb


def _in_words(fact: Fact) -> str:
    return fact.attribute.replace("_", " ")


def _say(fact: Fact) -> str:
    return say(fact.date) if fact.date else ""

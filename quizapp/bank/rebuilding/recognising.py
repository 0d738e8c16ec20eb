"""Which fact of a bank each newly built one is: by its words, by its sentence, by what it is made of, by its place.

Rules are tried one after another, strictest first. Whoever takes one out or puts one in compares, over many articles
and their edits, which facts are found with it and without.
"""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.bank.matching import Matching
from quizapp.bank.rebuilding.built import Made, read_all_made
from quizapp.bank.rebuilding.naming import family_of, find_first_names, follow_renamed
from quizapp.bank.rebuilding.ordering import find_gap
from quizapp.bank.schema import Bank, Fact
from quizapp.values.text import fold

_MOST_OF_THEM = 0.5
"""Share of the facts of two sequences that is in both, from which on they are one."""


def recognise(new: Sequence[Fact], olds: Sequence[Fact], made: Mapping[str, Made]) -> list[Fact | None]:
    """Return for each newly built fact the former one that it is; made is what the builder made of those."""
    first = find_first_names(made)
    named = [fact.model_copy(update={"id": first.get(str(fact.id), fact.id)}) for fact in olds]
    return [None if place is None else olds[place] for place in match_built(new, named)]


def find_known(new: Bank, former: Bank) -> frozenset[str]:
    """Return the ids of the newly built facts that the former bank has, under whatever id."""
    olds = [fact for fact in former.facts if fact.statement]
    found = recognise(new.facts, olds, follow_renamed(read_all_made(former.built), olds))
    return frozenset(str(fact.id) for fact, old in zip(new.facts, found, strict=True) if old is not None)


def match_built(new: Sequence[Fact], olds: Sequence[Fact]) -> list[int | None]:
    """Find for each built fact the place of the former one that it is, or None; the strictest likeness first."""
    match = Matching(new, olds)
    match.by(lambda fact: (_family(fact), fold(fact.statement)))
    match.by_only(lambda fact: [(_family(fact), _quote(fact))] if _quote(fact) else [])
    match.by_likeness(lambda fact: fact.statement, lambda _: True)
    match.by_only_likeness(lambda fact: fact.statement, _family)
    match.by_only_likeness(_quote, lambda fact: _family(fact) if _quote(fact) else None)
    for number, old in _find_made_of_same(match, new, olds):
        match.take(number, old)
    # A sentence that was changed more: its facts still stand between the same others.
    for number, old in _find_between(match, new, olds):
        match.take(number, old)
    return match.places


def _find_made_of_same(
    match: Matching[Fact], new: Sequence[Fact], olds: Sequence[Fact]
) -> Iterator[tuple[int, int]]:
    """Yield the sequences and pairings that are made of mostly the same facts, those with most of them first."""
    known = {str(new[at].id): str(olds[old].id) for at, old in enumerate(match.places) if old is not None}
    pairs = []
    for number in match.unmatched:
        mine = {known.get(each, "") for each in new[number].mentions}
        for old in match.left if mine else ():
            theirs = set(olds[old].mentions)
            share = len(mine & theirs) / len(mine | theirs)
            if share >= _MOST_OF_THEM and _family(new[number]) == _family(olds[old]):
                pairs.append((-share, number, old))
    taken: set[tuple[str, int]] = set()
    for _, number, old in sorted(pairs):
        if not taken & {("new", number), ("old", old)}:
            taken |= {("new", number), ("old", old)}
            yield number, old


def _find_between(match: Matching[Fact], new: Sequence[Fact], olds: Sequence[Fact]) -> list[tuple[int, int]]:
    """Find what is alone of its family, in both versions, between the same two neighbours."""
    known = [(at, old) for at, old in enumerate(match.places) if old is not None]
    found = []
    for number in match.unmatched:
        family = _family(new[number])
        around, before = find_gap(number, known, len(new), len(olds))
        rivals = [old for old in before if old in match.left and _family(olds[old]) == family]
        mine = [at for at in around if _family(new[at]) == family]
        if len(rivals) == len(mine) == 1 and not _answers_what_it_told(new[number], olds[rivals[0]]):
            found.append((number, rivals[0]))
    return found


def _answers_what_it_told(new: Fact, old: Fact) -> bool:
    """Whether what is answered now stood in the former statement as something else: A fought B, B fought A."""
    theirs, told = set(_answers(old)), f" {fold(old.statement)} "
    return not any(each in theirs for each in _answers(new)) and any(
        f" {each} " in told for each in _answers(new)
    )


def _family(fact: Fact) -> str:
    return family_of(str(fact.id))


def _quote(fact: Fact) -> str:
    return fold(fact.evidence.quote) if fact.evidence else ""


def _answers(fact: Fact) -> tuple[str, ...]:
    return tuple(sorted({fold(each.answer()) for each in fact.questions}))

"""Build a bank again from an article that was edited: facts keep their ids, and a teacher's edits stay.

Which fact is which says `recognising.py`. What the builder made last time is known by its hash (`built.py`), so three
versions are compared: that, what stands in the file now, and the new build.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.bank.rebuilding.built import (
    Made,
    hash_evidence,
    hash_words,
    note_made,
    read_all_made,
    write_made,
)
from quizapp.bank.rebuilding.clashes import leave_out_clashes
from quizapp.bank.rebuilding.merging import is_edited, merge
from quizapp.bank.rebuilding.naming import follow_renamed, name_facts
from quizapp.bank.rebuilding.ordering import insert, put_in_order
from quizapp.bank.rebuilding.recognising import recognise
from quizapp.bank.schema import Bank, Fact, Source


class Fate(StrEnum):
    """What became of a fact in a new build."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fact; is_edited: a teacher changed it, and the change stands."""

    id: str
    fate: Fate
    statement: str
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A bank that was built again, and what became of each fact, in the order of the bank, the retired ones last.

    names gives the id of each newly built fact by the one that it was built with.
    """

    bank: Bank
    outcomes: tuple[Outcome, ...]
    names: Mapping[str, str]


def rebuild(new: Bank, former: Bank) -> Rebuilt:
    """Give a newly built bank the ids of the former one, and what a teacher wrote there."""
    olds = [fact for fact in former.facts if fact.statement]
    made = follow_renamed(read_all_made(former.built), olds)
    found = recognise(new.facts, olds, made)
    names = name_facts(new.facts, found, (str(fact.id) for fact in former.facts), made)
    building = _Building(made, former, dict(zip((str(fact.id) for fact in new.facts), names, strict=True)))
    for fact, old, name in zip(new.facts, found, names, strict=True):
        building.add(fact, old, name)
    building.keep_rest(olds, {str(old.id) for old in found if old is not None})
    return building.finish(new)


class _Building:
    """Puts the rebuilt bank together fact by fact."""

    def __init__(self, made: dict[str, Made], former: Bank, renamed: dict[str, str]) -> None:
        self.made, self.former, self.renamed = made, former, renamed
        self.live = {name: each for name, each in made.items() if not each.is_retired}
        self.facts: dict[str, Fact] = {}
        self.order: list[str] = []
        self.built: dict[str, Made] = {}
        self.outcomes: list[Outcome] = []

    def add(self, fact: Fact, old: Fact | None, name: str) -> None:
        """Add a fact of the new build, merged with the former one that it is."""
        mentions = tuple(self.renamed.get(each, each) for each in fact.mentions)
        fresh = fact.model_copy(update={"id": name, "mentions": mentions})
        before = self.live.get(name)
        if old is None:
            self.built[name] = note_made(fresh)
            if before is None:
                self._keep(fresh, Fate.NEW)
                self.order.append(name)
            return  # else a teacher left it out
        if before is None:  # written by hand: what the builder would say of it is not asked twice
            self._keep(old, Fate.SAME, edited=True)
            return
        merged = merge(fresh, old, before)
        self.built[name] = merged.made
        self._keep(merged.fact, _find_fate(fresh, old, before), edited=is_edited(old, before))
        self.order.append(name)

    def keep_rest(self, olds: Iterable[Fact], kept: set[str]) -> None:
        """Keep what a teacher wrote or changed although the article does not state it; retire the rest."""
        for old in olds:
            before = self.live.get(str(old.id))
            if str(old.id) in kept:
                continue
            if before is None:
                self._keep(old, Fate.SAME, edited=True)
            elif is_edited(old, before):
                self._keep(old, Fate.RETIRED, edited=True)
            else:
                self.outcomes.append(Outcome(str(old.id), Fate.RETIRED, old.statement))
        known = {**{name: each for name, each in self.live.items() if name in self.facts}, **self.built}
        self.built = {name: known[name] for name in insert(self.built, [*filter(known.get, self.live)])}
        for name, before in self.made.items():
            self.built.setdefault(name, replace(before, is_retired=True))

    def finish(self, new: Bank) -> Rebuilt:
        """Return the whole: the head is the former bank's, since teachers edit it, the source's too."""
        former = [str(fact.id) for fact in self.former.facts if fact.statement and str(fact.id) in self.facts]
        order = put_in_order(self.order, former, self.live)
        bare = [fact for fact in self.former.facts if not fact.statement]
        built = {name: write_made(each) for name, each in self.built.items()}
        facts = (*map(self.facts.__getitem__, order), *bare)
        update = {"facts": facts, "built": built, "source": self._find_source(new)}
        bank = self.former.model_copy(update=update)
        if any(each.is_edited for each in self.outcomes):
            bank = leave_out_clashes(bank, self.former)
        place = {str(fact.id): at for at, fact in enumerate(bank.facts)}
        facts = tuple(
            fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each in place)})
            for fact in bank.facts
        )
        return Rebuilt(
            bank.model_copy(update={"facts": facts}), tuple(self._list_outcomes(place)), self.renamed
        )

    def _list_outcomes(self, place: Mapping[str, int]) -> Iterator[Outcome]:
        """Yield what became of each fact in the order of the bank, the retired ones last."""
        told = [each for each in self.outcomes if each.id in place or each.fate is Fate.RETIRED]
        last = len(self.facts)
        yield from sorted(told, key=lambda each: (each.fate is Fate.RETIRED, place.get(each.id, last)))

    def _keep(self, fact: Fact, fate: Fate, *, edited: bool = False) -> None:
        self.facts[str(fact.id)] = fact
        self.outcomes.append(Outcome(str(fact.id), fate, fact.statement, edited))

    def _find_source(self, new: Bank) -> Source | None:
        """Return the former bank's source, with an address and a licence that were given for this build."""
        if self.former.source is None or new.source is None:
            return self.former.source or new.source
        given = {name: said for name in ("url", "licence") if (said := getattr(new.source, name))}
        return self.former.source.model_copy(update=given)


def _find_fate(fresh: Fact, old: Fact, before: Made) -> Fate:
    """Compare what a fact says now with what it said when it was built; other distractors make no other fact."""
    if hash_words(fresh) != before.words:
        return Fate.CHANGED
    if hash_evidence(fresh) == before.evidence:
        return Fate.SAME
    return Fate.CHANGED if _place_of(fresh) == _place_of(old) else Fate.MOVED


def _place_of(fact: Fact) -> tuple[str, int | None]:
    return (fact.evidence.section, fact.evidence.sentence) if fact.evidence else ("", None)

"""Build a bank again from an article that was edited: facts keep their ids, and a teacher's edits stay.

A fact is recognised by its words, its evidence, its answers and its neighbours. What the builder made last time is
known by its hash (`built.py`), so three versions are compared: that, what stands in the file now, and the new build.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from quizapp.bank.built import (
    Made,
    hash_evidence,
    hash_question,
    hash_words,
    read_all_made,
    write_made,
    write_retired,
)
from quizapp.bank.matching import Matching
from quizapp.bank.schema import Bank, Fact, Source
from quizapp.questions import Question
from quizapp.values.text import fold

Thing = TypeVar("Thing")

_NUMBERED = re.compile(r"-\d+$")


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
    made = read_all_made(former.built)
    olds = [fact for fact in former.facts if fact.statement]
    matched = match_built(new.facts, olds)
    names = _name(new.facts, matched, former, made)
    building = _Building(made, former, dict(zip((str(fact.id) for fact in new.facts), names, strict=True)))
    for fact, old, name in zip(new.facts, matched, names, strict=True):
        building.add(fact, old, name)
    building.keep_rest(olds, {str(old.id) for old in matched if old is not None})
    return building.finish(new)


class _Building:
    """Puts the rebuilt bank together fact by fact."""

    def __init__(self, made: dict[str, Made], former: Bank, renamed: dict[str, str]) -> None:
        self.made, self.former, self.renamed = made, former, renamed
        self.facts: list[Fact] = []
        self.built: dict[str, str] = {}
        self.outcomes: list[Outcome] = []

    def add(self, fact: Fact, old: Fact | None, name: str) -> None:
        """Add a fact of the new build, merged with the former one that it is."""
        mentions = tuple(self.renamed.get(each, each) for each in fact.mentions)
        fresh = fact.model_copy(update={"id": name, "mentions": mentions})
        self.built[name] = write_made(fresh)
        before = self.made.get(name)
        if old is None:
            if before is None or before.is_retired:
                self.facts.append(fresh)
                self.outcomes.append(Outcome(name, Fate.NEW, fresh.statement))
            return  # else a teacher left it out
        if before is None:
            del self.built[name]  # written by hand: what the builder would say of it is not asked twice
        merged = merge(fresh, old, before) if before is not None else old
        self.facts.append(merged)
        is_edited = before is None or _is_edited(old, before)
        self.outcomes.append(Outcome(name, _find_fate(fresh, old, before), merged.statement, is_edited))

    def keep_rest(self, olds: Iterable[Fact], kept: set[str]) -> None:
        """Keep what a teacher wrote or changed although the article does not state it; retire the rest."""
        for old in olds:
            name = str(old.id)
            if name in kept:
                continue
            before = self.made.get(name)
            if before is None:
                self.facts.append(old)
                self.outcomes.append(Outcome(name, Fate.SAME, old.statement, is_edited=True))
                continue
            is_edited = _is_edited(old, before)
            if is_edited:
                self.facts.append(old)
            self.outcomes.append(Outcome(name, Fate.RETIRED, old.statement, is_edited))
        for name, before in self.made.items():
            if name not in self.built:
                is_there = any(fact.id == name for fact in self.facts)
                self.built[name] = self.former.built[name] if is_there else write_retired(before)

    def finish(self, new: Bank) -> Rebuilt:
        """Return the whole: the head is the former bank's, since teachers edit it, the source's too."""
        known = {str(fact.id) for fact in self.facts}
        facts = [
            fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each in known)})
            for fact in self.facts
        ]
        bare = [fact for fact in self.former.facts if not fact.statement]
        update = {"facts": (*facts, *bare), "built": self.built, "source": self._find_source(new)}
        retired_last = sorted(self.outcomes, key=lambda each: each.fate is Fate.RETIRED)
        return Rebuilt(self.former.model_copy(update=update), tuple(retired_last), self.renamed)

    def _find_source(self, new: Bank) -> Source | None:
        """Return the former bank's source, with an address and a licence that were given for this build."""
        if self.former.source is None or new.source is None:
            return self.former.source or new.source
        given = {name: said for name in ("url", "licence") if (said := getattr(new.source, name))}
        return self.former.source.model_copy(update=given)


def merge(fresh: Fact, old: Fact, before: Made) -> Fact:
    """Merge three versions of a fact: each part is the teacher's where it was edited, else the new build's."""
    update: dict[str, object] = {"questions": _merge_questions(fresh, old, before)}
    if hash_words(old) != before.words:
        update |= {"statement": old.statement, "according_to": old.according_to, "topic": old.topic}
    if hash_evidence(old) != before.evidence:
        update["evidence"] = old.evidence
    return fresh.model_copy(update=update)


def _merge_questions(fresh: Fact, old: Fact, before: Made) -> tuple[Question, ...]:
    """What stands untouched becomes what is built now; what was edited, added or taken out stays so."""
    left = Counter(hash_ for _, hash_ in before.slots)
    untouched: dict[str, list[int]] = defaultdict(list)
    for place, question in enumerate(old.questions):
        mark = hash_question(question)
        if left[mark]:
            left[mark] -= 1
            untouched[mark].append(place)
    now: list[Question | None] = list(old.questions)
    wanted = _by_slot((each.type, each) for each in fresh.questions)
    for slot, mark in _by_slot(before.slots).items():
        built = wanted.pop(slot, None)
        if untouched[mark]:
            at = untouched[mark].pop(0)
            id_ = {"id": old.questions[at].id}
            now[at] = None if built is None else built.model_copy(update=id_)
    added = list(wanted.values())
    merged = tuple(each for each in now if each is not None)
    return (*merged, *added) or fresh.questions


def _by_slot(typed: Iterable[tuple[str, Thing]]) -> dict[tuple[str, int], Thing]:
    """Give each question its type and its place among those of its type."""
    seen: Counter[str] = Counter()
    slots = {}
    for type_, thing in typed:
        slots[type_, seen[type_]] = thing
        seen[type_] += 1
    return slots


def _is_edited(fact: Fact, before: Made) -> bool:
    asked = Counter(map(hash_question, fact.questions))
    is_same = asked == Counter(hash_ for _, hash_ in before.slots)
    return not is_same or hash_words(fact) != before.words or hash_evidence(fact) != before.evidence


def _find_fate(fresh: Fact, old: Fact, before: Made | None) -> Fate:
    """Compare what a fact says now with what it said when it was built; other distractors make no other fact."""
    if before is None:
        return Fate.SAME
    if hash_words(fresh) != before.words:
        return Fate.CHANGED
    if hash_evidence(fresh) == before.evidence:
        return Fate.SAME
    return Fate.CHANGED if _place_of(fresh) == _place_of(old) else Fate.MOVED


def _place_of(fact: Fact) -> tuple[str, int | None]:
    return (fact.evidence.section, fact.evidence.sentence) if fact.evidence else ("", None)


def match_built(new: Sequence[Fact], olds: Sequence[Fact]) -> list[Fact | None]:
    """Find for each built fact the former one that it is, or None; the strictest likeness first."""
    match = Matching(new, olds)
    match.by(lambda fact: (_family(fact), _words(fact), _quote(fact), _answers(fact)))
    match.by(lambda fact: (_family(fact), _words(fact), _answers(fact)))
    match.by(lambda fact: (_family(fact), _words(fact)))
    match.by(lambda fact: (_words(fact), _answers(fact)))
    match.by_only(lambda fact: [(_family(fact), _quote(fact), _answers(fact))] if _quote(fact) else [])
    match.by_only(lambda fact: [(_family(fact), _quote(fact))] if _quote(fact) else [])
    match.by_likeness(lambda fact: fact.statement, _family)
    match.by_only_likeness(lambda fact: fact.statement, _family)
    match.by_only_likeness(_quote, lambda fact: _family(fact) if _quote(fact) else None)
    match.by_only(lambda fact: [(_family(fact), _answers(fact))])
    match.by_likeness(lambda fact: fact.statement, lambda _: True)
    # A sentence that was changed more: its facts still stand between the same others.
    for number, old in _find_between(match, new, olds):
        match.take(number, old)
    return match.found


def _find_between(match: Matching[Fact], new: Sequence[Fact], olds: Sequence[Fact]) -> list[tuple[int, int]]:
    """Find what is alone of its family, in both versions, between the same two neighbours."""
    place_of = {id(fact): place for place, fact in enumerate(olds)}
    known = [(at, place_of[id(old)]) for at, old in enumerate(match.found) if old is not None]
    found = []
    for number in match.unmatched:
        begins, start = max((pair for pair in known if pair[0] < number), default=(-1, -1))
        ends, stop = min((pair for pair in known if pair[0] > number), default=(len(new), len(olds)))
        family = _family(new[number])
        rivals = [at for at in range(start + 1, stop) if at in match.left and _family(olds[at]) == family]
        mine = [at for at in range(begins + 1, ends) if _family(new[at]) == family]
        if len(rivals) == len(mine) == 1:
            found.append((number, rivals[0]))
    return found


def _name(
    facts: Sequence[Fact], matched: Sequence[Fact | None], former: Bank, made: dict[str, Made]
) -> list[str]:
    """Give each fact the id of the former one that it is, or one that no fact ever had."""
    there = {str(fact.id) for fact in former.facts}
    gone = {(_base(name), each.words): name for name, each in made.items() if name not in there}
    taken = {*there, *made}
    names = []
    for fact, old in zip(facts, matched, strict=True):
        known = str(old.id) if old is not None else gone.pop((_family(fact), hash_words(fact)), "")
        name, number = known or str(fact.id), 1
        while not known and name in taken:
            number += 1
            name = f"{_family(fact)[:76]}-{number}"
        taken.add(name)
        names.append(name)
    return names


def _family(fact: Fact) -> str:
    return _base(str(fact.id))


def _base(name: str) -> str:
    """An id without its suffix: attribute and subject."""
    return _NUMBERED.sub("", name)


def _words(fact: Fact) -> str:
    return fold(fact.statement)


def _quote(fact: Fact) -> str:
    return fold(fact.evidence.quote) if fact.evidence else ""


def _answers(fact: Fact) -> tuple[str, ...]:
    return tuple(sorted({fold(each.answer()) for each in fact.questions}))

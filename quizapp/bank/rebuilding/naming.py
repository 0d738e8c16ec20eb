"""Which id each fact of a new build gets, and what became of the ids that it had: none is ever given to another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizapp.bank.matching import Matching
from quizapp.bank.rebuilding.built import Made, hash_evidence, hash_words, slot_of
from quizapp.bank.rebuilding.ordering import find_gap
from quizapp.bank.schema import Fact

_NUMBERED = re.compile(r"-\d+$")
_LONGEST = 76


def family_of(name: str) -> str:
    """Return an id without its suffix: attribute and subject."""
    return _NUMBERED.sub("", name)


def follow_renamed(made: Mapping[str, Made], olds: Iterable[Fact]) -> dict[str, Made]:
    """Return what was made by the ids that the facts have in the file: a teacher may have given them others."""
    there = {str(old.id): old for old in olds}
    strange = [old for name, old in there.items() if name not in made or made[name].is_retired]
    missing = [name for name, each in made.items() if name not in there and not each.is_retired]
    match = Matching([_made_of(old) for old in strange], [made[name] for name in missing])
    match.by_only(lambda each: [(each.words, each.slots)])
    match.by_only(lambda each: [each.words])
    match.by_only(lambda each: [(each.evidence, each.slots)])
    places = zip(match.places, strange, strict=True)
    now = {missing[place]: str(old.id) for place, old in places if place is not None}
    followed: dict[str, Made] = {}
    for name, each in made.items():
        if name in now:
            followed[now[name]] = each
        if name not in now.values():
            followed[name] = replace(each, is_retired=True, became=now[name]) if name in now else each
    return followed


def find_first_names(made: Mapping[str, Made]) -> dict[str, str]:
    """Return by each id that a teacher gave the one that its fact was built with."""
    before = {each.became: name for name, each in made.items() if each.became}
    first = {}
    for given in before:
        name, seen = given, {given}
        while before.get(name, given) not in seen:
            name = before[name]
            seen.add(name)
        first[given] = name
    return first


def name_facts(
    facts: Sequence[Fact], found: Sequence[Fact | None], there: Iterable[str], made: Mapping[str, Made]
) -> list[str]:
    """Give each fact the id of the former one that it is, or one that no fact ever had.

    there are the ids in the file; what was made and is not there a teacher took out, and it is known by its words,
    or by its place among the others.
    """
    naming = _Naming(facts, found, set(there), made)
    naming.find_by_words()
    naming.find_by_place()
    return naming.name_rest()


class _Naming:
    """The ids found so far, each by the number of its fact; "" is none."""

    def __init__(
        self, facts: Sequence[Fact], found: Sequence[Fact | None], there: set[str], made: Mapping[str, Made]
    ) -> None:
        self.families = [family_of(str(fact.id)) for fact in facts]
        self.facts, self.there, self.made = facts, there, made
        self.names = ["" if old is None else str(old.id) for old in found]
        self.first = find_first_names(made)

    def find_by_words(self) -> None:
        """Recognise what was taken out, or is retired, and is built again as it was."""
        gone = {
            (self._family(name), each.words): name
            for name, each in self.made.items()
            if name not in self.there
        }
        for number, fact in enumerate(self.facts):
            if not self.names[number]:
                self.names[number] = gone.pop((self.families[number], hash_words(fact)), "")

    def find_by_place(self) -> None:
        """Recognise what was taken out and says something else now: it stands alone between the same others."""
        order = {name: at for at, name in enumerate(self.made) if not self.made[name].is_retired}
        taken = {order[name] for name in self.names if name in order}
        free = [name for name, at in order.items() if at not in taken]
        if not any(name not in self.there for name in free):
            return
        known = [(number, order[name]) for number, name in enumerate(self.names) if name in order]
        for number in [number for number, name in enumerate(self.names) if not name]:
            around, before = find_gap(number, known, len(self.names), len(self.made))
            family = self.families[number]
            rivals = [name for name in free if order[name] in before and self._family(name) == family]
            mine = [at for at in around if not self.names[at] and self.families[at] == family]
            if len(rivals) == len(mine) == 1 and rivals[0] not in self.there:
                self.names[number] = rivals[0]
                free.remove(rivals[0])

    def name_rest(self) -> list[str]:
        """Give what is new an id that is free."""
        taken = {*self.there, *self.made, *self.names}
        for number, fact in enumerate(self.facts):
            name, suffix = self.names[number] or str(fact.id), 1
            while not self.names[number] and name in taken:
                suffix += 1
                name = f"{self.families[number][:_LONGEST]}-{suffix}"
            taken.add(name)
            self.names[number] = name
        return self.names

    def _family(self, name: str) -> str:
        return family_of(self.first.get(name, name))


def _made_of(fact: Fact) -> Made:
    slots = tuple(map(slot_of, fact.questions))
    return Made(hash_words(fact), hash_evidence(fact), slots=slots)

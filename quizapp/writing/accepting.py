"""What else is right when a name is typed: a state's people and army, a war under its other names, a place for short.

What names somebody of another side is never accepted. To accept more, add a function to WAYS, or a name to the lists
in gazetteer.
"""

import re
from collections.abc import Callable, Iterator

from quizapp.article.fact import FactType
from quizapp.article.names import other_names
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked
from quizapp.writing.gazetteer import DEMONYMS, KINDRED, OTHER_WARS, WORLD_WARS
from quizapp.writing.prompt import Sort

_OF_REGION = re.compile(r" of (?:Europe|Asia|Africa|America|the (?:Near|Middle|Far) East)$")
_INNER_WAR = re.compile(
    r"\b(?:in|of|during) (?:the )?(?P<war>[^\W\d_a-z][^,]*? (?:[Ww]ars?|Revolution|Crusade))$"
)
_LEVEL = re.compile(
    r"(?P<name>[^\W\d_a-z].*?) (?:Governorate|Province|District|County|Department|Oblast|Prefecture|Canton|Raion|"
    r"Islands?|Archipelago|Region|City|River)"
)
_PATRONYMIC = re.compile(r"(?P<name>[^\W\d_a-z]\w{3,}) (?:ap|ab|ferch|ibn|bin|ben|mac|fitz) ")


def accept(asked: Asked) -> tuple[str, ...]:
    """Return every other name that may be typed for a key, its writer's own first."""
    names = (asked.prompt.key.removeprefix("the "), *asked.prompt.accepted)
    theirs = _names_of_others(asked, names)
    found: dict[str, str] = {}
    for name in (*asked.prompt.accepted, *(each for way in WAYS for each in way(asked, names))):
        bare = fold(name).removeprefix("the ")
        if bare and bare != fold(names[0]) and bare not in theirs:
            found.setdefault(bare, name)
    return tuple(found.values())


def _names_of_others(asked: Asked, names: tuple[str, ...]) -> frozenset[str]:
    """Return the names of the sides that the key is not on."""
    scene = asked.scene
    own = next((camp for camp in scene.camps if fold(names[0]) in camp.members), None)
    if own is None or asked.prompt.sort is not Sort.FORCE:
        return frozenset()
    return frozenset(name for camp in scene.other_camps(own.number) for name in camp.members) - own.members


def _say_people(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a state's people, and its army: "Japanese", "Japanese Army"."""
    folded = {fold(name).removeprefix("the ") for name in names}
    for people, states in DEMONYMS.items():
        if asked.prompt.sort is Sort.FORCE and (folded & set(states) or people in folded):
            said = people.title()
            yield said
            if not people.endswith("s"):  # the American Army, not the Americans Army
                yield from (f"{said} {troops}" for troops in ("Army", "forces"))


def _say_kindred(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what the article calls the same people elsewhere: the Saxons and Bavarians are its Germans."""
    folded = {fold(name).removeprefix("the ") for name in names}
    for parties, others in KINDRED:
        if asked.prompt.sort is Sort.FORCE and folded & set(parties.split("|")):
            yield from (other for other in others.split("|") if f" {fold(other)} " in asked.text)


def _say_state(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a state's other names: "Kingdom of Hanover" is Hanover."""
    if asked.prompt.sort in {Sort.FORCE, Sort.PLACE}:
        for name in names:
            yield from other_names(name)


def _say_war(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a war's other names, a war inside a name, and the name without the part of the world."""
    if asked.prompt.sort is not Sort.CONFLICT:
        return
    parts = [fact.value for fact in asked.scene.facts if fact.type is FactType.PART_OF]
    for name in (*names, *(parts if asked.fact.type is FactType.PART_OF else ())):
        inner = _INNER_WAR.search(name)
        for war in (name, *([inner["war"]] if inner else [])):
            short = _OF_REGION.sub("", war)
            yield from (war, short)
            yield from (*WORLD_WARS.get(fold(war), ()), *OTHER_WARS.get(fold(war), ()))
            yield from (re.sub(*swap, each) for swap in _SWAPPED for each in (war, short))


_SWAPPED = ((r"\bHungarian\b", "Magyar"), (r"\bMagyar\b", "Hungarian"), (r"\bAmerican\b", "U.S."))


def _say_place(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a place without its level, and with the places that the infobox names it in."""
    if asked.prompt.sort is not Sort.PLACE or asked.prompt.kind == "country":
        return
    for name in names:
        level = _LEVEL.fullmatch(name)
        if level:
            yield level["name"]
    for fact in asked.scene.facts:
        if fact.type is FactType.PLACE and names[0] in fact.aliases:
            at = fact.aliases.index(names[0])
            yield from (", ".join(fact.aliases[first : at + 1]) for first in range(at))
            yield ", ".join(fact.aliases[at:])


def _say_given_name(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the given name of somebody who has no surname, where the article calls him so: "Llywelyn"."""
    given = _PATRONYMIC.match(names[0])
    if asked.prompt.sort is Sort.PERSON and given:
        others = re.findall(rf" {fold(given['name'])} (?:ap|ab|ferch|ibn|bin|ben|mac|fitz) (\w+)", asked.text)
        if len(set(others)) == 1:
            yield given["name"]


WAYS: tuple[Callable[[Asked, tuple[str, ...]], Iterator[str]], ...] = (
    _say_people,
    _say_kindred,
    _say_state,
    _say_war,
    _say_place,
    _say_given_name,
)

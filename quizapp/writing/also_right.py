"""What else is right when a name is typed: a state's people and army, a war under its other names, a place for short.

What names somebody of another side is never accepted. To accept more, add a function to WAYS, or a name to the lists
in gazetteer.
"""

import re
from collections.abc import Callable, Iterator

from quizapp.article.fact import FactType
from quizapp.article.names import other_names
from quizapp.values.text import fold, word_list
from quizapp.writing.distractors.lure import Asked
from quizapp.writing.english import with_the
from quizapp.writing.gazetteer import OTHER_WARS, WORLD_WARS
from quizapp.writing.peoples import KINDRED, list_peoples, name_of_land, name_of_polity
from quizapp.writing.prompt import Sort

_OF_REGION = re.compile(r" of (?:Europe|Asia|Africa|America|the (?:Near|Middle|Far) East)$")
_INNER_WAR = re.compile(
    r"\b(?:in|of|during) (?:the )?(?P<war>[^\W\d_a-z][^,]*? (?:[Ww]ars?|Revolution|Crusade))$"
)
_BETWEEN = re.compile(r"([^\W\d_a-z]\w*[^\W\do])[\u2013-]([^\W\d_a-z]\w+) War")
_LEVEL = re.compile(
    r"(?P<name>[^\W\d_a-z].*?) (?:Governorate|Province|District|County|Department|Oblast|Prefecture|Canton|Raion|"
    r"Islands?|Archipelago|Region|City|River)"
)
_TROOPS = ("Army", "forces")
_DYNASTIC = (" caliphate", " dynasty")
_AS_ADJECTIVE = (
    " (?:victory|defeat|army|forces|troops|soldiers|cavalry|infantry|side|camp|ranks|lines?|commanders?)"
)
_TRIA_NOMINA = ("praenomen", "nomen", "cognomen")
_PRAENOMINA = frozenset(
    word_list(
        "Publius Gaius Marcus Lucius Titus Quintus Gnaeus Aulus Sextus Decimus Tiberius Servius Manius Appius"
    )
)
_RANKS = "duke|marquess|marquis|earl|count|viscount|baron"
_PEER = re.compile(
    rf"(?: \d+(?:st|nd|rd|th) (?P<rank>{_RANKS})(?: of)?| (?P<office>{_RANKS}) of) (?P<seat>\w+)(?= )"
)
_PATRONYMIC = re.compile(r"(?P<name>[^\W\d_a-z]\w{3,}) (?:ap|ab|ferch|ibn|bin|ben|mac|fitz) ")


def list_also_right(asked: Asked) -> tuple[str, ...]:
    """Return every other name that may be typed for a key, its writer's own first."""
    names = (asked.prompt.key.removeprefix("the "), *asked.prompt.accepted)
    theirs, stem = _names_of_others(asked, names), f" {fold(asked.prompt.stem)} "
    found: dict[str, str] = {}
    for name in (*asked.prompt.accepted, *(each for way in WAYS for each in way(asked, names))):
        bare = fold(name).removeprefix("the ")
        if bare and bare != fold(names[0]) and not theirs & {bare, _bare(bare)} and f" {bare} " not in stem:
            found.setdefault(bare, name)
    return tuple(found.values())


def _bare(name: str) -> str:
    """Return a people without its troops: whose army it is decides."""
    return re.sub(r" (?:army|forces)$", "", name)


def _names_of_others(asked: Asked, names: tuple[str, ...]) -> frozenset[str]:
    """Return the names of the sides that the key is not on."""
    scene = asked.scene
    own = next((camp for camp in scene.camps if fold(names[0]) in camp.members), None)
    if own is None or asked.prompt.sort is not Sort.FORCE:
        return frozenset()
    others = scene.other_camps(own.number)
    peoples = {
        fold(each) for camp in others for name in camp.members for row in list_peoples(name) for each in row
    }
    return frozenset(peoples.union(*(camp.members for camp in others)) - own.members)


def _say_people(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a state's people, its army and its short name: "Japanese", "Japanese Army", "Japan"."""
    for name in names if asked.prompt.sort is Sort.FORCE else ():
        for adjective, people, state in list_peoples(name):
            yield from (each for each in (adjective, people, state) if each)
            yield from (f"{adjective} {troops}" for troops in _TROOPS)


def _say_polity(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield who lived in a realm that is called after them, where the article does: the Durranis; and its land."""
    for name in names if asked.prompt.sort is Sort.FORCE else ():
        people = name_of_polity(name)
        yield from (each for row in list_peoples(people) for each in row if each)
        if people and re.search(rf" {re.escape(fold(people))}(?:s|{_AS_ADJECTIVE}) ", asked.text):
            is_said = f" {fold(people)}s " in asked.text or f"{people}s" != with_the(f"{people}s")
            plural = (f"{people}s",) if is_said else ()
            yield from (people, *plural, *(f"{people} {troops}" for troops in _TROOPS))
        if f" {fold(name).removesuffix('s')} empire " in asked.text:
            yield f"{name.removesuffix('s')} Empire"
        if people and fold(name).endswith(_DYNASTIC):
            yield f"{people} Empire"
        land = name_of_land(name)
        if land:
            yield land


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
    parts = [fact.value for fact in asked.scene.index.list_of(FactType.PART_OF)]
    for name in (*names, *(parts if asked.fact.type is FactType.PART_OF else ())):
        inner = _INNER_WAR.search(name)
        for war in (name, *([inner["war"]] if inner else [])):
            short = _OF_REGION.sub("", war)
            yield from (war, short)
            yield from (*WORLD_WARS.get(fold(war), ()), *OTHER_WARS.get(fold(war), ()))
            yield from (re.sub(*swap, each) for swap in _SWAPPED for each in (war, short))
            yield from (f"{both[2]}–{both[1]} War" for both in [_BETWEEN.fullmatch(war)] if both)


_SWAPPED = ((r"\bHungarian\b", "Magyar"), (r"\bMagyar\b", "Hungarian"), (r"\bAmerican\b", "U.S."))


def _say_place(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a place without its level, and with the places that the infobox names it in."""
    if asked.prompt.sort is not Sort.PLACE or asked.prompt.place == "country":
        return
    for name in names:
        level = _LEVEL.fullmatch(name)
        if level:
            yield level["name"]
    for fact in asked.scene.index.list_of(FactType.PLACE):
        if names[0] in fact.aliases:
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


def _say_roman(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield a Roman by his family's name, alone and with what follows it: Canidius Crassus; not where two bear it."""
    words = names[0].split()
    if asked.prompt.sort is not Sort.PERSON or len(words) < len(_TRIA_NOMINA) or words[0] not in _PRAENOMINA:
        return
    own = {names[0], asked.fact.value}
    others = [each.value for camp in asked.scene.camps for each in camp.commanders if each.value not in own]
    if words[1].endswith("ius") and not any(words[1] in other.split() for other in others):
        yield from (words[1], " ".join(words[1:]))


def _say_peer(asked: Asked, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the title that the article gives somebody: Lord Raglan for FitzRoy Somerset, 1st Baron Raglan."""
    for name in names if asked.prompt.sort is Sort.PERSON and " " in names[0] else ():
        for at in re.finditer(rf" {re.escape(fold(name))}(?= )", asked.text):
            found = _PEER.match(asked.text, at.end())
            if found:
                seat = found["seat"].title()
                yield from (seat, f"Lord {seat}", f"{(found['rank'] or found['office']).title()} of {seat}")


WAYS: tuple[Callable[[Asked, tuple[str, ...]], Iterator[str]], ...] = (
    _say_people,
    _say_polity,
    _say_kindred,
    _say_state,
    _say_war,
    _say_place,
    _say_given_name,
    _say_roman,
    _say_peer,
)

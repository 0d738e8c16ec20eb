"""Writers of what an infobox says of the sides: who fought, commanded, and what became of commanders."""

import re
from collections.abc import Sequence

from quizapp.article.fact import INFOBOX, Fact, FactType
from quizapp.values.text import fold
from quizapp.writing.asking.telling import THE_SIDES, Telling
from quizapp.writing.camps import Camp
from quizapp.writing.english import begin, is_named, mend, stands_alone, with_the
from quizapp.writing.nations import languages_of, tell_apart
from quizapp.writing.prompt import Part, Prompt, Sort
from quizapp.writing.scene import Scene

_FATES = {
    "killed": "was killed",
    "wounded": "was wounded",
    "captured": "was captured",
    "missing": "went missing",
    "executed": "was executed",
    "surrendered": "surrendered",
}
_TOLD = {
    "killed": re.compile(r"\b(?:killed|slain|died|dead|death|fell|fatal|mortal)"),
    "wounded": re.compile(r"\b(?:wound|injur)"),
    "captured": re.compile(r"\b(?:captur|prisoner|surrender|taken)"),
    "missing": re.compile(r"\bmissing\b"),
    "surrendered": re.compile(r"\b(?:captur|prisoner|surrender|capitulat)"),
}
"""By what words a text tells of what became of a commander."""
_IMPLIED = {
    "killed": frozenset({"executed"}),
    "captured": frozenset({"executed", "surrendered"}),
    "surrendered": frozenset({"executed", "captured"}),
}
"""Who is marked so is no wrong answer either: he died too, or was taken first."""
_NEAR = 60  # characters before such a word in which the name stands; behind it half as many
MOST_OF_SIDE = 3
"""Commanders, and units, of a side that are asked one by one; a match asks the others too."""


def write_combatant(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who fought against whom; a side of several is asked for one of them."""
    camp = scene.camp(fact.side)
    against = scene.other_camps(fact.side)
    if camp is None or len(against) != 1 or not against[0].combatants or not stands_alone(fact.value, 5):
        return None
    enemy = with_the(against[0].combatants[0].value)
    others = tuple(other for other in camp.combatants if other is not fact)
    statement = f"{begin(with_the(fact.value))} fought against {against[0].name} in {scene.conflict}."
    key = with_the(fact.value)
    lures = tuple(
        (with_the(other.value), against[0].say_member(other.value)) for other in against[0].combatants[1:]
    )
    names = tuple(name for other in others for name in (other.value, *other.aliases))
    is_first = camp.combatants[0] is fact
    stem = f"Who fought against {enemy} in {scene.conflict}?"
    if others:
        stem = f"Name one of the parties that fought against {enemy} in {scene.conflict}."
    accepted = (*fact.aliases, *names)
    typed = Prompt(stem=stem, key=key, sort=Sort.FORCE, accepted=accepted, is_typed=True, barred=names)
    picked = Prompt(
        stem=f"Which of these fought against {enemy} in {scene.conflict}?",
        key=key,
        sort=Sort.FORCE,
        lures=lures,
        barred=names,
        part=Part.COMBATANT,
        is_open=True,
    )
    return Telling(statement, (picked, typed) if is_first else (picked,), THE_SIDES)


def write_commander(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who commanded a side, and for what the body says, who commanded a unit."""
    if fact.evidence.section != INFOBOX or fact.attribute != "commander":
        return None  # what the body says of commanders is asked as an event
    camp = scene.camp(fact.side)
    if camp is None or not camp.combatants or not is_named(fact.value) or not stands_alone(fact.value, 8):
        return None
    others = tuple(other for other in camp.commanders if other is not fact)
    names = tuple(name for other in others for name in (other.value, *other.aliases, *_seat_of(other.value)))
    lures = tuple(
        (mend(other.value), rival.say_member(other.value))
        for rival in scene.other_camps(fact.side)
        for other in rival.commanders
        if not rival.is_told_by(other.value) and not are_told_apart(camp, rival)
    )
    statement = f"{begin(mend(fact.value))} was a commander on the side of {camp.name} in {scene.conflict}."
    typed = Prompt(  # where there are more, the text may tell of others than the infobox
        stem=f"Who commanded on the side of {camp.name} in {scene.conflict}?",
        key=mend(fact.value),
        sort=Sort.PERSON,
        accepted=(*fact.aliases, *_seat_of(fact.value)),
        barred=names,
        is_typed=True,
    )
    picked = Prompt(
        stem=f"Which of these commanded on the side of {camp.name} in {scene.conflict}?",
        key=mend(fact.value),
        sort=Sort.PERSON,
        lures=lures,
        barred=names,
        part=Part.COMMANDER,
        is_open=True,
    )
    is_first = camp.commanders[0] is fact
    is_asked = fact in camp.commanders[:MOST_OF_SIDE] and not camp.is_told_by(fact.value)
    picks = (picked,) if is_asked else ()
    return Telling(statement, (*picks, typed) if is_first and not others else picks, THE_SIDES)


def are_told_apart(camp: Camp, rival: Camp) -> bool:
    """Whether who speaks which language can tell the commanders of two sides apart by their names alone."""
    return tell_apart(*([fact.value for fact in side.combatants] for side in (camp, rival)))


def _seat_of(name: str) -> tuple[str, ...]:
    """Return by what a peer is called for short: the Duke of Wellington is Wellington."""
    office, of, seat = name.rpartition(" of ")
    return (seat,) if of and office in {"Duke", "Earl", "Marquess", "Count", "Viscount", "Lord"} else ()


def write_unit(fact: Fact, scene: Scene) -> Telling | None:
    """Ask which unit fought on a side, where the other side's units are named too."""
    camp = scene.camp(fact.side)
    if camp is None or not camp.combatants or not is_named(fact.value) or not stands_alone(fact.value, 8):
        return None
    if tells_side(fact.value, camp):
        return None
    names = tuple(name for other in camp.units for name in (other.value, *other.aliases))
    lures = tuple(
        (other.value, rival.say_member(other.value))
        for rival in scene.other_camps(fact.side)
        for other in rival.units
        if not tells_side(other.value, rival)
    )
    statement = f"{begin(with_the(fact.value))} fought on the side of {camp.name} in {scene.conflict}."
    picked = Prompt(
        stem=f"Which of these units fought on the side of {camp.name} in {scene.conflict}?",
        key=fact.value,
        sort=Sort.FORCE,
        lures=lures,
        barred=(*names, *camp.members),
        part=Part.UNIT,
        is_open=True,
    )
    return Telling(statement, (picked,) if fact in camp.units[:MOST_OF_SIDE] else (), THE_SIDES)


def tells_side(unit: str, camp: Camp) -> bool:
    """Whether a unit's name tells its side: by a party's name, its initials or its language."""
    folded, words = fold(unit), set(re.findall(r"[A-Z]{2,}", unit))
    for party in camp.combatants:
        initials = "".join(word[0] for word in party.value.split() if word[0].isupper())
        if fold(party.value) in folded or words & {initials, *party.aliases}:
            return True
        if languages_of(unit) & languages_of(party.value):
            return True
    return False


def _say_fate(name: str, scene: Scene) -> str:
    """Say what became of a commander, as far as the infobox does."""
    fates = (fact.value for fact in scene.facts if fact.attribute == "fate" and fact.subject == name)
    return next((f"{begin(mend(name))} {_FATES[fate]}." for fate in fates if fate in _FATES), "")


def _find_told(fate: str, scene: Scene) -> tuple[str, ...]:
    """Return, folded, what stands near each word of the text that tells of such a fate."""
    if fate not in _TOLD:
        return ()
    texts = [sentence.text for sentence in scene.article.sentences()]
    found = [(text, match.start(), match.end()) for text in texts for match in _TOLD[fate].finditer(text)]
    return tuple(fold(text[max(0, start - _NEAR) : end + _NEAR // 2]) for text, start, end in found)


def _may_share(name: str, fate: str, told: tuple[str, ...], scene: Scene) -> bool:
    """Whether the same may have befallen another: the text tells of it near his name, or it came later."""
    if fate == "executed":
        return not _say_fate(name, scene)
    words = re.findall(r"[^\W\d_]{4,}", fold(name.partition(",")[0]))
    return bool(words) and any(f" {words[-1]} " in f" {near} " for near in told)


def list_survivors(fate: str, fallen: Sequence[str], scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the commanders whom a fate did not befall, as far as cells and text say, with what they really were.

    Those of the side of the fallen come first; nobody, where all others are told apart from them by their names.
    """
    befell = {fate} | _IMPLIED.get(fate, frozenset())
    barred = {other.subject for other in scene.fates if other.value in befell}
    told_so = _find_told(fate, scene)
    listed = [
        (camp, commander.value, _say_fate(commander.value, scene) or camp.say_member(commander.value))
        for camp in sorted(scene.camps, key=lambda camp: not _has(camp, fallen))
        for commander in camp.commanders
        if commander.value not in barred and not _may_share(commander.value, fate, told_so, scene)
    ]
    sides = [camp for camp in scene.camps if _has(camp, fallen)]
    if not any(camp in sides or not are_told_apart(sides[0], camp) for camp, _, _ in listed if sides):
        return ()
    return tuple((name, said) for _, name, said in listed)


def _has(camp: Camp, names: Sequence[str]) -> bool:
    """Whether a side has one of these commanders."""
    return any(commander.value in names for commander in camp.commanders)


def write_fate(fact: Fact, scene: Scene) -> Telling | None:
    """Ask which commander was killed or captured, where the others were not."""
    if fact.type is not FactType.DETAIL or fact.attribute != "fate" or fact.value not in _FATES:
        return None
    said = _FATES[fact.value]
    same = tuple(
        other.subject for other in scene.fates if other.value == fact.value and other.subject != fact.subject
    )
    lures = list_survivors(fact.value, (fact.subject,), scene)
    is_later = (
        fact.value == "executed"
    )  # a battle's commanders are executed after it, some of them years after
    where = f"who fought in {scene.conflict}" if is_later else f"in {scene.conflict}"
    stem = (
        f"Which of these commanders {where} {said}?"
        if is_later
        else f"Which of these commanders {said} {where}?"
    )
    picked = Prompt(
        stem=stem,
        key=fact.subject,
        sort=Sort.PERSON,
        lures=lures,
        barred=same,
        part=Part.COMMANDER,
        is_open=True,
    )
    told = f"{fact.subject}, {where}, {said}." if is_later else f"{fact.subject} {said} {where}."
    return Telling(told, (picked, *_ask_what_became(fact, scene)), THE_SIDES)


def _ask_what_became(fact: Fact, scene: Scene) -> tuple[Prompt, ...]:
    """Ask on a card what became of a commander, if it is one thing only, and he is one of the first of his side."""
    told = sum(other.subject == fact.subject for other in scene.fates)
    beside = [other for other in scene.fates if other.side == fact.side]
    if told > 1 or fact not in beside[:MOST_OF_SIDE] or not stands_alone(fact.subject, 6):
        return ()
    name = mend(fact.subject)
    when = "after" if fact.value == "executed" else "in"
    stem = f"What became of {name} {when} {scene.conflict}?"
    return (Prompt(stem=stem, key=f"{begin(name)} {_FATES[fact.value]}.", sort=Sort.PHRASE),)

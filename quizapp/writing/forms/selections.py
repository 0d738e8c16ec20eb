"""Choices of several right options: which commanders were killed, which parties fought on a side."""

from collections.abc import Iterator, Mapping

from quizapp.article.fact import Confidence, Fact
from quizapp.questions.card import Card
from quizapp.questions.choices import Choices
from quizapp.questions.options import Option
from quizapp.values.text import fold
from quizapp.writing.asking.sides import are_told_apart, list_survivors
from quizapp.writing.asking.telling import THE_SIDES
from quizapp.writing.camps import Camp
from quizapp.writing.draft import Drafted
from quizapp.writing.english import begin, is_named, join_all, mend, stands_alone, with_the
from quizapp.writing.scene import Scene

FEWEST, MOST = 2, 4
"""Right options, and wrong ones."""
_MOST_WORDS = 6
_FATES = {"killed": "were killed", "captured": "were captured", "wounded": "were wounded"}


def find_selections(scene: Scene, _statements: Mapping[str, str]) -> Iterator[Drafted]:
    """Yield which commanders were killed or captured, and which parties and commanders were of a side."""
    for fate, said in _FATES.items():
        yield from _ask_fate(fate, said, scene)
    if len(scene.camps) == FEWEST:
        for camp, rival in zip(scene.camps, reversed(scene.camps), strict=True):
            yield from _ask_parties(camp, rival, scene)
        first, second = scene.camps
        yield from _ask_commanders(first, second, scene)


def _ask_fate(fate: str, said: str, scene: Scene) -> Iterator[Drafted]:
    facts = tuple(
        fact
        for fact in scene.facts
        if fact.attribute == "fate" and fact.value == fate and fact.confidence is Confidence.HIGH
    )
    same = {fact.subject for fact in scene.fates if fact.value == fate}
    lures = [
        Option(text=begin(mend(name)), feedback=feedback)
        for name, feedback in list_survivors(fate, tuple(fact.subject for fact in facts), scene)
        if stands_alone(name, 8)
    ]
    if any("," in fact.subject for fact in facts):
        return  # "the Earl of Dorn, Earl of Lamar" may be two
    if same != {fact.subject for fact in facts} or not FEWEST <= len(facts) <= MOST or len(lures) < FEWEST:
        return
    names = tuple(begin(mend(fact.subject)) for fact in facts)
    stem = f"Which of these commanders {said} in {scene.conflict}?"
    yield from _draft(
        f"{fate}-commanders", f"{join_all(names)} {said} in {scene.conflict}.", facts, stem, names, lures
    )


def _ask_parties(camp: Camp, rival: Camp, scene: Scene) -> Iterator[Drafted]:
    """Ask for the parties of a side, but for those by which the side or its foe is named."""
    facts = _pick(camp.combatants, camp, rival)
    lures = [
        Option(text=begin(with_the(fact.value)), feedback=rival.say_member(fact.value))
        for fact in _pick(rival.combatants, camp, rival)
    ]
    if len(facts) < FEWEST or len(lures) < FEWEST:
        return
    names = tuple(begin(with_the(fact.value)) for fact in facts)
    stem = f"Which of these fought on the side of {camp.name} in {scene.conflict}?"
    told = (
        f"{begin(join_all(tuple(with_the(fact.value) for fact in facts)))} fought on the side of {camp.name}."
    )
    yield from _draft(f"parties-of-side-{camp.number}", told, facts, stem, names, lures[:MOST])


def _ask_commanders(first: Camp, second: Camp, scene: Scene) -> Iterator[Drafted]:
    """Ask for the commanders of the first side; of both, on cards, where their names tell whose they are."""
    if are_told_apart(first, second):
        for camp in (first, second):
            yield from _ask_names(camp, scene)
    else:
        yield from _pick_commanders(first, second, scene)


def _ask_names(camp: Camp, scene: Scene) -> Iterator[Drafted]:
    """Ask on a card for all commanders of a side, or for some of many."""
    listed = tuple(fact for fact in camp.commanders if _is_clear(fact) and "," not in fact.value)
    facts = listed[:MOST]
    if len(facts) < FEWEST or not camp.combatants:
        return
    names = join_all(tuple(mend(fact.value) for fact in facts))
    is_part = len(camp.commanders) > len(facts)
    stem = f"Who commanded on the side of {camp.name} in {scene.conflict}?"
    stem = f"{stem} Name some of them." if is_part else stem
    told = f"{begin(names)} commanded on the side of {camp.name} in {scene.conflict}."
    card = Card(type="card", stem=stem, key=begin(f"{names}, among others." if is_part else f"{names}."))
    yield Drafted(f"commanders-of-side-{camp.number}", told, facts, (card,), THE_SIDES, is_sure=True)


def _pick_commanders(camp: Camp, rival: Camp, scene: Scene) -> Iterator[Drafted]:
    facts = _pick(camp.commanders, camp, rival)
    lures = [
        Option(text=begin(mend(fact.value)), feedback=rival.say_member(fact.value))
        for fact in _pick(rival.commanders, camp, rival)
    ]
    if len(facts) < FEWEST or len(lures) < FEWEST or not camp.combatants:
        return
    names = tuple(begin(mend(fact.value)) for fact in facts)
    stem = f"Which of these commanded on the side of {camp.name} in {scene.conflict}?"
    told = f"{join_all(names)} commanded on the side of {camp.name} in {scene.conflict}."
    yield from _draft(f"commanders-of-side-{camp.number}", told, facts, stem, names, lures[:MOST])


def _is_clear(fact: Fact) -> bool:
    return (
        fact.confidence is Confidence.HIGH and is_named(fact.value) and stands_alone(fact.value, _MOST_WORDS)
    )


def _pick(listed: tuple[Fact, ...], *sides: Camp) -> tuple[Fact, ...]:
    """Return the first few of a list that no name of the sides tells."""
    found = [
        fact for fact in listed if _is_clear(fact) and not any(camp.is_told_by(fact.value) for camp in sides)
    ]
    return tuple(found[:MOST])


def _draft(
    id_: str, told: str, facts: tuple[Fact, ...], stem: str, names: tuple[str, ...], lures: list[Option]
) -> Iterator[Drafted]:
    """Yield the question, unless a name is on both lists, as who changed sides is, or twice on one."""
    right, wrong = list(map(_bare, names)), [_bare(lure.text) for lure in lures[:MOST]]
    listed = [*right, *wrong]
    if any(
        f" {one} " in f" {other} "
        for at, one in enumerate(listed)
        for other in listed[:at] + listed[at + 1 :]
    ):
        return
    key = tuple(Option(text=name) for name in names)
    question = Choices(type="choices", stem=stem, key=key, distractors=tuple(lures[:MOST]))
    yield Drafted(id_, told, facts, (question,), THE_SIDES, is_sure=True)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")

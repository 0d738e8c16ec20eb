"""Matches: commanders to their sides, units to their sides, as facts of their own."""

from collections.abc import Iterator, Mapping

from quizapp.article.fact import Confidence, Fact
from quizapp.questions.match import Match
from quizapp.values.text import fold
from quizapp.writing.asking.sides import are_told_apart, tells_side
from quizapp.writing.asking.telling import THE_SIDES
from quizapp.writing.camps import Camp
from quizapp.writing.draft import Drafted
from quizapp.writing.english import begin, is_named, mend, stands_alone, with_the
from quizapp.writing.scene import Scene

FEWEST, MOST = 3, 6


def find_pairings(scene: Scene, _statements: Mapping[str, str]) -> Iterator[Drafted]:
    """Yield a match of commanders and one of units, where at least two sides have some."""
    for name, what in (("commanders", "commander"), ("units", "unit")):
        sides = [camp for camp in scene.camps if camp.combatants and _listed(camp, name)]
        chosen = _take_turns(sides, name)
        if len(sides) < 2 or len(chosen) < FEWEST or len({camp.name for camp, _ in chosen}) < 2:
            continue
        if name == "commanders" and are_told_apart(*sides[:2]):
            continue  # a Japanese name among American ones goes where it belongs by itself
        key = {begin(mend(fact.value)): begin(camp.name) for camp, fact in chosen}
        say = mend if name == "commanders" else with_the  # "William F. Garrison" is no garrison
        told = "; ".join(f"{say(fact.value)} fought on the side of {camp.name}" for camp, fact in chosen)
        stem = f"On which side did each {what} fight in {scene.conflict}?"
        question = Match(type="match", stem=stem, key=key)
        facts = tuple(fact for _, fact in chosen)
        yield Drafted(f"sides-of-{name}", f"{begin(told)}.", facts, (question,), THE_SIDES, is_sure=True)


def _listed(camp: Camp, name: str) -> tuple[Fact, ...]:
    listed = camp.commanders if name == "commanders" else camp.units
    return tuple(
        fact
        for fact in listed
        if fact.confidence is Confidence.HIGH
        and is_named(fact.value)
        and stands_alone(fact.value, 7)
        and not (name == "units" and tells_side(fact.value, camp))
        and not camp.is_told_by(fact.value)
    )


def _take_turns(sides: list[Camp], name: str) -> list[tuple[Camp, Fact]]:
    """Return up to six, from each side in turn."""
    listed = [(camp, _listed(camp, name)) for camp in sides]
    longest = max((len(facts) for _, facts in listed), default=0)
    turns = [(camp, facts[at]) for at in range(longest) for camp, facts in listed if at < len(facts)]
    once = {fold(fact.value): (camp, fact) for camp, fact in reversed(turns)}
    return list(reversed(once.values()))[:MOST]

"""Writers of how a battle ended: whose victory it was, who won, and what it led to."""

import re

from quizapp.article.fact import Fact
from quizapp.values.text import fold
from quizapp.writing.asking.telling import THE_BATTLE, Telling
from quizapp.writing.camps import Camp
from quizapp.writing.english import a_or_an, begin, is_named, stands_alone, with_the
from quizapp.writing.gazetteer import FOES
from quizapp.writing.nations import languages_of
from quizapp.writing.peoples import KINDRED, adjective_of
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_VICTORY = re.compile(r"(?P<how>(?:[a-z-]+ )*)(?P<whose>[^\W\d_a-z].*) [Vv]ictory")
_OUTCOMES = ("a stalemate", "a ceasefire", "a mutual withdrawal")
"""No two of them may be the same thing in other words: a stalemate is an inconclusive outcome."""
_IS_SENTENCE = re.compile(
    r"\b(?:[a-z]+ed|begins|ends|falls|retreats?|withdraws?|remains?)$|\b(?:is|are|was|were)\b"
)
"""What says itself what came about, and is nothing that a battle leads to: "Rebellion crushed"."""


def write_result(fact: Fact, scene: Scene) -> Telling | None:
    """Ask how the battle ended, where the infobox says whose victory it was."""
    if not scene.is_battle(fact.subject) or fact.attribute != "result" or not stands_alone(fact.value, 10):
        return None
    found = _VICTORY.fullmatch(fact.value)
    if not found:
        return None
    how, whose = found["how"], found["whose"]
    key = f"with {_victory(how, whose)}"
    lures = [(f"With {_victory(how, loser)}", f"It ended {key}.") for loser in _find_losers(whose, scene)[:1]]
    lures += [(f"With {outcome}", f"It ended {key}.") for outcome in _OUTCOMES]
    prompt = Prompt(
        stem=f"How did {scene.conflict} end?",
        key=key,
        sort=Sort.RESULT,
        lures=tuple(lures[:3]),
        barred=(whose,),
    )
    camp = scene.find_camp(whose) or _find_kin(whose, scene)
    won = ask_winner(with_the(camp.combatants[0].value), camp, scene) if camp and camp.combatants else None
    return Telling(f"{begin(scene.conflict)} ended {key}.", (prompt, *filter(None, (won,))), THE_BATTLE)


def ask_winner(winner: str, camp: Camp, scene: Scene) -> Prompt:
    """Ask who won; any party of the side may be typed."""
    parties = camp.party_names
    return Prompt(
        stem=f"Who won {scene.conflict}?",
        key=winner,
        sort=Sort.FORCE,
        accepted=(*parties, *(each.value for each in camp.commanders[:1])),
        barred=parties,
        is_typed=True,
    )


def _find_losers(winner: str, scene: Scene) -> list[str]:
    """Return the sides against which a victory was, as they stand before "victory"."""
    camp = _find_winners(winner, scene)
    if camp is None:
        return _find_foes(winner, scene)
    others = scene.other_camps(camp.number)
    known = _find_foes(winner, scene)
    if known and any(_is_called(known[0], each.value) for other in others for each in other.combatants):
        return known
    said = [adjective_of(other.combatants[0].value) for other in others if other.combatants]
    return [each for each in said if " of " not in each]


def _is_called(name: str, party: str) -> bool:
    """Whether a party goes by a name too: the United States were the Union, beside the Confederate States."""
    return any(fold(party) in parties.split("|") and name in others.split("|") for parties, others in KINDRED)


def _find_foes(winner: str, scene: Scene) -> list[str]:
    """Return against whom a side always fought in its war: the Union against the Confederates."""
    pairs = [(one, other) for first, last, one, other in FOES if first <= (scene.year or 0) <= last]
    return [loser for one, other in pairs for won, loser in ((one, other), (other, one)) if won == winner]


def _find_winners(winner: str, scene: Scene) -> Camp | None:
    """Return the side of a winner, or of each of two that are named with "and"."""
    camp = scene.find_camp(winner) or _find_kin(winner, scene)
    if camp is None and " and " in winner:
        both = [scene.find_camp(scene.spell(each)) for each in winner.split(" and ")]
        camp = both[0] if len({each.number if each else None for each in both}) == 1 else None
    return camp


def _find_kin(winner: str, scene: Scene) -> Camp | None:
    """Return the only side of the winner's language: of Epirus and Rome, Epirus won a "Greek victory"."""
    tongue = languages_of(winner)
    kin = [camp for camp in scene.camps if any(tongue & languages_of(fact.value) for fact in camp.combatants)]
    return kin[0] if len(kin) == 1 else None


def write_consequence(fact: Fact, scene: Scene) -> Telling | None:
    """Ask on a card for what came of the battle, where the infobox names one thing."""
    alike = [each for each in scene.facts if each.attribute == fact.attribute]
    if fact.attribute != "consequence" or len(alike) > 1 or not scene.is_battle(fact.subject):
        return None
    if not stands_alone(fact.value, 12) or not is_named(fact.value) or _IS_SENTENCE.search(fact.value):
        return None
    if _VICTORY.match(begin(fact.value)):
        return None  # of another sort than the result: "Union strategic victory"
    value = with_the(fact.value)
    prompt = Prompt(stem=f"What did {scene.conflict} lead to?", key=f"{begin(value)}.", sort=Sort.PHRASE)
    return Telling(f"{begin(scene.conflict)} led to {value}.", (prompt,), THE_BATTLE)


def _victory(how: str, whose: str) -> str:
    whose = re.sub(
        r"^(?:Royal|Baronial|Rebel|Government|Royalist|Imperial)\b", lambda found: found[0].lower(), whose
    )
    return f"{a_or_an(f'{how}{whose}')} victory"

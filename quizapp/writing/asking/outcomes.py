"""Writers of what a battle brought about, how long it lasted, and when the war around it began."""

import re

from quizapp.article.fact import Fact, FactType
from quizapp.values.dates import Precision, say
from quizapp.values.text import fold
from quizapp.writing.asking.clauses import head_of, join
from quizapp.writing.asking.outline import ask_when
from quizapp.writing.asking.results import ask_winner
from quizapp.writing.asking.telling import THE_BATTLE, Telling
from quizapp.writing.english import begin, is_named, say_on, stands_alone, with_the
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_BROUGHT = {
    "cause": ("", "cause"),
    "result": ("in", "result in"),
    "lead": ("to", "lead to"),
    "mark": ("", "mark"),
    "end": ("", "bring to an end"),
    "bring": ("about", "bring about"),
    "secure": ("", "secure"),
    "halt": ("", "halt"),
    "prevent": ("", "prevent"),
    "establish": ("", "establish"),
    "confirm": ("", "confirm"),
}
"""Verbs of what a battle brought about, with their particle, and how that is asked."""
_BEGINS = {"begin": "begin", "start": "begin", "end": "end", "break": "break out"}
_ASKED = frozenset({*_BROUGHT, *_BEGINS, "last"})
_LASTED = re.compile(
    r"(?:(?:about|around|over|nearly|almost|(?:less|more) than|for) ?)*(?:an?|[a-z-]+|\d+)(?: and a half)? "
    r"(?:hours?|days?|weeks?|months?|minutes|years?)"
)
_VICTORY = re.compile(r"\b(?:victory|victories|defeat|defeating|win|stalemate|draw)\b")
_MOST_WORDS = 16


def write_outcome(fact: Fact, scene: Scene) -> Telling | None:
    """Ask what the battle brought about, how long it lasted, and in which year its war began."""
    if fact.clause is None or fact.according_to or head_of(fact.clause) not in _ASKED:
        return None
    if scene.is_aside(fact):
        return None
    if _is_of_battle(fact, scene):
        return _write_lasting(fact, scene) or _write_effect(fact, scene)
    return _write_war(fact, scene)


def _is_of_battle(fact: Fact, scene: Scene) -> bool:
    """Whether the battle is meant: by its title, or by the place in it."""
    assert fact.clause is not None
    subject = fold(fact.clause.subject)
    return scene.is_battle(fact.clause.subject) or fold(scene.title) in (
        f"battle of {subject}",
        f"siege of {subject}",
    )


def _write_effect(fact: Fact, scene: Scene) -> Telling | None:
    clause = fact.clause
    assert clause is not None
    particle, asked = _BROUGHT.get(head_of(clause), ("-", ""))
    value = join(clause.object, clause.rest)
    if clause.is_passive or clause.verb.particle != particle or not is_named(value):
        return None
    if _VICTORY.search(value) and head_of(clause) in {"result", "end", "lead"}:
        return None  # that is asked of the result
    if not stands_alone(value, _MOST_WORDS) or not clause.object or not _tells_once(fact, scene):
        return None
    stem = f"What did {scene.conflict} {asked}?"
    prompt = Prompt(stem=stem, key=f"{begin(value)}.", sort=Sort.PHRASE)
    told = f"{begin(scene.conflict)} {join(clause.verb.past, particle, value)}."
    return Telling(told, (prompt,), THE_BATTLE)


def _tells_once(fact: Fact, scene: Scene) -> bool:
    """Whether no other fact tells with the same verb what the battle brought about."""
    alike = [each for each in scene.facts if each.attribute == fact.attribute and each.clause is not None]
    return next(each for each in alike if _is_of_battle(each, scene)) is fact


def _write_lasting(fact: Fact, scene: Scene) -> Telling | None:
    clause = fact.clause
    assert clause is not None
    if (
        head_of(clause) != "last"
        or clause.is_passive
        or any(scene.is_battle(each.subject) for each in scene.index.list_of(FactType.DURATION))
    ):
        return None
    value = join(clause.verb.particle, clause.object, clause.rest).removeprefix("for ")
    if not _LASTED.fullmatch(value):
        return None
    prompt = Prompt(stem=f"How long did {scene.conflict} last?", key=f"{begin(value)}.", sort=Sort.PHRASE)
    return Telling(f"{begin(scene.conflict)} lasted {value}.", (prompt,), THE_BATTLE)


def _write_war(fact: Fact, scene: Scene) -> Telling | None:
    """Ask in which year the war of which the battle was a part began or ended."""
    clause, when = fact.clause, fact.date
    assert clause is not None
    base = _BEGINS.get(head_of(clause), "")
    if not base or not is_war_around(fact, scene) or when is None or not fact.is_dated_surely:
        return None
    if (
        not when.is_one
        or when.precision is Precision.DAY
        or clause.object
        or clause.rest
        or clause.is_passive
    ):
        return None
    war = with_the(clause.subject)
    said = say(when)
    if said.split()[-1] in war or (head_of(clause) == "break" and clause.verb.particle != "out"):
        return None
    prompt = Prompt(stem=f"{ask_when(when)} did {war} {base}?", key=said, sort=Sort.DATE, when=when)
    past = {"begin": "began", "end": "ended"}.get(base, "broke out")
    return Telling(f"{begin(war)} {past} {say_on(when)}.", (prompt,), THE_BATTLE)


def is_war_around(fact: Fact, scene: Scene) -> bool:
    """Whether a fact is told of a conflict that the battle was a part of."""
    name = fold(with_the(fact.subject)).removeprefix("the ")
    parts = [fold(each.value).removeprefix("the ") for each in scene.index.list_of(FactType.PART_OF)]
    return name in parts


def write_winner(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who won, where the text says so and the infobox knows the side."""
    if fact.attribute != "winner" or not scene.is_battle(fact.subject) or fact.according_to:
        return None
    camp = scene.find_camp(fact.value)
    if camp is None or not camp.combatants or not is_named(fact.value) or not stands_alone(fact.value, 6):
        return None
    winner = with_the(fact.value)
    return Telling(f"{begin(winner)} won {scene.conflict}.", (ask_winner(winner, camp, scene),), THE_BATTLE)

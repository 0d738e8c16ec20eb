"""What became of somebody: who was crowned, captured or buried, asked where that is told of nobody else."""

import re

from quizapp.article.fact import Clause, Fact
from quizapp.values.dates import When
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.clauses import head_of, join
from quizapp.writing.asking.lexicon import FORCES, PEOPLES
from quizapp.writing.english import is_event, is_name, is_named, say_on
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_FATES = frozenset(
    word_list(
        "bury crown execute kill wound capture behead hang assassinate murder imprison exile elect depose ransom"
        " excommunicate canonise canonize knight arrest proclaim acclaim anoint"
    )
)
_MOST_WORDS = 5
_THING = re.compile(
    r"an? (?:[a-z]+ )?(?:arrow|bullet|shell|cannonball|sniper|grenade|shot|splinter|ball|spear)$"
)
"""By what one man was killed, whoever else was killed otherwise."""


def ask_fate(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask to whom it happened, where the place or the hand is named, and the text tells it of nobody else."""
    name = clause.subject
    told = join(clause.rest, f"by {scene.phrase(clause.agent)}" if clause.agent else "")
    if (
        not clause.is_passive
        or clause.is_plural
        or head_of(clause) not in _FATES
        or not (is_named(told) or clause.agent)
    ):
        return []
    if not _is_person(name) or any(word in fold(told).split() for word in fold(name).split()):
        return []
    others = tuple(_also_suffered(fact, clause, scene))
    fallen = tuple(
        each.subject
        for each in scene.facts
        if each.attribute == "fate" and each.subject != name and each.value == clause.verb.participle
    )  # by what hand, no cell says
    if others and when is None:
        return []
    date = f" {say_on(when)}" if when is not None else ""
    asked = f"who was {join(clause.verb.participle, clause.verb.particle, told)}{date}?"
    key = scene.name_in_full(name)
    stem = scene.frame(fact, asked)
    return [Prompt(stem=stem, key=key, sort=Sort.PERSON, accepted=(name,), barred=(*others, *fallen))]


def _is_person(name: str) -> bool:
    """Whether a name may be a person's: a proper name of few words, of no force, people or event."""
    is_force = bool(FORCES.search(name) or PEOPLES.fullmatch(name) or name.startswith("the "))
    return (
        is_name(name)
        and is_named(name)
        and len(name.split()) <= _MOST_WORDS
        and not (is_force or is_event(name))
    )


def _also_suffered(fact: Fact, clause: Clause, scene: Scene) -> list[str]:
    """Return of whom else the text or the infobox tells the same."""
    bases = {clause.verb.base}
    found = [
        other.clause.subject
        for other in scene.facts
        if other is not fact
        and other.clause is not None
        and other.clause.is_passive
        and other.clause.verb.base in bases
    ]
    if _THING.match(clause.agent):
        return [
            each.clause.subject
            for each in scene.facts
            if each.clause and each.clause.agent == clause.agent and each.clause.subject != clause.subject
        ]
    found += [
        other.subject
        for other in scene.facts
        if other.attribute == "fate" and other.value == clause.verb.participle
    ]
    return [each for each in found if fold(each) != fold(clause.subject)]

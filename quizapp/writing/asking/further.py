"""Writers of what no date is told of: where somebody went, with what troops were armed, whom somebody pardoned.

Each asks for a phrase, on a card, where the text tells the like of the same person only once.
"""

import re
from collections.abc import Callable

from quizapp.article.fact import Clause, Fact
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.clauses import ask_did, head_of, join, tell
from quizapp.writing.asking.lexicon import FORCES, PEOPLES
from quizapp.writing.asking.places import take_kind
from quizapp.writing.asking.telling import Telling, name_topic
from quizapp.writing.english import begin, is_event, is_name, is_named, stands_alone
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_WENT = frozenset(
    word_list(
        "flee escape land camp encamp spend sail take bring bury exile banish send transport imprison retire withdraw"
        " retreat return assemble gather muster winter disembark anchor crown"
    )
)
_GIVEN = frozenset(word_list("equip arm replace supply reward charge"))
_WHOM = frozenset(
    word_list(
        "pardon appoint marry behead assassinate dismiss depose excommunicate promote betray execute murder"
    )
)
_VERBS = _WENT | _GIVEN | _WHOM | {"fight"}
_TO_PLACE = re.compile(
    r"(?P<before>(?:[^A-Z]* )?)(?P<how>to|into|at|in|near|outside) (?P<name>(?:the )?[^\W\d_a-z].*)"
)
_WITH = re.compile(r"(?P<how>(?:mainly|mostly|chiefly|largely|generally)? ?)with (?P<what>.+)")
_HOW = frozenset(word_list("to into at in near outside"))
_MOST_WORDS = 7
_VAGUE = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them|those|these|which|who|only)\b|\d")
_LIKE_A_FORCE = re.compile(r"\b(?:remaining|main|other|some|many|most|few|several|two|three|four)\b")


def write_further(fact: Fact, scene: Scene) -> Telling | None:
    """Ask what an event without a date tells of somebody who is named."""
    clause = fact.clause
    if clause is None or head_of(clause) not in _VERBS or fact.according_to or scene.is_aside(fact):
        return None
    subject = clause.subject
    if not is_named(subject) or not stands_alone(subject, _MOST_WORDS) or _LIKE_A_FORCE.search(subject):
        return None
    if _is_told_back(fact, clause) or scene.is_battle(subject):
        return None
    asked = next((found for ask in _ASKS if (found := ask(clause, scene)) is not None), None)
    if asked is None or _is_told_again(fact, clause, scene):
        return None
    stem, key = asked
    if not stands_alone(key) or _VAGUE.search(key) or _VAGUE.search(stem):
        return None
    prompt = Prompt(stem=scene.frame(fact, stem), key=begin(key), sort=Sort.PHRASE)
    return Telling(f"{begin(tell(clause, scene))}.", (prompt,), name_topic(fact))


def _ask_where(clause: Clause, scene: Scene) -> tuple[str, str] | None:
    """Ask where somebody went, or was brought, if the place has a name."""
    if head_of(clause) not in _WENT:
        return None
    particle, how = clause.verb.particle, ""
    if particle in _HOW and not clause.rest:
        how, name, said = particle, clause.object, ""
    elif not particle and (found := _TO_PLACE.fullmatch(clause.rest)):
        how, name, said = found["how"], found["name"], join(clause.object, found["before"].strip())
    elif not particle and (found := _TO_PLACE.fullmatch(clause.object)):
        how, name, said = found["how"], found["name"], found["before"].strip()
    else:
        return None
    kind, bare = take_kind(name)
    if not bare or not is_name(bare) or " and " in bare or is_event(bare) or FORCES.search(bare):
        return None
    if (
        re.search(r"ing\b|\bway\b|\band\b", said)
        or PEOPLES.fullmatch(bare)
        or not (kind or how == "to" or scene.own_words.is_place(bare))
        or _is_somebody(bare, scene)
    ):
        return None
    did = _did(clause, said, scene)
    return (f"near which place {did}?" if how in {"near", "outside"} else f"where {did}?"), name


def _did(clause: Clause, said: str, scene: Scene) -> str:
    subject = scene.phrase(clause.subject)
    if clause.is_passive:
        return join("were" if clause.is_plural else "was", subject, clause.verb.participle, said)
    return join("did", subject, clause.verb.base, said)


def _is_somebody(name: str, scene: Scene) -> bool:
    """Whether a name is a commander's, or the text tells what it did."""
    folded = fold(name)
    return any(
        f" {folded} " in f" {fold(fact.value)} " for camp in scene.camps for fact in camp.commanders
    ) or any(folded in fold(fact.clause.subject).split() for fact in scene.facts if fact.clause)


def _ask_with(clause: Clause, scene: Scene) -> tuple[str, str] | None:
    """Ask with what troops were armed, or by what something was replaced."""
    found = _WITH.fullmatch(clause.rest)
    if not clause.is_passive or head_of(clause) not in _GIVEN or clause.object or not found:
        return None
    was = "were" if clause.is_plural else "was"
    how = found["how"].strip()
    return f"with what {join(was, scene.phrase(clause.subject), how, clause.verb.participle)}?", found["what"]


def _ask_whom(clause: Clause, scene: Scene) -> tuple[str, str] | None:
    """Ask whom somebody pardoned, married or betrayed, and for whom he fought."""
    name = scene.name_in_full(clause.object)
    if clause.is_passive or clause.rest or not is_name(name) or not is_named(name) or " and " in name:
        return None
    if head_of(clause) == "fight" and clause.verb.particle == "for":
        return f"for whom did {scene.phrase(clause.subject)} fight?", name
    if (
        head_of(clause) not in _WHOM
        or clause.verb.particle
        or scene.own_words.is_place(name)
        or len(name.split()) < 2
    ):
        return None
    return f"whom {ask_did(clause, scene).removesuffix(clause.object).strip()}?", name


_ASKS: tuple[Callable[[Clause, Scene], tuple[str, str] | None], ...] = (_ask_where, _ask_with, _ask_whom)


def _is_told_back(fact: Fact, clause: Clause) -> bool:
    """Whether the text looks back to it from a later time, so that no heading says when it was."""
    return bool(
        re.search(rf"\bhad (?:\w+ )?(?:been )?{re.escape(clause.verb.participle)}\b", fact.evidence.quote)
    )


def _is_told_again(fact: Fact, clause: Clause, scene: Scene) -> bool:
    """Whether the like is told of the same subject in other words, so that there are two answers."""
    words = set(fold(clause.subject).split())
    for other in scene.facts:
        if other is fact or other.clause is None or head_of(other.clause) != head_of(clause):
            continue
        if words & set(fold(other.clause.subject).split()) - {"the", "of", "and"}:
            return True
    return False

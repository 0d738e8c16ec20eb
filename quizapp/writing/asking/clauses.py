"""A clause as words of a statement or a question: told, asked, or as what had been done by a day."""

import re
from dataclasses import replace

from quizapp.article.fact import Clause
from quizapp.values.text import word_list
from quizapp.writing.asking.lexicon import ALONE
from quizapp.writing.english import is_named, mend
from quizapp.writing.scene import Scene

_PURPOSE = re.compile(r"(?:^| )to (?:[a-z]+ )+(?:the|this|that|these|those) [a-z]+$")
_ASKS = frozenset(
    word_list(
        "order ask force urge persuade invite command tell instruct direct allow enable compel oblige encourage"
        " require request beg advise convince lead cause"
    )
)
"""Verbs of which what is to be done is no purpose, but what was asked for."""


def tell(clause: Clause, scene: Scene) -> str:
    """Return a clause as words that begin with a small letter, without date and full stop; "" for half a clause."""
    subject = scene.phrase(clause.subject)
    if clause.is_passive:
        was = "were" if clause.is_plural else "was"
        words = (subject, was, clause.verb.participle, clause.verb.particle, clause.object, clause.rest)
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
        return join(*words, by)
    return join(subject, clause.verb.past, clause.verb.particle, clause.object, clause.rest)


def join(*words: str) -> str:
    """Return words as one phrase, those that are empty left out."""
    return mend(" ".join(word for word in words if word))


def leave_out_purpose(clause: Clause | None) -> Clause | None:
    """Return a clause without a purpose that only the text around it explains: "to deal with the threat"."""
    if clause is None or head_of(clause) in _ASKS or is_named(clause.rest):
        return clause
    is_once = head_of(clause) in ALONE and not clause.is_passive and not is_named(clause.object)
    if is_once and (clause.verb.particle or not clause.object):
        return replace(
            clause, verb=replace(clause.verb, particle=""), object="", rest=""
        )  # "without a child"
    return (
        replace(clause, rest=_PURPOSE.sub("", clause.rest)) if clause.object or clause.is_passive else clause
    )


def head_of(clause: Clause) -> str:
    """Return the verb that says what was done: capture, also of "manage to capture"."""
    base = clause.verb.base.split()
    return base[0] if len(base) < 3 or base[0] not in {"manage", "begin", "start", "force"} else base[2]


def parts_of(clause: Clause) -> tuple[str, ...]:
    """Return subject, what is behind the verb, and agent."""
    behind = " ".join(filter(None, (clause.object, clause.rest)))
    return clause.subject, behind, clause.agent


def ask_did(clause: Clause, scene: Scene) -> str:
    """Return a clause as the end of a question: "did the Syrian Army capture Mayadin", "was Methone captured"."""
    subject = scene.phrase(clause.subject)
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
        return join("were" if clause.is_plural else "was", subject, clause.verb.participle, *behind, by)
    return join("did", subject, clause.verb.base, *behind)


def tell_had(clause: Clause, scene: Scene) -> str:
    """Return a clause as it stands behind "by which day had": "the Syrian Army captured Mayadin"."""
    subject = scene.phrase(clause.subject)
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
        return join(subject, "been", clause.verb.participle, *behind, by)
    return join(subject, clause.verb.participle, *behind)


def actor_of(clause: Clause) -> str:
    """Return who did it."""
    return clause.agent if clause.is_passive else clause.subject


def target_of(clause: Clause) -> str:
    """Return what it was done to."""
    return clause.subject if clause.is_passive else clause.object

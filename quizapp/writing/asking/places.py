"""Which place was captured, reached or crossed."""

import re

from quizapp.article.fact import Clause, Fact
from quizapp.values.dates import When
from quizapp.writing.asking.clauses import actor_of, head_of, join, target_of
from quizapp.writing.asking.lexicon import AT_PLACES, FORCES, KINDS, MOVES, TAKES
from quizapp.writing.english import is_name, is_named, say_on
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_OF_KIND = re.compile(rf"(?:the )(?P<kind>{KINDS}) of (?P<name>[^\W\d_a-z].*)")
_KIND_BEHIND = re.compile(
    rf"(?:the )?(?P<name>[^\W\d_a-z].*?) (?P<kind>{KINDS}|River|Island|Hill|Bridge|Castle|Ridge)"
)
_QUANTITY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand|several)\b"
)


def ask_object(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask which place was captured, reached, crossed, where it is named and no other fits the stem."""
    target, rest = scene.phrase(target_of(clause)), clause.rest
    actor = actor_of(clause)
    if not target or not actor or not is_named(actor) or _QUANTITY.search(target):
        return []
    kind, name = take_kind(target)
    crosses = head_of(clause) == "cross" and not kind
    is_dated = when is not None and when.earliest is not None
    is_taken = head_of(clause) in TAKES and not clause.verb.particle
    is_moved = is_dated and (head_of(clause) in AT_PLACES or head_of(clause) in MOVES)
    is_place = (is_taken or is_moved) and (crosses or scene.own_words.is_place(name))
    if (
        not name
        or not (is_place or (kind and (is_taken or is_moved)))
        or " and " in name
        or (rest and is_named(rest))
    ):
        return []
    asked = "what" if crosses else f"which {kind or 'place'}"
    subject = scene.phrase(actor)
    particle = clause.verb.particle
    date = f" {say_on(when)}" if when is not None else ""
    if date and particle:  # "which place did they land on on 7 August"
        asked, date = f"{date.strip()}, {asked}", ""
    if when is not None and when.earliest is None:
        asked = f"{asked} had {join(subject, clause.verb.participle, particle, rest)}{date}?"
    else:
        asked = f"{asked} did {join(subject, clause.verb.base, particle, rest)}{date}?"
    return [
        Prompt(
            stem=scene.frame(fact, asked),
            key=name,
            sort=Sort.PLACE,
            place="river" if crosses else kind,
            barred=tuple(_also_done(fact, clause, when, scene)),
            is_open=when is None or when.earliest is None,
        )
    ]


def take_kind(target: str) -> tuple[str, str]:
    """Return what sort of place a name is of, and the name: "the village of Dhiban", "Mayadin city"."""
    found = _OF_KIND.fullmatch(target) or _KIND_BEHIND.fullmatch(target)
    if found and is_name(found["name"]):
        return found["kind"].lower(), found["name"]
    return "", target if is_name(target) and not FORCES.search(target) else ""


def _also_done(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[str]:
    """Return what the same or an unnamed hand did the same to, at a time that does not exclude it."""
    found = []
    for other in scene.facts:
        if other.clause is None or other is fact or other.clause.verb.base != clause.verb.base:
            continue
        if when is None or not _is_apart(when, other.date):
            found.append(target_of(other.clause))
    return found


def _is_apart(one: When, other: When | None) -> bool:
    """Whether two dates exclude each other; a bound excludes nothing before it."""
    if other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return (one.latest or 0) < (other.earliest or 0) or (other.latest or 0) < (one.earliest or 0)

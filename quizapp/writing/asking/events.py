"""Writers of events: who did what, when. What is asked stands alone, and so does every answer."""

import re
from dataclasses import replace

from quizapp.article.fact import Clause, Fact
from quizapp.values.dates import When, say
from quizapp.writing.asking.actors import ask_actor
from quizapp.writing.asking.clauses import (
    ask_did,
    head_of,
    leave_out_purpose,
    parts_of,
    target_of,
    tell,
    tell_had,
)
from quizapp.writing.asking.fates import ask_fate
from quizapp.writing.asking.lexicon import ALONE, DONE_BY, DULL, OFFICES, TELLING, TROOPS
from quizapp.writing.asking.losses import name_source
from quizapp.writing.asking.outline import ask_when
from quizapp.writing.asking.places import ask_object
from quizapp.writing.asking.telling import Telling, name_topic
from quizapp.writing.english import begin, is_named, say_on, stands_alone
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_NOUN = re.compile(r"(?:an? |the (?!attack|battle|enemy|charge|others?|rest|place|assault|order)[a-z]+s?$)")
_SAYS_LITTLE = re.compile(
    r"(?:the |an? )?(?:initiative|opportunity|advantage|offensive|upper hand|field|order|lead)"
)
_NEWS = re.compile(
    r"(?:the )?(?:news|word|rumou?rs?|reports?) (?:of|that|about)\b|.*\b(?:efforts?|attempts?|hopes?|plans?)$",
    re.IGNORECASE,
)
MOST_WORDS = 12
"""Words of each part of an event; what is longer is seldom clear out of its context."""


def write_event(fact: Fact, scene: Scene) -> Telling | None:
    """Ask when it happened, who did it, and what it was done to, as far as each is named."""
    clause = leave_out_purpose(fact.clause)
    if clause is None or _is_dull(clause, scene) or clause in scene.measured or scene.is_aside(fact):
        return None
    said = tell(clause, scene)
    if not said or not all(stands_alone(part, MOST_WORDS) for part in parts_of(clause) if part):
        return None
    when = usable_date(fact, scene)
    source = name_source(fact.according_to, scene) if fact.according_to else ""
    told = f"{said} {say_on(when)}" if when else said
    statement = f"{begin(told)}, according to {source}." if source else f"{begin(told)}."
    prompts = [*ask_date(fact, clause, when, scene), *ask_actor(fact, clause, when, scene)]
    prompts += [*ask_fate(fact, clause, when, scene), *ask_object(fact, clause, when, scene)]
    if source:
        prompts = [_attribute(prompt, source) for prompt in prompts]
    return Telling(statement, tuple(prompts), name_topic(fact)) if prompts else None


def _is_dull(clause: Clause, scene: Scene) -> bool:
    """Whether nobody would ask for such a thing; who led is asked where it is troops that were led.

    When the battle itself ended is asked of its dates.
    """
    if scene.is_battle(clause.subject) and head_of(clause) in {"end", "conclude", "finish", "last"}:
        return True
    if _SAYS_LITTLE.fullmatch(clause.object) or _NEWS.match(clause.subject):
        return True
    if head_of(clause) == "become" and OFFICES.search(clause.object):
        return False
    leads = head_of(clause) == "lead" and not clause.verb.particle and TROOPS.search(target_of(clause))
    return head_of(clause) in DULL and not leads


def usable_date(fact: Fact, scene: Scene) -> When | None:
    """Return the date of an event, unless it is unsure or says no more than when the battle was."""
    when = fact.date
    if when is None or not fact.is_dated_surely or (when.latest is None):
        return None
    span = scene.span
    if span is None or span.earliest is None or span.latest is None:
        return when
    is_within = when.earliest == span.earliest and span.is_one
    is_around = when.earliest is not None and when.earliest <= span.earliest and span.latest <= when.latest
    return None if is_within or is_around else when


def _attribute(prompt: Prompt, source: str) -> Prompt:
    stem = (
        prompt.stem
        if "ccording to" in prompt.stem
        else f"According to {source}, {prompt.stem[:1].lower()}{prompt.stem[1:]}"
    )
    return replace(prompt, stem=stem)


def _is_worth(clause: Clause) -> bool:
    """Whether the event names enough to be found again by who did not read the text just now."""
    behind = f"{clause.object} {clause.rest}"
    if clause.is_passive:
        return is_named(clause.subject) or bool(clause.agent and is_named(clause.agent) and is_named(behind))
    head = head_of(clause)
    is_once = head in ALONE and not (clause.object or clause.rest or clause.verb.particle)
    is_clear = is_once or is_named(behind) or (head in TELLING and bool(_NOUN.match(clause.object)))
    return is_named(clause.subject) and is_clear


def ask_date(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask when it happened, or by when."""
    if when is None or not _is_worth(clause):
        return []
    if when.earliest is None and not (clause.is_passive or head_of(clause) in DONE_BY):
        return []
    asked = ask_did(clause, scene)
    if when.earliest is None:
        subject = asked.split(" ", 1)
        done = tell_had(clause, scene) if len(subject) == 2 else ""
        stem = scene.frame(fact, f"by which day had {done}?") if when.precision == "day" else ""
    else:
        start = ask_when(when, scene.year)
        stem = scene.frame(fact, f"{start[:1].lower()}{start[1:]} {asked}?")
    if not stem or str(say(when)) in stem:
        return []
    return [Prompt(stem=stem, key=say(when), sort=Sort.DATE, when=when)]

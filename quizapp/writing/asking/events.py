"""Writers of events: who did what, when. What is asked stands alone, and so does every answer."""

import re
from dataclasses import replace

from quizapp.article.fact import Clause, Fact, FactType
from quizapp.values.dates import When, say
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.outline import ask_when
from quizapp.writing.asking.sides import name_source
from quizapp.writing.asking.telling import Telling
from quizapp.writing.english import begin, is_name, is_named, mend, say_on, stands_alone
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_DULL = frozenset(
    word_list(
        "be have make put include become mark see know consider describe say call believe feel seem appear"
        " show remain stay go continue get give take do come keep want try mean think hope expect need use involve"
        " cause result note regard name claim report state argue allow let help happen occur bring contain consist"
        " number amount"
        " follow lead begin start turn prove provide offer refuse decide decline fail intend plan wish like turn"
        " contribute play serve act receive agree hear learn find realise realize ask tell speak write read stand"
        " lie sit set feature list estimate count total deploy hurry rage exceed outnumber"
    )
)
_FORCES = re.compile(
    r"\b(army|armies|forces?|troops|guards?|division|corps|legion|fleet|regiment|brigade|militia|battalion|navy|"
    r"squadron|fighters|soldiers|military|cavalry|infantry|marines|militants|rebels|airstrikes|aircraft|ships?|"
    r"[^\W\d_a-z]\w+(?:ans|ars|ish|ese|ese))$",
    re.IGNORECASE,
)
_KINDS = (
    "city|town|village|port|hamlet|fort|fortress|castle|island|river|hill|ridge|bridge|airport|airfield|district|"
    "province|suburb|farm|pass|peninsula|abbey|palace"
)
_OF_KIND = re.compile(rf"(?:the )(?P<kind>{_KINDS}) of (?P<name>[^\W\d_a-z].*)")
_KIND_BEHIND = re.compile(
    rf"(?:the )?(?P<name>[^\W\d_a-z].*?) (?P<kind>{_KINDS}|River|Island|Hill|Bridge|Castle|Ridge)"
)
_AT_PLACES = frozenset(
    word_list(
        "capture seize take besiege reach cross occupy storm recapture retake liberate enter leave burn sack"
    )
)
_TO_PLACES = frozenset(word_list("to at into towards on from across near"))
_QUANTITY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand|several)\b"
)


def write_event(fact: Fact, scene: Scene) -> Telling | None:
    """Ask when it happened, who did it, and what it was done to, as far as each is named."""
    clause = fact.clause
    if clause is None or _head(clause) in _DULL:
        return None
    said = tell(clause, scene)
    if not said or not all(map(stands_alone, filter(None, _parts(clause)))):
        return None
    when = _usable_date(fact, scene)
    source = name_source(fact.according_to) if fact.according_to else ""
    told = f"{said} {say_on(when)}" if when else said
    statement = f"{begin(told)}, according to {source}." if source else f"{begin(told)}."
    prompts = [*_ask_date(fact, clause, when, scene), *_ask_actor(fact, clause, when, scene)]
    prompts += _ask_object(fact, clause, when, scene)
    if source:
        prompts = [_attribute(prompt, source) for prompt in prompts]
    return Telling(statement, tuple(prompts), fact.evidence.section.replace("lead", "")) if prompts else None


def tell(clause: Clause, scene: Scene) -> str:
    """Return a clause as words that begin with a small letter, without date and full stop; "" for half a clause."""
    subject = mend(scene.phrase(clause.subject))
    if clause.is_passive:
        was = "were" if clause.is_plural else "was"
        words = (subject, was, clause.verb.participle, clause.verb.particle, clause.object, clause.rest)
        by = f"by {mend(clause.agent)}" if clause.agent else ""
        return _join(*words, by)
    return _join(subject, clause.verb.past, clause.verb.particle, clause.object, clause.rest)


def _join(*words: str) -> str:
    return mend(" ".join(word for word in words if word))


def _head(clause: Clause) -> str:
    base = clause.verb.base.split()
    return base[0] if len(base) < 3 or base[0] not in {"manage", "begin", "start", "force"} else base[2]


def _parts(clause: Clause) -> tuple[str, ...]:
    behind = " ".join(filter(None, (clause.object, clause.rest)))
    return clause.subject, behind, clause.agent


def _usable_date(fact: Fact, scene: Scene) -> When | None:
    """Return the date of an event, unless it is unsure or says no more than that it was in the battle."""
    when = fact.date
    if when is None or not fact.is_dated_surely or (when.latest is None):
        return None
    span = scene.span
    return (
        None
        if span is not None and (when == span or (when.earliest == span.earliest and span.is_one))
        else when
    )


def _attribute(prompt: Prompt, source: str) -> Prompt:
    stem = (
        prompt.stem
        if "ccording to" in prompt.stem
        else f"According to {source}, {prompt.stem[:1].lower()}{prompt.stem[1:]}"
    )
    return replace(prompt, stem=stem)


def ask_did(clause: Clause, scene: Scene) -> str:
    """Return a clause as the end of a question: "did the Syrian Army capture Mayadin", "was Methone captured"."""
    subject = mend(scene.phrase(clause.subject))
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {mend(clause.agent)}" if clause.agent else ""
        return _join("were" if clause.is_plural else "was", subject, clause.verb.participle, *behind, by)
    return _join("did", subject, clause.verb.base, *behind)


def _is_worth(clause: Clause) -> bool:
    """Whether the event names enough to be found again by who did not read the text just now."""
    behind = f"{clause.object} {clause.rest}"
    if clause.is_passive:
        return is_named(clause.subject) or bool(clause.agent and is_named(clause.agent) and is_named(behind))
    return is_named(clause.subject) and is_named(behind)


def _ask_date(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    if when is None or not _is_worth(clause):
        return []
    asked = ask_did(clause, scene)
    if when.earliest is None:
        subject = asked.split(" ", 1)
        done = _had(clause, scene) if len(subject) == 2 else ""
        stem = scene.frame(fact, f"by which day had {done}?") if when.precision == "day" else ""
    else:
        start = ask_when(when, scene.year)
        stem = scene.frame(fact, f"{start[:1].lower()}{start[1:]} {asked}?")
    if not stem or str(say(when)) in stem:
        return []
    return [Prompt(stem=stem, key=say(when), sort=Sort.DATE, when=when)]


def _had(clause: Clause, scene: Scene) -> str:
    subject = mend(scene.phrase(clause.subject))
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {mend(clause.agent)}" if clause.agent else ""
        return _join(subject, "been", clause.verb.participle, *behind, by)
    return _join(subject, clause.verb.participle, *behind)


def _actor(clause: Clause) -> str:
    return clause.agent if clause.is_passive else clause.subject


def _target(clause: Clause) -> str:
    return clause.subject if clause.is_passive else clause.object


def _ask_actor(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask who did it, where what was done is named, and no other is told to have done the same."""
    actor = _actor(clause)
    behind = _join(_target(clause), clause.rest)
    if (
        not actor
        or not is_name(actor)
        or not is_named(actor)
        or not is_named(behind)
        or len(actor.split()) > 6
    ):
        return []
    if fold(actor.removeprefix("the ")) in fold(behind):
        return []
    is_force = bool(_FORCES.search(actor))
    who = "which force" if is_force else "who"
    date = f" {say_on(when)}" if when is not None else ""
    done = _join(clause.verb.past, clause.verb.particle, mend(_target(clause)), clause.rest)
    sort = Sort.FORCE if is_force else Sort.PERSON
    camp = scene.find_camp(actor)
    rivals = _rivals(camp.number, sort, scene) if camp else ()
    stem = scene.frame(fact, f"{who} {done}{date}?")
    return [
        Prompt(stem=stem, key=actor, sort=sort, lures=rivals, kind="actor", accepted=_aliases(actor, scene))
    ]


def _rivals(number: int, sort: Sort, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the names of the other sides that could have done it, with what they are."""
    found = []
    for camp in scene.other_camps(number):
        facts = camp.commanders if sort is Sort.PERSON else (*camp.combatants[:3], *camp.units)
        what = "commanded" if sort is Sort.PERSON else "fought"
        for fact in facts:
            name = (
                fact.value
                if sort is Sort.PERSON
                else mend(f"the {fact.value}" if fact.type is FactType.UNIT else fact.value)
            )
            found.append((name, f"{begin(name)} {what} on the side of {camp.name}."))
    return tuple(found)


def _aliases(name: str, scene: Scene) -> tuple[str, ...]:
    folded = fold(name.removeprefix("the "))
    for fact in scene.facts:
        names = (fact.value, *fact.aliases)
        if fact.type in {FactType.COMBATANT, FactType.UNIT, FactType.COMMANDER} and folded in map(
            fold, names
        ):
            return tuple(each for each in names if fold(each) != folded)
    return ()


def _ask_object(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask which place was captured, reached, crossed, where it is named and no other fits the stem."""
    target, rest = mend(_target(clause)), clause.rest
    actor = _actor(clause)
    if not target or not actor or not is_named(actor) or _QUANTITY.search(target):
        return []
    kind, name = _take_kind(target)
    is_place = _head(clause) in _AT_PLACES or clause.verb.particle in _TO_PLACES
    if not name or not (kind or is_place) or (rest and is_named(rest)):
        return []
    asked = f"which {kind or 'place'}"
    subject = mend(scene.phrase(actor))
    particle = clause.verb.particle
    date = f" {say_on(when)}" if when is not None else ""
    if when is not None and when.earliest is None:
        asked = f"{asked} had {_join(subject, clause.verb.participle, particle, rest)}{date}?"
    else:
        asked = f"{asked} did {_join(subject, clause.verb.base, particle, rest)}{date}?"
    return [
        Prompt(
            stem=scene.frame(fact, asked),
            key=name,
            sort=Sort.PLACE,
            kind=kind,
            barred=tuple(_also_done(fact, clause, when, scene)),
            is_open=when is None or when.earliest is None,
        )
    ]


def _take_kind(target: str) -> tuple[str, str]:
    """Return what sort of place a name is of, and the name: "the village of Dhiban", "Mayadin city"."""
    found = _OF_KIND.fullmatch(target) or _KIND_BEHIND.fullmatch(target)
    if found and is_name(found["name"]):
        return found["kind"].lower(), found["name"]
    return "", target if is_name(target) and not _FORCES.search(target) else ""


def _also_done(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[str]:
    """Return what the same or an unnamed hand did the same to, at a time that does not exclude it."""
    found = []
    for other in scene.facts:
        if other.clause is None or other is fact or other.clause.verb.base != clause.verb.base:
            continue
        if when is None or not _is_apart(when, other.date):
            found.append(_target(other.clause))
    return found


def _is_apart(one: When, other: When | None) -> bool:
    """Whether two dates exclude each other; a bound excludes nothing before it."""
    if other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return (one.latest or 0) < (other.earliest or 0) or (other.latest or 0) < (one.earliest or 0)

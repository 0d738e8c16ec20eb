"""Writers of events: who did what, when. What is asked stands alone, and so does every answer."""

import re
from dataclasses import replace

from quizapp.article.fact import Clause, Fact, FactType
from quizapp.values.dates import When, say
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.outline import ask_when
from quizapp.writing.asking.sides import name_source
from quizapp.writing.asking.telling import Telling
from quizapp.writing.english import begin, is_name, is_named, mend, say_on, stands_alone, with_the
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_DULL = frozenset(
    word_list(
        "be have make put include become mark see know consider describe say call believe feel seem appear"
        " show remain stay go continue get give take do come keep want try mean think hope expect need use involve"
        " cause result note regard name claim report state argue allow let help happen occur bring contain consist"
        " number amount follow lead begin start turn prove provide offer refuse decide decline fail intend plan"
        " wish like turn contribute play serve act receive agree hear learn find realise realize ask tell speak"
        " write read stand"
        " lie sit set leave arrive march pass feature list estimate count prevail total"
        " deploy hurry rage exceed outnumber"
    )
)
_TELLING = frozenset(
    word_list(
        "capture command defeat besiege kill launch storm sink destroy rescue betray arrest found build sign repulse"
        " attack defend lay seize occupy burn recapture relieve liberate invade appoint succeed escape force drive"
        " rout crush ambush outflank counterattack surrender reach cross retake execute murder assassinate halt"
        " blockade bombard raid sack plunder loot ransack solicit overrun encircle surround conquer crown depose"
        " declare negotiate wound shoot torpedo scuttle design invent order reinforce repel annihilate win break"
    )
)
"""Verbs that say who did it without a date; that somebody moved or waited can be said of many."""
_FORCES = re.compile(
    r"\b(army|armies|forces?|troops|guards?|division|corps|legion|fleet|regiment|brigade|militia|battalion|navy|"
    r"squadron|fighters|soldiers|military|cavalry|infantry|marines|militants|rebels|airstrikes|aircraft|ships?|"
    r"Army|Armies|Forces|Troops|Guards?|Division|Corps|Legion|Fleet|Regiment|Brigade|Militia|Battalion|Navy|Squadron|"
    r"Fighters|Cavalry|Infantry|Marines|Front|Group|Command|Party|[A-Z]\w+(?:ans|ars|ons|ish|ese)|[A-Z]\w+men)$"
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
_ARMY = re.compile(r"(?:the )?(?P<whose>[^\W\d_a-z]\w+) (?:Army|army|forces|troops|military|soldiers)")
_WITH_ALIASES = frozenset({FactType.COMBATANT, FactType.UNIT, FactType.COMMANDER})
_QUANTITY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand|several)\b"
)


def write_event(fact: Fact, scene: Scene) -> Telling | None:
    """Ask when it happened, who did it, and what it was done to, as far as each is named."""
    clause = fact.clause
    if clause is None or _head(clause) in _DULL or _is_measured(fact, scene):
        return None
    said = tell(clause, scene)
    if not said or not all(map(stands_alone, filter(None, _parts(clause)))):
        return None
    when = usable_date(fact, scene)
    source = name_source(fact.according_to) if fact.according_to else ""
    told = f"{said} {say_on(when)}" if when else said
    statement = f"{begin(told)}, according to {source}." if source else f"{begin(told)}."
    prompts = [*ask_date(fact, clause, when, scene), *_ask_actor(fact, clause, when, scene)]
    prompts += _ask_object(fact, clause, when, scene)
    if source:
        prompts = [_attribute(prompt, source) for prompt in prompts]
    return Telling(statement, tuple(prompts), fact.evidence.section.replace("lead", "")) if prompts else None


def _is_measured(fact: Fact, scene: Scene) -> bool:
    """Whether the same clause is asked as a distance."""
    return any(other.attribute == "distance" and other.clause == fact.clause for other in scene.facts)


def tell(clause: Clause, scene: Scene) -> str:
    """Return a clause as words that begin with a small letter, without date and full stop; "" for half a clause."""
    subject = scene.phrase(clause.subject)
    if clause.is_passive:
        was = "were" if clause.is_plural else "was"
        words = (subject, was, clause.verb.participle, clause.verb.particle, clause.object, clause.rest)
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
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


def usable_date(fact: Fact, scene: Scene) -> When | None:
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
    subject = scene.phrase(clause.subject)
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
        return _join("were" if clause.is_plural else "was", subject, clause.verb.participle, *behind, by)
    return _join("did", subject, clause.verb.base, *behind)


def _is_worth(clause: Clause) -> bool:
    """Whether the event names enough to be found again by who did not read the text just now."""
    behind = f"{clause.object} {clause.rest}"
    if clause.is_passive:
        return is_named(clause.subject) or bool(clause.agent and is_named(clause.agent) and is_named(behind))
    return is_named(clause.subject) and is_named(behind)


def ask_date(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask when it happened, or by when."""
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
    subject = scene.phrase(clause.subject)
    behind = (clause.verb.particle, clause.object, clause.rest)
    if clause.is_passive:
        by = f"by {scene.phrase(clause.agent)}" if clause.agent else ""
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
    roots = {word[:5] for word in fold(actor.removeprefix("the ")).split() if len(word) > 3}
    if roots & {word[:5] for word in fold(behind).split()} or re.search(r"\band\b", actor):
        return []
    is_force = bool(_FORCES.search(actor))
    is_people = is_force and actor.split()[-1].endswith(("ans", "ars", "ons", "ish", "ese", "men"))
    who = "which force" if is_force and not is_people else "who"
    if when is None and _head(clause) not in _TELLING:
        return []
    date = f" {say_on(when)}" if when is not None else ""
    done = _join(clause.verb.past, clause.verb.particle, scene.phrase(_target(clause)), clause.rest)
    sort = Sort.FORCE if is_force else Sort.PERSON
    camp = scene.find_camp(actor)
    rivals = _rivals(camp.number, sort, scene) if camp else ()
    stem = scene.frame(fact, f"{who} {done}{date}?")
    return [
        Prompt(
            stem=stem,
            key=scene.phrase(actor),
            sort=sort,
            lures=rivals,
            kind="actor",
            accepted=_aliases(actor, scene),
        )
    ]


def _rivals(number: int, sort: Sort, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the names of the other sides that could have done it, with what they are."""
    found = []
    for camp in scene.other_camps(number):
        facts = camp.commanders if sort is Sort.PERSON else (*camp.combatants[:3], *camp.units)
        for fact in facts:
            name = fact.value if sort is Sort.PERSON else with_the(fact.value)
            found.append((name, camp.say_member(fact.value)))
    return tuple(found)


def _aliases(name: str, scene: Scene) -> tuple[str, ...]:
    """Return what else a person may type for who did it: other names, and of an army its state's."""
    folded = fold(name.removeprefix("the "))
    found: list[str] = []
    for fact in scene.facts:
        names = (fact.value, *fact.aliases)
        if fact.type in _WITH_ALIASES and folded in map(fold, names):
            found += names
    army = _ARMY.fullmatch(name)
    camp = scene.find_camp(name) if army else None
    if army and camp:
        found += [
            f"{army['whose']} {force}" for force in ("forces", "troops", "military", "soldiers", "Army")
        ]
        found += [each for fact in camp.combatants[:1] for each in (fact.value, *fact.aliases)]
    return tuple(dict.fromkeys(each for each in found if fold(each) != folded))


def _ask_object(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask which place was captured, reached, crossed, where it is named and no other fits the stem."""
    target, rest = scene.phrase(_target(clause)), clause.rest
    actor = _actor(clause)
    if not target or not actor or not is_named(actor) or _QUANTITY.search(target):
        return []
    kind, name = _take_kind(target)
    crosses = _head(clause) == "cross" and not kind
    is_place = _head(clause) in _AT_PLACES or clause.verb.particle in _TO_PLACES
    if not name or not (kind or is_place) or (rest and is_named(rest)):
        return []
    asked = "what" if crosses else f"which {kind or 'place'}"
    subject = scene.phrase(actor)
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
            kind="river" if crosses else kind,
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

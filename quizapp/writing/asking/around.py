"""Writers of what surrounds the battle: who is who, aims, what came before or at the same time, distances."""

import re

from quizapp.article.fact import Fact, FactType
from quizapp.values.text import fold
from quizapp.writing.asking.clauses import tell
from quizapp.writing.asking.events import ask_date, usable_date
from quizapp.writing.asking.outline import bare, say_bare
from quizapp.writing.asking.telling import THE_BATTLE, Telling, name_topic
from quizapp.writing.camps import Camp
from quizapp.writing.english import begin, is_name, is_named, mend, month_of, say_on, stands_alone, with_the
from quizapp.writing.persons import without_rank
from quizapp.writing.prompt import THING, Part, Prompt, Sort
from quizapp.writing.scene import Scene

_OFFICE = re.compile(
    r"(?:the )?(?:\d+\w\w )?(?P<title>(?:[A-Za-z-]+ ){0,3}?(?:King|Queen|Prince|Princess|Duke|Earl|Count|Emperor|"
    r"Bishop|Archbishop|Governor|President|Pope|Sultan|Khan|Margrave|Landgrave|Elector|Marquess|Viscount|Baron|"
    r"Lord)) of (?:the )?[^\W\d_a-z][\w' -]*"
)
_NO_LONGER = re.compile(r"(?:exiled|deposed|former|future|titular|late|self-proclaimed|later)\b")
_AIMED = re.compile(r"\b(?:launched|directed|aimed|mounted|undertaken|carried out)\b")
_CAPITAL = re.compile(
    r"(?:the )?(?P<whose>[^\W\d_a-z].*?)(?:'s|\u2019s|s') (?P<what>(?:[a-z]+ ){0,4}(?:capital|stronghold)(?: city)?)"
)


def write_role(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who held an office, and whose capital a city was."""
    if not is_name(fact.subject) or not stands_alone(fact.value, 9) or not stands_alone(fact.subject, 6):
        return None
    value = re.sub(r"^(?:the )?(?:reigning|current|young) ", "", fact.value)
    office, capital = _OFFICE.fullmatch(value), _CAPITAL.fullmatch(fact.value)
    when = f"at the time of {scene.conflict}"
    name = without_rank(fact.subject)
    if office and _NO_LONGER.match(office["title"]):
        return None
    if office and " " in name and fact.attribute == "role":
        title = mend(f"the {value.removeprefix('the ')}")
        held = Prompt(stem=f"Who was {title} {when}?", key=name, sort=Sort.PERSON, part=Part.ROLE)
        asked = Prompt(
            stem=f"Which title did {name} hold {when}?",
            key=begin(value.removeprefix("the ")),
            sort=Sort.TITLE,
            barred=_titles_of(fact, scene),
        )
        return Telling(f"{name} was {title}.", (held, asked))
    if capital:
        whose = with_the(scene.spell(capital["whose"]))
        hides = fold(fact.subject) in fold(scene.title)
        if hides and scene.span is None:
            return None
        when = say_on(month_of(scene.span)) if hides and scene.span else when
        stem = f"Which city was {own_of(whose)} {capital['what']} {when}?"
        prompt = Prompt(stem=stem, key=fact.subject, sort=Sort.PLACE, place="city")
        return Telling(f"{fact.subject} was {own_of(whose)} {capital['what']} {when}.", (prompt,))
    return None


def write_other_name(fact: Fact, scene: Scene) -> Telling | None:
    """Ask by which other name the battle is known."""
    if fact.attribute != "known_as" or not scene.is_battle(fact.subject):
        return None
    if not is_name(fact.value) or not stands_alone(fact.value, 6) or len(fact.value.split()) < 2:
        return None
    name = with_the(fact.value)
    is_ = "are" if scene.was == "were" else "is"
    stem = f"By which other name {is_} {scene.conflict} known?"
    others = tuple(
        other.value
        for other in scene.facts
        if other.attribute == fact.attribute and other is not fact and scene.is_battle(other.subject)
    )
    prompt = Prompt(stem=stem, key=name, sort=Sort.CONFLICT, accepted=others, barred=others)
    return Telling(f"{begin(scene.conflict)} {is_} also known as {name}.", (prompt,), THE_BATTLE)


def own_of(name: str) -> str:
    """Return a name as owner, as in "the Islamic State's"."""
    return f"{name}'" if name.endswith("s") and not name.isupper() else f"{name}'s"


def _titles_of(fact: Fact, scene: Scene) -> tuple[str, ...]:
    names = fold(fact.subject)
    return tuple(other.value for other in scene.index.list_of(FactType.ROLE) if fold(other.subject) in names)


def write_superlative(fact: Fact, scene: Scene) -> Telling | None:
    """Ask which was the largest of its kind: "the largest oil field in Syria"."""
    if (
        fact.attribute != "rank"
        or not is_named(fact.subject)
        or not re.match(r"the (?:[a-z-]+ )?(?!(?:we|ea|la)st )[a-z]+est ", fact.value)
    ):
        return None
    if not stands_alone(fact.value) or not stands_alone(fact.subject, 8) or not is_named(fact.value):
        return None
    name = re.sub(r"^(?:the )?(?:[a-z-]+ )*(?=[A-Z])|(?: [a-z]+)*$", "", fact.subject)
    subject = f"the {name}" if scene.own_words.takes_the(name) else with_the(name)
    stem = f"What is described as {fact.value}?"
    prompt = Prompt(stem=stem, key=name, sort=Sort.PLACE, place=THING, accepted=(fact.subject,))
    return Telling(f"{begin(subject)} is described as {fact.value}.", (prompt,))


def write_concurrent(fact: Fact, scene: Scene) -> Telling | None:
    """Ask which other campaign took place at the same time; where, if that tells several apart."""
    if not scene.is_battle(fact.subject) or not is_named(fact.value) or not stands_alone(fact.value, 8):
        return None
    value = fact.value.removeprefix("the ")
    twins = [each for each in scene.index.list_of(FactType.CONCURRENT) if each is not fact]
    where = next(
        (
            each.value
            for each in scene.index.list_of(FactType.PLACE)
            if fold(each.subject) == fold(value) and is_name(each.value)
        ),
        "",
    )
    inside = f" in {where}" if where and twins else ""
    stem = f"Which campaign{inside} took place at the same time as {scene.conflict}?"
    others = tuple(each.value for each in twins) if not inside else ()
    parts = tuple(each.value for each in scene.index.list_of(FactType.PART_OF))
    prompt = Prompt(
        stem=stem,
        key=with_the(value),
        sort=Sort.CONFLICT,
        accepted=others,
        barred=(*parts, *(each.value for each in twins)),
    )
    return Telling(
        f"{begin(with_the(value))} took place at the same time as {scene.conflict}.", (prompt,), THE_BATTLE
    )


def write_actor(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who launched the battle or campaign."""
    verbs = {"launched_by": "launched", "conducted_by": "conducted"}
    verb = verbs.get(fact.attribute)
    if not verb or not is_name(fact.value) or not is_named(fact.subject) or not stands_alone(fact.value, 8):
        return None
    subject = scene.phrase(fact.subject) if scene.is_battle(fact.subject) else with_the(fact.subject)
    told = f"{begin(with_the(fact.value))} {verb} {subject}."
    if fact.attribute == "conducted_by" and scene.is_battle(fact.subject):
        return Telling(told, ())
    camp = scene.find_camp(fact.value)
    names = tuple(sorted(camp.members)) if camp else ()
    prompt = Prompt(
        stem=f"Who {verb} {subject}?",
        key=with_the(fact.value),
        sort=Sort.FORCE,
        lures=_name_foes(camp, scene),
        barred=names,
        accepted=_states_of(fact.value, camp) if camp else (),
        part=Part.ACTOR,
    )
    return Telling(told, (prompt,), THE_BATTLE)


def _name_foes(camp: Camp | None, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the parties that a side fought against, each with whose side it was on; none of a side not known."""
    rivals = scene.other_camps(camp.number) if camp else ()
    return tuple(
        (with_the(each.value), rival.say_member(each.value)) for rival in rivals for each in rival.combatants
    )


def _states_of(army: str, camp: Camp) -> tuple[str, ...]:
    """Return the state whose army it is: the only party of its side, or the one that is named alike."""
    roots = {word[:5] for word in fold(army).split() if len(word) > 3}
    parties = [each.value for each in camp.combatants]
    if len(parties) == 1:
        return (parties[0],)
    return tuple(each for each in parties if roots & {word[:5] for word in fold(each).split()})


def write_target(fact: Fact, scene: Scene) -> Telling | None:
    """Ask against whom the battle was directed."""
    name = re.sub(r"^(?:members|forces|troops|fighters) of ", "", fact.value)
    if fact.attribute != "against" or not scene.is_battle(fact.subject) or not is_name(name):
        return None
    if "battle" in fold(scene.title).split() and not _AIMED.search(fact.evidence.quote):
        return None  # "fought by the Marrans against the Free Towns"
    camp = scene.find_camp(name)
    prompt = Prompt(
        stem=f"Against whom {scene.was} {scene.conflict} directed?",
        key=with_the(name),
        sort=Sort.FORCE,
        lures=_name_foes(camp, scene),
        accepted=camp.party_names if camp else (),
        part=Part.ACTOR,
    )
    return Telling(
        f"{begin(scene.conflict)} {scene.was} directed against {with_the(name)}.", (prompt,), THE_BATTLE
    )


def write_aim(fact: Fact, scene: Scene) -> Telling | None:
    """Ask for the aim of the battle, or of somebody in it, on a card."""
    if not stands_alone(fact.value) or not is_named(fact.value):
        return None
    if not scene.is_battle(fact.subject):
        return _write_plan(fact, scene)
    aims = [each.value for each in scene.index.list_of(FactType.AIM) if scene.is_battle(each.subject)]
    one = "an aim" if len(aims) > 1 else "the aim"
    prompt = Prompt(
        stem=f"What was {one} of {scene.conflict}?", key=f"To {mend(fact.value)}.", sort=Sort.PHRASE
    )
    return Telling(f"{begin(one)} of {scene.conflict} was to {mend(fact.value)}.", (prompt,), THE_BATTLE)


_PLANS = {
    "aim": ("aim", "aimed"),
    "aimed_to": ("aim", "aimed"),
    "hoped_to": ("hope", "hoped"),
    "intended_to": ("intend", "intended"),
    "planned_to": ("plan", "planned"),
    "decided_to": ("decide", "decided"),
    "resolved_to": ("resolve", "resolved"),
    "sought_to": ("seek", "sought"),
    "meant_to": ("mean", "meant"),
}


def _write_plan(fact: Fact, scene: Scene) -> Telling | None:
    """Ask what somebody named hoped or decided to do, if only one such plan is told of him."""
    base, past = _PLANS.get(fact.attribute, ("", ""))
    who = fact.subject
    if not base or not is_named(who) or not stands_alone(who, 6) or scene.is_aside(fact):
        return None
    plans = [each for each in scene.facts if each.attribute == fact.attribute]
    if sum(fold(each.subject) == fold(who) for each in plans) > 1:
        return None
    if re.search(rf"\b[Tt]he {re.escape(who)}\b", fact.evidence.quote) and re.search(r" [a-z-]+$", who):
        who = f"the {who}"
    stem = scene.frame(fact, f"what did {scene.phrase(who)} {base} to do?")
    prompt = Prompt(stem=stem, key=f"To {mend(fact.value)}.", sort=Sort.PHRASE)
    told = f"{begin(scene.phrase(who))} {past} to {mend(fact.value)}."
    return Telling(told, (prompt,), name_topic(fact))


def write_sequence(fact: Fact, scene: Scene) -> Telling | None:
    """Ask what came right before the battle on a card."""
    if not scene.is_battle(fact.subject) or fact.attribute != "preceded_by" or not stands_alone(fact.value):
        return None
    if not is_named(fact.value) or len(fact.value.split()) < 2:
        return None
    earlier = [each for each in scene.facts if each.type is fact.type and each.attribute == fact.attribute]
    if next(each for each in earlier if scene.is_battle(each.subject)) is not fact:
        return None  # one of several earlier events is asked, not each with the same stem
    value = mend(with_the(fact.value))
    prompt = Prompt(
        stem=f"Which earlier event did {scene.conflict} follow?", key=f"{begin(value)}.", sort=Sort.PHRASE
    )
    return Telling(f"{begin(scene.conflict)} followed {value}.", (prompt,), THE_BATTLE)


_DISTANCE = re.compile(r"(?P<number>[\d.,]+) (?P<unit>[a-z]+) (?:of|from) (?P<where>.+)")


def write_number(fact: Fact, scene: Scene) -> Telling | None:
    """Ask within which distance of a place somebody advanced."""
    clause, quantity = fact.clause, fact.quantity
    found = _DISTANCE.fullmatch(fact.value)
    if clause is None or quantity is None or not found or fact.attribute != "distance" or not quantity.is_one:
        return None
    if (
        clause.verb.particle != "within"
        or not stands_alone(found["where"], 7)
        or not is_named(clause.subject)
    ):
        return None
    where, unit = found["where"], _UNITS.get(found["unit"], found["unit"])
    if "meter" in tell(clause, scene):
        unit = unit.replace("metre", "meter")
    when = f" {say_on(fact.date)}" if fact.date is not None and fact.is_dated_surely else ""
    asked = f"within how many {unit} of {where} did {clause.subject} {clause.verb.base}{when}?"
    prompt = Prompt(
        stem=scene.frame(fact, asked),
        key=say_bare(quantity),
        sort=Sort.NUMBER,
        quantity=bare(quantity),
        unit=found["unit"],
    )
    dates = ask_date(fact, clause, usable_date(fact, scene), scene)
    topic = name_topic(fact)
    return Telling(f"{begin(tell(clause, scene))}{when}.", (prompt, *dates), topic)


_UNITS = {"km": "kilometres", "mi": "miles", "m": "metres", "ft": "feet", "yd": "yards"}

"""Writers of what an infobox says of the battle as a whole: when, where, part of what, with what result."""

import re
from dataclasses import replace

from quizapp.article.fact import INFOBOX, Fact, FactType
from quizapp.article.gazetteer.states import TODAY
from quizapp.values.dates import Precision, When, say
from quizapp.values.measures import Quantity, say_quantity
from quizapp.values.text import fold
from quizapp.writing.asking.american import ask_state, is_state
from quizapp.writing.asking.telling import THE_BATTLE, Telling
from quizapp.writing.english import (
    BATTLES,
    begin,
    is_name,
    is_named,
    say_on,
    stands_alone,
    with_the,
    year_of,
)
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_ASKED = {Precision.DAY: "On which day", Precision.MONTH: "In which month", Precision.YEAR: "In which year"}
_LEVEL = re.compile(
    r"(?P<name>.+) (?P<level>Governorate|Province|District|County|Department|Oblast|Prefecture|Canton|Raion|Island)"
)
_NEAR = re.compile(r"\b[Nn]ear (?P<name>(?:the )?[^\W\d_a-z][\w\u2019'-]*(?: [^\W\d_a-z][\w\u2019'-]*)*)")
_BEFORE_NEAR = re.compile(r"^[^,]* (?=(?:near|off) [^\W\d_a-z])")
"""What stands before "near" in the first part of a place: "the Sarn River near Dorn"."""
_SPOT = re.compile(
    r"(?:the )?(?:(?:Lake|River|Mount|Fort|Cape|Castle) [^\W\d_a-z]"
    r"|[^,]* (?:Lake|River|Castle|Bridge|Fort|Reservoir|Pass|Ford|Creek|Farm|Airport|Hill|Ridge)\b(?=,|$))"
)
_WATERS = re.compile(r"\b(?:Sea|Ocean|Channel|Gulf|Bay|Strait|Straits|Lake|coast)\b")
_COMMON = re.compile(
    r"(?:Surroundings|Environs|Outskirts|Vicinity|Neighbou?rhood|Suburbs|Area|Region|Valley|Plains?|Hills|Mountains)"
    r"(?= of )"
)


def write_date(fact: Fact, scene: Scene) -> Telling | None:
    """Ask when the battle began, ended or took place."""
    if fact.date is None or not scene.is_battle(fact.subject) or fact.date.earliest is None:
        return None
    if fact.evidence.section != INFOBOX and scene.span is not None and _is_told(scene):
        return None
    verbs = {
        "start_date": ("begin", "began"),
        "end_date": ("end", "ended"),
        "date": ("take place", "took place"),
    }
    base, past = verbs.get(fact.attribute, ("", ""))
    if not base:
        return None
    stem = f"{ask_when(fact.date)} did {scene.conflict} {base}?"
    prompt = Prompt(stem=stem, key=say(fact.date), sort=Sort.DATE, when=fact.date)
    return Telling(f"{begin(scene.conflict)} {past} {say_on(fact.date)}.", (prompt,), THE_BATTLE)


def ask_when(when: When, year: int | None = None) -> str:
    """Return how the date of a precision is asked for; the year is told where it is the battle's own."""
    if not when.is_one:
        return "When"
    told = year_of(when)
    if year is not None and told == year and when.precision is Precision.DAY and year > 99:
        return f"On which day of {year}"
    if year is not None and told == year and when.precision is Precision.MONTH and year > 99:
        return f"In which month of {year}"
    return _ASKED[when.precision]


def _is_told(scene: Scene) -> bool:
    """Whether the infobox has the battle's dates already."""
    told = scene.index.list_of(FactType.DATE)
    return any(other.evidence.section == INFOBOX and scene.is_battle(other.subject) for other in told)


def write_place(fact: Fact, scene: Scene) -> Telling | None:
    """Ask in which country, county or place the battle took place; what the title tells is not asked."""
    if not scene.is_battle(fact.subject) or fact.evidence.section != INFOBOX:
        return None
    parts = tuple(re.sub(r" *\([^()]*\)", "", part) for part in fact.aliases or (fact.value,))
    if not all(stands_alone(part, 8) for part in parts):
        return None
    title = fold(scene.title).split()
    hidden = [part for part in parts if not set(fold(part).split()) & set(title) and is_named(part)]
    asked = [part for part in hidden if is_state(part, scene)] or _choose(hidden)
    prompts = (*(_ask_place(part, parts, scene) for part in asked), *_ask_region(hidden, scene))
    told = _BEFORE_NEAR.sub("", ", ".join(map(_say_part, parts)))
    beside = re.compile(r"\b(?:near|off)\b", re.IGNORECASE)
    if beside.search(fact.evidence.quote) and not beside.search(told):
        return _write_near(fact, scene)
    where = told if told.startswith(("near ", "off ", "in ", "at ", "on ")) else f"{_in_or_at(told)} {told}"
    return Telling(f"{begin(scene.conflict)} took place {where}.", prompts, THE_BATTLE) if prompts else None


def _in_or_at(place: str) -> str:
    """Return the word before a place: a battle is fought in a town, but at a lake or a castle."""
    return "at" if _SPOT.match(place) else "in"


def _say_part(part: str) -> str:
    """Return a part of a place inside a sentence: "the surroundings of Weir" for "Surroundings of Weir"."""
    part = re.sub(r"^(?=River [^\W\d_a-z]|[^\W\d_a-z]\w+ River$)", "the ", re.sub(r"^The ", "the ", part))
    return f"the {part[0].lower()}{part[1:]}" if _COMMON.match(part) else part


def _write_near(fact: Fact, scene: Scene) -> Telling | None:
    """Ask near which place the battle took place, where the infobox says so."""
    found = _NEAR.search(fact.evidence.quote)
    title = set(fold(scene.title).split())
    if not found or set(fold(found["name"]).split()) & title or not is_named(found["name"]):
        return None
    stem = f"Near which place did {scene.conflict} take place?"
    prompt = Prompt(stem=stem, key=found["name"], sort=Sort.PHRASE)
    told = f"{begin(scene.conflict)} took place near {found['name']}."
    return Telling(told, (prompt,), THE_BATTLE)


def _ask_region(hidden: list[str], scene: Scene) -> list[Prompt]:
    """Ask on a card for the land or waters that the title does not tell, where their sort has no name of its own."""
    parts = [part for part in hidden if not re.match(r"(?:near|off|in|on|at) ", part)]
    if not parts or any(part in TODAY or _LEVEL.fullmatch(part) or is_state(part, scene) for part in parts):
        return []
    largest = parts[-1]
    if not is_name(largest):
        return []
    what = "waters" if _WATERS.search(largest) else "region or state"
    key = begin(with_the(largest))
    return [Prompt(stem=f"In which {what} did {scene.conflict} take place?", key=key, sort=Sort.PHRASE)]


def _choose(hidden: list[str]) -> list[str]:
    """Return the parts of a place whose sort has a name, else the largest one."""
    sorted_ = [part for part in reversed(hidden) if part in TODAY or _LEVEL.fullmatch(part)]
    countries = [part for part in sorted_ if part in TODAY]
    return [*countries[:1], *(part for part in sorted_ if part not in TODAY)][:2] or hidden[-1:]


def _ask_place(part: str, parts: tuple[str, ...], scene: Scene) -> Prompt:
    level = _LEVEL.fullmatch(part)
    countries = [each for each in parts if each in TODAY]
    if part in countries and len(countries) > 1:
        stem = f"Name one of the countries in which {scene.conflict} took place."
        accepted = tuple(each for each in countries if each != part)
        return Prompt(stem=stem, key=part, sort=Sort.PLACE, is_typed=True, barred=parts, accepted=accepted)
    if is_state(part, scene):
        return ask_state(part, scene)
    if part in TODAY:
        stem = f"In which country did {scene.conflict} take place?"
        return Prompt(stem=stem, key=part, sort=Sort.PLACE, place="country", barred=parts)
    if level:
        kind = level["level"].lower()
        stem = f"In which {kind} did {scene.conflict} take place?"
        return Prompt(
            stem=stem, key=part, sort=Sort.PLACE, place=kind, barred=parts, accepted=(level["name"],)
        )
    near = part.removeprefix("near ")
    stem = f"Where did {scene.conflict} take place?"
    title = set(fold(scene.title).split())
    accepted = tuple(each for each in parts if each != part and not set(fold(each).split()) & title)
    return Prompt(stem=stem, key=near, sort=Sort.PLACE, barred=parts, accepted=accepted)


_ONLY_SOME_LAND = re.compile(
    r"(?:the |some |much )?(?:territory|land|ground|area|areas|territories) (?!of )", re.IGNORECASE
)


def write_territory(fact: Fact, scene: Scene) -> Telling | None:
    """State which territory changed hands; what an event tells as well is asked there."""
    told = any(
        other.type is FactType.EVENT and other.attribute == fact.attribute and other.date == fact.date
        for other in scene.facts
    )
    is_verb = re.fullmatch(r"[a-z]+ed(?:_[a-z]+)?|lost|took|won|gave_up|kept", fact.attribute)
    if (
        told
        or not is_verb
        or not stands_alone(fact.value, 12)
        or not is_named(fact.value)
        or not is_name(fact.subject)
        or _ONLY_SOME_LAND.match(fact.value)
    ):
        return None
    when = f" {say_on(fact.date)}" if fact.date else ""
    is_definite = f"the {fact.value}" in fact.evidence.quote
    value = f"the {fact.value}" if is_definite else with_the(fact.value)
    said = f"{begin(with_the(fact.subject))} {fact.attribute.replace('_', ' ')} {value}{when}."
    stem = f"Which territory changed hands in {scene.conflict}?"
    return Telling(said, (Prompt(stem=stem, key=said, sort=Sort.PHRASE),), THE_BATTLE)


def bare(quantity: Quantity) -> Quantity:
    """Return a quantity without its unit, for a stem that names it."""
    return replace(quantity, unit=None)


def say_bare(quantity: Quantity) -> str:
    """Say a quantity without its unit."""
    return say_quantity(bare(quantity))


_TIMES = frozenset({"hours", "days", "weeks", "months", "years", "minutes"})


def write_duration(fact: Fact, _scene: Scene) -> Telling | None:
    """Ask how long something named lasted."""
    quantity = fact.quantity
    if quantity is None or not quantity.is_one or quantity.unit not in _TIMES or not is_named(fact.subject):
        return None
    if fact.evidence.section == INFOBOX or not stands_alone(fact.subject):
        return None
    subject = with_the(fact.subject)
    if not BATTLES & set(fold(fact.subject.partition(" of ")[0]).split()[-1:]):
        return None
    stem = f"How many {quantity.unit} did {subject} last?"
    prompt = Prompt(
        stem=stem, key=say_bare(quantity), sort=Sort.NUMBER, quantity=bare(quantity), unit=quantity.unit
    )
    return Telling(f"{begin(subject)} lasted {fact.value}.", (prompt,))

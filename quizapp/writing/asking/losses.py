"""Writers of numbers: how strong the sides were, and what they lost; a number that somebody claims names who does."""

import re

from quizapp.article.fact import INFOBOX, Fact
from quizapp.article.numbers.amounts import AT_LEAST, MORE_THAN, without_bound
from quizapp.values.measures import Quantity, say_quantity
from quizapp.values.text import fold
from quizapp.writing.asking.lexicon import FORCES
from quizapp.writing.asking.telling import LOSSES, Telling, name_topic
from quizapp.writing.english import begin, is_event, is_named, say_on, stands_alone, with_the
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

OF_THINGS = frozenset({"sunk", "destroyed", "damaged", "lost"})
"""Losses that are asked only of what is counted: ships, tanks."""
_SAID_OF_LOSSES = frozenset({"dead", "deaths", "died", "fatalities", "prisoners", "total", "overall"})
_NOTHING = frozenset(
    {"including", "plus", "and", "or", "of", "with", "total", "each", "other", "others", "more", "by"}
)
_OR_ELSE = re.compile(r"\bor (?:(?:up to|about|perhaps|even|as many as|more than|over|possibly) )?[\d,]{3,}")
_OF_PART = re.compile(r"\((?:first|second|third|fourth|initial|main|final|last) [a-z]+\)", re.IGNORECASE)
"""A number of one of several battles, or of a phase: "(first battle)"."""
_WIDEST = 12
"""How many times its lower end the upper end of a range may be, so that it is worth knowing."""
_SAYS_HOW = re.compile(r"[a-z]+(?:ed|ly)\b(?: (?:with|by|in|at|on|for|as) |$)")
_LOST = frozenset({"killed", "wounded", "captured", "missing", *OF_THINGS})


def write_strength(fact: Fact, scene: Scene) -> Telling | None:
    """Ask how strong a side was, where only one number of this sort is given."""
    owner = _name_owner(fact, scene)
    if fact.evidence.section != INFOBOX or fact.quantity is None or not owner or not _is_plain(fact, scene):
        return None
    counted = _lower(fact.counted) or "men"
    if (is_named(counted) and not re.search(r" [a-z]+s$", counted)) or _SAYS_HOW.match(counted):
        return None  # "25,000 British", "80,000 armed with rifles" say no noun to ask for
    asked = f"how many {counted} did {owner} have in {scene.conflict}?"
    return _tell_number(
        fact, asked, f"{begin(owner)} had {_say_number(fact)} {counted} in {scene.conflict}", scene
    )


def write_casualties(fact: Fact, scene: Scene) -> Telling | None:
    """Ask how many of a side were killed, wounded, captured or missing, or how many casualties it had in all."""
    owner, what = _name_owner(fact, scene), _say_losses(fact.attribute)
    if fact.evidence.section != INFOBOX or fact.quantity is None or not owner or not _is_plain(fact, scene):
        return None
    number = _say_number(fact)
    if fact.attribute == "casualties" and not fact.counted:
        asked = f"how many casualties did {owner} suffer in {scene.conflict}?"
        return _tell_number(
            fact, asked, f"{begin(owner)} suffered {number} casualties in {scene.conflict}", scene
        )
    if not what or (fact.attribute in OF_THINGS and not fact.counted):
        return None
    counted = _lower(fact.counted) or "people"
    whose = "" if fact.counted and is_named(fact.counted) else f" {_among(owner)}"
    done = "went missing" if what == "missing" else f"were {what}"
    asked = f"how many {counted}{whose} {done} in {scene.conflict}?"
    return _tell_number(fact, asked, f"{begin(number)} {counted}{whose} {done} in {scene.conflict}", scene)


def write_body_losses(fact: Fact, scene: Scene) -> Telling | None:
    """Ask how many of somebody named were killed or captured on a day, and who says so."""
    quantity = fact.quantity
    if fact.evidence.section == INFOBOX or fact.clause is None or quantity is None:
        return None
    if fact.date is None or not fact.is_dated_surely or scene.is_aside(fact) or not is_named(fact.counted):
        return None
    if fact.attribute not in {"killed", "captured", "wounded"} or not stands_alone(fact.counted, 7):
        return None
    when = say_on(fact.date)
    source = name_source(fact.according_to, scene)
    asked = f"how many {fact.counted} were {fact.attribute} {when}?"
    asked, key = _move_bound(asked, fact.value.removesuffix(fact.counted).strip())
    stem = scene.frame(fact, f"according to {source}, {asked}" if source else asked)
    said = f"{begin(fact.value)} were {fact.attribute} {when}"
    statement = f"{said}, according to {source}." if source else f"{said}."
    prompt = Prompt(stem=stem, key=key, sort=Sort.NUMBER, quantity=quantity)
    return Telling(statement, (prompt,), name_topic(fact))


def name_source(who: str, scene: Scene) -> str:
    """Return who says so as it stands behind "according to": a word has a capital only where it is a name's."""
    first, _, behind = who.partition(" ")
    if behind.islower() and scene.own_words.is_common(first):
        return who.lower()
    return with_the(who) if is_named(who) else who


def _name_owner(fact: Fact, scene: Scene) -> str:
    """Return whose number it is: the side's, or the heading's in the cell; "" where nobody is named."""
    if fact.subject == f"side {fact.side}":
        camp = scene.camp(fact.side)
        return camp.name if camp is not None else ""
    if is_event(fact.subject):
        return ""  # "Relief operations" suffered nothing
    is_clear = is_named(fact.subject) and stands_alone(fact.subject, 6) and not scene.is_battle(fact.subject)
    return with_the(fact.subject) if is_clear else ""


def _among(owner: str) -> str:
    """Return whose losses they are, behind what is counted: "on the side of Spain", "of the relief forces"."""
    return f"of {owner}" if FORCES.search(owner) else f"on the side of {owner}"


def _say_losses(attribute: str) -> str:
    """Return an attribute as words: "killed, wounded or missing"; "" where it is no loss."""
    parts = attribute.split("_or_")
    if not set(parts) <= _LOST:
        return ""
    return " or ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _lower(counted: str) -> str:
    """Return what is counted with a small letter where it is one common noun: "Transports"."""
    is_common = re.fullmatch(r"[A-Z][a-z]+s", counted) and counted == with_the(counted)
    return counted.lower() if is_common else counted


def _tell_number(fact: Fact, asked: str, said: str, scene: Scene) -> Telling:
    assert fact.quantity is not None
    source = name_source(fact.according_to, scene)
    asked, key = _move_bound(asked, _say_number(fact))
    stem = f"According to {source}, {asked}" if source else begin(asked)
    statement = f"{said}, according to {source}." if source else f"{said}."
    prompt = Prompt(stem=stem, key=key, sort=Sort.NUMBER, quantity=fact.quantity)
    return Telling(statement, (prompt,), LOSSES)


def _say_number(fact: Fact) -> str:
    """Return the number of a fact in English, "more than 5,000" where the article says so."""
    assert fact.quantity is not None
    said = say_quantity(fact.quantity)
    is_over = said.startswith(AT_LEAST) and fact.value.startswith(MORE_THAN)
    return MORE_THAN + without_bound(said) if is_over else said


def _move_bound(asked: str, key: str) -> tuple[str, str]:
    """Return a question and its key with the lower bound in the question: else each option would imply lower ones."""
    bare = without_bound(key)
    return f"{key.removesuffix(bare)}{asked}", bare


def _is_plain(fact: Fact, scene: Scene) -> bool:
    """Whether a number is the only one of its sort for its side, and nothing is said of a part only."""
    if fact.quantity is None or fact.quantity.unit or not _is_whole(fact.quantity):
        return False
    rest = re.sub(r"[\d.,]+|\b(?:at least|more than|about|up to|to|or|and)\b", " ", fact.value)
    named = {*fold(fact.counted).split(), *fold(fact.attribute.replace("_", " ")).split()}
    sort = _sort_of(fact)
    twins = [other for other in scene.facts if other.subject == fact.subject and _sort_of(other) == sort]
    is_said = not fact.counted or stands_alone(f"the {fact.counted}", 7)
    return (
        not {*fold(rest).split()} - named - _SAID_OF_LOSSES
        and len(twins) == 1
        and is_said
        and _can_count(fact)
    )


def _can_count(fact: Fact) -> bool:
    """Whether what is counted is something, and the cell gives no other number for it: "or up to 25,000"."""
    word = fact.counted.split()[0].lower() if fact.counted else "men"
    if fact.counted.endswith(("lly", "ed")):
        return False  # "120,000 initially", "3 aircraft downed"
    if _OF_PART.search(fact.evidence.quote):
        return False
    return len(word) > 2 and word not in _NOTHING and not _OR_ELSE.search(fact.evidence.quote)


def _sort_of(fact: Fact) -> tuple[object, ...]:
    section = fact.evidence.section
    return fact.type, fact.subject, fact.side, fact.attribute, fact.counted, fact.according_to, section


def _is_whole(quantity: Quantity) -> bool:
    """Whether a number counts whole things, and a range says about how many: "8 to 1,000" does not."""
    if quantity.low is not None and quantity.high is not None and quantity.high > quantity.low * _WIDEST:
        return False
    return all(end is None or (end == int(end) and end >= 3) for end in (quantity.low, quantity.high))

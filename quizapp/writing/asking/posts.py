"""Who commanded what, as the body says: a post tells persons apart where the state beside a side tells it already."""

import re

from quizapp.article.fact import INFOBOX, Confidence, Fact, FactType
from quizapp.article.names import read_person
from quizapp.values.text import fold
from quizapp.writing.asking.lexicon import FORCES
from quizapp.writing.asking.telling import Telling, name_topic
from quizapp.writing.english import begin, is_name, is_named, stands_alone, with_the
from quizapp.writing.prompt import Part, Prompt, Sort
from quizapp.writing.scene import Scene

MOST_POSTS = 6
"""Posts that are asked of an article: the first, which the text thought worth telling first."""
_MOST_WORDS = 5
_SEVERAL = re.compile(r"\b(?:and|or)\b|,")
_FORMATION = re.compile(
    r"(?:armies|army|forces|fleet|wing|corps|contingent|column|cavalry|squadron|[A-Z]\w+)$"
)
_RANKS = re.compile(
    r"(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)? )?(?:Admirals|Generals|Marshals|Colonels|Majors|Captains|Lords|Kings)\b"
    r"|(?:the )?(?:[a-z-]+ )?(?:consul|general|admiral|marshal|commander|captain|king|prince|lord|chief|brother)s "
)
"""Of several only the first is named: "Admirals Nimitz", "the consuls Nero"."""
_EARLIER = re.compile(r"\b(?:background|origins?|prior|context|causes?)\b", re.IGNORECASE)
_WING = re.compile(r"(?:wing|flank|centre|center|vanguard|rearguard|contingent|column)(?: of .+)?$")


def write_post(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who commanded a formation that has a name: "the Sixth Panzer Army"."""
    person, unit = read_post(fact, scene)
    if not person or scene.is_aside(fact):
        return None
    posts = _list_posts(scene)
    if (person, unit) not in posts[:MOST_POSTS]:
        return None
    others = tuple(each for each, its in posts if its == unit and each != person)
    stem = f"Who commanded {unit} in {scene.conflict}?"
    if scene.place_in_time(fact).startswith("After ") or _EARLIER.search(fact.evidence.section):
        return None  # who commanded it before, what was left of it, or who took over
    spelled = tuple(
        each.value for camp in scene.camps for each in camp.commanders if _is_spelled(person, each.value)
    )
    prompt = Prompt(stem=stem, key=person, sort=Sort.PERSON, accepted=spelled, barred=others, part=Part.POST)
    was = "were" if re.search(r"(?<!corp)s$", unit.partition(" of ")[0], re.IGNORECASE) else "was"
    told = f"{begin(unit)} {was} commanded by {person}."
    return Telling(told, (prompt,), name_topic(fact))


def _is_spelled(name: str, other: str) -> bool:
    """Whether two names of several words end alike, as those of one man do that text and infobox spell otherwise."""
    words, others = fold(name).split(), fold(other).split()
    return words != others and min(len(words), len(others)) > 1 and words[-2:] == others[-2:]


def read_post(fact: Fact, scene: Scene) -> tuple[str, str]:
    """Return who commanded, without rank, and which formation; two empty texts where either is not one name."""
    nobody = "", ""
    if fact.type is not FactType.COMMANDER or fact.attribute != "commanded_by":
        return nobody
    if fact.evidence.section == INFOBOX or fact.confidence is not Confidence.HIGH:
        return nobody
    person = scene.name_in_full(read_person(fact.value).name)
    unit = with_the(fact.subject)
    if _WING.search(unit) and not re.match(r"(?:the|an?) |\S+['\u2019]", unit):
        unit = f"the {unit}"
    is_one = not _RANKS.match(fact.value) and (
        is_name(person) and is_named(person) and not _SEVERAL.search(person) and not FORCES.search(person)
    )
    is_formation = (
        (_FORMATION.search(unit) and FORCES.search(unit)) or _WING.search(unit)
    ) and not unit.startswith(("a ", "an "))
    if not is_one or not is_formation or not is_named(unit) or _SEVERAL.search(unit):
        return nobody
    stands = stands_alone(unit, _MOST_WORDS + (3 if _WING.search(unit) else 1)) and stands_alone(
        person, _MOST_WORDS
    )
    return (person, unit) if stands else nobody


def _list_posts(scene: Scene) -> list[tuple[str, str]]:
    told = scene.index.list_of(FactType.COMMANDER)
    return [post for fact in told if (post := read_post(fact, scene))[0]]

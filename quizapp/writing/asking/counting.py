"""Numbers that the text tells of somebody: how many towns he pillaged, of how many legions his army is."""

import re

from quizapp.article.fact import INFOBOX, Clause, Fact, FactType
from quizapp.article.numbers.counts import find_counts
from quizapp.values.dates import Precision
from quizapp.values.text import fold
from quizapp.writing.asking.clauses import join, tell
from quizapp.writing.asking.outline import bare, say_bare
from quizapp.writing.asking.telling import Telling, name_topic
from quizapp.writing.english import begin, is_named, say_on, stands_alone
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

LEAST = 3
"""Numbers below this are no question: one of two is told by "two"."""
_MEN = frozenset({"men", "soldiers", "troops", "warriors", "combatants", "killed", "wounded", "casualties"})
_SHIPS = frozenset({"ships", "warships", "galleys", "vessels"})
_COMPARES = re.compile(r"\b(?:additional|more|further|other|extra|remaining)\b")


def write_count(fact: Fact, scene: Scene) -> Telling | None:
    """Ask how many of something somebody commanded, withdrew or pillaged, where only one number is told of it."""
    clause, quantity = fact.clause, fact.quantity
    if clause is None or quantity is None or not quantity.is_one or quantity.unit or fact.according_to:
        return None
    if fact.evidence.section == INFOBOX or scene.is_aside(fact) or fact.attribute == "distance":
        return None
    if (quantity.low or 0) < LEAST or quantity.low != int(quantity.low or 0) or clause.is_passive:
        return None
    what = _name_counted(clause, fact)
    if (
        not what
        or not is_named(clause.subject)
        or not stands_alone(clause.subject, 6)
        or _is_rival(fact, scene)
    ):
        return None
    if not all(stands_alone(part, 9) for part in (f"the {what}", clause.rest) if part):
        return None
    if fact.date is not None and fact.date.precision is Precision.DAY and fact.is_dated_surely:
        return None  # the day is asked, and tells the number
    if fact.type is FactType.NUMBER and not (is_named(what) or is_named(clause.rest) or fact.date):
        return None
    if scene.find_camp(what) is not None:
        return None  # "how many Japanese ships" tells whom they fought
    if re.match(r"an? ", clause.subject) or _COMPARES.search(what):
        return None
    particle = clause.verb.particle
    subject = scene.phrase(clause.subject)
    when = f" {say_on(fact.date)}" if fact.date is not None and fact.is_dated_surely else ""
    before = f"{particle} " if particle in {"of", "with"} else ""
    behind = "" if before else particle
    asked = f"{before}how many {what} did {join(subject, clause.verb.base, behind, clause.rest)}{when}?"
    prompt = Prompt(
        stem=scene.frame(fact, asked), key=say_bare(quantity), sort=Sort.NUMBER, quantity=bare(quantity)
    )
    return Telling(f"{begin(tell(clause, scene))}{when}.", (prompt,), name_topic(fact))


def _name_counted(clause: Clause, fact: Fact) -> str:
    """Return what is counted without its number, where the object counts nothing else: "towns of Epirus"."""
    if (
        len(list(find_counts(clause.object))) != 1
        or " and " in clause.object
        or "," in clause.object.replace(",0", "")
    ):
        return ""
    head = fact.counted.split()[-1:] or [""]
    found = re.search(rf"(?P<what>(?:{re.escape(fact.counted)})(?: of .+)?)$", clause.object)
    return found["what"] if found and re.fullmatch(r"[a-z-]+(?:s|men)", head[0]) else ""


def _is_rival(fact: Fact, scene: Scene) -> bool:
    """Whether another number of the same thing is told, in the text or of a side in the infobox."""
    noun = fold(fact.counted).split()[-1]
    for other in scene.facts:
        if other is fact or other.quantity is None or not other.counted:
            continue
        if fact.type is FactType.STRENGTH and other.type is FactType.STRENGTH:
            theirs = fold(other.counted).split()[-1]
            if noun == theirs or any({noun, theirs} <= alike for alike in (_MEN, _SHIPS)):
                return True
        if other.attribute == fact.attribute and other.subject == fact.subject:
            return True
    return (
        noun in _MEN
        and fact.type is FactType.STRENGTH
        and any(not other.counted for other in scene.index.list_of(FactType.STRENGTH))
    )

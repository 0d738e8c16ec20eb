"""What speaks for a "their" or "his" in a clause that means somebody else than the one who did it."""

import re

from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.statements.patterns import FORCE
from quizapp.article.statements.told import Told

_OF_ONE = re.compile(r"\b(?:his|her)\b")
_OF_SEVERAL = re.compile(r"\btheir\b")
_OF_A_THING = re.compile(r"\b(?:its|their)\b")
_A_FORCE = re.compile(rf"\b{FORCE}s?\b", re.IGNORECASE)
_LIKE_SEVERAL = re.compile(r"(?:s|ese|ish|nch|tch|men)$")


def is_owned_by_another(told: Told, clause: FoundClause, subject: str, acted_on: str, said: str) -> bool:
    """Whether a "their" may mean others: "defeated the Lerrans and took their camp", "Rhett met their demands"."""
    several = " and " in subject or subject.endswith(("ns", "men"))
    if _OF_ONE.search(said) and (several or subject.startswith(("a ", "an ", "A ", "An "))):
        return True  # "the Lerrans poured gold down his throat", "a parade was held in his honour"
    if acted_on.startswith(_OWNED) and _follows_another(told, clause):
        return True  # "Rhett died, and Tyll took his place"
    if clause.opener in {"as", "while", "when"} and _OF_A_THING.search(said):
        return True  # "the march stalled as the Lerrans struck at its supply line"
    last = subject.rpartition(" ")[2]
    is_one = last[:1].isupper() and not _LIKE_SEVERAL.search(last) and not _A_FORCE.search(subject)
    if _OF_SEVERAL.search(said) and is_one and not several:
        return True
    return acted_on.startswith("their ") and _acts_on_several(told, clause)


_OWNED = ("his ", "her ", "its ")


def _follows_another(told: Told, clause: FoundClause) -> bool:
    """Whether a clause with a subject of its own stands right before, behind an "and" or a "but"."""
    if clause.subject is None or clause.subject.first < 2 or clause.way is not Way.MAIN or clause.leader:
        return False
    joint = clause.subject.first - 1
    if told.chunks[clause.subject.first].is_pronoun:
        return False  # "Rhett agreed, but he soon changed his mind"
    return told.chunks[joint].part is Part.CONJUNCTION and any(
        each.way is Way.MAIN and each.verb < joint for each in told.clauses
    )


def _acts_on_several(told: Told, clause: FoundClause) -> bool:
    """Whether the clause that this one goes on from has an object in the plural."""
    leader = told.find_leader(clause)
    if leader is None or leader.group.takes_agent:
        return False
    first = told.chunks_of(leader.complement)[:1]
    return any(chunk.part is Part.PHRASE and _LIKE_SEVERAL.search(chunk.text) for chunk in first)

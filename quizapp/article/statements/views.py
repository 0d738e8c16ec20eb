"""What is somebody's view, not the author's: what was felt, feared, reported or said."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizapp.article.grammar.chunk import EDGES, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.timing import find_teller
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

VIEW = "somebody's view"
_OPINIONS = word_set(
    "view views premise claim claims belief opinion idea impression legend evidence possibility suggestion suspicion"
    " rumour rumor rumours rumors assumption theory hope fear argument states says argues suggests story stories"
    " version versions account accounts tradition explanation likelihood insistence notion perception accusation"
    " allegation assertion contention conviction grounds pretext"
)
_NAMING = frozenset({"call", "name", "nickname", "dub", "title"})
_VIEWS = word_set(
    "feel think believe insist fear hope suppose assume doubt suspect argue maintain contend imagine expect conclude"
    " complain persuade convince point claim say state assert allege write report suggest estimate consider boast"
    " pretend"
)


def is_view(told: Told, clause: FoundClause) -> bool:
    """Whether a clause is what somebody thought or said, and nobody is named who did."""
    if not _is_thought(told, clause) and not _ends_in_speech(told.text):
        return False
    return not find_teller(told, clause, told.offsets(Span(clause.verb, clause.verb + 1))[0])


def _is_thought(told: Told, clause: FoundClause) -> bool:
    """Whether the clause is what somebody thought or said: "Rhett felt that the marsh was no place for horse"."""
    subject = clause.subject
    if clause.way is Way.TRAILING and _trails_claim(told, clause):
        return True
    while subject is not None and clause.leader is not None:
        clause = told.find_leader(clause) or clause
        if clause.leader is None or clause.subject is None:
            break
    if clause.subject is None:
        return False
    start = min(clause.intro.first, clause.subject.first) if clause.intro.last else clause.subject.first
    if start > 1 and told.chunks[start - 1].lower == "that":
        opener = told.chunks[start - 2]
        base = opener.group.acting.base if opener.group else opener.lower.rpartition(" ")[2]
        if base in _VIEWS or base in _OPINIONS or opener.part is Part.STOP:
            return True
        near = {word for each in told.chunks[max(0, start - 4) : start - 1] for word in each.lower.split()}
        if "of" in near and not near.isdisjoint(_OPINIONS):
            return True  # "the views of most writers that Rhett was late"
        if base == "be" and any(_OPINIONS & set(each.lower.split()) for each in told.chunks[: start - 2]):
            return True  # "one story is that Rhett sent a horse ahead"
    before = [each for each in told.clauses if each.verb < start]
    if not before:
        return False
    if clause.opener in {"while", "whilst", "whereas"} and any(_claims_that(told, each) for each in before):
        return True
    last = before[-1]
    base = last.group.acting.base
    if base in _NAMING or (base not in _VIEWS and last.group.acting.kind is not Kind.CLAIM):
        return False
    return _leads_on(told, last, told.chunks[last.verb + 1 : start])


def _leads_on(told: Told, claim: FoundClause, between: Sequence[Chunk]) -> bool:
    """Whether a claim goes on to a clause: "it was reported the Guard and Tyll had left"."""
    if claim.group.is_passive and claim.subject is not None and told.say(claim.subject).lower() == "it":
        return not any(chunk.part in EDGES for chunk in between)
    return all(chunk.part in {Part.RELATIVE, Part.ADVERB, Part.ASIDE} for chunk in between)


_SAYS_HE = re.compile(
    r", (?:he|she|they|(?:the )?(?:[\w'’-]+ ){0,7}?[\w'’-]+) (?:later |also )?"
    r"(?:said|wrote|claimed|argued|stated|recalled|added|insisted|reported|announced"
    r"|told (?:the )?[\w'’-]+(?: [\w'’-]+)?(?=\.?$))(?= ?[,.;]|$| on | in | [A-Z])"
)


@lru_cache(maxsize=16)
def _ends_in_speech(text: str) -> bool:
    """Whether a sentence is what somebody said: "Stell had never agreed, he said"."""
    return _SAYS_HE.search(text) is not None


def _claims_that(told: Told, clause: FoundClause) -> bool:
    """Whether a clause says that something is so: "It also stated that ..."."""
    is_said = clause.group.acting.kind is Kind.CLAIM or clause.group.acting.base in _VIEWS
    return is_said and clause.verb + 1 < len(told.chunks) and told.chunks[clause.verb + 1].lower == "that"


def _trails_claim(told: Told, clause: FoundClause) -> bool:
    """Whether a participle stands behind what somebody announced: "Rhett said that the Guard would go, leaving"."""
    leader = told.find_leader(clause)
    return leader is not None and _claims_that(told, leader)

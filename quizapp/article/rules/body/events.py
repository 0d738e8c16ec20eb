"""The rules that take what somebody did, or what was done to somebody, from one clause."""

from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.verbs import Kind
from quizapp.article.rules.body.battle import is_described
from quizapp.article.rules.body.commanders import name_commanders
from quizapp.article.rules.body.making import state
from quizapp.article.statements.cuts import UNSAID
from quizapp.article.statements.heads import NO_SUBJECT
from quizapp.article.statements.naming import has_name
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.risks import RISKS
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.article.statements.views import VIEW
from quizapp.article.statements.voices import OWN_DEED
from quizapp.values.dates import say

_NO_EVENTS = frozenset({Kind.CLAIM, Kind.PLAN})
_MADE = frozenset({"plan", "choose", "design", "arrange", "propose", "schedule"})
_NEEDS_OBJECT = frozenset({"kill", "wound", "injure", "massacre", "slay", "execute"}) | {
    "become",
    "remain",
    "make",
    "give",
    "put",
    "keep",
    "bring",
    "cause",
}
_ENOUGH_ALONE = frozenset({Kind.LOSE, Kind.MOVE, Kind.HAPPEN})


def state_deed(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what a named side did: "On 14 May the Guards stormed the bridge" is Guards, stormed, the bridge."""
    for statement in statements:
        group = statement.clause.group
        if not _is_event(statement) or statement.is_passive or group.known in {BEING, HAVING}:
            continue
        is_empty = not statement.value and (statement.dated is None or group.acting.base in _NEEDS_OBJECT)
        if (is_empty and group.acting.kind not in _ENOUGH_ALONE) or _is_taken(told, statement):
            continue
        verb = group.verb
        attribute = "_".join(each for each in (verb.past, verb.particle, statement.preposition) if each)
        value = statement.value or (say(statement.dated.when) if statement.dated else verb.past)
        yield from state(
            told, statement, FactType.EVENT, attribute, value, is_certain=_has_substance(statement)
        )


def state_passive(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what was done to somebody: "the bridge was stormed by the Guards" is Guards, stormed, the bridge."""
    for statement in statements:
        if not _is_event(statement) or not statement.is_passive or _is_taken(told, statement):
            continue
        group, is_certain = statement.clause.group, _has_substance(statement)
        if statement.agent and (has_name(told, statement.agent) or not has_name(told, statement.subject)):
            value = f"{statement.subject} {statement.rest}".strip()
            attribute = f"{group.acting.past} {group.particle}"
            subject = statement.agent
        else:
            being = being_of(told, statement)
            attribute = f"{being} {group.verb.participle} {group.particle}"
            rest = f"by {statement.agent} {statement.rest}" if statement.agent else statement.rest
            value = rest or (say(statement.dated.when) if statement.dated else group.verb.participle)
            subject = statement.subject
        yield from state(
            told, statement, FactType.EVENT, attribute, value, subject=subject, is_certain=is_certain
        )


def _is_taken(told: Told, statement: Statement) -> bool:
    """Whether a rule for battles or commanders says the same better."""
    return is_described(told, statement) or any(True for _ in name_commanders(told, (statement,)))


def being_of(told: Told, statement: Statement) -> str:
    """Return the form of "be" that fits a subject, present where the sentence says "is"."""
    is_plural = statement.is_plural
    group = statement.clause.group
    said = {token.lower for token in told.tokens[group.first : group.last]}
    if said & {"is", "are"}:
        return "are" if is_plural else "is"
    return "were" if is_plural else "was"


def _is_event(statement: Statement) -> bool:
    clause = statement.clause
    is_untrue = {"it did not happen", "a plan or a possibility"}.intersection(statement.doubts)
    if is_untrue or clause.way is Way.OTHER or _is_worthless(statement):
        return False
    if clause.opener in {"if", "unless", "whether", "lest"}:
        return False
    if (
        clause.group.known.base in _MADE and (statement.object or statement.agent) and not clause.group.inner
    ):  # "planned the attack"
        return True
    return (
        clause.group.known.kind not in _NO_EVENTS
        or clause.group.inner is not None
        or bool(clause.group.particle)
    )


def _has_substance(statement: Statement) -> bool:
    """Whether an event says more than its verb."""
    if statement.clause.group.acting.kind in {Kind.HARM, Kind.LOSE} and has_capital(statement.subject):
        return True  # "Conrad was killed"
    if statement.is_passive and statement.subject.removeprefix("the ")[:1].isupper():
        return True  # "the Ormish army was routed"
    return bool(statement.value or statement.agent) or (
        statement.dated is not None and statement.is_dated_surely
    )


_SAID = frozenset(
    {"proclaim", "declare", "exclaim", "reply", "answer", "announce", "comment", "write", "say"}
)
_MOST_DOUBTS = 1
_NO_FACTS = NO_SUBJECT | {UNSAID, VIEW, OWN_DEED}
"""What has such a doubt is no fact: of those in real articles, less than half were right."""
_UNSURE = "the subject is not certain"


def _is_worthless(statement: Statement) -> bool:
    """Whether too little of an event is known: whose deed it was is a guess, or nothing in it has a name."""
    doubts, points = set(statement.doubts), "a word that points elsewhere" in statement.doubts
    if _UNSURE in doubts and len(doubts) > 1:
        return True
    if stands_for_another(statement.subject) or statement.value.lower() in _SAYS_NOTHING:
        return True
    graver = [each for each in doubts if " is taken for " not in each and each not in RISKS]
    if not doubts.isdisjoint(_NO_FACTS) or len(graver) > _MOST_DOUBTS:
        return True
    is_grave = statement.clause.group.acting.kind in {Kind.HARM, Kind.LOSE} and bool(statement.value)
    if "nobody is named" in doubts and not is_grave and (statement.dated is None or points):
        return True
    return statement.clause.group.known.base in _SAID and not statement.object and not statement.is_passive


_SAYS_NOTHING = words.PRONOUNS | words.CONJUNCTIONS
_POINTING = words.POSSESSIVES | {"this", "that", "these", "those", "such", "other"}


def stands_for_another(subject: str) -> bool:
    """Whether a subject says nothing without the sentence before: "his army", "this attack", "such men"."""
    return subject.partition(" ")[0].lower() in _POINTING

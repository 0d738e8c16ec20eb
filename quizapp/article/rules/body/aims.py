"""The rules that take what was aimed at, planned or prepared."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.subjects import skip_adverbs
from quizapp.article.grammar.verbs import Kind
from quizapp.article.rules.body.making import claim
from quizapp.article.statements.patterns import FORCE, any_of, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.article.statements.views import VIEW

_AIM = re.compile(
    r"\b(?:with (?:the|an?) (?:\w+ )?(?:idea|view|aim|goal|intention|objective|purpose|intent|hope) (?:of|to)"
    r"|in an? (?:\w+ )?(?:attempt|effort|bid) to|in hopes of|in the hope of|for the purpose of"
    r"|in (?:order|preparation) to|so as to|aimed at|in preparation for)\s*$"
)
_LONGEST_LEAD = 60  # characters
_VAGUE = re.compile(rf"\b{any_of('it, them, its, their, his, him, this, these, her')}\b")


def find_aims(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what something was for: "with the aim of taking Stell", "in an attempt to cut the road"."""
    subject = ""
    for clause in told.clauses:
        at, chunk = clause.verb, told.chunks[clause.verb]
        if chunk.part not in {Part.GERUND, Part.INFINITIVE} or chunk.group is None:
            continue
        start = told.tokens[chunk.first].start
        end = told.tokens[chunk.first + 1].start if chunk.part is Part.INFINITIVE else start
        if _AIM.search(told.text, max(0, end - _LONGEST_LEAD), end):
            subject = _aimed_by(statements, start)
        elif not (subject and told.chunks[at - 1].part is Part.CONJUNCTION):
            subject = _planned_by(statements, at)
        value = f"{chunk.group.verb.base} {told.say(clause.complement)}"
        if not value.strip().count(" "):
            continue
        is_certain = not _VAGUE.search(value) and subject[:1].isupper()
        yield from claim(told, FactType.AIM, subject, "aim", value, is_certain=is_certain)


def _aimed_by(statements: Sequence[Statement], start: int) -> str:
    before = [each for each in statements if each.start < start and not each.clause.group.is_unreal]
    return before[-1].subject if before else ""


def _planned_by(statements: Sequence[Statement], at: int) -> str:
    """Return who planned what an infinitive says; "Rhett ordered his men to cross" has none of its own."""
    for statement in statements:
        group = statement.clause.group
        if statement.clause.verb == at - 1 and group.known.kind is Kind.PLAN and group.inner is None:
            return statement.subject
    return ""


def find_orders(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what a side was to do: "the Guard was to land at Stell", "Rhett would cross the river"."""
    for statement in statements:
        group = statement.clause.group
        first = told.tokens[group.first].lower
        is_plan = group.is_unreal and group.inner is None and not group.is_negated and not group.is_perfect
        if not is_plan or first not in {"was", "were", "would"} or is_side(statement):
            continue
        if _is_feared(told, statement):
            continue
        if (
            not _NO_ORDERS.isdisjoint(statement.doubts)
            or not statement.value
            or not has_capital(statement.subject + (statement.value if first == "were" else ""))
        ):
            continue
        doing = f"be {group.known.participle}" if group.is_passive else group.known.base
        said = f"{statement.value} by {statement.agent}" if statement.agent else statement.value
        value = " ".join([doing, group.particle, statement.preposition, said])
        is_sure = set(statement.doubts) <= _OF_A_PLAN and (
            statement.dated is None or statement.is_dated_surely
        )
        is_certain = is_sure and statement.subject.removeprefix("the ")[:1] not in _SMALL
        is_certain = is_certain and (first != "would" or _is_ordered(statement))
        yield from claim(
            told, FactType.AIM, statement.subject, "was_to", value, is_certain=is_certain, like=statement
        )


def _is_ordered(statement: Statement) -> bool:
    """Whether a "would" is that of an order, not of what came later: "the Guard would cross the river"."""
    head = re.split(r" (?:in|at|on|of|under|to) ", statement.subject)[0]
    verb = statement.clause.group.acting
    return _A_FORCE.search(head) is not None and verb.kind in _ORDERED and verb.base not in _MET


def _is_feared(told: Told, statement: Statement) -> bool:
    """Whether somebody only feared or hoped it: "the danger that the Lerrans would cross"."""
    subject = statement.clause.subject
    if subject is None or subject.first < _FEWEST or told.chunks[subject.first - 1].lower != "that":
        return False
    opener = told.chunks[subject.first - 2].group
    return opener is None or opener.acting.kind not in {Kind.CLAIM, Kind.PLAN, Kind.COMMAND, Kind.DEAL}


_FEWEST = 2  # chunks before a subject that stands under "that"


def is_side(statement: Statement) -> bool:
    """Whether a statement stands under another: "the bridge that they failed to repair"."""
    return statement.clause.way is Way.OTHER


_NO_ORDERS = frozenset({"a condition", VIEW})
_ORDERED = frozenset({Kind.MOVE, Kind.STRIKE, Kind.TAKE, Kind.RESIST})
_MET = frozenset({"encounter", "face", "meet"})
_A_FORCE = re.compile(rf"\b{FORCE}s?$", re.IGNORECASE)
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_OF_A_PLAN = frozenset({"a plan or a possibility", "a verb of opinion", "it did not happen"})


def find_plans(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what a named side planned, tried or failed to do: "Rhett decided to attack Stell"."""
    for statement in statements:
        group = statement.clause.group
        if group.inner is None or group.known.kind not in {Kind.PLAN, Kind.FAIL}:
            continue
        if group.is_negated != (group.known.kind is Kind.FAIL) or statement.is_passive or is_side(statement):
            continue
        doing = group.verb.base.removeprefix(f"{group.known.base} {group.joint}")
        complement = told.chunks_of(statement.clause.complement)
        joint = "and" if complement and complement[0].part is Part.CONJUNCTION else ""
        value = " ".join([doing, group.particle, joint, statement.preposition, statement.value])
        is_certain = set(statement.doubts) <= _OF_A_PLAN and not _is_acted_on(told, statement)
        attribute = f"{group.known.past} {group.joint}"
        yield from claim(
            told, FactType.AIM, statement.subject, attribute, value, is_certain=is_certain, like=statement
        )


def _is_acted_on(told: Told, statement: Statement) -> bool:
    """Whether a verb stands right before the subject: "sank the boats meant to ..." holds a participle."""
    clause = statement.clause
    if clause.subject is None or clause.leader is not None or not clause.subject.first:
        return False
    return told.chunks[skip_adverbs(told.chunks, clause.subject.first - 1)].group is not None

"""The rules for what an article says of its subject: who fought whom, where, when, after what, as part of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.rules.body.adjuncts import PLACED, WAGED, list_adjuncts
from quizapp.article.rules.body.making import claim, state
from quizapp.article.statements.naming import name_event
from quizapp.article.statements.patterns import EVENT, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.values.dates import say

_EVENT = re.compile(rf"\b{EVENT}\b")
_ENDS_IN_EVENT = re.compile(rf"\b{EVENT}$")


def describe_battle(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take who fought whom, where, after what: "an attack launched by A against B in C, following D"."""
    for statement in statements:
        subject = _subject(told, statement) if _is_waged(statement) else ""
        if not subject:
            continue
        if statement.agent:
            attribute = f"{statement.clause.group.acting.participle}_by"
            yield from _take(told, statement, FactType.ACTOR, subject, attribute, statement.agent)
        is_subject = subject == told.known.subject
        for preposition, said in list_adjuncts(told, statement.clause, is_subject=is_subject):
            yield from _read_adjunct(told, statement, subject, preposition, said)


def _is_waged(statement: Statement) -> bool:
    group = statement.clause.group
    if group.is_negated or group.is_unreal:
        return False
    if group.known is BEING:
        return _EVENT.search(statement.object) is not None
    if group.is_passive:
        return group.known.base in WAGED
    return group.known.base in {"occur", "happen"} or group.particle == "place"


def _subject(told: Told, statement: Statement) -> str:
    """Return what it is that was fought: "a military offensive" of the lead is the subject of the article."""
    subject = statement.subject
    if subject == told.known.subject:
        return subject
    is_first = told.sentence.section == "lead" and told.sentence.number == 1
    is_described = statement.clause.way is Way.MODIFIER and re.match(r"(?:a|an|the)\b", subject)
    if is_first and (is_described or statement.clause.way is Way.RELATIVE):
        return told.known.subject
    is_named = has_capital(subject[1:]) and _EVENT.search(subject.lower()) is not None
    return name_event(told, subject) or (subject if is_named else "")


def _read_adjunct(
    told: Told, statement: Statement, subject: str, preposition: str, said: str
) -> Iterator[Fact]:
    type_, attribute, value = None, preposition, said
    if preposition == "against":
        type_ = FactType.TARGET
    elif preposition == "by" and statement.clause.group.known is BEING and has_capital(said):
        type_, attribute = FactType.ACTOR, "launched_by"
    elif preposition == "side":
        type_, attribute = FactType.ACTOR, "fought_between"
    elif preposition == "between":
        for side in re.split(r",? and (?=the |an? |[A-Z])", said, maxsplit=1):
            yield from _take(told, statement, FactType.ACTOR, subject, "fought_between", side)
    elif preposition in {"following", "after"}:
        type_, attribute = FactType.SEQUENCE, "preceded_by"
    elif (preposition in {"as part of", "during"} and has_capital(said)) or _WAR.search(said):
        type_, attribute = FactType.PART_OF, "part_of"
    elif PLACED.issuperset(preposition.split(" and ")) and has_capital(said) and not _NO_PLACE.search(said):
        type_, attribute = FactType.PLACE, "place"
        value = said if preposition in {"in", "at", "on"} else f"{preposition} {said}"
    elif preposition in {"for", "over"} and re.search(r"\b(?:victory|defeat)\b", statement.object):
        is_winner = (preposition == "for") == ("victory" in statement.object)
        type_, attribute = FactType.RESULT, "winner" if is_winner else "loser"
    if type_ is not None:
        yield from _take(told, statement, type_, subject, attribute, value)


_NO_PLACE = re.compile(r"^an? |(?:[Hh]istory|[Ww]arfare|[Mm]emory)$|(?:day|Day|Eve|Christmas|Easter)$")
_PART = re.compile(r"Part of (?P<whole>.*[A-Z].*)")
_WAR = re.compile(
    r"\b[A-Z][\w'’]* (?:War|Wars|Campaign|campaign|Revolt|Rebellion|Revolution|Crusade|Uprising)(?: of [A-Z].*)?$"
)
_HARMLESS = frozenset(
    {"nobody is named", "who did it has no name", "long", "a side remark", "a verb of opinion"}
)


_MANY_SIDES = re.compile(r"\bbetween [^.;]*? and (?:the )?(?:[A-Z][\w'’-]*,? )+and (?=the |[A-Z])")
"""Where it is not clear which "and" parts the two sides: "between Orm and Lerra and the sloops of Rhett"."""


def _take(
    told: Told, statement: Statement, type_: FactType, subject: str, attribute: str, value: str
) -> Iterator[Fact]:
    harmless = _HARMLESS | ({"the subject is not certain"} if subject == told.known.subject else set())
    is_certain = set(statement.doubts) <= harmless and len(value.split()) < 14
    is_certain = is_certain and not (attribute == "fought_between" and _MANY_SIDES.search(told.text))
    yield from claim(told, type_, subject, attribute, value, is_certain=is_certain, like=statement)


def date_battle(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take when it was fought: "the battle took place on 4 May 1312", "the Battle of Harrow Ford (4 May 1312)"."""
    for statement in statements:
        subject = _subject(told, statement) if statement.dated is not None and _is_waged(statement) else ""
        if subject and statement.dated is not None:
            is_whole = not _tells_beginning(told, statement)
            value = say(statement.dated.when)
            doubts = tuple(doubt for doubt in statement.doubts if doubt != "long")  # the day is as sure
            said = replace(statement, doubts=doubts)
            yield from state(told, said, FactType.DATE, "date", value, subject=subject, is_certain=is_whole)
            return
    if told.sentence.section != "lead" or told.sentence.number != 1 or len(told.dated) != 1:
        return
    (dated,) = told.dated
    first = next((each.verb for each in told.clauses), 0)
    if first and told.offsets(Span(first, first + 1))[0] < dated.start:
        return  # "was the first battle of the Ormish War (1709-1711)"
    if told.text[dated.start - 1 : dated.start] == "(" and dated.end < 120:
        value, is_certain = say(dated.when), dated.is_sure
        found = claim(told, FactType.DATE, told.known.subject, "date", value, is_certain=is_certain)
        yield from (replace(fact, date=dated.when, is_dated_surely=dated.is_sure) for fact in found)


_BEGUN = frozenset({"launch", "begin", "start", "initiate", "mount"})


def _tells_beginning(told: Told, statement: Statement) -> bool:
    """Whether a date says when somebody began it, which may be long before its end: "an attack launched on 4 May"."""
    if statement.clause.group.acting.base in _BEGUN:
        return True
    own = told.chunks_of(statement.clause.complement)
    return any(chunk.group is not None and chunk.group.acting.base in _BEGUN for chunk in own)


_BESIDE = re.compile(
    r"\b(?:concurrent|simultaneous|at the same time|coincid(?:ed|ing)|in parallel)(?: with| as)? "
)


def find_concurrent(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what happened at the same time: "the attack was concurrent with the siege of Stell"."""
    found = _BESIDE.search(told.text)
    if found is None:
        return
    subject = next((each.subject for each in statements if each.start < found.start()), "")
    for at, chunk in enumerate(told.chunks):
        if chunk.part is not Part.PHRASE or told.tokens[chunk.first].start < found.end() - 1:
            continue
        if told.chunks[at - 1].lower in {"with", "as", "as well as", "and"} and has_capital(chunk.text):
            other, is_certain = told.say(Span(at, at + 1)), subject == told.known.subject
            yield from claim(
                told, FactType.CONCURRENT, subject, "concurrent_with", other, is_certain=is_certain
            )


def place_events(told: Told) -> Iterator[Fact]:
    """Take where another event was: "the Stell campaign in Orm"."""
    for at in range(len(told.chunks) - 2):
        event, joint, place = told.chunks[at : at + 3]
        if joint.lower not in {"in", "near", "at"} or {event.part, place.part} != {Part.PHRASE}:
            continue
        name, where = told.say(Span(at, at + 1)), told.say(Span(at + 2, at + 3))
        is_event = _ENDS_IN_EVENT.search(name.lower()) and not _EVENT.search(where.lower())
        if is_event and has_capital(name[4:]) and has_capital(where):
            is_certain = len(where.split()) < 6 and not _goes_on_to_another(told, at + 3)
            is_named = name.removeprefix("the ")[:1].isupper() and " " in name.removeprefix("the ")
            yield from claim(told, FactType.PLACE, name, "place", where, is_certain=is_certain and is_named)


def _goes_on_to_another(told: Told, at: int) -> bool:
    """Whether a place is the first of several: "the defeat at Stell and Dale"."""
    after = [chunk.part for chunk in told.chunks[at : at + 2]]
    return after == [Part.CONJUNCTION, Part.PHRASE]


def find_part_of(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what a battle belongs to: "it was part of the Ormish War", "Part of the Ormish War, the siege began"."""
    opening = _PART.fullmatch(told.chunks[0].text) if told.chunks else None
    if opening and any(each.subject == told.known.subject for each in statements):
        value, is_certain = opening["whole"], told.chunks[1].text == ","
        yield from claim(told, FactType.PART_OF, told.known.subject, "part_of", value, is_certain=is_certain)
    for statement in statements:
        found = re.match(r"(?:a |an )?(?:\w+ )?(?:part|phase|stage) of (.+)", statement.value)
        if statement.clause.group.known is BEING and found and has_capital(found[1]):
            whole = re.sub(r"^an? [a-z ]*(?:known as|called|named) (?=[A-Z])", "", found[1])
            yield from state(told, statement, FactType.PART_OF, "part_of", whole)


def find_sequence(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what came before or after: "it was followed by the Siege of Stell"."""
    for statement in statements:
        group = statement.clause.group
        if group.known.base not in {"follow", "precede"} or not group.is_passive or not statement.agent:
            continue
        if _EVENT.search(f"{statement.subject} {statement.agent}".lower()):
            attribute = "followed_by" if group.known.base == "follow" else "preceded_by"
            yield from state(told, statement, FactType.SEQUENCE, attribute, statement.agent)


def is_described(told: Told, statement: Statement) -> bool:
    """Whether what a statement says of a battle is taken by the rules of this module."""
    if not (_is_waged(statement) or statement.clause.group.known.base in {"follow", "precede"}):
        return False
    return any(
        True for rule in (describe_battle, date_battle, find_sequence) for _ in rule(told, (statement,))
    )

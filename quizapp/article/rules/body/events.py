"""The rules that take what somebody did, or what was done to somebody, from one clause."""

from collections.abc import Iterator

from quizapp.article.fact import Confidence, Fact, FactType
from quizapp.article.grammar.clauses import Way
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.verbs import Kind
from quizapp.article.known import cite
from quizapp.article.rules.body.statements import Statement, is_plural_phrase
from quizapp.article.rules.body.told import Told
from quizapp.values.dates import say

_NO_EVENTS = frozenset({Kind.CLAIM, Kind.PLAN})
_SAYS_NOTHING_ALONE = frozenset({Kind.SENSE, Kind.STATE, Kind.CHANGE})


def state_deed(told: Told, statement: Statement) -> Iterator[Fact]:
    """Take what a named side did: "On 14 May the Guards stormed the bridge" is Guards, stormed, the bridge."""
    group = statement.clause.group
    if not _is_event(statement) or statement.is_passive or group.known in {BEING, HAVING}:
        return
    if not statement.value and statement.dated is None and group.acting.kind not in {Kind.LOSE, Kind.MOVE}:
        return
    verb = group.verb
    attribute = "_".join(each for each in (verb.past, verb.particle, statement.preposition) if each)
    value = statement.value or (say(statement.dated.when) if statement.dated else verb.past)
    yield build(told, statement, FactType.EVENT, statement.subject, attribute, value, "state_deed")


def state_passive(told: Told, statement: Statement) -> Iterator[Fact]:
    """Take what was done to somebody: "the bridge was stormed by the Guards" is Guards, stormed, the bridge."""
    if not _is_event(statement) or not statement.is_passive:
        return
    group = statement.clause.group
    if statement.agent:
        value = f"{statement.subject} {statement.rest}".strip()
        attribute = "_".join(each for each in (group.acting.past, group.particle) if each)
        yield build(told, statement, FactType.EVENT, statement.agent, attribute, value, "state_passive")
        return
    being = "were" if is_plural_phrase(statement.subject) else "was"
    attribute = "_".join(each for each in (being, group.verb.participle, group.particle) if each)
    value = statement.rest or (say(statement.dated.when) if statement.dated else group.verb.participle)
    yield build(told, statement, FactType.EVENT, statement.subject, attribute, value, "state_passive")


def _is_event(statement: Statement) -> bool:
    group = statement.clause.group
    if group.is_unreal or group.is_negated or statement.clause.opener in {"if", "unless", "whether", "lest"}:
        return False
    if statement.clause.way is Way.OTHER:
        return False
    return group.known.kind not in _NO_EVENTS or group.inner is not None


def build(
    told: Told,
    statement: Statement,
    type_: FactType,
    subject: str,
    attribute: str,
    value: str,
    rule: str,
    *,
    is_certain: bool = True,
) -> Fact:
    """Return a fact that a statement makes; it is confident only if nothing speaks against the statement."""
    is_certain = is_certain and not statement.doubts
    if type_ is FactType.EVENT:
        is_certain = is_certain and _has_substance(statement)
    return Fact(
        id="",
        type=type_,
        subject=strip_article(subject),
        attribute=attribute.replace(" ", "_"),
        value=value,
        evidence=cite(told.sentence),
        rule=rule,
        confidence=Confidence.HIGH if is_certain else Confidence.LOW,
        according_to=statement.according_to,
        date=statement.dated.when if statement.dated else None,
        is_dated_surely=statement.is_dated_surely,
        clause=statement.as_clause(),
        note="; ".join(statement.doubts),
    )


def _has_substance(statement: Statement) -> bool:
    """Whether an event says something definite: a name or a number in what was done, or a sure day."""
    said = f"{statement.object} {statement.rest} {statement.agent}"
    has_name = any(word[:1].isupper() for word in said.split()) or any(letter.isdigit() for letter in said)
    has_date = statement.dated is not None and statement.is_dated_surely
    return has_name or (has_date and bool(said.strip()))


def strip_article(phrase: str) -> str:
    """Return a phrase without the article or the "of" before it."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if phrase.startswith(article):
            return phrase[len(article) :]
    return phrase

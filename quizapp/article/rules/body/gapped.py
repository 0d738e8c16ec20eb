"""The rules that take what a verb says of several, a date for each, and what somebody did not or could not do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.article.dates import Dated
from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.verbs import Kind
from quizapp.article.rules.body.making import claim, state
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told, is_main, place_of


def find_dated_list(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take each of several that have a date of their own: "sank the Harrow on 4 May, the Stell on 6 May"."""
    for statement in statements:
        clause = statement.clause
        if statement.is_passive or not statement.object or not is_main(clause) or statement.preposition:
            continue
        if told.chunks[clause.complement.last - 1].part is not Part.DATE:
            continue
        for things, dated in _read_members(told, clause.complement.last):
            for thing in things:
                verb = clause.group.verb
                attribute = " ".join(each for each in (verb.past, verb.particle) if each)
                said = replace(statement, object=thing, rest="", dated=dated, is_dated_surely=dated.is_sure)
                yield from state(told, said, FactType.EVENT, attribute, thing, is_certain=has_capital(thing))


def _read_members(told: Told, at: int) -> Iterator[tuple[list[str], Dated]]:
    """Yield what stands in each later member of a list, and its date; from the mark behind the first one."""
    chunks = told.chunks
    while at < len(chunks) and chunks[at].part in {Part.COMMA, Part.CONJUNCTION}:
        while at < len(chunks) and chunks[at].part in {Part.COMMA, Part.CONJUNCTION}:
            at += 1
        things: list[str] = []
        while at < len(chunks) and chunks[at].part in {Part.PHRASE, Part.CONJUNCTION}:
            if chunks[at].part is Part.PHRASE:
                things.append(told.say(Span(at, at + 1)).removeprefix("both "))
            at += 1
        if at >= len(chunks) or chunks[at].part is not Part.DATE or not things:
            return
        start = told.tokens[chunks[at].first].start
        dated = next((each for each in told.dated if place_of(each) == start), None)
        if dated is None:
            return
        yield things, dated
        at += 1


_NO_DEEDS = frozenset({Kind.CLAIM, Kind.SENSE, Kind.PLAN, Kind.FAIL, Kind.STATE})
_ONLY_NOT = frozenset({"it did not happen", "a plan or a possibility"})


def find_failures(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what a named side did not or could not do: "the Guard could not break the Lerran line"."""
    for statement in statements:
        group = statement.clause.group
        helping = told.tokens[group.first].lower
        if not group.is_negated or group.is_passive or group.inner or not is_main(statement.clause):
            continue
        if helping not in {"did", "could", "didn't", "couldn't"} or group.known in {BEING, HAVING}:
            continue
        if group.known.kind in _NO_DEEDS or not statement.value or not has_capital(statement.subject):
            continue
        if set(statement.doubts) <= _ONLY_NOT:
            doing = " ".join(
                each for each in (group.known.base, group.particle, statement.preposition) if each
            )
            attribute = f"{helping[:3] if helping.startswith('did') else 'could'} not {doing}"
            yield from claim(
                told, FactType.DETAIL, statement.subject, attribute, statement.value, like=statement
            )

"""The rules that take who commanded what."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.rules.body.making import claim, state
from quizapp.article.statements.patterns import EVENT, FORCE, any_of, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told

_MORE = any_of(
    "league, empire, kingdom, coalition, alliance, levies, warriors, knights, archers, hussars, riders, horsemen,"
    " paratroopers, department, command, campaign, convoy, flotilla, garrisons, tribesmen, crusaders, volunteers"
)
_FORCE = re.compile(rf"\b(?:{FORCE}|{_MORE})\b", re.IGNORECASE)
_EVENT = re.compile(rf"\b{EVENT}\b")
_STATE = re.compile(r"\b(?:Empire|Kingdom|Republic|Sultanate|Caliphate)$")


def name_commanders(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take who commanded what: "the left wing was commanded by Rhett", "Rhett led the left wing"."""
    for statement in statements:
        group = statement.clause.group
        is_real = not (group.is_negated or group.is_unreal or group.inner or statement.preposition)
        if group.known.base not in {"command", "lead", "head"} or not is_real:
            continue
        force, commander = statement.object, statement.subject
        if statement.is_passive:
            force, commander = statement.subject, statement.agent
        if _EVENT.search(commander.lower()):
            continue  # "The invasion led the Guard to arm"
        if has_capital(commander) and _FORCE.search(force) and commander.lower() not in words.PRONOUNS:
            is_certain = has_capital(force) or any(letter.isdigit() for letter in force)
            yield from state(
                told,
                statement,
                FactType.COMMANDER,
                "commanded_by",
                commander,
                subject=force,
                is_certain=is_certain,
            )


_SMALL = "of|the|de|von|van|al|la|le|du|da|di|del|della|dos|der|den|zu|ter|ten|atte|ap|ibn|bin|y"
_NAME_WORD = r"(?:[a-z]{1,4}|[a-z]{2}-|d['’])?[A-Z][\w'’.-]*"
_UNDER = re.compile(
    rf"(?<![\w,.'’-])(?P<force>(?:[\w'’.-]+ ){{0,5}}(?i:{FORCE}|{_MORE})),?"
    r" (?:led by|under(?: the)?(?: overall)?(?: command(?: of)?| leadership of)?)"
    rf" (?P<who>{_NAME_WORD}(?: (?:{_NAME_WORD}|{_SMALL}))*)"
)
_BEFORE_FORCE = re.compile(
    r"^.*\b(?:and|with|that|while|as|by|to|of|from|in|on|at|was|were|against|when|for) (?=\S)"
)


_REALM = re.compile(r"\b(?:empire|kingdom)$", re.IGNORECASE)
_OPENING = re.compile(
    r"Under (?:the )?(?:overall )?(?:command|leadership|orders) of"
    rf" (?P<who>{_NAME_WORD}(?: (?:{_NAME_WORD}|{_SMALL}))*),?"
    rf" (?P<force>the (?:[\w'’-]+ ){{0,4}}?(?i:{FORCE}|{_MORE}))\b"
)


def find_commanders_under(told: Told) -> Iterator[Fact]:
    """Take a commander named behind "under": "the Frankish contingent under Duke Konrad"."""
    opening = _OPENING.match(told.text) if told.text.startswith("Under ") else None
    if opening is not None:
        force, is_certain = opening["force"], has_capital(opening["force"])
        yield from claim(
            told, FactType.COMMANDER, force, "commanded_by", opening["who"], is_certain=is_certain
        )
    if " under " not in told.text and " led by " not in told.text:
        return
    for found in _UNDER.finditer(told.text):
        who = re.sub(rf"(?: (?:{_SMALL}))+$|(?<=[a-z][a-z])\.$", "", found["who"])
        force = _cut_to_force(_phrase_that_ends(told, found.end("force"))) or _BEFORE_FORCE.sub(
            "", found["force"].strip()
        )
        if " " not in force and force.islower():
            continue
        if _REALM.search(force) and " led by " not in found.group():
            continue  # "the Ormish Empire under Edgar" was ruled
        if who.endswith(("'s", "’s")) or who.split()[0].lower() in words.PRONOUNS | words.DETERMINERS:
            continue
        is_certain = (
            bool(re.search(r"[A-Z0-9]", force[1:])) and force.split()[0].lower() not in words.POSSESSIVES
        )
        is_certain = (
            is_certain and not _SEVERAL.match(who) and not _STATE.search(force)
        )  # an empire under somebody is ruled by him
        yield from claim(told, FactType.COMMANDER, force, "commanded_by", who, is_certain=is_certain)


_SEVERAL = re.compile(r"(?:Admiral|General|Marshal|Colonel|Captain|Major|Lord|Prince|King|Duke|Earl|Count)s ")
"""A title of several, of whom only the first was read: "under Admirals Rhett, Tyll and Dale"."""
_OF_FORCE = re.compile(rf"(?P<head>.+?) of (?P<force>the .*\b(?i:{FORCE}))")


def _cut_to_force(phrase: str) -> str:
    """Return who was led: "the 9th Division" of "the guns of the 9th Division", not of "the army of the League"."""
    found = _OF_FORCE.fullmatch(phrase)
    return found["force"] if found and not _FORCE.search(found["head"]) else phrase


def _phrase_that_ends(told: Told, end: int) -> str:
    """Return the phrase that ends at a place of the sentence, without what stands in brackets."""
    for at, chunk in enumerate(told.chunks):
        if chunk.part is Part.PHRASE and told.tokens[chunk.last - 1].end == end:
            return told.say(Span(at, at + 1))
    return ""

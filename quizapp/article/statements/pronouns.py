"""Whom a pronoun means: the subject told of before it, and whether anybody else was named in between."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import VERBAL, Chunk, Part, Span
from quizapp.article.grammar.chunks import find_chunks
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.clauses import find_clauses
from quizapp.article.grammar.tagging import settle
from quizapp.article.grammar.tokens import Tag, Token, tokenise
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.patterns import EVENT, FORCE, has_capital
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set


class Meant(NamedTuple):
    """Whom a pronoun means, in words (empty: it cannot be told), and whether nobody else can be meant."""

    name: str
    is_sure: bool


NOBODY = Meant("", is_sure=False)
_FURTHEST = 4  # sentences back in which a chain of pronouns is followed
_NOT_PERSONS = re.compile(rf"\b(?:{FORCE}|{EVENT})s?\b", re.IGNORECASE)
_LONGEST_FORCE = 8  # words
_ONE_FORCE = re.compile(
    r"\b(?:army|fleet|force|garrison|squadron|division|brigade|regiment|battalion|legion|company|column|cavalry|convoy"
    r"|flotilla)$",
    re.IGNORECASE,
)
_PLURAL_FORCES = re.compile(r"\b(?:troops|forces|men|soldiers|\w+s)$")
_PLACE_BEHIND = re.compile(r" (?:in|at|on|from|near|for|under|around) ")
_OF_PEOPLE = re.compile(r"(?<=[a-z]) of ")
_NEVER_PERSONS = word_set(
    "of in at on near into onto across through over towards toward along around outside inside within off until"
    " during after before for as since about between despite due because"
)
_REACHED = word_set("reach enter approach leave cross invade evacuate")
_TO_SOMEBODY = word_set(
    "give hand send surrender write speak report yield offer sell marry bring show return grant promise"
    " receive take learn get"
)
_SMALL_WORDS = re.compile(r"^(?:(?:de|von|van|al|el|du|da|di|la|le|ibn|bin) )+(?=[A-Z])")
_SEVERAL = re.compile(r"(?:s|ese|ish|nch|tch|men)$")


def resolve(told: Told, span: Span, pronoun: str) -> Meant:
    """Return whom "he", "they" or "it" means: the named subject before it, if that can be one."""
    if pronoun not in {"he", "they", "it"}:
        return NOBODY
    within = _find_within(told, span, pronoun)
    if within is not None:
        return within if _can_be(pronoun, within.name) else NOBODY
    others = [*_name_others(told.tokens, told.chunks[: span.first]), *_name_later(told, span)]
    for former in reversed(find_former_texts(told, _FURTHEST)):
        subject, beside = _read_former(former, told.known.capitals)
        said = re.sub("^The ", "the ", subject)
        if pronoun == "he" and _is_place(told, said):
            return NOBODY
        if said.lower() != pronoun:  # "He gathered his men. He crossed the river."
            return _judge(pronoun, said, [*beside, *others]) if _can_be(pronoun, said) else NOBODY
        others += beside
    return NOBODY


def _is_place(told: Told, name: str) -> bool:
    """Whether a name is a place's: "Harrow was taken. He left", in the Siege of Harrow or beside "in Harrow"."""
    if told.known.subject.endswith(f" of {name}"):
        return True
    return _is_told_of_inside(name, tuple(each.text for each in told.known.article.sentences()))


@lru_cache(maxsize=256)
def _is_told_of_inside(name: str, texts: tuple[str, ...]) -> bool:
    signs = tuple(f" {joint} {name}{end}" for joint in ("in", "at", "near") for end in (" ", ",", "."))
    return any(sign in text for text in texts for sign in signs)


def resolve_within(told: Told, span: Span, pronoun: str) -> Meant:
    """Return whom it means in its own sentence, for "his" and "their"."""
    found = _find_within(told, span, pronoun)
    return found if found is not None and _can_be(pronoun, found.name) else NOBODY


_OBJECTS = {"he": "him", "they": "them", "it": "it"}
"""What in the same clause speaks of another: "Rhett urged him to wait, but he left"."""


def find_former_texts(told: Told, most: int) -> list[str]:
    """Return the last sentences before this one, in its paragraph."""
    at = told.sentence.number - 1
    for section in told.known.article.sections:
        own = section.sentences
        if section.heading == told.sentence.section and at < len(own) and own[at] is told.sentence:
            former = own[max(0, at - most) : at]
            return [each.text for each in former if each.paragraph == told.sentence.paragraph]
    return []


def _find_within(told: Told, span: Span, pronoun: str) -> Meant | None:
    """Return the last subject before a place in the same sentence that is no pronoun."""
    start = told.offsets(span)[0]
    for clause in reversed(told.clauses):
        if (
            clause.subject is not None
            and told.offsets(clause.subject)[1] <= start
            and clause.way is not Way.OTHER
        ):
            said = told.say(clause.subject)
            if not any(chunk.is_pronoun for chunk in told.chunks_of(clause.subject)):
                between = told.chunks[clause.subject.last : span.first]
                others = [*_name_others(told.tokens, between), *_name_earlier(told, clause)]
                found = _judge(pronoun, said, others)
                is_told = pronoun == "he" and clause.group.acting.kind is Kind.CLAIM
                is_other = any(chunk.lower == _OBJECTS[pronoun] for chunk in between)
                is_sure = found.is_sure and clause.is_sure and not (is_told or is_other)
                return found._replace(is_sure=is_sure)
    return None


@lru_cache(maxsize=512)
def _read_former(text: str, capitals: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the subject of the first main clause, and who else is named; no subject where brackets stand in it."""
    tokens = settle(tokenise(text, (), capitals))
    chunks = find_chunks(text, tokens)
    clauses = find_clauses(chunks)
    for clause in sorted(clauses, key=lambda each: _depends(chunks, each)):
        subject = clause.subject
        if clause.way is Way.MAIN and clause.leader is None and subject is not None and clause.is_sure:
            inside = tokens[chunks[subject.first].first : chunks[subject.last - 1].last]
            if any(token.tag is Tag.ASIDE for token in inside):
                break
            others = (*chunks[: subject.first], *chunks[subject.last :])
            return text[inside[0].start : inside[-1].end], tuple(_name_others(tokens, others))
    return "", ()


def _name_earlier(told: Told, clause: FoundClause) -> Iterator[str]:
    """Yield who else did something in the sentence before a clause."""
    for each in told.clauses:
        if each.verb < clause.verb and each.way is Way.MAIN and each.subject not in {None, clause.subject}:
            yield told.say(each.subject)


def _name_later(told: Told, span: Span) -> Iterator[str]:
    """Yield who does something behind the clause of a pronoun that opens a sentence: "When he fell, Tyll left"."""
    is_opening = any(each.subject == span and each.opener for each in told.clauses)
    for each in told.clauses if is_opening else ():
        if each.way is Way.MAIN and each.subject is not None and each.subject.first > span.first:
            yield told.say(each.subject)


def _depends(chunks: Sequence[Chunk], clause: FoundClause) -> bool:
    """Whether a clause stands under another, so that its subject is not the sentence's: "after Tyll had fled"."""
    is_under = clause.subject is not None and clause.subject.first > 0
    return bool(clause.opener) or (
        is_under and clause.subject is not None and chunks[clause.subject.first - 1].part is Part.RELATIVE
    )


def _name_others(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> Iterator[str]:
    """Yield the phrases that somebody may be named by: not places, nor what only belongs to another phrase."""
    verb = ""
    for at, chunk in enumerate(chunks):
        if chunk.group is not None:
            verb = chunk.group.acting.base
        before = chunks[at - 1] if at else chunk
        joint = before.lower if before.part is Part.PREPOSITION else ""
        is_reached = verb in _REACHED and before.part in VERBAL
        is_place = is_reached or (joint in {"to", "from"} and verb not in _TO_SOMEBODY)
        if chunk.part is Part.PHRASE and joint not in _NEVER_PERSONS and not is_place:
            is_name = chunk.first > 0 or tokens[chunk.first].tag is Tag.NAME
            yield chunk.text if is_name else chunk.lower


def _judge(pronoun: str, said: str, others: Iterator[str] | Sequence[str]) -> Meant:
    last = said.rpartition(" ")[2]
    rivals = (other for other in others if last not in other and _may_be(pronoun, other))
    is_people = pronoun != "they" or _are_people(said)
    return Meant(said, is_people and next(rivals, None) is None)


def _are_people(said: str) -> bool:
    """Whether a phrase names several: "the Ormish and Lerran riders", not "the fighting in the Dales"."""
    head = _PLACE_BEHIND.split(said)[0]
    is_several = " and " in head or _PLURAL_FORCES.search(_OF_PEOPLE.split(head)[-1]) is not None
    return is_several and all(has_capital(each) for each in said.split(" and "))


def _may_be(pronoun: str, other: str) -> bool:
    """Whether a phrase may be what a pronoun means, looked at with more doubt than what it is taken for."""
    is_several = _SEVERAL.search(other) is not None or " and " in other
    if pronoun == "they":
        is_people = has_capital(other) or _NOT_PERSONS.search(other) is not None
        return is_several and (is_people or not words.PEOPLE.isdisjoint(other.split()))
    return not is_several and (pronoun == "it" or _can_be("he", _SMALL_WORDS.sub("", other)))


def _can_be(pronoun: str, said: str) -> bool:
    """Whether a pronoun can stand for a phrase: "he" for one named person, "they" for several, "it" for a force."""
    if pronoun == "it":
        return (
            has_capital(said) and _ONE_FORCE.search(said) is not None and len(said.split()) <= _LONGEST_FORCE
        )
    if (
        not has_capital(said)
        or len(said.split()) > (12 if pronoun == "they" else 8)
        or "'s" in said.replace("’", "'")
    ):
        return False
    if pronoun == "they":
        return bool(_PLURAL_FORCES.search(said)) or " and " in said
    is_one = said[0].isupper() and " and " not in said and not said.startswith(("The ", "A ", "An "))
    return is_one and _NOT_PERSONS.search(said) is None

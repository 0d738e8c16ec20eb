"""The rules that take where things lie and happened, and what a number included."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import Way
from quizapp.article.rules.body.making import claim
from quizapp.article.statements.patterns import DIRECTION, has_capital
from quizapp.article.statements.statements import Statement, is_plural_phrase
from quizapp.article.statements.told import Told

_LIES = re.compile(
    rf"(?:just |immediately |about )?(?:\d[\w.,]* \w+ )?(?:to the )?{DIRECTION} of|on the \w+ (?:bank|coast|shore) of"
)
_INSIDE = frozenset({Part.PREPOSITION, Part.PHRASE, Part.ADVERB, Part.CONJUNCTION})


def locate(told: Told) -> Iterator[Fact]:
    """Take where a named place lies: "Harrow, just north of Stell, ..."."""
    for at in range(len(told.chunks) - 2):
        head, comma = told.chunks[at], told.chunks[at + 1]
        if head.part is not Part.PHRASE or comma.part is not Part.COMMA or not has_capital(head.text):
            continue
        end = at + 2
        while end < len(told.chunks) and told.chunks[end].part in _INSIDE:
            end += 1
        said = told.say(Span(at + 2, end)) if end > at + 2 else ""
        closes = end >= len(told.chunks) or told.chunks[end].part in {Part.COMMA, Part.STOP}
        if closes and _LIES.match(said) and has_capital(said) and len(said.split()) < 14:
            place = told.say(Span(at, at + 1))
            yield from claim(
                told, FactType.GEOGRAPHY, place, "location", said, is_certain=place[:1].isupper()
            )


def locate_inverted(told: Told) -> Iterator[Fact]:
    """Take where a named place lies: "In front of the ridge stood the village of Harrow"."""
    at = next((each for each, chunk in enumerate(told.chunks) if chunk.part is Part.FINITE), 0)
    group = told.chunks[at].group if at else None
    if group is None or group.known.base not in {"be", "lie", "stand"} or group.is_unreal or group.is_negated:
        return
    opens = told.chunks[0].part is Part.PREPOSITION and not any(
        chunk.part in {Part.COMMA, Part.STOP, Part.DATE} for chunk in told.chunks[:at]
    )
    is_last = at + 2 >= len(told.chunks) or told.chunks[at + 2].part in {Part.COMMA, Part.STOP, Part.RELATIVE}
    if not opens or at + 1 >= len(told.chunks) or told.chunks[at + 1].part is not Part.PHRASE or not is_last:
        return
    hangs = all(each.part in {Part.PREPOSITION, Part.CONJUNCTION} for each in told.chunks[0:at:2])
    place, where = told.say(Span(at + 1, at + 2)), told.say(Span(0, at))
    if told.chunks[0].lower in {"among", "amongst"}:
        return  # "Among the dead was Rhett"
    points = not words.PRONOUNS.isdisjoint(where.lower().split())  # "Amongst them was Rhett"
    if hangs and at % 2 == 0 and has_capital(place) and not points:
        yield from claim(
            told, FactType.GEOGRAPHY, place, "location", where[:1].lower() + where[1:], is_certain=True
        )


_TURNED = re.compile(rf"\b({DIRECTION})\b")
_FROM = re.compile(r"\bfrom ((?:the )?[A-Z][\w' -]+)$")


def infer_direction(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take where a place lies from an advance: "pushed south from Stell, taking Harrow"."""
    for statement in statements:
        start = _FROM.search(statement.value) if "from " in statement.value else None
        direction = _TURNED.search(statement.value) if start is not None else None
        if direction is None or start is None:
            continue
        for other in statements:
            is_next = other.clause.leader == statement.clause.verb and other.clause.way is Way.TRAILING
            if is_next and has_capital(other.object):
                place = re.sub(r"^the \w+ of (?=[A-Z])", "", other.object)
                side = re.sub(r"(?:wards?|ern|erly)$", "", direction[1])
                attribute = f"direction from {start[1]}"
                yield from claim(
                    told, FactType.GEOGRAPHY, place, attribute, f"{side} of {start[1]}", like=statement
                )


_SUBJECT_PLACE = re.compile(
    rf"(?P<what>\S.{{3,70}}?) (?P<where>(?:near|close to|outside|{DIRECTION} of) .*[A-Z].*)"
)


def place_subjects(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take where something was that acts: "airstrikes on posts near Stell killed ..." were near Stell."""
    for statement in statements:
        found = _SUBJECT_PLACE.fullmatch(statement.subject) if statement.clause.way is Way.MAIN else None
        if found:
            yield from claim(told, FactType.PLACE, found["what"], "where", found["where"], like=statement)


_INCLUDING = re.compile(r",? including (?P<what>[^.;:()]{3,120})")
_ENDS = re.compile(r", (?=which|who|where|while|when|with|and (?:was|were|had))")


def find_included(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what something included: "killed 40 men, including two captains"."""
    if " including " not in told.text:
        return
    for found in _INCLUDING.finditer(told.text):
        holding = [each for each in statements if each.start < found.start() <= each.end + 3]
        if holding:
            whole = holding[-1].object or holding[-1].subject
            what = _ENDS.split(found["what"])[0]
            is_beside = told.text[: found.start()].endswith(whole)
            is_certain = (
                is_beside
                and " and " not in whole
                and not words.POSSESSIVES & set(whole.lower().split())
                and not (holding[-1].preposition and not is_plural_phrase(whole))
                and holding[-1].preposition != "to"  # "managed to win two fights, including ..."
                and not holding[-1].doubts
                and len(what.split()) < 10
            )
            yield from claim(
                told, FactType.DETAIL, whole, "included", what, is_certain=is_certain, like=holding[-1]
            )

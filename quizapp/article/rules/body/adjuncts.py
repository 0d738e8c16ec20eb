"""Where, after what and between whom a clause says that something was fought: its prepositions, one by one."""

from collections.abc import Iterator

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import FoundClause
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

WAGED = frozenset({"launch", "conduct", "fight", "wage", "undertake", "mount", "initiate", "stage"})
PLACED = frozenset(
    ["in", "near", "at", "on", "off", "outside", "around", "along", "close to", "within"]
    + [
        f"{side} of"
        for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    ]
)
_GOES_ON = frozenset(
    {"following", "in", "near", "at", "as part of", "during", "on", "off", "outside", "after"}
)


def list_adjuncts(told: Told, clause: FoundClause, *, is_subject: bool) -> Iterator[tuple[str, str]]:
    """Yield the prepositions of a clause, and what stands behind each, up to the next preposition or mark."""
    at, last = clause.complement.first, clause.complement.last
    is_behind = last + 1 < len(told.chunks) and told.chunks[last].part is Part.COMMA
    furthest = last + 2 if is_behind else last  # "fought on 4 May, between the Guard and the League"
    between = next((each for each in range(at, furthest) if told.chunks[each].lower == "between"), at)
    sides = _sides(told, between)
    for side in sides[:2] if sides is not None else ():
        yield "side", side
    ends = {Part.STOP, Part.FINITE, Part.RELATIVE, Part.SUBORDINATOR}
    while at + 1 < len(told.chunks) and told.chunks[at].part not in ends:
        chunk = told.chunks[at]
        if sides is not None and at == between:
            at = sides[2]
            continue
        if chunk.part is not Part.PREPOSITION or told.chunks[at + 1].part is not Part.PHRASE:
            at += 1
            continue
        end = at + 2
        while end + 1 < len(told.chunks) and _joins(told, end):
            end += 2
        while chunk.lower in {"after", "following"} and end + 1 < len(told.chunks) and _hangs(told, end):
            end += 2
        if (chunk.lower in PLACED and _belongs_beside(told, clause, at)) or _lies_between(told, at):
            at = end
            continue
        is_apart = told.chunks[at - 1].part in {Part.COMMA, Part.DATE} and chunk.lower in _GOES_ON
        if at < last or (is_apart and (is_subject or chunk.lower == "following")):
            is_second = (
                told.chunks[at - 1].part is Part.CONJUNCTION and told.chunks[at - 2].part is Part.PREPOSITION
            )
            joined = f"{told.chunks[at - 2].lower} {told.chunks[at - 1].lower} " if is_second else ""
            yield joined + chunk.lower, told.say(Span(at + 1, end))
        at = end


def _lies_between(told: Told, at: int) -> bool:
    """Whether "between" says where a place lies, not who fought: "in the Stell Strait between Orm and Lerra"."""
    before = told.chunks[at - 1]
    is_place = before.part is Part.PHRASE and before.lower.rpartition(" ")[2] in _WATERS
    return told.chunks[at].lower == "between" and is_place


_DEEDS = words.EVENT_NOUNS | {"defeat", "victory", "rout"}
_WATERS = words.GENERIC_PLACES | word_set("channel sea gulf mountains hills marsh desert forest area")


def _belongs_beside(told: Told, clause: FoundClause, at: int) -> bool:
    """Whether a place is that of somebody who took part: "by bombers based in Stell", "by victors of the fall of"."""
    group = told.chunks[at - 1].group
    hangs = at - 1 > clause.verb + 1 and told.chunks[at - 1].lower.rpartition(" ")[2] in _DEEDS
    return hangs or (
        group is not None and told.chunks[at - 1].part is Part.PARTICIPLE and group.known.base not in WAGED
    )


def _sides(told: Told, at: int) -> tuple[str, str, int] | None:
    """Read "between the army of Rhett, Duke of Stell, and the Lerrans under Tyll": both sides, and where they end."""
    if at + 3 >= len(told.chunks) or told.chunks[at].lower != "between":
        return None
    if told.chunks[at + 1].part is not Part.PHRASE or told.chunks[at + 2].part is Part.CONJUNCTION:
        return None
    joint = next(
        (
            each
            for each in range(at + 2, min(at + 9, len(told.chunks) - 1))
            if told.chunks[each].lower == "and"
        ),
        0,
    )
    if any(chunk.part in {Part.FINITE, Part.STOP} for chunk in told.chunks[at:joint]):
        return None
    if not joint or told.chunks[joint + 1].part is not Part.PHRASE:
        return None
    end = joint + 2
    if end + 1 < len(told.chunks) and told.chunks[end].lower in {"under", "of", "led by"}:
        end += 2
    under = told.chunks[at + 2].lower == "under" and told.chunks[at + 3].part is Part.PHRASE
    return told.say(Span(at + 1, at + 4 if under else at + 2)), told.say(Span(joint + 1, end)), end


def _hangs(told: Told, at: int) -> bool:
    """Whether a place belongs to the phrase before it: "after the attack on Stell"."""
    is_place = told.chunks[at].lower in {"on", "of", "at", "in", "against"}
    return is_place and told.chunks[at + 1].part is Part.PHRASE


def _joins(told: Told, at: int) -> bool:
    starts_clause = at + 2 < len(told.chunks) and told.chunks[at + 2].part is Part.FINITE
    is_and = told.chunks[at].part is Part.CONJUNCTION and told.chunks[at + 1].part is Part.PHRASE
    is_time = at + 2 < len(told.chunks) and told.chunks[at + 2].lower in {"after", "before"}
    is_and = is_and and not is_time
    return is_and and not starts_clause

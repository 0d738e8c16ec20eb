"""What people type above a text of their own: a title, perhaps in capitals, and lines such as "When: 13 May 1568".

A word for an event that a title may begin with goes into _EVENTS; the name of a field into cells.fields.NAMES.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, islice

from quizapp.article.model import Field
from quizapp.article.reading.cells.fields import SIDED, read_name

_EVENTS = (
    "battle siege fall capture sack raid storming relief defence defense conquest invasion sinking bombing"
)
_EVENT = re.compile(
    rf"(?:the\s)?(?:first\s|second\s)?(?:{'|'.join(_EVENTS.split())}) (?:of|at|for|on) \w", re.IGNORECASE
)
FIELD = re.compile(r"\s{0,8}(?:[-*•]\s{0,8})?([^\W\d_][^:\n]{0,60}?)\s{0,8}:[ \t]*(?=\S|$)")
"""A line of an infobox: its field's name, and a colon."""
_AGAINST = re.compile(r"\s+(?:vs?\.?|versus|against)\s+(?=\S)")
_SMALL = re.compile(r"\b(?:of|for|on|the|side)\b|[()\s,–-]+")
_LINE = re.compile(r"[^\n\r]+")
_MOST_LINES = 60
_LONGEST_VALUE = 200
_FEWEST_KNOWN = 2
_ALWAYS_SMALL = frozenset({"of", "the", "and", "in", "at", "on", "for", "to", "by", "de", "von", "van"})
_NUMERAL = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def find_typed_infobox(text: str) -> int | None:
    """Return where the first line of an infobox stands that nobody called one; None where there is none."""
    lines = [(match[0], match.start()) for match in islice(_LINE.finditer(text), _MOST_LINES)]
    for is_field, run in groupby(
        (line for line in lines if line[0].strip()), lambda line: _is_field(line[0])
    ):
        fields = list(run) if is_field else []
        known = {read_name(match[1])[0] for line, _ in fields if (match := FIELD.match(line))}
        if len(known - {Field.OTHER, Field.NOTES}) >= _FEWEST_KNOWN:
            return fields[0][1]
    return None


def _is_field(line: str) -> bool:
    match = FIELD.match(line)
    return match is not None and len(line) - match.end() <= _LONGEST_VALUE and match.end() < len(line)


def part_sides(name: str, value: str) -> Iterator[tuple[str, int, int]]:
    """Yield a field, or where it says "4,000 against 6,000" one a side: its name, and where its value stands."""
    about, side = read_name(name)
    against = list(_AGAINST.finditer(value)) if about in SIDED and side is None else []
    if len(against) != 1:
        yield name, 0, len(value)
        return
    yield f"{name} 1", 0, against[0].start()
    yield f"{name} 2", against[0].end(), len(value)


def read_sided_name(name: str, sides: Mapping[str, int]) -> tuple[Field, int | None]:
    """Return what a field is about and whose side, which its name may say in words: "Strength of the Uplands"."""
    about, number = read_name(name)
    if number is not None or (about is not Field.OTHER and about not in SIDED):
        return about, number
    said = name.casefold()
    for side in sides:
        if side in said:
            of_side, _ = read_name(_SMALL.sub("", said.replace(side, "")))
            if of_side in SIDED:
                return of_side, sides[side]
    return about, number


def names_event(line: str) -> bool:
    """Return whether a line is the name of an event, which is a better title than what stands above it."""
    return _EVENT.match(line.strip()) is not None


def lower_capitals(title: str) -> str:
    """Return a title that was typed in capitals as others are: "BATTLE OF THE NILE" is "Battle of the Nile"."""
    if not title.isupper() or len(title.split()) <= 1:
        return title
    return _WORD.sub(lambda match: _lower(match[0], is_first=match.start() == 0), title)


def _lower(word: str, *, is_first: bool) -> str:
    if word.lower() in _ALWAYS_SMALL and not is_first:
        return word.lower()
    return word if _NUMERAL.fullmatch(word) else word.capitalize()

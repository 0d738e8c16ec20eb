"""A cell taken apart: its entries, each with its flags, notes, level and the heading above it.

A reader gives lines; what a mark beside a name means is in _FLAGS.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.article.mapped import cut, strip
from quizapp.article.mapped import replace as substitute
from quizapp.article.model import Clean, Field, Flag, Item
from quizapp.article.residue import tidy

COUNTRY = ("\ue000", "\ue001")
"""What a reader writes around the country of a flag, which is no text of the cell."""

_FLAGS = {
    Flag.KILLED: r"†+|\((?:KIA|DOW|killed(?: in action)?|died of wounds|mortally wounded|assassinated|k\.i\.a\.)\)",
    Flag.WOUNDED: r"\((?:WIA|wounded(?: in action)?)\)",
    Flag.CAPTURED: r"\((?:POW|captured|prisoner|taken prisoner|p\.o\.w\.)\)",
    Flag.MISSING: r"\((?:MIA|missing(?: in action)?)\)",
    Flag.SURRENDERED: r"\((?:surrendered|surr\.)\)|(?<=\w)\s*[#⚐](?=\s|$)",
    Flag.EXECUTED: r"‡+|\((?:executed|murdered)\)",
}
_FLAG = {flag: re.compile(pattern, re.IGNORECASE) for flag, pattern in _FLAGS.items()}
_ANY_FLAG = re.compile("|".join(f"(?:{pattern})" for pattern in _FLAGS.values()), re.IGNORECASE)
_COUNTRY = re.compile(f"{COUNTRY[0]}([^{COUNTRY[0]}{COUNTRY[1]}\n]*){COUNTRY[1]}")
_LEAVES_BRACKETS = frozenset(
    {Field.CONFLICT, Field.PART_OF, Field.TERRITORY, Field.RESULT, Field.CAUSE, Field.NOTES}
)
_HAS_HEADINGS = frozenset(
    {Field.COMBATANT, Field.COMMANDER, Field.UNIT, Field.STRENGTH, Field.CASUALTIES, Field.OTHER}
)
_NOTE = re.compile(r"\(([^()]*)\)[\s.,;]*$")
_LABEL = re.compile(r"([^\W\d_][^:,;()\d]{1,60}): +(?=\S)")
_ENDS = " \t\n,;:·•|/–—-"
_DANGLING = re.compile(r"(?:\s*[,;]|\s+(?:and(?: the)?|as well as|&))+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell: its text, how deep it stands in a list, and whether a blank line stands before it."""

    clean: Clean
    level: int = 0
    is_after_blank: bool = False
    is_heading: bool = False


def take_items(lines: Iterable[Line], about: Field) -> tuple[Item, ...]:
    """Return the entries of a cell; what stands alone in brackets is a note to the entry before it."""
    items: list[Item] = []
    headings: dict[int, str] = {}
    for line in lines:
        if line.is_after_blank:
            headings = {
                level: heading for level, heading in headings.items() if not level and heading.endswith(":")
            }
        _take_line(line, about, items, headings)
    return tuple(items)


def _take_line(line: Line, about: Field, items: list[Item], headings: dict[int, str]) -> None:
    country, clean = _take_country(line.clean)
    flags, clean = _take_flags(tidy(clean))
    notes, clean = _take_notes(clean) if about not in _LEAVES_BRACKETS else ((), clean)
    is_heading = about in _HAS_HEADINGS and (line.is_heading or clean.text.endswith(":"))
    clean = _trim(clean)
    if not clean.text:
        if items and (flags or notes):
            items[-1] = replace(items[-1], flags=items[-1].flags | flags, notes=items[-1].notes + notes)
        return
    for level in [level for level in headings if level > line.level or (level == line.level and is_heading)]:
        del headings[level]
    above = next((headings[level] for level in sorted(headings, reverse=True)), "").rstrip(":")
    label, clean = _take_label(clean, about)
    if is_heading:
        headings[line.level] = clean.text + ":"
        if not any(map(str.isdigit, clean.text)):
            return
    elif label:
        headings[line.level] = label
    start, end = clean.locate(0, len(clean.text))
    items.append(Item(clean, start, end, flags, notes, label or above or country, line.level))


def _take_country(clean: Clean) -> tuple[str, Clean]:
    if COUNTRY[0] not in clean.text:
        return "", clean
    match = _COUNTRY.search(clean.text)
    return match[1].strip() if match else "", substitute(clean, _COUNTRY, "")


def _take_flags(clean: Clean) -> tuple[frozenset[Flag], Clean]:
    if not _ANY_FLAG.search(clean.text):
        return frozenset(), clean
    flags = frozenset(flag for flag, pattern in _FLAG.items() if pattern.search(clean.text))
    return flags, tidy(substitute(clean, _ANY_FLAG, ""))


def _take_notes(clean: Clean) -> tuple[tuple[str, ...], Clean]:
    notes: list[str] = []
    while match := _NOTE.search(clean.text):
        if match[1].strip():
            notes.insert(0, match[1].strip())
        clean = cut(clean, 0, match.start())
    return tuple(notes), strip(clean)


def _take_label(clean: Clean, about: Field) -> tuple[str, Clean]:
    """Take "Prussians: 50,000" apart."""
    match = _LABEL.match(clean.text) if about in _HAS_HEADINGS else None
    if match is None:
        return "", clean
    return match[1].strip(), cut(clean, match.end(), len(clean.text))


def _trim(clean: Clean) -> Clean:
    clean = strip(clean, _ENDS)
    match = _DANGLING.search(clean.text)
    return cut(clean, 0, match.start()) if match else clean

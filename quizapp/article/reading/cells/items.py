"""A cell taken apart: its entries, each with its flags, notes, level and the heading above it.

A reader gives lines; what a mark beside a name means is in flags.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from quizapp.article.gazetteer.states import KNOWN
from quizapp.article.model import Clean, Field, Item
from quizapp.article.reading.cells.fields import COUNTS
from quizapp.article.reading.cells.flags import take_flags
from quizapp.article.reading.cells.headings import Headings
from quizapp.article.reading.mapped import cut, strip
from quizapp.article.reading.mapped import replace as substitute
from quizapp.article.reading.marks import COUNTRY
from quizapp.article.reading.residue import tidy

_COUNTRY = re.compile(f"{COUNTRY[0]}([^{COUNTRY[0]}{COUNTRY[1]}\n]*){COUNTRY[1]}")
_LEAVES_BRACKETS = frozenset(
    {Field.CONFLICT, Field.PART_OF, Field.TERRITORY, Field.RESULT, Field.CAUSE, Field.NOTES}
)
_HAS_HEADINGS = frozenset(
    {Field.DATE, Field.COMBATANT, Field.COMMANDER, Field.UNIT, Field.STRENGTH, Field.CASUALTIES, Field.OTHER}
)
_COUNTED = re.compile(
    r"\b(?:losses|casualties|strength|forces?|army|navy|fleet|troops|garrison|total|reinforcements|side|"
    r"estimates?|initial(?:ly)?|claims?|sources?)\W*$|^(?:at|by|on|in|according to|per) ",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" \(([^()]{1,80})\)(?= )")
_SAYS_WHO = re.compile(
    r"(?:per|according to|acc\. to|as reported by|source:) "
    r"|[^\d]{2,60} (?:claims?|estimates?|sources?|figures?|accounts?)$"
)
_DIGIT = re.compile(r"\d")
_MOST_NOTES = 8
_LABEL = re.compile(r"((?:Phase|Stage|Day|Wave|Week) \d|[^\W\d_][^:,;()\d]{1,60}): +(?=\S)")
_ENDS = " \t\n,;:·•|/–—-"
_DANGLING = (" and", " and the", " as well as", " &", ",", ";")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell: its text, how deep it stands in a list, and whether a blank line stands before it.

    is_heading: marked as one; is_title: heading of a list that ends where its level ends; is_part: what a comma
    parted from the entry before, so that the same heading stands over it; is_same_line: the input has it in one line
    with that, so that who says the last says all; is_after_rule: below a horizontal rule, where no heading holds any
    more; country: of the flag before it that stands over it too.
    """

    clean: Clean
    level: int = 0
    is_after_blank: bool = False
    is_heading: bool = False
    is_title: bool = False
    is_part: bool = False
    is_same_line: bool = False
    is_after_rule: bool = False
    country: str = ""


def take_items(lines: Iterable[Line], about: Field) -> tuple[Item, ...]:
    """Return the entries of a cell; what stands alone in brackets is a note to the entry before it.

    The only flag among numbers, if it stands first, says whose cell it is, not whose number.
    """
    lines = _raise_levels(list(lines))
    if about in COUNTS:
        lines = _find_headings(_join_parts(_carry_flags(_drop_only_flag(lines))))
    items: list[Item] = []
    first = 0
    headings = Headings()
    has_groups = about is Field.COMMANDER and _come_in_groups(lines)
    for line, after in zip_longest(lines, lines[1:]):
        if line.is_after_rule:
            headings = Headings()
        elif line.is_after_blank:
            headings.close_labels()
        is_note = has_groups and bool(items) and not line.is_after_blank and not line.level
        first = first if line.is_same_line else len(items)
        _take_line(line, about, items, headings, is_note=is_note)
        is_last = line.is_same_line and not (after and after.is_same_line)
        if is_last and len(items) > first:
            items[first:] = _share_source(items[first:])
    return tuple(items)


def _drop_only_flag(lines: list[Line]) -> list[Line]:
    countries = [_take_country(line.clean)[0] for line in lines]
    first = next((at for at, country in enumerate(countries) if country), 0)
    if len({*countries} - {""}) != 1 or any(_DIGIT.search(line.clean.text) for line in lines[:first]):
        return lines
    return [replace(line, clean=_take_country(line.clean)[1]) for line in lines]


def _carry_flags(lines: list[Line]) -> list[Line]:
    """Let a flag that begins each part between two rules stand over the whole part."""
    starts = [at for at, line in enumerate(lines) if not at or line.is_after_rule]
    if len(starts) < 2 or not all(_take_country(lines[at].clean)[0] for at in starts):
        return lines
    carried: list[Line] = []
    for line in lines:
        if not carried or line.is_after_rule:
            country = _take_country(line.clean)[0]
        carried.append(line if COUNTRY[0] in line.clean.text else replace(line, country=country))
    return carried


def _join_parts(lines: list[Line]) -> list[Line]:
    """Mark as parts the lines that go on after a comma: "6,900 killed," and "2,800 captured"."""
    return [
        replace(line, is_part=True)
        if before is not None
        and before.clean.text.rstrip().endswith(",")
        and before.level == line.level
        and not line.is_after_blank
        else line
        for before, line in zip([None, *lines], lines, strict=False)
    ]


def _share_source(items: list[Item]) -> list[Item]:
    """Let who is said behind the last of several numbers have said all: "310 killed, 40 captured (per the town)"."""
    sources = tuple(note for note in items[-1].notes if _SAYS_WHO.match(note))
    if not sources or any(_SAYS_WHO.match(note) for item in items[:-1] for note in item.notes):
        return items
    return [*(replace(item, notes=item.notes + sources) for item in items[:-1]), items[-1]]


def _raise_levels(lines: list[Line]) -> list[Line]:
    """Let the list that is the whole cell begin at the level of plain lines."""
    lowest = min((line.level for line in lines), default=0)
    return [replace(line, level=line.level - lowest) for line in lines] if lowest else lines


def _find_headings(lines: list[Line]) -> list[Line]:
    """Mark as headings the lines without a number that name what the numbers below them count: "Naval losses"."""
    return [
        replace(line, is_heading=True)
        if after is not None
        and not _DIGIT.search(line.clean.text)
        and _DIGIT.search(after.clean.text)
        and (line.level < after.level or _COUNTED.search(line.clean.text) or _names_state(line.clean.text))
        else line
        for line, after in zip_longest(lines, lines[1:])
    ]


def _names_state(text: str) -> bool:
    return text.strip(" *") in KNOWN


def _come_in_groups(lines: Sequence[Line]) -> bool:
    """Return whether blank lines part most commanders, so that what follows a name says who that is."""
    blanks = sum(line.is_after_blank for line in lines)
    return blanks >= 2 and blanks * 2 + 2 >= len(lines) - sum(line.level > 0 for line in lines)


def _take_line(line: Line, about: Field, items: list[Item], headings: Headings, *, is_note: bool) -> None:
    country, clean = _take_country(line.clean)
    country = country or line.country
    ends = clean.text.rstrip().endswith(":")
    flags, clean = take_flags(tidy(clean))
    notes, clean = _take_notes(clean) if about not in _LEAVES_BRACKETS else ((), clean)
    if about in COUNTS and (inner := _BRACKET.search(clean.text)):
        notes = (inner[1].strip(), *notes)
        clean = tidy(substitute(clean, _BRACKET, " "))
    is_heading = about in _HAS_HEADINGS and (line.is_heading or line.is_title or ends)
    clean = _trim(clean, about)
    if not clean.text or is_note:
        if items:
            notes = (clean.text, *notes) if clean.text else notes
            items[-1] = replace(items[-1], flags=items[-1].flags | flags, notes=items[-1].notes + notes)
        return
    label, clean = _take_label(clean, about)
    if is_heading:
        headings.open(line.level, clean.text, is_label=line.is_title, country=country)
        headings.is_fresh = True
        has_number = any(map(str.isdigit, clean.text))
        if line.is_heading or not has_number or (line.is_title and about not in COUNTS):
            return
    heading = "" if is_heading else headings.find(line.level)
    under = label or _choose_heading(about, heading, country)
    if line.is_part and items and not label and not country and not headings.is_fresh:
        under = items[-1].under
    under = "" if under == clean.text else under
    if label:
        headings.open(line.level, label, is_label=True)
    headings.is_fresh = is_heading
    start, end = clean.locate(0, len(clean.text))
    items.append(Item(clean, start, end, flags, notes, under, line.level, headings.stage))


def _choose_heading(about: Field, heading: str, country: str) -> str:
    """Return what stands over an entry: its flag, except where the flag only stands beside the name of a force."""
    if about is Field.COMBATANT:
        return heading
    return heading or country if about is Field.UNIT else country or heading


def _take_country(clean: Clean) -> tuple[str, Clean]:
    if COUNTRY[0] not in clean.text:
        return "", clean
    match = _COUNTRY.search(clean.text)
    return match[1].strip() if match else "", substitute(clean, _COUNTRY, "")


def _take_notes(clean: Clean) -> tuple[tuple[str, ...], Clean]:
    notes: list[str] = []
    while len(notes) < _MOST_NOTES:
        text = clean.text.rstrip(" .,;:")
        opening = text.rfind("(")
        if not text.endswith(")") or opening < 0:
            break
        notes.insert(0, text[opening + 1 : -1].strip())
        clean = cut(clean, 0, opening)
    return tuple(filter(None, notes)), strip(clean)


def _take_label(clean: Clean, about: Field) -> tuple[str, Clean]:
    """Take "Prussians: 50,000" apart."""
    match = _LABEL.match(clean.text) if about in _HAS_HEADINGS else None
    if match is None:
        return "", clean
    return match[1].strip(" *"), cut(clean, match.end(), len(clean.text))


def _trim(clean: Clean, about: Field) -> Clean:
    clean = strip(clean, _ENDS)
    if about in COUNTS and clean.text.startswith(("or ", "and ", "plus ")):
        clean = strip(cut(clean, clean.text.index(" "), len(clean.text)))
    if clean.text.endswith(".") and clean.text[-4:-1].islower():
        clean = cut(clean, 0, len(clean.text) - 1)
    if clean.text.rfind("(") > clean.text.rfind(")"):
        clean = strip(cut(clean, 0, clean.text.rfind("(")), _ENDS) if clean.text.rfind("(") else clean
    for ending in _DANGLING:
        if clean.text.lower().endswith(ending):
            clean = strip(cut(clean, 0, len(clean.text) - len(ending)), _ENDS)
    return clean

"""The lines of a cell: where a line ends, and which commas were, or stand for, ends of lines."""

import dataclasses
import re

from quizapp.article.model import Clean, Field
from quizapp.article.reading.cells.fields import COUNTS
from quizapp.article.reading.cells.items import Line
from quizapp.article.reading.mapped import cut, replace
from quizapp.article.reading.marks import BREAK, BREAKS, SOFT_BREAK, TITLE

_SPLITS_AT_COMMAS = frozenset({Field.COMBATANT, Field.COMMANDER, Field.UNIT, Field.PART_OF})
_COMMA = re.compile(r"[()]|[,;](?=[\s*]|$)")
_NUMBERED = re.compile(
    r"(?:c\.|ca\.|[~≈<>+]|about|around|approx|over|nearly|almost|more|less|fewer|up to|at least|between|unknown|"
    r"none|no\b|several|few|many|all\b|some\b|hundreds|thousands|heavy|light|minimal|[^\W\d_][^:,;()\d]{1,40}:)?\s*\d|"
    r"unknown|none|several|few|heavy|light|minimal|hundreds|thousands",
    re.IGNORECASE,
)
_HEADED = re.compile(r"[^\W\d_][^,;:()]{1,60}:\s*(?:[,;\n]|$)")
_IS_HEADING = re.compile(r"[^\d,;]{2,60},[^,;:]{2,60}:\s*")
_LABELLED = re.compile(r"[^\W\d_][^:,;()]{1,60}: +\S")
_TITLE = re.compile(
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?(?:Duke|Earl|Count|Viscount|Baron|Marquess|Marquis|Lord|Prince|King|Queen|"
    r"Emperor|Margrave|Landgrave|Elector|Bishop|Archbishop|Jr|Sr|Esq|Bt|Bart|VC|KCB|GCB)\b(?: of\b|\.|$)"
)
_END = re.compile(rf"[\n{BREAK}{SOFT_BREAK}][\s{BREAK}{SOFT_BREAK}]*")
_LONGEST_BRACKETED = 200
_MOST_LINES = 2_000
"""Lines of a cell; of a longer one only the first entries are asked about anyway."""
_MARKS = f"*#:;•{TITLE}"


def find_flat_lines(value: Clean, about: Field) -> list[Line]:
    """Find the lines that a value on one line once had: each ", " may have been the end of one."""
    lines: list[Line] = []
    start, is_after_blank = 0, False
    for stop in [*_find_commas(value.text), len(value.text)]:
        if len(lines) >= _MOST_LINES:
            break
        piece = value.text[start:stop]
        if not piece.strip():
            is_after_blank, start = bool(lines), stop + 1
            continue
        if stop < len(value.text) and not _was_end_of_line(value.text, stop + 1, about):
            continue
        line = _take_marks(cut(value, start, stop), is_after_blank=is_after_blank)
        is_part = bool(lines) and not (is_after_blank or line.level or lines[-1].level)
        lines.append(dataclasses.replace(line, is_part=is_part))
        is_after_blank, start = False, stop + 1
    return lines


def find_lines(value: Clean, about: Field) -> list[Line]:
    """Find the lines of a value that still has its line breaks and marks of lists."""
    lines: list[Line] = []
    start, is_after_blank, is_after_rule, goes_on = 0, False, False, False
    for end in [*_END.finditer(value.text), None]:
        if len(lines) >= _MOST_LINES:
            break
        stop = end.start() if end else len(value.text)
        piece = value.text[start:stop].strip()
        if len(piece) > 3 and not piece.strip("-"):
            is_after_rule = bool(lines)
        elif piece:
            if end and not _is_end_of_line(value.text, end, start):
                continue
            line = _take_marks(cut(value, start, stop), is_after_blank=is_after_blank)
            if goes_on and lines and not line.level:
                line = dataclasses.replace(line, level=lines[-1].level)
            line = dataclasses.replace(line, is_after_rule=is_after_rule)
            lines.extend(_split(line, about))
            is_after_blank = is_after_rule = False
        if end:
            goes_on = end[0].strip() == BREAK
            is_after_blank = bool(lines) and (is_after_blank or _is_blank(end[0]))
            start = end.end()
    return lines


def is_title(text: str) -> bool:
    """Return whether a text goes on with the name before it: "Duke of Lorraine", "Jr."."""
    return _TITLE.match(text) is not None


def splits_at_commas(about: Field) -> bool:
    """Return whether a comma between two links parts two entries."""
    return about in _SPLITS_AT_COMMAS


def _take_marks(line: Clean, *, is_after_blank: bool) -> Line:
    text = line.text
    marks = len(text) - len(text.lstrip(" \t" + _MARKS))
    level = sum(mark in "*#•" for mark in text[:marks])
    is_title = TITLE in text[:marks]
    is_heading = ";" in text[:marks]
    clean = replace(cut(line, marks, len(text)), BREAKS, " ")
    return Line(clean, level, is_after_blank, is_heading, is_title)


def _is_blank(end: str) -> bool:
    end = end.replace(SOFT_BREAK, "")
    breaks = end.count(BREAK)
    return breaks > 1 or end.count("\n", 0, end.find(BREAK) if breaks else None) > (0 if breaks else 1)


def _is_end_of_line(text: str, end: re.Match[str], start: int) -> bool:
    """Return whether the line really ends here; in wikitext a single new line may mean nothing."""
    if text[start : start + 1] == ";" and "\n" not in end[0]:
        return False
    if end.start() - start < _LONGEST_BRACKETED and _is_in_bracket(text, start, end):
        return False
    if SOFT_BREAK in end[0]:
        return True
    if BREAK in end[0] or end[0].count("\n") > 1 or text[start : start + 1] in _MARKS:
        return True
    following = text[end.end() : end.end() + 1]
    return not (following.islower() or following == "(")


def _is_in_bracket(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether a bracket that a line opens is closed soon behind its end."""
    if text.count("(", start, end.start()) <= text.count(")", start, end.start()):
        return False
    closing = text.find(")", end.end(), end.end() + _LONGEST_BRACKETED)
    return closing >= 0 and text.find("(", end.end(), closing) < 0


def _split(line: Line, about: Field) -> list[Line]:
    """Split "2,336 killed, 8,450 wounded" where a number begins, and "Horse: 1st, 2nd" at each comma."""
    text = line.clean.text
    if about in COUNTS and _IS_HEADING.fullmatch(text):
        return [line]
    if about in COUNTS:
        stops = [stop for stop in _find_commas(text) if _begins_entry(text[stop + 1 : stop + 80].lstrip())]
    elif about in _SPLITS_AT_COMMAS and _LABELLED.match(text):
        stops = _find_commas(text)
    else:
        return [line]
    lines, start, is_after_blank = [], 0, line.is_after_blank
    for stop in [*stops[:_MOST_LINES], len(text)]:
        part = cut(line.clean, start, stop)
        is_part = start > 0
        lines.append(
            dataclasses.replace(
                line, clean=part, is_after_blank=is_after_blank, is_part=is_part, is_same_line=is_part
            )
        )
        start, is_after_blank = stop + 1, False
    return lines


def _find_commas(text: str) -> list[int]:
    """Return the offsets of commas and semicolons outside brackets, none between the digits of a number."""
    commas, depth = [], 0
    for match in _COMMA.finditer(text):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            commas.append(match.start())
    return commas


def _begins_entry(following: str) -> bool:
    """Return whether what follows a comma begins with a number, or is a heading: "Per German sources:"."""
    return _NUMBERED.match(following) is not None or _HEADED.match(following) is not None


def _was_end_of_line(text: str, after: int, about: Field) -> bool:
    """Return whether a comma was the end of a line, to judge by what follows it."""
    following = text[after : after + 80].lstrip()
    if not following or following[0] in ",*•(":
        return True
    if about in COUNTS:
        return _begins_entry(following)
    if about is Field.COMMANDER and is_title(following):
        return False
    return about in _SPLITS_AT_COMMAS and text[after - 1] == ","

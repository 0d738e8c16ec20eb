"""The plain form: "= Title =", "Infobox" with lines "- Field: value", "== Heading ==", and a paragraph a line."""

import re

from quizapp.article.infobox import is_decoration, read_name, settle_sides
from quizapp.article.items import Line, take_items
from quizapp.article.mapped import cut, whole
from quizapp.article.model import Article, Cell, Clean, Field, Misread
from quizapp.article.reading.sections import SectionWriter

_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_HEADING = re.compile(r"\s*(={1,6})\s*([^=\s][^\n]*?)\s*=+\s*$")
_FIELD = re.compile(r"\s*[-*•]\s*([^\W\d_][^:\n]{0,60}?)\s*:[ \t]*(?=\S|$)")
_BULLET = re.compile(r"\s*(?:[-*•#]+|\d{1,2}[.)])\s+")
_SPLITS_AT_COMMAS = frozenset({Field.COMBATANT, Field.COMMANDER, Field.UNIT, Field.PART_OF})
_COUNTS = frozenset({Field.STRENGTH, Field.CASUALTIES})
_COMMA = re.compile(r"(?<![\d(])[,;](?=[\s*]|$)|(?<=\d)[,;](?=[\s*]|$)")
_NUMBERED = re.compile(
    r"(?:c\.|ca\.|[~≈<>+]|about|around|approx|over|nearly|almost|more|less|fewer|up to|at least|between|unknown|"
    r"none|no\b|several|few|many|all\b|some\b|hundreds|thousands|heavy|light|minimal|[^\W\d_][^:,;()\d]{1,40}:)?\s*\d|"
    r"unknown|none|several|few|heavy|light|minimal|hundreds|thousands",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?(?:Duke|Earl|Count|Viscount|Baron|Marquess|Marquis|Lord|Prince|King|Queen|"
    r"Emperor|Margrave|Landgrave|Elector|Bishop|Archbishop|Jr|Sr|Esq)\b(?: of\b|\.|$)"
)


def read_plain(text: str) -> Article:
    """Return the article in a text of the plain form."""
    source = whole(text)
    writer = SectionWriter()
    cells: list[Cell] = []
    misread: list[Misread] = []
    title, is_infobox = "", False
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip("\r\n"))
        line = text[start:end]
        if heading := _HEADING.match(line):
            is_infobox = False
            if len(heading[1]) == 1 and not title:
                title = heading[2]
            else:
                writer.open(
                    cut(source, start + heading.start(2), start + heading.end(2)), len(heading[1]) - 1
                )
        elif not line.strip():
            is_infobox = is_infobox and not cells
        elif line.strip().lower().rstrip(":") == "infobox" and not cells:
            is_infobox = True
        elif is_infobox and (field := _FIELD.match(line)):
            cells.append(_read_cell(field[1], cut(source, start + field.end(), end), start, end))
        elif is_infobox:
            misread.append(
                Misread("this line of the infobox has no field; write it as - Field: value", start, end)
            )
        else:
            bullet = _BULLET.match(line)
            writer.write(
                cut(source, start + (bullet.end() if bullet else 0), end), is_entry=bullet is not None
            )
    kept = settle_sides([cell for cell in cells if not is_decoration(cell.name)])
    misread += [
        Misread(f"the infobox says nothing that can be read about {cell.name}", cell.start, cell.end)
        for cell in kept
        if not cell.items
    ]
    return Article(title, kept, writer.finish(), tuple(misread))


def _read_cell(name: str, value: Clean, start: int, end: int) -> Cell:
    about, side = read_name(name)
    items = take_items(_find_lines(value, about), about)
    return Cell(name, about, side, value.text, items, start, end)


def _find_lines(value: Clean, about: Field) -> list[Line]:
    """Find the lines that a value once had: each ", " may have been the end of one."""
    lines: list[Line] = []
    start, is_after_blank = 0, False
    for stop in [*_find_commas(value.text), len(value.text)]:
        piece = value.text[start:stop]
        if not piece.strip():
            is_after_blank, start = bool(lines), stop + 1
            continue
        if stop < len(value.text) and not _is_end_of_line(value.text, stop + 1, about):
            continue
        bullets = len(piece) - len(piece.lstrip(" *•"))
        level = sum(mark in "*•" for mark in piece[:bullets])
        lines.append(Line(cut(value, start + bullets, stop), level, is_after_blank))
        is_after_blank, start = False, stop + 1
    return lines


def _find_commas(text: str) -> list[int]:
    """Return the offsets of commas and semicolons outside brackets, none between the digits of a number."""
    commas, depth = [], 0
    for match in re.finditer(r"[()]|[,;](?=[\s*]|$)", text):
        mark = match[0]
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif not depth:
            commas.append(match.start())
    return commas


def _is_end_of_line(text: str, after: int, about: Field) -> bool:
    """Return whether a comma was the end of a line, to judge by what follows it."""
    following = text[after : after + 80].lstrip()
    if not following or following[0] in ",*•(":
        return True
    if about in _COUNTS:
        return _NUMBERED.match(following) is not None
    if about is Field.COMMANDER and _TITLE.match(following):
        return False
    return about in _SPLITS_AT_COMMAS and text[after - 1] == ","

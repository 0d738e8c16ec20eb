"""The infobox of wikitext: a template, or, where its brackets do not match, the lines that look like its fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.article.model import Cell, Misread
from quizapp.article.reading.cells.fields import find_empty, is_decoration, read_name, settle_sides
from quizapp.article.reading.cells.items import take_items
from quizapp.article.reading.cells.lines import find_lines
from quizapp.article.reading.wiki.calls import Argument, name_of, read_call
from quizapp.article.reading.wiki.spans import Kind, Span, walk
from quizapp.article.reading.wiki.writer import WikiWriter

_BOX = re.compile(r"infobox\b|(?:war|battle)box\b")
_BATTLE = re.compile(
    r"infobox (?:military|civil|war|battle|conflict|operation|event|attack)|warbox|battlebox"
)
_OWN = re.compile(r"\|\s{0,20}(?:combatant|commander|belligerent)s?[12]?a?\s{0,20}=", re.IGNORECASE)
"""A field that only the infobox of a battle has, whatever its template is called."""

_OPENING = re.compile(r"\{\{\s{0,9}(?:infobox|warbox|battlebox)\b[^|{}\n]{0,60}", re.IGNORECASE)
_FIELD = re.compile(r"^[ \t]{0,20}\|[ \t]{0,20}([A-Za-z][\w ]{0,30}?)[ \t]{0,20}=", re.MULTILINE)
_REFERENCES = ("cite", "citation", "sfn", "efn", "harv", "refn")
_ENDS = re.compile(r"^(?:\}\}|==|\'\'\'|The )|\n[ \t]{0,20}\n(?![ \t]{0,20}[|*{}\n])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Infobox:
    """What an infobox says, what of it was not understood, and where it stands."""

    cells: tuple[Cell, ...] = ()
    misread: tuple[Misread, ...] = ()
    start: int = 0
    end: int = 0


def read_infobox(text: str, spans: list[Span]) -> Infobox:
    """Return the infobox of a battle, of any thing where there is no battle's, or one that says nothing."""
    box = _find_infobox(text, spans)
    call = read_call(text, box) if box else None
    misread: list[Misread] = []
    if box and call:
        cells = _read_cells(text, call.arguments, box.inside, misread)
        return Infobox(cells, tuple(misread), box.start, box.end)
    opening = _OPENING.search(text)
    if opening is None:
        return Infobox()
    references = [span for span in walk(spans) if _is_reference(text, span)]
    end = _find_end(text, opening.end(), references)
    message = "the infobox is read line by line; its brackets do not match"
    misread.append(Misread(message, opening.start(), opening.end()))
    cells = _read_cells(text, _find_fields(text, opening.end(), end, references), spans, misread)
    return Infobox(cells, tuple(misread), opening.start(), end)


def _find_infobox(text: str, spans: list[Span]) -> Span | None:
    own = _OWN.search(text)
    first: Span | None = None
    around: Span | None = None
    for span in walk(spans):
        if span.kind is not Kind.TEMPLATE:
            continue
        if own and span.start < own.start() < span.end:
            around = span
        if _BOX.match(name := name_of(text, span)):
            if _BATTLE.match(name):
                return span
            first = first or span
    return around or first


def _find_end(text: str, start: int, references: list[Span]) -> int:
    """Return where an infobox that nothing closes may end."""
    for ending in _outside(_ENDS.finditer(text, start), references):
        return ending.end() if ending[0] == "}}" else ending.start()
    return len(text)


def _find_fields(text: str, start: int, end: int, references: list[Span]) -> list[Argument]:
    fields = list(_outside(_FIELD.finditer(text, start, end), references))
    stops = [*(match.start() for match in fields[1:]), end]
    return [
        Argument(match[1].lower(), match.end(), stop, text[match.end() : stop])
        for match, stop in zip(fields, stops, strict=False)
    ]


def _outside(matches: Iterable[re.Match[str]], spans: list[Span]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin in none of these spans; both are in order."""
    at = 0
    for match in matches:
        while at < len(spans) and spans[at].end <= match.start():
            at += 1
        if at == len(spans) or match.start() < spans[at].start:
            yield match


def _is_reference(text: str, span: Span) -> bool:
    if span.kind is Kind.TAG:
        return span.name == "ref"
    return span.kind is Kind.TEMPLATE and name_of(text, span).startswith(_REFERENCES)


def _read_cells(
    text: str, arguments: Iterable[Argument], spans: list[Span], misread: list[Misread]
) -> tuple[Cell, ...]:
    return settle_sides(
        [
            _read_cell(text, argument, spans, misread)
            for argument in arguments
            if argument.text.strip() and not is_decoration(argument.name) and not argument.name.isdigit()
        ]
    )


def _read_cell(text: str, argument: Argument, spans: list[Span], misread: list[Misread]) -> Cell:
    about, side = read_name(argument.name)
    writer = WikiWriter(text, about)
    writer.write(spans, argument.start, argument.end)
    misread.extend(writer.misread.values())
    items = take_items(find_lines(writer.finish(), about), about)
    cell = Cell(argument.name, about, side, argument.text.strip(), items, argument.start, argument.end)
    misread.extend(find_empty([cell]))
    return cell

"""The infobox of wikitext: a template, or, where its brackets do not match, the lines that look like its fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.article.infobox import is_decoration, read_name, settle_sides
from quizapp.article.items import take_items
from quizapp.article.model import Cell, Misread
from quizapp.article.reading.calls import Argument, name_of, read_call
from quizapp.article.reading.lines import find_lines
from quizapp.article.reading.spans import Kind, Span, walk
from quizapp.article.reading.wikiwriter import WikiWriter

_BOX = re.compile(r"infobox\b|(?:war|battle)box\b")
_BATTLE = re.compile(
    r"infobox (?:military|civil|war|battle|conflict|operation|event|attack)|warbox|battlebox"
)
_OPENING = re.compile(r"\{\{\s{0,9}(?:infobox|warbox|battlebox)\b[^|{}\n]{0,60}", re.IGNORECASE)
_FIELD = re.compile(r"^[ \t]{0,20}\|[ \t]{0,20}([A-Za-z][\w ]{0,30}?)[ \t]{0,20}=", re.MULTILINE)
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
    end = _find_end(text, opening.end())
    message = "the infobox is read line by line; its brackets do not match"
    misread.append(Misread(message, opening.start(), opening.end()))
    cells = _read_cells(text, _find_fields(text, opening.end(), end), spans, misread)
    return Infobox(cells, tuple(misread), opening.start(), end)


def _find_infobox(text: str, spans: list[Span]) -> Span | None:
    first: Span | None = None
    for span in walk(spans):
        if span.kind is Kind.TEMPLATE and _BOX.match(name := name_of(text, span)):
            if _BATTLE.match(name):
                return span
            first = first or span
    return first


def _find_end(text: str, start: int) -> int:
    """Return where an infobox that nothing closes may end."""
    ending = _ENDS.search(text, start)
    if ending is None:
        return len(text)
    return ending.end() if ending[0] in {"}}"} else ending.start()


def _find_fields(text: str, start: int, end: int) -> list[Argument]:
    fields = list(_FIELD.finditer(text, start, end))
    stops = [*(match.start() for match in fields[1:]), end]
    return [
        Argument(match[1].lower(), match.end(), stop, text[match.end() : stop])
        for match, stop in zip(fields, stops, strict=False)
    ]


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
    if not items:
        message = f"the infobox says nothing that can be read about {argument.name}"
        misread.append(Misread(message, argument.start, argument.end))
    return Cell(argument.name, about, side, argument.text.strip(), items, argument.start, argument.end)

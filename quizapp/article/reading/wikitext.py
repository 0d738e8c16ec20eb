"""MediaWiki's wikitext: the infobox's template becomes cells, headings and lines become sections and paragraphs."""

import re
from collections.abc import Iterable

from quizapp.article.infobox import is_decoration, read_name, settle_sides
from quizapp.article.items import take_items
from quizapp.article.mapped import cut, replace, whole
from quizapp.article.model import Article, Cell, Clean, Field, Misread
from quizapp.article.reading.calls import Argument, name_of, read_call
from quizapp.article.reading.lines import find_lines
from quizapp.article.reading.sections import SectionWriter, find_heading
from quizapp.article.reading.spans import Kind, Span, find_spans, walk
from quizapp.article.reading.templates import BREAK
from quizapp.article.reading.wikiwriter import WikiWriter
from quizapp.article.residue import tidy

_BOX = re.compile(r"infobox\b|(?:war|battle)box\b")
_BATTLE = re.compile(
    r"infobox (?:military|civil|war|battle|conflict|operation|event|attack)|warbox|battlebox"
)
_LINE = re.compile(r"[^\n]*\n?")
_LIST = re.compile(r"\s*[*#:;]+\s*")
_LEFT_OVER = re.compile(r"\s*(?:[|!]|\{\||\}\}|-{4,}\s*$|#redirect)", re.IGNORECASE)
_BREAKS = re.compile(BREAK)
_BOLD = re.compile(r"'''(?!')([^'\n]{2,120})'''")


def read_wikitext(text: str, title: str = "") -> Article:
    """Return the article in wikitext; without a title, it is called as its infobox or its first bold words say."""
    spans = find_spans(text)
    cells, misread = _read_infobox(text, spans)
    body = WikiWriter(text)
    body.write(spans, 0, len(text))
    sections = SectionWriter()
    _write_lines(replace(body.finish(), _BREAKS, " "), sections)
    title = title or _find_title(text, cells)
    return Article(title, cells, sections.finish(), (*misread, *body.misread.values()))


def _read_infobox(text: str, spans: list[Span]) -> tuple[tuple[Cell, ...], list[Misread]]:
    box = _find_infobox(text, spans)
    if box is None:
        return (), []
    call = read_call(text, box)
    if call is None:
        return (), [
            Misread(
                "the infobox cannot be taken apart; look for brackets that do not match", box.start, box.end
            )
        ]
    misread: list[Misread] = []
    cells = [
        _read_cell(text, argument, box, misread)
        for argument in call.arguments
        if argument.text.strip() and not is_decoration(argument.name) and not argument.name.isdigit()
    ]
    return settle_sides(cells), misread


def _find_infobox(text: str, spans: list[Span]) -> Span | None:
    """Return the infobox of a battle; if there is none, the first infobox of all."""
    first: Span | None = None
    for span in walk(spans):
        if span.kind is Kind.TEMPLATE and _BOX.match(name := name_of(text, span)):
            if _BATTLE.match(name):
                return span
            first = first or span
    return first


def _read_cell(text: str, argument: Argument, box: Span, misread: list[Misread]) -> Cell:
    about, side = read_name(argument.name)
    writer = WikiWriter(text, about)
    writer.write(box.inside, argument.start, argument.end)
    misread.extend(writer.misread.values())
    items = take_items(find_lines(writer.finish(), about), about)
    if not items:
        message = f"the infobox says nothing that can be read about {argument.name}"
        misread.append(Misread(message, argument.start, argument.end))
    return Cell(argument.name, about, side, argument.text.strip(), items, argument.start, argument.end)


def _write_lines(body: Clean, sections: SectionWriter) -> None:
    for match in _LINE.finditer(body.text):
        start, end = match.span()
        line = body.text[start:end].rstrip()
        if heading := find_heading(line):
            sections.open(cut(body, start + heading[1], start + heading[2]), max(1, heading[0] - 1))
        elif not line.strip():
            sections.end_paragraph()
        elif not _LEFT_OVER.match(line):
            bullet = _LIST.match(line)
            sections.write(
                cut(body, start + (bullet.end() if bullet else 0), end), is_entry=bullet is not None
            )


def _find_title(text: str, cells: Iterable[Cell]) -> str:
    for cell in cells:
        if cell.field is Field.CONFLICT and cell.items:
            return cell.items[0].text
    bold = _BOLD.search(text)
    return tidy(whole(bold[1])).text if bold else ""

"""MediaWiki's wikitext: the infobox's template becomes cells, headings and lines become sections and paragraphs."""

import re
from collections.abc import Iterable

from quizapp.article.model import Article, Cell, Clean, Field
from quizapp.article.reading.mapped import cut, replace, whole
from quizapp.article.reading.marks import BREAKS
from quizapp.article.reading.residue import tidy
from quizapp.article.reading.sections import SectionWriter, find_heading
from quizapp.article.reading.wiki.infobox import read_infobox
from quizapp.article.reading.wiki.spans import find_spans
from quizapp.article.reading.wiki.writer import WikiWriter

_LINE = re.compile(r"[^\n]*\n?")
_LIST = re.compile(r"\s*[*#:;]+\s*")
_LEFT_OVER = re.compile(r"\s*(?:[|!]|\{\||\}\}|-{4,}\s*$|#redirect|```)", re.IGNORECASE)
_BOLD = re.compile(r"'''(?!')([^'\n]{2,120})'''")


def read_wikitext(text: str, title: str = "") -> Article:
    """Return the article in wikitext; without a title, it is called as its infobox or its first bold words say."""
    spans = find_spans(text)
    infobox = read_infobox(text, spans)
    body = WikiWriter(text)
    body.write(spans, 0, infobox.start)
    body.write(spans, infobox.end, len(text))
    sections = SectionWriter()
    heading = _write_lines(replace(body.finish(), BREAKS, " "), sections)
    title = title or heading or _find_title(text, infobox.cells)
    misread = (*infobox.misread, *body.misread.values())
    return Article(title, infobox.cells, sections.finish(), misread)


def _write_lines(body: Clean, sections: SectionWriter) -> str:
    """Write headings and paragraphs, and return the title if the text has a heading of its own for it."""
    title = ""
    for match in _LINE.finditer(body.text):
        start, end = match.span()
        line = body.text[start:end].rstrip()
        heading = find_heading(line)
        if heading and heading[0] == 1 and not title:
            title = tidy(whole(line[heading[1] : heading[2]])).text
        elif heading:
            sections.open(cut(body, start + heading[1], start + heading[2]), max(1, heading[0] - 1))
        elif not line.strip():
            sections.end_paragraph()
        elif not _LEFT_OVER.match(line):
            bullet = _LIST.match(line)
            sections.write(
                cut(body, start + (bullet.end() if bullet else 0), end), is_entry=bullet is not None
            )
    return title


def _find_title(text: str, cells: Iterable[Cell]) -> str:
    for cell in cells:
        if cell.field is Field.CONFLICT and cell.items:
            return cell.items[0].text
    bold = _BOLD.search(text)
    return tidy(whole(bold[1])).text if bold else ""

"""MediaWiki's HTML, a whole page or what its API gives: the infobox's table, headings, paragraphs and lists."""

import html
import re
from dataclasses import dataclass

from quizapp.article.model import Article, Clean
from quizapp.article.reading.html.infobox import InfoboxReader
from quizapp.article.reading.html.markup import TAGS, UNSEEN, Tag, find_tags
from quizapp.article.reading.mapped import Pen, whole
from quizapp.article.reading.residue import tidy
from quizapp.article.reading.sections import SectionWriter

_CONTENT = re.compile(
    r"<(?:div|section|main|article)\b[^<>]{0,300}?\bmw-parser-output\b[^<>]*>|<body\b[^<>]*>"
)
_TITLE = re.compile(
    r"<h1\b[^<>]*>((?:[^<]|<(?!/h1)){1,500})</h1>|<title>([^<>]{1,300})</title>", re.IGNORECASE
)
_SITE = re.compile(r" [-–—|] [^-–—|]{1,40}$")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
_PARAGRAPHS = frozenset({"p", "li", "dd", "dt"})
_ENTRIES = frozenset({"li", "dd", "dt"})


def write_text(pen: Pen, text: str, start: int, end: int) -> None:
    """Write a stretch without tags, its entities as the characters that they are."""
    at = start
    if "&" in text[start:end]:
        for match in _ENTITY.finditer(text, start, end):
            pen.copy(text[at : match.start()], at)
            pen.put(html.unescape(match[0]), match.start())
            at = match.end()
    pen.copy(text[at:end], at)


@dataclass
class _Open:
    """The block that is being written: a heading of a level, or a paragraph."""

    pen: Pen
    name: str
    level: int


class _PageReader:
    """What was read so far of a page."""

    def __init__(self, text: str) -> None:
        self.sections = SectionWriter()
        self.infobox: InfoboxReader | None = None
        self._text = text
        self._open: _Open | None = None
        self._box_depth = 0
        self._is_unseen = False

    def read(self, tag: Tag, start: int) -> None:
        """Read the text before a tag, and then the tag."""
        if tag.name == UNSEEN:
            self._write(start, tag.start)
            self._is_unseen = not tag.is_closing
        elif self._box_depth:
            self._read_box(tag, start)
        else:
            self._write(start, tag.start)
            self._read_tag(tag)

    def _write(self, start: int, end: int) -> None:
        if self._is_unseen:
            return
        if self._box_depth and self.infobox:
            self.infobox.write(start, end)
        elif self._open:
            write_text(self._open.pen, self._text, start, end)

    def _read_box(self, tag: Tag, start: int) -> None:
        self._write(start, tag.start)
        if tag.name == "table":
            self._box_depth += -1 if tag.is_closing else 1
        if self.infobox and self._box_depth:
            self.infobox.read(tag)

    def _read_tag(self, tag: Tag) -> None:
        if tag.name == "table" and not tag.is_closing:
            self._close()
            if "infobox" in tag.classes() and self.infobox is None:
                self.infobox = InfoboxReader(self._text, write_text)
                self._box_depth = 1
        elif tag.name in _HEADINGS:
            self._close()
            if not tag.is_closing:
                self._open = _Open(Pen(), tag.name, _HEADINGS[tag.name])
        elif tag.name in _PARAGRAPHS:
            self._close()
            if not tag.is_closing:
                self._open = _Open(Pen(), tag.name, 0)
        elif tag.name in {"ul", "ol", "dl", "div", "section", "tr", "td"}:
            self._close()
        elif tag.name == "br" and self._open:
            self._open.pen.put(" ", tag.start)

    def _close(self) -> None:
        """End the block that is open."""
        block, self._open = self._open, None
        if block is None:
            return
        clean = block.pen.finish()
        if block.name not in _HEADINGS:
            self.sections.write(clean, is_entry=block.name in _ENTRIES)
            self.sections.end_paragraph()
        elif block.level and clean.text.strip():
            self.sections.open(clean, block.level)

    def finish(self, start: int) -> None:
        """Read the text behind the last tag, and end what is open."""
        self._write(start, len(self._text))
        self._close()


def read_html(text: str, title: str = "") -> Article:
    """Return the article of a page; without a title, that of its first heading."""
    content = _CONTENT.search(text)
    start = content.end() if content else 0
    reader = _PageReader(text)
    at = start
    for tag in find_tags(text, start, len(text)):
        reader.read(tag, at)
        at = tag.end
    reader.finish(at)
    cells, misread = reader.infobox.finish() if reader.infobox else ((), ())
    named = title or _find_title(text) or (reader.infobox.title if reader.infobox else "")
    return Article(_tidy_title(named), cells, reader.sections.finish(), misread)


def _find_title(text: str) -> str:
    found = _TITLE.search(text)
    if found is None:
        return ""
    return found[1] or _SITE.sub("", found[2])


def _tidy_title(title: str) -> str:
    clean: Clean = whole(html.unescape(TAGS.sub("", title)))
    return tidy(clean).text

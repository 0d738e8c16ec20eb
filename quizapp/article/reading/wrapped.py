"""Articles that come wrapped: in JSON or XML, escaped once or twice. Unwrapped, each character knows where it stood.

Nothing here parses XML: entities are five and numbers, and a DOCTYPE, which could define more, is refused.
"""

import html
import re
from dataclasses import dataclass, replace

from quizapp.article.model import Article, Cell, Clean, Misread, Section
from quizapp.article.reading.escapes import read_escapes
from quizapp.article.reading.literals import has_escaped_lines, open_literal, read_lines
from quizapp.article.reading.mapped import cut, relocate
from quizapp.article.reading.mapped import replace as substitute

_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\"{\]])")
_STRING = re.compile(r'"((?:[^"\\]|\\.|\\\Z)*+)(?:"|\Z)(\s{0,40}:)?', re.DOTALL)
"""A string; one that is not closed goes to the end, so that no quotation mark in it is tried again."""
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_XML = re.compile(r"\s*(?:<\?xml\b|<mediawiki\b|<api\b|<page\b|<text\b)")
_EXPORTED = re.compile(r"<text\b[^<>]{0,200}\bxml:space=|<revision>")
_PARSED = re.compile(r"<!doctype\s+html|<html\b|<body\b|\bmw-parser-output\b", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<\?xml[^<>]{0,200}>\s*)?<!doctype\s+html[^<>]{0,300}>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_TITLE = re.compile(
    r"<title>([^<>]{1,300})</title>|<(?:page|parse)\b[^<>]{0,500}?\btitle=\"([^\"<>]{1,300})\""
)
_XML_TEXT = re.compile(r"<(text|rev|wikitext|content|slot)\b[^<>]*>")
_ESCAPED_TAG = re.compile(
    r"&(?:lt|#60|#[xX]3[cC]);/?(?:ref|br|small|div|span|p|table|html|body|!--|b|i|u|s|sup|sub|nowiki|gallery|center|li|ul|script|style)\b"
)
_TAG = re.compile(
    r"<(?:ref|br|small|div|span|p|table|html|body|!--|b|i|u|s|sup|sub|nowiki|gallery|center|li|ul|script|style)\b"
)
_TITLES = frozenset({"title", "displaytitle"})
_MOST_WRAPS = 4


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What was inside, a title that stood beside it, and why it was refused, if it was."""

    clean: Clean
    title: str = ""
    misread: tuple[Misread, ...] = ()


def unwrap(source: Clean) -> Unwrapped:
    """Return the article that a text wraps, or the text itself."""
    title = ""
    for _ in range(_MOST_WRAPS):
        text, name = source.text, ""
        inner: Clean | None = None
        if _JSON.match(text) or (text[:1] == '"' and _STRING.fullmatch(text.rstrip())):
            inner, name = _open_json(source)
        elif literal := open_literal(source):
            inner = literal
        elif (_XML.match(text) and not _PAGE.match(text)) or _EXPORTED.search(text):
            if found := _DOCTYPE.search(text):
                start, end = source.locate(found.start(), found.end())
                refused = Misread("a DOCTYPE may hide anything; leave it out and try again", start, end)
                return Unwrapped(cut(source, 0, 0), title, (refused,))
            inner, name = _open_xml(source)
        title = title or name
        inner = inner or _unescape_again(source)
        if inner is None:
            break
        source = inner
    return Unwrapped(source, title)


def _open_json(source: Clean) -> tuple[Clean | None, str]:
    """Return the longest text of a JSON document, and the title that stands in it."""
    title, key, longest = "", "", (0, 0)
    for match in _STRING.finditer(source.text):
        if match[2]:
            key = match[1]
            continue
        start, end = match.span(1)
        if end - start > longest[1] - longest[0]:
            longest = start, end
        if key in _TITLES and not title and end - start < 300:
            title = html.unescape(read_escapes(cut(source, start, end)).text)
        key = ""
    if longest == (0, 0):
        return None, title
    return read_escapes(cut(source, *longest)), title


def _open_xml(source: Clean) -> tuple[Clean | None, str]:
    """Return the longest text of a MediaWiki export, unescaped, and its page's title."""
    text = source.text
    found = _XML_TITLE.search(text)
    title = html.unescape(found[1] or found[2]) if found else ""
    longest, done = (0, 0), 0
    for opening in _XML_TEXT.finditer(text):
        if opening.start() < done:
            continue
        closing = text.find(f"</{opening[1]}>", opening.end())
        done = closing if closing >= 0 else len(text)
        if done - opening.end() > longest[1] - longest[0]:
            longest = opening.end(), done
    if longest == (0, 0):
        return None, title
    return substitute(cut(source, *longest), _ENTITY, _read_entity), title


def _read_entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _unescape_again(source: Clean) -> Clean | None:
    """Unescape a text whose tags or line breaks are still escaped."""
    text = source.text
    if len(_ESCAPED_TAG.findall(text)) > len(_TAG.findall(text)):
        return substitute(source, _ENTITY, _read_entity)
    if "&amp;lt;" in text or (_ESCAPED_TAG.search(text) and not _PARSED.search(text)):
        return substitute(source, _ENTITY, _read_entity)
    if has_escaped_lines(text) or text.count("\\n") > 4 * (text.count("\n") + 1):
        return read_lines(source)
    return None


def place(article: Article, outer: Clean) -> Article:
    """Return an article that was read from an unwrapped text, with its places in the input."""
    if isinstance(outer.places, range) and outer.places.start == 0:
        return article
    return Article(
        article.title,
        tuple(_place_cell(cell, outer) for cell in article.cells),
        tuple(_place_section(section, outer) for section in article.sections),
        tuple(
            Misread(misread.message, *outer.locate(misread.start, misread.end)) for misread in article.misread
        ),
    )


def _place_cell(cell: Cell, outer: Clean) -> Cell:
    items = tuple(
        replace(item, clean=relocate(item.clean, outer), start=start, end=end)
        for item in cell.items
        for start, end in [_locate(outer, item.start, item.end)]
    )
    start, end = _locate(outer, cell.start, cell.end)
    return replace(cell, items=items, start=start, end=end)


def _place_section(section: Section, outer: Clean) -> Section:
    sentences = tuple(
        replace(sentence, clean=relocate(sentence.clean, outer), start=start, end=end)
        for sentence in section.sentences
        for start, end in [_locate(outer, sentence.start, sentence.end)]
    )
    return replace(section, sentences=sentences)


def _locate(outer: Clean, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch, whose last character may be an escape of several."""
    return outer.places[start], outer.places[end] if end > start else outer.places[start]

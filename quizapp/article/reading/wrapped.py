"""Articles that come wrapped: in JSON or XML, escaped once or twice. Unwrapped, each character knows where it stood.

Nothing here parses XML: entities are five and numbers, and a DOCTYPE, which could define more, is refused.
"""

import html
import re
from dataclasses import dataclass, replace

from quizapp.article.mapped import cut, relocate
from quizapp.article.mapped import replace as substitute
from quizapp.article.model import Article, Cell, Clean, Misread, Section

_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\"{\]])")
_STRING = re.compile(r'"((?:[^"\\]|\\.|\\\Z)*+)(?:"|\Z)(\s{0,40}:)?', re.DOTALL)
"""A string; one that is not closed goes to the end, so that no quotation mark in it is tried again."""
_ESCAPE = re.compile(r"\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)|\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_XML = re.compile(r"\s*(?:<\?xml\b|<mediawiki\b|<api\b|<page\b|<text\b)")
_PAGE = re.compile(r"\s*(?:<\?xml[^<>]{0,200}>\s*)?<!doctype\s+html[^<>]{0,300}>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_TITLE = re.compile(
    r"<title>([^<>]{1,300})</title>|<(?:page|parse)\b[^<>]{0,500}?\btitle=\"([^\"<>]{1,300})\""
)
_XML_TEXT = re.compile(r"<(text|rev|wikitext|content|slot)\b[^<>]*>")
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:ref|br|small|div|span|p|table|html|body|!--|b|i|sup|sub|nowiki|gallery)\b"
)
_TAG = re.compile(r"<(?:ref|br|small|div|span|p|table|html|body|!--|b|i|sup|sub|nowiki|gallery)\b")
_ESCAPED_LINE = re.compile(r"\\n")
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
        text = source.text
        inner: Clean | None = None
        if _XML.match(text) and not _PAGE.match(text):
            if found := _DOCTYPE.search(text):
                start, end = source.locate(found.start(), found.end())
                refused = Misread("a DOCTYPE may hide anything; leave it out and try again", start, end)
                return Unwrapped(cut(source, 0, 0), title, (refused,))
            inner, name = _open_xml(source)
            title = title or name
        elif _JSON.match(text) or (text[:1] == '"' and _STRING.fullmatch(text.rstrip())):
            inner, name = _open_json(source)
            title = title or name
        if inner is None:
            inner = _unescape_again(source)
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
            title = html.unescape(_read_escapes(cut(source, start, end)).text)
        key = ""
    if longest == (0, 0):
        return None, title
    return _read_escapes(cut(source, *longest)), title


def _read_escapes(clean: Clean) -> Clean:
    return substitute(clean, _ESCAPE, _read_escape)


def _read_escape(match: re.Match[str]) -> str:
    """Return the character that a backslash stands before."""
    if match[1]:
        return _read_pair(match[1], match[2])
    if match[3]:
        return _valid(int(match[3], 16))
    return _LETTERS.get(match[4], match[4])


def _read_pair(high: str, low: str) -> str:
    try:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    except ValueError:
        return "\ufffd"


def _valid(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


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
    if "&amp;lt;" in text:
        return substitute(source, _ENTITY, _read_entity)
    if len(_ESCAPED_LINE.findall(text)) > 4 * (text.count("\n") + 1):
        return _read_escapes(source)
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
        for start, end in [outer.locate(item.start, item.end)]
    )
    start, end = outer.locate(cell.start, cell.end)
    return replace(cell, items=items, start=start, end=end)


def _place_section(section: Section, outer: Clean) -> Section:
    sentences = tuple(
        replace(sentence, clean=relocate(sentence.clean, outer), start=start, end=end)
        for sentence in section.sentences
        for start, end in [outer.locate(sentence.start, sentence.end)]
    )
    return replace(section, sentences=sentences)

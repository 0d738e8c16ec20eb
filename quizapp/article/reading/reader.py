"""Which form a text has, and reading it. To add a form, give it a module here and a line in _read."""

import re

from quizapp.article.model import Article, Clean, Misread
from quizapp.article.reading.html.page import read_html
from quizapp.article.reading.mapped import cut, whole
from quizapp.article.reading.marks import free_marks
from quizapp.article.reading.plain.copied import is_copied, write_plain
from quizapp.article.reading.plain.markdown import is_markdown, leave_out_marks
from quizapp.article.reading.plain.plain import read_plain
from quizapp.article.reading.scripts import leave_out_scripts
from quizapp.article.reading.wiki.wikitext import read_wikitext
from quizapp.article.reading.wrapped import place, unwrap

_PLAIN = re.compile(r"^[ \t]{0,20}infobox:?[ \t]*\r?\n\s{0,20}[-*•]?[ \t]*\w", re.IGNORECASE | re.MULTILINE)
_BEGINNING = 3_000
_HTML = re.compile(r"<(?:!doctype\s+html|html|body|table|p|h[1-6]|div)\b[^<>]*>", re.IGNORECASE)
_PAGE = re.compile(
    r"<!doctype\s+html|<html\b|<body\b|\bmw-parser-output\b|<table\b[^<>]{0,300}\binfobox\b", re.IGNORECASE
)
_SEEN = re.compile(r"<(?:p|li|td|th|h[1-6]|a)\b", re.IGNORECASE)
_WIKITEXT = re.compile(r"\{\{\s{0,20}\w|\[\[[^\[\]\n]{1,300}\]\]|'''|<ref\b|^[*#:]*\{\|", re.MULTILINE)
_CODE = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SHORTEST_COPY = 200
"""Characters: a shorter text may well say the same twice."""


def read_article(text: str | bytes) -> Article:
    """Return the article in a text, whatever its form; never raises. Offsets count characters."""
    if isinstance(text, bytes):
        text = decode(text)
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")  # as old computers ended lines
    source = whole(free_marks(text))
    unwrapped = unwrap(cut(source, 1, len(text)) if text.startswith("\ufeff") else source)
    clean = unwrapped.clean
    if _CODE.search(clean.text) and not _is_page(clean.text):
        clean = leave_out_scripts(clean)
    once, again = _leave_out_copies(clean)
    article = _read(once.text, unwrapped.title)
    placed = place(article, once)
    misread = (*unwrapped.misread, *again)
    if not misread:
        return placed
    return Article(placed.title, placed.cells, placed.sections, (*misread, *placed.misread))


def _leave_out_copies(clean: Clean) -> tuple[Clean, tuple[Misread, ...]]:
    """Return a text once that was pasted several times, and a word about that."""
    text = clean.text.rstrip()
    begin = len(text) - len(text.lstrip())
    again = text.find(text[begin : begin + _SHORTEST_COPY], begin + 1)
    if again - begin < _SHORTEST_COPY:
        return clean, ()
    first = text[begin:again].rstrip()
    between = re.compile(rf"\s*+{re.escape(first)}")
    end = begin
    while match := between.match(text, end):
        end = match.end()
    if end < len(text):
        return clean, ()
    start, _ = clean.locate(again, again)
    _, last = clean.locate(len(text) - 1, len(text))
    message = "the same text was given again below itself; it is read once"
    return cut(clean, 0, again), (Misread(message, start, last),)


def decode(text: bytes) -> str:
    """Return the characters of a file: UTF-8, UTF-16 with its mark, or what Windows writes in the west."""
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", "replace")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")


def _read(text: str, title: str) -> Article:
    if _PLAIN.search(text, 0, _BEGINNING):
        return read_plain(text, title)
    if _is_page(text):
        return read_html(text, title)
    if _WIKITEXT.search(text):
        return read_wikitext(text, title)
    if is_copied(text):
        plain = write_plain(text)
    elif is_markdown(text):
        plain = leave_out_marks(whole(text))
    else:
        return read_plain(text, title)
    return place(read_plain(plain.text, title), plain)


def _is_page(text: str) -> bool:
    """Return whether a text is HTML; wikitext may hold tags, or begin with one."""
    if _HTML.search(text) is None:
        return False
    if not _WIKITEXT.search(text) or (text.lstrip().startswith("<") and _PAGE.search(text)):
        return True
    return len(_SEEN.findall(text)) > len(_WIKITEXT.findall(text))

"""Wikitext in a string of source code, as tests and scripts hold it: escaped, in pieces, its lines wrapped.

A quotation mark behind what assigns or passes a value opens it; what stands around it is no text of the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.article.model import Clean
from quizapp.article.reading.escapes import read_escapes
from quizapp.article.reading.mapped import cut, replace

_OPENING = re.compile(
    r"(?P<quote>\"\"\"|'''(?=\s{0,40}\{)|[\"`]|'(?!'))"
    r"(?=\s{0,40}(?:\\n\s{0,20}){0,3}(?:\{[{|]|'''\w|<(?:mediawiki|page|revision|text|api|\?xml)\b))"
    r"|<<[-~<]?[\"']?(?P<word>[A-Z]{2,12})[\"']?[^\n{]{0,40}\n(?=\s{0,40}\{[{|])"
)
"""What opens a string that begins with a template, a table or bold words; or a "here document"."""

_BEFORE = re.compile(r"(?:\A|[=(,:\[{+>]|\breturn)\s{0,40}(?P<prefix>[@$a-zA-Z]{0,2}#{0,3})\Z")
"""What stands before the quotation mark of a string."""

_LONGEST_BEFORE = 60
_PIECES = {
    '"': re.compile(r'(?:[^"\\]|\\.|"")*+', re.DOTALL),
    "'": re.compile(r"(?:[^'\\]|\\.)*+", re.DOTALL),
    "`": re.compile(r"(?:[^`\\]|\\.)*+", re.DOTALL),
    '@"': re.compile(r'(?:[^"]|"")*+'),
}
_JOINTS = {
    quote: re.compile(
        rf"{quote}[ \t]{{0,8}}(?:[\\+.&]?[ \t]{{0,8}}\r?\n\s{{0,80}}[+.&]?|[+.&])[ \t]{{0,8}}[@$a-zA-Z]{{0,2}}{quote}"
    )
    for quote in "\"'`"
}
"""What stands between two pieces of one string: quotation marks, an operator or a new line."""

_DOUBLED = re.compile('""')
_WRAPPED = re.compile(r"[ \t]*\r?\n[ \t]*")
_ESCAPED_LINE = re.compile(r"\\n[ \t]{0,20}[|*}=]")
_LINE = re.compile(r"\n[ \t]{0,20}[|*}=]")
_INFOBOX = re.compile(r"\{\{\s{0,9}infobox|\bcombatant\d?\s{0,20}=", re.IGNORECASE)
_FEWEST_LINES = 4
_LEAST_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Literal:
    """A string of source code: where its text begins and ends, its quotation mark, and what stands before that."""

    start: int
    end: int
    quote: str
    prefix: str


def open_literal(source: Clean) -> Clean | None:
    """Return the wikitext in a string of source code; None where the text is none."""
    text = source.text
    longest = max(_find_literals(text), key=lambda found: found.end - found.start, default=None)
    if longest is None or not _is_all(text, longest):
        return None
    inner = cut(source, longest.start, longest.end)
    if longest.quote in _JOINTS and "#" not in longest.prefix:
        inner = replace(inner, _JOINTS[longest.quote], "")
    if longest.quote == '"' and "#" not in longest.prefix:
        inner = replace(inner, _DOUBLED, '"')
    if not longest.quote or set(longest.prefix.lower()) & {"@", "r"}:
        return inner
    return read_lines(inner)


def read_lines(inner: Clean) -> Clean:
    """Return the text of a string; where its lines end by escapes, the real ones only wrap it."""
    if has_escaped_lines(inner.text):
        inner = replace(inner, _WRAPPED, " ")
    return read_escapes(inner)


def has_escaped_lines(text: str) -> bool:
    """Return whether the fields of an infobox begin behind "\\n" rather than on lines of their own."""
    escaped = len(_ESCAPED_LINE.findall(text))
    return escaped >= _FEWEST_LINES and escaped > len(_LINE.findall(text))


def _find_literals(text: str) -> Iterator[_Literal]:
    done = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < done:
            continue
        quote, prefix = opening["quote"] or "", ""
        if quote:
            begin = opening.start()
            before = _BEFORE.search(text, max(0, begin - _LONGEST_BEFORE), begin)
            if before is None:
                continue
            prefix = before["prefix"]
        done = _find_end(text, opening.end(), quote, prefix, opening["word"])
        yield _Literal(opening.end(), done, quote, prefix)


def _find_end(text: str, start: int, quote: str, prefix: str, word: str | None) -> int:
    """Return where a string ends: at its closing mark that no joint follows, or with the text."""
    if len(quote) != 1 or "#" in prefix:
        closing = text.find(f"{quote}#" if "#" in prefix else quote or f"\n{word}", start)
        return closing if closing >= 0 else len(text)
    piece = _PIECES["@" + quote if "@" in prefix and quote == '"' else quote]
    while True:
        found = piece.match(text, start)
        end = found.end() if found else start
        joint = _JOINTS[quote].match(text, end)
        if joint is None:
            return end
        start = joint.end()


def _is_all(text: str, literal: _Literal) -> bool:
    """Return whether the article is in the string, and not just an attribute of its markup."""
    if literal.end - literal.start >= _LEAST_SHARE * len(text):
        return True
    outside = _INFOBOX.search(text, 0, literal.start) or _INFOBOX.search(text, literal.end)
    return outside is None and _INFOBOX.search(text, literal.start, literal.end) is not None

"""Where the constructs of wikitext begin and end, found in one pass that no text makes slow.

Only what is closed is a construct: an opening that nothing closes is text, and so are closings without one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from quizapp.article.reading.closings import find_closing


class Kind(Enum):
    """What a construct is."""

    TEMPLATE = "{{"
    LINK = "[["
    TABLE = "{|"
    TAG = "<"
    MARK = "<br>"
    COMMENT = "<!--"
    ADDRESS = "[http"
    ENTITY = "&"
    SWITCH = "__"


@dataclass(slots=True)
class Span:
    """A construct: where it stands, the name of a tag, where its content begins and ends, what is in it, how deep."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    inner_start: int = 0
    inner_end: int = 0
    inside: list["Span"] = field(default_factory=list)
    height: int = 1


LITERAL = frozenset(
    {"nowiki", "pre", "math", "source", "syntaxhighlight", "score", "timeline", "chem", "hiero"}
)
"""Tags whose content is no wikitext."""

_TOKEN = re.compile(
    r"<!--|<(?P<slash>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>|\{\{|\}\}|\[\[|\]\]"
    r"|(?:(?<=\n)|(?<=\A))[ :*#]*\{\||(?<=\n)\|\}(?!\})"
    r"|\[(?:https?:|ftp:)?//[^\s\]\[<>]++(?P<label>[^\]\[\n]{0,400})\]"
    r"|https?://[^\s\]\[<>|{}]+|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});|__[A-Z]{3,20}__"
)
_SINGLE = frozenset({"br", "hr", "wbr", "references", "section", "templatestyles", "img", "nowiki/"})
_LONGEST = {Kind.LINK: 8_000, Kind.TAG: 120_000, Kind.TEMPLATE: 200_000, Kind.TABLE: 400_000}
_HIGHEST = 24


class _Scan:
    """The constructs that are open, and those that are closed."""

    def __init__(self) -> None:
        self.roots: list[Span] = []
        self._open: list[Span] = []
        self._counts: dict[str, int] = {}

    def open(self, span: Span) -> None:
        self._open.append(span)
        key = span.kind.value + span.name
        self._counts[key] = self._counts.get(key, 0) + 1

    def close(self, kind: Kind, name: str, start: int, end: int) -> None:
        """Close the innermost open construct of this sort; those opened in it and not closed are text."""
        if not self._counts.get(kind.value + name):
            return
        while True:
            span = self._drop()
            if span.kind is kind and span.name == name:
                break
            self._give_up(span)
        span.height = 1 + max((inner.height for inner in span.inside), default=0)
        if end - span.start > _LONGEST[kind] or span.height > _HIGHEST:
            self._give_up(span)
            return
        span.inner_end, span.end = start, end
        self.add(span)

    def add(self, span: Span) -> None:
        (self._open[-1].inside if self._open else self.roots).append(span)

    def finish(self) -> list[Span]:
        """Return the constructs, in order."""
        while self._open:
            self._give_up(self._drop())
        return self.roots

    def _drop(self) -> Span:
        span = self._open.pop()
        self._counts[span.kind.value + span.name] -= 1
        return span

    def _give_up(self, span: Span) -> None:
        """Take an opening for text: what stands behind it belongs to what is around it."""
        around = self._open[-1].inside if self._open else self.roots
        if len(span.inside) > len(around):
            span.inside[:0] = around
            if self._open:
                self._open[-1].inside = span.inside
            else:
                self.roots = span.inside
        else:
            around.extend(span.inside)


def find_spans(text: str) -> list[Span]:
    """Return the constructs of a text that are in no other one, in order."""
    scan = _Scan()
    at = 0
    literal_ends: dict[str, int] = {}
    while match := _TOKEN.search(text, at):
        at = match.end()
        found = match[0]
        if found == "<!--":
            at = _take_comment(scan, text, match.start(), literal_ends)
        elif match["tag"]:
            at = _take_tag(scan, text, match, literal_ends)
        else:
            _take_bracket(scan, match, found)
    return scan.finish()


def _take_bracket(scan: _Scan, match: re.Match[str], found: str) -> None:
    start, end = match.span()
    if found in _OPENING:
        scan.open(Span(_OPENING[found], start, end, inner_start=end))
    elif found in _CLOSING:
        scan.close(_CLOSING[found], "", start, end)
    elif found.endswith("{|"):
        scan.open(Span(Kind.TABLE, start, end, inner_start=end))
    elif found[0] == "&":
        scan.add(Span(Kind.ENTITY, start, end))
    elif found[0] == "_":
        scan.add(Span(Kind.SWITCH, start, end))
    else:
        label = match.span("label") if match["label"] else (end, end)
        scan.add(Span(Kind.ADDRESS, start, end, inner_start=label[0], inner_end=label[1]))


_OPENING = {"{{": Kind.TEMPLATE, "[[": Kind.LINK}
_CLOSING = {"}}": Kind.TEMPLATE, "]]": Kind.LINK, "|}": Kind.TABLE}


def _take_comment(scan: _Scan, text: str, start: int, ends: dict[str, int]) -> int:
    """Add a comment, and return where to go on; whether any comment closes is looked up once."""
    end = find_closing(text, "-->", start + 4, ends)
    if end < 0:
        return start + 4
    scan.add(Span(Kind.COMMENT, start, end + 3))
    return end + 3


def _take_tag(scan: _Scan, text: str, match: re.Match[str], ends: dict[str, int]) -> int:
    start, end = match.span()
    name = match["tag"].lower()
    if name in _SINGLE:
        scan.add(Span(Kind.MARK, start, end, name))
    elif match["slash"]:
        scan.close(Kind.TAG, name, start, end)
    elif match["rest"].endswith("/"):
        scan.add(Span(Kind.TAG, start, end, name, end, end))
    elif name in LITERAL:
        closing = find_closing(text, f"</{name}>", end, ends)
        if closing >= 0:
            after = closing + len(name) + 3
            scan.add(Span(Kind.TAG, start, after, name, end, closing))
            return after
    else:
        scan.open(Span(Kind.TAG, start, end, name, end))
    return end


def walk(spans: list[Span]) -> Iterator[Span]:
    """Yield constructs and what is in them, in order."""
    waiting = list(reversed(spans))
    while waiting:
        span = waiting.pop()
        yield span
        waiting.extend(reversed(span.inside))

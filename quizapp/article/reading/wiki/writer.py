"""Wikitext written as a reader sees it: links by their label, templates by what they say, references not at all."""

import html
import re
from bisect import bisect_left

from quizapp.article.model import Clean, Field, Misread
from quizapp.article.reading.cells.lines import is_title, splits_at_commas
from quizapp.article.reading.mapped import Pen
from quizapp.article.reading.marks import BREAK, COUNTRY, RULE
from quizapp.article.reading.wiki.calls import name_of, read_call
from quizapp.article.reading.wiki.spans import LITERAL, Kind, Span
from quizapp.article.reading.wiki.template_names import is_silent
from quizapp.article.reading.wiki.templates import find_writer

_UNSEEN = (
    frozenset({"ref", "gallery", "references", "s", "del", "strike", "imagemap", "table", "includeonly"})
    | LITERAL
)
_PICTURE = re.compile(r"\s*:?\s*(?:file|image|category|media|datei|fichier)\s*:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?:")
_MARKS = re.compile(r"'{2,}|\{\{(?:[^{}\[\]|\n]{0,60}\|)?|\}\}|\[\[|\]\]")
_OWNER = re.compile(r"\w'''s\b")
_WHO_COUNTED = re.compile(r"\s*((?:per|according to) [^.,;<>{}\[\]|]{2,60}?)\s*\.?\s*")
_COMMA = re.compile(r"\s*,\s*(?:and\s+)?")
_BETWEEN_NAMES = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*(?:and\s+)?|and\s+|&\s*)")
_SIGNS = frozenset("†✝✟☠‡#⚐")
_MEANT = (
    (("natural",), ""),
    (("wounded in",), " (WIA)"),
    (("prisoner", "captur"), " (POW)"),
    (("surrender",), " (surrendered)"),
    (("execut", "capital punishment"), " (executed)"),
    (("missing",), " (MIA)"),
)
"""What a sign beside a name says by the page that it leads to."""
_NAMED = frozenset({Field.COMBATANT, Field.COMMANDER})


def _start_of(span: Span) -> int:
    return span.start


class WikiWriter:
    """Writes a stretch of wikitext: of the body, or of the cell of an infobox."""

    def __init__(self, text: str, about: Field | None = None) -> None:
        self.pen = Pen()
        self.misread: dict[str, Misread] = {}
        self._text = text
        self._about = about

    def write(self, spans: list[Span], start: int, end: int) -> None:
        """Write the text from start to end, given the constructs that stand in it."""
        last: Span | None = None
        for number in range(bisect_left(spans, start, key=_start_of), len(spans)):
            span = spans[number]
            if span.start >= end:
                break
            if span.start < start or span.end > end:
                continue
            if self._parts_entries(last, start, span):
                bracket = self._text.rfind(")", start, span.start) + 1
                self._write_text(start, max(start, bracket))
                self.pen.put(BREAK, start)
            else:
                self._write_text(start, span.start)
            self._write_span(span)
            start, last = span.end, span
        self._write_text(start, end)

    def _write_text(self, start: int, end: int) -> None:
        """Write text without constructs, and without bold, italics and brackets that do not match."""
        at = start
        for match in _MARKS.finditer(self._text, start, end):
            self.pen.copy(self._text[at : match.start()], at)
            at = match.end()
            if match[0] == "'''" and _OWNER.match(self._text, max(0, match.start() - 1)):
                self.pen.put("'", match.start())
        self.pen.copy(self._text[at:end], at)

    def _parts_entries(self, last: Span | None, start: int, span: Span) -> bool:
        """Return whether only a comma stands between two links of a cell that lists names."""
        if last is None or self._about is None or not splits_at_commas(self._about):
            return False
        if not {last.kind, span.kind} <= {Kind.LINK, Kind.TEMPLATE}:
            return False
        between = _BETWEEN_NAMES if self._about is Field.COMMANDER else _COMMA
        if not between.fullmatch(self._text, start, span.start):
            return False
        line = max(0, last.start - 200)
        if self._text.rfind("(", line, last.start) > self._text.rfind(")", line, last.start):
            return False
        label = self._text[span.inner_start : span.inner_end].rpartition("|")[2]
        return not (span.kind is Kind.LINK and is_title(label))

    def _write_span(self, span: Span) -> None:
        match span.kind:
            case Kind.TEMPLATE:
                self._write_template(span)
            case Kind.LINK:
                self._write_link(span)
            case Kind.TAG:
                self._write_tag(span)
            case Kind.MARK if span.name in {"br", "hr"}:
                self.pen.put(RULE if span.name == "hr" and self._about else BREAK, span.start)
            case Kind.ENTITY:
                self.pen.put(html.unescape(self._text[span.start : span.end]), span.start)
            case Kind.ADDRESS:
                self._write_text(span.inner_start, span.inner_end)

    def _write_link(self, span: Span) -> None:
        start, end = span.inner_start, span.inner_end
        if _PICTURE.match(self._text, start, end):
            self._put_if(
                self._about is not None and self._is_white_flag(start, end), " (surrendered)", span.start
            )
            return
        bar = self._find_bar(span)
        if bar >= 0 and self._about is not None and self._text[bar + 1 : end].strip() in _SIGNS:
            self._write_sign(self._text[start:bar].lower(), bar)
        elif bar < 0:
            if _ELSEWHERE.match(self._text, start, end):
                return
            start += self._text[start:end].startswith(":")
            self.write(span.inside, start, end)
        elif self._text[bar + 1 : end].strip():
            self.write(span.inside, bar + 1, end)
        else:
            self.write(span.inside, start, start + len(self._text[start:bar].partition("(")[0].rstrip()))

    def _write_sign(self, target: str, at: int) -> None:
        """Write a mark beside a name by where it leads: a dagger may only mean "by natural causes"."""
        meant = next((mark for words, mark in _MEANT if any(word in target for word in words)), None)
        self.pen.put(self._text[at + 1 : at + 2] if meant is None else meant, at)

    def _is_white_flag(self, start: int, end: int) -> bool:
        name = self._text[start:end].lower().replace("_", " ")
        return "white flag" in name or "surrender" in name

    def _find_bar(self, span: Span) -> int:
        """Return where the label of a link begins: behind the first bar that is in no other construct."""
        at = span.inner_start
        for inner in [*span.inside, None]:
            stop = inner.start if inner else span.inner_end
            bar = self._text.find("|", at, stop)
            if bar >= 0:
                return bar
            at = inner.end if inner else stop
        return -1

    def _write_tag(self, span: Span) -> None:
        if span.name == "ref" and self._about is not None:
            who = _WHO_COUNTED.fullmatch(self._text[span.inner_start : span.inner_end])
            if who:
                self.pen.put(" (", span.inner_start)
                self.pen.copy(who[1], span.inner_start + who.start(1))
                self.pen.put(")", span.inner_end)
        if span.name == "nowiki":
            self.pen.copy(self._text[span.inner_start : span.inner_end], span.inner_start)
        if span.name in _UNSEEN:
            return
        breaks = span.name in {"div", "p", "li", "ul", "ol", "blockquote", "center", "dl", "dd", "dt", "tr"}
        is_note = span.name == "small" and self._is_note(span.inner_start, span.inner_end)
        self._put_if(breaks, BREAK, span.start)
        self._put_if(is_note, " (", span.start)
        self.write(span.inside, span.inner_start, span.inner_end)
        self._put_if(is_note, ")", span.inner_end)
        self._put_if(breaks, BREAK, span.inner_end)

    def _put_if(self, is_wanted: bool, text: str, at: int) -> None:
        if is_wanted:
            self.pen.put(text, at)

    def _is_note(self, start: int, end: int) -> bool:
        """Return whether small print says who somebody is: one line, not in brackets already."""
        text = self._text[start:end]
        if self._about not in _NAMED or not any(map(str.isalpha, text)):
            return False
        before = self.pen.last().rstrip(" ")
        if not before or (self._about is Field.COMBATANT and before.endswith(("\n", BREAK))):
            return False
        return not (text.lstrip().startswith("(") or "\n" in text.strip() or "<br" in text.lower())

    def _write_template(self, span: Span) -> None:
        name = name_of(self._text, span)
        if name in {"small", "smaller"} or not name:
            self._write_small(span)
            return
        writer = None if is_silent(name) else find_writer(name)
        if writer is None:
            if not is_silent(name) and "|" in self._text[span.start : span.end]:
                self._miss(name, "is not known", span)
            return
        call = read_call(self._text, span)
        if call is None:
            self._miss(name, "cannot be taken apart", span)
            return
        parts = list(writer(call))
        until = span.end if all(isinstance(part, str) for part in parts) else 0
        for number, part in enumerate(parts, 1):
            if not isinstance(part, str):
                self.write(span.inside, part.start, part.end)
            elif self._about is not None or part not in COUNTRY:
                self.pen.put(part, span.start, until if number == len(parts) else 0)

    def _write_small(self, span: Span) -> None:
        """Write {{small|...}}, whose text may be a note."""
        call = read_call(self._text, span)
        argument = call.find("1") if call else None
        if argument is None:
            return
        is_note = self._is_note(argument.start, argument.end)
        self._put_if(is_note, " (", argument.start)
        self.write(span.inside, argument.start, argument.end)
        self._put_if(is_note, ")", argument.end)

    def _miss(self, name: str, why: str, span: Span) -> None:
        message = f"the template {name[:60]} {why}; what it says is left out"
        self.misread.setdefault(name, Misread(message, span.start, span.end))

    def finish(self) -> Clean:
        """Return what was written."""
        return self.pen.finish()

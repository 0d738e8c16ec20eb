"""A template taken apart by mwparserfromhell: its name, and where in the text each argument stands.

What the parser gets is bounded: what stands inside a template, and everything that nothing closes, is covered first,
character for character. An unclosed tag alone makes it try again from every place: 100 kB took over 20 s.
"""

import re
from dataclasses import dataclass

import mwparserfromhell
from mwparserfromhell.nodes import Template

from quizapp.article.reading.marks import COVER
from quizapp.article.reading.wiki.spans import LITERAL, Kind, Span

_COVERED = {ord(mark): COVER for mark in f"<>[]{{}}&'{COVER}"} | {ord("\r"): " "}
_LINE_MARK = re.compile(r"(?<=\n)(?:[*#:;-]|={2,6})")
_LONGEST = 120_000
_UNSEEN = frozenset({"ref", "gallery", "references", *LITERAL})


@dataclass(frozen=True, slots=True)
class Argument:
    """A value of a template: its name ("1" for the first without one), where it stands, and its text there."""

    name: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A template as it is used."""

    name: str
    span: Span
    arguments: tuple[Argument, ...]

    def find(self, *names: str) -> Argument | None:
        """Return the first argument of one of these names that says anything."""
        for name in names:
            for argument in reversed(self.arguments):
                if argument.name == name and argument.text.strip():
                    return argument
        return None

    def say(self, *names: str) -> str:
        """Return the text of the first argument of one of these names, or nothing."""
        argument = self.find(*names)
        return argument.text.strip() if argument else ""

    def positional(self) -> list[Argument]:
        """Return the arguments without a name, in order."""
        return [argument for argument in self.arguments if argument.name.isdigit() and argument.text.strip()]


def name_of(text: str, span: Span) -> str:
    """Return the name of a template, lower case, with single spaces."""
    end = min(span.inner_end, span.inner_start + 120)
    name = text[span.inner_start : end].partition("|")[0].partition("<!--")[0]
    return " ".join(name.replace("_", " ").split()).lower()


def read_call(text: str, span: Span) -> Call | None:
    """Return the template with its arguments, or None where it is too long or no template after all."""
    if span.end - span.start > _LONGEST:
        return None
    source = _cover(text, span)
    nodes = mwparserfromhell.parse(source, skip_style_tags=True).nodes
    if not nodes or not isinstance(nodes[0], Template) or len(str(nodes[0])) != len(source):
        return None
    arguments: list[Argument] = []
    at = span.start + 2 + len(str(nodes[0].name))
    for parameter in nodes[0].params:
        at += 1 + (len(str(parameter.name)) + 1 if parameter.showkey else 0)
        end = at + len(str(parameter.value))
        name = " ".join(str(parameter.name).replace(COVER, "").split())
        arguments.append(Argument(name.lower(), at, end, text[at:end]))
        at = end
    return Call(name_of(text, span), span, tuple(arguments))


def _cover(text: str, span: Span) -> str:
    """Return the source of a template, as long as it is, with what stands in it covered; nested ones come later.

    Without this, each template would be parsed again with every one around it: 100 kB, 20 deep, took 23 s.
    """
    marks = list(text[span.start : span.end].translate(_COVERED))
    marks[:2], marks[-2:] = "{{", "}}"
    for line in _LINE_MARK.finditer(text, span.start, span.end):
        start, end = line.start() - span.start, line.end() - span.start
        marks[start:end] = COVER * (end - start)
    for inner in span.inside:
        start, end = inner.start - span.start, inner.end - span.start
        if inner.kind is not Kind.TAG or inner.name in _UNSEEN:
            marks[start:end] = COVER * (end - start)
        else:
            _cover_tag(marks, inner, span.start)
    return "".join(marks)


def _cover_tag(marks: list[str], tag: Span, offset: int) -> None:
    """Cover a tag, and what is a construct in it; the text in it may part arguments."""
    waiting = [tag]
    while waiting:
        span = waiting.pop()
        if span.kind is Kind.TAG and span.name not in _UNSEEN:
            waiting.extend(span.inside)
            pieces = [(span.start, span.inner_start), (span.inner_end, span.end)]
        else:
            pieces = [(span.start, span.end)]
        for start, end in pieces:
            marks[start - offset : end - offset] = COVER * (end - start)

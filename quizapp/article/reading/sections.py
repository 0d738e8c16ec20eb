"""Sections put together, whatever the form: headings open them, paragraphs fill them with numbered sentences.

Sections that only lead elsewhere (NAVIGATION) keep their heading and hold no sentences.
"""

import re
from dataclasses import dataclass, field

from quizapp.article.model import LEAD, Clean, Section, Sentence
from quizapp.article.reading.mapped import join
from quizapp.article.reading.residue import tidy
from quizapp.article.reading.sentences import split_sentences
from quizapp.values.text import phrase_set

NAVIGATION = phrase_set(
    "see also, notes, footnotes, endnotes, references, citations, bibliography, further reading, external links,"
    " gallery, notes and references, references and notes, works cited, sources cited, explanatory notes, notes"
    " and citations, informational notes, related articles, cited sources"
)
"""Headings of sections that state nothing about the battle."""

PERHAPS_NAVIGATION = frozenset({"sources", "literature", "books", "publications", "in popular culture"})
"""Headings of sections that are left out if they are lists; some articles write about their sources."""

_CHAPTERS = phrase_set(
    "background, prelude, origins, the battle, aftermath, consequences, legacy, after the battle"
)
"""Headings that are known as such where no mark says so, beside those of NAVIGATION."""

_SPACES = re.compile(r"\s+")
_LAST_MARKS = tuple(".!?:;…\"'”’)]")
_SHORTEST_WRAPPED = 50
_PARTED = re.compile(r"[^\W\d_]-$")
"""A word goes on in the next line; whether the hyphen is its own nobody can tell, so it stays."""
_AND = re.compile(r"\s*(?:and|or|to)\b")


def _goes_on(before: str, after: str) -> bool:
    """Return whether a line goes on with the sentence of the line before, as where a text is wrapped."""
    before, after = before.rstrip(), after.lstrip()
    return not before.endswith(_LAST_MARKS) and (len(before) >= _SHORTEST_WRAPPED or after[:1].islower())


@dataclass
class _Open:
    heading: str
    level: int
    left_out_level: int | None = None
    sentences: list[Sentence] = field(default_factory=list)
    entries: int = 0
    paragraphs: int = 0


def find_heading(line: str) -> tuple[int, int, int] | None:
    """Return how many equals signs a heading has, and where its words begin and end; None for another line."""
    text = line.strip()
    if len(text) < 3 or text[0] != "=" or text[-1] != "=":
        return None
    words = text.strip("=").strip()
    if not words:
        return None
    signs = min(len(text) - len(text.lstrip("=")), len(text) - len(text.rstrip("=")))
    start = line.index(words)
    return signs, start, start + len(words)


def names_section(line: str) -> bool:
    """Return whether a line alone is a heading by its words, as in a text that was copied without its marks."""
    name = line.strip().rstrip(":")
    return name[:1].isupper() and (name.lower() in NAVIGATION or name.lower() in _CHAPTERS)


class SectionWriter:
    """Takes headings and paragraphs in order, and makes sections of them."""

    def __init__(self) -> None:
        self._sections = [_Open(LEAD, 0)]
        self._paragraph = 0
        self._waiting: Clean | None = None

    def open(self, heading: Clean, level: int) -> None:
        """Begin a section; level 1 is a chapter, and a part of a chapter that is left out is left out too."""
        self.end_paragraph()
        text = _SPACES.sub(" ", tidy(heading).text)
        above = self._sections[-1]
        left_out_level = level if text.lower() in NAVIGATION else None
        if above.left_out_level is not None and level > above.left_out_level:
            left_out_level = above.left_out_level
        self._sections.append(_Open(text, level, left_out_level))

    def write(self, paragraph: Clean, *, is_entry: bool = False) -> None:
        """Add a paragraph, or the entry of a list, to the section that is open."""
        if self._sections[-1].left_out_level is not None or not paragraph.text.strip():
            return
        if self._waiting is not None and not is_entry and _goes_on(self._waiting.text, paragraph.text):
            is_parted = _PARTED.search(self._waiting.text) and not _AND.match(paragraph.text)
            self._waiting = join([self._waiting, paragraph], "" if is_parted else " ")
            return
        self.end_paragraph()
        if is_entry:
            self._sections[-1].entries += 1
        self._waiting = paragraph

    def end_paragraph(self) -> None:
        """Say that a blank line stands here, so that the next line begins a paragraph."""
        if self._waiting is None:
            return
        clean, self._waiting = tidy(self._waiting), None
        if not clean.text:
            return
        section = self._sections[-1]
        self._paragraph += 1
        section.paragraphs += 1
        for sentence in split_sentences(clean):
            start, end = sentence.locate(0, len(sentence.text))
            number = len(section.sentences) + 1
            section.sentences.append(Sentence(section.heading, number, sentence, start, end, self._paragraph))

    def finish(self) -> tuple[Section, ...]:
        """Return the sections; the lead only where it says something."""
        self.end_paragraph()
        for section in self._sections:
            is_list = section.entries * 2 > section.paragraphs
            if section.heading.lower() in PERHAPS_NAVIGATION and is_list:
                section.sentences.clear()
        return tuple(
            Section(section.heading, section.level, tuple(section.sentences))
            for section in self._sections
            if section.sentences or section.level
        )

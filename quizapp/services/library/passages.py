"""The article beside a drafted fact: its sections with the fact's sentence marked, or all of it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quizapp.article.model import LEAD, Article, Cell, Section, Sentence
from quizapp.services.library.noting import Spans

BEGINNING = "Beginning"
"""What the section before the first heading is called on the page."""
AROUND = 40
"""Sentences that are shown before and behind the marked ones: a text without headings is one section."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or an entry of the infobox: marked is what the fact says, used what a reviewed fact said."""

    text: str
    number: int
    is_marked: bool
    is_used: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A section: its paragraphs, or for the infobox a row for each cell, under the cell's name."""

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    cells: tuple[tuple[str, tuple[Piece, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article, and where the evidence of reviewed facts begins, in order."""

    spans: Spans
    used: list[int]

    def touch(self, start: int, end: int) -> bool:
        """Whether something is marked between two places."""
        return any(start < last and first < end for first, last in self.spans)

    def show(self, text: str, number: int, start: int, end: int) -> Piece:
        """Return what stands between two places, as it is shown."""
        place = bisect_left(self.used, start)
        is_used = place < len(self.used) and self.used[place] < end
        return Piece(text, number, self.touch(start, end), is_used)


def show_article(article: Article, marks: Marks) -> tuple[Passage, ...]:
    """Show all of an article."""
    infobox = (_show_infobox(article.cells, marks),) if article.cells else ()
    sections = (_show_section(each, each.sentences, marks) for each in _find_sections(article))
    return (*infobox, *sections)


def show_marked(article: Article, marks: Marks) -> tuple[Passage, ...]:
    """Show the infobox and the sections in which something is marked, or else what the article begins with."""
    return tuple(_find_marked(article, marks)) or tuple(_show_beginning(article, marks))


def _find_marked(article: Article, marks: Marks) -> Iterator[Passage]:
    if any(marks.touch(item.start, item.end) for cell in article.cells for item in cell.items):
        yield _show_infobox(article.cells, marks)
    for section in _find_sections(article):
        places = [at for at, each in enumerate(section.sentences) if marks.touch(each.start, each.end)]
        if places:
            near = section.sentences[max(0, places[0] - AROUND) : places[-1] + AROUND + 1]
            yield _show_section(section, near, marks)


def _show_beginning(article: Article, marks: Marks) -> Iterator[Passage]:
    if article.cells:
        yield _show_infobox(article.cells, marks)
    else:
        for section in _find_sections(article)[:1]:
            yield _show_section(section, section.sentences[:AROUND], marks)


def _find_sections(article: Article) -> list[Section]:
    return [section for section in article.sections if section.sentences]


def _show_infobox(cells: tuple[Cell, ...], marks: Marks) -> Passage:
    rows = (
        (cell.name, tuple(marks.show(each.text, 0, each.start, each.end) for each in cell.items))
        for cell in cells
    )
    return Passage("Infobox", cells=tuple(rows))


def _show_section(section: Section, sentences: tuple[Sentence, ...], marks: Marks) -> Passage:
    paragraphs = tuple(
        tuple(marks.show(each.text, each.number, each.start, each.end) for each in several)
        for _, several in groupby(sentences, key=lambda each: each.paragraph)
    )
    return Passage(section.heading if section.heading != LEAD else BEGINNING, paragraphs)

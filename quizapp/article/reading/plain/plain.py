"""The plain form: "= Title =", "Infobox" with lines "- Field: value", "== Heading ==", and a paragraph a line."""

import re
from collections.abc import Mapping

from quizapp.article.model import Article, Cell, Field, Misread
from quizapp.article.reading.cells.fields import find_empty, is_decoration, read_name, settle_sides
from quizapp.article.reading.cells.items import take_items
from quizapp.article.reading.cells.lines import find_flat_lines, find_lines
from quizapp.article.reading.mapped import cut, strip, whole
from quizapp.article.reading.marks import BREAK
from quizapp.article.reading.plain.typed import (
    FIELD,
    find_typed_infobox,
    lower_capitals,
    names_event,
    part_sides,
    read_sided_name,
)
from quizapp.article.reading.residue import tidy
from quizapp.article.reading.sections import SectionWriter, find_heading, names_section

_LINES = re.compile(f"[\n{BREAK}]")
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_MORE = re.compile(r"\s+\S|\s*[*•]")
_PICTURE = re.compile(r"\s{0,8}(?:File|Image):[^|\n]{1,200}\.\w{3,4}(?:\||\s*$)")
_BULLET = re.compile(r"\s*(?:[-*•#]+|\d{1,2}[.)])\s+")
_MARKDOWN = re.compile(r"(#{1,6}) +(?=\S)")
_EDIT = "[edit]"
"""What stands behind a heading that was copied from a page."""
_LONGEST_TITLE = 120


class _PlainReader:
    """What was read so far: title, cells as they stand in the text, and sections."""

    def __init__(self, text: str, title: str) -> None:
        self.title = title
        self.sections = SectionWriter()
        self.cells: list[tuple[str, int, int, int]] = []
        self.misread: list[Misread] = []
        self._source = whole(text)
        self._box = find_typed_infobox(text)
        self._is_infobox = False
        self._is_blank = True
        self._has_body = False

    def read(self, line: str, start: int) -> None:
        """Read the next line, which stands at this offset."""
        if not line.strip():
            self.sections.end_paragraph()
        elif not (self._take_heading(line, start) or self._take_infobox(line, start)):
            self._take_text(line, start)
        self._is_blank = not line.strip()

    def _take_heading(self, line: str, start: int) -> bool:
        heading = find_heading(line)
        if heading is None and (marks := _MARKDOWN.match(line)):
            heading = len(marks[1]), marks.end(), len(line.rstrip())
        if heading is None and line.rstrip().endswith(_EDIT):
            heading = 2, 0, len(line.rstrip()) - len(_EDIT)
        if heading is None and names_section(line):
            heading = 2, len(line) - len(line.lstrip()), len(line.rstrip())
        if heading is None:
            return False
        signs, begin, end = heading
        if signs == 1 and not self.title:
            self.title = lower_capitals(tidy(whole(line[begin:end])).text)
        else:
            self._is_infobox = False
            self._has_body = True
            self.sections.open(cut(self._source, start + begin, start + end), max(1, signs - 1))
        return True

    def _take_infobox(self, line: str, start: int) -> bool:
        if line.strip().lower().rstrip(":") == "infobox" and not self.cells:
            self._is_infobox = True
            return True
        if start == self._box and not self.cells:
            self._is_infobox = True
        if not self._is_infobox:
            return False
        end = start + len(line)
        field = FIELD.match(line)
        if field and (not self.cells or not self._is_blank or read_name(field[1])[0] is not Field.OTHER):
            at = start + field.end()
            for name, begin, stop in part_sides(field[1], line[field.end() :]):
                self.cells.append((name, at + begin, at + stop, start))
            return True
        if self._is_blank and self.cells:
            self._is_infobox = False
            return False
        if self.cells and _MORE.match(line):
            name, begin, _, at = self.cells[-1]
            self.cells[-1] = name, begin, end, at
        else:
            message = "this line of the infobox has no field; write it as - Field: value"
            self.misread.append(Misread(message, start, end))
        return True

    def _take_text(self, line: str, start: int) -> None:
        is_above = not (self.cells or self._has_body) and _looks_like_title(line)
        if is_above and (not self.title or (names_event(line) and not names_event(self.title))):
            self.title = lower_capitals(tidy(whole(line)).text)
            return
        self._has_body, self._is_infobox = True, False
        if not _PICTURE.match(line):
            bullet = _BULLET.match(line)
            begin = start + (bullet.end() if bullet else 0)
            self.sections.write(cut(self._source, begin, start + len(line)), is_entry=bullet is not None)

    def finish(self) -> Article:
        """Return the article."""
        sides = {
            side: number
            for name, begin, end, _ in self.cells
            for about, number in [read_name(name)]
            if about is Field.COMBATANT
            and number
            and (side := self._source.text[begin:end].strip().casefold().removeprefix("the "))
        }
        cells = [
            self._read_cell(*cell, sides)
            for cell in self.cells
            if not is_decoration(cell[0]) and self._source.text[cell[1] : cell[2]].strip()
        ]
        misread = (*self.misread, *find_empty(cells))
        return Article(self.title, settle_sides(cells), self.sections.finish(), misread)

    def _read_cell(self, name: str, begin: int, end: int, start: int, sides: Mapping[str, int]) -> Cell:
        about, side = read_sided_name(name, sides)
        value = strip(cut(self._source, begin, end))
        lines = find_lines(value, about) if _LINES.search(value.text) else find_flat_lines(value, about)
        return Cell(name, about, side, value.text, take_items(lines, about), start, end)


def read_plain(text: str, title: str = "") -> Article:
    """Return the article in a text of the plain form."""
    reader = _PlainReader(text, title)
    for match in _LINE.finditer(text):
        reader.read(match[0].rstrip("\r\n"), match.start())
    return reader.finish()


def _looks_like_title(line: str) -> bool:
    text = line.strip()
    return len(text) <= _LONGEST_TITLE and text[-1] not in ".!?:;," and not FIELD.match(text)

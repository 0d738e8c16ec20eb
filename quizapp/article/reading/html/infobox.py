"""The infobox of a page in HTML: rows of a table, whose columns are the sides."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from quizapp.article.model import Cell, Clean, Field, Misread
from quizapp.article.reading.cells.fields import SIDED, find_empty, read_name, settle_sides
from quizapp.article.reading.cells.items import take_items
from quizapp.article.reading.cells.lines import find_lines
from quizapp.article.reading.html.markup import TAGS, Tag
from quizapp.article.reading.mapped import Pen, cut, replace, strip
from quizapp.article.reading.marks import BREAK, COUNTRY, RULE, TITLE
from quizapp.article.reading.residue import tidy

_PART_OF = "part of "
_SURRENDERED = ("surrendered", "white flag")
_LONGEST_NOTE = 300
_LINES = re.compile(r"\n[ \n]*\n")
_BREAKING = frozenset({"p", "div", "ul", "ol", "dl", "tr", "dd"})


@dataclass
class _Box:
    """A cell of the table while it is read."""

    is_header: bool
    start: int
    pen: Pen = field(default_factory=Pen)
    has_table: bool = False
    lists: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    """A cell of the table once it is read."""

    is_header: bool
    clean: Clean
    start: int
    end: int


@dataclass
class _Table:
    """The infobox, or a table inside one of its cells: the row and the cell that are open."""

    row: list[_Read] = field(default_factory=list)
    box: _Box | None = None


class InfoboxReader:
    """Takes the tags and texts of an infobox in order, and makes cells of its rows."""

    def __init__(self, text: str, write_text: Callable[[Pen, str, int, int], None]) -> None:
        self.title = ""
        self._text = text
        self._write_text = write_text
        self._tables = [_Table()]
        self._group = ""
        self._cells: list[Cell] = []
        self._flag_depth = 0
        self._is_flag_told = False
        self._awaits_title = False
        self._is_note = False

    def write(self, start: int, end: int) -> None:
        """Write the text between two tags."""
        box = self._tables[-1].box
        if box and not self._flag_depth:
            self._write_text(box.pen, self._text, start, end)

    def read(self, tag: Tag) -> None:
        """Read a tag."""
        table = self._tables[-1]
        if tag.name == "tr":
            self._end_row(tag.start)
        elif tag.name in {"td", "th"}:
            self._end_box(tag.start)
            if not tag.is_closing:
                table.box = _Box(tag.name == "th", tag.end)
        elif tag.name == "table":
            self._read_table(tag)
        elif table.box:
            self._read_inside(tag, table.box)

    def _read_table(self, tag: Tag) -> None:
        """Begin or end a table inside a cell, whose rows count as rows of the infobox."""
        if tag.is_closing:
            self._end_row(tag.start)
            self._tables.pop()
            self._tables = self._tables or [_Table()]
            return
        box = self._tables[-1].box
        if box:
            box.has_table = True
        self._tables.append(_Table())

    def _read_inside(self, tag: Tag, box: _Box) -> None:
        if tag.name == "span":
            self._read_span(tag)
        elif tag.name in {"img", "a"} and not tag.is_closing:
            self._read_picture(tag, box)
        elif tag.name in {"br", "hr"}:
            box.pen.put(BREAK if tag.name == "br" else RULE, tag.start)
        elif tag.name == "li":
            box.pen.put("\n" + ("" if tag.is_closing else "*" * min(box.lists, 8)), tag.start)
        elif tag.name == "dt":
            box.pen.put("\n" if tag.is_closing else "\n;", tag.start)
        elif tag.name == "small":
            self._read_small(tag, box)
        elif tag.name in _BREAKING:
            if tag.name in {"ul", "ol"}:
                box.lists = max(0, box.lists + (-1 if tag.is_closing else 1))
            box.pen.put("\n", tag.start)
            self._read_title(tag, box)

    def _read_title(self, tag: Tag, box: _Box) -> None:
        """Mark the title of a list that a click unfolds: the first block inside."""
        if tag.is_closing or tag.name != "div":
            self._awaits_title = False
        elif "mw-collapsible" in tag.classes():
            self._awaits_title = True
        elif self._awaits_title:
            box.pen.put(TITLE, tag.start)
            self._awaits_title = False

    def _read_small(self, tag: Tag, box: _Box) -> None:
        """Put small print that says who a commander is in brackets, where it is not."""
        if not tag.is_closing:
            closing = self._text.find("</small", tag.end, tag.end + _LONGEST_NOTE)
            inside = TAGS.sub("", self._text[tag.end : closing]).strip() if closing >= 0 else ""
            is_names = read_name(self._group)[0] is Field.COMMANDER and bool(box.pen.last())
            self._is_note = is_names and inside[:1].isalnum() and "<br" not in self._text[tag.end : closing]
        if self._is_note:
            box.pen.put(")" if tag.is_closing else " (", tag.start)

    def _read_span(self, tag: Tag) -> None:
        """Note where a flag's picture begins and ends, by the spans that are open in it."""
        if self._flag_depth:
            self._flag_depth += -1 if tag.is_closing else 1
        elif not tag.is_closing and "flagicon" in tag.classes():
            self._flag_depth, self._is_flag_told = 1, False

    def _read_picture(self, tag: Tag, box: _Box) -> None:
        """Write the country of a flag, which is the title of its link or what its picture shows."""
        name = tag.read("alt" if tag.name == "img" else "title")
        if tag.name == "img" and name.lower().startswith(_SURRENDERED):
            box.pen.put(" (surrendered)", tag.start)
        elif self._flag_depth and name and not self._is_flag_told:
            box.pen.put(f"{COUNTRY[0]}{name}{COUNTRY[1]}", tag.start)
            self._is_flag_told = True

    def _end_box(self, end: int) -> None:
        table = self._tables[-1]
        box, table.box = table.box, None
        self._flag_depth = 0
        if box and not box.has_table:
            clean = strip(replace(box.pen.finish(), _LINES, "\n"), f" \n{BREAK}")
            table.row.append(_Read(box.is_header, clean, box.start, end))

    def _end_row(self, end: int) -> None:
        self._end_box(end)
        row, self._tables[-1].row = self._tables[-1].row, []
        headers = [box for box in row if box.is_header and box.clean.text]
        values = [box for box in row if not box.is_header]
        if not any(box.clean.text for box in row):
            return
        if not values:
            self._take_header(tidy(headers[0].clean).text, headers[0])
        elif headers:
            self._group = ""
            self._add(tidy(headers[0].clean).text, None, values[-1])
        else:
            self._take_values(values)

    def _take_header(self, name: str, box: _Read) -> None:
        """Take a row that is a heading: the first names the battle, the others say what stands below."""
        self._group = name
        if not self.title and not self._cells and read_name(name)[0] is Field.OTHER:
            self.title, self._group = name, ""
            self._add("conflict", None, box)

    def _take_values(self, boxes: list[_Read]) -> None:
        """Take a row without a heading of its own: it belongs to the heading above, a column a side."""
        about = read_name(self._group)[0]
        if about is Field.OTHER and boxes[0].clean.text.lower().startswith(_PART_OF):
            first = boxes[0]
            whom = cut(first.clean, len(_PART_OF), len(first.clean.text))
            self._add("partof", None, _Read(is_header=False, clean=whom, start=first.start, end=first.end))
        if about is Field.OTHER:
            return
        for side, box in enumerate(boxes, 1):
            if box.clean.text:
                self._add(self._group, side if len(boxes) > 1 else None, box)

    def _add(self, name: str, side: int | None, box: _Read) -> None:
        about = read_name(name)[0]
        items = take_items(find_lines(box.clean, about), about)
        field_name = name if about is Field.OTHER else about.value
        if about in SIDED and side:
            field_name += str(side)
        raw = self._text[box.start : box.end].strip()
        self._cells.append(Cell(field_name, about, side, raw, items, box.start, box.end))

    def finish(self) -> tuple[tuple[Cell, ...], tuple[Misread, ...]]:
        """Return the cells, and those that say nothing that can be read."""
        self._end_row(len(self._text))
        return settle_sides(self._cells), tuple(find_empty(self._cells))

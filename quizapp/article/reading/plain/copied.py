"""Text that was copied from a page in a browser: its infobox as lines and tabs, its menus, "[edit]" behind headings.

It is written anew in the plain form, each character with its place, and read as that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.article.gazetteer.states import KNOWN
from quizapp.article.model import Clean
from quizapp.article.reading.mapped import Pen
from quizapp.article.reading.marks import BREAK, COUNTRY

_GROUPS = {
    "belligerents": "Combatant",
    "commanders and leaders": "Commander",
    "commanders": "Commander",
    "leaders": "Commander",
    "units involved": "Units",
    "strength": "Strength",
    "casualties and losses": "Casualties",
    "casualties": "Casualties",
}
"""What stands alone on a line of an infobox, over a column a side; and the field that it is in the plain form."""

_FIRST_GROUP = "belligerents"
_LABEL = re.compile(
    r"[ \t]*(Date|Location|Place|Result|Status|Territorial ?changes|Cause|Casus belli)[ \t]*(?:\t|$)[ \t]*"
)
_PART_OF = re.compile(r"[ \t]*Part of +(?=\S)")
_PLACE = re.compile(r"[ \t\ufeff]*\d{1,3}[°.]\d[^A-Za-z]{0,60}[NSEW]\b")
_MENU = re.compile(
    r"\s*(?:article|talk|read|edit|view source|view history|tools|appearance(?: hide)?|hide|contents(?: hide)?"
    r"|show all|toggle .{1,80}|jump to (?:navigation|content|search).*|main menu|main page|search|donate"
    r"|create account|log in|personal tools|\(top\)|move to sidebar.{0,6}|[\"“].{1,80}[\"”] redirects here\b.{0,300}"
    r"|from wikipedia, the free encyclopedia|\d{1,3} languages|add languages|v ?t ?e"
    r"|show map of .{1,60}|coordinates: .{1,80}|main articles?: .{1,300}"
    r"|(?:further information|see also|for other uses, see|not to be confused with|for the .{1,60}, see)"
    r":? .{1,300})\s*",
    re.IGNORECASE,
)
"""Lines that a page shows around its article."""

_LANGUAGES = re.compile(r"\s*(?:\d{1,3} languages|add languages|article)\s*", re.IGNORECASE)
"""What stands below a page's title."""
_WIKIPEDIA = "from wikipedia, the free encyclopedia"
_EDIT = "[edit]"
_MOST_LINES = 60
_MOST_SIDES = 6
_SHORTEST_PARAGRAPH = 60
_LONGEST_COUNTRY = 6
_ENDS = re.compile(r"[.!?][\"”')]*(?:\s*\[[^\[\]]{1,20}\](?::\s?\d{1,4})?)*\s*$")
_HEADING = re.compile(r"[^.!?;:]{1,100}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and where it begins in the text."""

    text: str
    start: int


def is_copied(text: str) -> bool:
    """Return whether a text shows that a browser gave it: an infobox over tabs, "[edit]" alone, a page's menu."""
    names = {line.strip().lower() for line in text.splitlines() if len(line) < 40}
    is_box = _FIRST_GROUP in names and len(names & set(_GROUPS)) > 1
    return is_box or _EDIT in names or _WIKIPEDIA in names


def write_plain(text: str) -> Clean:
    """Return a text that was copied from a page in the plain form."""
    lines = [_Line(match[0], match.start()) for match in re.finditer(r"[^\r\n]+|(?<=\n)(?=\r?\n)", text)]
    pen = Pen()
    first, last = _find_infobox(lines)
    if not last:
        first = last = _find_beginning(lines)
    _write_head(pen, lines[:first], lines[first].text if first < len(lines) else "")
    if last > first:
        pen.put("Infobox\n", lines[first].start)
        for name, values in _find_fields(lines[first:last]):
            _write_field(pen, name, values)
        pen.put("\n\n", lines[last - 1].start)
        last = next((at for at in range(last, len(lines)) if _is_paragraph(lines[at])), len(lines))
    _write_body(pen, lines[last:])
    return pen.finish()


def _find_infobox(lines: Sequence[_Line]) -> tuple[int, int]:
    """Return the first line of the infobox and the one behind its last; nothing where there is none."""
    groups = [at for at, line in enumerate(lines) if line.text.strip().lower() in _GROUPS]
    middle = next((at for at in groups if lines[at].text.strip().lower() == _FIRST_GROUP), None)
    if middle is None:
        return 0, 0
    above = range(max(0, middle - _MOST_LINES), middle)
    first = next(
        (at for at in above if _LABEL.match(lines[at].text) or _PART_OF.match(lines[at].text)), middle
    )
    last = max(at for at in groups if at < middle + _MOST_LINES * 4)
    for at in range(last + 1, min(len(lines), last + _MOST_LINES)):
        if _is_paragraph(lines[at]) or _MENU.fullmatch(lines[at].text) or not lines[at].text.strip():
            break
        last = at
    return first, last + 1


def _find_beginning(lines: Sequence[_Line]) -> int:
    """Return the first line of a page without an infobox that is its text: a paragraph, or a heading."""
    for at, line in enumerate(lines):
        following = next((later.text.strip() for later in lines[at + 1 : at + 2]), "")
        if _is_paragraph(line) or line.text.rstrip().endswith(_EDIT) or following == _EDIT:
            return at
    return len(lines)


def _is_paragraph(line: _Line) -> bool:
    return len(line.text) >= _SHORTEST_PARAGRAPH and _ENDS.search(line.text) is not None


def _find_fields(lines: Sequence[_Line]) -> Iterator[tuple[str, list[_Line]]]:
    """Yield the fields of an infobox with their lines; what is over the columns has a field for each."""
    name, values = "", list[_Line]()
    for line in lines:
        label, whole = _LABEL.match(line.text), _PART_OF.match(line.text)
        group = _GROUPS.get(line.text.strip().lower())
        if group or label or whole:
            yield from _part(name, values)
            name = group or (label[1] if label else "Partof")
            found = label or whole
            values = (
                [_Line(line.text[found.end() :], line.start + found.end())] if found and not group else []
            )
            if whole and not group:  # below it stands the caption of a picture
                yield from _part(name, values)
                name, values = "", []
        elif not _PLACE.match(line.text):
            values.append(line)
    yield from _part(name, values)


def _part(name: str, values: list[_Line]) -> Iterator[tuple[str, list[_Line]]]:
    """Yield a field, or where tabs part its columns a field for each side."""
    if name not in _GROUPS.values():
        if name:
            yield name, values
        return
    columns: list[list[_Line]] = [[]]
    for line in values:
        start = line.start
        for at, piece in enumerate(line.text.split("\t")):
            if at and columns[-1] and len(columns) < _MOST_SIDES:
                columns.append([])
            columns[-1].append(_Line(piece, start))
            start += len(piece) + 1
    columns = [column for column in columns if any(line.text.strip() for line in column)]
    for number, column in enumerate(columns, 1):
        yield (f"{name}{number}" if len(columns) > 1 else name), column


def _write_field(pen: Pen, name: str, values: Sequence[_Line]) -> None:
    said = [line for line in values if line.text.strip()]
    if not said:
        return
    pen.put(f"- {name}: ", said[0].start)
    flags = [_find_flag(line.text) for line in said] if name.startswith("Commander") else []
    for at, line in enumerate(said):
        pen.put(BREAK if at else "", line.start)
        start = line.start + len(line.text) - len(line.text.lstrip())
        if all(flags) and flags:
            pen.put(COUNTRY[0], start)
            pen.copy(flags[at], start)
            pen.put(COUNTRY[1], start)
            start += len(flags[at]) + 1
        pen.copy(line.text[start - line.start :].rstrip(), start)
    pen.put("\n", said[-1].start)


def _find_flag(text: str) -> str:
    """Return the country that some browsers write for its flag: the Spain of "Spain Federico Gravina"."""
    words = text.split()
    for number in range(min(len(words) - 1, _LONGEST_COUNTRY), 0, -1):
        if " ".join(words[:number]) in KNOWN and words[number][:1].isupper() and len(words) > number + 1:
            return " ".join(words[:number])
    return ""


def _write_head(pen: Pen, lines: Sequence[_Line], below: str) -> None:
    """Write what stands above the infobox: the title, and paragraphs, as pages for telephones begin with."""
    title = _find_title(lines, below)
    if title is not None:
        pen.put("= ", title.start)
        pen.copy(title.text.strip(), title.start + len(title.text) - len(title.text.lstrip()))
        pen.put(" =\n\n", title.start)
    for line in lines:
        if _is_paragraph(line) and line is not title and not _MENU.fullmatch(line.text):
            pen.copy(line.text, line.start)
            pen.put("\n\n", line.start)


def _find_title(lines: Sequence[_Line], below: str) -> _Line | None:
    """Return the title among the menus above an article, and before what it is "Part of"; None where there is none.

    It stands over the page and again over its infobox. Where it stands once: over "Part of", or over the page's
    languages, else first.
    """
    told = [line for line in lines if line.text.strip() and not _MENU.fullmatch(line.text)]
    named = Counter(line.text.strip() for line in told)
    again = next((line for line in told if named[line.text.strip()] > 1), None)
    if again is not None or not told:
        return again
    if _PART_OF.match(below):
        return told[-1]
    over = (line for line, menu in pairwise(lines) if _LANGUAGES.fullmatch(menu.text) and line in told)
    return next(over, told[0])


def _write_body(pen: Pen, lines: Sequence[_Line]) -> None:
    for at, line in enumerate(lines):
        following = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
        is_heading = following == _EDIT and _HEADING.fullmatch(line.text.strip())
        if line.text.strip() == _EDIT or _MENU.fullmatch(line.text):
            continue
        pen.put("== " if is_heading else "", line.start)
        pen.copy(line.text, line.start)
        pen.put(" ==\n" if is_heading else "\n", line.start)

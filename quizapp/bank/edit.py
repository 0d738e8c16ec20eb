"""Changes one fact or question in the text of a bank file and leaves every other line as its author wrote it.

Works on files that still have problems: what stands where is found from the event stream of the YAML alone.
"""

import json
import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
)

from quizapp.bank.fields import read_piece
from quizapp.bank.reading.source import BREAK
from quizapp.bank.reading.tree import MAX_DEPTH, MAX_VALUES, Parser

MOST_ENTRIES = 60_000
"""No file with more of them can be read as a bank; walking 5 MB of bare dashes to their end takes 16 s."""
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a fact or a question stands in a text: its characters, and the path to it from the top.

    ``is_flow``: it stands in a list in brackets. ``start`` of any other entry is the beginning of the line
    with its dash, ``column`` the number of characters before that dash.
    """

    path: Path
    start: int
    end: int
    first_line: int
    last_line: int
    column: int
    is_flow: bool

    @property
    def is_fact(self) -> bool:
        """Whether this is a fact rather than a question."""
        return len(self.path) == 2 and self.path[0] == "facts"


@dataclass(slots=True)
class _Open:
    path: Path
    start: int
    is_map: bool
    is_flow: bool
    in_flow: bool
    count: int = 0
    key: str | None = None


def find_entries(text: str) -> tuple[Entry, ...]:
    """Find the facts and questions of a text, in its order; stops where nobody could read it further."""
    found: list[Entry] = []
    with suppress(yaml.YAMLError):
        found.extend(islice(_walk(text), MOST_ENTRIES))
    return tuple(sorted(found, key=lambda entry: (entry.start, -entry.end)))


def entry_at(entries: tuple[Entry, ...], line: int) -> Entry | None:
    """Find the innermost entry that covers a line (from 1)."""
    around = [entry for entry in entries if entry.first_line <= line <= entry.last_line]
    return min(around, key=lambda entry: entry.end - entry.start, default=None)


def find_whole(entries: tuple[Entry, ...], entry: Entry) -> Entry:
    """Find what goes when an entry is left out: the entry, or the fact whose only question it is."""
    siblings = [other for other in entries if other.path[:-1] == entry.path[:-1]]
    if len(siblings) == 1 and len(entry.path) == 4:
        return next(other for other in entries if other.path == entry.path[:2])
    return entry


def leave_out(text: str, entry: Entry) -> str:
    """Take an entry out of a text; a fact goes with its last question."""
    entry = find_whole(find_entries(text), entry)
    if not entry.is_flow:
        return text[: entry.start] + text[_next_line(text, entry.end) :]
    after = re.compile(r"\s*,\s*").match(text, entry.end)
    if after:
        return text[: entry.start] + text[after.end() :]
    return re.sub(r",\s*\Z", "", text[: entry.start]) + text[entry.end :]


def cut_out(text: str, entry: Entry) -> str:
    """Give the text of one entry alone, without its dash and its indentation."""
    written = text[entry.start : entry.end]
    if entry.is_flow:
        return written
    return textwrap.dedent(re.sub(r"\A(\s*)-", r"\1 ", written)).strip("\r\n")


def replace_entry(text: str, entry: Entry, snippet: str) -> str:
    """Put a snippet in the place of an entry; ValueError: it is no YAML."""
    if entry.is_flow:
        return text[: entry.start] + _as_flow(snippet) + text[entry.end :]
    return text[: entry.start] + _as_item(snippet, entry.column) + text[entry.end :]


def add_after(text: str, entry: Entry, snippet: str) -> str:
    """Put a snippet behind an entry, in the same list; raises ValueError as ``replace_entry`` does."""
    if entry.is_flow:
        return f"{text[: entry.end]}, {_as_flow(snippet)}{text[entry.end :]}"
    ending = "\r\n" if "\r\n" in text else "\n"
    return f"{text[: entry.end]}{ending}{_as_item(snippet, entry.column)}{text[entry.end :]}"


def write_ids(text: str, ids: Mapping[Path, str]) -> str:
    """Write an id into each entry at these paths; none of them may have one yet."""
    for entry in reversed(find_entries(text)):
        name = ids.get(entry.path)
        if name is None:
            continue
        start = entry.start if entry.is_flow else _content_of(text, entry)
        if text[start : start + 1] == "{":
            text = f"{text[: start + 1]}id: {name}, {text[start + 1 :]}"
        else:
            line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
            ending = "\r\n" if "\r\n" in text else "\n"
            text = f"{text[:start]}id: {name}{ending}{' ' * (start - line_start)}{text[start:]}"
    return text


def replace_line(text: str, line: int, mended: str) -> str:
    """Put other text in the place of one line (from 1)."""
    lines = _spans(text)
    if not 1 <= line <= len(lines):
        return text
    start, end = lines[line - 1]
    return text[:start] + mended + text[end:]


def _spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _walk(text: str) -> Iterator[Entry]:
    """The walk itself; an entry is yielded when it closes, so that a broken end of a file loses little."""
    stack: list[_Open] = []
    last_end = 0
    lines = _Lines(text)
    for event in islice(yaml.parse(text, Loader=Parser), 2 * MAX_VALUES):  # a list or group is two events
        if isinstance(event, CollectionEndEvent):
            here = stack.pop()
            last_end = _index(event.end_mark) if here.is_flow else last_end
            if _is_entry(here.path):
                yield lines.entry(here, last_end)
        elif isinstance(event, NodeEvent):
            start = _index(event.start_mark)
            path = _step(stack, getattr(event, "value", ""))
            if isinstance(event, CollectionStartEvent):
                if len(stack) == MAX_DEPTH:
                    return
                last_end = _index(event.end_mark)
                is_flow = bool(event.flow_style)
                in_flow = bool(stack) and stack[-1].is_flow
                stack.append(_Open(path, start, isinstance(event, MappingStartEvent), is_flow, in_flow))
                continue
            last_end = _index(event.end_mark)
            if _is_entry(path) and stack and not stack[-1].is_map:
                text_alone = _Open(path, start, is_map=False, is_flow=False, in_flow=stack[-1].is_flow)
                yield lines.entry(text_alone, last_end)


def _index(mark: Any) -> int:
    return int(mark.index)


def _step(stack: list[_Open], value: str) -> Path:
    """The path of the next node; a key of a mapping has the path of nothing."""
    if not stack:
        return ()
    parent = stack[-1]
    if not parent.is_map:
        parent.count += 1
        return (*parent.path, parent.count - 1)
    if parent.key is None:
        parent.key = value
        return ("", "")
    key, parent.key = parent.key, None
    return (*parent.path, key)


def _is_entry(path: Path) -> bool:
    match path:
        case ("facts" | "questions", int()):
            return True
        case ("facts", int(), "questions", int()):
            return True
    return False


class _Lines:
    """Turns positions into lines; they only grow, so that the text is counted once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [start for start, _ in _spans(text)]

    def entry(self, opened: _Open, end: int) -> Entry:
        end = opened.start + len(self.text[opened.start : end].rstrip())
        first, last = self._line(opened.start), self._line(max(end - 1, opened.start))
        if opened.in_flow:
            return Entry(opened.path, opened.start, end, first, last, column=0, is_flow=True)
        while first > 1 and not self.text[self.starts[first - 1] : opened.start].lstrip().startswith("-"):
            first -= 1  # the dash stands on a line of its own
        start = self.starts[first - 1]
        before = self.text[start : opened.start]
        column = len(before) - len(before.lstrip())
        return Entry(opened.path, start, end, first, last, column, is_flow=False)

    def _line(self, index: int) -> int:
        return bisect_right(self.starts, index)


def _next_line(text: str, index: int) -> int:
    match = BREAK.search(text, index)
    return match.end() if match else len(text)


def _content_of(text: str, entry: Entry) -> int:
    match = re.compile(r"\s*-(?:\s|#[^\r\n]*)*").match(text, entry.start)
    return match.end() if match else entry.start


def _as_item(snippet: str, column: int) -> str:
    body = textwrap.indent(
        textwrap.dedent(snippet.replace("\r\n", "\n")).strip("\n").rstrip(), " " * (column + 2)
    )
    return " " * column + "-" + body[column + 1 :]


def _as_flow(snippet: str) -> str:
    return json.dumps(read_piece(snippet), ensure_ascii=False)

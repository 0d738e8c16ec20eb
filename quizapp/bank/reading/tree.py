"""YAML text to a plain tree of texts, lists and mappings that know where each value stands.

The tree is built from the event stream, without recursion: anchors, aliases, tags, keys that are no text,
more than one document and nesting past 20 levels are refused before anything is built from them.
"""

import re
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quizapp.bank.reading.problems import MOST_PROBLEMS, Place, Problem
from quizapp.bank.reading.source import FORBIDDEN, place_of

MAX_DEPTH = 20
MAX_VALUES = 300_000
"""10,000 questions as rich as those of the bank that ships have 270,000; reading more takes too long."""
MOST_ENTRIES = 20_000
MOST_NAMES = 200
MOST_VALUES_OF_AN_ENTRY = 5_000
SHOWN = 40

DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*%")
"""A file of 300,000 directives costs the parser minutes."""

Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is about 15 times faster; where PyYAML was built without it the other one reads the same."""


class TextMap(dict[str, "Tree"]):
    """A mapping of the file: its values, and where it, its keys and its values stand."""

    __slots__ = ("flow", "keys_at", "place", "values_at")

    def __init__(self, place: Place, flow: bool = False) -> None:
        super().__init__()
        self.place = place
        self.flow = flow
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class TextList(list["Tree"]):
    """A list of the file: its items, and where it and they stand."""

    __slots__ = ("items_at", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []


Tree = str | TextMap | TextList


class Unreadable(Exception):
    """The text cannot be read on from here; what is wrong stands among the builder's problems."""


class Builder:
    """Takes the events of one document and holds the tree and the problems found on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.root: Tree | None = None
        self.root_at: Place = (1, 1, 0)
        self.open: list[TextMap | TextList] = []
        self.waiting: list[str | None] = []
        self.values = 0
        self.entry_began = 0

    def report(self, place: Place, message: str) -> None:
        """Add a problem at a place of the file."""
        if len(self.problems) <= MOST_PROBLEMS:  # one more, so that the reader says that there are more
            self.problems.append(Problem(self.name, place[0], place[1], message, place[2]))

    def scalar(self, event: ScalarEvent) -> None:
        """Take a text, as a key or as a value."""
        place = _place(event)
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, place)
        if event.style == '"' and FORBIDDEN.search(text):
            self.report(place, "an escape in this text stands for a character that nobody sees; delete it")
            text = FORBIDDEN.sub("�", text)
        self._put(text, place)

    def alias(self, event: AliasEvent) -> None:
        """Refuse an alias, and go on as if it were empty."""
        place = _place(event)
        self.report(
            place, "text that begins with * is an alias in YAML, which is not read; put the text in quotes"
        )
        self._put("", place)

    def start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        """Open a mapping or a list."""
        place = _place(event)
        if len(self.open) == MAX_DEPTH:
            self._stop(
                place, f"nested deeper than {MAX_DEPTH} levels; put the text in quotes, or indent it less"
            )
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, place)
        branch: TextMap | TextList
        branch = (
            TextMap(place, bool(event.flow_style)) if type(event) is MappingStartEvent else TextList(place)
        )
        self._put(branch, place)
        self.open.append(branch)
        self.waiting.append(None)

    def end(self) -> None:
        """Close the innermost mapping or list."""
        self.open.pop()
        self.waiting.pop()

    def _stop(self, place: Place, message: str) -> NoReturn:
        self.report(place, message)
        raise Unreadable

    def _put(self, value: Tree, place: Place) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self._stop(place, f"the file has more than {MAX_VALUES:,} values; split it")
        if len(self.open) < 3:
            self.entry_began = self.values
        elif self.values - self.entry_began > MOST_VALUES_OF_AN_ENTRY:
            self._stop(place, f"one entry of more than {MOST_VALUES_OF_AN_ENTRY:,} values; split it")
        if not self.open:
            self.root, self.root_at = value, place
            return
        branch = self.open[-1]
        if type(branch) is TextList:
            branch.append(value)
            branch.items_at.append(place)
            if len(branch) > MOST_ENTRIES:
                self._stop(
                    place, f"a list of more than {MOST_ENTRIES:,} entries; split it into several files"
                )
            return
        assert type(branch) is TextMap
        key = self.waiting[-1]
        if key is None:
            self._take_key(branch, value, place)
            return
        self.waiting[-1] = None
        if key not in branch:
            branch[key] = value
            branch.values_at[key] = place

    def _take_key(self, branch: TextMap, key: Tree, place: Place) -> None:
        if not isinstance(key, str):
            self._stop(place, "a list or a group stands where a name is expected; put the text in quotes")
        self.waiting[-1] = key
        most = MOST_ENTRIES if self._names_facts(branch) else MOST_NAMES
        if len(branch.keys_at) == most and key not in branch.keys_at:
            self._stop(place, f"more than {most:,} names in one group; split it")
        first = branch.keys_at.setdefault(key, place)
        if first is not place:
            self.report(
                place, f"`{_short(key)}` stands here twice, first on line {first[0]}; keep one of them"
            )

    def _names_facts(self, branch: TextMap) -> bool:
        """Whether the names of a mapping are those of the bank's facts: it has as many as a list of facts."""
        root = self.open[0]
        return type(root) is TextMap and root.get("built") is branch

    def _refuse_marks(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, place: Place
    ) -> None:
        sign, kind = ("&", "an anchor") if event.anchor is not None else ("!", "a tag")
        message = f"text that begins with {sign} is {kind} in YAML, which is not read; put the text in quotes"
        self.report((*place[:2], 0), message)


def build(text: str, name: str) -> Builder:
    """The tree of a text with its problems, no tree if it is refused; raises yaml.YAMLError for no YAML."""
    builder = Builder(name)
    directive = DIRECTIVE.match(text)
    if directive:
        place = (*place_of(text, directive.end() - 1), 0)
        builder.report(place, "a line that begins with % is an instruction to the parser; delete it")
        return builder
    parser = Parser(text)
    try:
        _feed(builder, parser.get_event, text)
    except Unreadable:
        builder.root = None
    finally:
        parser.dispose()
    return builder


def _feed(builder: Builder, next_event: Any, text: str) -> None:
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            builder.scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            builder.start(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            builder.end()
        elif kind is AliasEvent:
            builder.alias(event)
        elif kind is DocumentEndEvent:
            # The parser is not asked again: what follows may be directives.
            return _refuse_second_document(builder, text, event.end_mark.index)
        elif kind is StreamEndEvent:
            return None


def _refuse_second_document(builder: Builder, text: str, start: int) -> None:
    line, column = place_of(text, start)
    for offset, rest in enumerate(text[start:].splitlines()):
        if rest.strip() and not rest.lstrip().startswith("#") and rest.rstrip() != "...":
            place = (line + offset, column if offset == 0 else 1, 0)
            message = "a second document begins here; delete the line '---', a file is one bank"
            begins = rest.lstrip().startswith("---")
            builder.report(place, message if begins else "text after the end; begin the file with `title:`")
            raise Unreadable


def _place(event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    line: int = start.line
    return line + 1, start.column + 1, end.column - start.column if end.line == line else 0


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"

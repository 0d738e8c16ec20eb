"""The named fields of one piece of a bank's text: single ones replaced, the rest left as its author wrote it.

What builds values from a text calls itself for each of its levels, and 200,000 levels end the process: a piece is
looked through first, event by event.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentEndEvent, NodeEvent

from quizapp.bank.reading.tree import DIRECTIVE, MAX_DEPTH, MAX_VALUES, Parser
from quizapp.bank.write import write_fields

DESCRIPTION = re.compile(r"^description[ \t]*:", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z_]+[ \t]*:", re.MULTILINE)
_ENDED = re.compile(r"(?:\s|\.\.\.|#[^\r\n]*+)*+\Z")
"""What may stand behind a document."""

_Plain: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def replace_fields(piece: str, fields: Mapping[str, Any]) -> str:
    """Put other values into the fields of an entry's text; None takes a field out, a new one goes to the end.

    Raises ValueError where the text is no entry with fields.
    """
    written = read_fields(piece)
    node = yaml.compose(piece, Loader=Parser)
    assert isinstance(node, yaml.MappingNode)
    if node.flow_style:
        return write_fields({name: each for name, each in {**written, **fields}.items() if each is not None})
    changed = dict(fields)
    spans = list(_spans(piece, node))
    pieces = [piece[: spans[0][1]] if spans else ""]
    for name, start, end in spans:
        value = changed.pop(name, ...)
        if value is ...:
            pieces.append(_whole_line(piece[start:end]))
        elif value is not None:
            pieces.append(write_fields({name: value}))
    new = {name: value for name, value in changed.items() if value is not None}
    return "".join([*pieces, write_fields(new) if new else ""])


def read_fields(piece: str) -> dict[str, Any]:
    """Read an entry's text as texts, lists and mappings; raises ValueError where it is no entry with fields."""
    written = read_piece(piece)
    if not isinstance(written, dict) or not all(isinstance(name, str) for name in written):
        raise ValueError("a question must be written with fields; begin with `type` and `stem`")
    return written


def read_piece(piece: str) -> Any:
    """Read a piece of YAML as texts, lists and mappings; raises ValueError where it is none, or no bank holds it."""
    try:
        _refuse_unreadable(piece)
        return yaml.load(piece, Loader=_Plain)  # noqa: S506 - builds texts, lists and mappings only
    except yaml.YAMLError as error:
        raise ValueError("this is no YAML; compare it with the examples of the manual") from error


def _refuse_unreadable(piece: str) -> None:
    """Raise ValueError for what `reading.tree` refuses in a whole file, before anything is built from it."""
    if DIRECTIVE.match(piece):
        raise ValueError("a line that begins with % is an instruction to the parser; delete it")
    depth = values = 0
    for event in yaml.parse(piece, Loader=Parser):
        if isinstance(event, AliasEvent):
            raise ValueError("text that begins with * is an alias in YAML; put the text in quotes")
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ValueError(
                f"nested deeper than {MAX_DEPTH} levels; put the text in quotes, or indent it less"
            )
        values += isinstance(event, NodeEvent)
        if values > MAX_VALUES:
            raise ValueError(f"this has more than {MAX_VALUES:,} values; split it")
        if isinstance(
            event, DocumentEndEvent
        ):  # the parser is not asked again: what follows may be directives
            end: Any = event.end_mark
            if not _ENDED.match(piece, end.index):
                raise ValueError("a second document begins here; delete the line '---'")
            return


def read_description(text: str) -> str:
    """Read the description of a bank from its text without reading the rest; nothing where there is none."""
    start = DESCRIPTION.search(text)
    if start is None:
        return ""
    end = NAME.search(text, start.end())
    try:
        written = yaml.load(text[start.start() : end.start() if end else None], Loader=_Plain)  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        return ""
    description = written.get("description") if isinstance(written, dict) else None
    return description if isinstance(description, str) else ""


def _spans(piece: str, node: yaml.MappingNode) -> Iterator[tuple[str, int, int]]:
    """Each field's name and where its text begins and ends: at the next one, so with the comments behind it."""
    starts = [key.start_mark.index for key, _ in node.value]
    for (key, _), start, end in zip(node.value, starts, [*starts[1:], len(piece)], strict=True):
        yield str(key.value), start, end


def _whole_line(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"

"""Between a field's value in a file and the cells in which a person types it: rows of one or two texts.

A new kind is a name in `Kind`, its way into cells in `fill` and its way back in `take`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quizapp.bank.reading.source import FORBIDDEN
from quizapp.services.library.layouts import COLUMNS, ROWS, Kind

Cells = tuple[tuple[str, ...], ...]

REVEALS = re.compile(r"\s*\(reveals\)$", re.IGNORECASE)
LONG = frozenset({Kind.TEXT, Kind.LINES, Kind.HINTS})
"""Kinds that are typed in a field of several lines."""


def fill(kind: Kind, value: Any) -> Cells | None:
    """Return the cells that show a value; None where they would not give it back."""
    cells = _cells(kind, value)
    odd = re.compile(f"{FORBIDDEN.pattern}|\r" if kind in LONG else f"{FORBIDDEN.pattern}|[\r\n]")
    if any(odd.search(cell) for row in cells for cell in row):
        return None
    return cells if take(kind, cells, value) == value else None


def take(kind: Kind, cells: Cells, was: Any = None) -> Any:
    """Return the value that cells say, None for nothing; of what it was, fields that cells do not show are kept."""
    rows = tuple(tuple(_tidy(cell) for cell in row) for row in cells)
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    alone = rows[0][0] if rows else ""
    match kind:
        case Kind.LINE | Kind.TEXT:
            taken: Any = _unless_same(alone, was)
        case Kind.LINES:
            taken = _lines(alone)
        case Kind.HINTS:
            taken = [_take_hint(line) for line in _lines(alone)]
        case Kind.OPTION:
            taken = next(iter(_take_options(rows, [was] if was else [])), None)
        case Kind.OPTIONS:
            taken = _take_options(rows, was or [])
        case Kind.PAIRS:
            taken = {left: right for left, right in reversed(rows) if left or right}
            taken = dict(reversed(taken.items()))
        case Kind.GAPS:
            taken = [_take_gap(row[0]) for row in rows]
    return taken or None


def used_rows(kind: Kind, cells: Cells) -> list[int]:
    """Return the places of the rows that a value's entries come from, in their order."""
    return [place for place, row in enumerate(cells) if kind is Kind.GAPS or any(map(str.strip, row))]


def pad(kind: Kind, cells: Cells, least: int) -> Cells:
    """Return cells with empty rows behind them: at least some, and one more than are used."""
    wanted = max(least, len(cells))
    if kind in ROWS and kind is not Kind.GAPS and len(used_rows(kind, cells)) == wanted:
        wanted += 1
    return (*cells, *[("",) * len(COLUMNS.get(kind, ("",)))] * (wanted - len(cells)))


def _cells(kind: Kind, value: Any) -> Cells:
    if not value:
        return ()
    match kind:
        case Kind.LINE | Kind.TEXT:
            return ((str(value),),)
        case Kind.LINES:
            return (("\n".join(value),),)
        case Kind.HINTS:
            return (("\n".join(_fill_hint(each) for each in value),),)
        case Kind.OPTION:
            return (_fill_option(value),)
        case Kind.OPTIONS:
            return tuple(_fill_option(each) for each in value)
        case Kind.PAIRS:
            return tuple(value.items())
        case Kind.GAPS:
            return tuple((_fill_gap(each),) for each in value)


def _tidy(cell: str) -> str:
    return FORBIDDEN.sub(" ", cell.replace("\r\n", "\n")).strip()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _unless_same(text: str, was: object) -> Any:
    """A browser shows no space around a text; where nothing else was changed, the text stays as it was."""
    return was if isinstance(was, str) and text == was.strip() else text


def _fields(piece: Any) -> Mapping[str, Any]:
    return piece if isinstance(piece, dict) else {"text": piece}


def _brief(fields: dict[str, Any]) -> Any:
    """A piece that has only its text is written as this text."""
    return fields["text"] if set(fields) == {"text"} else fields


def _fill_hint(hint: Any) -> str:
    fields = _fields(hint)
    return f"{fields['text']} (reveals)" if fields.get("reveals") else str(fields["text"])


def _take_hint(line: str) -> Any:
    text = REVEALS.sub("", line)
    return {"text": text, "reveals": True} if text != line else text


def _fill_option(option: Any) -> tuple[str, str]:
    fields = _fields(option)
    return str(fields["text"]), str(fields.get("feedback", "")).rstrip("\n")


def _take_options(rows: Cells, was: Sequence[Any]) -> list[Any]:
    """Each row with what its option has besides: the option of this text, or else the one of this place."""
    old = [_fields(each) for each in was]
    typed = {row[0] for row in rows}
    known = {each["text"]: each for each in old}
    taken = []
    for place, (text, feedback) in enumerate(rows):
        if not text and not feedback:
            continue
        here = old[place] if place < len(old) and old[place]["text"] not in typed else {}
        before = known.get(text, here)
        said = _unless_same(feedback, before.get("feedback"))
        kept = {name: each for name, each in before.items() if name not in ("text", "feedback")}
        taken.append(_brief({"text": text, **({"feedback": said} if said else {}), **kept}))
    return taken


def _fill_gap(gap: Any) -> str:
    fields = _fields(gap)
    return " | ".join([str(fields["text"]), *fields.get("accepted", ())])


def _take_gap(cell: str) -> Any:
    text, *accepted = (each.strip() for each in cell.split("|"))
    others = [each for each in accepted if each]
    return _brief({"text": text, **({"accepted": others} if others else {})})

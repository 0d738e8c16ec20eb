"""How a question of each type is written in plain fields: a layout a type, in the explicit tuple `LAYOUTS`.

A type without a layout is written as YAML; a layout covers every field of its type that is not in `KEPT`.
"""

from dataclasses import dataclass
from enum import StrEnum

KEPT = frozenset({"type", "id", "tags", "picture"})
"""Fields that no form shows; mending a question leaves them as they are."""


class Kind(StrEnum):
    """The few ways in which a field's value is written; what each means stands in `cells`."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    HINTS = "hints"
    OPTION = "option"
    OPTIONS = "options"
    PAIRS = "pairs"
    GAPS = "gaps"


COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.OPTION: ("", "feedback"),
    Kind.OPTIONS: ("", "feedback"),
    Kind.PAIRS: ("", "right"),
}
"""What is added to a field's name for each column of its rows; of others there is one column."""

ROWS = frozenset({Kind.OPTIONS, Kind.PAIRS, Kind.GAPS})
"""Kinds that are written in rows, as many as are needed."""


@dataclass(frozen=True, slots=True)
class Control:
    """A field of a form: the model's field that it is about, how it is written, rows that it has at least.

    ``is_read``: what was typed is a date or a number, and the page says how it is read.
    """

    name: str
    label: str
    kind: Kind
    note: str = ""
    rows: int = 1
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a question type, in the order of its form."""

    type: str
    controls: tuple[Control, ...]


def _layout(name: str, *own: Control, stem: str = "The asking text.") -> Layout:
    first = Control("stem", "Stem", Kind.TEXT, stem)
    return Layout(name, (first, *own, *LAST))


LAST = (
    Control(
        "hints", "Hints", Kind.HINTS, "One a line. Write (reveals) behind one that gives the answer away."
    ),
    Control("feedback", "Feedback", Kind.TEXT, "Said after every answer."),
)

LAYOUTS: tuple[Layout, ...] = (
    _layout(
        "choice",
        Control("key", "Key", Kind.OPTION, "The right option."),
        Control("distractors", "Distractors", Kind.OPTIONS, "Wrong options, each with what it really is.", 5),
    ),
    _layout(
        "choices",
        Control("key", "Key", Kind.OPTIONS, "The right options.", 3),
        Control("distractors", "Distractors", Kind.OPTIONS, "Wrong options, each with what it really is.", 4),
    ),
    _layout(
        "text",
        Control("key", "Key", Kind.LINE, "The answer as it is shown. Usual spellings of it are right too."),
        Control("accepted", "Accepted", Kind.LINES, "Other names that are as right, one a line."),
    ),
    _layout(
        "date",
        Control(
            "key",
            "Key",
            Kind.LINE,
            "As exact as is asked for: 14 October 2017, October 2017, 480 BC, 4 to 17 October 2017, "
            "by 8 October 2017.",
            is_read=True,
        ),
    ),
    _layout(
        "number",
        Control("key", "Key", Kind.LINE, "38, 38+, at least 38, 38..67 or about 1,500.", is_read=True),
        Control("tolerance", "Tolerance", Kind.LINE, "How far off is still right: 2, or 5 %."),
        Control("unit", "Unit", Kind.LINE, "What is counted or measured, such as km."),
    ),
    _layout(
        "order",
        Control(
            "key", "Key", Kind.LINES, "The items, one a line, in the right order. Students see them shuffled."
        ),
    ),
    _layout(
        "match",
        Control("key", "Key", Kind.PAIRS, "What belongs together, a pair a row.", 4),
        Control("distractors", "Distractors", Kind.LINES, "Right sides that belong to nothing, one a line."),
    ),
    _layout(
        "cloze",
        Control(
            "key", "Key", Kind.GAPS, "What belongs into each gap. Put | between texts that are as right.", 3
        ),
        stem="The sentence, with ___ for each gap.",
    ),
    _layout("card", Control("key", "Key", Kind.TEXT, "The back of the card.")),
)


def find_layout(type_name: str) -> Layout | None:
    """Return the layout of a type; None: it is written as YAML."""
    return next((each for each in LAYOUTS if each.type == type_name), None)


def input_names(control: Control) -> tuple[str, ...]:
    """Return the names of a field's inputs, a column each; those of several rows share theirs."""
    return tuple("-".join(filter(None, (control.name, each))) for each in COLUMNS.get(control.kind, ("",)))

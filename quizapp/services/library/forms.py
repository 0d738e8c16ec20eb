"""A question as plain fields: shown, read back from what was typed, and turned into its YAML.

What a form of each type holds stands in `layouts`; a question that a form could not give back has none.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from quizapp.bank.fields import replace_fields
from quizapp.bank.write import write_fields
from quizapp.questions import QUESTION_TYPES, TYPE_NAMES, Question, read_question, write_question
from quizapp.services.errors import Refused
from quizapp.services.library.cells import Cells, fill, pad, take, used_rows
from quizapp.services.library.layouts import ROWS, Control, Kind, Layout, find_layout, input_names

Typed = Mapping[str, Sequence[str]]
"""What a browser sent: each name with its values, in their order."""

MOST_ROWS = 100
EMPTY: Mapping[str, Any] = {}
GAP = re.compile(r"_{3,}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A field of a form with what stands in it, what is wrong with it or one of its rows, and how it is read."""

    control: Control
    rows: Cells
    problems: tuple[str, ...] = ()
    row_problems: tuple[tuple[int, str], ...] = ()
    read_as: str = ""
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A question as plain fields; ``problems`` are about no single field."""

    type: str
    fields: tuple[Filled, ...]
    problems: tuple[str, ...] = ()


class Unfit(Refused):
    """A form with problems, each beside its field; nothing was changed."""

    def __init__(self, form: Form) -> None:
        super().__init__("this cannot be a question yet; mend what is marked")
        self.form = form


def blank_form(name: str) -> Form | None:
    """Return the empty form of a type; None: it is written as YAML."""
    layout = find_layout(name)
    return _form(layout, {control.name: () for control in layout.controls}, EMPTY) if layout else None


def fill_form(question: Question) -> Form | None:
    """Return the form that shows a question; None where a form could not give all of it back."""
    layout = find_layout(question.type)
    if layout is None:
        return None
    plain = plain_of(question)
    cells = {each.name: fill(each.kind, plain.get(each.name)) for each in layout.controls}
    shown = {name: each for name, each in cells.items() if each is not None}
    return _form(layout, shown, plain) if len(shown) == len(cells) else None


def show_typed(name: str, typed: Typed, more_rows: int = 0) -> Form | None:
    """Return the form of a type with what was typed into it, and some more rows where rows are typed."""
    layout = find_layout(name)
    if layout is None:
        return None
    cells = {control.name: typed_cells(control, typed) for control in layout.controls}
    shown = {each.name: len(typed.get(each.name, ())) + more_rows for each in layout.controls}
    return _form(layout, cells, _take_all(layout, cells, {}), shown)


def form_with(layout: Layout, cells: Mapping[str, Cells]) -> Form:
    """Return the form of a layout with these cells in its fields."""
    return _form(layout, cells, _take_all(layout, cells, {}))


def write_typed(name: str, typed: Typed, question: Question | None = None, snippet: str = "") -> str:
    """Return the YAML of what was typed, right or not; of a question that is mended only what was changed.

    ``snippet`` is how the question stands in its file. Raises Refused for a type without a form.
    """
    layout = find_layout(name)
    if layout is None:
        raise Refused("this type has no form; write it as YAML")
    was = plain_of(question) if question else {}
    cells = {control.name: typed_cells(control, typed) for control in layout.controls}
    taken = _take_all(layout, cells, was)
    if question is None:
        return write_fields({"type": name, **{each: value for each, value in taken.items() if value}})
    changed = {each: value for each, value in taken.items() if value != (was.get(each) or None)}
    try:
        return replace_fields(snippet, changed) if changed else snippet
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake


def check_typed(name: str, typed: Typed, question: Question | None = None) -> None:
    """Check that what was typed is a question; raises Unfit with each problem beside its field."""
    layout = find_layout(name)
    if layout is None:
        return
    was = plain_of(question) if question else {}
    cells = {control.name: typed_cells(control, typed) for control in layout.controls}
    taken = _take_all(layout, cells, was)
    kept = {each: value for each, value in was.items() if each not in taken}
    written = {"type": name, **kept, **{each: value for each, value in taken.items() if value}}
    found = [*_find_repeats(layout, cells), *_find_problems(written)]
    if found:
        shown = {each.name: len(typed.get(each.name, ())) for each in layout.controls}
        raise Unfit(_with_problems(_form(layout, cells, taken, shown), cells, found))


def _form(
    layout: Layout, cells: Mapping[str, Cells], plain: Mapping[str, Any], shown: Mapping[str, int] = EMPTY
) -> Form:
    """The form with these cells; of rows there are as many as are usual, or as were shown before."""
    gaps = len(GAP.findall(str(plain.get("stem") or "")))
    filled = []
    for control in layout.controls:
        least = max(control.rows, shown.get(control.name, 0)) if control.kind in ROWS else 1
        if gaps and control.kind is Kind.GAPS:
            least = min(gaps, MOST_ROWS)
        read_as = _read_as(layout.type, plain) if control.is_read else ""
        rows = pad(control.kind, cells[control.name], least)
        needed = _model(layout.type).model_fields[control.name].is_required()
        filled.append(Filled(control, rows, read_as=read_as, is_needed=needed))
    return Form(layout.type, tuple(filled))


def _model(name: str) -> type[Question]:
    return QUESTION_TYPES[TYPE_NAMES.index(name)]


def plain_of(question: Question) -> dict[str, Any]:
    """Return a question as plain texts, lists and mappings."""
    plain: dict[str, Any] = json.loads(write_question(question))
    return plain


def typed_cells(control: Control, typed: Typed) -> Cells:
    """Return what was typed into a field, row by row."""
    columns = [typed.get(name, ())[:MOST_ROWS] for name in input_names(control)]
    length = max(map(len, columns))
    rows = list(zip(*((*column, *[""] * (length - len(column))) for column in columns), strict=True))
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    return tuple(rows)


def _take_all(layout: Layout, cells: Mapping[str, Cells], was: Mapping[str, Any]) -> dict[str, Any]:
    return {each.name: take(each.kind, cells[each.name], was.get(each.name)) for each in layout.controls}


def _read_as(name: str, plain: Mapping[str, Any]) -> str:
    """How a typed key is read, whatever else is missing; nothing if it cannot be read."""
    fields = {each: value for each, value in plain.items() if value and each not in ("stem", "type")}
    try:
        return read_question(json.dumps({**fields, "type": name, "stem": "?"})).answer()
    except ValidationError:
        return ""


def _find_problems(written: Mapping[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    try:
        read_question(json.dumps(written))
    except ValidationError as error:
        return [(each["loc"], each["msg"]) for each in error.errors(include_url=False)]
    return []


def _find_repeats(layout: Layout, cells: Mapping[str, Cells]) -> list[tuple[tuple[int | str, ...], str]]:
    """Left sides that are typed twice, of which a mapping could hold only one."""
    found: list[tuple[tuple[int | str, ...], str]] = []
    for control in layout.controls:
        lefts = [row[0].strip() for row in cells[control.name] if control.kind is Kind.PAIRS]
        repeated = {left for left in lefts if left and lefts.count(left) > 1}
        found += [
            ((control.name, left), f'"{left}" is on the left twice; write each left side once')
            for left in sorted(repeated)
        ]
    return found


def _with_problems(
    form: Form, cells: Mapping[str, Cells], found: Sequence[tuple[tuple[int | str, ...], str]]
) -> Form:
    fields = []
    for filled in form.fields:
        mine = [
            (place[1:], said.replace("`text`", "the option"))
            for place, said in found
            if place and place[0] == filled.control.name
        ]
        places = [(_row(filled.control, cells[filled.control.name], place), said) for place, said in mine]
        fields.append(
            replace(
                filled,
                problems=tuple(dict.fromkeys(said for row, said in places if row is None)),
                row_problems=tuple(dict.fromkeys((row, said) for row, said in places if row is not None)),
            )
        )
    names = {filled.control.name for filled in form.fields}
    others = tuple(said for place, said in found if not place or place[0] not in names)
    return replace(form, fields=tuple(fields), problems=others)


def _row(control: Control, cells: Cells, place: Sequence[int | str]) -> int | None:
    """The row that a problem is about, by its entry's number or its left side; None: the field as a whole."""
    used = used_rows(control.kind, cells)
    if not place or control.kind not in ROWS:
        return None
    if isinstance(place[0], int):
        return used[place[0]] if place[0] < len(used) else None
    return next((row for row in used if cells[row][0].strip() == place[0].strip()), None)

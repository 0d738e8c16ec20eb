"""A form turned into one of another type, and YAML turned into a form: what was typed goes along."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from quizapp.bank.fields import read_fields, replace_fields
from quizapp.questions import Question, read_question
from quizapp.services.errors import Refused
from quizapp.services.library.cells import Cells, fill
from quizapp.services.library.entries import check_snippet
from quizapp.services.library.forms import Form, Typed, fill_form, form_with, plain_of, typed_cells
from quizapp.services.library.layouts import COLUMNS, KEPT, ROWS, Control, Kind, find_layout, input_names

Spare = Mapping[str, Sequence[str]]
"""What was typed into fields that a form does not have; it waits there for a type that has them."""


def turn_form(shown: str, wanted: str, typed: Typed) -> Form | None:
    """Return the form of another type with what was typed into the one that was shown; None: it has no form."""
    before, layout = find_layout(shown), find_layout(wanted)
    if layout is None:
        return None
    controls = {each.name: each for each in before.controls} if before else {}
    cells = {}
    for control in layout.controls:
        old = controls.get(control.name, control)
        turned = _turn_cells(typed_cells(old, typed), old, control)
        if control.kind in COLUMNS and COLUMNS.get(old.kind) != COLUMNS[control.kind]:
            waiting = typed.get(input_names(control)[1], ())
            turned = tuple(
                (row[0], waiting[place] if place < len(waiting) else "") for place, row in enumerate(turned)
            )
        cells[control.name] = turned
    return form_with(layout, cells)


def find_spare(wanted: str, typed: Typed) -> Spare:
    """Return what was typed into fields of any type that the form of this type does not have."""
    layout = find_layout(wanted)
    names = {name for control in layout.controls for name in input_names(control)} if layout else set()
    return {name: typed[name] for name in SPARE_NAMES if name not in names and any(typed.get(name, ()))}


def form_of_text(text: str, wanted: str, question: Question | None = None) -> Form | None:
    """Return the form that shows a question's YAML, right or not; raises Refused where it could not show all of it.

    ``question`` is what is mended: its type stays, and so does what no form shows.
    """
    try:
        written = read_fields(check_snippet(text))
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake
    was = plain_of(question) if question else {}
    name = str(written.get("type") or wanted)
    layout = find_layout(name)
    if layout is None or (question and name != question.type):
        raise Refused("the form is of another type; go on as YAML")
    others = [each for each in written if each not in {control.name for control in layout.controls} - KEPT]
    odd = [each for each in others if each != "type" and written[each] != was.get(each)]
    odd += [each for each in KEPT if each in was and each not in written and each != "type"]
    if odd:
        raise Refused(f"the form has no field for `{odd[0]}`; go on as YAML")
    try:
        form = fill_form(read_question(json.dumps({**written, "type": name})))
    except ValidationError:
        form = None
    if form is not None:
        return form
    filled = {each.name: _fill(each, written.get(each.name)) for each in layout.controls}
    return form_with(layout, filled)


def retype_text(text: str, wanted: str) -> str:
    """Return a question's YAML with another type, or as it is where it cannot be read."""
    try:
        return replace_fields(text, {"type": wanted})
    except ValueError:
        return text


def _fill(control: Control, value: Any) -> Cells:
    try:
        cells = fill(control.kind, value or None)
    except (TypeError, KeyError, AttributeError, ValueError):
        cells = None
    if cells is None:
        raise Refused(f"the form cannot show what `{control.name}` says; go on as YAML")
    return cells


def _turn_cells(cells: Cells, old: Control, new: Control) -> Cells:
    """The cells of one field as they stand in a field of another kind: as many of its texts as have room there."""
    if old.kind == new.kind:
        return cells
    rows = [row for row in cells if any(row)]
    if old.kind in COLUMNS and COLUMNS.get(old.kind) == COLUMNS.get(new.kind):
        return tuple(rows if new.kind in ROWS else rows[:1])
    texts = [line.strip() for row in rows for line in row[0].splitlines() if line.strip()]
    if not texts:
        return ()
    match new.kind:
        case Kind.LINES | Kind.HINTS | Kind.TEXT:
            return (("\n".join(texts),),)
        case Kind.LINE:
            return ((texts[0],),)
        case Kind.OPTION:
            return ((texts[0], ""),)
        case Kind.GAPS:
            return tuple((text,) for text in texts)
        case _:
            return tuple((text, "") for text in texts)


SPARE_NAMES = (
    "accepted",
    "distractors",
    "distractors-feedback",
    "key-feedback",
    "key-right",
    "tolerance",
    "unit",
)
"""Inputs that not every form has; a law names those of every layout."""

"""The cells of an infobox: what a field is about, and whose side; a name that infoboxes give a field is in NAMES.

What stands in a cell is taken apart in items.
"""

import re
from collections.abc import Iterable, Iterator

from quizapp.article.model import Cell, Field, Misread

NAMES = {
    Field.CONFLICT: "conflict battle battlename name title event",
    Field.PART_OF: "partof campaign war theatre theater",
    Field.DATE: "date dates when period",
    Field.PLACE: "place location site where",
    Field.TERRITORY: "territory territorial territorialchanges",
    Field.RESULT: "result results outcome status",
    Field.CAUSE: "cause causes casusbelli casus motive motives",
    Field.COMBATANT: "combatant combatants belligerent belligerents side sides opponent opponents party parties",
    Field.COMMANDER: "commander commanders leader leaders leadfigures leadfigure generals commandersandleaders",
    Field.UNIT: "unit units unitsinvolved formation formations armies",
    Field.STRENGTH: "strength strengths soldiers troops forces force numbers howmany polstrength milstrength",
    Field.CASUALTIES: "casualties casualtiesandlosses losses loss fatalities injuries arrests",
    Field.NOTES: "notes note",
}
"""The names of fields, without spaces, dashes and the number of a side."""

_FIELDS = {name: about for about, names in NAMES.items() for name in names.split()}
_DECORATION = re.compile(
    r"(?:image|caption|alt|map|coord|no-location|width|style|lat|long|campaignbox|label|mark|relief|pushpin|footer|header|colwidth|child|embed|\w+_header$)"
)
_NAME = re.compile(r"([a-z&]*)(\d{1,2})?([a-z])?")
SIDED = frozenset({Field.COMBATANT, Field.COMMANDER, Field.UNIT, Field.STRENGTH, Field.CASUALTIES})
"""Fields that a side has."""

COUNTS = frozenset({Field.STRENGTH, Field.CASUALTIES})
"""Fields that hold numbers."""

_OF_ALL = re.compile(r"^\s*(?:total|overall|combined|all sides|both sides)\b|\bcivilians?\b", re.IGNORECASE)
_LEAST_SIDES = 2
_BRACKETS = re.compile(r"\([^()]{0,80}\)|[\s_\-.]+")


def read_name(name: str) -> tuple[Field, int | None]:
    """Return what a field is about and whose side: combatant1a is combatant, 1."""
    match = _NAME.fullmatch(_BRACKETS.sub("", name.lower()))
    if match is None:
        return Field.OTHER, None
    about = _FIELDS.get(match[1], _FIELDS.get(match[1] + (match[3] or ""), Field.OTHER))
    return about, int(match[2]) if match[2] and about in SIDED else None


def is_decoration(name: str) -> bool:
    """Return whether a field is a picture, a map or a setting of the page, which states nothing."""
    return _DECORATION.match(name.strip().lower()) is not None


def settle_sides(cells: list[Cell]) -> tuple[Cell, ...]:
    """Return the cells, with no side where numbers are of one that no side has, or are those of all."""
    sides = {cell.side for cell in cells if cell.field in {Field.COMBATANT, Field.COMMANDER}}
    if not sides - {None}:
        return tuple(cells)
    return tuple(
        Cell(cell.name, cell.field, None, cell.raw, cell.items, cell.start, cell.end)
        if cell.field in COUNTS and _is_of_nobody(cell, sides)
        else cell
        for cell in cells
    )


def find_empty(cells: Iterable[Cell]) -> Iterator[Misread]:
    """Yield a word about each cell that says nothing that can be read."""
    for cell in cells:
        if not cell.items:
            message = f"the infobox says nothing that can be read about {cell.name}"
            yield Misread(message, cell.start, cell.end)


def _is_of_nobody(cell: Cell, sides: set[int | None]) -> bool:
    """Return whether numbers are of civilians or of all: those of a third side that is none, or that say so."""
    if cell.side is None or cell.side <= _LEAST_SIDES or cell.side not in sides:
        return (cell.side or 0) > _LEAST_SIDES
    first = cell.items[0] if cell.items else None
    return first is not None and bool(_OF_ALL.search(f"{first.under} {first.text}"))

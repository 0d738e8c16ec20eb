"""What a browser may hold of a question before the answer, and how a form filled in there becomes a response.

A new shape is a name in `Shape`, its road in `collect`, and a drawing in the web's templates.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.questions.grade import Response
from quizapp.values.text import MAX_RESPONSE

MOST_PARTS = 200
"""Parts of a response that are graded."""
LONGEST_UNKNOWN = 80
"""Characters kept of an option that was never offered."""


class Shape(StrEnum):
    """The few ways in which a question of any type is answered."""

    PICK_ONE = "pick-one"
    PICK_MANY = "pick-many"
    TYPE_IN = "type-in"
    ARRANGE = "arrange"
    MATCH = "match"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be sent before the answer: nothing in it depends on which option is the key.

    `gaps` counts the blanks in a stem (0: one field below it); `wanted` says how exact a typed answer
    must be ("to the day"); `example` shows a way to write it; `hints` counts the hints there are.
    """

    shape: Shape
    stem: str
    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    gaps: int = 0
    example: str = ""
    unit: str = ""
    hints: int = 0
    input_mode: str = "text"
    wanted: str = ""


def shuffle(texts: Iterable[str], rng: random.Random) -> tuple[str, ...]:
    """Put texts in an order that depends on the texts and the dice only, not on the order they came in."""
    ordered = sorted(texts)
    rng.shuffle(ordered)
    return tuple(ordered)


def collect(shown: Shown, fields: Mapping[str, Sequence[str]]) -> Response:
    """Turn the fields of a submitted form into the response that the question grades.

    The names of the fields, for each shape (a field may occur several times, as in any form):

    - pick-one, reveal: `response`, the text of the option, or again, hard, good, easy;
    - pick-many: `response`, once for each option that is ticked;
    - type-in: `response`, once, or once for each gap in the order of the gaps, empty ones too;
    - match: `response-0`, `response-1`, ...: the right side chosen for the left side shown in that place;
    - arrange, where items can be moved: `response-0`, `response-1`, ...: the item in that place;
    - arrange with plain selects: `position-0`, `position-1`, ...: the place from 1 on that is given to the
      item shown in that place; a place that nobody took is an empty part, and `Order` asks for it.

    However much is sent, no more is kept than is graded: so many parts, and of each so many characters; of a part
    that could only be one of the things shown, no more than tells that it was none of them.
    """
    known = {*shown.options, "again", "hard", "good", "easy"}
    return tuple(
        part[: MAX_RESPONSE if shown.shape is Shape.TYPE_IN or part in known else LONGEST_UNKNOWN]
        for part in _collect(shown, fields)[:MOST_PARTS]
    )


def _collect(shown: Shown, fields: Mapping[str, Sequence[str]]) -> Response:
    match shown.shape:
        case Shape.PICK_ONE | Shape.REVEAL:
            return tuple(fields.get("response", ()))[:1]
        case Shape.PICK_MANY:
            return tuple(fields.get("response", ()))
        case Shape.TYPE_IN:
            blanks = max(1, shown.gaps)
            typed = tuple(fields.get("response", ()))[:blanks]
            return typed + ("",) * (blanks - len(typed))
        case Shape.MATCH:
            chosen = {left: _first(fields, f"response-{place}") for place, left in enumerate(shown.lefts)}
            return tuple(chosen[left] for left in sorted(chosen))
        case Shape.ARRANGE:
            return _arranged(shown.options, fields)


def _arranged(items: Sequence[str], fields: Mapping[str, Sequence[str]]) -> Response:
    moved = [_first(fields, f"response-{place}") for place in range(len(items))]
    if any(moved):
        return tuple(moved)
    if not any(_first(fields, f"position-{place}") for place in range(len(items))):
        return ()
    given = [_first(fields, f"position-{place}").strip() for place in range(len(items))]
    takers = dict(zip(reversed(given), reversed(items), strict=True))  # of two in one place, the first shown
    return tuple(takers.get(str(place), "") for place in range(1, len(items) + 1))


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "")

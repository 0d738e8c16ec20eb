"""What may be asked of a fact: a stem, its key, and what the key is, from which the forms make questions."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.values.dates import When
from quizapp.values.measures import Quantity


class Sort(StrEnum):
    """What a key is; distractors are of the same sort."""

    DATE = "date"
    NUMBER = "number"
    PERSON = "person"
    FORCE = "force"
    PLACE = "place"
    CONFLICT = "conflict"
    RESULT = "result"
    TITLE = "title"
    PHRASE = "phrase"


class Part(StrEnum):
    """Which part whoever is asked for had, by which those who look for distractors know whom else to name."""

    COMMANDER = "commander"  # of a side
    COMBATANT = "combatant"  # a party of a side
    UNIT = "unit"  # of a side
    ACTOR = "actor"  # did what the event tells
    POST = "post"  # commanded a formation that is named
    ROLE = "role"  # held an office


THING = "thing"
"""What a place is of which there are no others, so that it has no distractors of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question before it has a form.

    key is the answer in words, when and quantity are what it says exactly, unit what is written behind the field of a
    number. accepted is what else a person may type; barred are names that are true as well and can be no distractors.
    lures are distractors that only this prompt knows, with what they really are. is_open: without options there would
    be several right answers.

    is_typed: it is typed, never picked. part is that of a person, a party or a unit. place says what a place is:
    "city", "river", "country", THING; only a place that is said to be something can be typed.
    """

    stem: str
    key: str
    sort: Sort
    when: When | None = None
    quantity: Quantity | None = None
    unit: str = ""
    accepted: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    lures: tuple[tuple[str, str], ...] = ()
    part: Part | None = None
    place: str = ""
    is_typed: bool = False
    is_open: bool = False

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question before it has a form.

    key is the answer in words, when and quantity are what it says exactly, unit what is written behind the field of a
    number. accepted is what else a person may type; barred are names that are true as well and can be no distractors.
    lures are distractors that only this prompt knows, with what they really are. is_open: without options there would
    be several right answers.

    kind says more of the key, for the forms and for those who look for distractors. "typed": it is typed, not picked.
    Of who did something: "commander" or "combatant" of a side, "unit", "actor" of an event, "post" of a named
    formation, "role". Of a place, what it is: "city", "river", "county", "state", "country", or "thing", for which
    there are no distractors of its own; only a place of a kind can be typed.
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
    kind: str = ""
    is_open: bool = False

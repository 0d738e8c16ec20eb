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

    key is the answer in words, when and quantity are what it says exactly. accepted is what else a person may type;
    barred are names that are true as well and can be no distractors. lures are distractors that only this prompt
    knows, with what they really are. is_open: without options there would be several right answers.
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

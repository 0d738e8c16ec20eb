"""The back of a flashcard, sent only when it is asked for, with what each rating would mean."""

from dataclasses import dataclass

from quizapp.memory.card import New, Rating
from quizapp.memory.kernel import review_all
from quizapp.memory.study_day import study_day
from quizapp.questions import Shape
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.told import Asked, Pace, pace_of, show_step
from quizapp.services.study.untold import refuse_hidden
from quizapp.store.driver import line
from quizapp.store.study.step import find_step


@dataclass(frozen=True, slots=True)
class Revealed:
    """A flashcard turned over."""

    asked: Asked
    back: str
    days: dict[str, int]
    """Days until it comes back, by rating; nothing for a fact answered today already, which keeps its day."""
    pace: Pace


def reveal(person: Person, key: str, now: int) -> Revealed:
    """Return the back of the flashcard with a key.

    Raises Refused while its bank is hidden, and NotThere where there is nothing to turn over.
    """
    with line() as wire:
        step = find_step(wire, person.id, key, now)
        if step is None or step.answered_at is not None:
            raise NotThere
        refuse_hidden(step)
        asked = show_step(wire, step, person.id)
        if asked.shown.shape is not Shape.REVEAL:
            raise NotThere
    memory, day = step.card.memory, study_day(now, person.time_zone)
    days: dict[str, int] = {}
    if isinstance(memory, New) or memory.last_day < day:
        outcomes = review_all(memory, day, person.retention)
        days = {rating.name.lower(): outcomes[rating].due_day - day for rating in Rating}
    return Revealed(asked, asked.content.question.answer(), days, pace_of(step))

"""Hints: each one asked for is counted, and rated when the answer comes."""

from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.untold import refuse_hidden
from quizapp.store.driver import line
from quizapp.store.study.content import find_content
from quizapp.store.study.step import find_step, set_hints


def show_hint(person: Person, key: str, now: int) -> str:
    """Show one hint more of a question that waits for its answer, and return the session's id.

    Raises Refused while its bank is hidden, and NotThere for a question that is not this person's.
    """
    with line() as wire:
        step = find_step(wire, person.id, key, now)
        if step is None:
            raise NotThere
        refuse_hidden(step)
        there_are = len(find_content(wire, step.question_id, step.bank_version).question.hints)
        if step.answered_at is None and step.hints < there_are:
            wire.begin()
            set_hints(wire, person.id, step, step.hints + 1)
            wire.commit()
        return step.session_id

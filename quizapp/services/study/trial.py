"""The landing page's question: anybody may answer it, and the first answer makes a guest's session of five."""

from random import Random

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.memory.plan import Planned
from quizapp.questions import QUESTION_TYPES, Shape, type_name
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.services.study.planning import store_plan
from quizapp.services.study.told import Asked
from quizapp.store import reading
from quizapp.store.driver import line
from quizapp.store.study.content import find_content
from quizapp.store.study.step import find_step
from quizapp.store.study.trial import TrialRow, find_trial

TRIAL_QUESTIONS = 5
TRIAL_MINUTES = 1
TAPPED = tuple(type_name(each) for each in QUESTION_TYPES if each.shape is Shape.PICK_ONE)
"""The types that one tap answers."""


def trial_question(key: str, bank_key: str | None = None) -> Asked | None:
    """Return the question of the landing page, or None while no bank is open to everybody.

    It is of the bank with a key, if there is one and it has questions to tap.
    """
    with reading() as session:
        found = _find_trial(session, 1, bank_key)
    if not found:
        return None
    row = found[0]
    with line() as wire:
        content = find_content(wire, row.question_id, row.bank_version)
    return Asked(key, "", content, seed=row.question_id, hints=(), is_again=False)


def begin_trial(
    person: Person, question_id: int, key: str, now: int, rng: Random, bank_key: str | None = None
) -> str:
    """Plan the session that a first answer begins, and return its id; the same key finds the same session.

    Raises NotThere when the question is no longer one to try.
    """
    with line() as wire:
        step = find_step(wire, person.id, key, now)
    if step is not None:
        return step.session_id
    with reading() as session:
        found = _find_trial(session, TRIAL_QUESTIONS, bank_key)
    if question_id not in {row.question_id for row in found}:
        raise NotThere
    found.sort(key=lambda row: row.question_id != question_id)
    plan = tuple(Planned(row.fact_id, row.question_id) for row in found)
    try:
        return store_plan(
            person.id, plan, TRIAL_MINUTES, now, rng, bank_id=found[0].bank_id, kind="trial", first_key=key
        )
    except IntegrityError:  # the same answer arrived twice at once: the other one has planned the session
        with line() as wire:
            step = find_step(wire, person.id, key, now)
        if step is None:
            raise
        return step.session_id


def _find_trial(session: Session, most: int, bank_key: str | None) -> list[TrialRow]:
    found = find_trial(session, TAPPED, most, bank_key) if bank_key else []
    return found or find_trial(session, TAPPED, most)

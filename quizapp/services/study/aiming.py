"""What it costs to aim higher: minutes a day at several desired retentions, from the student's own cards."""

from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.memory.workload import questions_a_day
from quizapp.services.person import Person
from quizapp.services.study.planning import seconds_a_question
from quizapp.store import reading
from quizapp.store.study.shelf import find_met

COMPARED = (80, 85, 90, 95)
"""Desired retentions in per cent whose costs are shown beside the student's own."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Minutes a day to keep what is met, at a desired retention in per cent."""

    retention: int
    minutes: float
    is_own: bool


def compare_costs(person: Person, now: int) -> tuple[Cost, ...]:
    """Return what each desired retention costs over the next thirty days, lowest first; nothing before any answer."""
    day = study_day(now, person.time_zone)
    with reading() as session:
        met = [row.memory for row in find_met(session, person.id, person.role) if not row.is_suspended]
        seconds_each = seconds_a_question(session, person)
    if not met:
        return ()
    own = round(person.retention * 100)
    return tuple(
        Cost(aim, questions_a_day(met, day, aim / 100) * seconds_each / 60, aim == own)
        for aim in sorted({*COMPARED, own})
    )

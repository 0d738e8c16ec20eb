"""What a student can see of what is known: by bank, what is due, and what was practised."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.progress import Due, Known, Practice, Practised, Tally, due, known_now, practice
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.progress import BankMemories, find_memories, find_practice

WEEK = 7


@dataclass(frozen=True, slots=True)
class BankProgress:
    """One bank: how many of its facts are known, and how many wait."""

    key: str
    title: str
    met: int
    known: Known
    due: Due


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything on the progress page."""

    day: int
    known: Known
    due: Due
    practice: Practice
    banks: tuple[BankProgress, ...]


def look_at_progress(person: Person, now: int) -> Progress:
    """Return what a student knows today, over all banks and bank by bank."""
    day = study_day(now, person.time_zone)
    with reading() as session:
        banks = find_memories(session, person.id, person.role)
        practised = [Practised(*row) for row in find_practice(session, person.id, day - WEEK + 1)]
    everything = Tally(
        facts=sum(bank.facts for bank in banks),
        memories=[memory for bank in banks for memory in bank.memories],
        practised=practised,
    )
    found = tuple(_look_at_bank(bank, day) for bank in banks)
    return Progress(
        day=day,
        known=known_now(everything, day),
        due=_add_up([bank.due for bank in found]),
        practice=practice(everything, day),
        banks=found,
    )


def _look_at_bank(bank: BankMemories, day: int) -> BankProgress:
    known = known_now(Tally(bank.facts, bank.memories), day)
    suspended = len(bank.memories) - len(bank.asked)
    waits = due(Tally(bank.facts - suspended, bank.asked), day)
    return BankProgress(bank.key, bank.title, len(bank.memories), known, waits)


def _add_up(dues: Sequence[Due]) -> Due:
    return Due(
        overdue=sum(each.overdue for each in dues),
        today=sum(each.today for each in dues),
        later=sum(each.later for each in dues),
        new=sum(each.new for each in dues),
        next_day=min((each.next_day for each in dues if each.next_day is not None), default=None),
    )

"""What a student can see of what is known: by bank, what is due, and what was practised."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.progress import Practised, Tally, look_at
from quizapp.progress.practice import DAYS
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.progress import find_memories, find_practice


@dataclass(frozen=True, slots=True)
class BankProgress:
    """One bank: how many of its facts were met, and every statistic of it by name, without practice."""

    key: str
    title: str
    met: int
    statistics: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything on the progress page: every statistic by name, over all banks and bank by bank."""

    day: int
    statistics: Mapping[str, object]
    banks: tuple[BankProgress, ...]


def look_at_progress(person: Person, now: int) -> Progress:
    """Return what a student knows today, over all banks and bank by bank."""
    day = study_day(now, person.time_zone)
    with reading() as session:
        banks = find_memories(session, person.id, person.role)
        practised = [Practised(*row) for row in find_practice(session, person.id, day - DAYS + 1)]
    everything = Tally(
        facts=sum(bank.facts for bank in banks),
        memories=[memory for bank in banks for memory in bank.memories],
        practised=practised,
        aside=[memory for bank in banks for memory in bank.aside],
    )
    found = tuple(
        BankProgress(
            key=bank.key,
            title=bank.title,
            met=len(bank.memories) + len(bank.aside),
            statistics=look_at(Tally(bank.facts, bank.memories, aside=bank.aside), day),
        )
        for bank in banks
    )
    return Progress(day, look_at(everything, day), found)

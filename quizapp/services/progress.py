"""What a student can see of what is known: by bank, what is due, and what was practised."""

from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.progress import Due, Known, Practice, Practised, Tally, due, known_now, practice
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.progress import find_memories, find_practice

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
        banks = find_memories(session, person.id)
        practised = [Practised(*row) for row in find_practice(session, person.id, day - WEEK + 1)]
    tallies = [Tally(bank.facts, bank.memories) for bank in banks]
    everything = Tally(
        facts=sum(tally.facts for tally in tallies),
        memories=[memory for tally in tallies for memory in tally.memories],
        practised=practised,
    )
    return Progress(
        day=day,
        known=known_now(everything, day),
        due=due(everything, day),
        practice=practice(everything, day),
        banks=tuple(
            BankProgress(bank.key, bank.title, len(bank.memories), known_now(tally, day), due(tally, day))
            for bank, tally in zip(banks, tallies, strict=True)
        ),
    )

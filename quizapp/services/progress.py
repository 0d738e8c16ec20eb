"""What a student can see of what is known: by bank, due, and practised."""

from dataclasses import dataclass

from quizapp.memory.card import is_due
from quizapp.memory.kernel import retrievability
from quizapp.memory.study_day import study_day
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.progress import find_memories, find_practice


@dataclass(frozen=True, slots=True)
class BankProgress:
    """One bank: facts in all, met so far, expected to be known now with its range, due, fading."""

    key: str
    title: str
    facts: int
    met: int
    known: float
    low: float
    high: float
    due: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything on the progress page."""

    banks: tuple[BankProgress, ...]
    week: tuple[tuple[int, int, float], ...]
    day: int

    @property
    def known(self) -> float:
        return sum(bank.known for bank in self.banks)


def look_at_progress(person: Person, now: int) -> Progress:
    """Return what a student knows today."""
    day = study_day(now, person.time_zone)
    with reading() as session:
        banks = find_memories(session, person.id)
        practice = {row[0]: row for row in find_practice(session, person.id, day - 6)}
    found = []
    for bank in banks:
        recalls = [retrievability(memory, day) or 0.0 for memory in bank.memories]
        known = sum(recalls)
        found.append(
            BankProgress(
                bank.key, bank.title, bank.facts, len(recalls), known, known, known,
                sum(1 for memory in bank.memories if is_due(memory, day)),
            )
        )
    return Progress(tuple(found), tuple(practice.get(d, (d, 0, 0.0)) for d in range(day - 6, day + 1)), day)

"""A student's whole log, read once: a tally of every bank, and which banks' words may be shown."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.progress.answers import FACT, LogRow, count_answers, sum_days
from quizapp.progress.tally import Tally
from quizapp.services.person import Person
from quizapp.store.progress import BankMemories, BankRow, find_log, find_memories, find_met_banks
from quizapp.store.study.quiz import banks_in_open_quiz


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a student's log adds up to."""

    banks: tuple[BankRow, ...]
    """Those that were met and may be studied now, in the library's order."""
    tallies: dict[int, Tally]
    """By bank. One that is closed now has its answers and its practice, but no facts that could be known."""
    bank_of: dict[int, int]
    """The bank of each fact that the log is about."""
    in_quiz: frozenset[int]
    """Banks in this student's open quiz: no word of them is shown."""

    @property
    def in_words(self) -> frozenset[int]:
        """Banks whose questions and statements may be shown."""
        return frozenset(bank.id for bank in self.banks) - self.in_quiz


def read_ledger(session: Session, person: Person, now: int) -> Ledger:
    """Read everything that a student has done."""
    kept, bank_of = find_memories(session, person.id)
    rows: dict[int, list[LogRow]] = defaultdict(list)
    for row in find_log(session, person.id):
        rows[bank_of.get(row[FACT], 0)].append(row)
    banks = find_met_banks(session, person.id, person.role, kept)
    facts = {bank.id: bank.facts for bank in banks}
    nothing = BankMemories()
    tallies = {}
    for bank_id in {*facts, *rows}:
        memories = kept.get(bank_id, nothing) if bank_id in facts else nothing
        tallies[bank_id] = Tally(
            facts=facts.get(bank_id, 0),
            memories=tuple(memories.memories),
            practised=sum_days(rows[bank_id]),
            aside=tuple(memories.aside),
            answers=count_answers(rows[bank_id]),
        )
    return Ledger(tuple(banks), tallies, bank_of, banks_in_open_quiz(session, person.id, now))

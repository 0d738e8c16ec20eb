"""Coming to a bank as its reader: whether it is there, whether its reader teaches it, and whether it is covered."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.services.errors import NotThere
from quizapp.services.library.rights import may_edit, may_study
from quizapp.services.person import Person
from quizapp.store.library import queries
from quizapp.store.library.queries import BankRow
from quizapp.store.library.reading import ReadFact
from quizapp.store.study.quiz import banks_in_open_quiz


@dataclass(frozen=True, slots=True)
class Visit:
    """A bank that somebody may look into; a covered one is asked in their open quiz, and shows no fact."""

    row: BankRow
    teaches: bool
    is_covered: bool

    def may_read(self, fact: ReadFact) -> bool:
        """Whether the visitor may see what a fact of the bank states."""
        return not self.is_covered and (self.teaches or fact.is_met)


def visit(session: Session, person: Person | None, key: str, now: int) -> Visit:
    """Come to a bank that one may study or teaches; raises NotThere."""
    row = queries.find_bank_row(session, key)
    teaches = row is not None and person is not None and may_edit(person, row.owner_id)
    if row is None or not (may_study(person, row) or teaches):
        raise NotThere
    covered = banks_in_open_quiz(session, person.id, now) if person else frozenset()
    return Visit(row, teaches, row.id in covered)

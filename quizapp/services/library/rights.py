"""Who may see and who may change a bank; every function of the library asks here."""

from quizapp.services.person import Person
from quizapp.store.library.queries import EVERYBODY, BankRow
from quizapp.store.library.tables import Bank


def may_edit(person: Person, owner_id: int | None) -> bool:
    """Whether a person may change a bank: their own as a teacher, any as an admin (the site's too)."""
    return person.role == "admin" or (person.role == "teacher" and owner_id == person.id)


def may_study(person: Person | None, bank: Bank | BankRow) -> bool:
    """Whether somebody may be asked a bank: one for everybody, their own, as an admin any; a retired one nobody.

    ``queries.may_study`` says the same in SQL; a law compares the two.
    """
    if bank.is_retired:
        return False
    if person is None:
        return bank.audience == EVERYBODY
    return person.role == "admin" or bank.audience == EVERYBODY or bank.owner_id == person.id

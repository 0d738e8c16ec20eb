"""What can be published of a file with problems: its good questions, and all else as it was published before."""

from quizapp.bank.identity import with_ids
from quizapp.bank.reading.read import Reading
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question
from quizapp.services.library.former import rebuild_former
from quizapp.store import reading
from quizapp.store.library import publishing as rows


def find_usable(found: Reading, key: str) -> Bank | None:
    """Return what can be used of a file: all of it, or its good part with what was published of the rest.

    While a file has problems nobody can tell a question that is gone from one that is broken: all of them stay.
    ``key`` names the bank that the file belongs to.
    """
    if found.bank is not None or found.partial is None:
        return found.bank
    with reading() as session:
        row, stored = rows.read_stored(session, key)
    if row is None:
        return found.partial
    former = rebuild_former(row, stored)
    return _with_former(with_ids(found.partial, former.whole), former.asked)


def _with_former(bank: Bank, former: Bank) -> Bank:
    present = {question.id for fact in bank.facts for question in fact.questions}
    lost = {
        fact.id: tuple(question for question in fact.questions if question.id not in present)
        for fact in former.facts
    }
    facts = [
        fact.model_copy(update={"questions": (*fact.questions, *lost.pop(fact.id, ()))})
        for fact in bank.facts
    ]
    facts += [_only(fact, lost[fact.id]) for fact in former.facts if lost.get(fact.id)]
    return bank.model_copy(update={"facts": tuple(facts)})


def _only(fact: Fact, questions: tuple[Question, ...]) -> Fact:
    return fact.model_copy(update={"questions": questions})

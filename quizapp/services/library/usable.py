"""What can be published of a file with problems: its good questions, and the former version of its broken ones."""

import re

from quizapp.bank.edit import cut_out, find_entries
from quizapp.bank.read import Reading
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question
from quizapp.services.library.former import rebuild_former
from quizapp.store import reading
from quizapp.store.library import publishing as rows

_ID = re.compile(r"^(?:\{[^{}]*?\b)?id[ \t]*:[ \t]*[\"']?([a-z0-9][a-z0-9-]*)", re.MULTILINE)


def find_usable(text: str, found: Reading, key: str) -> Bank | None:
    """Return what can be used of a file: all of it, or its good part with the former version of the rest.

    A broken question is recognised by the id that its file gives it; ``key`` names the bank it belongs to.
    """
    if found.bank is not None or found.partial is None:
        return found.bank
    with reading() as session:
        row, stored = rows.read_stored(session, key)
    if row is None:
        return found.partial
    return _with_former(found.partial, rebuild_former(row, stored).asked, _ids_in(text))


def _ids_in(text: str) -> set[str]:
    matches = (_ID.search(cut_out(text, entry)) for entry in find_entries(text))
    return {match.group(1) for match in matches if match}


def _with_former(bank: Bank, former: Bank, written: set[str]) -> Bank:
    present = {question.id for fact in bank.facts for question in fact.questions}
    lost = {
        fact.id: [question for question in fact.questions if _is_lost(question, written, present)]
        for fact in former.facts
    }
    known = {fact.id for fact in bank.facts}
    facts = [
        fact.model_copy(update={"questions": (*fact.questions, *lost[fact.id])})
        if lost.get(fact.id)
        else fact
        for fact in bank.facts
    ]
    facts += [_only(fact, lost[fact.id]) for fact in former.facts if fact.id not in known and lost[fact.id]]
    return bank.model_copy(update={"facts": tuple(facts)})


def _is_lost(question: Question, written: set[str], present: set[str | None]) -> bool:
    return question.id in written and question.id not in present


def _only(fact: Fact, questions: list[Question]) -> Fact:
    return fact.model_copy(update={"questions": tuple(questions)})

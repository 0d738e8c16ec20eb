"""A teacher's own banks: listed, looked into, downloaded, retired and brought back, opened to everybody or closed."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.questions import read_question
from quizapp.services.errors import NotThere
from quizapp.services.library.rights import may_edit
from quizapp.services.person import Person
from quizapp.store import reading, writing
from quizapp.store.library import publishing, queries, voices
from quizapp.store.library.queries import EVERYBODY, ONLY_OWNER, BankRow

FACTS_ON_A_PAGE = 40


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of a bank as its teacher sees it."""

    key: str
    type: str
    stem: str
    answer: str
    version: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact of a bank with its questions, as its teacher sees it."""

    key: str
    statement: str
    according_to: str
    topic: str
    is_retired: bool
    questions: tuple[OwnQuestion, ...]


@dataclass(frozen=True, slots=True)
class ListedBank:
    """A bank in the list on its teacher's desk."""

    row: BankRow
    voices: int
    """Open reports and claims."""


@dataclass(frozen=True, slots=True)
class OwnBank:
    """A bank on its teacher's desk: one page of its facts, found by a search or all of them."""

    row: BankRow
    facts: tuple[OwnFact, ...]
    found: int
    page: int
    pages: int
    students: int
    is_own: bool
    voices: int
    """Open reports and claims."""
    has_former_versions: bool


def list_own_banks(person: Person, search: str) -> list[ListedBank]:
    """List the banks that a person may change: a teacher's own; for an admin, every one."""
    with reading() as session:
        all_banks = person.role == "admin"
        rows = queries.list_owned(session, person.id, search.split()[:8], all_banks=all_banks)
        said = voices.count_voices(session, [row.id for row in rows])
    return [ListedBank(row, said.get(row.id, 0)) for row in rows]


def look_at_own_bank(person: Person, key: str, search: str, page: int, at: str = "") -> OwnBank:
    """Show a bank to who may change it, the page (from 1) or the one that a question is on; raises NotThere."""
    with reading() as session:
        row = find_own(session, person, key)
        words = search.split()[:8]
        place = queries.find_place(session, row.id, at) if at and not words else None
        page = page if place is None else place // FACTS_ON_A_PAGE + 1
        start = (page - 1) * FACTS_ON_A_PAGE
        facts, found = queries.search_facts(session, row.id, words, start, FACTS_ON_A_PAGE)
        questions = queries.list_questions(session, [fact.id for fact in facts])
        students = queries.count_students(session, row.id)
        said = voices.count_voices(session, [row.id]).get(row.id, 0)
        has_former = voices.has_former_versions(session, row.id)
    asked: dict[int, list[OwnQuestion]] = {}
    for each in questions:
        asked.setdefault(each.fact_id, []).append(_own_question(each))
    shown = tuple(
        OwnFact(
            fact.key,
            fact.statement,
            fact.according_to,
            fact.topic,
            fact.is_retired,
            tuple(asked.get(fact.id, ())),
        )
        for fact in facts
    )
    pages = max(1, -(-found // FACTS_ON_A_PAGE))
    is_own = row.owner_id == person.id
    return OwnBank(row, shown, found, page, pages, students, is_own, said, has_former)


def download_bank(person: Person, key: str) -> tuple[str, str]:
    """Return the file name and the text of a bank, with its permanent ids; raises NotThere."""
    with reading() as session:
        bank = queries.find_bank(session, key)
    if bank is None or not may_edit(person, bank.owner_id):
        raise NotThere
    return f"{bank.key}.yaml", bank.text


def retire_bank(person: Person, key: str, *, retired: bool) -> None:
    """Take a bank out of every student's questions, or bring it back; nobody loses what they know of it."""
    _change(person, key, {"is_retired": retired})


def set_audience(person: Person, key: str, audience: str) -> None:
    """Open a bank to everybody, or keep it for its owner; raises NotThere."""
    if audience not in (EVERYBODY, ONLY_OWNER):
        raise NotThere
    _change(person, key, {"audience": audience})


def _change(person: Person, key: str, values: publishing.Row) -> None:
    with writing() as session:
        row = find_own(session, person, key)
        publishing.update_bank(session, row.id, values)


def find_own_bank(person: Person, key: str) -> BankRow:
    """Return a bank that a person may change; raises NotThere."""
    with reading() as session:
        return find_own(session, person, key)


def find_own(session: Session, person: Person, key: str) -> BankRow:
    """Return a bank that a person may change, in a session that is open; raises NotThere."""
    row = queries.find_bank_row(session, key)
    if row is None or not may_edit(person, row.owner_id):
        raise NotThere
    return row


def _own_question(row: queries.QuestionRow) -> OwnQuestion:
    question = read_question(row.definition)
    return OwnQuestion(row.key, row.type, question.stem, question.answer(), row.version, row.is_retired)

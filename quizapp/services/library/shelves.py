"""What a reader sees of the library: banks by title and topic, and the facts that they have answered."""

from dataclasses import dataclass

from quizapp.memory.card import New
from quizapp.memory.study_day import study_day
from quizapp.progress.known import FADING, recall_on
from quizapp.questions import read_question
from quizapp.services.errors import NotThere
from quizapp.services.library.rights import may_edit, may_study
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries
from quizapp.store.library.queries import BankRow, FactRow


@dataclass(frozen=True, slots=True)
class ShelvedBank:
    """A bank in the library, with how many of its facts the reader has answered."""

    row: BankRow
    met: int
    is_on_shelf: bool


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact of a bank; its statement is there only for who has answered it, or teaches it.

    ``recall`` is the chance, 0 to 1, that it is known a night after its last answer or later; None: never answered.
    """

    statement: str | None
    according_to: str
    recall: float | None
    is_fading: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """The facts of a bank that belong together."""

    name: str
    facts: tuple[ShownFact, ...]
    known: int
    met: int


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank as its reader sees it."""

    row: BankRow
    topics: tuple[Topic, ...]
    known: int
    met: int
    is_on_shelf: bool
    may_edit: bool


def list_shelves(person: Person | None, search: str) -> list[ShelvedBank]:
    """List the banks that a reader may study whose title or topics hold every word of a search."""
    account_id = person.id if person else None
    with reading() as session:
        found = queries.list_shelves(session, account_id, search.split()[:8])
        shelf = queries.shelf_of(session, account_id) if account_id else frozenset()
        met = queries.count_met(session, account_id) if account_id else {}
    return [ShelvedBank(row, met.get(row.id, 0), row.id in shelf) for row in found]


def look_at_bank(person: Person | None, key: str, now: int) -> OpenBank:
    """Show a bank to a reader who may study it or who teaches it; raises NotThere."""
    account_id = person.id if person else None
    with reading() as session:
        row = queries.find_bank_row(session, key)
        teaches = row is not None and person is not None and may_edit(person, row.owner_id)
        if row is None or not (may_study(person, row) or teaches):
            raise NotThere
        facts = queries.list_facts(session, row.id, account_id)
        bare = [
            fact.id for fact in facts if not fact.statement and (teaches or not isinstance(fact.memory, New))
        ]
        asked = queries.list_questions(session, bare)
        shelf = queries.shelf_of(session, account_id) if account_id else frozenset()
    day = study_day(now, person.time_zone if person else "UTC")
    spoken = {each.fact_id: _spoken(each.definition) for each in reversed(asked)}
    topics: dict[str, list[ShownFact]] = {}
    for fact in facts:
        topics.setdefault(fact.topic, []).append(_shown(fact, spoken, day, teaches=teaches))
    shown = tuple(_topic(name, tuple(some)) for name, some in topics.items())
    known, met = sum(topic.known for topic in shown), sum(topic.met for topic in shown)
    return OpenBank(row, shown, known, met, row.id in shelf, teaches)


def find_bank_to_study(person: Person, key: str) -> int:
    """Return the row id of a bank that a person may put on their shelf; raises NotThere."""
    with reading() as session:
        row = queries.find_bank_row(session, key)
    if row is None or not may_study(person, row):
        raise NotThere
    return row.id


def _topic(name: str, facts: tuple[ShownFact, ...]) -> Topic:
    met = [fact for fact in facts if fact.recall is not None]
    return Topic(name, facts, sum(not fact.is_fading for fact in met), len(met))


def _shown(fact: FactRow, spoken: dict[int, str], day: int, *, teaches: bool) -> ShownFact:
    recall = None if isinstance(fact.memory, New) else recall_on(fact.memory, day)
    may_read = teaches or recall is not None
    statement = fact.statement or spoken.get(fact.id, "")
    according_to = fact.according_to if may_read else ""
    fading = recall is not None and recall < FADING
    return ShownFact(statement if may_read else None, according_to, recall, fading)


def _spoken(definition: str) -> str:
    """What a fact without a statement says: its question and the answer."""
    question = read_question(definition)
    return f"{question.stem} {question.answer()}"

"""What publishing reads and writes: a bank's facts, questions and versions, in bulk and by row id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quizapp.store.base import Base
from quizapp.store.library.tables import Bank, Fact, Mention, Question, QuestionVersion

Row = dict[str, Any]

FACT_FIELDS = (
    "position",
    "statement",
    "according_to",
    "topic",
    "section",
    "sentence",
    "quote",
    "is_retired",
)
QUESTION_FIELDS = ("fact_id", "position", "type", "rung", "version", "definition", "is_retired")


@dataclass(slots=True)
class Stored:
    """All facts and questions of a bank, retired ones too, by their keys; empty for a new bank."""

    bank_id: int | None = None
    version: int = 0
    facts: dict[str, Row] = field(default_factory=dict)
    questions: dict[str, Row] = field(default_factory=dict)
    mentions: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class Writes:
    """The rows that a publish changes; a question's ``fact`` is the key of its fact."""

    new_facts: list[Row] = field(default_factory=list)
    changed_facts: list[Row] = field(default_factory=list)
    new_questions: list[Row] = field(default_factory=list)
    changed_questions: list[Row] = field(default_factory=list)
    new_versions: list[Row] = field(default_factory=list)
    mentions: frozenset[tuple[str, str]] | None = None
    """All mentions of the bank, by fact keys; None leaves them as they are."""

    def __bool__(self) -> bool:
        lists = (self.new_facts, self.changed_facts, self.new_questions, self.changed_questions)
        return any(lists) or self.mentions is not None


def read_stored(session: Session, key: str) -> tuple[Bank | None, Stored]:
    """Read a bank and everything that it ever published, by its key."""
    bank = session.scalar(select(Bank).where(Bank.key == key))
    if bank is None:
        return None, Stored()
    facts = _rows(session, Fact, ("id", "key", *FACT_FIELDS), Fact.bank_id == bank.id, Fact.position)
    own = Question.fact_id.in_(select(Fact.id).where(Fact.bank_id == bank.id))
    questions = _rows(session, Question, ("id", "key", *QUESTION_FIELDS), own, Question.position)
    keys = {row["id"]: row["key"] for row in facts}
    pairs = select(Mention.fact_id, Mention.mentioned_id).where(Mention.fact_id.in_(_fact_ids(bank.id)))
    mentions = frozenset((keys[one], keys[other]) for one, other in session.execute(pairs))
    return bank, Stored(
        bank.id,
        bank.version,
        {row["key"]: row for row in facts},
        {row["key"]: row for row in questions},
        mentions,
    )


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose bank a key names; None belongs to the site."""

    owner_id: int | None


def find_owner(session: Session, key: str) -> Owned | None:
    """Find whose bank a key names; None: the key is free."""
    row = session.execute(select(Bank.owner_id).where(Bank.key == key)).first()
    return Owned(row[0]) if row else None


def find_hashes(session: Session) -> dict[str, str]:
    """Return the keys of the banks that came from a folder, by the hash of their file."""
    query = select(Bank.folder_hash, Bank.key).where(Bank.folder_hash != "")
    return {key: value for key, value in session.execute(query)}  # noqa: C416 - rows are not pairs to mypy


def lock_version(session: Session, bank_id: int) -> int | None:
    """Return a bank's version and keep others from publishing it until this transaction ends."""
    return session.scalar(select(Bank.version).where(Bank.id == bank_id).with_for_update())


def insert_bank(session: Session, values: Row) -> int:
    """Insert a bank and return its row's id."""
    bank = Bank(**values)
    session.add(bank)
    session.flush()
    return bank.id


def update_bank(session: Session, bank_id: int, values: Row) -> None:
    """Change columns of a bank."""
    session.execute(update(Bank).where(Bank.id == bank_id).values(**values))


def write_content(session: Session, bank_id: int, writes: Writes, now: int) -> None:
    """Insert and update the rows of a bank; each kind is one statement with a list of rows."""
    _write(session, insert(Fact), [{**row, "bank_id": bank_id} for row in writes.new_facts])
    _write(session, update(Fact), writes.changed_facts)
    ids = _ids_by_key(session, bank_id)
    _write(session, insert(Question), [_with_fact(row, ids) for row in writes.new_questions])
    _write(session, update(Question), [_with_fact(row, ids) for row in writes.changed_questions])
    _write_versions(session, bank_id, writes, now)
    if writes.mentions is not None:
        session.execute(delete(Mention).where(Mention.fact_id.in_(_fact_ids(bank_id))))
        pairs = sorted(writes.mentions)
        _write(session, insert(Mention), [{"fact_id": ids[a], "mentioned_id": ids[b]} for a, b in pairs])


def _write_versions(session: Session, bank_id: int, writes: Writes, now: int) -> None:
    versions = [{**row, "published_at": now} for row in writes.new_versions]
    if writes.new_questions:
        own = select(Question.key, Question.id).where(Question.fact_id.in_(_fact_ids(bank_id)))
        ids = {key: value for key, value in session.execute(own)}  # noqa: C416 - rows are not pairs to mypy
        versions += [
            {
                "question_id": ids[row["key"]],
                "version": 1,
                "definition": row["definition"],
                "published_at": now,
            }
            for row in writes.new_questions
        ]
    _write(session, insert(QuestionVersion), versions)


def _rows(session: Session, table: type[Base], names: Sequence[str], where: Any, order: Any) -> list[Row]:
    columns = [getattr(table, name) for name in names]
    found = session.execute(select(*columns).where(where).order_by(order, columns[0]))
    return [dict(row) for row in found.mappings()]


def _write(session: Session, statement: Any, rows: list[Row]) -> None:
    if rows:
        session.execute(statement, rows)


def _with_fact(row: Row, ids: Mapping[str, int]) -> Row:
    return {**{name: value for name, value in row.items() if name != "fact"}, "fact_id": ids[row["fact"]]}


def _ids_by_key(session: Session, bank_id: int) -> dict[str, int]:
    found = session.execute(select(Fact.key, Fact.id).where(Fact.bank_id == bank_id))
    return {key: value for key, value in found}  # noqa: C416 - rows are not pairs to mypy


def _fact_ids(bank_id: int) -> Any:
    return select(Fact.id).where(Fact.bank_id == bank_id)

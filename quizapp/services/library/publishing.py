"""Publishing a bank file: everything is read, checked and compared first, then written in one transaction."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from quizapp.bank.diff import Changes
from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import read_bank
from quizapp.bank.reading.source import decode
from quizapp.bank.schema import Bank
from quizapp.services.errors import Refused
from quizapp.services.library.comparing import Comparison, compare_with_stored
from quizapp.services.library.former import head_of
from quizapp.services.library.rights import may_edit
from quizapp.services.library.texts import write_text
from quizapp.services.person import Person
from quizapp.store import reading, writing
from quizapp.store.library import publishing as rows
from quizapp.store.library import tables
from quizapp.store.library.queries import ONLY_OWNER

TRIES = 3
RESERVED = frozenset({"build", "drafts", "files"})
AFTER_THE_SITE = 1000
"""Banks of teachers stand behind those of the questions folder."""


class Unreadable(Refused):
    """A file with problems; nothing of it was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing a file did; ``was_same``: it said nothing new, and nothing was written."""

    bank_key: str
    title: str
    changes: Changes
    was_same: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class FromFolder:
    """What a file of the site leaves on its bank: its hash, and its place in the library or None to keep that."""

    file_hash: str
    position: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """Who publishes and for whom; ``owner`` None is the site itself, ``now`` in milliseconds.

    ``bank_key`` names the bank that is replaced; without it, the file does. An audience counts for a new bank only.
    """

    owner: Person | None
    now: int
    audience: str = ONLY_OWNER
    bank_key: str | None = None
    folder: FromFolder | None = None


def publish_bank(
    text: bytes,
    name: str,
    *,
    owner: Person | None,
    now: int,
    audience: str = ONLY_OWNER,
    bank_key: str | None = None,
) -> Published:
    """Check and publish a bank file; raises Unreadable with every problem, Refused if it may not be replaced."""
    found = read_bank(text, name)
    if found.bank is None:
        raise Unreadable(found.problems)
    return publish_read(found.bank, decode(text, name)[0] or "", Terms(owner, now, audience, bank_key))


def publish_read(bank: Bank, text: str, terms: Terms) -> Published:
    """Publish a bank that was read from a text; where the two differ the text is written anew."""
    if (terms.bank_key or str(bank.id)) in RESERVED:
        raise Refused(f"the id {bank.id} is the name of a page of the site; give the file another id")
    for _ in range(TRIES):
        key = terms.bank_key or choose_key(str(bank.id), terms.owner)
        row, stored, compared = find_and_compare(bank, key)
        if row is not None and not _may_replace(terms.owner, row):
            raise Refused("this bank belongs to somebody else; give the file another id")
        columns = {
            **head_of(compared.bank),
            "text": write_text(text, bank, compared.bank),
            **_origin(row, terms),
        }
        published = _summary(compared, row, columns)
        if published.was_same or _write(compared, row, stored.version, columns, terms):
            return published
    raise Refused("somebody else is publishing this bank; look at it again, then publish once more")


def find_and_compare(bank: Bank, key: str) -> tuple[tables.Bank | None, rows.Stored, Comparison]:
    """Read what is stored under a key and compare a bank with it."""
    with reading() as session:
        row, stored = rows.read_stored(session, key)
    return row, stored, compare_with_stored(bank, key, row, stored)


def choose_key(wanted: str, owner: Person | None) -> str:
    """Return the key under which a file is published: its id, or the next one that is free or one's own."""
    if owner is None:
        return wanted
    number, key = 1, wanted
    with reading() as session:
        while True:
            found = rows.find_owner(session, key)
            if found is None or (number == 1 and may_edit(owner, found.owner_id)):
                return key
            if found.owner_id == owner.id:
                return key
            number += 1
            key = f"{wanted[:75]}-{number}"


def _may_replace(owner: Person | None, row: tables.Bank) -> bool:
    return row.owner_id is None if owner is None else may_edit(owner, row.owner_id)


def _origin(row: tables.Bank | None, terms: Terms) -> rows.Row:
    """What tells the next start of the site whether its folder may still overwrite this bank."""
    if terms.folder is not None:
        placed = {} if terms.folder.position is None else {"position": terms.folder.position}
        return {"folder_hash": terms.folder.file_hash, "is_edited": False, **placed}
    if row is not None and row.folder_hash:
        return {"is_edited": True}
    return {}


def _summary(compared: Comparison, row: tables.Bank | None, columns: rows.Row) -> Published:
    same = row is not None and not compared.writes
    for name, value in columns.items():
        only_marks_an_edit = name == "is_edited" and value is True
        same = same and (only_marks_an_edit or getattr(row, name) == value)
    return Published(str(compared.bank.id), compared.bank.title, compared.changes, same, row is None)


def _write(compared: Comparison, row: tables.Bank | None, seen: int, columns: rows.Row, terms: Terms) -> bool:
    """Writes everything in one transaction; False if the bank is no longer the one that was compared."""
    try:
        with writing() as session:
            if row is None:
                owner_id = terms.owner.id if terms.owner else None
                first = {"key": compared.bank.id, "owner_id": owner_id, "audience": terms.audience}
                placed = {"position": AFTER_THE_SITE, "published_at": terms.now, **first, **columns}
                bank_id = rows.insert_bank(session, placed)
            else:
                if rows.lock_version(session, row.id) != seen:
                    return False
                bank_id = row.id
                update = {**columns, "version": seen + 1, "published_at": terms.now}
                rows.update_bank(session, bank_id, update)
            rows.write_content(session, bank_id, compared.writes, terms.now)
    except IntegrityError:  # somebody else took the key in the meantime
        return False
    return True

"""Which bank an article is built for: one that its teacher built from it before, or a new one."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from quizapp.bank.identity import slug
from quizapp.bank.reading.read import read_bank
from quizapp.services.errors import NotThere
from quizapp.services.library.publishing import RESERVED
from quizapp.services.library.rights import may_edit
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries, tables

_MOST_NAMESAKES = 100


def find_target(
    person: Person, bank_key: str, typed_title: str, article_title: str
) -> tuple[str, tables.Bank | None]:
    """Return the id of the bank that an article is built for, and the bank if it is there; raises NotThere.

    Without a key, a bank that the person built under this title is built again, or where none was typed, one from an
    article of this title: a second one in its place would lose what was edited. Not so for an article that has none,
    and never a bank that was written by hand or is somebody else's: the new one gets another id.
    """
    title = typed_title or article_title
    with reading() as session:
        if bank_key:
            bank = queries.find_bank(session, bank_key)
            if bank is None or not may_edit(person, bank.owner_id):
                raise NotThere
            return bank.key, bank
        for key in _list_ids(slug(title) or "article"):
            bank = queries.find_bank(session, key)
            if bank is None:
                again = None if typed_title else _find_made_of(session, person, article_title)
                return (again.key, again) if again else (key, None)
            if title and bank.owner_id == person.id and _is_built(bank):
                return key, bank
    return key, None  # as many namesakes as nobody has: publishing says that the id is taken


def _find_made_of(session: Session, person: Person, title: str) -> tables.Bank | None:
    """Find the bank of another title that a person built last from an article of this title."""
    found = queries.find_banks_from(session, person.id, title) if title else ()
    return next((bank for bank in found if _is_built(bank)), None)


def _list_ids(key: str) -> Iterator[str]:
    if key not in RESERVED:
        yield key
    yield f"{key}-article"
    yield from (f"{key}-article-{number}" for number in range(2, _MOST_NAMESAKES))


def _is_built(bank: tables.Bank) -> bool:
    found = read_bank(bank.text.encode(), f"{bank.key}.yaml", judging=False).bank
    return found is not None and bool(found.built)

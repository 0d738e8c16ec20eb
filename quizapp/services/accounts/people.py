"""The list of people, for whoever runs the site."""

from dataclasses import dataclass

from quizapp.services.accounts.names import name_key
from quizapp.services.errors import NotThere
from quizapp.store.accounts import people
from quizapp.store.base import reading

PAGE = 40
"""People on one page of the list."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person in the list; instants in milliseconds."""

    id: int
    name: str
    role: str
    created_at: int
    seen_at: int


@dataclass(frozen=True, slots=True)
class People:
    """One page of the list of people with a name, and how many there are."""

    rows: tuple[Listed, ...]
    found: int
    page: int
    guests: int

    @property
    def pages(self) -> int:
        """How many pages the list has, at least one."""
        return max(1, -(-self.found // PAGE))


def find_people(search: str, page: int) -> People:
    """Return a page (from 1) of the people whose name contains the search, by name."""
    key = name_key(search)
    with reading() as session:
        found = people.count_people(session, key)
        page = min(max(page, 1), max(1, -(-found // PAGE)))
        rows = people.find_people(session, key, (page - 1) * PAGE, PAGE)
        guests = people.count_guests(session)
    return People(tuple(_listed(row) for row in rows), found, page, guests)


def find_person(account_id: int) -> Listed:
    """Return one person of the list; raises NotThere for a guest or nobody."""
    with reading() as session:
        row = people.find_person(session, account_id)
    if row is None:
        raise NotThere
    return _listed(row)


def _listed(row: people.ListedRow) -> Listed:
    account_id, name, role, created_at, seen_at = row
    return Listed(account_id, name or "", role, created_at, seen_at)

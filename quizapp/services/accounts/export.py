"""Everything that is kept about a person, as one JSON text in pieces: little of it is held in memory at a time."""

import json
from collections.abc import Iterator

from quizapp.services.person import Person
from quizapp.services.version import VERSION
from quizapp.store.accounts.export import find_rows, find_tables
from quizapp.store.base import reading


def export_everything(person: Person, now: int) -> Iterator[str]:
    """Give the JSON of a person: a list of rows for each table; instants in milliseconds since the epoch.

    Secrets are left out, since only their hashes are kept.
    """
    yield json.dumps({"program": f"Quizapp {VERSION}", "exported_at": now})[:-1]
    with reading() as session:
        for table, column in find_tables():
            yield f', "{table.name}": ['
            for place, row in enumerate(find_rows(session, table, column, person.id)):
                yield (",\n" if place else "\n") + json.dumps(row, ensure_ascii=False)
            yield "]"
    yield "}\n"

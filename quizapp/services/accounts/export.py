"""Everything that is kept about a person, as one JSON text in pieces: little of it is held in memory at a time."""

import json
from collections.abc import Iterator

from quizapp.services.person import Person
from quizapp.services.version import VERSION
from quizapp.store.accounts.export import find_rows, find_tables
from quizapp.store.base import reading
from quizapp.store.study.quiz import find_open_quiz


def export_everything(person: Person, now: int) -> Iterator[str]:
    """Give the JSON of a person: a list of rows for each table; instants in milliseconds since the epoch.

    Secrets are left out, since only their hashes are kept. While a quiz is open, ``hidden`` names its banks: what was
    answered on them before is left out too, for it tells what the quiz asks.
    """
    with reading() as session:
        quiz = find_open_quiz(session, person.id, now)
        titles = quiz.titles if quiz else {}
        head: dict[str, object] = {"program": f"Quizapp {VERSION}", "exported_at": now}
        if titles:
            head["hidden"] = {"while_a_quiz_is_open_on": list(titles.values())}
        yield json.dumps(head, ensure_ascii=False)[:-1]
        for table, column in find_tables():
            yield f', "{table.name}": ['
            for place, row in enumerate(find_rows(session, table, column, person.id, titles)):
                yield (",\n" if place else "\n") + json.dumps(row, ensure_ascii=False)
            yield "]"
    yield "}\n"

"""Report a problem with a question: it goes to the owner of its bank."""

from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.store import Report, writing
from quizapp.store.driver import line
from quizapp.store.study.content import find_content
from quizapp.store.study.reports import keep_report
from quizapp.store.study.step import find_step

LONGEST_REPORT = 1_000
"""Characters."""


def report(person: Person, key: str, words: str, now: int) -> None:
    """Tell the owner of a bank about a problem with the question that was shown under a key.

    A second report about it takes the place of the first. Raises NotThere for a key that is not this person's.
    """
    with line() as wire:
        step = find_step(wire, person.id, key, now)
        if step is None:
            raise NotThere
        content = find_content(wire, step.question_id, step.bank_version)
    with writing() as session:
        keep_report(
            session,
            Report(
                account_id=person.id,
                key=key,
                question_id=content.question_id,
                question_version=content.version,
                words=words.strip()[:LONGEST_REPORT],
                reported_at=now,
                settled_at=None,
            ),
        )

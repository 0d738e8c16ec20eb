"""What students say about a bank, for its owner: problems reported, and answers that they count as right."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizapp.questions import Question, read_question
from quizapp.services.library.desk import find_own
from quizapp.services.person import Person
from quizapp.store import reading, writing
from quizapp.store.library import voices as rows
from quizapp.store.library.queries import BankRow
from quizapp.store.library.voices import VoiceRow

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Voice:
    """What some students say alike about a question: in words, or by the same answer that they count as right."""

    keys: tuple[str, ...]
    at: int
    """When it was last said."""
    words: str
    response: str
    statement: str
    question_key: str
    question: Question
    """As it is now."""
    was_changed: bool
    """The question has been published anew since."""

    @property
    def count(self) -> int:
        """How many say it."""
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Voices:
    """What is open about a bank's questions."""

    row: BankRow
    reports: tuple[Voice, ...]
    claims: tuple[Voice, ...]
    has_former_versions: bool


def list_voices(person: Person, bank_key: str) -> Voices:
    """List what students say about a bank to who may change it; raises NotThere."""
    with reading() as session:
        row = find_own(session, person, bank_key)
        reports = rows.list_reports(session, row.id, MOST_SHOWN)
        claims = rows.list_claims(session, row.id, MOST_SHOWN)
        has_former = rows.has_former_versions(session, row.id)
    return Voices(row, _join(reports), _join(claims), has_former)


def settle(person: Person, bank_key: str, keys: Collection[str], now: int) -> None:
    """Be done with what was said under some keys about one's own bank; raises NotThere."""
    with writing() as session:
        row = find_own(session, person, bank_key)
        rows.settle_reports(session, row.id, set(keys), now)


def _join(found: Sequence[VoiceRow]) -> tuple[Voice, ...]:
    """Join what is said alike about the same question."""
    alike: dict[tuple[int, str, str], list[VoiceRow]] = {}
    for row in found:
        alike.setdefault((row.question_id, row.words, row.response or ""), []).append(row)
    return tuple(_voice(some) for some in alike.values())


def _voice(some: Sequence[VoiceRow]) -> Voice:
    last = some[-1]
    return Voice(
        keys=tuple(row.key for row in some),
        at=last.at,
        words=last.words,
        response=", ".join(part for part in json.loads(last.response or "[]") if part),
        statement=last.statement,
        question_key=last.question_key,
        question=read_question(last.definition),
        was_changed=last.version > last.question_version,
    )

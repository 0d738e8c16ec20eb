"""One fact as its reader knows it: what it says and where, its forgetting curve, its history, its questions."""

import json
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.memory.card import New, Rating, Reviewed
from quizapp.memory.log import Entry, Kind
from quizapp.memory.study_day import study_day
from quizapp.memory.trace import Traced, trace
from quizapp.progress.curve import Curve, draw_out
from quizapp.progress.known import recall_on
from quizapp.questions import Question, Shape, read_question
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library.known import ShownFact, show_fact, speak
from quizapp.services.library.visiting import Visit, visit
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries
from quizapp.store.library import reading as rows
from quizapp.store.library.queries import BankRow, QuestionRow
from quizapp.store.library.reading import LogRow, ReadFact

NEARLY = 0.5
"""The mark from which on an answer that is not right is called nearly right, as on the page of its feedback."""


@dataclass(frozen=True, slots=True)
class Event:
    """A row of a fact's history: an answer with what was said of it since, or what its reader did with the fact."""

    kind: Kind
    key: str
    session_id: str | None
    """Of the session in which it was asked, where a problem can be reported; None for a quiz."""
    at: int
    day: int
    question: Question | None
    """What was asked, as it was then."""
    response: str
    verdict: str
    """right, nearly or wrong, as it counts now; empty for what is no answer."""
    reason: str
    """Why it was asked: new, due, early, same day; empty for what is no answer."""
    predicted: float | None
    """Recall as it was predicted then, 0 to 1."""
    days: int | None
    """Days until it was due again; None where the row moved nothing."""
    is_voided: bool
    regraded_by: str
    """student or teacher, if the mark was changed since."""
    confidence: int | None

    @property
    def is_card(self) -> bool:
        """Whether the reader rated a flashcard."""
        return self.question is not None and self.question.shape is Shape.REVEAL


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of the fact that its reader has answered, and how often."""

    key: str
    stem: str
    answer: str
    type: str
    answered: int
    right: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class FactPage:
    """Everything about one fact that its reader may see."""

    row: BankRow
    fact: ReadFact
    shown: ShownFact
    curve: Curve | None
    history: tuple[Event, ...]
    """The newest first."""
    questions: tuple[AskedQuestion, ...]
    day: int
    due_day: int | None
    recall_then: float | None
    """Predicted recall on the due day, 0 to 1; None for a fact that is new."""
    may_edit: bool


def look_at_fact(person: Person, bank_key: str, fact_key: str, now: int) -> FactPage:
    """Show a fact to who has answered it or teaches it.

    Raises Refused while a quiz of theirs asks its bank, and NotThere.
    """
    with reading() as session:
        visited, fact = _find(session, person, bank_key, fact_key, now)
        log = rows.read_log(session, person.id, fact.id)
        asked = queries.list_questions(session, [fact.id])
        pairs = frozenset(
            (row.question_id, row.question_version)
            for row in log
            if row.question_id is not None and row.question_version is not None
        )
        versions = rows.find_versions(session, pairs)
    day = study_day(now, person.time_zone)
    told = trace((_entry(row) for row in log), person.retention)
    memory = fact.memory
    spoken = {} if fact.statement else speak(asked)
    history = _history(log, told, {pair: read_question(text) for pair, text in versions.items()})
    return FactPage(
        row=visited.row,
        fact=fact,
        shown=show_fact(fact, spoken, day, may_read=True),
        curve=draw_out(told, day),
        history=tuple(reversed(history)),
        questions=_questions(asked, log, told, everything=visited.teaches),
        day=day,
        due_day=memory.due_day if isinstance(memory, Reviewed) else None,
        recall_then=recall_on(memory, memory.due_day) if isinstance(memory, Reviewed) else None,
        may_edit=visited.teaches,
    )


def find_met_fact(person: Person, bank_key: str, fact_key: str, now: int) -> int:
    """Return the row id of a fact that its reader has answered, to put it aside or forget it.

    Raises Refused while a quiz of theirs asks its bank, and NotThere."""
    with reading() as session:
        _, fact = _find(session, person, bank_key, fact_key, now)
    if not fact.is_met:
        raise NotThere
    return fact.id


def _find(session: Session, person: Person, bank_key: str, fact_key: str, now: int) -> tuple[Visit, ReadFact]:
    visited = visit(session, person, bank_key, now)
    fact = rows.find_read_fact(session, visited.row.id, fact_key, person.id)
    if fact is not None and visited.is_covered and (visited.teaches or fact.is_met):
        raise Refused("your quiz on this bank is open; hand it in, and its facts are shown again")
    if fact is None or not visited.may_read(fact):
        raise NotThere
    return visited, fact


def _entry(row: LogRow) -> Entry:
    rating = None if row.rating is None else Rating(row.rating)
    return Entry(Kind(row.kind), row.key, row.answered_at, row.study_day, rating, row.target)


def _history(log: list[LogRow], told: list[Traced], versions: dict[tuple[int, int], Question]) -> list[Event]:
    """The log as events, oldest first: a void or a regrade is told with the answer that it is about."""
    regrades = {row.target: row for row in log if row.kind == Kind.REGRADE and not _is_voided(told, row.key)}
    events = []
    for row, each in zip(log, told, strict=True):
        if row.target is not None:
            continue
        asked = versions.get((row.question_id or 0, row.question_version or 0))
        regrade = regrades.get(row.key)
        after = each.after.memory
        moved = each.moved and isinstance(after, Reviewed)
        events.append(
            Event(
                kind=Kind(row.kind),
                key=row.key,
                session_id=None if row.session_kind in (None, "quiz") else row.session_id,
                at=row.answered_at,
                day=row.study_day,
                question=asked,
                response=", ".join(part for part in json.loads(row.response or "[]") if part),
                verdict=_verdict(row, regrade),
                reason=_reason(each),
                predicted=row.predicted,
                days=after.due_day - row.study_day if moved and isinstance(after, Reviewed) else None,
                is_voided=each.is_voided,
                regraded_by=(regrade.regraded_by or "") if regrade else "",
                confidence=row.confidence,
            )
        )
    return events


def _is_voided(told: list[Traced], key: str) -> bool:
    return any(each.entry.kind is Kind.VOID and each.entry.target == key for each in told)


def _verdict(row: LogRow, regrade: LogRow | None) -> str:
    if row.kind != Kind.ANSWER:
        return ""
    mark = (regrade.mark if regrade else row.mark) or 0.0
    return "right" if mark >= 1 else "nearly" if mark >= NEARLY else "wrong"


def _reason(each: Traced) -> str:
    if each.entry.kind is not Kind.ANSWER:
        return ""
    memory = each.before.memory
    if isinstance(memory, New):
        return "new"
    if each.entry.study_day <= memory.last_day:
        return "same day"
    return "due" if each.entry.study_day >= memory.due_day else "early"


def _questions(
    asked: list[QuestionRow], log: list[LogRow], told: list[Traced], *, everything: bool
) -> tuple[AskedQuestion, ...]:
    answers = [
        (row.question_id, each.rating is not None and each.rating > Rating.AGAIN)
        for row, each in zip(log, told, strict=True)
        if row.kind == Kind.ANSWER and not each.is_voided
    ]
    found = []
    for row in asked:
        results = [is_right for question_id, is_right in answers if question_id == row.id]
        if results or everything:
            question = read_question(row.definition)
            found.append(
                AskedQuestion(
                    row.key,
                    question.stem,
                    question.answer(),
                    row.type,
                    len(results),
                    sum(results),
                    row.is_retired,
                )
            )
    return tuple(found)

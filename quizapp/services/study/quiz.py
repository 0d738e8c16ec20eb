"""A quiz: questions of chosen banks or topics, whose answers can be changed until they are handed in.

Nothing is graded before; then each answer is graded, logged and scheduled as any other, all in one transaction. A
question that was left open, or answered too vaguely to be graded, is a miss of the quiz and is not logged.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from quizapp.memory.plan import Planned, draw_quiz
from quizapp.memory.study_day import study_day
from quizapp.questions import Response, collect, grade
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.person import Person
from quizapp.services.study.recording import Attempt, new_review, next_state
from quizapp.services.study.told import Asked, show_step
from quizapp.store import reading, writing
from quizapp.store.driver import Line, line
from quizapp.store.study import quiz as rows
from quizapp.store.study.candidates import gather
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.choosing import find_chosen
from quizapp.store.study.hidden import OPEN_FOR
from quizapp.store.study.quiz import Kept, OpenRow, QuizRow
from quizapp.store.study.step import keep_answer

COUNTS = (5, 10, 20, 30)
SPARE = 4
"""Times as many facts are drawn as are asked: some are left out because they give another's answer away."""
CONFIDENCES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form says of one question."""

    fields: Mapping[str, Sequence[str]]
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a quiz with the response that stands."""

    place: int
    """From 1 on."""
    asked: Asked
    response: Response
    confidence: int | None
    reason: str
    """Why the response cannot be graded as it stands; empty if it can, or if there is none."""

    @property
    def is_answered(self) -> bool:
        """Whether a response stands that can be graded."""
        return bool(self.response) and not self.reason

    @property
    def pairs(self) -> dict[str, str]:
        """What stands beside each left side of a question that is matched."""
        return dict(zip(sorted(self.asked.shown.lefts), self.response, strict=False))


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz as it stands. Instants in milliseconds."""

    id: str
    started_at: int
    closes_at: int
    is_over: bool
    """Its time is over: nothing can be changed, only handed in."""
    is_ended: bool
    """It was handed in or given up."""
    asks: tuple[Item, ...]

    @property
    def answered(self) -> int:
        """How many questions have a response that can be graded."""
        return sum(item.is_answered for item in self.asks)

    @property
    def banks(self) -> tuple[str, ...]:
        """The titles of the banks that it asks about."""
        return tuple(dict.fromkeys(item.asked.content.bank_title for item in self.asks))


def start_quiz(
    person: Person,
    chosen: Mapping[str, Sequence[str]],
    count: int,
    now: int,
    rng: Random,
    *,
    met_only: bool = False,
) -> str:
    """Plan a quiz of so many questions on chosen banks (by key, with their chosen topics) and return its id.

    No topics of a bank mean all of it. Raises Refused when another quiz is open or there is nothing to ask.
    """
    day = study_day(now, person.time_zone)
    with reading() as session:
        _refuse_second(rows.list_unfinished(session, person.id), now)
        found = find_chosen(session, person.id, person.role, chosen, met_only=met_only)
        rng.shuffle(found)
        pool = gather(session, person.id, found[: SPARE * count])
    plan = draw_quiz(pool, day, count)
    if not plan:
        raise Refused(
            "you have met nothing of that yet; ask for all facts, or study it first"
            if met_only and chosen
            else "there is nothing to ask of that; choose another bank or topic"
        )
    return _store(person, plan, now, rng)


def _store(person: Person, plan: Sequence[Planned], now: int, rng: Random) -> str:
    """Store a quiz, unless one was opened meanwhile; one that was left without an answer is over."""
    quiz_id = make_key(rng)
    with writing() as session:
        if not rows.hold_account(session, person.id):
            raise NotThere
        unfinished = rows.list_unfinished(session, person.id)
        _refuse_second(unfinished, now)
        rows.forget_empty(session, person.id, [row.id for row in unfinished if not row.kept], now)
        rows.add_quiz(session, person.id, quiz_id, {make_key(rng): step for step in plan}, now)
    return quiz_id


def _refuse_second(unfinished: Sequence[OpenRow], now: int) -> None:
    if not all(_is_over(row, now) for row in unfinished):
        raise Refused("a quiz of yours is open; hand it in or give it up first")


def look_at_quiz(person: Person, quiz_id: str, now: int) -> Quiz:
    """Return a quiz as it stands; raises NotThere for one that is not this person's."""
    with line() as wire:
        row = _find_or_raise(wire, person, quiz_id)
        kept = rows.find_kept(wire, person.id, quiz_id)
        steps = rows.find_quiz_steps(wire, person.id, quiz_id, now)
        items = tuple(
            _item(place, show_step(wire, step, person.id), kept.get(step.key))
            for place, step in enumerate(steps, 1)
        )
    closes_at = row.started_at + OPEN_FOR
    return Quiz(quiz_id, row.started_at, closes_at, _is_over(row, now), row.ended_at is not None, items)


def keep_responses(person: Person, quiz_id: str, sent: Mapping[int, Sent], now: int) -> None:
    """Let responses stand, by the places of their questions (from 1 on); one without text is taken back.

    Raises Refused when the quiz is over and something else would stand than does, and NotThere.
    """
    with line() as wire:
        _find_or_raise(wire, person, quiz_id)
        before = rows.find_kept(wire, person.id, quiz_id)
        changed = {}
        for place, step in enumerate(rows.find_quiz_steps(wire, person.id, quiz_id, now), 1):
            if place in sent:
                kept = _kept(show_step(wire, step, person.id), sent[place], now)
                if _is_other(kept, before.get(step.key)):
                    changed[step.key] = kept
        if changed:
            _refuse_closed(_begin_alone(wire, person, quiz_id), now)
            for key, kept in changed.items():
                if not rows.keep(wire, person.id, quiz_id, key, kept):
                    wire.rollback()
                    raise Refused("this quiz is over; this answer was not kept")
            wire.commit()


def hand_in(person: Person, quiz_id: str, now: int) -> None:
    """Grade, log and schedule every response that stands, all or none; doing it twice changes nothing.

    Raises Refused when something else ended it at the same moment, and NotThere.
    """
    with line() as wire:
        row = _begin_alone(wire, person, quiz_id)
        if row.ended_at is not None:
            return
        log_kept(wire, person, row, now)
        _end(wire, person, quiz_id, now)


def log_kept(wire: Line, person: Person, row: QuizRow, now: int) -> None:
    """Grade, log and schedule what stands in a quiz, in a transaction that is alone with the account."""
    kept = rows.find_kept(wire, person.id, row.id)
    thought = _share_time(row.started_at, kept)
    for step in rows.find_quiz_steps(wire, person.id, row.id, now):
        if step.key in kept and step.answered_at is None:
            find_version(wire, person.id, step.fact_id)
            _log(wire, person, step.key, kept[step.key], thought[step.key], now)


def give_up(person: Person, quiz_id: str, now: int) -> None:
    """End a quiz without counting anything of it; raises Refused for one that is over, and NotThere."""
    with line() as wire:
        _begin_alone(wire, person, quiz_id)
        _end(wire, person, quiz_id, now)


def _begin_alone(wire: Line, person: Person, quiz_id: str) -> QuizRow:
    """Begin to write, alone with the account: what is read of its quiz and its cards now stays so."""
    wire.begin()
    if hold_retention(wire, person.id, alone=True) is None:
        raise NotThere
    return _find_or_raise(wire, person, quiz_id)


def _end(wire: Line, person: Person, quiz_id: str, now: int) -> None:
    """End a quiz with all that was written; nothing of that stays if it was over before."""
    if not rows.end_quiz(wire, person.id, quiz_id, now):
        wire.rollback()
        raise Refused("this quiz was over already; what was handed in of it counts")
    wire.commit()


def _refuse_closed(row: QuizRow, now: int) -> None:
    if row.ended_at is not None:
        raise Refused("this quiz was handed in or given up already; this answer was not kept")
    if _is_over(row, now):
        raise Refused("the two hours of this quiz are over; what was kept until then stands")


def _find_or_raise(wire: Line, person: Person, quiz_id: str) -> QuizRow:
    row = rows.find_quiz(wire, person.id, quiz_id)
    if row is None:
        raise NotThere
    return row


def _is_over(row: QuizRow | OpenRow, now: int) -> bool:
    return now - row.started_at >= OPEN_FOR


def _item(place: int, asked: Asked, kept: Kept | None) -> Item:
    response: Response = tuple(json.loads(kept.response)) if kept else ()
    result = grade(asked.content.question, response) if response else None
    reason = result.reason if result and result.ask_again else ""
    return Item(place, asked, response, kept.confidence if kept else None, reason)


def _kept(asked: Asked, sent: Sent, now: int) -> Kept:
    response = collect(asked.shown, sent.fields)
    if not any(part.strip() for part in response):
        response = ()
    confidence = sent.confidence if sent.confidence in CONFIDENCES else None
    return Kept(json.dumps(response, ensure_ascii=False), confidence, now)


def _is_other(kept: Kept, before: Kept | None) -> bool:
    """Whether something else stands now; nothing sent where nothing stood is no change."""
    if before is None:
        return kept.response != "[]" or kept.confidence is not None
    return (kept.response, kept.confidence) != (before.response, before.confidence)


def _share_time(started_at: int, kept: Mapping[str, Kept]) -> dict[str, int]:
    """Return how long each answer took (ms): the time since the one before, shared by those kept at once."""
    found: dict[str, int] = {}
    since = started_at
    for at, together in groupby(sorted(kept.items(), key=lambda pair: pair[1].kept_at), _kept_at):
        keys = [key for key, _ in together]
        found |= dict.fromkeys(keys, (at - since) // len(keys))
        since = at
    return found


def _kept_at(pair: tuple[str, Kept]) -> int:
    return pair[1].kept_at


def _log(wire: Line, person: Person, key: str, kept: Kept, thought: int, now: int) -> None:
    """Write one answer, its card being locked; what cannot be graded as it stands is left open."""
    step = rows.find_quiz_step(wire, person.id, key, now)
    if step is None:
        raise NotThere
    asked = show_step(wire, step, person.id)
    response: Response = tuple(json.loads(kept.response))
    result = grade(asked.content.question, response)
    if result.ask_again:
        return
    attempt = Attempt(
        person,
        asked,
        response,
        result,
        answered_at=kept.kept_at,
        received_at=now,
        confidence=kept.confidence,
        shown_at=kept.kept_at - thought,
    )
    review = new_review(step, attempt)
    state = next_state(wire, step, review)
    if not keep_answer(wire, step, review, state, newest=max(step.newest, (review.answered_at, review.key))):
        raise RuntimeError(f"the card of fact {step.fact_id} changed under its lock")

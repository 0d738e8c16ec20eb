"""Marking past answers again after a key was changed: the effect first, then a regrade of each answer.

Cards are kept when a question changes; only its owner can have past answers marked by what it says now. An answer
that its student has counted as right stays, and so does one that the question as it is now could not have got.

Answers are marked before the lock, as in the study step; what is written is guarded by the versions of the cards.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from random import Random

from quizapp.memory.log import Kind, fold
from quizapp.memory.rating import rate
from quizapp.memory.study_day import study_day
from quizapp.questions import Grade, Question, Response, Shape, grade, read_question
from quizapp.services.keys import make_key
from quizapp.store.driver import Line, line
from quizapp.store.study.cards import find_version, hold_retention
from quizapp.store.study.regrading import PastAnswer, PastRemark, find_past, find_students, has_changed
from quizapp.store.study.step import NewReview, append_review, read_entries, save_card

CHOSEN = (Shape.PICK_ONE, Shape.PICK_MANY, Shape.ARRANGE)
BY_STUDENT, BY_TEACHER = "student", "teacher"
MOST_TRIES = 20
"""How often a student may answer, or correct an answer, while the same facts are marked again."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A past answer that would be marked otherwise now."""

    past: PastAnswer
    was: float
    """The mark that counts now, 0 to 1."""
    result: Grade
    rating: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What marking again would change for one question."""

    question_id: int
    question_key: str
    former: Question
    """As the newest of these answers found it."""
    question: Question
    to_right: int
    to_wrong: int
    otherwise: int
    """Answers that stay right or not, with another mark."""
    students: int


def preview_regrade(bank_id: int) -> list[Effect]:
    """Return what marking past answers of a bank again would change, by question."""
    with line() as wire:
        found = list(_find_remarks(wire, bank_id, None))
    by_question: dict[int, list[Remark]] = {}
    for each in found:
        by_question.setdefault(each.past.question_id, []).append(each)
    return [_sum_up(some) for some in by_question.values()]


def regrade(bank_id: int, question_ids: Collection[int], now: int, rng: Random) -> int:
    """Mark past answers to some questions of a bank again and fold their cards; return how many changed.

    Each student is one transaction. Doing it twice changes nothing more.
    """
    with line() as wire:
        accounts = find_students(wire, bank_id, question_ids) if has_changed(wire, bank_id) else []
    return sum(_regrade_one(bank_id, account_id, question_ids, now, rng) for account_id in accounts)


def _regrade_one(bank_id: int, account_id: int, question_ids: Collection[int], now: int, rng: Random) -> int:
    with line() as wire:
        for _ in range(MOST_TRIES):
            found = _find_remarks(wire, bank_id, account_id)
            chosen = [each for each in found if each.past.question_id in question_ids]
            if not chosen:
                return 0
            wire.begin()
            retention = hold_retention(wire, account_id, alone=True)
            if retention is None:  # erased meanwhile
                return 0
            if _write(wire, account_id, chosen, retention, now, rng):
                wire.commit()
                return len(chosen)
            wire.rollback()
    raise RuntimeError(f"the cards of account {account_id} changed {MOST_TRIES} times in a row")


def _write(
    wire: Line, account_id: int, chosen: Sequence[Remark], retention: float, now: int, rng: Random
) -> bool:
    """Add regrades to the log and fold their cards, in the transaction that has begun.

    False, with nothing to be kept, if one of the cards has changed since its answers were marked.
    """
    by_fact: dict[int, list[Remark]] = {}
    for each in chosen:
        by_fact.setdefault(each.past.fact_id, []).append(each)
    for fact_id, some in sorted(by_fact.items()):
        version, newest = find_version(wire, account_id, fact_id)
        if version != some[0].past.card_version:
            return False
        added = [_row(each, now, rng) for each in some]
        for review in added:
            append_review(wire, review)
        state = fold(read_entries(wire, account_id, fact_id), retention)
        newest = max(newest, *((review.answered_at, review.key) for review in added))
        if not save_card(wire, account_id, fact_id, state, newest=newest, seen=version):
            return False
    return True


def _row(each: Remark, now: int, rng: Random) -> NewReview:
    past, parts = each.past, [asdict(part) for part in each.result.parts]
    return NewReview(
        account_id=past.account_id,
        key=make_key(rng),
        kind=Kind.REGRADE,
        target=past.key,
        fact_id=past.fact_id,
        question_id=past.question_id,
        question_version=past.version,
        mark=each.result.mark,
        reason=each.result.reason,
        parts=json.dumps(parts, ensure_ascii=False) if parts else None,
        rating=each.rating,
        regraded_by=BY_TEACHER,
        answered_at=now,
        received_at=now,
        time_zone=past.time_zone,
        study_day=study_day(now, past.time_zone),
    )


def _find_remarks(wire: Line, bank_id: int, account_id: int | None) -> Iterator[Remark]:
    if not has_changed(wire, bank_id):
        return
    answers, said = find_past(wire, bank_id, account_id)
    voided = {(each.account_id, each.target) for each in said if each.kind == Kind.VOID}
    newest: dict[tuple[int, str], PastRemark] = {}
    for each in said:
        if each.kind == Kind.REGRADE and (each.account_id, each.key) not in voided:
            newest[each.account_id, each.target] = each
    for past in answers:
        place = (past.account_id, past.key)
        last = newest.get(place)
        if place in voided or (last is not None and last.regraded_by == BY_STUDENT):
            continue
        was, rated = (past.mark, past.rating) if last is None else (last.mark or 0.0, last.rating)
        found = _mark_again(past)
        if found is not None and (abs(found[0].mark - was) > 1e-9 or found[1] != rated):
            yield Remark(past, was, *found)


def _mark_again(past: PastAnswer) -> tuple[Grade, int] | None:
    """Mark an answer by what its question says now; None where that is no answer to it."""
    former, question = read_question(past.former), read_question(past.definition)
    response: Response = tuple(json.loads(past.response))
    if not _fits(former, question, response):
        return None
    result = grade(question, response)
    if result.ask_again:
        return None
    hints = former.hints[: past.hints]
    return result, int(rate(result.mark, len(hints), any(hint.reveals for hint in hints), None))


def _fits(former: Question, question: Question, response: Response) -> bool:
    """Whether a response could have been given to a question as it is now: what was chosen still stands there."""
    if question.shape is not former.shape or question.shape is Shape.REVEAL:
        return False
    before, now = former.show(Random(0)), question.show(Random(0))  # noqa: S311 - no order counts here
    if question.shape in CHOSEN:
        return {part for part in response if part} <= set(now.options)
    if question.shape is Shape.MATCH:
        same_sides = set(before.lefts) == set(now.lefts)
        return same_sides and {part for part in response if part} <= set(now.options)
    return before.gaps == now.gaps


def _sum_up(some: list[Remark]) -> Effect:
    last = some[-1].past
    to_right = sum(each.was < 1 <= each.result.mark for each in some)
    to_wrong = sum(each.result.mark < 1 <= each.was for each in some)
    return Effect(
        question_id=last.question_id,
        question_key=last.question_key,
        former=read_question(last.former),
        question=read_question(last.definition),
        to_right=to_right,
        to_wrong=to_wrong,
        otherwise=len(some) - to_right - to_wrong,
        students=len({each.past.account_id for each in some}),
    )

"""The forgetting curve of one fact: recall as memory predicts it day by day, and the real answers on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.memory.card import New, Rating
from quizapp.memory.kernel import retrievability
from quizapp.memory.log import Kind
from quizapp.memory.trace import Traced

SAMPLES = 24
"""Points of a line from one answer to the next."""
AHEAD = 1.25
"""How far past today or the due day the curve goes, as a share of the days before."""
MOST_AHEAD = 3_650


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Predicted recall, 0 to 1, on a study day; parts of a day in between."""

    day: float
    recall: float


@dataclass(frozen=True, slots=True)
class CurveAnswer:
    """A real answer on the curve: where recall stood just before it (None: the fact was new), and whether right."""

    key: str
    day: int
    recall: float | None
    is_right: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """Lines from answer to answer, the answers that moved memory, and the days that the plot spans."""

    lines: tuple[tuple[CurvePoint, ...], ...]
    answers: tuple[CurveAnswer, ...]
    first_day: int
    today: int
    last_day: int
    due_day: int | None
    """None: the fact is not scheduled."""
    due_recall: float
    """What recall will have fallen to on that day, 0 to 1."""


def draw_out(told: Sequence[Traced], today: int) -> Curve | None:
    """Return the curve that a fact's log makes up to some days after today; None if no answer counts.

    Between answers recall falls as FSRS-6 has it (``memory.kernel.retrievability``), and an answer lifts it to 1:
    whoever has just read the feedback knows the fact, for a while. What was forgotten on purpose ends a line.
    """
    moves = [each for each in told if each.moved]
    since = next((place for place, each in enumerate(moves) if each.entry.kind is Kind.ANSWER), None)
    if since is None:
        return None
    moves = moves[since:]
    memory = moves[-1].after.memory
    first, due = moves[0].entry.study_day, None if isinstance(memory, New) else memory.due_day
    last_move = moves[-1].entry.study_day
    reach = max(today, due or today, last_move) - first
    last = first + max(3, min(round(reach * AHEAD), reach + MOST_AHEAD))
    lines, answers = [], []
    for place, each in enumerate(moves):
        until = moves[place + 1].entry.study_day if place + 1 < len(moves) else last
        if each.entry.kind is Kind.ANSWER:
            answers.append(_answered(each))
        if not isinstance(each.after.memory, New):
            lines.append(_fall(each, until))
    due_recall = retrievability(memory, due or today) or 0.0
    return Curve(tuple(lines), tuple(answers), first, today, last, due, due_recall)


def _answered(each: Traced) -> CurveAnswer:
    day = each.entry.study_day
    is_right = each.rating is not None and each.rating > Rating.AGAIN
    return CurveAnswer(each.entry.key, day, retrievability(each.before.memory, day), is_right)


def _fall(each: Traced, until: int) -> tuple[CurvePoint, ...]:
    start, memory = each.entry.study_day, each.after.memory
    days = max(until - start, 0)
    steps = min(days, SAMPLES)
    if steps == 0:
        return (CurvePoint(start, 1.0),)
    places = sorted({start + round(days * step / steps) for step in range(steps + 1)})
    return tuple(CurvePoint(day, retrievability(memory, day) or 0.0) for day in places)

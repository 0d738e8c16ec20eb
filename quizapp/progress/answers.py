"""From rows of the review log to answers as they count now, and to the practice of each study day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from quizapp.memory.card import Rating
from quizapp.memory.log import Kind
from quizapp.progress.tally import Answered, Practised

_ORDER = attrgetter("answered_at", "key")


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log, as far as statistics need it; ``seconds`` from question to answer."""

    kind: str
    key: str
    target: str | None
    fact_id: int
    answered_at: int
    study_day: int
    mark: float | None
    rating: int | None
    confidence: int | None
    predicted: float | None
    seconds: float | None


def count_answers(rows: Iterable[LogRow]) -> list[Answered]:
    """The answers of a log, oldest first, in whatever order its rows are given.

    As memory folds them: a void takes away the answer or the regrade that it names, the newest regrade of an
    answer gives its mark, only the first answer to a fact on a study day counts, and a reset forgets.
    """
    ordered = sorted(rows, key=_ORDER)
    voided = {row.target for row in ordered if row.kind == Kind.VOID}
    regraded = {row.target: row for row in ordered if row.kind == Kind.REGRADE and row.key not in voided}
    last_days: dict[int, int] = {}
    found = []
    for row in ordered:
        if row.kind == Kind.RESET:
            last_days.pop(row.fact_id, None)
        elif row.kind == Kind.ANSWER:
            last_day = last_days.get(row.fact_id)
            is_undone = row.key in voided
            is_counted = not is_undone and (last_day is None or row.study_day > last_day)
            result = regraded.get(row.key, row)
            found.append(
                Answered(
                    row.key,
                    row.fact_id,
                    row.study_day,
                    row.answered_at,
                    result.mark or 0.0,
                    (result.rating or Rating.AGAIN) > Rating.AGAIN,
                    is_undone,
                    row.confidence,
                    row.predicted,
                    is_counted,
                    row.study_day - last_day if is_counted and last_day is not None else None,
                )
            )
            if is_counted:
                last_days[row.fact_id] = row.study_day
    return found


def sum_days(rows: Iterable[LogRow]) -> Sequence[Practised]:
    """The practice of each study day with an answer; one that was undone took its time all the same."""
    answers: dict[int, int] = defaultdict(int)
    seconds: dict[int, float] = defaultdict(float)
    for row in rows:
        if row.kind == Kind.ANSWER:
            answers[row.study_day] += 1
            seconds[row.study_day] += row.seconds or 0.0
    return [Practised(day, answers[day], seconds[day]) for day in sorted(answers)]

"""From rows of the review log to answers as they count now, and to the practice of each study day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final

from quizapp.memory.card import Rating
from quizapp.memory.log import Kind
from quizapp.progress.tally import Answered, Practised

COLUMNS = (
    *("kind", "key", "target", "fact_id", "answered_at", "study_day"),
    *("mark", "rating", "confidence", "predicted", "seconds"),
)
"""What statistics need of a row of the log, by its names there."""
LogRow = tuple[
    str, str, str | None, int, int, int,
    float | None, int | None, int | None, float | None, float | None,
]  # fmt: skip
"""The values of COLUMNS: a plain tuple as the driver gives it, for one page reads 20,000 of them."""

FACT: Final = 3
"""Where a row has its fact."""
_KIND: Final = 0
_KEY: Final = 1
_ANSWERED_AT: Final = 4
_STUDY_DAY: Final = 5
_SECONDS: Final = 10
_ANSWER, _RESET, _AGAIN = Kind.ANSWER.value, Kind.RESET.value, Rating.AGAIN.value


def count_answers(rows: Iterable[LogRow]) -> list[Answered]:
    """The answers of a log, oldest first, in whatever order its rows are given.

    As memory folds them: a void takes away the answer or the regrade that it names, the newest regrade of an
    answer gives its mark, only the first answer to a fact on a study day counts, and a reset forgets.
    """
    ordered = sorted(rows, key=itemgetter(_KEY))  # SQLite reads them in this order, so this costs nothing
    ordered.sort(key=itemgetter(_ANSWERED_AT))
    voided, regraded = _find_corrections(ordered)
    last_days: dict[int, int] = {}
    found = []
    for kind, key, _, fact_id, answered_at, day, mark, rating, confidence, predicted, _ in ordered:
        if kind == _RESET:
            last_days.pop(fact_id, None)
        if kind != _ANSWER:
            continue
        mark_now, rating_now = regraded.get(key, (mark, rating))
        is_undone = key in voided
        is_counted, age = False, None
        if not is_undone:
            last_day = last_days.get(fact_id)
            is_counted = last_day is None or day > last_day
            if is_counted:
                age = None if last_day is None else day - last_day
                last_days[fact_id] = day
        is_recalled = (rating_now or 0) > _AGAIN
        found.append(
            Answered(key, fact_id, day, answered_at, mark_now or 0.0, is_recalled, is_undone,
                     confidence, predicted, is_counted, age, key in regraded)
        )  # fmt: skip
    return found


def _find_corrections(
    ordered: Sequence[LogRow],
) -> tuple[frozenset[str | None], dict[str | None, tuple[float | None, int | None]]]:
    """Return the keys that were voided, and mark and rating of what was regraded, by its key."""
    others = [row for row in ordered if row[_KIND] != _ANSWER]
    voided = frozenset(target for kind, _, target, *_ in others if kind == Kind.VOID)
    regraded = {
        target: (mark, rating)
        for kind, key, target, _, _, _, mark, rating, *_ in others
        if kind == Kind.REGRADE and key not in voided
    }
    return voided, regraded


def sum_days(rows: Iterable[LogRow]) -> Sequence[Practised]:
    """The practice of each study day with an answer; one that was undone took its time all the same."""
    answers: dict[int, int] = defaultdict(int)
    seconds: dict[int, float] = defaultdict(float)
    for row in rows:
        if row[_KIND] == _ANSWER:
            answers[row[_STUDY_DAY]] += 1
            seconds[row[_STUDY_DAY]] += row[_SECONDS] or 0.0
    return [Practised(day, answers[day], seconds[day]) for day in sorted(answers)]

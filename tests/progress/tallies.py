"""Tallies for tests: memories, practice and whole logs of answers, any of them."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import strategies as st

from quizapp.memory.card import Reviewed
from quizapp.progress.answers import COLUMNS, LogRow, count_answers, sum_days
from quizapp.progress.tally import Tally

TODAY = 738_000
DAY = 86_400_000


def memory(stability: float, ago: int, due_in: int = 0) -> Reviewed:
    return Reviewed(stability, 5.0, TODAY - ago, TODAY + due_in, 1, 0)


def row(key: str, ago: int = 0, **settings: object) -> LogRow:
    """A right answer to fact 1, so many days before today, unless said otherwise."""
    day = TODAY - ago
    usual: dict[str, object] = {
        "kind": "answer",
        "key": key,
        "target": None,
        "fact_id": 1,
        "answered_at": day * DAY,
        "study_day": day,
        "mark": 1.0,
        "rating": 3,
        "confidence": None,
        "predicted": None,
        "seconds": 6.0,
    }
    values = {**usual, **settings}
    return tuple(values[name] for name in COLUMNS)  # type: ignore[return-value]


def read(each: LogRow, name: str) -> Any:
    """One value of a row."""
    return each[COLUMNS.index(name)]


memories = st.lists(
    st.builds(memory, st.floats(0.001, 40_000), st.integers(0, 4_000), st.integers(-400, 400)), max_size=10
)
chances = st.floats(0, 1, allow_subnormal=False)
lengths = st.integers(0, 20)
kinds = st.sampled_from(("answer",) * 6 + ("void", "regrade", "reset", "suspend"))
marks = st.sampled_from((0.0, 0.5, 1.0))
ages = st.integers(0, 500)
fact_ids = st.integers(1, 4)
confidences = st.sampled_from((None, 1, 2, 3))
predictions = st.none() | chances
seconds = st.floats(0, 3600)
others = st.integers(0, 90)


@st.composite
def logs(draw: st.DrawFn) -> list[LogRow]:
    """A log of every kind of row, over a few facts and many days, in no order."""
    rows: list[LogRow] = []
    for number in range(draw(lengths)):
        kind, mark = draw(kinds), draw(marks)
        about = draw(st.sampled_from(rows)) if rows and kind in ("void", "regrade") else None
        rows.append(
            row(
                f"k{number:02}",
                draw(ages),
                kind=kind,
                target=read(about, "key") if about else None,
                fact_id=read(about, "fact_id") if about else draw(fact_ids),
                mark=mark,
                rating=3 if mark == 1 else 1,
                confidence=draw(confidences),
                predicted=draw(predictions),
                seconds=draw(seconds),
            )
        )
    return draw(st.permutations(rows))


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Everything that a tally can hold."""
    known, aside, log = draw(memories), draw(memories), draw(logs())
    facts = len(known) + len(aside) + draw(others)
    return Tally(facts, known, sum_days(log), aside, count_answers(log))


def alike(one: object, other: object) -> bool:
    """Whether two results say the same, however their floats were added up."""
    if is_dataclass(one) and type(one) is type(other):
        return all(alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(alike(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, float):
        return one == pytest.approx(other)
    return one == other

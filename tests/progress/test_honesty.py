"""Statistics that compare what was predicted or felt with what was answered."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.progress.answers import LogRow, count_answers
from quizapp.progress.calibration import ENOUGH, calibrate
from quizapp.progress.retention import AGES, compare_retention
from quizapp.progress.shares import find_share
from quizapp.progress.sure_and_wrong import find_sure_and_wrong
from quizapp.progress.tally import Tally
from tests.progress.tallies import TODAY, row, tallies


def _tally(rows: list[LogRow]) -> Tally:
    return Tally(99, answers=count_answers(rows))


def test_a_share_of_few_answers_has_a_wide_band_and_one_of_many_a_narrow_one() -> None:
    few, many = find_share(9, 10), find_share(900, 1000)
    assert few.value == many.value == 0.9
    assert few.low == pytest.approx(0.7185, abs=1e-3)  # Wilson's interval, worked out by hand
    assert few.high == pytest.approx(0.9693, abs=1e-3)
    assert many.high - many.low < 0.03
    assert (find_share(0, 0).low, find_share(0, 0).high) == (0, 1)


@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_a_band_holds_its_share_and_stays_within_0_and_1(right: int, wrong: int) -> None:
    share = find_share(right, right + wrong)
    assert 0 <= share.low <= share.value <= share.high <= 1


def test_the_band_holds_the_true_share_about_four_times_in_five() -> None:
    rng = Random(3)
    draws = [find_share(sum(rng.random() < 0.85 for _ in range(60)), 60) for _ in range(2_000)]
    assert sum(share.low <= 0.85 <= share.high for share in draws) / 2_000 == pytest.approx(0.8, abs=0.06)


def test_retention_is_compared_by_age() -> None:
    rows = [row("new", 20, predicted=None)]
    rows += [row("two", 18, predicted=0.9), row("nine", 9, predicted=0.7, mark=0.0, rating=1)]
    retention = compare_retention(_tally(rows), TODAY)
    young, old = retention.ages
    assert (young.youngest, young.oldest, young.predicted, young.actual.number) == (2, 4, 0.9, 1)
    assert (old.youngest, old.oldest, old.predicted, old.actual.number) == (5, 10, 0.7, 0)
    assert (retention.actual.number, retention.actual.total) == (1, 2)
    assert retention.predicted == pytest.approx(0.8)


@given(tallies())
def test_every_counted_answer_with_a_prediction_and_an_age_is_in_one_group(tally: Tally) -> None:
    retention = compare_retention(tally, TODAY)
    tested = [each for each in tally.answers if each.age is not None and each.predicted is not None]
    assert sum(age.actual.total for age in retention.ages) == retention.actual.total == len(tested)
    assert [age.youngest for age in retention.ages] == sorted(
        {max(begin for begin in AGES if begin <= (each.age or 0)) for each in tested}
    )


def _rated(number: int) -> list[LogRow]:
    return [row(f"k{each:03}", 5, fact_id=each, confidence=3, predicted=0.93) for each in range(number)]


def test_calibration_says_nothing_before_thirty_answers() -> None:
    early, enough = calibrate(_tally(_rated(ENOUGH - 1)), TODAY), calibrate(_tally(_rated(ENOUGH)), TODAY)
    assert (early.rated, early.levels, early.steps) == (29, (), ())
    (level,), (step,) = enough.levels, enough.steps
    assert (level.confidence, level.actual.number, level.actual.total) == (3, 30, 30)
    assert (step.low, step.high, step.actual.total) == (0.9, 0.95, 30)
    assert step.predicted == pytest.approx(0.93)


def test_calibration_counts_each_fact_once_a_study_day() -> None:
    again = [row(f"again{each}", 5, confidence=3, answered_at=(TODAY - 4) * 86_400_000) for each in range(9)]
    assert calibrate(_tally([row("a", 5, confidence=1), *again]), TODAY).rated == 1


@given(tallies())
def test_every_group_of_a_calibration_lies_in_its_range(tally: Tally) -> None:
    calibration = calibrate(tally, TODAY)
    for step in calibration.steps:
        assert step.low - 1e-9 <= step.predicted <= step.high + 1e-9
    assert sum(step.actual.total for step in calibration.steps) in (0, calibration.predicted)
    assert sum(level.actual.total for level in calibration.levels) in (0, calibration.rated)


def test_sure_and_wrong_lists_the_newest_such_answer_and_what_became_of_it() -> None:
    wrong = {"mark": 0.0, "rating": 1, "confidence": 3}
    rows = [
        row("old", 30, **wrong),
        row("newer", 20, **wrong),
        row("right", 10),
        row("right too", 5),
        row("open", 40, fact_id=2, **wrong),
        row("same day", 40, fact_id=2, answered_at=(TODAY - 39) * 86_400_000),
        row("unsure", 3, fact_id=3, **{**wrong, "confidence": 2}),
        row("undone", 3, fact_id=4, **wrong),
        row("void", 3, kind="void", target="undone", fact_id=4),
    ]
    listed = find_sure_and_wrong(_tally(rows), TODAY)
    assert [(fact.fact_id, fact.key, fact.right_since) for fact in listed.facts] == [
        (2, "open", 0),
        (1, "newer", 2),
    ]
    assert listed.open == 1


def test_an_answer_that_was_claimed_is_not_wrong() -> None:
    rows = [row("a", mark=0.0, rating=1, confidence=3), row("b", kind="regrade", target="a")]
    assert find_sure_and_wrong(_tally(rows), TODAY).facts == ()

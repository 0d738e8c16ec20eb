import math
from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest

from quizapp.memory.card import New, Rating, Reviewed
from quizapp.memory.kernel import (
    HIGHEST_RETENTION,
    LONGEST_INTERVAL,
    LOWEST_RETENTION,
    interval,
    retrievability,
    review,
    review_all,
    with_retention,
)
from tests.memory import fsrs6_reference as reference

START = 738_000
NOON = datetime.fromordinal(START).replace(hour=12, tzinfo=UTC)


def plain_fsrs(retention: float) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


@pytest.mark.parametrize("seed", range(300))
def test_the_kernel_and_the_reference_are_fsrs_over_any_sequence_of_ratings(seed: int) -> None:
    rng = Random(seed)
    retention = rng.uniform(LOWEST_RETENTION, HIGHEST_RETENTION)
    scheduler, card, at = plain_fsrs(retention), fsrs.Card(card_id=1, due=NOON), NOON
    memory, plain, day = New(), None, START
    for _ in range(rng.randrange(1, 40)):
        rating, step = Rating(rng.randrange(1, 5)), 1 + int(rng.random() ** 5 * 900)
        at, day = at + timedelta(days=step), day + step
        predicted = scheduler.get_card_retrievability(card, at)
        assert (retrievability(memory, day) or 0) == predicted
        card, _ = scheduler.review_card(card, fsrs.Rating(rating.value), at)
        memory, plain = review(memory, rating, day, retention), reference.step(plain, rating.value, step)
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        assert memory.due_day - day == (card.due - at).days == interval(memory.stability, retention)
        assert plain == pytest.approx((card.stability, card.difficulty), rel=1e-9)
        assert reference.interval(plain[0], retention) == interval(memory.stability, retention)
        assert reference.recall(7, plain[0]) == pytest.approx(retrievability(memory, day + 7), rel=1e-9)


def test_a_first_answer_makes_a_reviewed_card() -> None:
    assert review(New(), Rating.GOOD, START, 0.9) == Reviewed(
        2.3065, pytest.approx(2.1181, abs=1e-4), START, START + 2, 1, 0
    )


def test_only_a_reviewed_fact_can_lapse() -> None:
    first = review(New(), Rating.AGAIN, START, 0.9)
    second = review(first, Rating.GOOD, START + 1, 0.9)
    third = review(second, Rating.AGAIN, START + 5, 0.9)
    assert (first.lapses, second.lapses, third.lapses) == (0, 0, 1)
    assert third.reviews == 3


def test_a_lapse_is_due_on_a_later_day_and_not_in_ten_minutes() -> None:
    known = Reviewed(44.0, 5.0, START, START + 44, 6, 0)
    lapsed = review(known, Rating.AGAIN, START + 44, 0.9)
    assert lapsed.due_day > START + 44
    assert 1 < lapsed.stability < 10


def test_a_review_the_day_before_24_hours_are_over_counts_as_the_next_day() -> None:
    first = review(New(), Rating.GOOD, START, 0.9)
    assert review(first, Rating.GOOD, START + 1, 0.9).stability > first.stability


def test_a_second_answer_of_a_day_never_reaches_the_kernel() -> None:
    first = review(New(), Rating.GOOD, START, 0.9)
    for day in (START, START - 1):
        with pytest.raises(ValueError, match="only a day's first answer moves a card"):
            review(first, Rating.GOOD, day, 0.9)


def test_all_four_outcomes_are_shown_in_order_of_their_due_days() -> None:
    memory = review(New(), Rating.GOOD, START, 0.9)
    outcomes = review_all(memory, START + 2, 0.9)
    assert list(outcomes) == [*Rating]
    dues = [outcome.due_day for outcome in outcomes.values()]
    assert dues == sorted(dues)
    assert outcomes[Rating.HARD] == review(memory, Rating.HARD, START + 2, 0.9)


@pytest.mark.parametrize("retention", [0.0, 0.69, 0.971, 1.0, math.nan])
def test_a_retention_out_of_range_is_refused_with_the_range(retention: float) -> None:
    with pytest.raises(ValueError, match=r"choose one from 0\.70 to 0\.97"):
        review(New(), Rating.GOOD, START, retention)
    with pytest.raises(ValueError, match=r"choose one from 0\.70 to 0\.97"):
        interval(10.0, retention)


def test_an_interval_is_a_whole_number_of_days_within_a_hundred_years() -> None:
    assert interval(0.001, 0.97) == 1
    assert interval(1e9, 0.7) == LONGEST_INTERVAL
    assert interval(100.0, 0.9) == 100


def test_recall_falls_to_the_retention_on_the_due_day() -> None:
    for retention in (0.7, 0.8, 0.9, 0.97):
        memory = with_retention(Reviewed(200.0, 5.0, START, START + 200, 3, 0), retention)
        assert isinstance(memory, Reviewed)
        assert retrievability(memory, memory.due_day) == pytest.approx(retention, abs=0.002)


def test_a_new_fact_has_no_recall_and_no_due_day() -> None:
    assert retrievability(New(), START) is None
    assert with_retention(New(), 0.8) == New()


def test_recall_is_whole_on_the_day_itself_and_before() -> None:
    memory = review(New(), Rating.GOOD, START, 0.9)
    assert retrievability(memory, START) == retrievability(memory, START - 3) == 1
    assert isinstance(memory, Reviewed)
    assert memory.due_day == START + 2

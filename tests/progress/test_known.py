"""How many facts are known now, and how sure that number is."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.kernel import retrievability
from quizapp.progress.known import count_known
from quizapp.progress.tally import Tally
from tests.progress.tallies import TODAY, memory, tallies


@given(tallies())
def test_what_is_known_lies_in_its_band_and_within_the_facts(tally: Tally) -> None:
    known = count_known(tally, TODAY)
    met = len(tally.memories) + len(tally.aside)
    assert 0 <= known.low <= known.expected <= known.high <= met <= known.facts


@given(tallies(), st.integers(1, 400))
def test_nothing_is_learned_by_waiting(tally: Tally, days: int) -> None:
    assert count_known(tally, TODAY + days).expected <= count_known(tally, TODAY).expected + 1e-9


def test_what_is_known_is_the_sum_of_predicted_recall() -> None:
    tally = Tally(5, [memory(10, 10), memory(30, 30), memory(8, 8)])
    known = count_known(tally, TODAY)
    assert known.expected == pytest.approx(3 * 0.9)
    assert known.high == 3
    assert known.low == pytest.approx(2.7 - 1.2816 * 0.27**0.5, abs=1e-3)
    assert known.facts == 5


def test_a_fact_put_aside_is_known_like_others() -> None:
    assert count_known(Tally(5, [memory(10, 10)], aside=[memory(10, 10)] * 2), TODAY).expected == (
        pytest.approx(2.7)
    )


def test_a_fact_answered_today_counts_as_it_will_after_a_night() -> None:
    just_answered, tomorrow = memory(0.2, 0), TODAY + 1
    assert retrievability(just_answered, TODAY) == 1
    known = count_known(Tally(1, [just_answered]), TODAY)
    assert known.expected == retrievability(just_answered, tomorrow) < 0.8


def test_the_band_holds_the_true_number_four_times_in_five() -> None:
    rng = Random(7)
    cards = [memory(rng.uniform(1, 60), rng.randrange(120)) for _ in range(150)]
    chances = [retrievability(card, TODAY) or 0 for card in cards]
    known = count_known(Tally(150, cards), TODAY)
    draws = [sum(rng.random() < chance for chance in chances) for _ in range(4_000)]
    inside = sum(known.low <= number <= known.high for number in draws) / len(draws)
    assert 0.76 <= inside <= 0.84
    assert sum(draws) / len(draws) == pytest.approx(known.expected, abs=0.3)

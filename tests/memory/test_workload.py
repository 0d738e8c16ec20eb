"""What an aim costs: more the higher it is, as many questions as the kernel's own intervals ask for."""

import pytest

from quizapp.memory.card import Rating, Reviewed
from quizapp.memory.kernel import New, review
from quizapp.memory.workload import DAYS, MOST_CARDS, questions_a_day

DAY = 738_000


def _cards(count: int) -> list[Reviewed]:
    """Cards answered well one to four times, the last time a few days ago."""
    cards = []
    for number in range(count):
        memory = review(New(), Rating.GOOD, DAY - 90, 0.9)
        for _ in range(number % 3):
            memory = review(memory, Rating.GOOD, memory.due_day, 0.9)
        cards.append(memory)
    return cards


def test_no_card_asks_for_no_question():
    assert questions_a_day([], DAY, 0.9) == 0


def test_a_higher_aim_costs_more():
    costs = [questions_a_day(_cards(90), DAY, aim) for aim in (0.80, 0.85, 0.90, 0.95, 0.97)]
    assert costs == sorted(costs)
    assert costs[-1] > 2 * costs[0]


def test_a_card_that_is_not_due_within_thirty_days_costs_nothing():
    assert questions_a_day([Reviewed(400.0, 3.0, DAY - 1, DAY + 399, 6, 0)], DAY, 0.9) == 0


def test_a_card_that_is_due_now_is_asked_now():
    assert questions_a_day([Reviewed(100.0, 3.0, DAY - 100, DAY, 6, 0)], DAY, 0.9) * DAYS == pytest.approx(1)


def test_very_many_cards_are_drawn_from_and_cost_in_proportion():
    few, many = (questions_a_day(_cards(count), DAY, 0.9) for count in (MOST_CARDS, 7 * MOST_CARDS))
    assert many == pytest.approx(7 * few, rel=0.15)


def test_an_aim_that_cannot_be_scheduled_is_refused():
    with pytest.raises(ValueError, match="cannot be scheduled"):
        questions_a_day(_cards(1), DAY, 0.5)

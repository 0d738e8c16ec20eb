import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.card import Rating
from quizapp.memory.rating import rate


@pytest.mark.parametrize(
    ("mark", "hints", "revealed", "itself", "expected"),
    [
        (1.0, 0, False, None, Rating.GOOD),
        (sum([0.1] * 10), 0, False, None, Rating.GOOD),
        (1.0, 1, False, None, Rating.HARD),
        (1.0, 3, False, None, Rating.HARD),
        (1.0, 1, True, None, Rating.AGAIN),
        (0.99, 0, False, None, Rating.AGAIN),
        (0.5, 0, False, None, Rating.AGAIN),
        (0.0, 2, True, None, Rating.AGAIN),
        (math.nan, 0, False, None, Rating.AGAIN),
        (0.0, 0, False, Rating.EASY, Rating.EASY),
        (1.0, 0, False, Rating.AGAIN, Rating.AGAIN),
        (1.0, 1, True, Rating.HARD, Rating.HARD),
    ],
)
def test_a_mark_becomes_a_rating(
    mark: float, hints: int, revealed: bool, itself: Rating | None, expected: Rating
) -> None:
    assert rate(mark, hints, revealed, itself) is expected


@given(st.floats(0, 1), st.integers(0, 9), st.booleans())
def test_easy_is_only_for_the_student_to_say(mark: float, hints: int, revealed: bool) -> None:
    assert rate(mark, hints, revealed, None) is not Rating.EASY

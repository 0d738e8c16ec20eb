"""A number is said as the text bounds it."""

import pytest

from quizapp.article.numbers.amounts import say_amount, without_bound
from quizapp.article.numbers.counts import find_counts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Over 5,000 killed", "more than 5,000"),
        ("more than 5,000 men", "more than 5,000"),
        ("just over 300 guns", "more than 300"),
        ("> 300 killed", "more than 300"),
        ("at least 5,000 men", "at least 5,000"),
        ("300+ killed", "at least 300"),
        ("no fewer than 40 ships", "at least 40"),
        ("about 5,000 men", "about 5,000"),
        ("5,000 to 6,000 men", "5,000 to 6,000"),
    ],
)
def test_a_number_keeps_its_bound(text: str, said: str):
    (count,) = find_counts(text)
    assert say_amount(count, text) == said
    assert without_bound(said)[0].isdigit() or said.startswith("about")

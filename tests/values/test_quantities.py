"""A typed number gets the mark that it deserves; never a near one, and never a guess between two readings."""

import pytest

from quizapp.values.quantities import Quantity, mark_quantity, read_quantity, read_tolerance

ROWS = [
    ("38", "", "38", 1),
    ("38", "", "thirty-eight", 1),
    ("38", "", "38 soldiers", 1),
    ("38", "", "38 IS fighters", 1),
    ("38", "", "They killed 38 soldiers", 1),
    ("38", "", "about 38", 1),
    ("38", "", "38.0", 1),
    ("38", "", "37", 0),
    ("38", "", "39", 0),
    ("38", "", "380", 0),
    ("38", "", "-38", 0),
    ("38", "", "37 or 38", 0),
    ("38", "", "not 38", 0),
    ("38", "", "38+", 0.5),
    ("38", "", "at least 38 men", 0.5),
    ("38", "", "38-67", 0.5),
    ("38", "", "30-40", 0.25),
    ("38", "", "50-60", 0),
    ("at least 38", "", "38", 1),
    ("at least 38", "", "38+", 1),
    ("38+", "", "at least 38", 1),
    ("38+", "", "more than 38", 1),
    ("38+", "", "over 38", 1),
    ("38+", "", "38 or more", 1),
    ("38+", "", "a minimum of 38 killed", 1),
    ("38+", "", "≥ 38", 1),
    ("38+", "", "180", 0),
    ("38+", "", "40+", 0),
    ("38+", "", "up to 38", 0.25),
    ("38+", "", "38-67", 0.5),
    ("up to 67", "", "67", 1),
    ("up to 67", "", "no more than 67", 1),
    ("up to 67", "", "67+", 0.25),
    ("38..67", "", "38-67", 1),
    ("38..67", "", "38 – 67 civilians", 1),
    ("38..67", "", "between 38 and 67", 1),
    ("38..67", "", "38 to 67", 1),
    ("38..67", "", "thirty-eight to sixty-seven", 1),
    ("38..67", "", "45", 0.5),
    ("38..67", "", "38", 0.5),
    ("38..67", "", "38-70", 0.5),
    ("38..67", "", "at least 38", 0.5),
    ("38..67", "", "up to 67", 0.5),
    ("38..67", "", "100", 0),
    ("38..67", "", "1-2", 0),
    ("38..67", "", "67 or 38", 1),
    ("38..67", "", "38 and 67 men", 1),
    ("5 km to 10 km", "", "5 km and 10 km", 1),
    ("5 km to 10 km", "", "5 kg and 10 kg", 0),
    ("-5..5", "", "-5 and 5", 1),
    ("10 km", "", "10", 1),
    ("10 km", "", "10 km", 1),
    ("10 km", "", "ten kilometers", 1),
    ("10 km", "", "10,000 m", 1),
    ("10 km", "", "6.2 miles", 1),
    ("10 km", "", "within 10 km of the city", 1),
    ("10 km", "", "6 miles", 0),
    ("10 km", "0.5", "6 miles", 1),
    ("10 km", "", "10 miles", 0),
    ("10 km", "", "10 kg", 0),
    ("10 km", "", "6 km", 0),
    ("2 t", "", "2000 kg", 1),
    ("three years", "", "36 months", 1),
    ("three years", "", "three", 1),
    ("one quarter", "", "a quarter", 1),
    ("one quarter", "", "25 %", 1),
    ("one quarter", "", "0.25", 1),
    ("one quarter", "", "1/4", 1),
    ("one quarter", "", "one fourth of the oil", 1),
    ("one quarter", "", "a third", 0),
    ("25 %", "", "25", 1),
    ("25 %", "", "a quarter", 1),
    ("1/3", "", "33 %", 1),
    ("1/3", "", "0.33", 1),
    ("1/3", "", "30 %", 0),
    ("50 %", "", "roughly half of Mayadin", 1),
    ("about 1,500", "", "1500", 1),
    ("about 1,500", "", "1,450", 1),
    ("about 1,500", "", "1,700", 0),
    ("1500000", "", "1.5m", 1),
    ("1500000", "", "1.5 million", 1),
    ("1.5 m", "", "1.5m", 1),
    ("$1.5 million", "", "1,500,000 dollars", 1),
    ("$1.5 million", "", "€1.5m", 0),
    ("3.142", "", "3.142", 1),
    ("100", "2", "98", 1),
    ("100", "2", "97", 0),
    ("100", "5 %", "105", 1),
    ("100", "5 %", "106", 0),
    ("38..67", "2", "40-65", 1),
]


def key_of(text: str) -> Quantity:
    quantity = read_quantity(text)
    assert isinstance(quantity, Quantity)
    return quantity


@pytest.mark.parametrize(("key", "tolerance", "text", "mark"), ROWS)
def test_a_number_gets_the_mark_that_it_deserves(key: str, tolerance: str, text: str, mark: float) -> None:
    comparison = mark_quantity(key_of(key), text, read_tolerance(tolerance or "0"))
    assert (comparison.mark, comparison.ask_again) == (mark, False)
    assert comparison.reason


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("1500", "1.500"),
        ("about 1,500", "1.500 men"),
        ("1500", "2.500"),
        ("38", "many"),
        ("38", "x1"),
        ("38", "thre"),
    ],
)
def test_a_number_that_can_be_meant_in_two_ways_is_asked_again(key: str, text: str) -> None:
    assert mark_quantity(key_of(key), text).ask_again


def test_a_range_says_that_two_numbers_are_wanted() -> None:
    for text in ("38", "100", "x1", "no idea", "38 of 50 or 67"):
        assert "two numbers are wanted" in mark_quantity(key_of("38..67"), text).reason

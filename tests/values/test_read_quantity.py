"""A typed quantity is read in words and digits, as a bound or a range, with a unit or a counted noun."""

from decimal import Decimal

import pytest

from quizapp.values.comparison import Unreadable, Vague
from quizapp.values.quantities import Quantity, read_quantity, read_tolerance, read_unit, say_quantity

ONE = [
    ("38", "38"),
    ("38.", "38"),
    ("=38", "38"),
    ("３８", "38"),
    ("٣٨", "38"),
    ("3\u200b8", "38"),
    ("thirty-eight", "38"),
    ("Thirty eight", "38"),
    ("thirtyeight", "38"),
    ("38 soldiers", "38"),
    ("thirty-eight soldiers were killed", "38"),
    ("exactly 38", "38"),
    ("a total of 38", "38"),
    ("a hundred", "100"),
    ("one hundred and eighty", "180"),
    ("a hundred and eighty", "180"),
    ("one hundred eighty", "180"),
    ("a thousand and one", "1001"),
    ("two thousand and seventeen", "2017"),
    ("twenty-five hundred", "2500"),
    ("one million two hundred thousand", "1200000"),
    ("1,500", "1500"),
    ("1 500", "1500"),
    ("1\u202f500", "1500"),
    ("1'500", "1500"),
    ("1,500,000", "1500000"),
    ("1.500.000", "1500000"),
    ("1.5", "1.5"),
    ("1,5", "1.5"),
    (".5", "0.5"),
    ("0,500", "0.5"),
    ("1.5 million", "1500000"),
    ("1,5 million", "1500000"),
    ("3 bn", "3000000000"),
    ("1.5k", "1500"),
    ("1.5e6", "1500000"),
    ("1.5 x 10^6", "1500000"),
    ("1.5×10⁶", "1500000"),
    ("half a million", "500000"),
    ("a quarter of a million", "250000"),
    ("two and a half million", "2500000"),
    ("one point five", "1.5"),
    ("one and a half", "1.5"),
    ("1 1/2", "1.5"),
    ("1½", "1.5"),
    ("½", "0.5"),
    ("half", "0.5"),
    ("a half", "0.5"),
    ("a quarter", "0.25"),
    ("one quarter", "0.25"),
    ("one fourth", "0.25"),
    ("1/4", "0.25"),
    ("one in four", "0.25"),
    ("3 out of 4", "0.75"),
    ("three quarters", "0.75"),
    ("two fifths", "0.4"),
    ("a dozen", "12"),
    ("half a dozen", "6"),
    ("two dozen", "24"),
    ("a couple", "2"),
    ("none", "0"),
    ("zero", "0"),
    ("-5", "-5"),
    ("−5", "-5"),
    ("minus five", "-5"),
]


@pytest.mark.parametrize(("text", "number"), ONE)
def test_one_number_is_read_in_words_and_digits(text: str, number: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(number), Decimal(number))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("38+", "38", None),
        ("38 +", "38", None),
        ("38 plus", "38", None),
        ("38 or more", "38", None),
        ("at least 38", "38", None),
        ("38 at least", "38", None),
        ("no fewer than 38", "38", None),
        ("a minimum of 38", "38", None),
        ("more than 38", "38", None),
        ("over 38", "38", None),
        (">38", "38", None),
        (">= 38", "38", None),
        ("≥38", "38", None),
        ("up to 67", None, "67"),
        ("at most 67", None, "67"),
        ("67 or fewer", None, "67"),
        ("fewer than 67", None, "67"),
        ("no more than sixty-seven", None, "67"),
        ("<67", None, "67"),
        ("38-67", "38", "67"),
        ("38–67", "38", "67"),
        ("38 - 67", "38", "67"),
        ("38..67", "38", "67"),
        ("38 to 67", "38", "67"),
        ("from 38 to 67", "38", "67"),
        ("between 38 and 67", "38", "67"),
        ("between thirty-eight and sixty-seven civilians", "38", "67"),
        ("1 to 2 million", "1000000", "2000000"),
    ],
)
def test_bounds_and_ranges_are_read(text: str, low: str | None, high: str | None) -> None:
    assert read_quantity(text) == Quantity(low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("10 km", 10, "km"),
        ("10km", 10, "km"),
        ("10 KM", 10, "km"),
        ("ten kilometers", 10, "km"),
        ("within 10 kilometres", 10, "km"),
        ("six km from the city", 6, "km"),
        ("25 %", 25, "%"),
        ("25%", 25, "%"),
        ("25 per cent", 25, "%"),
        ("25 percent", 25, "%"),
        ("5 km²", 5, "km²"),
        ("5 square kilometres", 5, "km²"),
        ("100 km/h", 100, "km/h"),
        ("20 °C", 20, "°C"),
        ("three years", 3, "years"),
        ("two tonnes", 2, "t"),
        ("$5", 5, "$"),
        ("$5m", 5_000_000, "$"),
        ("5 million dollars", 5_000_000, "$"),
    ],
)
def test_a_unit_is_read_in_its_usual_spellings(text: str, number: int, unit: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(number), Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["about 40", "around 40", "~40", "≈ 40", "approximately 40", "c. 40", "40 or so"]
)
def test_a_rough_number_says_that_it_is_rough(text: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(40), Decimal(40), None, about=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mayadin",
        "4th Division",
        "5 Corps",
        "Seven Years' War",
        "type 2",
        "14 October 2017",
        "October 2017",
        "480 BC",
        "37 or 38",
        "38 and 67",
        "not 38",
        "67-38",
        "1/0",
        "1e99",
        "9" * 40,
        "9" * 10_000,
        "one " * 100,
    ],
)
def test_what_is_not_one_number_is_refused_with_a_reason(text: str) -> None:
    reading = read_quantity(text)
    assert isinstance(reading, Unreadable)
    assert "; write" in reading.reason


@pytest.mark.parametrize("text", ["hundreds", "many", "dozens of men", "several"])
def test_an_indefinite_number_is_vague(text: str) -> None:
    assert isinstance(read_quantity(text), Vague)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("38+", "at least 38"),
        ("38..67", "38 to 67"),
        ("up to 67", "up to 67"),
        ("about 1500", "about 1,500"),
        ("1.5 million", "1,500,000"),
        ("a third", "1/3"),
        ("one quarter", "0.25"),
        ("25%", "25 %"),
        ("5km-10km", "5 to 10 km"),
        ("$1.5m", "$1,500,000"),
        ("at least 20 degrees celsius", "at least 20 °C"),
        ("38.50", "38.5"),
        ("100", "100"),
    ],
)
def test_a_quantity_is_said_in_english_and_read_back(text: str, said: str) -> None:
    quantity = read_quantity(text)
    assert isinstance(quantity, Quantity)
    assert say_quantity(quantity) == said
    assert read_quantity(said) == quantity


def test_a_tolerance_is_an_amount_or_a_share() -> None:
    assert (read_tolerance("2").amount, read_tolerance("2").is_share) == (2, False)
    assert (read_tolerance("5 %").amount, read_tolerance("5 %").is_share) == (Decimal("0.05"), True)


@pytest.mark.parametrize("text", ["", "a bit", "-1", "NaN", "Infinity", "9" * 50, "1e999"])
def test_what_is_no_tolerance_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="is not a tolerance; write a number"):
        read_tolerance(text)


def test_a_unit_has_one_name() -> None:
    assert read_unit("Kilometres") == "km"
    assert read_unit("civilians") is None

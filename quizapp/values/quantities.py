"""How right a typed quantity is; what a quantity is stands in measures, how it is read in read_quantity."""

import re
from decimal import Decimal

from quizapp.values.comparison import RIGHT, Comparison, Unclear, Unreadable, Vague
from quizapp.values.measures import EXACTLY, Quantity, Tolerance, read_tolerance, say_quantity
from quizapp.values.read_quantity import as_millions, read_quantity, read_range
from quizapp.values.text import clean
from quizapp.values.units import read_unit, worth

__all__ = [
    "EXACTLY",
    "Quantity",
    "Tolerance",
    "compare_quantities",
    "mark_quantity",
    "read_quantity",
    "read_tolerance",
    "read_unit",
    "say_quantity",
]

_ROUGHLY = Tolerance(
    Decimal("0.05"), is_share=True
)  # for a key that says "about" and has no tolerance of its own
_ROUNDED_FRACTION = Decimal("0.05")  # share of the key that writing a third as 33 % may take away
_ROUNDED_UNIT = Decimal("0.01")  # and rounding after a conversion: 6.2 miles are 10 km, 6 miles are not
_TWO_WANTED = "two numbers are wanted, the lowest and the highest"
_TWICE = re.compile(r"([^()]+)\(([^()]+)\)")
_LONGEST_TWICE = 100  # characters
GROUPED = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])")
"""A dot and three digits: thousands to some, decimals to others."""


def mark_quantity(key: Quantity, text: str, tolerance: Tolerance = EXACTLY) -> Comparison:
    """Mark a typed quantity against the key."""
    response = _read_response(text)
    if _is_range(key) and not (isinstance(response, Quantity) and _is_range(response)):
        response = read_range(text) or response
    comparison = compare_quantities(key, response, tolerance)
    if comparison.mark == 1 or not isinstance(response, Quantity):
        return comparison
    if response.unit == "m" and _is_right(key, as_millions(response), tolerance):
        return RIGHT
    if GROUPED.search(
        clean(text)
    ):  # whatever the key is: asking must not tell that the other reading is right
        return Comparison(
            0.0, "a dot before three digits can be read in two ways; write no dot", ask_again=True
        )
    return comparison


def _read_response(text: str) -> Quantity | Vague | Unreadable:
    """Read a typed number; "four (4)" says it twice."""
    twice = _TWICE.fullmatch(clean(text)) if len(text) <= _LONGEST_TWICE else None
    if twice is not None:
        words, digits = (read_quantity(said, counting_anything=True) for said in twice.groups())
        if isinstance(words, Quantity) and words == digits:
            return words
    return read_quantity(text, counting_anything=True)


def _is_range(quantity: Quantity) -> bool:
    return None not in (quantity.low, quantity.high) and not quantity.is_one


def _is_right(key: Quantity, response: Quantity | Vague | Unreadable, tolerance: Tolerance) -> bool:
    return compare_quantities(key, response, tolerance).mark == 1


def compare_quantities(
    key: Quantity, response: Quantity | Vague | Unreadable, tolerance: Tolerance = EXACTLY
) -> Comparison:
    """Compare what was read with the key, converting units; a response without a unit is in the key's."""
    if isinstance(response, Vague):
        return Comparison(0.0, response.reason, ask_again=True)
    if isinstance(response, Unreadable):
        reason = f"this is no range; {_TWO_WANTED}" if _is_range(key) else response.reason
        return Comparison(0.0, reason, ask_again=isinstance(response, Unclear))
    if key.about and tolerance == EXACTLY:
        tolerance = _ROUGHLY
    factors = _factors(key, response)
    if not factors:
        return Comparison(0.0, f"{response.unit} measures something else; {key.unit} is asked")
    compared = [_compare_in_unit(key, response, factor, tolerance) for factor in factors]
    return max(compared, key=lambda comparison: comparison.mark)


def _factors(key: Quantity, response: Quantity) -> list[Decimal]:
    """Return what the response may be multiplied by to be in the key's unit; none if it measures another thing."""
    key_worth = worth(key.unit) if key.unit else None
    response_worth = worth(response.unit) if response.unit else None
    if key_worth is None:  # a share may be typed as a fraction or in per cent
        return [response_worth[1], Decimal(1)] if response.unit == "%" and response_worth else [Decimal(1)]
    if response_worth is None:
        return [Decimal(1), 1 / key_worth[1]] if key.unit == "%" else [Decimal(1)]
    if key_worth[0] != response_worth[0]:
        return []
    return [response_worth[1] / key_worth[1]]


def _compare_in_unit(key: Quantity, response: Quantity, factor: Decimal, tolerance: Tolerance) -> Comparison:
    low_right = _agrees(key.low, response.low, factor, tolerance)
    high_right = _agrees(key.high, response.high, factor, tolerance)
    if low_right and high_right:
        return RIGHT
    if key.is_one:
        return _compare_with_one(key, response, factor, tolerance)
    if _is_range(key):
        return _compare_with_range(key, response, factor, low_right=low_right, high_right=high_right)
    return _compare_with_bound(key, response, factor, tolerance)


def _agrees(key: Decimal | None, given: Decimal | None, factor: Decimal, tolerance: Tolerance) -> bool:
    """Whether a typed end is the key's: within the tolerance, or rounded after a conversion or a fraction."""
    if key is None or given is None:
        return key is given
    allowed = abs(key) * tolerance.amount if tolerance.is_share else tolerance.amount
    apart = abs(given * factor - key)
    if apart <= allowed + abs(key) * Decimal("1e-20"):
        return True
    exponent = given.as_tuple().exponent
    is_endless = isinstance(exponent_of_key := key.as_tuple().exponent, int) and exponent_of_key < -10
    if (factor == 1 and not is_endless) or not isinstance(exponent, int):
        return False
    most = abs(key) * (_ROUNDED_FRACTION if is_endless else _ROUNDED_UNIT)
    rounding = min(factor * Decimal(5).scaleb(min(exponent, 0) - 1), most)
    return apart <= allowed + rounding


def _compare_with_one(key: Quantity, response: Quantity, factor: Decimal, tolerance: Tolerance) -> Comparison:
    assert key.low is not None
    if response.is_one:
        assert response.low is not None
        return Comparison(0.0, "too high" if response.low * factor > key.low else "too low")
    ends = (response.low, response.high)
    if any(_agrees(key.low, end, factor, tolerance) for end in ends if end is not None):
        return Comparison(0.5, "nearly: it is that very number, not more or less of it")
    low, high = ends
    is_inside = (low is None or low * factor <= key.low) and (high is None or key.low <= high * factor)
    if is_inside and low is not None and high is not None:
        return Comparison(0.25, "the right number lies in this range; one number is asked")
    return Comparison(0.0, "another number")


def _compare_with_bound(
    key: Quantity, response: Quantity, factor: Decimal, tolerance: Tolerance
) -> Comparison:
    """Compare with "at least" or "at most": the number alone is right too."""
    is_least = key.high is None
    bound = key.low if is_least else key.high
    asked = "at least" if is_least else "at most"
    if response.is_one:
        right = _agrees(bound, response.low, factor, tolerance)
        return RIGHT if right else Comparison(0.0, f'another number; the answer is "{asked}" a number')
    near = response.low if is_least else response.high
    if near is None:
        other = response.high if is_least else response.low
        right = _agrees(bound, other, factor, tolerance)
        return Comparison(0.25 if right else 0.0, f'the answer is "{asked}" a number, the other way round')
    if _agrees(bound, near, factor, tolerance):
        return Comparison(0.5, f'the right number, but the answer is "{asked}" it, with no other end')
    return Comparison(0.0, f'another number; the answer is "{asked}" a number')


def _compare_with_range(
    key: Quantity, response: Quantity, factor: Decimal, *, low_right: bool, high_right: bool
) -> Comparison:
    assert key.low is not None
    assert key.high is not None
    if response.is_one:
        assert response.low is not None
        if key.low <= response.low * factor <= key.high:
            return Comparison(0.5, f"it lies in the range, but {_TWO_WANTED}")
        return Comparison(0.0, f"outside the range; {_TWO_WANTED}")
    if low_right or high_right:
        right, other = ("lower", "upper") if low_right else ("upper", "lower")
        missing = None in (response.low, response.high)
        return Comparison(
            0.5, f"nearly: the {right} end is right, the {other} end is {'missing' if missing else 'not'}"
        )
    return Comparison(0.0, "another range")

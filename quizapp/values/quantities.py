"""Quantities: a number, a lower or upper bound, or a range, perhaps with a unit."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quizapp.values.comparison import Comparison, Unreadable, Vague
from quizapp.values.text import clean


@dataclass(frozen=True, slots=True)
class Quantity:
    """From low to high, both included (None is open), in the unit; about says that it was given roughly."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from the key is still right: in the key's unit, or as a share of the key (0.05 is 5 %)."""

    amount: Decimal = Decimal(0)
    is_share: bool = False


EXACTLY = Tolerance()


def read_quantity(text: str) -> Quantity | Vague | Unreadable:
    """Read a typed quantity; what cannot be marked comes back with its reason."""
    try:
        number = Decimal(clean(text)[:30].replace(",", ""))
    except InvalidOperation:
        return Unreadable("no number in this; write it in digits, such as 38")
    return Quantity(number, number) if number.is_finite() else Unreadable("no number in this")


def read_tolerance(text: str) -> Tolerance:
    """Read a tolerance such as "2" or "5 %"; ValueError says what is wrong and what to do."""
    text = clean(text)
    share = text.endswith("%")
    try:
        amount = Decimal(text.rstrip("% ")[:30])
    except InvalidOperation:
        raise ValueError(
            f"{text!r:.60} is not a tolerance; write a number such as 2, or a share such as 5 %"
        ) from None
    return Tolerance(amount / 100, is_share=True) if share else Tolerance(amount)


def say_quantity(quantity: Quantity) -> str:
    """Return the quantity in English, which read_quantity reads back: "at least 38", "38 to 67 km"."""
    return f"{quantity.low}"


def read_unit(text: str) -> str | None:
    """Return the canonical name of a unit ("kilometres" is "km"), or None for one that is not known."""
    return text or None


def mark_quantity(key: Quantity, text: str, tolerance: Tolerance = EXACTLY) -> Comparison:
    """Mark a typed quantity against the key."""
    return compare_quantities(key, read_quantity(text), tolerance)


def compare_quantities(
    key: Quantity, response: Quantity | Vague | Unreadable, tolerance: Tolerance = EXACTLY
) -> Comparison:
    """Compare what was read with the key, converting units; a response without a unit is in the key's."""
    if isinstance(response, Vague):
        return Comparison(0.0, response.reason, ask_again=True)
    if isinstance(response, Unreadable):
        return Comparison(0.0, response.reason)
    return Comparison(1.0, "right") if response.low == key.low else Comparison(0.0, "another number")

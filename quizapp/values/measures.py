"""What a quantity is: a number, a bound or a range, perhaps with a unit; and how far from it is still right."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from quizapp.values.text import clean

CURRENCIES = frozenset("$€£")
MOST_DIGITS = 30
"""Digits of the longest number that is read."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """From low to high, both included (None is open), in the unit; about says that it was given roughly."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    about: bool = False

    @property
    def is_one(self) -> bool:
        """Whether this is one number, not a bound or a range."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off is still right: in the key's unit, or as a share of the key (0.05 is 5 %)."""

    amount: Decimal = Decimal(0)
    is_share: bool = False


EXACTLY = Tolerance()


def read_tolerance(text: str) -> Tolerance:
    """Read a tolerance such as "2" or "5 %"; ValueError says what is wrong and what to do."""
    text = clean(text)
    number = text.removesuffix("%").strip().removeprefix("±").strip()
    try:
        amount = Decimal(number) if len(number) <= MOST_DIGITS else Decimal("NaN")
    except InvalidOperation:
        amount = Decimal("NaN")
    if not (amount.is_finite() and 0 <= amount < 10**MOST_DIGITS):
        raise ValueError(f'"{text:.60}" is not a tolerance; write a number such as 2, or a share such as 5 %')
    return Tolerance(amount / 100, is_share=True) if text.endswith("%") else Tolerance(amount)


def say_quantity(quantity: Quantity) -> str:
    """Return the quantity in English, which read_quantity reads back: "at least 38", "38 to 67 km"."""
    sign = quantity.unit if quantity.unit in CURRENCIES else ""
    low, high = (None if end is None else sign + say_number(end) for end in (quantity.low, quantity.high))
    if low is None:
        said = f"up to {high}"
    elif high is None:
        said = f"at least {low}"
    else:
        said = low if quantity.is_one else f"{low} to {high}"
    said = f"about {said}" if quantity.about else said
    return f"{said} {quantity.unit}" if quantity.unit and not sign else said


def say_number(number: Decimal) -> str:
    """Return a number with thousands separated: "1,500", "0.25"; a fraction that does not end as "1/3"."""
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -10:
        near = Fraction(number).limit_denominator(1000)
        if Decimal(near.numerator) / near.denominator == number:
            return f"{near.numerator}/{near.denominator}"
    said = f"{number:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said

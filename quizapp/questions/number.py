"""Type a number: exact, at least, or a range; with a tolerance, with a unit."""

import re
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Response
from quizapp.questions.problems import refuse
from quizapp.questions.shown import Shape, Shown
from quizapp.values.quantities import (
    EXACTLY,
    GROUPED,
    Quantity,
    Tolerance,
    mark_quantity,
    read_quantity,
    read_tolerance,
    read_unit,
    say_quantity,
)

_OPEN = re.compile(
    r"(?<!no )(?<!not )\b(?:more than|greater than|over|above|upwards of|in excess of|exceeding"
    r"|fewer than|less than|under|below)\b(?=.*\w)|[<>](?!\s*=)",
    re.IGNORECASE,
)
"""Bounds that do not say whether their own number is right."""


class Number(Question):
    """A question whose answer is a typed number."""

    shape: ClassVar[Shape] = Shape.TYPE_IN
    rung: ClassVar[str] = "typed"

    type: Literal["number"] = Field(title="Type", description="Type a number.")
    key: OneLine = Field(
        title="Key",
        description='The number: 38, "38+", at least 38, 38..67, about 1,500; with a unit or without.',
    )
    tolerance: str = Field(
        default="", title="Tolerance", description="How far off is still right: 2, or a share such as 5 %."
    )
    unit: str = Field(default="", title="Unit", description="What is counted or measured, such as km.")

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: str) -> str:
        reading = read_quantity(key)
        if not isinstance(reading, Quantity):
            refuse([((), f'"{key:.60}" is not a number; write it like 38, 38+, 38..67 or about 1,500')])
        assert isinstance(reading, Quantity)
        if _OPEN.search(key):
            refuse([((), _say_bound(key, reading))])
        grouped = GROUPED.search(key)
        if grouped:
            refuse([((), _say_grouped(*grouped.groups()))])
        return key

    @field_validator("tolerance")
    @classmethod
    def _check_tolerance(cls, tolerance: str) -> str:
        try:
            read_tolerance(tolerance or "0")
        except ValueError as error:
            refuse([((), str(error))])
        return tolerance

    @field_validator("unit")
    @classmethod
    def _check_unit(cls, unit: str, known: ValidationInfo) -> str:
        reading = read_quantity(known.data.get("key", ""))
        named = reading.unit if isinstance(reading, Quantity) else None
        if unit and named and read_unit(unit) != named:
            refuse([((), f'the key is in {named} and the unit is "{unit:.40}"; name the unit once')])
        return unit

    @property
    def quantity(self) -> Quantity:
        """The key as a quantity, in the unit of the question where the key names none."""
        reading = read_quantity(self.key)
        assert isinstance(reading, Quantity)
        return replace(reading, unit=reading.unit or read_unit(self.unit))

    def mark(self, response: Response) -> Grade:
        """Mark a number in digits or words, within the tolerance and converted to the unit."""
        tolerance = read_tolerance(self.tolerance) if self.tolerance else EXACTLY
        return mark_number(self.quantity, " ".join(response), tolerance)

    def read_as(self, text: str) -> str:
        """Say which number a text is read as, or nothing if it is not read as one."""
        reading = read_quantity(text)
        return say_quantity(reading) if isinstance(reading, Quantity) else ""

    def key_response(self) -> Response:
        """Give the number."""
        return (say_quantity(self.quantity),)

    def answer(self) -> str:
        """Say the number with its unit."""
        said = say_quantity(self.quantity)
        return said if self.quantity.unit or not self.unit else f"{said} {self.unit}"

    def _front(self) -> Shown:
        low, high = self.quantity.low, self.quantity.high
        is_range = low is not None and high is not None and low != high
        is_plain = not is_range and all(end is None or end >= 0 for end in (low, high))
        return replace(
            super()._front(),
            unit=self.unit,
            wanted="lowest and highest" if is_range else "",
            input_mode="decimal" if is_plain else "text",  # phones' number pads lack the minus and "to"
        )


def mark_number(key: Quantity, text: str, tolerance: Tolerance = EXACTLY) -> Grade:
    """Mark a typed number against a quantity."""
    comparison = mark_quantity(key, text, tolerance)
    return Grade(comparison.mark, comparison.reason, ask_again=comparison.ask_again)


def _say_bound(key: str, reading: Quantity) -> str:
    bound, step = (reading.high, -1) if reading.low is None else (reading.low, 1)
    if bound is None or bound != int(bound) or reading.unit is not None:
        return f'"{key:.60}" leaves open whether that number is right; write "at least ..." or "at most ..."'
    nearest, number = int(bound) + step, int(bound)
    remedy = f'"{nearest}+" or "at least {nearest}"' if step > 0 else f'"at most {nearest}"'
    return f'"{key:.60}" leaves open whether {number} is right; write {remedy}'


def _say_grouped(whole: str, rest: str) -> str:
    decimal = f"{whole}.{rest.rstrip('0') or '0'}" if rest.endswith("0") else f"{whole}.{rest}0"
    return f'"{whole}.{rest}" is read in two ways; write {whole}{rest} or {decimal}'

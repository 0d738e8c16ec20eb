"""Saying a number as the text bounds it: "over 5,000 men" are more than 5,000, and not at least 5,000."""

import re

from quizapp.article.numbers.counts import Count
from quizapp.values.measures import say_quantity

_OVER = re.compile(
    r"(?:(?:well|just|slightly|a little|far) )?(?:over|more than|in excess of|exceeding|>)", re.IGNORECASE
)
AT_LEAST, MORE_THAN = "at least ", "more than "


def say_amount(count: Count, text: str) -> str:
    """Return the number of a count in English, with the bound that the text gives it."""
    said = say_quantity(count.quantity)
    if said.startswith(AT_LEAST) and _OVER.match(text, count.start):
        return MORE_THAN + said.removeprefix(AT_LEAST)
    return said


def without_bound(said: str) -> str:
    """Return a number that is said without its lower bound: "at least 38" is 38."""
    return said.removeprefix(AT_LEAST).removeprefix(MORE_THAN)

"""Answers that are typed: dates, numbers, names."""

import re

from quizapp.questions.date import Date
from quizapp.questions.number import Number
from quizapp.questions.text import Text
from quizapp.values.dates import Precision, When, to_edtf
from quizapp.values.measures import say_quantity
from quizapp.writing.also_right import list_also_right
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import BATTLES, is_name
from quizapp.writing.prompt import Prompt, Sort

_TYPED = frozenset({Sort.PERSON, Sort.FORCE, Sort.PLACE, Sort.CONFLICT})
_PLAIN_NAME = re.compile(
    r"[^\W\d_a-z][\w.'\u2019-]*(?: (?:v[ao]n|de[rn]?|ibn|bin|al|el))?(?: [^\W\d_][\w.'\u2019-]*){1,3}"
)
_TITLED = re.compile(
    r"\b(?:King|Queen|Prince|Princess|Duke|Earl|Count|Lord|Sir|Emperor|Bishop|Archbishop|Pope|Saint|[IVX]+|the|of)\b"
)
_SHORTEST_SPAN = 3  # days: "22/23 December" is one night, or a doubt
MOST_WORDS = 6
"""Words of a name that anybody can be asked to type."""


def ask_date(asked: Asked, _lures: tuple[Lure, ...]) -> Date | None:
    """Ask for a date, as exactly as the text gives it."""
    when = asked.prompt.when
    if asked.prompt.sort is not Sort.DATE or when is None or _is_one_night(when):
        return None
    return Date(type="date", stem=asked.prompt.stem, key=to_edtf(when))


def ask_number(asked: Asked, _lures: tuple[Lure, ...]) -> Number | None:
    """Ask for a number; one that the text gives roughly may be off by a tenth."""
    quantity = asked.prompt.quantity
    if asked.prompt.sort is not Sort.NUMBER or quantity is None:
        return None
    is_over = "ore than how many " in asked.prompt.stem  # "more than 5,000" is no key
    key = asked.prompt.key if is_over else say_quantity(quantity)
    tolerance = "10 %" if quantity.about else ""
    return Number(type="number", stem=asked.prompt.stem, key=key, tolerance=tolerance, unit=asked.prompt.unit)


def ask_text(asked: Asked, _lures: tuple[Lure, ...]) -> Text | None:
    """Ask for a name, with all its other names accepted."""
    prompt = asked.prompt
    if not can_be_typed(prompt) or prompt.is_open or len(prompt.key.split()) > MOST_WORDS:
        return None
    key = prompt.key.removeprefix("the ")
    if not is_name(" ".join(word for word in key.split() if word not in BATTLES)):
        return None
    return Text(type="text", stem=prompt.stem, key=key, accepted=list_also_right(asked))


def can_be_typed(prompt: Prompt) -> bool:
    """Whether everybody who knows the answer types a name that is accepted.

    Armies and peoples go by too many names, and so do kings and peers; a person's first name and surname, a country
    and a war do not.
    """
    if prompt.sort is Sort.FORCE:
        return prompt.is_typed
    if prompt.sort is Sort.PERSON:
        return bool(_PLAIN_NAME.fullmatch(prompt.key)) and not _TITLED.search(prompt.key)
    if prompt.sort is Sort.PLACE:
        return prompt.is_typed or bool(prompt.place)
    return prompt.sort in _TYPED


def _is_one_night(when: When) -> bool:
    if when.is_one or when.earliest is None or when.latest is None or when.precision is not Precision.DAY:
        return False
    return when.latest - when.earliest + 1 < _SHORTEST_SPAN

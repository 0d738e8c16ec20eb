"""Answers that are typed: dates, numbers, names."""

from quizapp.questions.date import Date
from quizapp.questions.number import Number
from quizapp.questions.text import Text
from quizapp.values.dates import to_edtf
from quizapp.values.measures import say_quantity
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import BATTLES, is_name
from quizapp.writing.prompt import Sort

_TYPED = frozenset({Sort.PERSON, Sort.FORCE, Sort.PLACE, Sort.CONFLICT})
MOST_WORDS = 6
"""Words of a name that anybody can be asked to type."""


def ask_date(asked: Asked, _lures: tuple[Lure, ...]) -> Date | None:
    """Ask for a date, as exactly as the text gives it."""
    when = asked.prompt.when
    if asked.prompt.sort is not Sort.DATE or when is None:
        return None
    return Date(type="date", stem=asked.prompt.stem, key=to_edtf(when))


def ask_number(asked: Asked, _lures: tuple[Lure, ...]) -> Number | None:
    """Ask for a number; one that the text gives roughly may be off by a tenth."""
    quantity = asked.prompt.quantity
    if asked.prompt.sort is not Sort.NUMBER or quantity is None:
        return None
    key = say_quantity(quantity)
    tolerance = "10 %" if quantity.about else ""
    return Number(type="number", stem=asked.prompt.stem, key=key, tolerance=tolerance, unit=asked.prompt.unit)


def ask_text(asked: Asked, _lures: tuple[Lure, ...]) -> Text | None:
    """Ask for a name, with all its other names accepted."""
    prompt = asked.prompt
    if prompt.sort not in _TYPED or prompt.is_open or len(prompt.key.split()) > MOST_WORDS:
        return None
    key = prompt.key.removeprefix("the ")
    if not is_name(" ".join(word for word in key.split() if word not in BATTLES)):
        return None
    accepted: dict[str, str] = {}
    for name in prompt.accepted:
        accepted.setdefault(fold(name), name)
    accepted.pop(fold(key), None)
    return Text(type="text", stem=prompt.stem, key=key, accepted=tuple(accepted.values()))

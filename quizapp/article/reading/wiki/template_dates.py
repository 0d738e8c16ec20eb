"""Templates that hold dates in numbers, written as a reader sees them."""

from collections.abc import Iterable

from quizapp.article.reading.wiki.calls import Call
from quizapp.values.dates import MONTHS

_BC = ("bc", "bce")


def write_date(call: Call) -> Iterable[str]:
    """Write a date: {{start date|1265|08|04}} is 4 August 1265."""
    return [_name_date([argument.text.strip() for argument in call.positional()][:3], call)]


def write_two_dates(call: Call) -> Iterable[str]:
    """Write two dates: {{start and end dates|1815|6|16|1815|6|18}}."""
    words = [argument.text.strip() for argument in call.positional()]
    half = 3 if len(words) >= 6 else len(words) // 2
    return [
        " – ".join(filter(None, (_name_date(words[:half], call), _name_date(words[half : 2 * half], call))))
    ]


def _name_date(words: list[str], call: Call) -> str:
    """Put year, month and day together; words that are no numbers, as in {{date|4 August 1265}}, are kept."""
    if not words or not words[0].lstrip("-").isdecimal():
        return words[0] if words else ""
    year = words[0].lstrip("-0") or "0"
    if words[0].startswith("-") or call.say("era").lower() in _BC:
        year += " BC"
    parts = [year]
    if len(words) > 1:
        parts.insert(0, _name_month(words[1]))
    if len(words) > 2 and words[2].isdecimal() and len(words[2]) < 3:
        parts.insert(0, str(int(words[2])))
    return " ".join(filter(None, parts))


def _name_month(word: str) -> str:
    """Return the name of a month given by number or name."""
    if word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 12:
        return MONTHS[int(word) - 1]
    return "" if word.isdecimal() else word

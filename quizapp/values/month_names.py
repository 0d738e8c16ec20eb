"""The names of the months in English and in the languages that it meets most, and slips of the keyboard in them.

To accept another language, add its names to the lines of `_NAMES`; a beginning of three letters is enough.
"""

from functools import cache

from rapidfuzz.distance import OSA

from quizapp.values.dates import MONTHS
from quizapp.values.text import fold, word_list

_ENGLISH = tuple(month.casefold() for month in MONTHS)
_NAMES = (  # French, German, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish
    "janvier januar janner enero gennaio janeiro januari",
    "fevrier februar febrero febbraio fevereiro februari",
    "mars marz maerz marzo marco maart marts mrt",
    "avril abril aprile",
    "mai mayo maggio maio mei maj",
    "juin juni junio giugno junho",
    "juillet juli julio luglio julho",
    "aout agosto augustus augusti",
    "septembre septiembre setiembre settembre setembro",
    "octobre oktober octubre ottobre outubro",
    "novembre noviembre novembro",
    "decembre dezember diciembre dicembre dezembro",
)
_WORDS = frozenset({"out", "ago", "set", "ene", "mag", "gen"})  # no month when they stand for themselves
_SHORTEST_SLIP = 4  # letters of a word that may differ from a name by one slip
_LONG = 6  # letters of an English name that may differ by two


def read_month(token: str) -> int | None:
    """Return the month that a word means: its name, three letters of it or more, or a slip in one name only."""
    word = fold(token)
    known = _month_by_beginning().get(word)
    if known is not None or not _SHORTEST_SLIP <= len(word) <= 12:
        return known
    near = {month for month, name in _every_name() if _differs_by(word, name, 1)}
    if not near and len(word) >= _LONG:
        near = {
            month
            for month, name in enumerate(_ENGLISH, 1)
            if len(name) >= _LONG and _differs_by(word, name, 2)
        }
    return near.pop() if len(near) == 1 else None


def is_misspelt_month(token: str) -> bool:
    """Whether a word means a month and yet is no month's name in any language known here."""
    return fold(token) not in _month_by_beginning() and read_month(token) is not None


def is_foreign_month(token: str) -> bool:
    """Whether a word means a month and is not its English name, nor the beginning of it."""
    word = fold(token)
    return read_month(word) is not None and not any(name.startswith(word) for name in _ENGLISH)


def _differs_by(word: str, name: str, slips: int) -> bool:
    if len(name) < _SHORTEST_SLIP or word[0] not in name[:2]:
        return False
    return OSA.distance(word, name, score_cutoff=slips) <= slips


@cache
def _every_name() -> tuple[tuple[int, str], ...]:
    foreign = ((month, name) for month, names in enumerate(_NAMES, 1) for name in word_list(names))
    return (*enumerate(_ENGLISH, 1), *foreign)


@cache
def _month_by_beginning() -> dict[str, int]:
    """Return the months by every beginning of a name that can only be theirs; English goes before the others."""
    english, foreign = _beginnings(_every_name()[:12]), _beginnings(_every_name()[12:])
    sure = {word: months for word, months in (foreign | english).items() if len(months) == 1}
    return {word: min(months) for word, months in sure.items() if word not in _WORDS}


def _beginnings(names: tuple[tuple[int, str], ...]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for month, name in names:
        for length in range(3, len(name) + 1):
            found.setdefault(name[:length], set()).add(month)
    return found

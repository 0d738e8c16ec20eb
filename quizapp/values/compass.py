"""Directions: one point of the compass in its many words, "N", "south-east", "from the western side"."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from quizapp.values.text import word_list, words

_POINTS = ("north", "south", "east", "west")
_ENDINGS = ("", "ern", "ward", "wards", "erly")
_POINT_OF = {
    first + second + ending: (first[0] if first else "") + second[0]
    for first in ("", "north", "south")
    for second in _POINTS
    for ending in _ENDINGS
    if not first or second in ("east", "west")
} | {short: short for short in word_list("n s e w ne nw se sw")}
_LEADING = frozenset(word_list("the to from in towards toward"))
_AROUND = _LEADING | frozenset(
    word_list("at on of side bank part parts direction end edge city town river back")
)


def is_direction(text: str, accepted: Iterable[str]) -> bool:
    """Whether a text names the direction of an accepted text that is a direction and nothing else, spelt out."""
    typed = _read_direction(words(text), _AROUND)
    return typed is not None and typed in map(_read_key, accepted)


@lru_cache(maxsize=4096)
def _read_key(accepted: str) -> str | None:
    key = words(accepted)
    return _read_direction(key, _LEADING) if any(len(word) > 2 for word in key) else None


def _read_direction(said: Sequence[str], around: frozenset[str]) -> str | None:
    """Return n, se and so on; None for other words, no direction, or several."""
    points = [_POINT_OF.get(word) for word in said if word not in around]
    if len(points) == 2 and points[0] in ("n", "s") and points[1] in ("e", "w"):
        return points[0] + points[1]
    return points[0] if len(points) == 1 else None

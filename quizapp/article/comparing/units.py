"""Units by number: which names in the text mean a unit of the infobox, and which say another thing of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.values.text import fold, word_list

_LEVELS = frozenset(
    word_list(
        "army corps division brigade regiment battalion company squadron fleet flotilla group wing battery"
    )
)
_OTHERS = frozenset(
    word_list("legion force guard guards foot horse dragoons hussars lancers rifles fusiliers")
)
_ARMS = {
    **dict.fromkeys(word_list("armoured armored tank panzer"), "armour"),
    **dict.fromkeys(word_list("mechanized mechanised motorized motorised"), "motor"),
    **dict.fromkeys(word_list("infantry rifle foot"), "infantry"),
    **dict.fromkeys(word_list("airborne parachute paratroop"), "airborne"),
    **dict.fromkeys(word_list("cavalry horse"), "cavalry"),
    **dict.fromkeys(word_list("marine marines"), "marine"),
    **dict.fromkeys(word_list("artillery field"), "artillery"),
    **dict.fromkeys(word_list("mountain alpine"), "mountain"),
}
_UNIT = re.compile(
    r"\b(?P<number>\d{1,3})(?:st|nd|rd|th)\s(?P<name>(?:[^\W\d_a-z][\w'\u2019.-]*\s){0,4}"
    rf"(?:{'|'.join(name.capitalize() for name in sorted(_LEVELS | _OTHERS))}))\b"
)


class _Unit(NamedTuple):
    number: str
    noun: str
    arms: frozenset[str]
    text: str


def compare_units(listed: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield, for a unit at a place in the list, another name in the texts, and whether it is the same unit's."""
    units = [_read(name) for name in listed]
    known = {fold(name) for name in listed}
    named: dict[str, dict[str, _Unit]] = defaultdict(dict)
    for text in texts if any(units) else ():
        for match in _UNIT.finditer(text):
            unit = _take(match)
            named[unit.number].setdefault(fold(unit.text), unit)
    for at, unit_ in enumerate(units):
        if unit_ is None or sum(other is not None and other.number == unit_.number for other in units) > 1:
            continue
        others = [other for name, other in named[unit_.number].items() if name not in known]
        alike = [(other, _compare(unit_, other)) for other in others]
        alike = [(other, same) for other, same in alike if same is not None]
        if len(alike) == 1:
            other, same = alike[0]
            yield at, other.text, bool(same)


def _read(name: str) -> _Unit | None:
    match = _UNIT.search(name)
    return _take(match) if match else None


def _take(match: re.Match[str]) -> _Unit:
    said = match["name"].split()
    arms = frozenset(_ARMS[word.lower()] for word in said[:-1] if word.lower() in _ARMS)
    return _Unit(match["number"], said[-1].lower(), arms, " ".join(match[0].split()))


def _compare(one: _Unit, other: _Unit) -> bool | None:
    """Return whether two units of one number are the same, cannot be told apart from it (False), or differ (None)."""
    if one.noun == other.noun:
        return not (one.arms and other.arms and one.arms.isdisjoint(other.arms))
    return None if one.noun in _LEVELS and other.noun in _LEVELS else True

"""Marks beside a name in an infobox, and what they say: † and (KIA) for killed, (POW) for captured.

A word that stands in brackets for a fate is a line in _WORDS.
"""

import re

from quizapp.article.model import Clean, Flag
from quizapp.article.reading.mapped import replace
from quizapp.article.reading.residue import tidy
from quizapp.values.text import phrase_list

_WORDS = {
    Flag.KILLED: "kia, dow, k.i.a., killed, killed in action, died of wounds, died from wounds, mortally wounded, "
    "fatally wounded, assassinated, fell, slain, died, dead",
    Flag.WOUNDED: "wia, w.i.a., wounded, wounded in action, injured, severely wounded",
    Flag.CAPTURED: "pow, p.o.w., captured, taken prisoner, prisoner, prisoner of war, imprisoned",
    Flag.MISSING: "mia, m.i.a., missing, missing in action",
    Flag.SURRENDERED: "surrendered, surr., capitulated",
    Flag.EXECUTED: "executed, murdered, beheaded, hanged",
}
_FLAG_OF = {word: flag for flag, words in _WORDS.items() for word in phrase_list(words)}
_SIGNS = {
    "†": Flag.KILLED,
    "✝": Flag.KILLED,
    "✟": Flag.KILLED,
    "☠": Flag.KILLED,
    "‡": Flag.EXECUTED,
    "⚐": Flag.SURRENDERED,
}
_SIGN = re.compile("[" + "".join(_SIGNS) + "]+")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_BETWEEN = re.compile(r"\s*[,/&+;]\s*|\s+(?:and|then|later)\s+")
_STUCK = re.compile(r"(?:(?<=[^\W\d_A-Z])|(?<=[^\W\d_])\s)\s?(KIA|DOW|WIA|POW|MIA)(?=\s|,|$)")
"""A mark whose brackets a copied page has lost: "Ida VaneKIA", "Edgar II POW"."""

_ALONE = re.compile(r"^\s*(KIA|DOW|WIA|POW|MIA)\s*$")
"""A mark that a comma parted from its name: "Ida VaneWIA, KIA"."""
_HASH = re.compile(r"(?<=\w)\s?#(?=\s|$)")


def take_flags(clean: Clean) -> tuple[frozenset[Flag], Clean]:
    """Return what the marks in a text say, and the text without them."""
    found: set[Flag] = set()
    for match in _SIGN.finditer(clean.text):
        found.update(_SIGNS[sign] for sign in match[0])
    for match in _BRACKET.finditer(clean.text):
        found.update(_read_bracket(match[1]))
    found.update(_FLAG_OF[match[1].lower()] for match in _STUCK.finditer(clean.text))
    found.update(_FLAG_OF[match[1].lower()] for match in _ALONE.finditer(clean.text))
    if _HASH.search(clean.text):
        found.add(Flag.SURRENDERED)
    if not found:
        return frozenset(), clean
    clean = replace(replace(replace(replace(clean, _SIGN, ""), _HASH, ""), _STUCK, ""), _ALONE, "")
    return frozenset(found), tidy(replace(clean, _BRACKET, _leave_bracket))


def _read_bracket(text: str) -> frozenset[Flag]:
    """Return the flags of "(POW, WIA)"; none where the bracket says anything else."""
    words = [word for word in _BETWEEN.split(text.strip().lower()) if word]
    if not words or any(word not in _FLAG_OF for word in words):
        return frozenset()
    return frozenset(_FLAG_OF[word] for word in words)


def _leave_bracket(match: re.Match[str]) -> str:
    return "" if _read_bracket(match[1]) else match[0]

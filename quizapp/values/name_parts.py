"""A name taken apart into its words, as every comparison of names begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.values.name_words import ROMAN_NUMERALS
from quizapp.values.number_words import CARDINALS, ORDINAL_ENDINGS, ORDINALS, read_word_number
from quizapp.values.text import fold

_CHUNKS = re.compile(r"[^\s\-\u2010-\u2015/]+")
_ORDINAL = re.compile(rf"(\d+)(?:{'|'.join(sorted(ORDINAL_ENDINGS))})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its folded words, and which of them were written with a capital letter."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]

    @property
    def squeezed(self) -> str:
        """The words written as one."""
        return "".join(self.words)

    def part(self, start: int, end: int | None = None) -> "Name":
        """Return the words from a place to another as a name."""
        return Name(self.words[start:end], self.capitals[start:end])

    def keep(self, places: Sequence[int]) -> "Name":
        """Return the words at some places as a name."""
        return Name(tuple(self.words[at] for at in places), tuple(self.capitals[at] for at in places))


def take_apart(text: str) -> Name:
    """Return the words of a cleaned text, folded, every number among them in digits."""
    words: list[str] = []
    capitals: list[bool] = []
    for chunk in _CHUNKS.findall(text):
        folded = fold(chunk).split()
        words += folded
        capitals += [chunk.lstrip("'\"(\u2018\u201c")[:1].isupper()] * len(folded)
    return _number_words(Name(tuple(words), tuple(capitals)))


def _number_words(name: Name) -> Name:
    """Write every number in digits: "4th", "fourth" and "IV" at the end are 4."""
    words: list[str] = []
    capitals: list[bool] = []
    at = 0
    while at < len(name.words):
        word, length = name.words[at], 1
        ordinal = _ORDINAL.fullmatch(word)
        if ordinal:
            word = ordinal[1]
        elif word in CARDINALS or word in ORDINALS:
            number = read_word_number(name.words, at)
            assert number is not None
            word, length = str(number.value), number.length
        elif at > 0 and (len(word) > 1 or at == len(name.words) - 1):
            word = ROMAN_NUMERALS.get(word, word)
        words.append(word)
        capitals.append(name.capitals[at])
        at += length
    return Name(tuple(words), tuple(capitals))

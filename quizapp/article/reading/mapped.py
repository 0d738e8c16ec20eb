"""Texts that remember where they come from: every change keeps, for each character, its offset in the input.

A reader starts from whole(), and changes it by the functions here; or it writes with a Pen.
"""

import re
from array import array
from collections.abc import Callable, Sequence

from quizapp.article.model import Clean

Replacement = str | Callable[[re.Match[str]], str]
"""What is put in for a match."""


class Pen:
    """Writes a text piece by piece: copied from the input, or put where the input says it otherwise.

    Places never go back: what is written out of order stands where the text before it ended.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: array[int] = array("I")
        self._last = 0

    def copy(self, text: str, start: int) -> None:
        """Write a text that stands in the input as it is, from this offset on."""
        if not text:
            return
        if start < self._last:
            self.put(text, start)
            return
        self._pieces.append(text)
        self._places.extend(range(start, start + len(text)))
        self._last = start + len(text) - 1

    def put(self, text: str, at: int, until: int = 0) -> None:
        """Write a text that the input says otherwise, as a space for `<br>`, at this offset.

        With until, what stands for it ends there: the last character's place is the one before that offset.
        """
        if not text:
            return
        self._last = max(at, self._last)
        self._pieces.append(text)
        self._places.extend([self._last] * len(text))
        if len(text) > 1 and until > self._last:
            self._last = until - 1
            self._places[-1] = self._last

    def take(self, clean: Clean) -> None:
        """Write a text that already knows its places."""
        self._pieces.append(clean.text)
        self._places.extend(clean.places[: len(clean.text)])
        self._last = self._places[-1] if self._places else 0

    def last(self) -> str:
        """Return the last piece that holds more than spaces, or nothing."""
        return next((piece for piece in reversed(self._pieces) if piece.strip(" ")), "")

    def finish(self) -> Clean:
        """Return what was written."""
        places = self._places[:]
        places.append(places[-1] + 1 if places else 0)
        return Clean("".join(self._pieces), places)


def whole(text: str, start: int = 0) -> Clean:
    """Return a text that stands in the input as it is, from this offset on."""
    return Clean(text, range(start, start + len(text) + 1))


def cut(clean: Clean, start: int, end: int) -> Clean:
    """Return the characters from start to end."""
    if end <= start:
        return Clean("", clean.places[start : start + 1])
    return Clean(clean.text[start:end], _close(clean.places[start : end + 1]))


def strip(clean: Clean, characters: str | None = None) -> Clean:
    """Return the text without white space, or these characters, at its two ends."""
    text = clean.text
    start = len(text) - len(text.lstrip(characters))
    return (
        clean
        if start == 0 and text == text.rstrip(characters)
        else cut(clean, start, max(start, len(text.rstrip(characters))))
    )


def join(parts: Sequence[Clean], between: str) -> Clean:
    """Return several texts as one, with the same few characters between two."""
    pen = Pen()
    for number, part in enumerate(parts):
        if number and between:
            pen.put(between, parts[number - 1].places[-1])
        pen.take(part)
    return pen.finish()


def replace(clean: Clean, pattern: re.Pattern[str], by: Replacement) -> Clean:
    """Return the text with each match replaced; what is put in stands where the match began."""
    matches = list(pattern.finditer(clean.text))
    if not matches:
        return clean
    changes = ((match.start(), match.end(), _expand(match, by)) for match in matches)
    return _rebuild(clean, [change for change in changes if change[2] != clean.text[change[0] : change[1]]])


def relocate(clean: Clean, outer: Clean) -> Clean:
    """Return a text read from another text, with its places in that other one's input."""
    if isinstance(outer.places, range) and outer.places.start == 0:
        return clean
    places = array("I", map(outer.places.__getitem__, clean.places))
    return Clean(clean.text, _close(places))


def _rebuild(clean: Clean, changes: Sequence[tuple[int, int, str]]) -> Clean:
    if not changes:
        return clean
    pieces: list[str] = []
    places: array[int] = array("I")
    done = 0
    for start, end, text in changes:
        pieces += (clean.text[done:start], text)
        places.extend(clean.places[done:start])
        places.extend([clean.places[start]] * len(text))
        done = end
    pieces.append(clean.text[done:])
    places.extend(clean.places[done:])
    return Clean("".join(pieces), _close(places))


def _expand(match: re.Match[str], by: Replacement) -> str:
    return by if isinstance(by, str) else by(match)


def _close(places: Sequence[int]) -> Sequence[int]:
    """Let the last entry stand right behind the last character."""
    if len(places) > 1 and not isinstance(places, range):
        closed = array("I", places)
        closed[-1] = closed[-2] + 1
        return closed
    return places

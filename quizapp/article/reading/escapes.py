"""Backslashes read as JSON and source code mean them: \\n, \\u2013, \\xe7, \\". Each character keeps its place."""

import re

from quizapp.article.model import Clean
from quizapp.article.reading.mapped import replace

_ESCAPE = re.compile(
    r"\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)|\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))",
    re.DOTALL,
)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "\n": ""}
_LAST_CHARACTER = 0x10FFFF


def read_escapes(clean: Clean) -> Clean:
    """Return a text with the characters that its backslashes stand before."""
    return replace(clean, _ESCAPE, _read_escape)


def _read_escape(match: re.Match[str]) -> str:
    if match[1]:
        return _read_pair(match[1], match[2])
    if number := match[3] or match[4] or match[5]:
        return _valid(int(number, 16))
    return _LETTERS.get(match[6], match[6])


def _read_pair(high: str, low: str) -> str:
    try:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    except ValueError:
        return "\ufffd"


def _valid(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > _LAST_CHARACTER else chr(code)

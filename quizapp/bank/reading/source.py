"""Bytes of a bank file to text: size, encoding and characters that no YAML may hold, each with its place."""

import re
from contextlib import suppress

from quizapp.bank.reading.problems import Problem

MAX_BYTES = 8_000_000
"""As many as a site takes in one upload (QUIZAPP_MAX_UPLOAD); 10,000 rich questions have 5 MB."""
MOST_OF_A_KIND = 20

ENDINGS = (".yaml", ".yml")
"""Of the names of bank files."""
BREAK = re.compile("\r\n|\r|\n")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
OTHER_FILES = {
    b"PK\x03\x04": "a zip or office file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


def decode(content: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, with every mistake in its bytes; no text where reading on would be of no use."""
    if len(content) > MAX_BYTES:
        message = (
            f"the file has {len(content) / 1e6:.1f} MB, at most {MAX_BYTES // 1_000_000} are read; split it"
        )
        return None, (Problem(name, 1, 1, message),)
    for start, kind in OTHER_FILES.items():
        if content.startswith(start):
            return None, (Problem(name, 1, 1, f"this is {kind}, not a text; upload the bank as a YAML file"),)
    if content.startswith(UTF_16_MARKS) or _looks_like_utf_16(content):
        return None, (Problem(name, 1, 1, "the file is saved as UTF-16; save it as UTF-8"),)
    text, problems = _decode_utf_8(content.removeprefix(b"\xef\xbb\xbf"), name)
    if "\x00" in text:
        line, column = place_of(text, text.index("\x00"))
        return None, (
            *problems,
            Problem(name, line, column, "a NUL byte; this is not a text file, save it as UTF-8 text"),
        )
    return _without_forbidden(text, name, problems)


def recode(content: bytes) -> tuple[str, str] | None:
    """Read the bytes of a text that is not UTF-8: the text and what it is saved as; None where nobody can tell."""
    if any(content.startswith(start) for start in OTHER_FILES):
        return None
    codecs = [("cp1252", "Windows-1252")]
    if content.startswith(UTF_16_MARKS):
        codecs = [("utf-16", "UTF-16")]
    elif _looks_like_utf_16(content):
        codecs = [("utf-16-le" if content[1] == 0 else "utf-16-be", "UTF-16")]
    else:
        with suppress(UnicodeDecodeError):
            return content.decode("utf-8-sig"), "UTF-8"
    for codec, name in codecs:
        with suppress(UnicodeDecodeError):
            text = content.decode(codec)
            return None if FORBIDDEN.search(text) else (text, name)
    return None


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in a text."""
    line, start = 1, 0
    for match in BREAK.finditer(text, 0, index):
        line, start = line + 1, match.end()
    return line, index - start + 1


def _looks_like_utf_16(content: bytes) -> bool:
    start = content[:200]
    half = len(start) // 2
    return half >= 2 and half * 2 - 1 <= start.count(0) * 2 <= half * 2 + 1 and 0 in (start[0], start[1])


def _decode_utf_8(content: bytes, name: str) -> tuple[str, list[Problem]]:
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="surrogateescape")
    problems = []
    for line, column, wrong in _first_of_each_line(text, re.compile("[\udc80-\udcff]")):
        byte = ord(wrong) - 0xDC00
        likely = bytes([byte]).decode("cp1252", errors="replace")
        message = (
            f"the byte {byte:#04x} is not UTF-8 (perhaps '{likely}' in Windows-1252); save the file as UTF-8"
        )
        problems.append(Problem(name, line, column, message, 1))
    return re.sub("[\udc80-\udcff]", "�", text), problems


def _without_forbidden(text: str, name: str, problems: list[Problem]) -> tuple[str, tuple[Problem, ...]]:
    if FORBIDDEN.search(text) is None:
        return text, tuple(problems)
    for line, column, wrong in _first_of_each_line(text, FORBIDDEN):
        message = f"a character that nobody sees (U+{ord(wrong):04X}); delete it"
        problems.append(Problem(name, line, column, message, 1))
    return FORBIDDEN.sub("�", text), tuple(problems)


def _first_of_each_line(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for number, line in enumerate(BREAK.split(text), start=1):
        match = pattern.search(line)
        if match:
            found.append((number, match.start() + 1, match.group()))
            if len(found) == MOST_OF_A_KIND:
                break
    return found

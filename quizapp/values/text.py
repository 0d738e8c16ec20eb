"""Normalised text: what every reader in this room starts from; add a rule here when all of them need it.

Nothing here raises, and nothing takes longer than linear time, whatever the text.
"""

import re
import unicodedata
from functools import lru_cache

MAX_RESPONSE = 10_000
"""Characters of a response that are looked at; the rest is cut."""

_MAX_MARKS = 8  # CPython sorts a run of combining marks in quadratic time: 10,000 of them take seconds
_INVISIBLE = re.compile(  # controls but white space, format characters (zero-width, direction, tags), lone surrogates
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]+"
)
_LONG_IN_NFKC = re.compile("[\u3200-\u33ff\ufdf0-\ufdfb]")  # one of them becomes up to 18 letters
_FEW = 400
_BLANK = re.compile("[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]+")  # letters by category, blank on paper
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_APOSTROPHES = frozenset(
    "'`\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u05f3\ua78c"
)
_LONGEST_NAME = 100
_KEPT_PUNCTUATION = frozenset("#%@")
_LETTERS_WITHOUT_MARKS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŋ": "n",
}


def clean(text: str) -> str:
    """Return the text in NFKC, cut, white space folded, without control, zero-width or direction marks."""
    text = text[:MAX_RESPONSE]
    if not text.isascii():
        text = text if len(_LONG_IN_NFKC.findall(text)) < _FEW else text[:_FEW]
        text = unicodedata.normalize("NFKC", _limit_marks(_INVISIBLE.sub("", text)))[:MAX_RESPONSE]
        text = unicodedata.normalize("NFC", _BLANK.sub(" ", _INVISIBLE.sub("", text)))
    elif not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def western_digits(text: str) -> str:
    """Return the text with the decimal digits of any script as 0 to 9."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)


def fold(text: str) -> str:
    """Return the text cleaned and case-folded, without diacritics and punctuation; articles are kept."""
    return _fold_name(text) if len(text) <= _LONGEST_NAME else _fold(text)


@lru_cache(maxsize=8192)
def _fold_name(text: str) -> str:
    return _fold(text)  # an article's names are compared with one another again and again


def _fold(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text[:MAX_RESPONSE].casefold().translate(_ASCII_FOLDED).split())
    folded = clean(text).casefold()
    if folded.isascii():
        return " ".join(folded.translate(_ASCII_FOLDED).split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
    kept = "".join(map(_fold_character, folded))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(fold(text).split())


def word_list(listed: str) -> tuple[str, ...]:
    """Return the words of a list that is written with spaces between them."""
    return tuple(listed.split())


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them, to look one up."""
    return frozenset(listed.split())


def phrase_list(listed: str) -> tuple[str, ...]:
    """Return the phrases of a list that is written with commas between them."""
    return tuple(filter(None, (" ".join(each.split()) for each in listed.split(","))))


def phrase_set(listed: str) -> frozenset[str]:
    """Return the phrases of a list that is written with commas between them, to look one up."""
    return frozenset(phrase_list(listed))


def _limit_marks(text: str) -> str:
    """Drop the marks of a run that is longer than any writing needs."""
    if not any(map(unicodedata.combining, text)):
        return text
    kept = []
    run = 0
    for character, mark in zip(text, map(unicodedata.combining, text), strict=True):
        run = run + 1 if mark else 0
        if run <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in _LETTERS_WITHOUT_MARKS:
        return _LETTERS_WITHOUT_MARKS[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isalnum() or character in _KEPT_PUNCTUATION:
        return "" if character in _APOSTROPHES else character
    if character in _APOSTROPHES or _is_diacritic(character):
        return ""
    if character == "&":
        return " and "
    category = unicodedata.category(character)
    return character if category in {"Sm", "Sc"} or category.startswith("M") else " "


def _is_diacritic(character: str) -> bool:
    # Classes 1, 10 to 36 and 200 to 240 are overlays, Hebrew and Arabic points, and marks above and below;
    # others (kana voicing, viramas, Thai vowels) make another letter and stay.
    mark = unicodedata.combining(character)
    return mark == 1 or 10 <= mark <= 36 or 200 <= mark <= 240


_ASCII_FOLDED = {code: _fold_character(chr(code)) for code in range(128)}

"""Normalised text: what every reader in this room starts from; add a rule here when all of them need it.

Nothing here raises, and nothing takes longer than linear time, whatever the text.
"""

import unicodedata

MAX_RESPONSE = 10_000
"""Characters of a response that are looked at; the rest is cut."""

_MAX_MARKS = 8  # CPython sorts a run of combining marks in quadratic time: 10,000 of them take seconds
_BLANK_LETTERS = frozenset(
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
)  # letters by category, blank on paper
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_APOSTROPHES = frozenset(
    "'`\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u05f3\ua78c"
)
_KEPT_PUNCTUATION = frozenset("#%@")
_LETTERS_WITHOUT_MARKS = str.maketrans(
    {
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
)


def clean(text: str) -> str:
    """Return the text in NFKC, cut, white space folded, without control, zero-width or direction marks."""
    text = text[:MAX_RESPONSE]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _limit_marks(text))[: 2 * MAX_RESPONSE]
    visible = "".join(_visible(character) for character in text)
    return " ".join(visible.split())[:MAX_RESPONSE].rstrip()


def western_digits(text: str) -> str:
    """Return the text with the decimal digits of any script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def fold(text: str) -> str:
    """Return the text cleaned and case-folded, without diacritics and punctuation; articles are kept."""
    folded = unicodedata.normalize("NFKD", western_digits(clean(text)).casefold())
    folded = unicodedata.normalize("NFKD", _limit_marks(folded).casefold()).translate(_LETTERS_WITHOUT_MARKS)
    kept = "".join(_folded_character(c) for c in folded if not _is_diacritic(c))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(fold(text).split())


def _visible(character: str) -> str:
    if character.isspace() or character in _BLANK_LETTERS:
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character


def _limit_marks(text: str) -> str:
    """Drop the marks of a run that is longer than any writing needs."""
    kept = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_diacritic(character: str) -> bool:
    # Classes 1, 10 to 36 and 200 to 240 are overlays, Hebrew and Arabic points, and marks above and below;
    # others (kana voicing, viramas, Thai vowels) make another letter and stay.
    mark = unicodedata.combining(character)
    return mark == 1 or 10 <= mark <= 36 or 200 <= mark <= 240


def _folded_character(character: str) -> str:
    if character.isalnum() or character in _KEPT_PUNCTUATION:
        return character
    if character in _APOSTROPHES:
        return ""
    if character == "&":
        return " and "
    category = unicodedata.category(character)
    return character if category in {"Sm", "Sc"} or category.startswith("M") else " "


def word_list(listed: str) -> tuple[str, ...]:
    """Return the words of a list that is written with spaces between them."""
    return tuple(listed.split())

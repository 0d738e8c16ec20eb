"""Names of people: what one may look like, and the key by which two spellings are the same name."""

import unicodedata

from quizapp.services.errors import Refused

SHORTEST = 2
LONGEST = 40
_KEY_LENGTH = 160
_JOINERS = "\u200c\u200d"  # Persian and Indic names are spelled with them; they never make a name another one
# Letters and marks that show nothing: grapheme joiner, Hangul fillers, Khmer vowels, an empty Braille cell.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def read_name(text: str) -> str:
    """Return a name as it is shown: composed, trimmed, without invisible characters; raises Refused."""
    name = _clean(text)
    if not any(letter.isalnum() for letter in name):
        raise Refused("a name needs letters; write what others should call you")
    if not SHORTEST <= len(name) <= LONGEST:
        raise Refused(f"a name has {SHORTEST} to {LONGEST} characters; this one has {len(name)}")
    return name


def name_key(text: str) -> str:
    """Return what must be unique about a name: case, width and joiners make no difference."""
    folded = unicodedata.normalize("NFKC", _clean(text).casefold())
    return folded.translate(dict.fromkeys(map(ord, _JOINERS)))[:_KEY_LENGTH]


def _clean(text: str) -> str:
    composed = " ".join(unicodedata.normalize("NFKC", text[:1000]).split())
    seen = "".join(letter for letter in composed if letter in _JOINERS or _shows(letter))
    kept = (letter for place, letter in enumerate(seen) if letter not in _JOINERS or _joins(seen, place))
    return " ".join("".join(kept).split())


def _shows(letter: str) -> bool:
    is_variation = "\ufe00" <= letter <= "\ufe0f" or "\u180b" <= letter <= "\u180f"
    hidden = letter != " " and unicodedata.category(letter)[0] in "CZ"
    return not (hidden or is_variation or letter in _UNSEEN or "\U000e0000" <= letter <= "\U000e0fff")


def _joins(text: str, place: int) -> bool:
    """Whether the joiner at a place stands between two letters."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(unicodedata.category(letter)[0] in "LM" for letter in around)

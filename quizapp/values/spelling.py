"""Whether two words are one word spelt in two ways: a slip of the keyboard, or another transliteration.

Short words, words with digits, and words that name different things (Austria, Australia) must agree exactly.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp.values.name_words import CONFUSABLE, CONTRARY_BEGINNINGS, CONTRARY_ENDINGS

_SHORTEST_SWAPPED = 5  # letters of a word in which two neighbours may be swapped
_LONG = 6  # letters: below it a word must otherwise agree exactly
_LONGER = 8  # any one letter may be another
_LONGEST = 9  # any two letters may differ
_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "k"))
_SOUND_OF_LETTER = str.maketrans("cqxzvptmj", "kkksfbdng", "aeiouyhw")
_SAME_AT_START = (frozenset("ckqg"), frozenset("uo"), frozenset("ij"), frozenset("jy"))


@lru_cache(maxsize=4096)
def are_alike(key: str, word: str, *, is_name: bool) -> bool:
    """Whether a folded word is the key word in a tolerated spelling; a name bears more than a common word."""
    if key == word:
        return True
    if _is_swapped(key, word):
        return not _are_contrary(key, word)
    if min(len(key), len(word)) < _LONG - 1 or max(len(key), len(word)) < _LONG:
        return False
    if key.removesuffix("s") == word.removesuffix("s"):
        return True
    if not (key.isalpha() and word.isalpha() and _begin_alike(key, word)):
        return False
    distance = OSA.distance(key, word, score_cutoff=2)
    if distance > 2 or _are_contrary(key, word):
        return False
    if is_name:
        return _are_alike_as_names(key, word, distance)
    return distance == 1 and _are_alike_as_words(key, word)


def _are_alike_as_names(key: str, word: str, distance: int) -> bool:
    shorter = min(len(key), len(word))
    if _sound(key) == _sound(word):
        return distance == 1 or shorter >= _LONG
    if shorter < _LONG:
        return False
    if distance == 2:
        return shorter >= _LONGEST
    return shorter >= _LONGER or not _is_substitution(key, word)


def _are_alike_as_words(key: str, word: str) -> bool:
    """Accept a missing, doubled or swapped letter; another letter only in a long word that sounds the same."""
    shorter = min(len(key), len(word))
    if not _is_substitution(key, word):
        return shorter >= _LONG
    return (shorter > _LONGEST and _sound(key) == _sound(word)) or key.replace("z", "s") == word.replace(
        "z", "s"
    )


def _is_swapped(key: str, word: str) -> bool:
    """Whether two neighbouring letters are swapped in a word of five letters or more (Damerau's transposition)."""
    if len(key) != len(word) or len(key) < _SHORTEST_SWAPPED or not (key.isalpha() and word.isalpha()):
        return False
    return sorted(key) == sorted(word) and OSA.distance(key, word, score_cutoff=1) == 1


def _is_substitution(key: str, word: str) -> bool:
    return len(key) == len(word) and sorted(key) != sorted(word)


def _begin_alike(key: str, word: str) -> bool:
    first = {key[0], word[0]}
    return len(first) == 1 or any(first <= group for group in _SAME_AT_START)


def _are_contrary(key: str, word: str) -> bool:
    """Whether the words differ just where a language makes its opposites and series."""
    if any(key in group and word in group for group in CONFUSABLE):
        return True
    for parts in CONTRARY_BEGINNINGS:
        if key.startswith(parts) and word.startswith(parts):
            begun = {part for part in parts for each in (key, word) if each.startswith(part)}
            if len(begun) > 1:
                return True
    for parts in CONTRARY_ENDINGS:
        if key.endswith(parts) and word.endswith(parts):
            stems = [each.removesuffix(part) for each in (key, word) for part in parts if each.endswith(part)]
            if stems[0] == stems[-1]:
                return True
    return False


def _sound(word: str) -> str:
    """Return the consonants of a word by their sound: what stays the same between two transliterations."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", word.translate(_SOUND_OF_LETTER))

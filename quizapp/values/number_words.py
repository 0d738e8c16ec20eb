"""Numbers written as words: what each word is worth, and cardinals and ordinals put together from them."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from quizapp.values.text import word_list

_SMALL = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_SMALL_ORDINALS = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")

CARDINALS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{tens + _SMALL[unit]: 10 * at + unit for at, tens in enumerate(_TENS, 2) for unit in range(1, 10)},
    "fourty": 40,
    "ninty": 90,
}
ORDINALS = {
    **{word: number for number, word in enumerate(_SMALL_ORDINALS)},
    **{f"{word[:-1]}ieth": number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


_LIKE = tuple(word for word in (*CARDINALS, *ORDINALS, *SCALES, "half", "quarter", "dozen") if len(word) > 3)


class WordNumber(NamedTuple):
    """A whole number read from words, and how many words it took."""

    value: int
    length: int
    is_ordinal: bool = False


def read_word_number(words: Sequence[str], start: int = 0) -> WordNumber | None:
    """Read the longest whole number in words from a place: "twenty fourth", "nineteen fifteen"."""
    small = _read_below_hundred(words, start)
    if small is None or small.is_ordinal:
        return small
    at = start + small.length
    scale = _word_at(words, at)
    if scale in {"hundred", "thousand"}:
        rest_at = at + (2 if _word_at(words, at + 1) == "and" else 1)
        rest = read_word_number(words, rest_at)
        value = small.value * SCALES[scale]
        if rest is None or rest.is_ordinal or rest.value >= SCALES[scale]:
            return WordNumber(value, at + 1 - start)
        return WordNumber(value + rest.value, rest_at + rest.length - start)
    years = _read_below_hundred(words, at)  # "nineteen fifteen", "twenty seventeen"
    if small.value >= 10 and years is not None and not years.is_ordinal and years.value >= 10:
        return WordNumber(small.value * 100 + years.value, small.length + years.length)
    return small


def is_like_number_word(word: str) -> bool:
    """Whether a word is a number, or one slip away from one that has four letters or more: "thre", "forth"."""
    if word in CARDINALS or word in ORDINALS or word in SCALES:
        return True
    return _is_near(word, _LIKE)


def is_like_unit_word(word: str) -> bool:
    """Whether a word is one slip away from three to nine, where it has four letters or more: "eigth"."""
    return _is_near(word, _SMALL[3:10])


def _is_near(word: str, known: Sequence[str]) -> bool:
    return (
        4 <= len(word) <= 20
        and word.isalpha()
        and any(
            word[0] == each[0] and len(each) > 3 and OSA.distance(word, each, score_cutoff=1) <= 1
            for each in known
        )
    )


def _read_below_hundred(words: Sequence[str], start: int) -> WordNumber | None:
    word = _word_at(words, start)
    if word in ORDINALS:
        return WordNumber(ORDINALS[word], 1, is_ordinal=True)
    if word not in CARDINALS:
        return None
    value = CARDINALS[word]
    at = start + (2 if _word_at(words, start + 1) == "-" else 1)
    unit = _word_at(words, at)
    if value >= 20 and 1 <= CARDINALS.get(unit, 0) <= 9:
        return WordNumber(value + CARDINALS[unit], at + 1 - start)
    if value >= 20 and 1 <= ORDINALS.get(unit, 0) <= 9:
        return WordNumber(value + ORDINALS[unit], at + 1 - start, is_ordinal=True)
    return WordNumber(value, 1)


def _word_at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""

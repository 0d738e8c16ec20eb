"""Read a quantity in the usual spellings: a number, a bound or a range, in words or digits, with a unit or a noun.

To accept another phrase, add it to quantity_phrases; a new unit goes into units.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.values.comparison import Unclear, Unreadable, Vague
from quizapp.values.measures import CURRENCIES, Quantity
from quizapp.values.number_words import (
    CARDINALS,
    ORDINAL_ENDINGS,
    SCALES,
    is_like_number_word,
    is_like_unit_word,
)
from quizapp.values.quantity_phrases import (
    ABOUT,
    AFTER,
    BEFORE,
    HIGH,
    LONGEST_AFTER,
    LOW,
    NOTHING,
    RANGE,
)
from quizapp.values.read_number import DIGITS, begins_number, is_digits, read_digits, read_number
from quizapp.values.text import clean, western_digits, word_list
from quizapp.values.units import LONGEST_SPELLING, units_by_spelling

_LONGEST = 160  # characters; no spelling of a quantity is longer
_LONGEST_TYPED = 1_000  # with white space and invisible marks
_MOST_WORDS = 8  # words of a counted noun, or before the number
_TO = frozenset({"-", "–", "to", "..", "until", "through"})
_INDEFINITE = frozenset(
    word_list("hundreds thousands millions billions dozens scores many several few some lots most")
)
_NONE = frozenset({"none", "nil", "nobody", "no", "no one", "nothing", "not one"})
_AGAINST = frozenset({"not", "or", "nor", "no", "except", "minus"})
_NOT = frozenset({"not", "nor", "no", "except", "but", *ORDINAL_ENDINGS})
_GLUED = re.compile(r"(?:^|\s)(?![mM][23])[^\W\d_]\d|\d[oO]\d*\b")  # "x1", "1O0"
_JOINED = re.compile(r"(?<=\d)(?: ?/ ?|, )(?=\d)")  # "38/67" and "38, 67", where two numbers are wanted
_LOOSE = str.maketrans("\u2010\u2011\u2212\u2012\u2014\u2015\u2044×−", "---–––/x-")
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_FRACTION_SIGNS = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_POWER = re.compile(r"(\d) ?(?:x|\*) ?10 ?(?:\^|\*\*) ?([+-]?\d{1,2})(?!\d)", re.IGNORECASE)
_TOKEN = re.compile(rf"{DIGITS}|[^\W\d_]+|\.\.|[-–+/~≈<>≤≥=%°^$€£]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a text: as typed, and case-folded."""

    typed: tuple[str, ...]
    folded: tuple[str, ...]


def read_quantity(text: str, *, counting_anything: bool = False) -> Quantity | Vague | Unreadable:
    """Read a quantity; what cannot be marked comes back with its reason.

    A noun after the number is ignored when it is written small ("38 soldiers", not "5 Corps"); counting_anything,
    for a response, ignores any words around the one number.
    """
    text = _prepare(text) if len(text) <= _LONGEST_TYPED else text
    if len(text) > _LONGEST:
        too_long = "this is too long for a number; write only the number"
        is_attempt = len(text) <= _LONGEST_TYPED and not text.isdecimal() and any(map(str.isdecimal, text))
        return Unclear(too_long) if is_attempt else Unreadable(too_long)
    tokens = _part(text)
    found = _find(text, tokens, counting_anything=counting_anything)
    if found is not None:
        return found
    indefinite = next((token for token in tokens.folded if token in _INDEFINITE), None)
    if indefinite is not None and not any(is_digits(token) for token in tokens.folded):
        return Vague(f'"{indefinite}" is too vague; write the number')
    return _say_unreadable(tokens.folded)


def find_quantity(text: str, *, counting_anything: bool = False) -> Quantity | None:
    """Read a quantity as `read_quantity` does, where nobody asks for the reason why it is none."""
    text = _prepare(text) if len(text) <= _LONGEST_TYPED else text
    return _find(text, _part(text), counting_anything=counting_anything) if len(text) <= _LONGEST else None


def _part(text: str) -> _Tokens:
    typed = tuple(_TOKEN.findall(text))
    return _Tokens(typed, tuple(token.casefold() for token in typed))


def _find(text: str, tokens: _Tokens, *, counting_anything: bool) -> Quantity | None:
    if text.casefold().strip(" .!") in _NONE:
        return Quantity(Decimal(0), Decimal(0))
    return None if _GLUED.search(text) else _read(tokens, counting_anything=counting_anything)


def _say_unreadable(folded: Sequence[str]) -> Unreadable:
    """Tell two numbers to choose from, and no number, which are wrong, from one that is only written badly."""
    if "or" in folded and all(_holds_number(side) for side in _halves(folded, "or")):
        return Unreadable("these are several numbers; write just one, in digits")
    if "not" in folded:
        return Unreadable("this says what it is not; write the number itself, in digits")
    if any(is_digits(token) and read_digits(token) is None for token in folded):
        return Unreadable("this number is larger than any answer; write it in digits")
    if sum(map(begins_number, folded)) > 1:
        return Unclear("this is not one number; write just one, in digits")
    if any(is_digits(token) or is_like_number_word(token) for token in folded):
        return Unclear("this cannot be read as a number; write it in digits")
    return Unreadable("there is no number in this; write it in digits")


def _halves(folded: Sequence[str], joint: str) -> tuple[Sequence[str], Sequence[str]]:
    at = folded.index(joint)
    return folded[:at], folded[at + 1 :]


def _holds_number(folded: Sequence[str]) -> bool:
    return any(read_number(folded, at) is not None for at in range(len(folded)))


def read_range(text: str) -> Quantity | None:
    """Read two numbers, however they are joined, as a range; None if there are not just two different ones."""
    text = _prepare(text) if len(text) <= _LONGEST else ""
    folded = tuple(token.casefold() for token in _TOKEN.findall(_JOINED.sub(" to ", text)))
    if _GLUED.search(text):
        return None
    numbers: list[Decimal] = []
    units: set[str] = set()
    at = 0
    while at < len(folded) and len(numbers) < 3:
        is_signed = folded[at] in {"-", "minus"} and (at == 0 or folded[at - 1] in _TO - {"-"})
        found = read_number(folded, at) if is_signed or begins_number(folded[at]) else None
        if found is None:
            if folded[at] in _NOT:
                return None
            at += 1
            continue
        number, at = found
        unit, at = _read_unit(folded, at, None)
        numbers.append(number)
        units |= {unit} if unit else set()
    if len(numbers) != 2 or numbers[0] == numbers[1] or len(units) > 1:
        return None
    return Quantity(min(numbers), max(numbers), next(iter(units), None))


def _prepare(text: str) -> str:
    text = _FRACTION_SIGNS.sub(lambda sign: " " + unicodedata.normalize("NFKC", sign.group()), text)
    text = _SUPERSCRIPTS.sub(lambda signs: "^" + unicodedata.normalize("NFKC", signs.group()), text)
    text = western_digits(clean(text)).translate(_LOOSE)
    return _POWER.sub(r"\1e\2", text)


def _read(tokens: _Tokens, *, counting_anything: bool) -> Quantity | None:
    folded = tokens.folded
    at, side, about = _read_before(folded, skipping=counting_anything)
    unit = None
    if at < len(folded) and folded[at] in CURRENCIES:
        unit, at = folded[at], at + 1
    first = read_number(folded, at)
    if first is None:
        return None
    low, at = first
    if unit is not None and folded[at : at + 1] == ("m",):  # "$1.5m"
        low, at = low * 10**6, at + 1
    unit, at = _read_unit(folded, at, unit)
    high = low
    second = _read_end(folded, at, may_be_and=side == RANGE)
    if second is not None:
        high, at = second
        low = _share_scale(low, high, folded)
        unit, at = _read_unit(folded, at, unit)
    end, after, is_rough = _read_after(folded, at)
    if end == at and counting_anything:  # "38 men at least"
        end, after, is_rough = at, *_read_ending(folded)
    at = end
    unit, at = _read_unit(folded, at, unit)
    if not _may_end(tokens, at, counting_anything=counting_anything) or (side == RANGE and second is None):
        return None
    return _build(low, high, unit, side if side in {LOW, HIGH} else after, about=about or is_rough)


def _build(low: Decimal, high: Decimal, unit: str | None, side: str, *, about: bool) -> Quantity | None:
    if low != high:
        return Quantity(low, high, unit, about) if low < high and side not in {LOW, HIGH} else None
    return Quantity(None if side == HIGH else low, None if side == LOW else high, unit, about)


def _read_before(folded: Sequence[str], *, skipping: bool) -> tuple[int, str, bool]:
    """Read the phrases before the number: where they end, the side that they open, and whether it is rough."""
    at, side, about = 0, NOTHING, False
    while at < len(folded):
        words, meaning = next(
            (each for each in BEFORE.get(folded[at], ()) if tuple(folded[at : at + len(each[0])]) == each[0]),
            ((), ""),
        )
        if not words:
            can_skip = skipping and at < _MOST_WORDS and folded[at].isalpha() and folded[at] not in _AGAINST
            if not can_skip or read_number(folded, at) is not None:
                break
            at += 1
            continue
        at += len(words)
        about = about or meaning == ABOUT
        side = meaning if meaning not in {ABOUT, NOTHING} else side
    return at, side, about


def _read_after(folded: Sequence[str], at: int) -> tuple[int, str, bool]:
    for words, meaning in AFTER.get(folded[at], ()) if at < len(folded) else ():
        if tuple(folded[at : at + len(words)]) == words:
            return at + len(words), meaning, meaning == ABOUT
    return at, NOTHING, False


def _read_ending(folded: Sequence[str]) -> tuple[str, bool]:
    start = max(0, len(folded) - LONGEST_AFTER)
    endings = (_read_after(folded, at) for at in range(start, len(folded)))
    return next((each[1:] for each in endings if each[0] == len(folded)), (NOTHING, False))


def _read_end(folded: Sequence[str], at: int, *, may_be_and: bool) -> tuple[Decimal, int] | None:
    """Read the other end of a range."""
    if at >= len(folded) or not (folded[at] in _TO or (may_be_and and folded[at] == "and")):
        return None
    start = at + 1
    if start < len(folded) and folded[start] in CURRENCIES:
        start += 1
    return read_number(folded, start)


def _share_scale(low: Decimal, high: Decimal, folded: Sequence[str]) -> Decimal:
    """Let "1 to 2 million" begin at one million."""
    scales = [token for token in folded if token in SCALES]
    if len(scales) == 1 and low < 1000 <= high and low * SCALES[scales[0]] < high:
        return low * SCALES[scales[0]]
    return low


def _read_unit(folded: Sequence[str], at: int, unit: str | None) -> tuple[str | None, int]:
    if unit is not None:
        return unit, at
    for length in range(LONGEST_SPELLING, 0, -1):
        found = units_by_spelling().get(" ".join(folded[at : at + length]))
        # "in" is a preposition more often than an inch, and is none at the end of a unit.
        if found is not None and folded[at] != "in":
            return found.name, at + length
    return None, at


def _may_end(tokens: _Tokens, at: int, *, counting_anything: bool) -> bool:
    """Whether what follows the number is only the noun that is counted."""
    rest = tokens.typed[at:]
    if len(rest) > _MOST_WORDS or any(token.casefold() in _AGAINST for token in rest):
        return False
    if not all(token.isalpha() or token in {"-", "/"} for token in rest):
        return False
    if any(token.casefold() in CARDINALS or token.casefold() in SCALES for token in rest):
        return False
    before = CARDINALS.get("".join(tokens.folded[:at][-1:]), 0)
    if before >= 20 and any(map(is_like_unit_word, tokens.folded[at : at + 2])):  # thirty-eigth
        return False
    return counting_anything or all(token.islower() or not token.isalpha() for token in rest)


def as_millions(quantity: Quantity) -> Quantity:
    """Return "1.5m", which reads as metres, as 1.5 million."""
    low, high = (None if end is None else end * 10**6 for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=None)

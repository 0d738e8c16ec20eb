"""Read one number from tokens, in digits, in words or in both: "1,500", "thirty-eight", "1.5 million"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizapp.values.measures import MOST_DIGITS
from quizapp.values.number_words import CARDINALS, ORDINALS, SCALES, read_word_number

# Thousands are groups of three with one separator; a single dot is a decimal point, a comma before other than
# three digits a decimal comma.
DIGITS = (
    r"(?:[1-9]\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3})+(?!\d)(?:[.,]\d+)?"
    r"|[1-9]\d{0,2}(?:['\u2019_]\d{3})+(?!\d)(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?|(?<!\d)\.\d+)(?:e[+-]?\d{1,2}(?![\w]))?"
)
GROUPS_OF = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mio": 10**6, "mil": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "fourths": 4}
_BIG = Decimal(10) ** MOST_DIGITS


def is_digits(token: str) -> bool:
    """Whether a token is a number in digits."""
    return token[0].isdecimal() or (token[0] == "." and token[1:2].isdecimal())


def begins_number(token: str) -> bool:
    """Whether a token can only be a part of a number."""
    return is_digits(token) or token in CARDINALS or token in SCALES


def read_digits(token: str) -> Decimal | None:
    """Read digits with separators; None for more digits than any answer has."""
    mantissa, _, exponent = token.casefold().partition("e")
    mantissa = re.sub(r"['\u2019_ ]", "", mantissa)
    if len(mantissa) > MOST_DIGITS or (exponent and abs(int(exponent)) > MOST_DIGITS // 2):
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", mantissa):
        mantissa = mantissa.replace(",", "")
    elif mantissa.count(".") > 1:
        mantissa = mantissa.replace(".", "")
    value = Decimal(mantissa.replace(",", "."))
    return value.scaleb(int(exponent)) if exponent else value


def read_number(tokens: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """Read the number that begins at a place; return it and where it ends."""
    if start < len(tokens) and tokens[start] in {"-", "minus"}:
        found = _Number(tokens, start + 1).read()
        return None if found is None else (-found[0], found[1])
    return _Number(tokens, start).read()


class _Number:
    """The reading of one number: the sum of what is finished, and the part that a scale may still multiply."""

    def __init__(self, tokens: Sequence[str], start: int) -> None:
        self.tokens = tokens
        self.at = start
        self.total = Decimal(0)
        self.part: Decimal | None = None
        self.is_begun = False

    def read(self) -> tuple[Decimal, int] | None:
        steps = (
            self._digits,
            self._article,
            self._words,
            self._scale,
            self._fraction,
            self._and,
            self._point,
        )
        while self.at < len(self.tokens) and any(step(self.tokens[self.at]) for step in steps):
            if self.total + (self.part or Decimal(0)) >= _BIG:
                return None
        if not self.is_begun:
            return None
        value = self.total + (self.part or 0)
        share = self._share(value)
        return (value, self.at) if share is None else share

    def _next(self, ahead: int = 1) -> str:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def _begin(self, part: Decimal, length: int) -> bool:
        self.part = part
        self.at += length
        self.is_begun = True
        return True

    def _digits(self, token: str) -> bool:
        value = read_digits(token) if is_digits(token) else None
        if value is None:
            return False
        if self._next() == "/" and self._next(2) and is_digits(self._next(2)):
            below = read_digits(self._next(2))
            return bool(below) and self._begin((self.part or 0) + value / (below or 1), 3)
        return self.part is None and self._begin(value, 1)

    def _article(self, token: str) -> bool:
        if token not in {"a", "an"}:
            return False
        after = self._next()
        is_fraction = after in _FRACTIONS or ORDINALS.get(after, 0) > 2
        if after in SCALES and self.part is not None and self.part < 1:  # half a million
            self.at += 1
            return True
        return (
            self.part is None
            and (is_fraction or after in SCALES or after in GROUPS_OF)
            and self._begin(Decimal(1), 1)
        )

    def _words(self, token: str) -> bool:
        if token not in CARDINALS or self.part is not None:
            return False
        number = read_word_number(self.tokens, self.at)
        if number is None or number.is_ordinal:
            return False
        return self._begin(Decimal(number.value), number.length)

    def _scale(self, token: str) -> bool:
        scale = (
            SCALES.get(token)
            or GROUPS_OF.get(token)
            or (SHORT_SCALES.get(token) if self.part is not None else None)
        )
        if scale is None or (self.part is None and self.is_begun):
            return False
        self.total += (1 if self.part is None else self.part) * scale
        self.part = None
        self.at += 2 if token in GROUPS_OF and self._next() == "of" else 1
        self.is_begun = True
        return True

    def _fraction(self, token: str) -> bool:
        below = _FRACTIONS.get(token)
        if below is None and self.part is not None:
            below = ORDINALS.get(token) or ORDINALS.get(token.removesuffix("s"))
            below = below if below and below > 2 else None
        if below is None or (self.is_begun and self.part is None):
            return False
        part = (1 if self.part is None else self.part) / Decimal(below)
        length = 2 if self._next() == "of" and self._next(2) in {"a", *SCALES} else 1
        if self._next() == "a" and self._next(2) in GROUPS_OF:  # half a dozen
            length = 2
        return self._begin(part, length)

    def _and(self, token: str) -> bool:
        if token != "and" or not self.is_begun:  # noqa: S105
            return False
        fraction_at = 2 if self._next() in {"a", "one", "three", "two"} else 1
        below = _FRACTIONS.get(self._next(fraction_at)) or (
            ORDINALS.get(self._next(fraction_at).removesuffix("s"), 0) if fraction_at == 2 else 0
        )
        if below > 1 and self.part is not None:  # two and a half
            above = CARDINALS.get(self._next(), 1) if fraction_at == 2 else 1
            return self._begin(self.part + Decimal(above) / below, 1 + fraction_at)
        if self.part is None and self._next() in CARDINALS:  # a million and two
            self.at += 1
            return True
        return False

    def _point(self, token: str) -> bool:
        if token != "point" or self.part is None:  # noqa: S105
            return False
        decimals = ""
        while 0 <= CARDINALS.get(self._next(1 + len(decimals)), -1) <= 9 and len(decimals) < MOST_DIGITS:
            decimals += str(CARDINALS[self._next(1 + len(decimals))])
        return bool(decimals) and self._begin(self.part + Decimal(f"0.{decimals}"), 1 + len(decimals))

    def _share(self, above: Decimal) -> tuple[Decimal, int] | None:
        """Read "one in four" and "3 out of 4" as a share."""
        rest = list(self.tokens[self.at : self.at + 2])
        length = 2 if rest == ["out", "of"] else 1 if rest[:1] == ["in"] else 0
        below = _Number(self.tokens, self.at + length).read() if length and 1 <= above <= 10 else None
        return (above / below[0], below[1]) if below and above < below[0] <= 100 else None

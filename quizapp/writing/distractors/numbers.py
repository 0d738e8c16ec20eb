"""Other numbers: those that the text gives for something of the same sort, then computed ones."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from zlib import crc32

from quizapp.article.fact import Fact, FactType
from quizapp.article.numbers.amounts import without_bound
from quizapp.values.measures import Quantity, say_quantity
from quizapp.values.text import fold
from quizapp.writing.asking.losses import OF_THINGS
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.prompt import Sort

_FACTORS = tuple(map(Decimal, ("0.6", "1.7", "1.35", "0.75", "2.4", "0.4", "2.1", "3.2", "0.25")))
_LEAST_APART = Decimal("0.1")
"""Share of the key by which another number of the text differs at least: 50,700 and 48,000 are one answer."""
_MOST_FIGURES = 3
_NONE_OR_ONE = (Decimal(0), Decimal(1))
"""What nobody asks "how many" of."""
_OF_ONE_SORT = (FactType.STRENGTH, FactType.CASUALTIES)


def find_numbers(asked: Asked) -> Iterator[Lure]:
    """Yield numbers of the same sort that exclude the key, those of the text first.

    None for "at least 900": all below it would be true too, so that the key would always be the smallest option.
    """
    key = asked.prompt.quantity
    if asked.prompt.sort is not Sort.NUMBER or key is None or key.low is None or key.high is None:
        return
    told, computed = [*_find_told(asked, key)], [*_compute(key, asked)]
    # Ids such as killed-side-1 are the same in every article; stems are not. The first told one may stand on either.
    lower = crc32(asked.prompt.stem.encode()) % 2 == 0
    rest = sorted((*told[1:], *computed), key=lambda each: lower != _is_lower(each[0], key))
    for _, lure in (*told[:1], *rest):
        yield lure


def _find_told(asked: Asked, key: Quantity) -> Iterator[tuple[Quantity, Lure]]:
    """Yield the numbers of the text that count something else of the same sort: other guns before tanks."""
    if asked.fact.type in _OF_ONE_SORT:
        listed = asked.scene.index.list_of(asked.fact.type)
        for fact in sorted(listed, key=lambda fact: fact.counted != asked.fact.counted):
            other = fact.quantity
            if other is None or None in (other.low, other.high) or other.unit != key.unit:
                continue
            if not _is_of_sort(fact, asked.fact):
                continue
            if _is_of_same(fact, asked.fact) and not asked.fact.according_to:
                continue  # what somebody else counted may be right too
            if other.is_one != key.is_one or (key.about and not _is_rounded(other)):
                continue
            if _is_apart(other, key, _LEAST_APART) and _is_near(other, key) and fact.id in asked.statements:
                yield other, Lure(say_quantity(replace(other, about=key.about)), asked.statements[fact.id])


def _is_of_sort(one: Fact, other: Fact) -> bool:
    """Whether two numbers are both of men, or both of things, that fought, or that were lost."""
    return one.type is other.type and (one.attribute in OF_THINGS) == (other.attribute in OF_THINGS)


def _is_of_same(one: Fact, other: Fact) -> bool:
    """Whether two numbers are of the same thing, perhaps by another's count."""
    return (one.side, one.subject, one.attribute, one.counted) == (
        other.side,
        other.subject,
        other.attribute,
        other.counted,
    )


def _is_rounded(quantity: Quantity) -> bool:
    """Whether a number can have "about" before it: "about 6,394" cannot."""
    return len(f"{quantity.low:f}".partition(".")[0].rstrip("0")) <= _MOST_FIGURES


def _compute(key: Quantity, asked: Asked) -> Iterator[tuple[Quantity, Lure]]:
    begin = asked.number % len(_FACTORS)
    for factor in (*_FACTORS[begin:], *_FACTORS[:begin]):
        other = replace(key, low=_scale(key.low, factor), high=_scale(key.high, factor))
        figure = fold(without_bound(say_quantity(other)).removeprefix("about "))
        if f" {figure} " in asked.text and len(figure) > 2:
            continue  # of what the text says it, no rule knows
        if _is_apart(other, key) and other.is_one == key.is_one and other.low not in _NONE_OR_ONE:
            yield other, Lure(say_quantity(other), _say_how_far(other, key, asked))


def _say_how_far(other: Quantity, key: Quantity, asked: Asked) -> str:
    """Say of a computed number how it stands to the key, by a number of the text between them if there is one."""
    is_low = _is_lower(other, key)
    for fact in asked.scene.index.list_of(asked.fact.type):
        between = fact.quantity
        if between is None or not _is_of_sort(fact, asked.fact) or fact.id not in asked.statements:
            continue
        lower, upper = (other, key) if is_low else (key, other)
        if _is_of_same(fact, asked.fact) or fact.counted != asked.fact.counted:
            continue
        if between.unit == key.unit and _is_below(lower, between) and _is_below(between, upper):
            where = "Too low; the right number is above" if is_low else "Too high; the right number is below"
            return f"{where} this one: {asked.statements[fact.id]}"
    one, two = (key.high, other.low) if is_low else (other.high, key.low)
    if one is not None and two is not None and one >= 2 * two:
        return (
            "Too low: half the right number or less."
            if is_low
            else "Too high: twice the right number or more."
        )
    return "Too low." if is_low else "Too high."


def _is_below(one: Quantity, other: Quantity) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _is_lower(other: Quantity, key: Quantity) -> bool:
    return (other.low or other.high or Decimal(0)) < (key.low or key.high or Decimal(0))


def _scale(number: Decimal | None, factor: Decimal) -> Decimal | None:
    """Return a number many times as large, rounded as coarsely as it was given."""
    if number is None or number != int(number):
        return None if number is None else number * factor
    whole = int(number)
    grain = 1
    while whole and whole % (grain * 10) == 0:
        grain *= 10
    if grain >= whole:
        grain = max(1, grain // 10)
    if whole < 6 * grain and grain % 2 == 0:  # 3,000 has too few rounder numbers below it
        grain //= 2
    scaled = int(number * factor / grain) * grain
    return Decimal(scaled if scaled != whole else whole + grain)


def _is_apart(other: Quantity, key: Quantity, share: Decimal = Decimal(0)) -> bool:
    """Whether two quantities exclude each other; a bound includes all beyond it."""
    if key.low is None or key.high is None or other.low is None or other.high is None:
        return False
    slack = max(share, Decimal("0.15") if key.about else share) * key.high
    return other.high < key.low - slack or other.low > key.high + slack


def _is_near(other: Quantity, key: Quantity) -> bool:
    """Whether a number of the text is no more than five times as large or small."""
    one, two = other.low or other.high or Decimal(1), key.low or key.high or Decimal(1)
    return one <= 5 * two and two <= 5 * one and one > 0

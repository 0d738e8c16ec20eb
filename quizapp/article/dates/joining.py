"""Time expressions that belong together: ends of a range, days beside a date, dates that share a year, one of two."""

import re
from dataclasses import replace
from itertools import pairwise

from quizapp.article.dates.expression import Counted, Expression, Offset, Point, Range, Unit
from quizapp.article.dates.spelling import DASH, SHADE, WEEKDAY

_RANGE_BETWEEN = re.compile(
    rf"\s*(?:{DASH}|,?\s*\b(?:to|until|till|through|thru|up to|up until)\b)\s*"
    rf"(?:on\s+|about\s+|circa\s+|ca?\.\s*)?(?:the\s+)?(?:(?:{SHADE})[\s-]+(?:(?:of|in)\s+)?(?:the\s+)?)?(?:{WEEKDAY},?\s+)?",
    re.IGNORECASE,
)
_AND_BETWEEN = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|or)\b|&)\s*(?:(?:in|on|by|early|late|mid)[\s-]+)?(?:the\s+)?"
)
_OR_BETWEEN = re.compile(r"\s*,?\s*\bor\s+(?:(?:in|on|early|late|perhaps|possibly)[\s-]+)?(?:the\s+)?")
_ENDS_WITH_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_ONWARDS = ("later", "earlier", "afterwards", "afterward", "ago")
"""What counts from the story, and never to the day behind it: "three days later, on 13 March"."""
_BESIDE = frozenset({"unit_beside", "units_away", "eve"})


def join_expressions(found: list[Expression], text: str) -> list[Expression]:
    """Return the expressions of a text with those made one that belong together."""
    return _doubt_either(_share_years(_join(_offset(found, text), text), text), text)


def _offset(found: list[Expression], text: str) -> list[Expression]:
    """Make one day of "the day before" or "two days after" and the day that follows."""
    shifted: list[Expression] = []
    for each in found:
        before = shifted[-1] if shifted else None
        is_day = (
            isinstance(each.meaning, Point)
            and each.meaning.day is not None
            and each.meaning.month is not None
        )
        is_beside = before is not None and text[before.start : before.end].lower().endswith(_ONWARDS)
        if (
            before is not None
            and is_day
            and not is_beside
            and _counts_to(before, text[before.end : each.start][:8])
        ):
            assert isinstance(before.meaning, Counted)
            assert isinstance(each.meaning, Point)
            days = before.meaning.count * (7 if before.meaning.unit is Unit.WEEK else 1)
            shifted[-1] = replace(before, end=each.end, meaning=Offset(each.meaning, days))
        else:
            shifted.append(each)
    return shifted


def _counts_to(counted: Expression, between: str) -> bool:
    """Whether what is counted is counted from the very next words."""
    is_counted = isinstance(counted.meaning, Counted) and counted.meaning.unit in {Unit.DAY, Unit.WEEK}
    return is_counted and counted.rule in _BESIDE and between.strip() in {"", "the", "on"}


def _join(found: list[Expression], text: str) -> list[Expression]:
    """Make one range of two points with "to" or a dash between them, or "and" after "between"."""
    joined: list[Expression] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and _are_ends(before, each, text):
            assert isinstance(before.meaning, Point)
            assert isinstance(each.meaning, Point)
            joined[-1] = replace(
                before,
                end=each.end,
                meaning=Range(before.meaning, each.meaning),
                doubt=before.doubt or each.doubt,
            )
        else:
            joined.append(each)
    return joined


def _are_ends(first: Expression, last: Expression, text: str) -> bool:
    if not isinstance(first.meaning, Point) or not isinstance(last.meaning, Point):
        return False
    between = text[first.end : last.start] if last.start - first.end < 40 else "."
    if _RANGE_BETWEEN.fullmatch(between):
        return True
    lead = text[max(first.start - 14, 0) : first.start]
    return bool(_AND_BETWEEN.fullmatch(between)) and bool(_ENDS_WITH_BETWEEN.search(lead))


def _share_years(found: list[Expression], text: str) -> list[Expression]:
    """Give "5 May and 7 June 1944" its year twice."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        if not isinstance(here.meaning, Point) or not isinstance(after.meaning, Point):
            continue
        lacks = here.meaning.year is None and here.meaning.turn is None and here.meaning.month is not None
        if lacks and after.meaning.month is not None and after.meaning.year is not None:
            between = text[here.end : after.start] if after.start - here.end < 12 else "."
            is_same_sort = (here.meaning.day is None) == (after.meaning.day is None)
            if is_same_sort and _AND_BETWEEN.fullmatch(between):
                year = after.meaning.year - (here.meaning.month > after.meaning.month)  # type: ignore[operator]
                shared[at] = replace(here, meaning=replace(here.meaning, year=year))
    return shared


def _doubt_either(found: list[Expression], text: str) -> list[Expression]:
    """Doubt both of "on 20 or 21 September"."""
    doubted = list(found)
    for at, (first, last) in enumerate(pairwise(found)):
        if last.start - first.end < 24 and _OR_BETWEEN.fullmatch(text[first.end : last.start]):
            doubted[at : at + 2] = [
                replace(each, doubt=each.doubt or "one of two dates") for each in (first, last)
            ]
    return doubted

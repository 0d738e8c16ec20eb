"""Finding the time expressions of one text: the rules in their order, ends joined to ranges, what leads to each."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.article.dates.calendar_rules import CALENDAR_RULES
from quizapp.article.dates.counting_rules import COUNTING_RULES
from quizapp.article.dates.dated import Bound
from quizapp.article.dates.expression import NAMES, Counted, Expression, Offset, Point, Range, Unit
from quizapp.article.dates.rule import Rule, split_words
from quizapp.article.dates.spelling import DASH, PARTS_OF_DAY, WEEKDAY

_SHADE = (
    r"very\s+early|very\s+late|early|earlier|late|later|mid|middle|beginning|start|end|close|opening|height|rest|"
    r"remainder|turn|(?:first|second|latter|former|last|final|opening|closing|early|late)\s+"
    r"(?:half|quarter|third|part|days?|weeks?|weekend|months?|years?|hours)"
)
_BOUNDS = {
    **dict.fromkeys(("by", "no later than", "not later than"), Bound.BY),
    **dict.fromkeys(("before", "prior to", "ahead of"), Bound.BEFORE),
    **dict.fromkeys(("until", "till", "up to", "up until"), Bound.UNTIL),
    **dict.fromkeys(
        ("from", "beginning on", "beginning in", "starting on", "starting in", "as from"), Bound.FROM
    ),
    "since": Bound.SINCE,
    "after": Bound.AFTER,
}
_ON = "on|in|at|during|throughout|over|between|within|dated|as of|around|about|into|for|of"
_LEAD = re.compile(
    rf"(?<![\w'\u2019.-])(?:(?P<word>{'|'.join(_BOUNDS)}|{_ON})\s+)?"
    r"(?:(?P<about>about|around|circa|c\.|ca\.|approximately|roughly|sometime|some\s+time)\s*)?(?P<the>the\s+)?"
    rf"(?:(?P<shade>{_SHADE})[\s-]+(?:(?:of|(?<=rly\s)(?:on|in)|(?<=ate\s)(?:on|in)|(?<=[it]er\s)in)\s+)?"
    rf"(?:the\s+)?)?(?:(?P<part>{PARTS_OF_DAY})(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?)?(?:year\s+|month\s+of\s+)?"
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 64
_LONGEST = 4_000
"""Characters of a sentence that are looked at; nobody writes a longer one."""
_RANGE_BETWEEN = re.compile(
    rf"\s*(?:{DASH}|,?\s*\b(?:to|until|till|through|thru|up to|up until)\b)\s*"
    rf"(?:on\s+|about\s+|circa\s+|ca?\.\s*)?(?:the\s+)?(?:(?:{_SHADE})[\s-]+(?:(?:of|in)\s+)?(?:the\s+)?)?(?:{WEEKDAY},?\s+)?",
    re.IGNORECASE,
)
_AND_BETWEEN = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|or)\b|&)\s*(?:(?:in|on|by|early|late|mid)[\s-]+)?(?:the\s+)?"
)
_OR_BETWEEN = re.compile(r"\s*,?\s*\bor\s+(?:(?:in|on|early|late|perhaps|possibly)[\s-]+)?(?:the\s+)?")
_ENDS_WITH_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_BESIDE = frozenset({"unit_beside", "units_away", "eve"})
_WEEK_OF = re.compile(r"\b(?:week|weekend|days|fortnight)\s+$", re.IGNORECASE)
_OPENER = re.compile(
    r"(?:(?:Shortly|Soon|Immediately|Just|Even)\s+)?(?P<word>After|Following|Before|Prior to|Since|Until)\s[^,;:]*$",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[^,;:.]{0,40},")
_CALENDAR = frozenset({"year_alone", "month_of_year", "day_before_month", "day_after_month"})
_NOUN = re.compile(
    r"\s+(?!(?:and|or|to|the|he|she|they|it|was|were|in|at|by|with|when|but|a|an|of|on|that|which|who|his|its|their|as|"
    r"after|before|from|until|for|while)\b)[a-z]+"
)
_TO_PRESENT = re.compile(r"\s*(?:[-\u2010-\u2015]|\b(?:to|until)\b)\s*(?:the\s+)?present\b")
_ONWARDS = re.compile(r"\s+(?:onwards?|forward|on(?=[,.;]))")


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text, in the order in which they stand; no two overlap."""
    text = text[:_LONGEST]
    words = split_words(text)
    found: list[Expression] = []
    for rules in (CALENDAR_RULES, COUNTING_RULES):
        for rule in rules:
            if not rule.needs.isdisjoint(words):
                _add_found(found, text, rule)
    joined = _doubt_either(_share_years(_join(_offset(found, text), text), text), text)
    led = [_add_lead(each, text, end) for each, end in _with_ends_before(joined)]
    return _bound_by_phrase(led, text)


def _add_found(found: list[Expression], text: str, rule: Rule) -> None:
    """Add what a rule finds and no rule before it has found, in its place."""
    for match in rule.pattern.finditer(text):
        for each in rule.read(match):
            place = bisect_right(found, each.start, key=lambda other: other.start)
            is_free = (place == 0 or found[place - 1].end <= each.start) and (
                place == len(found) or each.end <= found[place].start
            )
            if is_free:
                found.insert(place, each)


def _with_ends_before(found: Sequence[Expression]) -> list[tuple[Expression, int]]:
    return [(each, found[at - 1].end if at else 0) for at, each in enumerate(found)]


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
        if before is not None and is_day and _counts_to(before, text[before.end : each.start][:8]):
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


def _add_lead(each: Expression, text: str, free_from: int) -> Expression:
    """Say what leads to an expression: its preposition, if that makes it a bound, and words that narrow it."""
    begin = max(free_from, each.start - _LONGEST_LEAD)
    lead = _LEAD.search(text[begin : each.start])
    if lead is None:
        return replace(each, adjunct=each.start)
    word = " ".join((lead["word"] or "").casefold().split())
    shade = " ".join((lead["shade"] or lead["part"] or ("about" if lead["about"] else "")).casefold().split())
    names = _only_names(each, lead, text)
    is_bound = not names and not isinstance(each.meaning, Range) and not _is_around_part(lead)
    bound = _BOUNDS.get(word) if is_bound else None
    start = begin + lead.start() if lead.group().strip() else each.start
    onwards = (_ONWARDS if bound is Bound.FROM else _TO_PRESENT).match(text, each.end)
    if onwards is not None and bound is None and not isinstance(each.meaning, Range):
        bound = Bound.FROM
    return replace(
        each,
        adjunct=start,
        bound=bound,
        shade=shade or each.shade,
        end=onwards.end() if onwards else each.end,
        doubt=NAMES if names else each.doubt or _doubt_week(text[begin : begin + lead.start()], word),
    )


def _bound_by_phrase(found: list[Expression], text: str) -> list[Expression]:
    """Make dates bounds that stand in a phrase before the statement: "After the landing on 5 May, they ..."."""
    bounded = list(found)
    phrase_end = -1
    for at in range(len(found) - 1, -1, -1):
        each = found[at]
        opener = _OPENER.match(text, 0, each.adjunct)
        if opener is None or not isinstance(each.meaning, Point | Range):
            continue
        if phrase_end < 0 and _PHRASE_END.match(text, each.end):
            phrase_end = each.end
        if phrase_end >= 0 and each.bound is None and each.doubt != NAMES:
            bounded[at] = replace(each, bound=_BOUNDS.get(opener["word"].casefold(), Bound.AFTER))
    return bounded


def _only_names(each: Expression, lead: re.Match[str], text: str) -> bool:
    """Whether a date says which of several things is meant: "after the 1944 landings", "the 20 July plot"."""
    is_ordinal = _ORDINAL.match(text, each.start) is not None
    is_calendar = each.rule in _CALENDAR and not is_ordinal and not lead["shade"] and not lead["part"]
    return bool(lead["the"]) and is_calendar and _NOUN.match(text, each.end) is not None


def _doubt_week(before: str, word: str) -> str:
    return "only the week is told" if word == "of" and _WEEK_OF.search(before) else ""


def _is_around_part(lead: re.Match[str]) -> bool:
    """Whether a preposition only says which part of the day is meant: "before dawn on 15 June"."""
    return bool(lead["part"]) and (lead["word"] or "").casefold() in {"before", "after"}

"""What leads to a time expression: a preposition that makes it a bound, words that narrow it, a phrase around it."""

import re
from dataclasses import replace

from quizapp.article.dates.dated import Bound
from quizapp.article.dates.expression import NAMES, Expression, Point, Range
from quizapp.article.dates.spelling import PARTS_OF_DAY, SHADE, WEEKDAY

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
    rf"(?:(?P<shade>{SHADE})[\s-]+(?:(?:of|(?<=rly\s)(?:on|in)|(?<=ate\s)(?:on|in)|(?<=[it]er\s)in)\s+)?"
    rf"(?:the\s+)?)?(?:(?P<part>{PARTS_OF_DAY})(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?)?(?:year\s+|month\s+of\s+)?"
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 64
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
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


def add_lead(each: Expression, text: str, free_from: int) -> Expression:
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


def bound_by_phrase(found: list[Expression], text: str) -> list[Expression]:
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

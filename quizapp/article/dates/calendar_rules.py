"""The rules that find dates by the calendar: days, months, seasons; years are found in year_rules.

To read another spelling, write a rule and name it in CALENDAR_RULES; where two rules find the same words, the
first in the tuple has them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizapp.article.dates.expression import Expression, Point, Range
from quizapp.article.dates.rule import Rule, express, rule
from quizapp.article.dates.spelling import (
    COMMA,
    DASH,
    DAY,
    FULL_MONTH,
    IS_RANGE,
    LINK,
    MONTH,
    ORDINAL_WORD,
    SEASON,
    SEASONS,
    STYLE,
    TURN,
    YEAR,
    read_day,
    read_month_name,
    read_number,
    read_year,
)
from quizapp.article.dates.year_rules import YEAR_RULES
from quizapp.values.dates import MONTHS

MONTHS_NEEDED = " ".join((*MONTHS, *(month[:3] for month in MONTHS), "Sept"))
_DAYS = rf"(?P<days>(?<![\d.,:/]){DAY}(?:(?:{LINK}|{COMMA}){DAY}){{0,4}})"
_YEAR_AFTER = rf"(?:(?:(?:\s*,\s*|\s+)(?:of\s+|in\s+)?(?:the year\s+)?{YEAR}|,?\s+(?:(?:of|in)\s+)?{TURN}))?"
_ONE_DAY = re.compile(DAY)
_DAY_TURN = r"(?:night|morning|evening|day)"


@rule("000", r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
def iso_day(found: re.Match[str]) -> Iterator[Expression]:
    """Take a day as ISO 8601 writes it: "2017-10-14"."""
    year, month, day = (int(part) for part in found.groups())
    yield express(found, Point(year, month, day), "iso_day")


@rule("000", r"(?<![\w.,/-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\w/-]|\.\d)")
def numbered_day(found: re.Match[str]) -> Iterator[Expression]:
    """Take "14.10.1066", and "14/10/1066" where only one reading is a day; "4/10/1066" is left alone."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if second <= 12 and (first > 12 or found[2] == "." or first == second):
        yield express(found, Point(year, second, first), "numbered_day")
    elif first <= 12 < second <= 31:
        yield express(found, Point(year, first, second), "numbered_day")


@rule(
    MONTHS_NEEDED,
    rf"{_DAYS}\s+(?:{_DAY_TURN}\s+)?(?:of\s+)?{MONTH}(?![a-z]){STYLE}?{_YEAR_AFTER}{STYLE}?",
)
def day_before_month(found: re.Match[str]) -> Iterator[Expression]:
    """Take "14 October 1066", "the 14th of October", "4-17 October", "26, 28 and 29 August 1918"."""
    yield from _spread_days(found, "day_before_month")


@rule(MONTHS_NEEDED, rf"{MONTH}\s+(?:the\s+)?{_DAYS}(?!\s+[A-Z][a-z]*s\b){STYLE}?{_YEAR_AFTER}{STYLE}?")
def day_after_month(found: re.Match[str]) -> Iterator[Expression]:
    """Take "October 14, 1066", "Oct. 14th", "July 1-3, 1863", "May 4 and 5"."""
    yield from _spread_days(found, "day_after_month")


@rule(
    MONTHS_NEEDED,
    rf"(?i:\b(?P<days>{ORDINAL_WORD}))\s+(?:day\s+)?of\s+{MONTH}(?![a-z]){_YEAR_AFTER}",
)
def spelled_day(found: re.Match[str]) -> Iterator[Expression]:
    """Take a day in words: "the fourteenth of October 1066", "the first day of July"."""
    year, _ = _year_or_none(found)
    month = read_month_name(found["month"])
    yield express(found, _point(year, month, read_number(found["days"])), "spelled_day")


@rule(
    "Christmas Ides ides New",
    r"\b(?P<feast>Christmas Eve|Christmas Day|(?:(?<=\b[Oo]n )|(?<=\b[Bb]y )|(?<=\b[Aa]t ))Christmas|"
    rf"New Year's Eve|New Year's Day|[Ii]des of March){_YEAR_AFTER}",
)
def feast_day(found: re.Match[str]) -> Iterator[Expression]:
    """Take a feast that always falls on the same day: "Christmas Eve 1914", "the Ides of March"."""
    feasts = {"Christmas Eve": (12, 24), "New Year's Eve": (12, 31), "New Year's Day": (1, 1), "des": (3, 15)}
    month, day = next((at for name, at in feasts.items() if name in found["feast"]), (12, 25))
    year, end = _year_or_none(found)
    yield express(found, _point(year, month, day), "feast_day", end=end)


@rule(
    MONTHS_NEEDED,
    rf"{MONTH}(?:,|\s+of)?\s+(?:the year\s+)?{YEAR}|{FULL_MONTH.replace('month', 'alone')}"
    rf"\s+(?:(?:of|in)\s+)?{TURN}",
)
def month_of_year(found: re.Match[str]) -> Iterator[Expression]:
    """Take "June 1944", "February of 1940", "August of that year"."""
    year = read_year(found)
    if year is not None:
        yield express(found, _point(year, read_month_name(found["month"] or found["alone"])), "month_of_year")


@rule(
    "spring summer autumn fall winter",
    rf"\b{SEASON}(?:,|\s+of|\s+in)?\s+(?:the year\s+)?(?:(?P<two>\d{{4}}{DASH}\d{{2}}(?:\d\d)?)(?!\d)|{YEAR}|{TURN})",
)
def season_of_year(found: re.Match[str]) -> Iterator[Expression]:
    """Take "spring 1863", "the summer of 1944", "the winter of 1941-42", "autumn of that year"."""
    first, last = SEASONS[found["season"].casefold()]
    year = Point(int(found["two"][:4])) if found["two"] else read_year(found)
    if year is None:
        return
    doubt = "a winter that may have begun in the year before" if last < first and not found["two"] else ""
    yield express(found, replace(year, month=first, last_month=last), "season_of_year", doubt=doubt)


_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|by|during|since|until|till|from|to|through|throughout|between|late|early|mid|before|after|around|"
    r"(?:end|beginning|start|middle|close|half|part|week|weeks|days|month|most|much|rest|all|course|into|"
    r"weekend|remainder|begin) of)[\s-]\s*(?:the\s+)?(?:month of\s+)?|"
    rf"\b{FULL_MONTH}\s*(?:{DASH}|,?\s*\b(?:and|or|to)\b|,)\s*)$",
    re.IGNORECASE,
)

_MONTH_NEXT = re.compile(rf"(?:\s*{DASH}\s*|\s(?:to|until|and|or)\s){FULL_MONTH}")


@rule(
    MONTHS_NEEDED, rf"\b{FULL_MONTH}(?!\s+\d|['\u2019]s\s+[A-Z]|\s+Revolution\b|-(?!{'|'.join(MONTHS)})[A-Z])"
)
def month_alone(found: re.Match[str]) -> Iterator[Expression]:
    """Take a month whose year is meant: "in June", "by the end of October", "April and May"; not "on March"."""
    is_led = _MONTH_LEAD.search(found.string[max(found.start() - 30, 0) : found.start()])
    if is_led or _MONTH_NEXT.match(found.string, found.end()):
        yield express(found, Point(month=read_month_name(found["month"])), "month_alone")


_SEASON_LEAD = re.compile(
    r"\b(?:in|by|during|until|since|throughout|over|before|after|into|early|late|mid|end of|that)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)

_FALL_LEAD = re.compile(r"\b(?:in|during|throughout|early|late|that)[\s-]+(?:the\s+)?$", re.IGNORECASE)


@rule(
    "spring summer autumn fall winter",
    rf"(?<=\s){SEASON}(?!\s+(?:of|offensive|campaign|uniforms?|clothing|quarters|from|to)\b|-)",
)
def season_alone(found: re.Match[str]) -> Iterator[Expression]:
    """Take a season whose year is meant: "in the summer", "by autumn", "during the winter"."""
    lead = found.string[max(found.start() - 24, 0) : found.start()]
    pattern = _FALL_LEAD if found["season"] == "fall" else _SEASON_LEAD
    if pattern.search(lead):
        first, last = SEASONS[found["season"].casefold()]
        yield express(found, Point(month=first, last_month=last), "season_alone")


def _point(year: Point, month: int | None, day: int | None = None) -> Point:
    return Point(year.year, month, day, turn=year.turn, is_short=year.is_short)


def _year_or_none(found: re.Match[str]) -> tuple[Point, int]:
    """Return the year beside a day, which may be missing, and where the date ends then."""
    year = read_year(found)
    if year is not None:
        return year, found.end()
    digits = found.start("plain")
    return Point(), len(found.string[:digits].rstrip(" ,")) if digits >= 0 else found.end()


def _spread_days(found: re.Match[str], name: str) -> Iterator[Expression]:
    """Yield the day of a date, or its days, or a range of them."""
    year, end = _year_or_none(found)
    month = read_month_name(found["month"])
    offset = found.start("days")
    days = [(offset + each.start(), offset + each.end()) for each in _ONE_DAY.finditer(found["days"])]
    points = [_point(year, month, read_day(found.string[start:stop])) for start, stop in days]
    links = [found.string[left[1] : right[0]] for left, right in pairwise(days)]
    is_range = bool(links) and all(IS_RANGE.search(link) for link in links)
    if is_range or len(days) == 1:
        meaning = Range(points[0], points[-1]) if is_range else points[0]
        yield express(found, meaning, name, end=end)
        return
    for point, (start, stop) in zip(points, days, strict=True):
        begins = found.start() if point is points[0] else start
        yield Expression(begins, end if point is points[-1] else stop, point, name)


CALENDAR_RULES: tuple[Rule, ...] = (
    iso_day,
    numbered_day,
    day_before_month,
    day_after_month,
    spelled_day,
    feast_day,
    month_of_year,
    season_of_year,
    *YEAR_RULES,
    month_alone,
    season_alone,
)

"""The rules that find years, decades and centuries; what is written beside a month or a season is no year alone.

To read another spelling, write a rule and name it in YEAR_RULES.
"""

import re
from collections.abc import Iterator

from quizapp.article.dates.expression import NAMES, Expression, Point, Range, Years
from quizapp.article.dates.rule import Rule, express, rule
from quizapp.article.dates.spelling import (
    DASH,
    ERA,
    IS_RANGE,
    LINK,
    ORDINAL,
    YEAR,
    counts_something,
    read_number,
    read_year,
)


@rule("0s", rf"(?<![\w.,])(?P<decade>\d{{2,3}}0)(?:'|\u2019)?s\b(?:\s?(?P<era>{ERA}))?")
def decade(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the 1840s", "the 470s BC"."""
    begin = int(found["decade"])
    if found["era"] and found["era"].startswith("B"):
        yield express(found, Years(1 - begin - 9, 1 - begin), "decade")
    elif found["era"] or begin >= 1000:
        yield express(found, Years(begin, begin + 9), "decade")


@rule("century centuries", rf"(?i:\b(?P<nth>{ORDINAL})[\s-]+century)\b(?:\s?(?P<era>{ERA}))?")
def century(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the 19th century", "the fourth century BC"."""
    number = read_number(found["nth"])
    if not 1 <= number <= 99:
        return
    if found["era"] and found["era"].startswith("B"):
        yield express(found, Years(1 - 100 * number, 100 - 100 * number), "century")
    else:
        yield express(found, Years(100 * number - 99, 100 * number), "century")


@rule(
    "BC BCE B AD CE A",
    rf"(?<![\w.,$£€])(?P<first>\d{{1,4}})(?P<link>{LINK})(?:c\.\s?)?(?P<last>\d{{1,4}})\s?(?P<era>{ERA})",
)
def years_before_era(found: re.Match[str]) -> Iterator[Expression]:
    """Take two years that share what follows: "264-241 BC", "496 and 495 BC"."""
    is_bc = found["era"].startswith("B")
    first, last = (1 - int(found[name]) if is_bc else int(found[name]) for name in ("first", "last"))
    if last < first:
        return
    if IS_RANGE.search(found["link"]):
        yield express(found, Range(Point(first), Point(last)), "years_before_era")
        return
    yield express(found, Point(first), "years_before_era", end=found.end("first"))
    yield express(found, Point(last), "years_before_era", start=found.start("last"))


_LONGEST = 200  # years; what is further apart counts something
_ABOUT = re.compile(
    r"\b(?:about|approximately|roughly|some|nearly|almost|over|up to|at least|than) $", re.IGNORECASE
)


@rule(
    "000",
    rf"(?<![\w.,$£€/-])(?P<first>1\d{{3}}|20\d\d)\s?{DASH}\s?(?P<last>\d{{4}}|\d{{2}})(?![\w-]|[.,]\d|\s?%)",
)
def years_apart(found: re.Match[str]) -> Iterator[Expression]:
    """Take "1914-1918", "1941-42", "1941/42"; not "1000-1500 Ormish soldiers", "about 1200-1300"."""
    first, last = int(found["first"]), int(found["last"])
    last += first - first % 100 if last < 100 else 0
    is_count = counts_something(found.string, last, found.end(), 3) or _ABOUT.search(
        found.string, max(0, found.start() - 16), found.start()
    )
    if first < last < first + _LONGEST and not is_count:
        yield express(found, Range(Point(first), Point(last)), "years_apart")


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|before|after|during|from|throughout|circa|c\.|ca\.|around|early|late|mid|year|"
    r"years|between|to|through|for|into|and|or|prior to|spring|summer|autumn|fall|winter|beginning|end|rest|"
    r"sometime|later|earlier|all)[\s-]\s*(?:the\s+)?(?:year\s+)?|[(\[]|[\d)] ?(?:[\u2013/-]|,|;) ?|^)$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|for|or|and|to)\s$")
_BESIDE_NOUN = re.compile(r" [a-z]{3,}")
_ARTICLE = re.compile(r"(?:\b(?:the|a|an|its|their|his)|['\u2019]s)\s$", re.IGNORECASE)


@rule(
    "000 BC BCE B AD CE A",
    rf"(?:(?<![\w.,$£€#/-])|(?<=[Mm]id-))(?<!No\. )(?<!Hill ){YEAR}(?![-\u2013/]?(?!present)\w)",
)
def year_alone(found: re.Match[str]) -> Iterator[Expression]:
    """Take a year: "480 BC", "AD 9", "in 1939", "(1939)", "the 1939 campaign"; not "of 1200 guns"."""
    year = read_year(found)
    if year is None or year.year is None:
        return
    if not found["plain"]:
        yield express(found, year, "year_alone")
        return
    lead = found.string[max(found.start() - 16, 0) : found.start()]
    is_led = _YEAR_LEAD.search(lead) is not None
    words = 3 if _OF.search(lead) else 1
    if is_led and not counts_something(found.string, year.year, found.end(), words):
        yield express(found, year, "year_alone")
    elif not year.is_short and _ARTICLE.search(lead) and _BESIDE_NOUN.match(found.string, found.end()):
        yield express(found, year, "year_alone", doubt=NAMES)


YEAR_RULES: tuple[Rule, ...] = (years_before_era, decade, century, years_apart, year_alone)

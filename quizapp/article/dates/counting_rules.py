"""The rules that find dates counted from another: "the next day", "three days later", "that evening", "on the 28th".

To read another phrase, write a rule and name it in COUNTING_RULES; where two rules find the same words, the first
in the tuple has them.
"""

import re
from collections.abc import Iterator

from quizapp.article.dates.calendar_rules import MONTHS_NEEDED
from quizapp.article.dates.expression import Counted, Expression, NthDay, Point, Turned, Unit, Untold
from quizapp.article.dates.rule import Rule, express, rule
from quizapp.article.dates.spelling import (
    FULL_MONTH,
    LINK,
    NUMBER,
    ORDINAL,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    read_month_name,
    read_number,
)
from quizapp.values.text import word_list

_DAY_WORDS = "day days night nights morning mornings afternoon evening dawn date"
_UNIT_WORDS = f"{_DAY_WORDS} week weeks month months year years decade decades century centuries fortnight"
_UNIT = rf"(?P<unit>{PARTS_OF_DAY}|date|week|month|year|decade|century|fortnight)\b"
_MONTH_NAME = FULL_MONTH.replace("P<month>", ":")
_NEXT = r"(?P<next>next|following|succeeding|subsequent)"
_LAST = r"(?P<last>previous|preceding|prior)"
_TO_THIS_DAY = re.compile(r"\bto this day(?! as)")
_OR_NUMBER = re.compile(r"\b(?:or|to|and)\s$|[-\u2013]$")
_TO_EVENT = re.compile(
    r"\s+(?:the|his|her|its|their|a|an|this|that|which|he|she|it|they|being|landing|taking|[A-Z]\w*|\w+ing)\b"
)
_LONG_UNITS = {"week", "month", "year", "decade", "century", "fortnight"}
_STRETCH = re.compile(r"\b(?:over|for|within|of|throughout|during|spent)\s+(?:the\s+)?$", re.IGNORECASE)
_DAY_CAPITAL = re.compile(
    r"[\s-]*(?:\(|/|[A-Z]|infantry|cavalry|armou?red|mechani[sz]ed|regiment|division|brigade|battalion|corps|army|foot|"
    r"century|and \d|legion|squadron|airborne|parallel|panzer|light|line|anniversary|floor|hour|time|attempt|attack)"
)


@rule(
    "next following succeeding subsequent",
    rf"\b(?:the\s+)?(?:very\s+)?{_NEXT}\s+{_UNIT}",
    ignore_case=True,
)
def next_unit(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the next day", "the following night", "the following year"; "over the next year" is a stretch of time."""
    unit = found["unit"].casefold()
    if unit in _LONG_UNITS and _STRETCH.search(found.string[max(found.start() - 14, 0) : found.start()]):
        return
    yield express(found, _count(1, unit), "next_unit")


@rule("previous preceding prior", rf"\b(?:the\s+)?{_LAST}\s+{_UNIT}", ignore_case=True)
def previous_unit(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the previous night", "the preceding year"."""
    yield express(found, _count(-1, found["unit"].casefold()), "previous_unit")


@rule(
    "following after afterward afterwards before prior thereafter earlier",
    rf"\bthe\s+(?:very\s+)?{_UNIT}\s+(?:(?P<next>following|thereafter|afterwards?|after)|(?P<last>before|prior|earlier))\b",
    ignore_case=True,
)
def unit_beside(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the day after", "the night before", "the day following"; "the day after the battle" cannot be told."""
    if _TO_EVENT.match(found.string, found.end()):
        yield express(found, Untold(from_event=True), "unit_beside")
    else:
        yield express(found, _count(1 if found["next"] else -1, found["unit"].casefold()), "unit_beside")


@rule("eve", rf"\b(?:the\s+)?eve\s+of(?=\s+(?:(?:the\s+)?\d|{_MONTH_NAME}\s+\d))")
def eve(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the eve of 8 May"; "the eve of the battle" cannot be told."""
    yield express(found, Counted(-1, Unit.DAY), "eve")


@rule(
    _UNIT_WORDS,
    rf"\b(?:(?:that|the|this)\s+(?:very\s+)?same|that(?:\s+very)?|the\s+very|this)\s+{_UNIT}",
    ignore_case=True,
)
def same_unit(found: re.Match[str]) -> Iterator[Expression]:
    """Take "that evening", "the same day", "later that month", "that year"."""
    if not _TO_THIS_DAY.search(found.string[max(found.start() - 4, 0) : found.end() + 3]):
        yield express(found, _count(0, found["unit"].casefold()), "same_unit")


@rule(
    "day month year",
    r"\b(?P<lead>throughout|during|later\s+in|earlier\s+in|late\s+in|early\s+in|end\s+of|rest\s+of|remainder\s+of|"
    r"beginning\s+of|start\s+of|course\s+of|middle\s+of|part\s+of)\s+(?P<core>the\s+(?P<unit>day|month|year))\b"
    r"(?!\s+(?:of|before|after|following|that|when|on|in|\d)\b|['\u2019]s)",
    ignore_case=True,
)
def unit_told_of(found: re.Match[str]) -> Iterator[Expression]:
    """Take "throughout the day", "by the end of the month", "later in the year"."""
    yield Expression(found.start("core"), found.end(), _count(0, found["unit"].casefold()), "unit_told_of")


@rule(
    f"{_UNIT_WORDS} minute minutes hour hours fortnights",
    rf"\b(?:(?P<about>about|some|around|nearly|almost|over|roughly|approximately|barely|less than|more than)\s+)?"
    rf"(?:(?:just|only|exactly|a\s+mere)\s+)?(?:(?P<number>{NUMBER})(?:\s+full)?[\s-]+(?P<half>and\s+a\s+half\s+)?|"
    r"(?P<vague>(?:a\s+few|few|several|many|some|a\s+couple(?:\s+of)?|couple\s+of|just|only|mere)\s+)?)"
    r"(?P<unit>minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))\s+"
    r"(?:(?P<next>after\s+that(?=\s*(?:[,.;]|$))|later|afterwards?|hence|after|on)|(?P<last>earlier|before|previously|prior|ago))\b",
    ignore_case=True,
)
def units_away(found: re.Match[str]) -> Iterator[Expression]:
    """Take "three days later", "two years earlier"; "hours later", "two days after the fall" are untold."""
    unit = _singular(found["unit"])
    direction = (found["next"] or found["last"]).casefold()
    is_open = direction in {"after", "before", "prior", "on"} and _TO_EVENT.match(found.string, found.end())
    if direction == "on" or (
        found["number"] is None and found["vague"] is None and direction in {"after", "before"}
    ):
        return
    if (
        found["number"] is None
        or unit in {"minute", "hour"}
        or is_open
        or found["half"]
        or direction == "ago"
    ):
        yield express(found, Untold(bool(is_open)), "units_away")
        return
    count = read_number(found["number"])
    is_loose = found["about"] or _OR_NUMBER.search(found.string[max(found.start() - 5, 0) : found.start()])
    doubt = "only about that long" if is_loose else ""
    yield express(found, _count(count if found["next"] else -count, unit), "units_away", doubt=doubt)


@rule(
    f"spring summer autumn fall winter {MONTHS_NEEDED}",
    rf"\b(?:the\s+)?(?:{_NEXT}|{_LAST}|(?P<same>that\s+same|that|the\s+same))\s+"
    rf"(?:{SEASON}|{FULL_MONTH})",
    ignore_case=True,
)
def season_or_month_beside(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the following spring", "the previous April", "that summer"."""
    direction = 1 if found["next"] else -1 if found["last"] else 0
    if found["season"]:
        first, last = SEASONS[found["season"].casefold()]
        yield express(found, Turned(Point(month=first, last_month=last), direction), "season_or_month_beside")
    elif found["month"][0].isupper():
        yield express(
            found, Turned(Point(month=read_month_name(found["month"])), direction), "season_or_month_beside"
        )


@rule(
    "earlier afterward afterwards previously",
    r"(?:^|(?<=[.;:] ))(?:Earlier|Afterwards?|Previously)\b(?=,|\s+[a-z])(?!\s+(?:that|this|in|on|the same)\b)",
)
def some_time_away(found: re.Match[str]) -> Iterator[Expression]:
    """Take "Earlier, they had ..." and "Afterward": a time that cannot be told, from which nothing is counted."""
    yield express(found, Untold(), "some_time_away")


_NAMED_DAY = re.compile(r"(?<![\w'\u2019-])(?P<word>[A-Z][a-z]+) $")
_LEADS = frozenset(
    word_list(
        "on by the until till since from before after over during early late that this and but next last"
        " following throughout through only about around later"
    )
)


@rule(
    " ".join(WEEKDAYS),
    rf"\b(?:[Tt]he\s+)?(?:(?P<next>following|next)\s+|(?P<last>previous|preceding|last)\s+)?(?P<weekday>{WEEKDAY})\b"
    rf"(?!,?\s+(?:(?:{PARTS_OF_DAY})\s+(?:of|on)\s+)?(?:the\s+)?(?:\d|[A-Z][a-z]+\s+\d)|\s+\w+ers\b)",
)
def weekday(found: re.Match[str]) -> Iterator[Expression]:
    """Take "the following Monday", "on Thursday"; "Black Sunday" names something."""
    named = _NAMED_DAY.search(found.string, max(0, found.start() - 24), found.start())
    if named is not None and named["word"].casefold() not in _LEADS:
        return
    direction = 1 if found["next"] else -1 if found["last"] else 0
    yield express(found, Turned(Point(), direction, WEEKDAYS.index(found["weekday"])), "weekday")


_BEFORE_DAY = (
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Tt]ill|[Tt]hroughout|[Dd]uring|"
    r"(?:[Nn]ight|[Mm]orning|[Ee]vening|afternoon|dawn|noon)\s+of)\s+"
)


@rule(
    "0",
    rf"(?:{_BEFORE_DAY}(?:{WEEKDAY},?\s+)?(?P<led>the\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th))"
    r"|\b(?P<alone>[Tt]he\s+(?P<of>\d{1,2})(?:st|nd|rd|th))(?=\s+of\s+t))"
    rf"(?:{LINK}(?P<second>(?P<other>\d{{1,2}})(?:st|nd|rd|th)))?"
    r"(?P<month>\s+of\s+(?:that|the\s+same|the(?:\s+(?:(?P<on>following|next)|(?P<back>previous|preceding)))?)"
    r"\s+month)?\b",
)
def day_of_month(found: re.Match[str]) -> Iterator[Expression]:
    """Take "on the 28th", "by the 3rd of that month", "the 9th of the next month"; "the 28th Infantry" is none."""
    if not found["month"] and (found["alone"] or _DAY_CAPITAL.match(found.string, found.end())):
        return
    days = [int(found["day"] or found["of"]), int(found["other"] or 1)]
    if not all(1 <= day <= 31 for day in days):
        return
    core = "led" if found["led"] else "alone"
    end = found.end(core) if found["second"] else found.end()
    months = 1 if found["on"] else -1 if found["back"] else 0
    yield Expression(found.start(core), end, Point(day=days[0], months=months), "day_of_month")
    if found["second"]:
        point = Point(day=days[1], months=months)
        yield Expression(found.start("second"), found.end(), point, "day_of_month")


@rule(
    _DAY_WORDS,
    rf"\b[Oo]n\s+(?P<core>the\s+(?P<nth>{ORDINAL})\s+(?:and\s+(?:final|last)\s+)?(?:day|night|morning|evening))\b"
    r"(?!\s+(?:after|since|before|of\s+(?:the\s+)?(?:month|week|year|[A-Z])))"
    r"(?:\s+of\s+(?:the\s+)?(?P<event>battle|fighting|offensive|siege|assault|operation|campaign|invasion|attack))?",
)
def nth_day(found: re.Match[str]) -> Iterator[Expression]:
    """Take "on the third day", "on the second day of the battle"."""
    yield Expression(found.start("core"), found.end("core"), NthDay(read_number(found["nth"])), "nth_day")


@rule(
    "concurrently simultaneously time moment",
    r"(?:^|(?<=; )|(?<=[Aa]nd )|(?<=[Ww]hile ))(?:[Cc]oncurrently|[Ss]imultaneously|[Aa]t the (?:very )?same "
    r"(?:time|moment))\b(?!\s+(?:with|as|to|that|when)\b)",
)
def at_the_same_time(found: re.Match[str]) -> Iterator[Expression]:
    """Take "Concurrently" and "At the same time" where they begin a sentence or a clause."""
    yield express(found, Counted(0, Unit.DAY), "at_the_same_time")


def _singular(unit: str) -> str:
    unit = unit.casefold()
    return "century" if unit == "centuries" else unit.removesuffix("s")


def _count(count: int, unit: str) -> Counted:
    """Count in days what names a part of a day, and in weeks a fortnight."""
    if unit == "fortnight":
        return Counted(2 * count, Unit.WEEK)
    return Counted(count, Unit(unit) if unit in _LONG_UNITS else Unit.DAY)


COUNTING_RULES: tuple[Rule, ...] = (
    day_of_month,
    season_or_month_beside,
    next_unit,
    previous_unit,
    unit_beside,
    eve,
    units_away,
    same_unit,
    unit_told_of,
    nth_day,
    some_time_away,
    weekday,
    at_the_same_time,
)

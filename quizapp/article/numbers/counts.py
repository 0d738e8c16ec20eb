"""Finding the numbers of a text: "at least 38 soldiers", "24,000 to 26,000", "two dozen guns", "a third of the army".

Dates, times of day, calibres and numbers that are names ("Hill 60", "5 Corps", "T-34") are no counts. To read another
bound, add its words in words.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from quizapp.article.numbers.words import AFTER, BEFORE, NO_NOUN, ORDER
from quizapp.values.dates import MONTHS
from quizapp.values.measures import Quantity
from quizapp.values.number_words import CARDINALS, SCALES
from quizapp.values.quantities import read_quantity
from quizapp.values.units import units_by_spelling


@dataclass(frozen=True, slots=True)
class Count:
    """A number and where it stands: from its bound to its unit; counted is the noun that follows, to counted_end."""

    quantity: Quantity
    start: int
    end: int
    counted: str
    counted_end: int


_UNIT_NAMES = (
    "Corps|Commando|Brigade|Division|Squadron|Regiment|Battalion|Army|Group|Company|Battery|Para|Wing|Panzer"
)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SMALL = _any([word for word in CARDINALS if word != "one"])
_SCALE = _any([*SCALES, "dozen", "score"])
_PLAIN = rf"(?:{_SMALL}|one(?=[ -](?:{_SCALE}))|(?:a|half a)(?= (?:{_SCALE})\b))"
_JOINT = r"(?:(?<=hundred) and |(?<=thousand) and |[ -])"
_WORDS = rf"{_PLAIN}(?:{_JOINT}(?:{_SMALL}|one|{_SCALE})\b)*"
_PARTS = "halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|tenths?"
_FRACTION = rf"(?:(?:a|one|two|three|four|five)[ -](?:{_PARTS})|half)(?= of\b| the\b| its\b| their\b| his\b)"
_DIGITS = (
    r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d{3}){2,}(?!\d)"
    r"|\d+[½¼¾⅓⅔]|\d+(?:\.\d+)?|\d+/\d+"
)
_NUMBER = rf"(?:(?:{_DIGITS})(?: (?:{_SCALE})\b)?|{_FRACTION}|\b{_WORDS}\b)"
_TO = r"(?: ?[-\u2013\u2014\u2212] ?| to | and (?=[\d a-z])| or (?=\d))"
_UNITS = _any(
    [
        unit
        for unit in units_by_spelling()
        if len(unit) > 1 and unit not in {"in", "sec", "min", "mil", "foot"}
    ]
)
_FIND = re.compile(
    rf"(?P<before>(?:(?<![\w.])(?:{_any(list(BEFORE))})\s*){{0,3}})"
    rf"(?<![\w.,:'\u2019^])(?<!\d/)(?P<currency>[$£€]?)(?P<low>{_NUMBER})(?:(?P<to>{_TO})(?P=currency)(?P<high>{_NUMBER}))?"
    rf"(?P<percent> ?%)?(?P<after>\+| (?:{_any([each for each in AFTER if each != '+'])}))?"
    rf"(?:[ \u00a0-](?P<unit>(?:{_UNITS}|m)\b))?",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    rf"\d|\b(?:{_SMALL}|half|{_SCALE}|one(?=[ -](?:{_SCALE}))|(?:a|one|two|three|four|five)(?=[ -](?:{_PARTS})\b))\b"
)
"""What every number has, in small letters; sought first, since _FIND looks for a bound at each place."""
_LONGEST_BOUND = 3 * (max(map(len, BEFORE)) + 1)
_MONTH = "|".join([*MONTHS, *(f"{name[:3]}\\.?" for name in MONTHS), "Sept\\.?"])
_NO_COUNT_AFTER = re.compile(
    rf"\s?(?:(?:st|nd|rd|th|e)\b|(?:of )?(?:{_MONTH})\b|BCE?\b|CE\b|AD\b|[:/]\d|[°º\u2032]|(?:a|p)\.?m\b|o'clock"
    rf"|hours? on\b|hrs\b|-?(?:mm|cm|pounders?|pdrs?|inch|pounder|point)\b|-(?:gun|foot|man)\b|-[a-z]"
    rf"|(?:{_UNIT_NAMES})\b)"
)
_NO_COUNT_BEFORE = re.compile(
    rf"(?:\b(?:(?:{_MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?|No\.?|Nos\.?|Number|Hills?|Point|Route|Highway|Height"
    r"|Area|Force|Squadron|chapter|vol\.|pp?\.|Mark|Mk\.?|Type|Group|Line|Company|Beach|Channel|Phase|Stage|Battery|Day"
    r"|Regiment|AD|A\.D\.|Psalm|Article|pages?|Order"
    r"|Bf|Fw|Ju|Hs|MiG|Mi|Il|Yak|Pe|Tu|Su|Ki|CR|SM)|[\w]-) ?$"
)
_MOST = 100  # numbers of one text; a table that was not recognised has thousands
_CALIBRES = frozenset({"mm", "cm", "inch", "millimetre", "millimeter"})
_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|until|by|from|early|late|mid|during|before|after|year|the|spring|summer|autumn|fall|winter)"
    r" ?$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r" (?:[a-z]+ ){0,2}(?:[a-z]{3,}s|men|infantry|cavalry|artillery|dead|killed|wounded)\b")
_NOUN = re.compile(
    r"[ \u00a0](?:of (?:the |his |her |their |its |these |those )?)?"
    r"(?P<words>[^\W\d][\w'\u2019.-]*(?: [^\W\d][\w'\u2019.-]*){0,7})"
)


def find_counts(text: str) -> tuple[Count, ...]:
    """Return the numbers of a text that count or measure something, in order."""
    return tuple(islice(_find(text), _MOST))


def _find(text: str) -> Iterator[Count]:
    at, small = 0, text.lower()
    small = small if len(small) == len(text) else text
    while beginning := _BEGINNING.search(small, at):
        match = _FIND.search(text, max(at, beginning.start() - _LONGEST_BOUND))
        if match is None:
            return
        count = _read(text, match)
        at = match.end()
        if (
            count is None and match["high"] and match["to"].strip() != "to" and not _is_other(text, match)
        ):  # "15,000 – 3 legions" is no range
            count = _read_first(match)
            at = match.end("low")
        if count is not None:
            yield count


def _read(text: str, match: re.Match[str]) -> Count | None:
    if _is_other(text, match):
        return None
    quantity = _read_quantity(match)
    if quantity is None:
        return None
    end = match.end("unit") if match["unit"] else match.end("after") if match["after"] else match.end()
    is_measure = match["unit"] and text[match.start("unit") - 1] != "-"
    counted, counted_end = ("", end) if is_measure else _read_counted(text, end)
    return Count(quantity, _start(match), end, counted, counted_end)


def _read_first(match: re.Match[str]) -> Count | None:
    said = [*_sides(match["before"], ""), match["currency"] + _plain(match["low"])]
    quantity = _measure(" ".join(said), None, None)
    end = match.end("low")
    return None if quantity is None else Count(quantity, _start(match), end, "", end)


def _start(match: re.Match[str]) -> int:
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a date, a time, a calibre, or part of a name."""
    number_end = match.end("high") if match["high"] else match.end("low")
    before = text[max(0, match.start() - 20) : match.start()]
    if match["before"] == "" and _NO_COUNT_BEFORE.search(before):
        return True
    if not match["unit"] and _NO_COUNT_AFTER.match(text, number_end):
        return True
    low, unit = match["low"], (match["unit"] or "").lower()
    if text.startswith("-old", match.end()):
        return True
    if unit in _CALIBRES or (unit in {"h", "hours"} and re.fullmatch(r"[0-2]\d{3}", low)):
        return True
    if (
        not (len(low) == 4 and low.isdecimal() and "1000" <= low < "2100")
        or match["unit"]
        or match["currency"]
    ):
        return False
    if match["before"].strip().lower() not in {"from", "between", "c.", "c", "circa", "ca.", ""}:
        return False
    is_counted = _PEOPLE.match(text, number_end) or not text[: match.start()].strip()
    follows = _YEAR_BEFORE.search(before + match["before"]) or not _NOUN.match(text, number_end)
    return bool(follows) and not is_counted


def _read_quantity(match: re.Match[str]) -> Quantity | None:
    low, to, high = match["low"], match["to"], match["high"]
    sides = _sides(match["before"], match["after"] or "")
    if high is None:
        sides = [side for side in sides if side not in {"between", "from"}]
        number = low
    elif to.strip() == "and" and "between" not in sides:
        return None
    else:
        sides = [side for side in sides if side == "about"]  # "747–868+" has two ends already
        number = f"{_fill_thousands(low, high)} to {match['currency']}{high}"
    return _measure(" ".join([*sides, match["currency"] + _plain(number)]), match["percent"], match["unit"])


def _fill_thousands(low: str, high: str) -> str:
    """Return the low end of "25–50,000" as what it means: 25,000."""
    thousands = high.removesuffix(",000")
    is_short = thousands != high and thousands.isdigit() and low.isdigit()
    return f"{low},000" if is_short and int(low) < int(thousands) else low


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_any(list(BEFORE)), re.IGNORECASE)


def _sides(before: str, after: str) -> list[str]:
    """Return what the words around a number say of it, in the words and the order of read_quantity."""
    found = {BEFORE[each.lower()] for each in _before().findall(before)} | {
        AFTER.get(after.strip().lower(), "")
    }
    return [side for side in ORDER if side in found] + sorted(found - {*ORDER, ""})


def _plain(number: str) -> str:
    """Write "two-thirds" as two words, and 5.000 men as 5,000."""
    number = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", number.lower())
    return re.sub(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])", r"\1,\2", number)


def _measure(said: str, percent: str | None, unit: str | None) -> Quantity | None:
    read = read_quantity(f"{said}{' %' if percent else ''} {unit or ''}".strip())
    if not isinstance(read, Quantity):
        return None
    return replace(read, about=False) if read.high is None else read  # "est. 100+" is at least 100


def _read_counted(text: str, end: int) -> tuple[str, int]:
    match = _NOUN.match(text, end)
    if match is None:
        return "", end
    words: list[str] = []
    at = match.start("words")
    for word in match["words"].split(" "):
        if word in NO_NOUN or (not words and word.lower() in NO_NOUN and word != "IS"):
            break
        words.append(word)
        if word.endswith(".") and len(word) > 3:
            break
    counted = " ".join(words).rstrip(".")
    return (counted, at + len(counted)) if counted else ("", end)

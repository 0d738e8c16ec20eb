"""The words that dates are made of, as patterns, and what each is worth.

To accept another word for a part of a date, add it to its line here.
"""

import re

from quizapp.article.dates.expression import Point
from quizapp.values.dates import MONTHS
from quizapp.values.number_words import CARDINALS, ORDINALS, read_word_number
from quizapp.values.text import word_list

_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"Sept": 9}
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | _SHORT
_FULL_MONTH = "|".join(MONTHS)
MONTH = rf"(?P<month>{_FULL_MONTH}|(?:{'|'.join(sorted(_SHORT, reverse=True))})\b\.?)"
FULL_MONTH = rf"(?P<month>{_FULL_MONTH})\b"

DASH = r"[-\u2010-\u2015\u2212/]"
LINK = rf"(?:\s*{DASH}|(?:\s*,)?\s+(?:and|or|to|until|till|through)\b|\s*&)\s*(?:the\s+)?"
COMMA = r",\s*(?=\d{1,2}(?:st|nd|rd|th)?\s*(?:,|and\b|or\b|&))"
IS_RANGE = re.compile(rf"(?:{DASH}|to|until|till|through)\s*(?:the\s+)?$")
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\((?:st|nd|rd|th)\))?(?![\d:]|[,.]\d|\s?(?:BC|AD|CE|B\.|A\.D)\b)"
)
_TENS = "|".join(word for word, value in CARDINALS.items() if value >= 20 and value % 10 == 0 and value <= 90)
_UNITS = "|".join(word for word, value in CARDINALS.items() if 1 <= value <= 19)
_UNIT_ORDINALS = "|".join(word for word, value in ORDINALS.items() if 1 <= value <= 19)
_TEN_ORDINALS = "|".join(word for word, value in ORDINALS.items() if value >= 20)
ORDINAL_WORD = rf"(?:(?:{_TENS})[- ](?:{_UNIT_ORDINALS})|{_UNIT_ORDINALS}|{_TEN_ORDINALS})"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
NUMBER = rf"(?:\d{{1,4}}|(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_UNITS}|an?|another)"

ERA = r"(?:BCE?|B\. ?C\.?(?: ?E\.?)?|AD|A\. ?D\.?|CE|C\. ?E\.?)(?![A-Za-z])"
_YEAR_END = r"(?!\d|[,.]\d|\s?%)"
YEAR = (
    rf"(?:(?:AD|A\.D\.)\s?(?P<after_era>\d{{1,4}})\b|(?P<before_era>\d{{1,4}})\s?(?P<era>{ERA})"
    rf"|(?P<plain>\d{{3,4}})\b){_YEAR_END}"
)
TURN = (
    r"(?:(?P<this>(?:that|the|this)\s+(?:very\s+)?same\s+year|that\s+year|this\s+year)"
    r"|the\s+(?P<next>following|next|succeeding)\s+year|the\s+(?P<last>previous|preceding)\s+year)\b"
)
STYLE = (
    r"(?:\s*[\[(][^\[\]()]{0,40}\b(?:O\. ?S\.?|N\. ?S\.?|OS|NS|Old Style|New Style|Julian|Gregorian)"
    r"[^\[\]()]{0,40}[\])]|\s*\([^()]{1,60}\)(?=,\s\d{4}\b))"
)
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
WEEKDAYS = word_list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
PARTS_OF_DAY = (
    r"day|nights?|nightfall|mornings?|mid-?morning|forenoon|afternoon|mid-?afternoon|evening|dawn|daybreak|daylight|"
    r"first light|dusk|dark|midnight|midday|noon|sunrise|sunset"
)

SHADE = (
    r"very\s+early|very\s+late|early|earlier|late|later|mid|middle|beginning|start|end|close|opening|height|rest|"
    r"remainder|turn|(?:first|second|latter|former|last|final|opening|closing|early|late)\s+"
    r"(?:half|quarter|third|part|days?|weeks?|weekend|months?|years?|hours)"
)

_COUNTED = frozenset(
    word_list(
        "men troops soldiers infantry infantrymen cavalry cavalrymen horsemen archers knights sailors marines crew "
        "casualties dead killed wounded prisoners captives civilians people inhabitants families workers militia "
        "guns cannon cannons artillery rifles muskets tanks vehicles aircraft planes bombers fighters ships boats "
        "vessels galleys triremes warships horses elephants camels mules wagons carts sorties rounds shells bombs "
        "tons tonnes pounds kilograms kg lb metres meters m km kilometres kilometers miles yards feet ft acres "
        "hectares hours hrs days weeks months years dollars francs marks talents drachmas more other hoplites "
        "infantry legionaries riders volunteers reinforcements fighters militants rebels warriors peltasts"
    )
)
_NEXT_WORDS = re.compile(r"[ -]?([A-Za-z]+)(?: ([A-Za-z]+))?(?: ([A-Za-z]+))?")
_FIRST_FULL_YEAR = 1000
_LATEST_YEAR = 2199


def read_month_name(name: str) -> int:
    """Return the number of a month that a pattern here matched."""
    return _MONTH_NUMBERS[name.rstrip(".")]


def read_day(text: str) -> int:
    """Return the day that "14th" or "fourteenth" says."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else read_number(text)


def read_number(text: str) -> int:
    """Return the whole number that a pattern here matched: "12", "twelve", "a", "twenty-first"."""
    text = text.casefold()
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    if text in {"a", "an", "another"}:
        return 1
    number = read_word_number(text.replace("-", " ").split())
    return number.value if number else 0


def read_year(found: re.Match[str]) -> Point | None:
    """Return the year, or the turn of the year, that the groups of YEAR and TURN hold; None where it is no year."""
    groups = found.groupdict()
    if groups.get("this") or groups.get("next") or groups.get("last"):
        return Point(turn=0 if groups["this"] else 1 if groups["next"] else -1)
    if groups.get("after_era"):
        return Point(int(groups["after_era"]))
    if groups.get("before_era"):
        number = int(groups["before_era"])
        return Point(1 - number if groups["era"].startswith("B") else number)
    if not groups.get("plain") or counts_something(found.string, int(groups["plain"]), found.end("plain")):
        return None
    number = int(groups["plain"])
    is_year = number <= _LATEST_YEAR and not groups["plain"].startswith("0")
    return Point(number, is_short=number < _FIRST_FULL_YEAR) if is_year else None


def counts_something(text: str, number: int, end: int, words: int = 1) -> bool:
    """Whether what follows a number says that it counts men, guns or miles, so that it is no year."""
    if number % 10 and number > 999:
        words = 1
    following = _NEXT_WORDS.match(text, end)
    if following is None:
        return False
    return any(word in _COUNTED for word in following.groups()[:words] if word)

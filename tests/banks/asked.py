"""A bank as plain texts: its questions one by one, and how texts are compared."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Entry = dict[str, Any]

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b(?: (\d{{4}}))?")


@dataclass(frozen=True)
class Asked:
    """A question with the fact that it asks."""

    name: str
    fact: Entry
    question: Entry
    stem: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stem", self.question["stem"])

    @property
    def type(self) -> str:
        kind: str = self.question["type"]
        return kind

    @property
    def keys(self) -> list[str]:
        """The key's texts; a match has its right sides, a cloze its gaps."""
        key = self.question["key"]
        if self.type == "match":
            return list(key.values())
        return [text_of(each) for each in key] if isinstance(key, list) else [text_of(key)]

    @property
    def distractors(self) -> list[str]:
        return [text_of(each) for each in self.question.get("distractors", [])]

    @property
    def accepted(self) -> list[str]:
        gaps = self.question["key"] if self.type == "cloze" else [self.question]
        return [each for gap in gaps if isinstance(gap, dict) for each in gap.get("accepted", [])]


def text_of(option: str | Entry) -> str:
    """The text of an option, however it is written."""
    return option if isinstance(option, str) else str(option["text"])


def fold(text: str) -> str:
    """Small letters, no diacritics, no punctuation, no article in front."""
    letters = unicodedata.normalize("NFKD", text).replace("'", "").replace("’", "").casefold()
    plain = "".join(sign if sign.isalnum() else " " for sign in letters if not unicodedata.combining(sign))
    return " ".join(plain.split()).removeprefix("the ")


def contains(text: str, part: str) -> bool:
    """Whether a text holds another one as whole words."""
    return bool(fold(part)) and f" {fold(part)} " in f" {fold(text)} "


def asked(bank: Entry) -> list[Asked]:
    """Every question of the bank."""
    return [
        Asked(question.get("id", f"{fact['id']}/{number}"), fact, question)
        for fact in bank["facts"]
        for number, question in enumerate(fact["questions"], start=1)
    ]


def say_day(key: str) -> str:
    """A day of the ISO calendar as it is said in a stem, or the text itself."""
    try:
        day = date.fromisoformat(key.removeprefix("../"))
    except ValueError:
        return key
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

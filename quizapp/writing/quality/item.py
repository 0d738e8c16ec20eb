"""A question as the flaws look at it, with the fact that it asks; and what a flaw says."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.questions import Question
from quizapp.questions.cloze import BLANK
from quizapp.values.dates import MONTHS, When
from quizapp.values.measures import Quantity
from quizapp.values.read_date import read_date
from quizapp.values.read_quantity import read_quantity
from quizapp.values.text import fold, word_list

_MONTH = "|".join(month[:3] for month in MONTHS)
LOOKS_DATED = re.compile(
    rf"\b(?:{_MONTH})[a-z]*\b.*\d|\d.*\b(?:{_MONTH})|\b[12]\d{{3}}\b|\d\s*(?:BC|AD|CE)\b|\bAD\s*\d",
    re.IGNORECASE,
)
FUNCTION_WORDS = frozenset(
    word_list(
        "a about after again against all also an and any are as at be because been before being between both but by"
        " can could did do does during each few for from had has have he her his how i if in into is it its later"
        " many more most much of off on once one only or other out over own same she so some such than that the their"
        " them then there these they this those through to too under until up was we were what when where which while"
        " who whom whose why will with would you your following according name"
    )
)


@dataclass(frozen=True)
class Item:
    """One question of a bank: number is its place among all, fact the place of its fact; language as in "en"."""

    number: int
    fact: int
    question: Question
    statement: str = ""
    according_to: str = ""
    language: str = "en"

    @property
    def is_english(self) -> bool:
        """Whether what hangs on English words may be looked for."""
        return self.language.lower().startswith("en")

    @cached_property
    def stem(self) -> str:
        """The stem folded, with a space at both ends, so that whole words are found in it."""
        return spaced(BLANK.sub(" ", self.question.stem))

    @cached_property
    def content(self) -> frozenset[str]:
        """The words of the stem that carry its meaning, each cut to what its forms share."""
        return content_words(self.stem)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right answers as they are written."""
        return self.question.right_texts()

    @cached_property
    def distractors(self) -> tuple[str, ...]:
        """The wrong options as they are written."""
        return tuple(each.text for each in self.question.choosable() if not each.is_right)

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """The hints that are not meant to tell the answer."""
        return tuple(hint.text for hint in self.question.hints if not hint.reveals)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with an item, and after a semicolon what to do; name is the function that found it."""

    number: int
    name: str
    message: str
    is_error: bool = False


Find = Callable[[Sequence[Item]], Iterator[tuple[Item, str]]]
"""A flaw: given every item of a bank it yields those that have it, with what to say."""


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """Fold a text and put a space at both ends, so that whole words can be found in it."""
    return f" {fold(text)} "


def holds(text: str, part: str) -> bool:
    """Whether a spaced text holds a part as whole words, an article before the part left out."""
    folded = fold(part).removeprefix("the ")
    return bool(folded) and f" {folded} " in text


def content_words(text: str) -> frozenset[str]:
    """Give the words of a spaced text that carry meaning, each cut to five letters: capture, captured."""
    return frozenset(word[:5] for word in text.split() if word not in FUNCTION_WORDS)


@lru_cache(maxsize=4096)
def as_date(text: str) -> When | None:
    """Read a text as one date or span, "By 17 October 2017" too, if it is nothing else; "38 to 67" are no years."""
    if not LOOKS_DATED.search(text):
        return None
    reading = read_date(text)
    return reading if isinstance(reading, When) else None


@lru_cache(maxsize=4096)
def as_quantity(text: str) -> Quantity | None:
    """Read a text as a number with its unit, if it is nothing else; "38 soldiers" and "38 civilians" are not."""
    reading = read_quantity(text)
    return reading if isinstance(reading, Quantity) else None


@lru_cache(maxsize=4096)
def counts_things(text: str) -> bool:
    """Whether a text is a number, perhaps of something: "38+", "at least 38 soldiers"; a date is not."""
    return as_date(text) is None and isinstance(read_quantity(text, counting_anything=True), Quantity)


def shorten(text: str) -> str:
    """Give a text in at most 60 characters, to be quoted in a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"

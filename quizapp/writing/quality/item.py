"""A question as the flaws look at it, with the fact that it asks; and what a flaw says."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from quizapp.questions import Question
from quizapp.questions.base import Choosable
from quizapp.questions.cloze import BLANK
from quizapp.values.dates import MONTHS, When
from quizapp.values.measures import CURRENCIES, Quantity
from quizapp.values.name_words import ROMAN_NUMERALS
from quizapp.values.number_words import CARDINALS, ORDINALS, SCALES
from quizapp.values.read_date import read_date
from quizapp.values.read_quantity import find_quantity
from quizapp.values.text import fold, word_list

Owner = TypeVar("Owner")
Value = TypeVar("Value")

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


_MARK = re.compile(r"[(*{}\[\]<&\ufffd]|[pP][xX]|, ,")
"""What stands in all that is left of markup: to look for it first takes a third of the time."""
LONGEST_VALUE = 80
"""Characters; a longer text is no date and no number."""
_OPENS_NUMBER = frozenset(
    (
        *CARDINALS,
        *SCALES,
        *CURRENCIES,
        *word_list(
            "a an half quarter dozen no not none nil nobody nothing at least most fewer less more than over"
        ),
        *word_list(
            "minimum maximum min max upwards greater in excess exceeding up to under below about around some"
        ),
        *word_list(
            "approximately approx roughly circa ca c nearly almost close estimated between from it there"
        ),
        *word_list("total exactly precisely just only the all within by us eur usd gbp euro euros minus"),
    )
)
_OPENS_DATE = frozenset(
    (
        *(month[:3].casefold() for month in MONTHS),
        *word_list(
            "mon tue wed thu fri sat sun spr sum aut fal win ad bc ear mid lat beg end sta mor eve nig"
        ),
        *word_list("by unt til bef aft sin fro bet in on at the abo aro cir c ca not no q"),
    )
)
"""The first three letters of what a date begins with, other than a digit."""
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|ed|es|[esd])(?= )")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1(?= )")
"""What is left of "stopped" without its ending is no other word than "stop"."""
_FIRST = re.compile(r"[^\W\d_]+|\d")
_NO_PLAIN_WORDS = frozenset((*CARDINALS, *ORDINALS, *SCALES, *ROMAN_NUMERALS, "and", "the", "a"))


class once(Generic[Owner, Value]):  # noqa: N801 - reads as the decorator that it is
    """A property that is computed when it is first asked for and kept with its owner.

    functools.cached_property takes a lock each time up to Python 3.11: a fifth of the time for a large bank.
    """

    def __init__(self, compute: Callable[[Owner], Value]) -> None:
        self.compute, self.__doc__ = compute, compute.__doc__

    def __get__(self, owner: Owner, _owners: type[Owner]) -> Value:
        value = owner.__dict__[self.compute.__name__] = self.compute(owner)
        return value


@dataclass(frozen=True)
class Wording:
    """A key or a distractor, read as what it may be; each reading is made once, when it is first asked for."""

    text: str

    @once
    def spaced(self) -> str:
        """The text folded, with a space at both ends."""
        return spaced(self.text)

    @once
    def folded(self) -> str:
        """The text folded."""
        return self.spaced.strip()

    @once
    def content(self) -> frozenset[str]:
        """Its words that carry meaning, as those of a stem."""
        return content_words(self.spaced)

    @once
    def rooted(self) -> str:
        """The text folded, with a space at both ends and without the endings of English verbs."""
        return without_endings(self.spaced)

    @once
    def parts(self) -> tuple[str, ...]:
        """The places that a place is named with, from the inmost: Mayadin and Syria of "Mayadin, Syria"."""
        return (self.folded,) if " and " in self.text else tuple(map(fold, self.text.split(",")))

    @once
    def plain_words(self) -> frozenset[str]:
        """Its words that are no number in any writing; two names that are the same have the same ones."""
        return frozenset(filter(str.isalpha, self.folded.split())) - _NO_PLAIN_WORDS

    @once
    def date(self) -> When | None:
        """The date or span that it is, "By 17 October 2017" too, if it is nothing else; "38 to 67" are no years."""
        first = _FIRST.search(self.text) if len(self.text) <= LONGEST_VALUE else None
        if first is None or not (first[0].isdigit() or first[0][:3].casefold() in _OPENS_DATE):
            return None
        if not LOOKS_DATED.search(self.text):
            return None
        reading = read_date(self.text)
        return reading if isinstance(reading, When) else None

    @once
    def quantity(self) -> Quantity | None:
        """The number with its unit that it is, if it is nothing else; "38 soldiers" and "38 civilians" are not."""
        return find_quantity(self.text) if self._may_be_number else None

    @once
    def counts_things(self) -> bool:
        """Whether it is a number, perhaps of something: "38+", "at least 38 soldiers"; a date is not."""
        if not self._may_be_number or self.date is not None:
            return False
        return self.quantity is not None or find_quantity(self.text, counting_anything=True) is not None

    @once
    def _may_be_number(self) -> bool:
        """Whether it begins as numbers do: most texts do not, and to read one as a number takes 0.2 ms."""
        first = _FIRST.search(self.text[:LONGEST_VALUE])
        known = first is not None and (first[0].isdigit() or first[0].casefold() in _OPENS_NUMBER)
        return known and len(self.text) <= LONGEST_VALUE


@lru_cache(maxsize=8192)
def read_wording(text: str) -> Wording:
    """Return a text read as what it may be: the same names and dates are offered by many questions."""
    return Wording(text)


@dataclass(frozen=True)
class Item:
    """One question of a bank: number is its place among all, fact the place of its fact; language as in "en"."""

    number: int
    fact: int
    question: Question
    statement: str = ""
    according_to: str = ""
    language: str = "en"

    @once
    def is_english(self) -> bool:
        """Whether what hangs on English words may be looked for."""
        return self.language.lower().startswith("en")

    @once
    def stem(self) -> str:
        """The stem folded, with a space at both ends, so that whole words are found in it."""
        return spaced(BLANK.sub(" ", self.question.stem))

    @once
    def rooted(self) -> str:
        """The stem as Wording.rooted, if it is English."""
        return without_endings(self.stem) if self.is_english else self.stem

    @once
    def content(self) -> frozenset[str]:
        """The words of the stem that carry its meaning, each cut to what its forms share."""
        return content_words(self.stem)

    @once
    def keys(self) -> tuple[Wording, ...]:
        """The right answers as they are written."""
        return tuple(map(read_wording, self.question.right_texts()))

    @once
    def choosable(self) -> tuple[Choosable, ...]:
        """What may be chosen."""
        return self.question.choosable()

    @once
    def distractors(self) -> tuple[Wording, ...]:
        """The wrong options as they are written."""
        return tuple(read_wording(each.text) for each in self.choosable if not each.is_right)

    @once
    def options(self) -> tuple[str, ...]:
        """Every text that may be chosen."""
        return tuple(each.text for each in self.choosable)

    @once
    def marked(self) -> tuple[str, ...]:
        """The texts that students read in which markup may be left."""
        asked = self.question
        texts = (
            *(asked.stem, *(key.text for key in self.keys), *self.options, self.statement, asked.feedback),
            *(each.feedback for each in self.choosable),
            *(hint.text for hint in asked.hints),
        )
        return tuple(text for text in dict.fromkeys(texts) if _MARK.search(text))

    @once
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


def spaced(text: str) -> str:
    """Fold a text and put a space at both ends, so that whole words can be found in it."""
    return f" {fold(text)} "


def holds(text: str, part: str) -> bool:
    """Whether a spaced text holds a spaced part as whole words, an article before the part left out."""
    bare = part.removeprefix(" the")
    return not bare.isspace() and bare in text


def content_words(text: str) -> frozenset[str]:
    """Give the words of a spaced text that carry meaning, each cut to five letters: capture, captured."""
    return frozenset(word[:5] for word in text.split() if word not in FUNCTION_WORDS)


def without_endings(text: str) -> str:
    """Take the endings of verbs off the words of a spaced text: capture, captured and capturing are one."""
    return _DOUBLED.sub(r"\1", _ENDING.sub("", text))


def shorten(text: str) -> str:
    """Give a text in at most 60 characters, to be quoted in a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"

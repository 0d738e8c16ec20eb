"""What a rule is that finds time expressions: a pattern, the words without which it need not be tried, a reading."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.article.dates.expression import Expression, Meaning
from quizapp.values.text import word_list

Read = Callable[[re.Match[str]], Iterable[Expression]]
_WORD = re.compile(r"[A-Za-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern is searched where a sentence has one of the words that the rule needs; read takes what it found."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Read


def rule(needs: str, pattern: str, *, ignore_case: bool = False) -> Callable[[Read], Rule]:
    """Make a rule of a function; needs are words as split_words gives them."""

    def make(read: Read) -> Rule:
        flags = re.IGNORECASE if ignore_case else re.NOFLAG
        return Rule(frozenset(word_list(needs)), re.compile(pattern, flags), read)

    return make


def express(
    found: re.Match[str], meaning: Meaning, name: str, *, start: int = -1, end: int = -1, doubt: str = ""
) -> Expression:
    """Return what a rule found, which is the whole match unless start or end say otherwise."""
    start = found.start() if start < 0 else start
    return Expression(start, found.end() if end < 0 else end, meaning, name, doubt=doubt)


def split_words(text: str) -> set[str]:
    """Return the words of a text, as they stand and in lower case.

    "0" stands for any number, "000" for one of three digits or more, "0s" for what may be a decade.
    """
    words = set(_WORD.findall(text))
    numbers = [word for word in words if word[0].isdecimal()]
    if numbers:
        words.add("0")
        if any(len(number) > 2 for number in numbers):
            words.add("000")
        if any(number.endswith("0") for number in numbers) and "s" in words:
            words.add("0s")
    words.update([word.lower() for word in words])
    return words

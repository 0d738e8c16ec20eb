"""What a rule is that finds time expressions: a pattern, the words without which it need not be tried, a reading."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.article.dates.expression import Expression, Meaning
from quizapp.values.text import word_list

Read = Callable[[re.Match[str]], Iterable[Expression]]
DIGIT = "0"
"""Stands for any digit among the words of a sentence."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern is searched where a sentence has one of the words that the rule needs; read takes what it found."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Read

    @property
    def name(self) -> str:
        """The name by which a date says how it was found."""
        return str(getattr(self.read, "__name__", ""))


def rule(needs: str, pattern: str, *, ignore_case: bool = False) -> Callable[[Read], Rule]:
    """Make a rule of a function; needs are words in lower case, "0" for any digit."""

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

"""A time expression of a sentence, and the date that it means."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.values.dates import When


class Bound(StrEnum):
    """The word that makes a date one side of the time that is meant."""

    BY = "by"
    BEFORE = "before"
    UNTIL = "until"
    FROM = "from"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a sentence gives, and the words that give it.

    start and end are offsets in the sentence's clean text, of the expression without its preposition; adjunct is
    where the preposition begins ("By 8 October": adjunct 0, start 3). when has the bound in it, named has not.
    hops counts the steps from a date that is written out. shade is a word that narrows it ("early", "evening",
    "about") and that the date cannot hold. doubt says why the date is not sure, or nothing. how names the rule.
    """

    when: When
    named: When
    start: int
    end: int
    adjunct: int
    how: str
    hops: int = 0
    bound: Bound | None = None
    shade: str = ""
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nothing speaks against the date."""
        return not self.doubt

    @property
    def is_bound(self) -> bool:
        """Whether the date is only one side of the time that is meant: "by 8 October", "since 1990"."""
        return self.bound is not None

"""Where the telling stands: which dates were told last, and how sure they are; others are counted from them."""

from dataclasses import dataclass, replace

from quizapp.article.dates.dated import Bound
from quizapp.values.dates import Precision, When, calendar_day


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a date stands: its section and paragraph, and its sentence counted from the first of the article."""

    section: int
    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Told:
    """A date that was told. is_aside: in a sentence that looks back or ahead, or in brackets."""

    named: When
    place: Place
    hops: int = 0
    bound: Bound | None = None
    is_aside: bool = False
    doubt: str = ""

    @property
    def first(self) -> int:
        """The first day of it."""
        assert self.named.earliest is not None
        return self.named.earliest

    @property
    def last(self) -> int:
        """The last day of it."""
        assert self.named.latest is not None
        return self.named.latest

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return calendar_day(self.last)[0]

    @property
    def is_day(self) -> bool:
        """Whether it is given to the day."""
        return self.named.precision is Precision.DAY


@dataclass(slots=True)
class Story:
    """What was told so far. frame is the time that the whole article is about; near its year, or one close to it.

    day is the newest date given to the day, newest any date; both leave asides out where there is anything else.
    is_unsettled says that something was told since then that may have moved the time on or back.
    """

    frame: When | None = None
    newest: Told | None = None
    day: Told | None = None
    aside: Told | None = None
    is_unsettled: bool = False

    def hear(self, told: Told) -> None:
        """Take in a date that was resolved."""
        if told.is_aside:
            self.aside = told
            self.is_unsettled = True
            if self.newest is None:
                self.newest = told
            return
        self.newest = told
        if told.is_day:
            self.day = told
            self.is_unsettled = False
        elif self.day is not None and not (told.first <= self.day.first and self.day.last <= told.last):
            self.is_unsettled = True

    def repeat(self, place: Place) -> None:
        """Take in that the same day, month or year is still told of, which is no step away from it."""
        if self.day is not None and not self.is_unsettled:
            self.day = replace(self.day, place=place)

    def hear_untold(self) -> None:
        """Take in a time that cannot be told."""
        self.is_unsettled = True

    @property
    def near(self) -> int | None:
        """A year close to what is told, or None."""
        if self.newest is not None:
            return self.newest.year
        return None if self.frame is None or self.frame.latest is None else calendar_day(self.frame.latest)[0]

"""Where the telling stands: which dates were told last, and how sure they are; others are counted from them."""

from dataclasses import dataclass, replace

from quizapp.article.dates.dated import Bound
from quizapp.values.dates import Precision, When, calendar_day

_FAR = 3
"""Years by which a date must lie off what is told before it, to be a look back or ahead."""

NARROW = 400
"""Days of a time within which a month or a day can only be of one year."""
_BESIDE = 60
"""Days from what an article is about within which a sentence that looks back or ahead needs no year."""
_LONG = 800
"""Days beyond which a time is no place to go on from, as a decade."""
_ENDS = frozenset({Bound.UNTIL, Bound.BEFORE, Bound.AFTER})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a date stands: its section and paragraph, and its sentence counted from the first of the article."""

    section: int
    paragraph: int
    sentence: int

    def shares_paragraph(self, other: "Place") -> bool:
        """Whether both stand in one paragraph."""
        return (self.section, self.paragraph) == (other.section, other.paragraph)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that was told. is_aside: it looks back or ahead, stands in brackets, or only names something.

    is_first: its sentence begins with it.
    """

    named: When
    place: Place
    hops: int = 0
    bound: Bound | None = None
    is_aside: bool = False
    is_first: bool = False
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


def is_narrow(time: When) -> bool:
    """Whether a time is so short that a month or a day in it can only be of one year."""
    return time.earliest is not None and time.latest is not None and time.latest - time.earliest <= NARROW


@dataclass(slots=True)
class Story:
    """What was told so far.

    frame is the time that the whole article is about, chapter that of the heading; side says whether a section
    tells what was before the frame (-1) or after it (1). newest is the sure date told last, last also an unsure
    one, day the last to the day, front the latest of the section; all four leave asides out. is_unsettled says
    that something was told since the day that may have moved the time on or back.
    """

    frame: When | None = None
    chapter: When | None = None
    side: int = 0
    newest: Told | None = None
    last: Told | None = None
    front: Told | None = None
    day: Told | None = None
    aside: Told | None = None
    is_unsettled: bool = False

    def begin_section(self, chapter: When | None, side: int) -> None:
        """Take in a heading: the time that it names, if it names one, and on which side of the frame it tells."""
        self.chapter = chapter
        self.side = side
        self.front = None

    def hear(self, told: Told) -> None:
        """Take in a date that was resolved."""
        if told.last - told.first > _LONG:
            return
        if told.is_aside or self._is_far(told):
            self.aside = told
            self.is_unsettled = True
            return
        self._hear_year(told)
        if told.is_day:
            self.day = told
            self.is_unsettled = False
        elif self.day is not None and not (told.first <= self.day.first and self.day.last <= told.last):
            self.is_unsettled = True

    def _hear_year(self, told: Told) -> None:
        """Go on from a date; "until May" and "after 1918" say where something ends, not where the telling is."""
        if (
            told.bound in _ENDS
            and self.newest is not None
            and not (told.is_day and told.year == self.newest.year)
        ):
            return
        self.last = told
        if not told.doubt:
            self.newest = told
            if self.front is None or self.front.first <= told.first:
                self.front = told

    def _is_far(self, told: Told) -> bool:
        """Whether a date lies years off what its section tells; a second one there begins something new.

        A day with its year is told for its own sake, unless the article is about another time.
        """
        if told.is_day and told.is_first:
            return False
        if self._is_off_frame(told):
            return True
        if told.is_day:
            return False
        around = [each for each in (self.front, self.aside) if each is not None]
        if self.front is None or self.front.place.section != told.place.section:
            return False
        return all(abs(each.year - told.year) >= _FAR for each in around)

    def _is_off_frame(self, told: Told) -> bool:
        if self.frame is None or self.frame.latest is None or self.frame.earliest is None:
            return False
        first, last = calendar_day(self.frame.earliest)[0], calendar_day(self.frame.latest)[0]
        return not first - _FAR < told.year < last + _FAR

    def repeat(self, place: Place) -> None:
        """Take in that the same day, month or year is still told of, which is no step away from it."""
        if self.day is not None and not self.is_unsettled:
            self.day = replace(self.day, place=place)

    def hear_untold(self) -> None:
        """Take in a time that cannot be told."""
        self.is_unsettled = True

    def is_close(self, named: When) -> bool:
        """Whether a date lies in, or beside, a time that leaves no doubt of its year."""
        frame = self.chapter or self.frame
        if frame is None or frame.earliest is None or frame.latest is None or not is_narrow(frame):
            return False
        if self.side or frame.precision is Precision.YEAR or named.earliest is None or named.latest is None:
            return True
        return frame.earliest - _BESIDE <= named.latest and named.earliest <= frame.latest + _BESIDE

    def told_beside(self, place: Place) -> Told | None:
        """Return the aside of the same sentence, if there is one after anything else."""
        is_beside = self.aside is not None and self.aside.place == place
        is_newer = self.newest is None or self.newest.place != place
        return self.aside if is_beside and is_newer else None

    def told_of_late(self, place: Place) -> Told | None:
        """Return the sure date told last, or the month or day far off with which a sentence above began."""
        aside = self.aside
        is_new = aside is not None and (self.newest is None or self.newest.place < aside.place)
        if aside is None or not is_new or aside.is_aside or not aside.place.shares_paragraph(place):
            return self.newest
        return aside if aside.is_first and aside.named.precision is not Precision.YEAR else self.newest

    def told_before(self, place: Place) -> Told | None:
        """Return the date told last, one that is unsure only where it stands in the same paragraph."""
        aside = self.aside
        if aside is not None and not aside.is_aside and aside.place.shares_paragraph(place):
            return aside
        is_here = self.last is not None and self.last.place.shares_paragraph(place)
        return self.last if is_here or self.newest is None else self.newest

    @property
    def near(self) -> int | None:
        """A year close to what is told, or None."""
        if self.newest is not None:
            return self.newest.year
        return None if self.frame is None or self.frame.latest is None else calendar_day(self.frame.latest)[0]

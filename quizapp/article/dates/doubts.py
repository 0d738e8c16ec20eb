"""Why a date that was counted from another is not sure; a reason is a function here, named in DOUBTS."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.article.dates.dated import Bound
from quizapp.article.dates.expression import Counted, Expression, Turned, Unit
from quizapp.article.dates.story import Place, Story, Told


@dataclass(frozen=True, slots=True)
class Counting:
    """An expression, the date that it is counted from, where it stands, and what was told so far."""

    expression: Expression
    told: Told
    place: Place
    story: Story

    @property
    def is_ahead(self) -> bool:
        """Whether it counts on, not back."""
        meaning = self.expression.meaning
        return (isinstance(meaning, Counted) and meaning.count > 0) or (
            isinstance(meaning, Turned) and meaning.direction > 0
        )

    @property
    def is_same_day(self) -> bool:
        """Whether it says only that it was still the same day."""
        return self.expression.meaning == Counted(0, Unit.DAY)


def counts_over_two_steps(counting: Counting) -> str:
    """The date it counts from was counted itself: in real texts, "four days later" then often means the first."""
    if counting.is_same_day and counting.place.sentence - counting.told.place.sentence <= 1:
        return ""  # "The following day ... Throughout the day": the second is no step
    return "counted over two steps" if counting.told.hops else ""


def counts_from_bound(counting: Counting) -> str:
    """ "By 8 October ... the next day": the first may have been earlier."""
    told = counting.told
    if told.bound is Bound.AFTER and told.place == counting.place and counting.is_ahead:
        return ""  # "After they took Stell on 4 July, the next day ..."
    return "counted from a date that is only a bound" if told.bound else ""


def counts_from_unsure(counting: Counting) -> str:
    """The date it counts from is not sure."""
    return "counted from a date that is not sure" if counting.told.doubt else ""


def counts_from_span(counting: Counting) -> str:
    """ "From 4 to 6 May ... the next day": after the first or the last."""
    told = counting.told
    is_span = not told.named.is_one
    return "counted from a span of time" if is_span else ""


def counts_from_other_paragraph(counting: Counting) -> str:
    """The date it counts from stands in another paragraph."""
    return "" if counting.told.place.shares_paragraph(counting.place) else "counted from another paragraph"


def counts_from_afar(counting: Counting) -> str:
    """More than three sentences lie between."""
    return (
        "counted from a date far above" if counting.place.sentence - counting.told.place.sentence > 4 else ""
    )


def counts_across_another_time(counting: Counting) -> str:
    """Something that looks back or ahead, or a time that cannot be told, stands between."""
    is_beside = counting.told.place == counting.place
    is_newest = counting.told == counting.story.aside or not counting.told.is_day
    is_between = counting.story.is_unsettled and not is_beside and not is_newest
    return "another time is told between" if is_between else ""


def goes_on_from_afar(counting: Counting) -> str:
    """ "Later in the day", with a sentence between that tells no time: which may be of another day."""
    is_far = counting.place.sentence - counting.told.place.sentence > 1
    return "the day was told sentences before" if counting.is_same_day and is_far else ""


def counts_from_aside(counting: Counting) -> str:
    """The date it counts from stands in a sentence that looks back or ahead."""
    is_elsewhere = counting.told.place != counting.place
    return "counted from a date told in an aside" if counting.told.is_aside and is_elsewhere else ""


def counts_weeks_or_months(counting: Counting) -> str:
    """ "A week later" is seldom meant to the day, nor "five months later" to the month."""
    meaning = counting.expression.meaning
    is_loose = isinstance(meaning, Counted) and meaning.count and meaning.unit in {Unit.WEEK, Unit.MONTH}
    return "weeks and months are seldom exact" if is_loose else ""


def counts_many_days(counting: Counting) -> str:
    """ "Ten days later" is often a round number."""
    meaning = counting.expression.meaning
    is_round = isinstance(meaning, Counted) and abs(meaning.count) >= 10 and meaning.count % 5 == 0
    return "a round number" if is_round else ""


def names_weekday(counting: Counting) -> str:
    """A weekday alone may be the one before or after, and old calendars run otherwise."""
    meaning = counting.expression.meaning
    return "told by a weekday" if isinstance(meaning, Turned) and meaning.weekday is not None else ""


DOUBTS: tuple[Callable[[Counting], str], ...] = (
    counts_over_two_steps,
    counts_from_bound,
    counts_from_unsure,
    counts_from_span,
    counts_from_other_paragraph,
    counts_from_afar,
    goes_on_from_afar,
    counts_from_aside,
    counts_across_another_time,
    counts_weeks_or_months,
    counts_many_days,
    names_weekday,
)


def find_doubt(counting: Counting) -> str:
    """Return the first reason to doubt a counted date, or nothing."""
    return next((reason for doubt in DOUBTS if (reason := doubt(counting))), "")

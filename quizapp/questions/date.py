"""Type a date: a day, a month, a year, a span, or one side of a day ("by 8 October 2017")."""

import re
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Response
from quizapp.questions.problems import refuse
from quizapp.questions.shown import Shape, Shown
from quizapp.values.compare_dates import first_year, mark_date
from quizapp.values.comparison import Unreadable
from quizapp.values.dates import Precision, When, parse_edtf, say
from quizapp.values.month_names import is_misspelt_month
from quizapp.values.read_date import read_date
from quizapp.values.text import words

EXAMPLES = {
    Precision.DAY: ("9 May 1945", "14 July 1789"),
    Precision.MONTH: ("May 1945", "July 1789"),
    Precision.YEAR: ("1945", "1789"),
}
SPAN_EXAMPLES = {
    Precision.DAY: ("5 to 9 May 1945", "14 to 17 July 1789"),
    Precision.MONTH: ("April to May 1945", "June to July 1789"),
    Precision.YEAR: ("1939 to 1945", "1789 to 1799"),
}
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class Date(Question):
    """A question whose answer is a typed date."""

    shape: ClassVar[Shape] = Shape.TYPE_IN
    rung: ClassVar[str] = "typed"

    type: Literal["date"] = Field(title="Type", description="Type a date.")
    key: OneLine = Field(
        title="Key",
        description="The date, to the day, month or year that is asked for: in English, or in EDTF, "
        "as in 2017-10-14, or ../2017-10-08 for the latest day that it can have been.",
    )

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: str) -> str:
        try:
            read_key(key)
        except ValueError as error:
            refuse([((), str(error))])
        return key

    @property
    def when(self) -> When:
        """The key as a date."""
        return read_key(self.key)

    def mark(self, response: Response) -> Grade:
        """Mark a date in any usual spelling; one that is too vague or ambiguous is asked again."""
        comparison = mark_date(self.when, " ".join(response), self._known_year())
        return Grade(comparison.mark, comparison.reason, ask_again=comparison.ask_again)

    def read_as(self, text: str) -> str:
        """Say which date a text is read as, or nothing if it is not read as one."""
        reading = read_date(text, self._known_year(), first_year(self.when))
        return say(reading) if isinstance(reading, When) else ""

    def _known_year(self) -> int | None:
        """The year that an answer need not repeat: the stem names it, and the date lies in it."""
        year = find_year(self.stem)
        return year if year == first_year(self.when) else None

    def key_response(self) -> Response:
        """Give the date in English."""
        return (say(self.when),)

    def answer(self) -> str:
        """Say the date in English."""
        return say(self.when)

    def _front(self) -> Shown:
        when = self.when
        is_span = not when.is_one and None not in (when.earliest, when.latest)
        examples = (SPAN_EXAMPLES if is_span else EXAMPLES)[when.precision]
        return replace(
            super()._front(),
            wanted=f"first and last {when.precision}" if is_span else f"to the {when.precision}",
            example=next(example for example in examples if example not in say(when)),
        )


def read_key(text: str) -> When:
    """Read a key in EDTF or in English; raises ValueError, in a person's words, for any other text."""
    try:
        return parse_edtf(text)
    except ValueError:
        reading = read_date(text)
        is_misspelt = any(map(is_misspelt_month, words(text)))
        if isinstance(reading, When) and not is_misspelt:
            return reading
        if isinstance(reading, When | Unreadable):
            raise
        raise ValueError(reading.reason) from None


def find_year(stem: str) -> int | None:
    """Find the one year that a stem names, so that an answer need not repeat it."""
    years = set(YEAR.findall(stem))
    return int(years.pop()) if len(years) == 1 else None

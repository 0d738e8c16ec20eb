"""Read a date in any usual English spelling."""

import re
from dataclasses import dataclass

from quizapp.values.comparison import Ambiguous, Unreadable, Vague
from quizapp.values.dates import MONTHS, When, one, parse_edtf
from quizapp.values.text import clean, western_digits


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date whose year is missing: "14 October", "October", "the 14th"."""

    month: int | None
    day: int | None
    reason: str = "the year is missing; write it too, as in 14 October 2017"


DateReading = When | Yearless | Vague | Ambiguous | Unreadable


def read_date(text: str) -> DateReading:
    """Read a typed date; what cannot be marked comes back with its reason."""
    text = western_digits(clean(text))
    try:
        return parse_edtf(text)
    except ValueError as error:
        found = re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})", text)
        if found is None:
            return Unreadable(str(error))
        for number, name in enumerate(MONTHS, 1):
            if name.casefold().startswith(found[2].casefold()):
                try:
                    return one(int(found[3]), number, int(found[1]))
                except ValueError as impossible:
                    return Unreadable(str(impossible))
        return Unreadable("no date in this; write it as 14 October 2017")

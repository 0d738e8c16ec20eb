"""How right a typed date is: full marks, partial marks for the right month or year, or a question back."""

from quizapp.values.comparison import Ambiguous, Comparison, Unreadable, Vague
from quizapp.values.dates import When
from quizapp.values.read_date import DateReading, Yearless, read_date


def mark_date(key: When, text: str, known_year: int | None = None) -> Comparison:
    """Mark a typed date against the key; known_year completes "14 October" where the stem says the year."""
    return compare_dates(key, read_date(text), known_year)


def compare_dates(key: When, response: DateReading, known_year: int | None = None) -> Comparison:
    """Compare what was read with the key; too vague or ambiguous asks again."""
    if isinstance(response, Vague | Ambiguous | Yearless):
        return Comparison(0.0, response.reason, ask_again=True)
    if isinstance(response, Unreadable):
        return Comparison(0.0, response.reason)
    if response == key:
        return Comparison(1.0, "right")
    return Comparison(0.0, "another date")

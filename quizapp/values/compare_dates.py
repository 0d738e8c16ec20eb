"""How right a typed date is: full marks, partial marks for the right month or year, or a question back.

A mark that comes with a question back is what the answer would be worth if it were not made closer.
"""

from quizapp.values.comparison import RIGHT, Ambiguous, Comparison, Unclear, Unreadable, Vague
from quizapp.values.dates import Precision, When, calendar_day, unit_around
from quizapp.values.read_date import DateReading, Yearless, read_date

NEARLY = 0.5
PARTLY = 0.25
"""With one thing wrong or missing (day, year, an end, "by") it is nearly right, with one thing right partly."""

_COARSENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}


def mark_date(key: When, text: str, known_year: int | None = None) -> Comparison:
    """Mark a typed date against the key; known_year completes "14 October" where the stem says the year.

    Two digits of a year are read in the century of that year, or else of the key.
    """
    return compare_dates(
        key, read_date(text, known_year, first_year(key) if known_year is None else known_year)
    )


def first_year(when: When) -> int:
    """Return the year in which a date begins, or ends where it has no beginning."""
    end = when.latest if when.earliest is None else when.earliest
    assert end is not None
    return calendar_day(end)[0]


def compare_dates(key: When, response: DateReading) -> Comparison:
    """Compare what was read with the key; ambiguous, unclear, or less exact than the key, asks again."""
    if isinstance(response, Vague | Ambiguous | Unclear):
        return Comparison(0.0, response.reason, ask_again=True)
    if isinstance(response, Unreadable):
        return Comparison(0.0, response.reason)
    if isinstance(response, Yearless):
        return _compare_yearless(key, response)
    if response == key or (response.earliest, response.latest) == (key.earliest, key.latest):
        return RIGHT
    comparison = _compare_ends(key, response)
    vague = _say_vague(key, response)
    return Comparison(comparison.mark, vague, ask_again=True) if vague else comparison


def _say_vague(key: When, response: When) -> str:
    """Say why an answer is less exact than the key, right or not so far: asking must not confirm it."""
    is_open = None in (key.earliest, key.latest)
    if _coarseness(response) > _coarseness(key):
        if key.is_one or is_open:
            return f"the {response.precision} is too vague; write the {key.precision}"
        return f"too vague; write the {key.precision}s of start and end"
    if key.is_one and None not in (response.earliest, response.latest):
        start, end = _ends(response)
        if not _lies_at(end, start, key.precision):
            return f"a span, where one {key.precision} is asked; write that one"
    return ""


def _compare_ends(key: When, response: When) -> Comparison:
    if key.earliest is None or key.latest is None:
        return _compare_with_open(key, response)
    if response.earliest is None or response.latest is None:
        return _compare_open(key, response)
    if key.is_one:
        return _compare_with_one(key, response)
    return _compare_with_span(key, response)


def _compare_yearless(key: When, response: Yearless) -> Comparison:
    end = key.latest if key.earliest is None else key.earliest
    assert end is not None
    _, month, day = calendar_day(end)
    given = (response.month, response.day)
    is_nearly = key.precision is not Precision.YEAR and (
        given == (month, day) or given == (month, None) or (given == (None, day))
    )
    return Comparison(NEARLY if is_nearly else 0.0, response.reason, ask_again=True)


def _compare_with_one(key: When, response: When) -> Comparison:
    """Compare a day, month or span with a key that is one day, one month or one year."""
    if _lies_in(response, key):
        return Comparison(1.0, f"right: it lies in that {key.precision}") if _coarseness(key) else RIGHT
    if not response.is_one:
        if _lies_in(key, response):
            return Comparison(
                PARTLY, f"a span that holds the {key.precision}, but one {key.precision} is asked"
            )
        return Comparison(0.0, f"a span that does not hold the {key.precision} asked for")
    if _coarseness(response) > _coarseness(key) and _lies_in(key, response):
        mark = NEARLY if response.precision is Precision.MONTH else PARTLY
        return Comparison(mark, f"right {response.precision}, but the {key.precision} is asked")
    return _compare_units(_ends(key)[0], _ends(response)[0], max(key, response, key=_coarseness).precision)


def _coarseness(when: When) -> int:
    return _COARSENESS[when.precision]


def _compare_units(key: int, response: int, precision: Precision) -> Comparison:
    """Give a wrong day, month or year what is right of it; the precision is the coarser of the two."""
    key_year, key_month, key_day = calendar_day(key)
    year, month, day = calendar_day(response)
    if key_year == year:
        if precision is Precision.DAY and key_month == month:
            return Comparison(NEARLY, "nearly: right month, wrong day")
        wrong = "month" if precision is Precision.MONTH or key_day == day else "month and day"
        return Comparison(PARTLY, f"right year, wrong {wrong}")
    if key_year == 1 - year:
        return Comparison(PARTLY, "right number, but BC and AD are swapped")
    if precision is Precision.DAY and (key_month, key_day) == (month, day):
        return Comparison(NEARLY, "nearly: right day and month, wrong year")
    if precision is Precision.MONTH and key_month == month:
        return Comparison(PARTLY, "right month, wrong year")
    return Comparison(0.0, "another date" if precision is Precision.DAY else f"another {precision}")


def _compare_with_span(key: When, response: When) -> Comparison:
    """Compare a day, month or span with a key that has a start and an end."""
    if _coarseness(response) > _coarseness(key) and _lies_in(key, response):
        return Comparison(PARTLY, f"it holds the span, but the {key.precision}s of start and end are asked")
    starts_right, ends_right = (
        _lies_at(given, end, key.precision) for given, end in zip(_ends(response), _ends(key), strict=True)
    )
    if response.is_one:
        return _compare_one_with_span(key, response)
    if starts_right and ends_right:
        return RIGHT
    if starts_right or ends_right:
        return Comparison(
            NEARLY, f"nearly: the {'start' if starts_right else 'end'} is right, the other end is not"
        )
    if _lies_in(response, key) or _lies_in(key, response):
        return Comparison(PARTLY, "overlaps, but neither the start nor the end is right")
    return Comparison(0.0, "another span of time")


def _compare_one_with_span(key: When, response: When) -> Comparison:
    start, end = _ends(key)
    given = _ends(response)[0]
    if _lies_at(given, start, key.precision):
        return Comparison(NEARLY, "the start is right; the end is missing")
    if _lies_at(given, end, key.precision):
        return Comparison(NEARLY, "the end is right; the start is missing")
    if _lies_in(response, key):
        return Comparison(PARTLY, "it lies in the span, but start and end are asked")
    return Comparison(0.0, "outside the span that is asked for")


def _compare_with_open(key: When, response: When) -> Comparison:
    """Compare with a "by" or "from" key: the answer names the bound, with or without the word."""
    is_by = key.earliest is None
    word, bound = ("by", key.latest) if is_by else ("from", key.earliest)
    assert bound is not None
    asked = unit_around(bound, key.precision)
    if response.earliest is not None and response.latest is not None:
        if not response.is_one and _lies_at(
            response.latest if is_by else response.earliest, bound, key.precision
        ):
            return Comparison(
                NEARLY, f"right {'end' if is_by else 'start'}, but only that is asked, not a span"
            )
        return _compare_with_one(asked, response)
    given = response.latest if is_by else response.earliest
    if given is None:
        other = response.earliest if is_by else response.latest
        assert other is not None
        right = _lies_at(other, bound, key.precision)
        return Comparison(
            PARTLY if right else 0.0, f'the answer is "{word}" a {key.precision}, the other way round'
        )
    if given == (bound - 1 if is_by else bound + 1):
        side = "before" if is_by else "after"
        return Comparison(NEARLY, f'nearly: "{word}" takes that {key.precision} in, "{side}" leaves it out')
    return _compare_with_one(asked, unit_around(given, response.precision))


def _compare_open(key: When, response: When) -> Comparison:
    """Compare "by" or "from" a day with a key that has both ends."""
    start, end = _ends(key)
    is_by = response.earliest is None
    given = response.latest if is_by else response.earliest
    assert given is not None
    word = "by" if is_by else "from"
    if not _lies_at(given, end if is_by else start, key.precision):
        return Comparison(0.0, f'"{word}" leaves one side open, and its day is not the one asked for')
    if key.is_one:
        return Comparison(
            NEARLY, f'nearly: right {key.precision}, but it was in that {key.precision}, not "{word}" it'
        )
    found, missing = ("end", "start") if is_by else ("start", "end")
    return Comparison(NEARLY, f"the {found} is right; the {missing} is missing")


def _ends(when: When) -> tuple[int, int]:
    assert when.earliest is not None
    assert when.latest is not None
    return when.earliest, when.latest


def _lies_in(inner: When, outer: When) -> bool:
    return _ends(outer)[0] <= _ends(inner)[0] and _ends(inner)[1] <= _ends(outer)[1]


def _lies_at(number: int, end: int, precision: Precision) -> bool:
    """Whether a day lies in the day, month or year at an end of the key."""
    start, last = _ends(unit_around(end, precision))
    return start <= number <= last

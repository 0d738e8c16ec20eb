"""Finding the one date that an English sentence names, such as "on 14 October 2017" or "by 17 October 2017"."""

import re

from quizapp.values.dates import MONTHS, When, one, span

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?P<side>by|before|until|since|after|from)?\s*(?:the\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})"
    r"\s+(?P<year>\d{3,4}|\d{1,2}(?=\s+BC))(?P<bc>\s+BC\b)?(?![\d-])",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?P<side>in|by|until|since|after|from)\s+(?P<year>[1-9]\d{2,3}|[1-9]\d?(?=\s+BC))(?P<bc>\s+BC\b)?(?![\d-]|[.,]\d|\s+[a-z])"
)
_NO_YEAR = re.compile(rf"\b\d{{1,2}}\s+(?:{_MONTH})\b(?!\s+\d)", re.IGNORECASE)
_BEFORE = {"by", "until"}
_FROM = {"since", "from"}


def find_date(text: str) -> When | None:
    """Return the date that a sentence names, or None where it names none, several, or one that cannot be."""
    text = text.replace("\u00a0", " ")
    found = [*_DATE.finditer(text)] or [*_YEAR.finditer(text)]
    dates = {_read(each) for each in found}
    if _NO_YEAR.search(text):  # a second day, whose year is only meant
        return None
    return dates.pop() if len(dates) == 1 else None


def _read(found: re.Match[str]) -> When | None:
    groups = found.groupdict()
    year = int(groups["year"])
    month = (
        [name.lower() for name in MONTHS].index(groups["month"].lower()) + 1 if "month" in groups else None
    )
    try:
        when = one(
            1 - year if groups["bc"] else year, month, int(groups["day"]) if groups.get("day") else None
        )
    except ValueError:
        return None
    side = (groups["side"] or "").lower()
    if side in _BEFORE:
        return span(None, when)
    return span(when, None) if side in _FROM else when

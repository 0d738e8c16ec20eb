"""The student's own calendar day, which begins at 04:00 in the student's time zone, as a `date.toordinal`.

Instants are milliseconds since the epoch. Everything follows from `starts_at`, so days cannot go backwards
however a zone turns its clocks.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FIRST_HOUR = 4
_BEGINNING = time(_FIRST_HOUR)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=1024)
def read_zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises ValueError if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            f"there is no time zone {name[:60]!r}; give a name such as Europe/Berlin or UTC"
        ) from error


def study_day(instant: int, zone: str) -> int:
    """The study day of an instant for somebody in a zone; raises ValueError for an unknown zone."""
    local = datetime.fromtimestamp(instant // 1000, read_zone(zone))
    day = local.toordinal() - (local.hour < _FIRST_HOUR)
    while (
        starts_at(day + 1, zone) <= instant
    ):  # clocks went back over 04:00: the new day has begun all the same
        day += 1
    return day


@lru_cache(maxsize=8192)
def starts_at(day: int, zone: str) -> int:
    """The instant at which a study day begins: the first whose local time is 04:00 of that date or later.

    Raises ValueError for an unknown zone.
    """
    place = read_zone(zone)
    wall = datetime.combine(date.fromordinal(day), _BEGINNING)
    first = (wall.replace(tzinfo=place) - _EPOCH) // _SECOND
    if datetime.fromtimestamp(first, place).replace(tzinfo=None, fold=0) == wall:
        return first * 1000
    # Clocks jump over 04:00; taken with the offset after the jump, it lies before it: the day begins between.
    before = (wall.replace(tzinfo=place, fold=1) - _EPOCH) // _SECOND
    while first - before > 1:
        middle = (before + first) // 2
        if datetime.fromtimestamp(middle, place).replace(tzinfo=None) < wall:
            before = middle
        else:
            first = middle
    return first * 1000

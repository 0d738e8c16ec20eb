from bisect import bisect_right
from datetime import UTC, date, datetime
from importlib.resources import files
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest

from quizapp.memory.study_day import read_zone, starts_at, study_day

NAMES = sorted(available_timezones() - {"localtime", "posixrules"})
HOUR = 3_600_000


def rules_of(name: str) -> object:
    """The file of a zone, the same for each of its names; for a zone that only this machine has, its name."""
    file = files("tzdata.zoneinfo").joinpath(name)
    return file.read_bytes() if file.is_file() else name


ZONES = sorted({rules_of(name): name for name in NAMES}.values())
"""One name of each zone: two of five names are other names of the same."""


def instant(text: str, zone: str, fold: int = 0) -> int:
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return round(local.timestamp() * 1000)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("UTC", "2024-05-02T03:59:59.999", "2024-05-01"),
        ("UTC", "2024-05-02T04:00", "2024-05-02"),
        ("Asia/Kathmandu", "2024-05-02T03:59", "2024-05-01"),
        ("Asia/Kathmandu", "2024-05-02T04:00", "2024-05-02"),
        ("Pacific/Kiritimati", "2024-01-01T00:00", "2023-12-31"),
        ("Europe/Berlin", "2024-03-31T03:00", "2024-03-30"),  # clocks went from 02:00 to 03:00
        ("Europe/Berlin", "2024-10-27T02:30", "2024-10-26"),  # twice
        ("Africa/Cairo", "2024-04-26T01:00", "2024-04-25"),  # midnight does not exist
        ("Africa/Cairo", "2024-10-31T23:30", "2024-10-31"),  # twice
        ("Pacific/Apia", "2011-12-29T23:59", "2011-12-29"),
        ("Pacific/Apia", "2011-12-31T00:00", "2011-12-30"),  # the 30th was skipped: four hours of it are left
        ("Pacific/Apia", "2011-12-31T04:00", "2011-12-31"),
        ("America/St_Johns", "1969-12-31T20:29:59.999", "1969-12-31"),  # before the epoch
    ],
)
def test_a_study_day_begins_at_four_where_the_student_is(zone: str, local: str, expected: str) -> None:
    assert study_day(instant(local, zone), zone) == day(expected)


def test_the_second_time_it_is_half_past_two_is_still_the_same_day() -> None:
    zone = "Europe/Berlin"
    assert study_day(instant("2024-10-27T02:30", zone, fold=1), zone) == day("2024-10-26")


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Asia/Hong_Kong", "1946-12-01T04:29:59", "1946-12-01T03:30:00"),
        ("Pacific/Kwajalein", "1969-09-30T23:59:59", "1969-09-30T01:00:00"),  # across the date line
    ],
)
def test_a_day_that_began_does_not_end_when_clocks_go_back_over_four(
    zone: str, before: str, after: str
) -> None:
    last = instant(before, zone)
    assert datetime.fromtimestamp(last // 1000 + 1, ZoneInfo(zone)).replace(tzinfo=None).isoformat() == after
    assert study_day(last, zone) == study_day(last + 1000, zone) == study_day(last + HOUR // 4, zone)
    assert study_day(last, zone) == day(before[:10])


def test_a_day_begins_when_clocks_jump_over_its_beginning() -> None:
    zone = "Pacific/Apia"
    assert starts_at(day("2011-12-30"), zone) == instant("2011-12-31T00:00", zone)
    assert starts_at(day("2011-12-31"), zone) == instant("2011-12-31T04:00", zone)


def check_zone(zone: str, first_year: int, years: int, rng: Random) -> None:
    """The law by brute force: every day begins before the next, and each instant lies in its day."""
    first, last = date(first_year, 1, 1).toordinal(), date(first_year + years, 1, 1).toordinal()
    begins = [starts_at(each, zone) for each in range(first, last + 1)]
    assert begins == sorted(begins), zone
    local_zone = read_zone(zone)
    moments = [begin + shift for begin in begins[:-1] for shift in (-1, 0, 1)][1:]
    moments += [rng.randrange(begins[0], begins[-1]) for _ in range(len(begins))]
    for moment in moments:
        got = study_day(moment, zone)
        assert got == first + bisect_right(begins, moment) - 1, (zone, moment)
        local = datetime.fromtimestamp(moment // 1000, local_zone)
        shown = local.toordinal() - (local.hour < 4)
        assert shown <= got <= shown + 1, (zone, moment)


def test_a_zone_may_have_any_of_its_names() -> None:
    epoch = day("1970-01-01")
    assert {study_day(0, name) for name in NAMES} == {epoch - 1, epoch}


def test_study_days_never_go_backwards_in_any_zone_over_a_year() -> None:
    rng = Random(4)
    for zone in ZONES:
        check_zone(zone, rng.randrange(1970, 2037), 1, rng)


@pytest.mark.long
@pytest.mark.parametrize("year", [1946, 1969, 2011, 2018, 2024, 2026])
def test_study_days_never_go_backwards_in_any_zone_over_the_years_of_odd_changes(year: int) -> None:
    for zone in ZONES:
        check_zone(zone, year, 1, Random(year))


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "Europe", "a" * 5000, "Europe/Berlin\0", "é\ud800"],
)
def test_an_unknown_zone_is_refused_with_a_remedy(name: str) -> None:
    with pytest.raises(
        ValueError, match=r"there is no time zone .*; give a name such as Europe/Berlin or UTC"
    ):
        study_day(0, name)


def test_utc_begins_at_four_too() -> None:
    assert starts_at(day("2024-05-02"), "UTC") == datetime(2024, 5, 2, 4, tzinfo=UTC).timestamp() * 1000

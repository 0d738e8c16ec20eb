"""Dates on a scale: in proportion, none over another, with a ruler that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.values.dates import When, one, parse_edtf, span
from quizapp.values.timescale import MOST_LABELS, MOST_TICKS, lay_out, sort_key

GAP = 0.055


def dates(*texts: str) -> list[When]:
    return [parse_edtf(text) for text in texts]


def test_days_stand_in_proportion_from_margin_to_margin() -> None:
    scale = lay_out(dates("2017-10-04", "2017-10-12", "2017-10-20"), GAP)
    assert [place.at for place in scale.places] == [0.03, 0.5, 0.97]
    assert scale.title == "October 2017"
    assert len(scale.ticks) == 17
    assert [tick.label for tick in scale.ticks if tick.label] == ["4", "8", "12", "16", "20"]


def test_what_stands_on_the_same_day_goes_higher() -> None:
    scale = lay_out(dates("2017-10-04", "2017-10-04", "2017-10-04", "2017-10-20"), GAP)
    assert [place.level for place in scale.places] == [0, 1, 2, 0]
    assert scale.levels == 3


def test_an_open_end_is_none_and_its_point_stands_at_the_day_that_is_named() -> None:
    by, since = lay_out(dates("../2017-10-04", "2017-10-20/.."), GAP).places
    assert (by.start, by.end, by.at) == (None, 0.03, 0.03)
    assert (since.start, since.end, since.at) == (0.97, None, 0.97)


def test_a_span_has_its_point_in_its_middle() -> None:
    whole, _, _ = lay_out(dates("1914/1918", "1914", "1918"), GAP).places
    assert (whole.start, whole.at, whole.end) == (0.03, 0.5, 0.97)


@pytest.mark.parametrize(
    ("texts", "title", "labels"),
    [
        (("2017-10-14",), "October 2017", ["14"]),
        (("1914", "1918"), "1914 to 1918", ["1914", "1915", "1916", "1917", "1918"]),
        (("1916",), "1916", ["Jan 1916", "Apr 1916", "Jul 1916", "Oct 1916"]),
        (
            ("1914-07-28", "1918-11-11"),
            "1914 to 1918",
            ["1915", "1916", "1917", "1918"],
        ),
        (("-0490", "-0322"), "491 BC to 323 BC", ["450 BC", "400 BC", "350 BC"]),
        (("-0043-03-15", "0014-08-19"), "44 BC to AD 14", ["40 BC", "30 BC", "20 BC", "10 BC", "AD 10"]),
        (("1000", "1999"), "1000 to 1999", ["1000", "1200", "1400", "1600", "1800"]),
        (("1789", "2020"), "1789 to 2020", ["1800", "1900", "2000"]),
        (("-0099", "0100"), "100 BC to 100", ["100 BC", "50 BC", "AD 50", "100"]),
        (("2017-08-28", "2017-10-20"), "August to October 2017", ["28 Aug", "11 Sep", "25 Sep", "9 Oct"]),
    ],
)
def test_the_ruler_is_labelled_in_the_unit_that_fits(
    texts: tuple[str, ...], title: str, labels: list[str]
) -> None:
    scale = lay_out(dates(*texts), GAP)
    assert scale.title == title
    assert [tick.label for tick in scale.ticks if tick.label] == labels


days = st.builds(
    lambda year, month, day: one(year, month, day),
    st.integers(-3000, 3000),
    st.integers(1, 12),
    st.integers(1, 28),
)
units = st.one_of(
    days,
    st.builds(one, st.integers(-3000, 3000)),
    days.map(lambda day: span(None, day)),
    days.map(lambda day: span(day, None)),
)


@given(st.lists(units, min_size=1, max_size=30))
def test_any_dates_stand_on_the_scale_in_their_order_and_none_over_another(found: list[When]) -> None:
    found.sort(key=sort_key)
    scale = lay_out(found, GAP)
    assert len(scale.places) == len(found)
    assert 1 <= len(scale.ticks) <= MOST_TICKS
    assert 1 <= sum(bool(tick.label) for tick in scale.ticks) <= MOST_LABELS
    for each in (*scale.places, *scale.ticks):
        assert 0 <= each.at <= 1
    for place in scale.places:
        assert (place.start or 0) <= place.at <= (1 if place.end is None else place.end)
    for one_, other in zip(scale.places, scale.places[1:], strict=False):
        assert one_.level != other.level or abs(one_.at - other.at) >= GAP
    assert [tick.at for tick in scale.ticks] == sorted(tick.at for tick in scale.ticks)


def test_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="no date"):
        lay_out([], GAP)

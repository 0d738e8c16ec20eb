"""EDTF is read, dates are said in English, and days are numbered across the eras."""

import pytest

from quizapp.values.dates import Precision, calendar_day, day_number, one, parse_edtf, say, span, to_edtf


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017-10-14", "14 October 2017"),
        ("2017-10", "October 2017"),
        ("2017", "2017"),
        ("0955-08-10", "10 August 955"),
        ("0014", "AD 14"),
        ("0000", "1 BC"),
        ("-0479", "480 BC"),
        ("-0030-09-02", "2 September 31 BC"),
        ("../2017-10-08", "by 8 October 2017"),
        ("2017-10-08/..", "from 8 October 2017"),
        ("../-0479", "by 480 BC"),
        ("2017-10-04/2017-10-17", "4 to 17 October 2017"),
        ("2017-09-30/2017-10-17", "30 September to 17 October 2017"),
        ("2016-12-28/2017-01-03", "28 December 2016 to 3 January 2017"),
        ("2017-04/2017-10", "April to October 2017"),
        ("2016-04/2017-10", "April 2016 to October 2017"),
        ("1914/1918", "1914 to 1918"),
        ("-0489/-0479", "490 BC to 480 BC"),
    ],
)
def test_a_date_is_read_and_said_in_english(edtf: str, said: str) -> None:
    assert say(parse_edtf(edtf)) == said


@pytest.mark.parametrize(
    "edtf",
    [
        *(
            "2017-10-14",
            "2017-10",
            "2017",
            "2017-10-04/2017-10-17",
            "2017-10/2018-01",
            "1914/1918",
            "../2017-10-08",
        ),
        *("1990/..", "-0479", "-0030-09-02", "0009", "-0499/-0448"),
    ],
)
def test_a_date_is_written_in_edtf(edtf: str) -> None:
    assert to_edtf(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    ("edtf", "same"), [("2017-10-14~", "2017-10-14"), ("2017?", "2017"), ("/2017", "../2017")]
)
def test_an_approximation_is_taken_as_given(edtf: str, same: str) -> None:
    assert parse_edtf(edtf) == parse_edtf(same)


@pytest.mark.parametrize(
    ("edtf", "problem"),
    [
        ("2017-02-31", "28 days"),
        ("2017-13", "no month 13"),
        ("2017-00", "no month 0"),
        ("2017-21", "seasons"),
        ("194X", "decades"),
        ("19XX", "decades"),
        ("../..", "both ends are open"),
        ("2017-10-17/2017-10-04", "before the start"),
        ("2017/2018/2019", "more than one slash"),
        ("soon", "is not a date; write it as"),
        ("٢٠١٧", "is not a date"),
    ],
)
def test_what_is_no_edtf_says_what_to_do(edtf: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as caught:
        parse_edtf(edtf)
    assert "; " in str(caught.value)


def test_days_are_numbered_as_the_standard_library_does_and_go_on_below() -> None:
    assert day_number(2017, 10, 14) == 736616
    assert day_number(0, 12, 31) == 0
    assert calendar_day(day_number(-479, 9, 20)) == (-479, 9, 20)


def test_a_span_is_as_close_as_its_closest_end() -> None:
    assert span(one(2017, 10), one(2017, 11, 5)).precision is Precision.DAY
    assert span(one(2016), one(2017, 11)).precision is Precision.MONTH

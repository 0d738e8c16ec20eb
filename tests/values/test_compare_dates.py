"""A typed date gets the mark that it deserves, and a reason; too vague or ambiguous is asked again."""

import pytest

from quizapp.values.compare_dates import mark_date
from quizapp.values.dates import parse_edtf

ROWS = [
    ("2017-10-14", "14 October 2017", 1, "right"),
    ("2017-10-14", "13 October 2017", 0.5, "right month, wrong day"),
    ("2017-10-14", "4 October 2017", 0.5, "right month, wrong day"),
    ("2017-10-14", "14 September 2017", 0.25, "right year, wrong month"),
    ("2017-10-14", "3 May 2017", 0.25, "right year, wrong month and day"),
    ("2017-10-14", "14 October 2016", 0.5, "right day and month, wrong year"),
    ("2017-10-14", "3 March 1999", 0, "another date"),
    ("2017-10-14", "by 14 October 2017", 0.5, 'not "by" it'),
    ("2017-10-14", "by 20 October 2017", 0, "leaves one side open"),
    ("2017-10", "1-20 September 2017", 0, "does not hold"),
    ("2017-10-14", "31 February 2017", 0, "28 days"),
    ("2017-10-14", "Mayadin", 0, "no date"),
    ("2017-10", "October 2017", 1, "right"),
    ("2017-10", "14 October 2017", 1, "it lies in that month"),
    ("2017-10", "1-20 October 2017", 1, "it lies in that month"),
    ("2017-10", "October 2016", 0.25, "right month, wrong year"),
    ("2017-10", "September 2017", 0.25, "right year, wrong month"),
    ("2017-10", "14 September 2017", 0.25, "right year, wrong month"),
    ("2017", "2017", 1, "right"),
    ("2017", "14 October 2017", 1, "lies in that year"),
    ("2017", "2016", 0, "another year"),
    ("-0479", "480 BC", 1, "right"),
    ("-0479", "480 BCE", 1, "right"),
    ("-0479", "September 480 BC", 1, "lies in that year"),
    ("-0479", "480", 0.25, "BC and AD"),
    ("-0479", "AD 480", 0.25, "BC and AD"),
    ("-0479", "479 BC", 0, "another year"),
    ("-0030-09-02", "2 September 31 BC", 1, "right"),
    ("-0030-09-02", "3 September 31 BC", 0.5, "right month"),
    ("../2017-10-08", "by 8 October 2017", 1, "right"),
    ("../2017-10-08", "8 October 2017", 1, "right"),
    ("../2017-10-08", "no later than October 8, 2017", 1, "right"),
    ("../2017-10-08", "before 8 October 2017", 0.5, "leaves it out"),
    ("../2017-10-08", "before 9 October 2017", 1, "right"),
    ("../2017-10-08", "by 9 October 2017", 0.5, "right month, wrong day"),
    ("../2017-10-08", "7 October 2017", 0.5, "right month, wrong day"),
    ("../2017-10-08", "3 May 2016", 0, "another date"),
    ("../2017-10-08", "from 8 October 2017", 0.25, "the other way round"),
    ("../2017-10-08", "4-8 October 2017", 0.5, "not a span"),
    ("2017-10-08/..", "from 8 October 2017", 1, "right"),
    ("2017-10-08/..", "since 8 October 2017", 1, "right"),
    ("2017-10-08/..", "8 October 2017", 1, "right"),
    ("2017-10-08/..", "after 8 October 2017", 0.5, "leaves it out"),
    ("2017-10-04/2017-10-17", "4-17 October 2017", 1, "right"),
    ("2017-10-04/2017-10-17", "from 4 to 17 October 2017", 1, "right"),
    ("2017-10-04/2017-10-17", "4 to 18 October 2017", 0.5, "the start is right"),
    ("2017-10-04/2017-10-17", "3 to 17 October 2017", 0.5, "the end is right"),
    ("2017-10-04/2017-10-17", "4 October 2017", 0.5, "the end is missing"),
    ("2017-10-04/2017-10-17", "from 4 October 2017", 0.5, "the end is missing"),
    ("2017-10-04/2017-10-17", "by 17 October 2017", 0.5, "the start is missing"),
    ("2017-10-04/2017-10-17", "10 October 2017", 0.25, "lies in the span"),
    ("2017-10-04/2017-10-17", "1 to 20 October 2017", 0.25, "overlaps"),
    ("2017-10-04/2017-10-17", "3 May 1990", 0, "outside"),
    ("1914/1918", "1914-18", 1, "right"),
    ("2017-10-14", "14/10/17", 1, "right"),
    ("2017-10-14", "14.10.16", 0.5, "wrong year"),
    ("1917-11-07", "7.11.17", 1, "right"),
    ("2017-10-14", "14 October 2017 or 15 October 2017", 0, "several dates"),
    ("1914/1918", "28 July 1914 to 11 November 1918", 1, "right"),
    ("1914/1918", "1914", 0.5, "the end is missing"),
    ("1914/1918", "1939-1945", 0, "another span"),
    ("2017-04/2017-10", "3 April 2017 to 5 October 2017", 1, "right"),
]

ASKED_AGAIN = [
    ("2017-10-14", "mid-October 2017", 0),
    ("2017-10-14", "10/11/2017", 0),
    ("2017-10-14", "14 Oct 2O17", 0),
    ("2017-10-14", "October 14 2017 at dawn", 0),
    ("-0043-03-15", "15 March 44", 0),
    ("2017-10-14", "October 2017", 0.5),
    ("2017-10-14", "2017", 0.25),
    ("2017-10-14", "14 October", 0.5),
    ("2017-10-14", "13 October", 0),
    ("2017-10-14", "4-17 October 2017", 0.25),
    ("2017-10-14", "1-3 October 2017", 0),
    ("2017-10-14", "September 2017", 0.25),
    ("2017-10-14", "2018", 0),
    ("2017-10-14", "by 2018", 0),
    ("2017-10", "2016", 0),
    ("2017-10", "28 September to 3 October 2017", 0),
    ("2017", "2016-2018", 0.25),
    ("../2017-10-08", "by May 2016", 0),
    ("../2017-10-08", "2016", 0),
    ("2017-10-04/2017-10-17", "2016", 0),
    ("2017-10-04/2017-10-17", "May to June 1990", 0),
    ("2017-10", "2017", 0.25),
    ("2017", "the 2010s", 0),
    ("../2017-10-08", "by October 2017", 0.5),
    ("2017-10-04/2017-10-17", "October 2017", 0.25),
]


@pytest.mark.parametrize(("key", "text", "mark", "reason"), ROWS)
def test_a_date_gets_the_mark_that_it_deserves(key: str, text: str, mark: float, reason: str) -> None:
    comparison = mark_date(parse_edtf(key), text)
    assert (comparison.mark, comparison.ask_again) == (mark, False)
    assert reason in comparison.reason


@pytest.mark.parametrize(("key", "text", "mark"), ASKED_AGAIN)
def test_a_date_that_is_not_close_enough_is_asked_again(key: str, text: str, mark: float) -> None:
    comparison = mark_date(parse_edtf(key), text)
    assert comparison.ask_again
    assert comparison.mark == mark
    assert comparison.mark < 1


@pytest.mark.parametrize(
    "key", ["2017-10-14", "2017-10", "../2017-10-08", "2017-10-08/..", "2017-10-04/2017-10-17"]
)
@pytest.mark.parametrize("form", ["{}", "by {}", "from {}", "{} to 2019"])
def test_asking_again_does_not_tell_whether_a_vague_date_is_right_so_far(key: str, form: str) -> None:
    replies = [mark_date(parse_edtf(key), form.format(year)) for year in ("2017", "2016", "1066")]
    assert {reply.ask_again for reply in replies} == {True}
    assert len({reply.reason for reply in replies}) == 1


def test_the_year_that_the_stem_says_need_not_be_typed() -> None:
    assert mark_date(parse_edtf("2017-10-14"), "14 October", 2017).mark == 1
    assert mark_date(parse_edtf("2017-10-14"), "13 October", 2017).mark == 0.5

"""A typed date is read in any usual English spelling; one that is vague, ambiguous or impossible says why."""

import pytest

from quizapp.values.comparison import Ambiguous, Unclear, Unreadable, Vague
from quizapp.values.dates import parse_edtf
from quizapp.values.read_date import Yearless, read_date

DAY = "2017-10-14"
SPAN = "2017-10-04/2017-10-17"

READ = [
    ("14 Oct 2017", DAY),
    ("14 oct 2017", DAY),
    ("14 OCTOBER 2017", DAY),
    ("October 14th, 2017", DAY),
    ("October 14, 2017", DAY),
    ("Oct. 14 2017", DAY),
    ("Oct 14th 2017", DAY),
    ("2017-10-14", DAY),
    ("2017/10/14", DAY),
    ("2017.10.14", DAY),
    ("2017-10-14T12:00:00Z", DAY),
    ("20171014", DAY),
    ("14102017", DAY),
    ("14.10.2017", DAY),
    ("14. 10. 2017", DAY),
    ("14.10. 2017", DAY),
    ("10.11.2017", "2017-11-10"),
    ("10.14.2017", DAY),
    ("14 okt. 2017", DAY),
    ("14 octubre 2017", DAY),
    ("14 de octubre de 2017", DAY),
    ("14 ottobre 2017", DAY),
    ("14 outubro 2017", DAY),
    ("14 oktobar 2017", DAY),
    ("3. März 2017", "2017-03-03"),
    ("3 février 2017", "2017-02-03"),
    ("1 août 1914", "1914-08-01"),
    ("6 juin 1944", "1944-06-06"),
    ("14 juillet 1789", "1789-07-14"),
    ("3 Marhc 2017", "2017-03-03"),
    ("3 Apirl 2017", "2017-04-03"),
    ("14/10/2017", DAY),
    ("10/14/2017", DAY),
    ("14-10-2017", DAY),
    ("14 - 10 - 2017", DAY),
    ("14 10 2017", DAY),
    ("2017–10–14", DAY),
    ("14-Oct-2017", DAY),
    ("14/Oct/2017", DAY),
    ("14.Oct.2017", DAY),
    ("2017 October 14", DAY),
    ("2017, 14 October", DAY),
    ("14th October 2017", DAY),
    ("14th of October 2017", DAY),
    ("the 14th of October 2017", DAY),
    ("the 14th of October, 2017.", DAY),
    ("on 14 October 2017", DAY),
    ("it was on the 14th of October 2017", DAY),
    ("Sat 14 October 2017", DAY),
    ("Saturday, October 14th, 2017", DAY),
    ("fourteenth of October 2017", DAY),
    ("the fourteenth of October two thousand and seventeen", DAY),
    ("October fourteenth, twenty seventeen", DAY),
    ("14 October 2017 AD", DAY),
    ("14 October 2017?", DAY),
    ("(14 October 2017)", DAY),
    ("probably 14 October 2017", DAY),
    ("Ocotber 14 2017", DAY),
    ("14 octobre 2017", DAY),
    ("14 Octob 2017", DAY),
    ("１４ October ２０１７", DAY),
    ("١٤ October ٢٠١٧", DAY),
    ("\u200f14\u200b October\u00a02017", DAY),
    ("14 Novemer 2017", "2017-11-14"),
    ("10/10/2017", "2017-10-10"),
    ("1st Sept., 1939", "1939-09-01"),
    ("twenty-fourth of May 1915", "1915-05-24"),
    ("May 24, nineteen fifteen", "1915-05-24"),
    ("1815 June 18", "1815-06-18"),
    ("29 February 2016", "2016-02-29"),
    ("October 2017", "2017-10"),
    ("Oct 2017", "2017-10"),
    ("Oct-2017", "2017-10"),
    ("in October of 2017", "2017-10"),
    ("2017 October", "2017-10"),
    ("10/2017", "2017-10"),
    ("10.2017", "2017-10"),
    ("2017/10", "2017-10"),
    ("2017-10", "2017-10"),
    ("2017", "2017"),
    ("in the year 2017", "2017"),
    ("480 BC", "-0479"),
    ("480 B.C.", "-0479"),
    ("480BC", "-0479"),
    ("480 BCE", "-0479"),
    ("480 b. c. e.", "-0479"),
    ("-0479", "-0479"),
    ("September 480 BC", "-0479-09"),
    ("2 September 31 BC", "-0030-09-02"),
    ("September 2nd, 31 BC", "-0030-09-02"),
    ("AD 955", "0955"),
    ("955 AD", "0955"),
    ("955 CE", "0955"),
    ("955", "0955"),
    ("AD 14", "0014"),
    ("10 August 955", "0955-08-10"),
    ("10 August AD 99", "0099-08-10"),
    (SPAN, SPAN),
    ("4-17 October 2017", SPAN),
    ("4–17 October 2017", SPAN),
    ("4 - 17 October 2017", SPAN),
    ("4th-17th October 2017", SPAN),
    ("October 4-17, 2017", SPAN),
    ("October 4 to 17, 2017", SPAN),
    ("4 to 17 October 2017", SPAN),
    ("4 October to 17 October 2017", SPAN),
    ("October 4th through October 17th, 2017", SPAN),
    ("4 October 2017 - 17 October 2017", SPAN),
    ("from 4 October to 17 October 2017", SPAN),
    ("from the 4th until the 17th of October 2017", SPAN),
    ("between 4 and 17 October 2017", SPAN),
    ("between 4 October 2017 and 17 October 2017", SPAN),
    ("2017-10-04 - 2017-10-17", SPAN),
    ("2017-10-04 to 2017-10-17", SPAN),
    ("13/10/2017 - 17/10/2017", "2017-10-13/2017-10-17"),
    ("28 December 2016 to 3 January 2017", "2016-12-28/2017-01-03"),
    ("October 4-November 3 2017", "2017-10-04/2017-11-03"),
    ("Oct-Nov 2017", "2017-10/2017-11"),
    ("1914-1918", "1914/1918"),
    ("1914-18", "1914/1918"),
    ("1914–18", "1914/1918"),
    ("1904–05", "1904/1905"),
    ("490-480 BC", "-0489/-0479"),
    ("from 490 to 480 BC", "-0489/-0479"),
    ("31 BC to AD 14", "-0030/0014"),
    ("../2017-10-08", "../2017-10-08"),
    ("by 8 October 2017", "../2017-10-08"),
    ("by the 8th of October 2017", "../2017-10-08"),
    ("until 8 October 2017", "../2017-10-08"),
    ("up to 8 October 2017", "../2017-10-08"),
    ("no later than 8 October 2017", "../2017-10-08"),
    ("on or before 8 October 2017", "../2017-10-08"),
    ("8 October 2017 at the latest", "../2017-10-08"),
    ("before 8 October 2017", "../2017-10-07"),
    ("from 8 October 2017", "2017-10-08/.."),
    ("since 8 October 2017", "2017-10-08/.."),
    ("8 October 2017 onwards", "2017-10-08/.."),
    ("not before 8 October 2017", "2017-10-08/.."),
    ("after 8 October 2017", "2017-10-09/.."),
    ("by October 2017", "../2017-10"),
]


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_a_date_is_read_in_any_usual_spelling(text: str, edtf: str) -> None:
    assert read_date(text) == parse_edtf(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "mid-October 2017",
        "middle of October 2017",
        "early 2017",
        "late October 2017",
        "end of October 2017",
        "autumn 2017",
        "fall 2017",
        "around 480 BC",
        "c. 480 BC",
        "about 2017",
        "~ 14 October 2017",
        "the 1940s",
        "the 1940's",
        "194X",
        "10th century",
        "the second week of October 2017",
        "by mid-October 2017",
        "yesterday",
        "two days ago",
    ],
)
def test_a_vague_date_says_that_it_is_vague(text: str) -> None:
    reading = read_date(text)
    assert isinstance(reading, Vague)
    assert "; write the date itself" in reading.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10/11/2017", "10 November 2017 or 11 October 2017"),
        ("10-11-2017", "10 November 2017 or 11 October 2017"),
        ("10112017", "10 November 2017 or 11 October 2017"),
        ("04/10/2017 - 17/10/2017", "4 October 2017 or 10 April 2017"),
        ("10/11", "10 November or 11 October"),
        ("14 Oct 17", "four digits"),
        ("14/10/17", "four digits"),
        ("Oct 14, '17", "four digits"),
        ("47", "1947, 2047"),
    ],
)
def test_an_ambiguous_date_names_both_readings(text: str, reason: str) -> None:
    reading = read_date(text)
    assert isinstance(reading, Ambiguous)
    assert reason in reading.reason.replace("all four", "four")


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("14 October", 10, 14),
        ("October 14th", 10, 14),
        ("14/10", 10, 14),
        ("October", 10, None),
        ("the 14th", None, 14),
        ("14", None, 14),
    ],
)
def test_a_date_without_a_year_says_that_the_year_is_missing(
    text: str, month: int | None, day: int | None
) -> None:
    reading = read_date(text)
    assert isinstance(reading, Yearless)
    assert (reading.month, reading.day) == (month, day)
    assert "year is missing" in reading.reason


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14 October", DAY),
        ("14/10", DAY),
        ("October", "2017-10"),
        ("4-17 October", SPAN),
        ("by 8 October", "../2017-10-08"),
        ("14.10.", DAY),
        ("4.10.", "2017-10-04"),
        ("14 okt.", DAY),
        ("14 octobre", DAY),
    ],
)
def test_a_known_year_completes_a_date(text: str, edtf: str) -> None:
    assert read_date(text, 2017) == parse_edtf(edtf)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 February 2017", "28 days"),
        ("2017-02-31", "28 days"),
        ("29 February 2017", "28 days"),
        ("32 October 2017", "31 days"),
        ("2017-13-01", "no month 13"),
        ("13/2017", "no month 13"),
        ("17 October 2017 to 4 October 2017", "before the start"),
        ("", "nothing is written"),
        ("...", "nothing is written"),
        ("Mayadin", "no date"),
        ("no idea", "no date"),
        ("maybe", "no date"),
        ("may or may not", "no date"),
        ("MMXVII", "no date"),
        ("8 October 2017 or 9 October 2017", "several dates"),
        ("x" * 200, "too long"),
        ("9" * 10_000, "too long"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    reading = read_date(text)
    assert isinstance(reading, Unreadable)
    assert reason in reading.reason


@pytest.mark.parametrize(
    "text",
    [
        "0 BC",
        "99999",
        "14 remember 2017",
        "not 8 October 2017",
        "14 15 October 2017",
        "14 Oct 2O17",
        "October 14 2017 at dawn",
        "the tenth, october, at noon",
        "14 October 2017 " * 20,
    ],
)
def test_an_attempt_at_a_date_that_cannot_be_read_is_unclear(text: str) -> None:
    reading = read_date(text)
    assert isinstance(reading, Unclear)
    assert "; write" in reading.reason


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("4.10.17", "2017-10-04"),
        ("14/10/17", DAY),
        ("10/14/17", DAY),
        ("17-10-17", "2017-10-17"),
        ("4 oct '17", "2017-10-04"),
        ("Oct 14, 17", DAY),
        ("14 Oct 99", "2099-10-14"),
        ("47", "2047"),
        ("14.10.17 - 17.10.17", "2017-10-14/2017-10-17"),
    ],
)
def test_two_digits_of_a_year_are_read_in_the_century_of_a_near_year(text: str, edtf: str) -> None:
    assert read_date(text, near_year=2017) == parse_edtf(edtf)


@pytest.mark.parametrize("text", ["4/10/17", "4-10-17", "14-10-17", "17-10-04"])
def test_a_short_date_of_two_readings_stays_ambiguous(text: str) -> None:
    assert isinstance(read_date(text, near_year=2017), Ambiguous)


def test_no_reason_holds_an_example_that_could_be_the_key() -> None:
    for text in ("mid-October", "14 October", "x", "", "yesterday"):
        assert "2017" not in getattr(read_date(text), "reason", "")

"""How a date may be written: each spelling gives its words and its date, and what only looks like one gives none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article.dates import Bound, date_text
from quizapp.values.dates import MONTHS, When, one, to_edtf
from quizapp.values.text import word_list

WRITTEN_OUT = [
    ("On 14 October 2017 the fort fell.", [("14 October 2017", "2017-10-14")]),
    ("On October 14(th), 2017, it fell.", [("October 14(th), 2017", "2017-10-14")]),
    ("It fell on Oct. 14th, 2017.", [("Oct. 14th, 2017", "2017-10-14")]),
    ("It fell on the 14th of October 2017.", [("14th of October 2017", "2017-10-14")]),
    ("the fourteenth of October 1066", [("fourteenth of October 1066", "1066-10-14")]),
    ("the twenty-first day of March 1471", [("twenty-first day of March 1471", "1471-03-21")]),
    ("dated 2017-10-14.", [("2017-10-14", "2017-10-14")]),
    ("signed 14.10.1066 there", [("14.10.1066", "1066-10-14")]),
    ("signed 14/10/1066 there", [("14/10/1066", "1066-10-14")]),
    ("On Saturday, 14 October 1066, they met.", [("14 October 1066", "1066-10-14")]),
    ("at dawn of Sunday, June 25, 1950, it began", [("June 25, 1950", "1950-06-25")]),
    ("on 7 September [O.S. 26 August] 1812", [("7 September [O.S. 26 August] 1812", "1812-09-07")]),
    ("on 28 June 1709 (8 July New Style)", [("28 June 1709 (8 July New Style)", "1709-06-28")]),
    ("On Christmas Eve 1914 they sang.", [("Christmas Eve 1914", "1914-12-24")]),
    ("by the Ides of March 44 BC", [("Ides of March 44 BC", "../-0043-03-15")]),
    ("on September 2, 31 BC", [("September 2, 31 BC", "-0030-09-02")]),
    ("the 5th day of May 1862", [("5th day of May 1862", "1862-05-05")]),
    ("on 10 August 955, a feast", [("10 August 955", "0955-08-10")]),
]
SPANS = [
    ("4–17 October 2017", [("4–17 October 2017", "2017-10-04/2017-10-17")]),
    ("from 4 to 17 October 2017", [("4 to 17 October 2017", "2017-10-04/2017-10-17")]),
    (
        "from the 4th until the 17th of October 2017",
        [("4th until the 17th of October 2017", "2017-10-04/2017-10-17")],
    ),
    ("28 June – 3 July 1863", [("28 June – 3 July 1863", "1863-06-28/1863-07-03")]),
    ("July 1 to July 3, 1863", [("July 1 to July 3, 1863", "1863-07-01/1863-07-03")]),
    ("July 1–3, 1863", [("July 1–3, 1863", "1863-07-01/1863-07-03")]),
    ("30 December 1944 – 2 January 1945", [("30 December 1944 – 2 January 1945", "1944-12-30/1945-01-02")]),
    ("from 30 December to 2 January 1945", [("30 December to 2 January 1945", "1944-12-30/1945-01-02")]),
    ("between 5 May and 7 June 1944", [("5 May and 7 June 1944", "1944-05-05/1944-06-07")]),
    ("the night of 5/6 June 1944", [("5/6 June 1944", "1944-06-05/1944-06-06")]),
    ("from June to November 1944", [("June to November 1944", "1944-06/1944-11")]),
    ("(June–August 1944)", [("June–August 1944", "1944-06/1944-08")]),
    (
        "20 November 1917 – c. 7 December 1917",
        [("20 November 1917 – c. 7 December 1917", "1917-11-20/1917-12-07")],
    ),
    ("from 1914 to 1918", [("1914 to 1918", "1914/1918")]),
    ("the war of 1914-18", [("1914-18", "1914/1918")]),
    ("264–241 BC", [("264–241 BC", "-0263/-0240")]),
    ("from 264 to 241 B.C.", [("264 to 241 B.C.", "-0263/-0240")]),
]
LISTS = [
    ("on 5 May and 7 June 1944", [("5 May", "1944-05-05"), ("7 June 1944", "1944-06-07")]),
    (
        "on 26, 28 and 29 August 1918",
        [("26", "1918-08-26"), ("28", "1918-08-28"), ("29 August 1918", "1918-08-29")],
    ),
    ("on May 4 and 5, 1865", [("May 4", "1865-05-04"), ("5, 1865", "1865-05-05")]),
    ("in June and July 1944", [("June", "1944-06"), ("July 1944", "1944-07")]),
    ("in December and January 1945", [("December", "1944-12"), ("January 1945", "1945-01")]),
    ("in 496 and 495 BC", [("496", "-0495"), ("495 BC", "-0494")]),
    ("in 1805 and 1806", [("1805", "1805"), ("1806", "1806")]),
]
COARSE = [
    ("In June 1944 they landed.", [("June 1944", "1944-06")]),
    ("in February of 1940", [("February of 1940", "1940-02")]),
    ("in the spring of 1863", [("spring of 1863", "1863-03/1863-05")]),
    ("during the winter of 1941–42", [("winter of 1941–42", "1941-12/1942-02")]),
    ("by autumn 1916", [("autumn 1916", "../1916-11")]),
    ("in 480 BC", [("480 BC", "-0479")]),
    ("in AD 9", [("AD 9", "0009")]),
    ("c. 490 BC", [("490 BC", "-0489")]),
    ("the 1840s", [("1840s", "1840/1849")]),
    ("in the 470s BC", [("470s BC", "-0478/-0469")]),
    ("the 19th century", [("19th century", "1801/1900")]),
    ("the fourth century BC", [("fourth century BC", "-0399/-0300")]),
    ("In mid-1916 they left.", [("1916", "1916")]),
]
BOUNDS = [
    ("By 8 October 2017 they had left.", "../2017-10-08", Bound.BY),
    ("no later than 8 October 2017", "../2017-10-08", Bound.BY),
    ("until 8 October 2017", "../2017-10-08", Bound.UNTIL),
    ("before 8 October 2017", "../2017-10-07", Bound.BEFORE),
    ("after 8 October 2017", "2017-10-09/..", Bound.AFTER),
    ("since 1990", "1990/..", Bound.SINCE),
    ("from 5 May 1864 onwards", "1864-05-05/..", Bound.FROM),
    ("beginning in 1915", "1915/..", Bound.FROM),
    ("24 February 2022 – present", "2022-02-24/..", Bound.FROM),
    ("1941–present", "1941/..", Bound.FROM),
    ("by the end of June 1944", "../1944-06", Bound.BY),
    ("before dawn on 15 June 1815", "1815-06-15", None),
    ("after the 1944 landings", "1944", None),
]
NO_DATES = [
    "In 1200 men died.",
    "with 1,500 soldiers",
    "of 1200 Spanish guns",
    "on the 28th Infantry's flank",
    "they march on Rome and may win",
    "General March was hurt by May.",
    "The 52nd stood fast.",
    "after the fall of the city",
    "on 31 June 1944",
    "on 4/10/1066",
    "just hours later",
    "on the eve of the battle",
    "It is told to this day.",
    "the day after the battle",
    "eight days after the fall of the fort",
    "a few days later",
    "on Hill 1866",
    "by a vote of 111 to 333",
    "Private Monday Jones",
]


@pytest.mark.parametrize(("text", "dates"), [*WRITTEN_OUT, *SPANS, *LISTS, *COARSE])
def test_a_date_is_read_however_it_is_written(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(text[each.start : each.end], to_edtf(each.when)) for each in date_text(text)] == dates


@pytest.mark.parametrize(("text", "when", "bound"), BOUNDS)
def test_a_preposition_opens_a_date_on_one_side(text: str, when: str, bound: Bound | None) -> None:
    (dated,) = date_text(text)
    assert (to_edtf(dated.when), dated.bound) == (when, bound)
    assert dated.is_bound == (to_edtf(dated.named) != when)


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("After the landing on 5 May 1944, they advanced.", ["1944-05-06/.."]),
        ("Before the battle on 18 June 1815, they met.", ["../1815-06-17"]),
        ("Since his arrival in May 1944, he led.", ["1944-05/.."]),
        (
            "After the raid in July 1944 and the landing on 15 August 1944, they met.",
            ["1944-08/..", "1944-08-16/.."],
        ),
        ("After beating the guard at Low Mill, he crossed on 15 June 1863, in rain.", ["1863-06-15"]),
        ("On 5 May 1944, after the raid, they left.", ["1944-05-05"]),
    ],
)
def test_a_date_in_a_phrase_before_the_statement_is_a_bound_of_it(text: str, whens: list[str]) -> None:
    assert [to_edtf(each.when) for each in date_text(text)] == whens


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert date_text(text) == ()


@pytest.mark.parametrize(
    ("text", "shade"),
    [
        ("in early June 1944", "early"),
        ("at the end of July 1944", "end"),
        ("on the night of 5 June 1944", "night"),
        ("in the first days of September 1944", "first days"),
        ("c. 490 BC", "about"),
        ("in the second half of 1944", "second half"),
        ("late in 1944", "late"),
        ("to end in 1944", ""),
    ],
)
def test_what_narrows_a_date_is_kept_beside_it(text: str, shade: str) -> None:
    (dated,) = date_text(text)
    assert dated.shade == shade
    assert text[dated.start :] in text[dated.adjunct :]


@pytest.mark.parametrize(
    "text", ["on 20 or 21 September 480 BC", "in 1204 or in 1205", "on 5 May or 7 May 1862"]
)
def test_one_of_two_dates_is_doubted(text: str) -> None:
    assert [each.doubt for each in date_text(text)] == ["one of two dates"] * 2


SPELLINGS = (
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "the {day}th of {month} {year}",
    "{month} {day}th, {year}",
    "{day} {short} {year}",
)


@given(
    st.integers(1, 28), st.integers(1, 12), st.integers(1000, 2100), st.sampled_from(SPELLINGS), st.booleans()
)
def test_any_day_is_read_in_any_spelling(
    day: int, month: int, year: int, spelling: str, is_first: bool
) -> None:
    name = MONTHS[month - 1]
    written = spelling.format(day=day, month=name, short=name if month == 5 else f"{name[:3]}.", year=year)
    text = f"On {written}, they left." if is_first else f"They left on {written}."
    assert [each.when for each in date_text(text)] == [one(year, month, day)]


PIECES = word_list(
    "5 May June 1944 the of and to – - / , . ( ) [ BC AD 14th day next following night 3 until by on 480 B.C. "
    "century 1840s winter two days later before after O.S. that month year early Monday 99999 31 same week first"
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=80),
    st.none() | st.integers(-600, 2100),
)
def test_any_text_gives_dates_that_stand_in_it_one_after_another(text: str, near: int | None) -> None:
    end = 0
    for each in date_text(text, near):
        assert end <= each.adjunct <= each.start < each.end <= len(text)
        assert isinstance(each.when, When)
        end = each.end

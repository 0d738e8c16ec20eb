"""Laws of values: what is written reads back, a key is its own right answer, and any text gets an answer at once."""

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.values.compare_dates import mark_date
from quizapp.values.dates import When, calendar_day, day_number, one, parse_edtf, say, span, to_edtf
from quizapp.values.names import compare_names
from quizapp.values.quantities import Quantity, mark_quantity, read_quantity, say_quantity
from quizapp.values.read_date import read_date
from quizapp.values.read_quantity import find_quantity
from quizapp.values.text import MAX_RESPONSE, clean, fold, word_list

PIECES = word_list(
    "14 4 17 38 67 2017 18 oct october by from to between and - – / .. the at least about half quarter a "
    "an one two hundred million dozen km m % $ ad bc + ~ > th in out of point minus 10 ^ e 1.5 1,500 ez- "
    "Zor al- Hassan Gen. ½ ² ፩ ③ Ⅳ twenty first van not or ٣ \u200b \u202e \u0301"
)
ANY_TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from(PIECES),
    max_size=9,
).map(" ".join)
YEARS = st.integers(-3000, 3000)
ONES = st.one_of(
    YEARS.map(one),
    st.builds(one, YEARS, st.integers(1, 12)),
    st.builds(one, YEARS, st.integers(1, 12), st.integers(1, 28)),
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = draw(ONES), draw(ONES)
    shape = draw(st.sampled_from(["one", "by", "from", "span"]))
    if shape == "one":
        return first
    if shape == "by":
        return span(None, first)
    if shape == "from":
        return span(first, None)
    assert first.earliest is not None
    assert last.earliest is not None
    return (
        span(first, last)
        if first.earliest <= last.earliest and last.latest >= first.earliest
        else span(last, first)
    )


NUMBERS = st.decimals(0, 10**9, places=2) | st.integers(0, 10**12).map(Decimal)
QUANTITIES = st.one_of(
    st.builds(
        lambda number, unit, about: Quantity(number, number, unit, about),
        NUMBERS,
        st.sampled_from([None, "km", "%", "$", "years"]),
        st.booleans(),
    ),
    NUMBERS.map(lambda number: Quantity(number, None)),
    NUMBERS.map(lambda number: Quantity(None, number)),
    st.builds(lambda low, more: Quantity(low, low + more + 1), NUMBERS, NUMBERS),
)


@given(whens())
def test_a_date_reads_back_as_it_was_said(when: When) -> None:
    assert read_date(say(when)) == when


@given(whens())
def test_a_date_reads_back_as_it_was_written_in_edtf(when: When) -> None:
    assert parse_edtf(to_edtf(when)) == when


@given(whens())
def test_a_date_is_its_own_right_answer(when: When) -> None:
    assert mark_date(when, say(when)).mark == 1


@given(st.integers(-3_000_000, 3_000_000))
def test_a_day_number_is_the_number_of_its_day(number: int) -> None:
    assert day_number(*calendar_day(number)) == number
    assert calendar_day(number) < calendar_day(number + 1)


@given(QUANTITIES)
def test_a_quantity_reads_back_as_it_was_said_and_is_its_own_right_answer(quantity: Quantity) -> None:
    assert read_quantity(say_quantity(quantity)) == quantity
    assert mark_quantity(quantity, say_quantity(quantity)).mark == 1


@given(ANY_TEXT)
def test_what_is_read_is_its_own_right_answer(text: str) -> None:
    when, quantity = read_date(text), read_quantity(text)
    if isinstance(when, When):
        assert mark_date(when, text).mark == 1
    if isinstance(quantity, Quantity):
        assert mark_quantity(quantity, text).mark == 1


@given(ANY_TEXT | QUANTITIES.map(say_quantity), st.booleans())
def test_a_quantity_is_found_wherever_one_is_read(text: str, counting_anything: bool) -> None:
    read = read_quantity(text, counting_anything=counting_anything)
    found = find_quantity(text, counting_anything=counting_anything)
    assert found == (read if isinstance(read, Quantity) else None)


@given(st.text(min_size=1, max_size=40).filter(lambda text: bool(clean(text))))
def test_a_name_is_its_own_right_answer(name: str) -> None:
    assert compare_names(name, [name]).mark == 1
    assert compare_names(name, ["Mayadin", name]).mark == 1


@given(st.text(max_size=60))
def test_cleaning_and_folding_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert fold(clean(text)) == fold(text)


@given(ANY_TEXT, whens(), QUANTITIES)
def test_any_text_gets_a_mark_between_nothing_and_all(text: str, when: When, quantity: Quantity) -> None:
    for comparison in (mark_date(when, text), mark_date(when, text, 2017), mark_quantity(quantity, text)):
        assert 0 <= comparison.mark <= 1
        assert comparison.reason[:1] == comparison.reason[:1].lower() != ""
        assert not (comparison.ask_again and comparison.mark == 1)
    assert compare_names(text, ["Suheil al-Hassan", "Mayadin"]).reason


NASTY = [
    *(
        "9",
        "1,",
        "1.000",
        "1 000 ",
        "a\u0301\u0323",
        "\u0301\u0323",
        "\ufdfa",
        "\u337f",
        "😀",
        "\x00",
        "\u202e",
    ),
    *(
        "\u200b",
        "(",
        "- ",
        "1-",
        "1/",
        "to ",
        "and ",
        "one ",
        "hundred ",
        "twenty ",
        "٣",
        "½",
        "²",
        " ",
        "\u3000",
    ),
    *(
        "x10^",
        "1e",
        "half a ",
        "the ",
        "al-",
        "\ud800",
        "a b ",
        "between ",
        "at least ",
        "b.c.",
        "'",
        ".",
        "가",
    ),
    *("ß", "İ", "\u1e9b\u0323", "14 October 2017 "),
]
READERS: list[Callable[[str], object]] = [
    lambda text: mark_date(parse_edtf("2017-10-04/2017-10-17"), text),
    lambda text: mark_quantity(Quantity(Decimal(38), Decimal(67), "km"), text),
    lambda text: compare_names(text, ["Suheil al-Hassan", "Deir ez-Zor"]),
]


@pytest.mark.parametrize("length", [100, 900, MAX_RESPONSE])
@pytest.mark.parametrize("piece", NASTY, ids=ascii)
def test_no_text_takes_long(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    for read in READERS:
        seconds = min(_seconds(read, text) for _ in range(5))
        assert seconds < 0.010


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    read(text)
    return time.perf_counter() - started

"""The numbers of a text are found with bound, unit and what is counted; dates and names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article.numbers.counts import find_counts
from quizapp.values.measures import say_quantity

FOUND = [
    ("38+ killed", "at least 38", ""),
    ("c. 10,000", "about 10,000", ""),
    ("c. 5.000 men", "about 5,000", "men"),
    ("Nearly 4,000; nobody is sure", "about 4,000", ""),
    ("~1,500 archers", "about 1,500", "archers"),
    ("Over 5,000 killed", "at least 5,000", ""),
    ("30–50 Transports", "30 to 50", "Transports"),
    ("24,000 to 26,000 killed or wounded", "24,000 to 26,000", ""),
    ("between 38 and 67 fishermen who were rowing", "38 to 67", "fishermen"),
    ("as many as 40,000 foot soldiers of the line", "up to 40,000", "foot soldiers"),
    ("no fewer than 12 guns", "at least 12", "guns"),
    ("some twenty thousand men", "about 20,000", "men"),
    ("two hundred and fifty horsemen", "250", "horsemen"),
    ("half a dozen ships", "6", "ships"),
    ("1.5 million shells", "1,500,000", "shells"),
    ("1 to 2 million shells", "1,000,000 to 2,000,000", "shells"),
    ("within six kilometers of the ford", "6 km", ""),
    ("the three-year siege of the port", "3 years", "siege"),
    ("one quarter of the island's salt", "0.25", "island's salt"),
    ("about 40 per cent of the crews", "about 40 %", ""),
    ("each of 550 men strong", "550", "men"),
    ("30,000 or more pilgrims", "at least 30,000", "pilgrims"),
    ("180 IS militants, and others", "180", "IS militants"),
    ("1500", "1,500", ""),
    ("6,000 foot and", "6,000", "foot"),
    ("747,300–868,374+ lost", "747,300 to 868,374", ""),
    ("in 1815 the duke had 1200 men", "1,200", "men"),
]
NO_COUNT = [
    "On 14 October 2017 at 11:30 they crossed",
    "October 14, 2017",
    "from 4 to 17 October",
    "in 1815 and again by 1943",
    "in 480 BC",
    "the second war (1812–1815), and the treaty of 1818",
    "Hill 60 fell to the 4th Division and 5 Corps",
    "T-34 tanks and 88 mm guns, a 74-gun ship",
    "at 1400 hours, before 10 pm",
    "the 47-year-old duke and the 21e regiment",
    "one of the towers, the second wall",
    "a 3 to 1 majority",
    "No. 2 Squadron",
]


@pytest.mark.parametrize(("text", "said", "counted"), FOUND)
def test_a_number_is_found_with_its_bound_and_what_it_counts(text: str, said: str, counted: str):
    (count,) = find_counts(text)
    assert (say_quantity(count.quantity), count.counted) == (said, counted)
    assert text[count.end : count.counted_end].endswith(counted)


@pytest.mark.parametrize("text", NO_COUNT)
def test_dates_times_calibres_and_names_are_no_counts(text: str):
    assert find_counts(text) == ()


def test_several_numbers_are_found_each_with_its_own_noun():
    text = "The town gave 25,000 pikemen and 6,000 riders, 156 guns among them"
    assert [(count.counted, text[count.start : count.end]) for count in find_counts(text)] == [
        ("pikemen", "25,000"),
        ("riders", "6,000"),
        ("guns", "156"),
    ]


@given(st.text(alphabet="0123456789 ,.-–+~c:/%$ andtohlfmikgs\u00a0½٣²", max_size=60))
def test_any_text_gives_numbers_in_order_inside_it(text: str):
    ends = [0]
    for count in find_counts(text):
        assert ends[-1] <= count.start < count.end <= count.counted_end <= len(text)
        ends.append(count.end)


def test_a_dash_between_numbers_that_are_no_range_parts_them():
    counts = find_counts("15,000 – 3 Roman legions")
    assert [(say_quantity(count.quantity), count.counted) for count in counts] == [
        ("15,000", ""),
        ("3", "Roman legions"),
    ]


def test_a_range_names_its_thousands_once() -> None:
    (count,) = find_counts("The army had 25–50,000 men.")
    assert (count.quantity.low, count.quantity.high) == (25_000, 50_000)
    (count,) = find_counts("The army had 500–1,000 men.")
    assert (count.quantity.low, count.quantity.high) == (500, 1_000)

"""The one date that a sentence names."""

import pytest

from quizapp.values.dates import say
from quizapp.values.find_dates import find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mayadin fell to the Syrian Army on 14 October 2017.", "14 October 2017"),
        ("Mayadin fell to the Syrian Army on 14\u00a0October 2017.", "14 October 2017"),
        ("By 17 October 2017 the riverside had been captured.", "by 17 October 2017"),
        ("It was besieged until the 5 September 2017.", "by 5 September 2017"),
        ("Since 3 May 1915 it has been held.", "from 3 May 1915"),
        ("The bridge was bombed in August 2016.", "August 2016"),
        ("Caesar was murdered on 15 March 44 BC.", "15 March 44 BC"),
        ("Verdun was attacked in 1916.", "1916"),
        ("Xerxes crossed in 480 BC.", "480 BC"),
        ("In 1916 men died.", None),
        ("The army had 1916 men.", None),
        ("It lasted from 4 October 2017 until 17 October 2017.", None),
        ("On 14 October 2017, and again on 14 October 2017, it rained.", "14 October 2017"),
        ("It fell on 31 February 2017.", None),
        ("It was near on 4 October 2017, entered on 6 October and taken on 14 October.", None),
        ("Nothing is dated here, May 1 be late.", None),
    ],
)
def test_a_sentence_is_dated_if_it_names_one_date(text: str, date: str | None) -> None:
    found = find_date(text)
    assert (say(found) if found else None) == date

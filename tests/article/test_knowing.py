"""What is known of an article before its facts are sought: the year, the sides, the short names."""

import pytest

from quizapp.article import read_article
from quizapp.article.knowing import know


def article(*fields: str, title: str = "Battle of Harlow Ford", body: str = "") -> str:
    listed = "".join(f"- {field}\n" for field in fields)
    return f"= {title} =\n\nInfobox\n{listed}\n{body}\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (article("Date: 3–5 May 1712"), 1712),
        (article("Date: 28 December 1712 – 3 January 1713"), 1713),
        (article("Date: September 2, 31 BC"), -30),
        (article("Result: victory", title="Battle of Harlow Ford (1712)"), 1712),
        (article("Result: victory"), None),
    ],
)
def test_the_year_is_the_infobox_s_or_the_title_s(text: str, year: int | None):
    assert know(read_article(text)).year == year


def test_the_subject_is_the_title_without_what_tells_it_from_others():
    assert know(read_article(article("Result: x", title="Battle of Harlow Ford (1712)"))).subject == (
        "Battle of Harlow Ford"
    )


def test_the_sides_have_their_combatants_commanders_and_units():
    known = know(read_article(article("Combatant1: Marl", "Commander1: Gen. Otto Brand", "Units2: 2nd Foot")))
    assert [(side.number, side.combatants, side.commanders, side.units) for side in known.sides] == [
        (1, ("Marl",), ("Otto Brand",), ()),
        (2, (), (), ("2nd Foot",)),
    ]


def test_a_short_name_is_the_one_in_brackets_or_the_initials():
    body = "The Weir Harbour Watch counted. The Upland Free Companies (UFC) fled."
    known = know(read_article(article("Casualties1: 38 killed (per WHW)", body=body)))
    assert known.aliases == {"Weir Harbour Watch": ("WHW",), "Upland Free Companies": ("UFC",)}

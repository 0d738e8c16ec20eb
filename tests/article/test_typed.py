"""A page that somebody typed: its title among other lines, perhaps in capitals, its infobox without that word."""

import pytest

from quizapp.article import read_article
from quizapp.article.model import Field

SHEET = """\
History 9b, worksheet 4

THE BATTLE OF HARLOW FORD (1712)

When: 3 May 1712
Where: Harlow Ford, Weir Valley
Who came: everybody
Sides: Uplands vs. Duchy of Marl
Generals: Anselm Korr versus Joss Tarn
Soldiers: 6,400 against 9,000
Casualties (Uplands): 310 killed
Losses of the Duchy of Marl: 1,100 killed

What happened
The mill fell on 4 May 1712.
"""


def test_lines_with_colons_are_an_infobox() -> None:
    article = read_article(SHEET)
    assert [(cell.field, cell.side, [item.text for item in cell.items]) for cell in article.cells] == [
        (Field.DATE, None, ["3 May 1712"]),
        (Field.PLACE, None, ["Harlow Ford, Weir Valley"]),
        (Field.OTHER, None, ["everybody"]),
        (Field.COMBATANT, 1, ["Uplands"]),
        (Field.COMBATANT, 2, ["Duchy of Marl"]),
        (Field.COMMANDER, 1, ["Anselm Korr"]),
        (Field.COMMANDER, 2, ["Joss Tarn"]),
        (Field.STRENGTH, 1, ["6,400"]),
        (Field.STRENGTH, 2, ["9,000"]),
        (Field.CASUALTIES, 1, ["310 killed"]),
        (Field.CASUALTIES, 2, ["1,100 killed"]),
    ]
    for cell in article.cells:
        for item in cell.items:
            assert SHEET[item.start : item.end] == item.text


def test_the_name_of_the_event_is_the_title() -> None:
    assert read_article(SHEET).title == "The Battle of Harlow Ford (1712)"
    assert "worksheet" not in " ".join(sentence.text for sentence in read_article(SHEET).sentences())


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("BATTLE OF THE NILE", "Battle of the Nile"),
        ("KING RICHARD III AND THE ROSES", "King Richard III and the Roses"),
        ("QUEEN ANNE'S WAR", "Queen Anne's War"),
        ("NATO", "NATO"),
        ("The USS Maine", "The USS Maine"),
    ],
)
def test_capitals_are_read_as_other_titles(typed: str, title: str) -> None:
    assert read_article(f"{typed}\n\nThe mill fell on 4 May 1712.\n").title == title


@pytest.mark.parametrize(
    "lines",
    [
        "Pell wrote: we hold.\nKorr wrote: we do not.\nTarn wrote: we shall see.",
        "Date: 3 May 1712\nThe mill fell.",
        "Date: 3 May 1712\nNote: read this\nHomework: page 3",
    ],
)
def test_what_has_colons_only_is_no_infobox(lines: str) -> None:
    assert read_article(f"Harlow Ford\n\n{lines}\n").cells == ()


def test_a_line_below_the_title_does_not_replace_the_name_of_an_event() -> None:
    article = read_article("Siege of Weir\n\nBattle of Harlow Ford\n\nThe mill fell on 4 May 1712.\n")
    assert article.title == "Siege of Weir"

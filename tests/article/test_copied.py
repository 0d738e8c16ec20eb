"""What a browser gives when a page is copied becomes cells and sentences, with places in what was pasted."""

import pytest

from quizapp.article import read_article
from quizapp.article.model import Flag

PASTED = """\
Battle of Harlow Ford
Article
Talk
View history

From Wikipedia, the free encyclopedia
For other uses, see Harlow Ford (disambiguation).
Battle of Harlow Ford
Part of the Reed War

The ford in spring
Date\t3–5 May 1712
Location\t
Harlow Ford, Weir Valley
50°17′35″N 6°15′19″W
Result\tUpland victory
Belligerents
 Uplands\t
 Spain
 France
Commanders and leaders
Anselm Korr †
Ida Vane\t
Spain Joss Tarn (POW)
France Otto de Brand
Strength
6,400[1]\t
9,000
14 guns
Casualties and losses
310 killed
600 wounded\t1,100 killed[2]
Show map of Uplands
vte
Reed War
The Battle of Harlow Ford was fought from 3 to 5 May 1712 at the ford.[3]: 12  Korr held it.[note 1]

The fighting[edit]
Main article: Fighting at Harlow Ford
On 3 May, scouts of Marl counted the men in the camp.

The bridge
[edit]
The bridge burned on 4 May, and nobody crossed it.

References
[edit]
^ Pell 1901, p. 3. It was long ago.
"""


def test_lines_over_tabs_are_an_infobox() -> None:
    article = read_article(PASTED)
    assert article.title == "Battle of Harlow Ford"
    assert [(cell.field.value, cell.side, [item.text for item in cell.items]) for cell in article.cells] == [
        ("partof", None, ["the Reed War"]),
        ("date", None, ["3–5 May 1712"]),
        ("place", None, ["Harlow Ford, Weir Valley"]),
        ("result", None, ["Upland victory"]),
        ("combatant", 1, ["Uplands"]),
        ("combatant", 2, ["Spain", "France"]),
        ("commander", 1, ["Anselm Korr", "Ida Vane"]),
        ("commander", 2, ["Joss Tarn", "Otto de Brand"]),
        ("strength", 1, ["6,400"]),
        ("strength", 2, ["9,000", "14 guns"]),
        ("casualties", 1, ["310 killed", "600 wounded"]),
        ("casualties", 2, ["1,100 killed"]),
    ]
    korr, tarn = (cell.items[0] for cell in article.cells_of(article.cells[6].field))
    assert (korr.flags, korr.under) == ({Flag.KILLED}, "")
    assert (tarn.flags, tarn.under) == ({Flag.CAPTURED}, "Spain")


def test_menus_and_marks_are_no_sentences() -> None:
    assert [(s.section, s.text) for s in read_article(PASTED).sentences()] == [
        ("lead", "The Battle of Harlow Ford was fought from 3 to 5 May 1712 at the ford."),
        ("lead", "Korr held it."),
        ("The fighting", "On 3 May, scouts of Marl counted the men in the camp."),
        ("The bridge", "The bridge burned on 4 May, and nobody crossed it."),
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_words_stand_where_they_were_pasted(ends: str) -> None:
    text = PASTED.replace("\n", ends)
    article = read_article(text)
    for sentence in article.sentences():
        word = max(sentence.text.split(), key=len)
        at = sentence.text.index(word)
        assert text[slice(*sentence.clean.locate(at, at + len(word)))] == word
    for cell in article.cells:
        for item in cell.items:
            word = max(item.text.split(), key=len)
            at = item.text.index(word)
            assert text[slice(*item.clean.locate(at, at + len(word)))] == word


def test_an_article_that_only_names_its_strength_is_plain_text() -> None:
    text = "Harlow Ford\n\nStrength\n\nThe army was strong.\n"
    assert [s.text for s in read_article(text).sentences()] == ["Strength", "The army was strong."]


MENU = """\
Jump to content
Main menu
Search
Contents hide
(Top)
The fighting
Toggle The fighting subsection
{title}
26 languages
Article
Talk
From Wikipedia, the free encyclopedia
"Harlow" redirects here. For the town in the valley, see Harlow (town).
"""
LEAD = "The Battle of Harlow Ford was fought from 3 to 5 May 1712 at the ford in the Weir Valley.\n"
BOX = """\
Battle of Harlow Ford
Part of the Reed War

The ford in spring
Date\t3 May 1712
Belligerents
Uplands\tSpain
Strength
60\t70
"""


@pytest.mark.parametrize(
    "text",
    [
        MENU.format(title="Battle of Harlow Ford") + BOX + LEAD,
        MENU.format(title="Harlow Ford, 1712") + BOX + LEAD,
        MENU.format(title="Battle of Harlow Ford") + LEAD + "\nThe fighting[edit]\nKorr held it.\n",
        MENU.format(title="Battle of Harlow Ford") + LEAD + "\nThe fighting\n[edit]\nKorr held it.\n",
    ],
    ids=["over its infobox again", "under another name", "no infobox", "no infobox, marks alone"],
)
def test_a_page_is_not_called_by_its_menus(text: str) -> None:
    article = read_article(text)
    assert article.title == "Battle of Harlow Ford"
    assert next(article.sentences()).text == LEAD.strip()


def test_a_page_of_nothing_but_menus_has_no_title() -> None:
    article = read_article("Jump to content\nMain menu\nFrom Wikipedia, the free encyclopedia\n")
    assert (article.title, list(article.sentences())) == ("", [])

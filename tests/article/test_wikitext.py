"""Wikitext becomes the same cells and sentences as the plain form, with places in the wikitext."""

import json
from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.model import Article, Flag, Item

FOLDER = Path(__file__).parents[1] / "fixtures" / "articles"


@pytest.fixture(scope="module")
def text() -> str:
    return (FOLDER / "harlow-ford.wiki").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ford(text: str) -> Article:
    return read_article(text)


@pytest.fixture(scope="module")
def plain() -> Article:
    return read_article((FOLDER / "harlow-ford.txt").read_text(encoding="utf-8"))


def items(article: Article, name: str) -> tuple[Item, ...]:
    return next(cell.items for cell in article.cells if cell.name.lower() == name.lower())


def test_both_forms_give_the_same_cells(ford: Article, plain: Article) -> None:
    for cell in plain.cells:
        assert [item.text for item in items(ford, cell.name)] == [item.text for item in cell.items], cell.name
        assert [item.flags for item in items(ford, cell.name)] == [item.flags for item in cell.items], (
            cell.name
        )
        assert [item.notes for item in items(ford, cell.name)] == [item.notes for item in cell.items], (
            cell.name
        )
        assert [item.level for item in items(ford, cell.name)] == [item.level for item in cell.items], (
            cell.name
        )


def test_both_forms_give_the_same_sentences(ford: Article, plain: Article) -> None:
    assert [(s.section, s.number, s.text) for s in ford.sentences()] == [
        (s.section, s.number, s.text) for s in plain.sentences()
    ]


def test_the_country_of_a_flag_stands_over_the_commander(ford: Article) -> None:
    assert [item.under for item in items(ford, "commander1")][:1] == ["Kingdom of the Uplands"]


def test_a_word_is_found_where_it_stands_in_the_wikitext(ford: Article, text: str) -> None:
    for sentence in ford.sentences():
        for word in sentence.text.split():
            at = sentence.text.index(word)
            start, end = sentence.clean.locate(at, at + len(word))
            if text[start:end] != word:
                assert any(mark in text[start:end] for mark in "[]{'&<"), (word, text[start:end])


def test_what_no_template_is_known_for_is_said(ford: Article) -> None:
    assert [misread.message for misread in ford.misread] == [
        "the template weir toll is not known; what it says is left out"
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("{{plainlist|\n* [[A]]\n* [[B]]\n}}", ["A", "B"]),
        ("{{Plainlist}}\n* [[A]]\n* [[B]]\n{{Endplainlist}}", ["A", "B"]),
        ("{{ubl|[[A]]|[[B|C]]}}", ["A", "C"]),
        ("{{unbulleted list|A {{nowrap|of B}}|C}}", ["A of B", "C"]),
        ("{{collapsible list|title=Towns|[[A]]|[[B]]}}", ["A", "B"]),
        ("{{flagicon|FRA}} [[A]]<br/>{{flag|France}}", ["A", "France"]),
        ("[[A]], [[B]]", ["A", "B"]),
        ("<small>[[A]]</small><br>'''[[B]]'''", ["A", "B"]),
        ("[[A]]<ref>{{cite book|title=X|page=1}}</ref><br />[[B]]<ref name=x/>", ["A", "B"]),
        ("[[A]]<!-- [[No]] --><br>[[B]]", ["A", "B"]),
        ("{{USA}}<br>{{flagcountry|UK}}", ["United States", "United Kingdom"]),
        ("[[File:Flag.svg|23px]] [[A]]<br>* 17px B", ["A", "B"]),
    ],
)
def test_lists_in_a_cell_part_into_entries(cell: str, expected: list[str]) -> None:
    article = read_article("{{Infobox military conflict\n|combatant1=" + cell + "\n}}\nText stands here.")
    assert [item.text for item in article.cells[0].items] == expected


@pytest.mark.parametrize(
    ("mark", "flag"),
    [
        ("{{KIA}}", Flag.KILLED),
        ("{{kia}}", Flag.KILLED),
        ("†", Flag.KILLED),
        ("{{DOW}}", Flag.KILLED),
        ("{{POW}}", Flag.CAPTURED),
        ("(POW)", Flag.CAPTURED),
        ("{{WIA}}", Flag.WOUNDED),
        ("{{MIA}}", Flag.MISSING),
        ("{{surrendered}}", Flag.SURRENDERED),
        ("{{Executed}}", Flag.EXECUTED),
    ],
)
def test_a_mark_beside_a_commander_is_a_flag(mark: str, flag: Flag) -> None:
    article = read_article("{{Infobox military conflict\n|commander1=[[Ida Vane]] " + mark + "\n}}")
    assert [(item.text, item.flags) for item in article.cells[0].items] == [("Ida Vane", {flag})]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It fell on {{start date|1265|08|04|df=y}} at last.", "It fell on 4 August 1265 at last."),
        ("They marched {{convert|15|km|mi}} south.", "They marched 15 km south."),
        ("They marched {{convert|5|to|6|mi|km}} on.", "They marched 5 to 6 mi on."),
        ("It was {{circa|490 BC}} or later.", "It was c. 490 BC or later."),
        ("The ''[[Weir (ship)|Weir]]''{{'s}} guns, {{lang|fr|Les Bleus}}.", "The Weir's guns, Les Bleus."),
        ("The ''Weir'''s guns spoke.", "The Weir's guns spoke."),
        ("[[Joss Tarn (general)|]] fled&nbsp;&ndash; alone.", "Joss Tarn fled – alone."),
        ("He saw [http://example.org the tower] burn.", "He saw the tower burn."),
        ("Over {{frac|1|2}} fell{{sfn|Pell|1712|p=3}}.", "Over ½ fell."),
        ("[[USS Weir]] and {{USS|Marl|CA-30}} sank.", "USS Weir and USS Marl sank."),
        ("Some <sup>x</sup><math>a|b</math> stayed.", "Some x stayed."),
        ("A {{dated|x}} B [[C]] and {{D E.", "A B C and D E."),
    ],
)
def test_markup_in_a_sentence_is_read_as_it_shows(source: str, expected: str) -> None:
    article = read_article("'''Ford''' {{flag|X}} is a place.\n\n" + source)
    assert [sentence.text for sentence in article.sentences()][-1] == expected


def test_three_belligerents_keep_their_sides() -> None:
    article = read_article(
        "{{infobox Military Conflict|combatant1=[[A]]|combatant1a=[[D]]|combatant2=B|combatant3=C|casualties3=9}}"
    )
    assert [(cell.name, cell.side) for cell in article.cells] == [
        ("combatant1", 1),
        ("combatant1a", 1),
        ("combatant2", 2),
        ("combatant3", 3),
        ("casualties3", 3),
    ]


@pytest.mark.parametrize(
    "ending",
    [
        "\n'''It''' was fought.",
        "\n}}\n'''It''' was fought.",
        "\n\nIt was fought.",
        "\n== It ==\nIt was fought.",
    ],
)
def test_an_infobox_whose_brackets_do_not_match_is_read_line_by_line(ending: str) -> None:
    article = read_article(
        "{{Infobox military conflict\n| conflict = Battle of Weir\n| date = [[3 May]] 1712\n"
        "| combatant1 = {{plainlist|\n* [[Marl]]\n* {{flag|Reed}}\n| strength1 = 40 men" + ending
    )
    assert [(cell.name, cell.text) for cell in article.cells] == [
        ("conflict", "Battle of Weir"),
        ("date", "3 May 1712"),
        ("combatant1", "Marl, Reed"),
        ("strength1", "40 men"),
    ]
    assert [sentence.text for sentence in article.sentences()] == ["It was fought."]
    assert article.misread[0].message == "the infobox is read line by line; its brackets do not match"


def test_a_reference_in_such_an_infobox_has_no_fields_of_it() -> None:
    article = read_article(
        "{{Infobox military conflict\n|combatant1=[[Marl]]<ref>{{cite book\n|date=1900\n|author=Pell\n}}</ref>\n"
        "| strength1 = 40 men{{sfn|Pell\n| loc = Hill}}\n| commander1 = [[Ida Vane"
    )
    assert [(cell.name, cell.text) for cell in article.cells] == [
        ("combatant1", "Marl"),
        ("strength1", "40 men"),
        ("commander1", "Ida Vane"),
    ]


@pytest.mark.parametrize("name", ["Military Conflict|", "War Information", "Infobox_battle_2", "Schlacht"])
def test_a_template_of_any_name_with_sides_is_the_infobox_of_a_battle(name: str) -> None:
    article = read_article(
        "{{"
        + name
        + "\n|conflict=Battle of Weir\n|combatant1=[[Marl]]{{efn|{{cite book|x}}}}\n|combatant2=Reed\n}}\n"
        "{{Infobox person|name=Vane}}\nIt was fought."
    )
    assert [(cell.name, cell.text) for cell in article.cells] == [
        ("conflict", "Battle of Weir"),
        ("combatant1", "Marl"),
        ("combatant2", "Reed"),
    ]


def test_a_text_that_begins_with_a_quotation_is_a_text() -> None:
    article = read_article('"Go!" he cried. Then [[Korr]] said: "Stop."')
    assert [sentence.text for sentence in article.sentences()] == [
        '"Go!" he cried.',
        'Then Korr said: "Stop."',
    ]


def test_words_with_brackets_and_labels_of_addresses_stand_where_they_stood() -> None:
    text = "\ufeff'''Korr''' ( the [http://example.org  elder scout]) [[Weir|met]] (only once) Vane ."
    sentence = next(read_article(text).sentences())
    assert sentence.text == "Korr (the elder scout) met (only once) Vane."
    for word in ("elder", "scout", "(only", "once", "met", "Vane"):
        at = sentence.text.index(word)
        assert text[slice(*sentence.clean.locate(at, at + len(word)))] == word


def test_what_a_template_says_in_words_of_its_own_stands_where_the_whole_template_stands() -> None:
    text = (
        "{{Infobox military conflict|conflict=Ford|date={{start date|1712|5|3}}|combatant1={{flag|France}}"
        "<br>{{flag|Spain}}|combatant2=[[Marl]]}}\nKorr went {{convert|10|km}}."
    )
    article = read_article(text)
    pieces = [text[item.start : item.end] for cell in article.cells for item in cell.items]
    assert pieces == ["Ford", "{{start date|1712|5|3}}", "{{flag|France}}", "{{flag|Spain}}", "Marl"]


def test_a_stretch_that_ends_with_an_escape_ends_behind_all_of_it() -> None:
    box = "{{Infobox military conflict|conflict=Ford|commander1=[[Andr\u00e9]]}}"
    wikitext = f"{box}\nKorr said: \u201cGo, Andr\u00e9\u201d\n"
    text = json.dumps({"parse": {"title": "Ford", "wikitext": wikitext}})
    article = read_article(text)
    said = next(article.sentences())
    assert text[said.start : said.end].endswith("Go, Andr\\u00e9\\u201d")
    assert [text[item.start : item.end] for item in items(article, "commander1")] == ["Andr\\u00e9"]

"""A page in HTML becomes the same cells and sentences as the plain form, with places in the page."""

from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.model import Article, Flag

FOLDER = Path(__file__).parents[1] / "fixtures" / "articles"


@pytest.fixture(scope="module")
def text() -> str:
    return (FOLDER / "harlow-ford.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ford(text: str) -> Article:
    return read_article(text)


@pytest.fixture(scope="module")
def plain() -> Article:
    return read_article((FOLDER / "harlow-ford.txt").read_text(encoding="utf-8"))


def test_the_title_is_the_page_s(ford: Article) -> None:
    assert ford.title == "Battle of Harlow Ford"


def test_columns_are_sides_and_cells_say_the_same(ford: Article, plain: Article) -> None:
    def tell(article: Article) -> list[object]:
        return [
            (cell.field, cell.side, [(item.text, item.flags, item.notes, item.level) for item in cell.items])
            for cell in article.cells
        ]

    assert sorted(map(str, tell(ford))) == sorted(map(str, tell(plain)))


def test_cells_are_named_as_wikitext_names_them(ford: Article) -> None:
    assert [cell.name for cell in ford.cells] == [
        "conflict", "partof", "date", "place", "result", "combatant1", "combatant2", "commander1", "commander2",
        "units1", "strength1", "strength2", "casualties1", "casualties2", "casualties",
    ]  # fmt: skip


def test_headings_in_a_cell_and_flags_stand_over_the_entries(ford: Article) -> None:
    under = {item.text: item.under for cell in ford.cells for item in cell.items}
    assert under["5,200 foot"] == "Total"
    assert under["Maj. Gen. Anselm Korr"] == "Kingdom of the Uplands"


def test_sentences_are_those_that_a_reader_sees(ford: Article, plain: Article) -> None:
    assert [(s.section, s.number, s.text) for s in ford.sentences()] == [
        (s.section, s.number, s.text) for s in plain.sentences()
    ]


def test_a_sentence_is_found_in_the_page(ford: Article, text: str) -> None:
    for sentence in ford.sentences():
        assert text[sentence.start] == sentence.text[0]
        assert text[sentence.end - 1] == sentence.text[-1]
        word = max(sentence.text.split(), key=len)
        at = sentence.text.index(word)
        assert text[slice(*sentence.clean.locate(at, at + len(word)))] == word


def test_a_page_without_markup_of_mediawiki_is_read_too() -> None:
    article = read_article(
        "<h1>Ford</h1><p>Marl &amp; Weir <i>met</i>.<p>They fought.<h2>End</h2><p>All left."
    )
    assert article.title == "Ford"
    assert [(s.section, s.text) for s in article.sentences()] == [
        ("lead", "Marl & Weir met."),
        ("lead", "They fought."),
        ("End", "All left."),
    ]


def read_rows(rows: str) -> list[tuple[str, list[tuple[str, str, tuple[str, ...], int]]]]:
    article = read_article(
        f'<div class="mw-parser-output"><table class="infobox vevent">{rows}</table></div>'
    )
    return [
        (cell.name, [(item.text, item.under, item.notes, item.level) for item in cell.items])
        for cell in article.cells
    ]


def test_a_list_that_a_click_unfolds_has_its_title_above() -> None:
    rows = (
        "<tr><th colspan=2>Units involved</th></tr><tr><td><div class='mw-collapsible'><div style='x'>Marl Army</div>"
        "<ul><li>1st Foot</li><li>2nd Foot</li></ul></div></td><td>Reed Fleet</td></tr>"
    )
    assert read_rows(rows) == [
        ("units1", [("1st Foot", "Marl Army", (), 1), ("2nd Foot", "Marl Army", (), 1)]),
        ("units2", [("Reed Fleet", "", (), 0)]),
    ]


def test_small_print_below_a_commander_says_who_that_is() -> None:
    rows = (
        "<tr><th colspan=3>Commanders</th></tr><tr><td>Ida Vane<br><small>in <a href=x>command</a></small>"
        "<br>Joss Tarn</td><td>Otto Brand</td><td>Anselm Korr</td></tr>"
    )
    assert read_rows(rows) == [
        ("commander1", [("Ida Vane", "", ("in command",), 0), ("Joss Tarn", "", (), 0)]),
        ("commander2", [("Otto Brand", "", (), 0)]),
        ("commander3", [("Anselm Korr", "", (), 0)]),
    ]


def test_a_row_over_all_columns_is_of_no_side() -> None:
    rows = "<tr><th>Casualties and losses</th></tr><tr><td>40 killed</td><td>50</td></tr><tr><td>9 drowned</td></tr>"
    assert [name for name, _ in read_rows(rows)] == ["casualties1", "casualties2", "casualties"]


def test_a_page_of_ten_years_ago_is_read() -> None:
    article = read_article(
        '<html><head><title>Battle of Weir - Reedpedia</title></head><body><h1 id="firstHeading">Battle of Weir</h1>'
        '<div id="siteSub">From Reedpedia</div><div class="dablink">For the film, see Weir.</div>'
        '<table class="infobox vevent"><tr><th colspan="2">Commanders</th></tr><tr><td><a>Ida Vane</a> '
        '<a href="/w/S"><img alt="White flag icon.svg" src="x"></a></td><td>Otto Brand</td></tr></table>'
        '<p>Vane held it.</p><h2><span class="editsection">[<a href="/e">edit</a>]</span> '
        '<span class="mw-headline" id="End">End</span></h2><div class="rellink">Main article: <a>End</a></div>'
        '<p>All left.</p><script>/*<![CDATA[*/ var a = "Nobody left."; /*]]>*/</script></body></html>'
    )
    assert [(section.heading, [s.text for s in section.sentences]) for section in article.sections] == [
        ("lead", ["Vane held it."]),
        ("End", ["All left."]),
    ]
    assert [(item.text, item.flags) for item in article.cells[0].items] == [("Ida Vane", {Flag.SURRENDERED})]


def test_a_page_of_parsoid_is_read_without_what_its_attributes_hold() -> None:
    article = read_article(
        '<!DOCTYPE html><html><head><title>Battle of Weir</title></head><body class="mw-parser-output"><section>'
        """<span about="#mwt1" typeof="mw:Transclusion" data-mw='{"parts":[{"template":{"params":{"result":{"wt":"""
        """"Marl won&lt;br>[[it]]"}}}}]}'></span>"""
        '<style data-mw-deduplicate="r1">.mw-parser-output p{margin:0}</style>'
        '<table class="infobox vevent"><tr><th>Location</th><td>Weir<span class="geo-inline">'
        '<span class="geo-dms">5°N</span><span class="geo-multi-punct">&#xfeff; / &#xfeff;</span></span></td></tr>'
        "</table>"
        '<p id="mwA">Vane held<sup class="mw-ref reference" data-mw=\'{"name":"ref"}\'><a>[1]</a></sup> the'
        '<span typeof="mw:Entity"> </span>ford on 8<span typeof="mw:Entity">\u00a0</span>July.</p></section>'
    )
    assert [sentence.text for sentence in article.sentences()] == ["Vane held the ford on 8 July."]
    assert [[item.text for item in cell.items] for cell in article.cells] == [["Weir"]]


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\u00ad", "\u200e"])
def test_what_has_no_width_is_no_text(mark: str) -> None:
    article = read_article(f"Vane{mark} held the {mark}ford.\n\nKorr left{mark} it.")
    assert [sentence.text for sentence in article.sentences()] == ["Vane held the ford.", "Korr left it."]

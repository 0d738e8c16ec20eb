"""The plain form becomes cells, sections and sentences that know where they stand."""

from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.model import Article, Field, Flag, Item

MANUAL = Path(__file__).parents[2] / "questions" / "README.md"
FORD = Path(__file__).parents[1] / "fixtures" / "articles" / "harlow-ford.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return FORD.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ford(text: str) -> Article:
    return read_article(text)


def items(article: Article, name: str) -> tuple[Item, ...]:
    return next(cell.items for cell in article.cells if cell.name == name)


def test_the_title_and_the_headings_are_read(ford: Article) -> None:
    assert ford.title == "Battle of Harlow Ford"
    assert [(section.heading, section.level) for section in ford.sections] == [
        ("lead", 0),
        ("The fighting", 1),
        ("The bridge", 2),
        ("See also", 1),
    ]


def test_a_sentence_is_numbered_in_its_section_across_paragraphs(ford: Article) -> None:
    fighting = ford.sections[1].sentences
    assert [(sentence.number, sentence.text) for sentence in fighting] == [
        (1, "On 3 May, scouts of the U.S. traveller St. John Pell counted c. 9,000 men in camp No. 5."),
        (2, '"They are many. They are tired," wrote Pell.'),
        (3, "The next day, Marl attacked at 6 a.m. and took the mill near Weir."),
        (4, 'Korr wrote: "We hold."'),
        (5, "Ida Vane fell at noon..."),
    ]
    assert fighting[2].paragraph + 1 == fighting[3].paragraph


def test_a_sentence_knows_where_it_stands(ford: Article, text: str) -> None:
    for sentence in ford.sentences():
        assert text[sentence.start : sentence.end][:8] == sentence.text[:8]
        assert text[sentence.start : sentence.end][-8:] == sentence.text[-8:]
    third = ford.sections[1].sentences[2]
    at = third.text.index("Weir")
    start, end = third.clean.locate(at, at + 4)
    assert text[start:end] == "Weir"


def test_sections_that_lead_elsewhere_have_no_sentences(ford: Article) -> None:
    assert ford.sections[3].sentences == ()


def test_commas_that_were_line_breaks_part_the_entries(ford: Article) -> None:
    assert [item.text for item in items(ford, "Partof")] == ["the Reed War", "Upland succession"]
    assert [item.text for item in items(ford, "Combatant1")] == ["Kingdom of the Uplands", "Free Towns"]
    assert [item.text for item in items(ford, "Place")] == ["Harlow Ford, Weir Valley, Uplands"]
    assert [item.text for item in items(ford, "Date")] == ["3–5 May 1712"]


def test_marks_beside_a_commander_are_flags_and_notes(ford: Article) -> None:
    korr, vane, brand = items(ford, "Commander1")
    assert (korr.text, korr.flags) == ("Maj. Gen. Anselm Korr", frozenset())
    assert (vane.text, vane.flags) == ("Ida Vane", {Flag.KILLED})
    assert (brand.text, brand.notes) == ("Otto Brand", ("Free Towns",))
    conrad, tarn = items(ford, "Commander2")
    assert conrad.text == "Conrad, Duke of Marl"
    assert (tarn.text, tarn.flags) == ("Joss Tarn", {Flag.CAPTURED})


def test_units_keep_their_depth(ford: Article) -> None:
    assert [(item.text, item.level) for item in items(ford, "Units1")] == [
        ("Upland Army", 0),
        ("2nd Foot", 1),
        ("Korr's Horse", 1),
        ("Town Militia", 0),
    ]


def test_a_heading_inside_a_cell_stands_over_what_follows(ford: Article) -> None:
    assert [(item.text, item.under) for item in items(ford, "Strength1")] == [
        ("6,400", "Total"),
        ("5,200 foot", "Total"),
        ("1,200 horse", "Total"),
    ]


def test_losses_part_where_a_number_begins(ford: Article) -> None:
    assert [(item.text, item.notes) for item in items(ford, "Casualties1")] == [
        ("310+ killed", ("per the town clerk",)),
        ("600 wounded", ()),
    ]
    assert [(item.text, item.notes) for item in items(ford, "Casualties2")] == [
        ("1,100 killed, wounded or missing", ()),
        ("202 captured", ("19 officers",)),
    ]


def test_losses_of_nobody_s_side_have_none(ford: Article) -> None:
    sides = [(cell.name, cell.side) for cell in ford.cells if cell.field is Field.CASUALTIES]
    assert sides == [("Casualties1", 1), ("Casualties2", 2), ("Casualties3", None)]


def test_the_manual_s_article_is_read_as_the_manual_says() -> None:
    text = MANUAL.read_text(encoding="utf-8").partition("```text\n= Battle")[2].partition("```")[0]
    article = read_article(f"= Battle{text}")
    assert article.title == "Battle of Harlow Ford"
    assert [(cell.name, cell.field, cell.side) for cell in article.cells if cell.field is Field.OTHER] == []
    assert [item.text for item in items(article, "Combatant1")] == ["Uplands", "Free Towns"]
    assert [item.flags for item in items(article, "Commander1")] == [frozenset(), {Flag.KILLED}]
    assert [item.flags for item in items(article, "Commander2")] == [{Flag.CAPTURED}]
    assert [(item.level, item.under) for item in items(article, "Strength1")] == [
        (0, "Total"),
        (1, "Total"),
        (1, "Total"),
    ]
    assert [item.notes for item in items(article, "Casualties2")] == [("per the town clerk",)]
    assert [sentence.section for sentence in article.sentences()] == ["lead", "lead", "Aftermath"]
    assert article.misread == ()


def test_text_copied_from_a_page_keeps_its_headings() -> None:
    article = read_article("Battle of Weir\n\nIt was fought.[1][note 2]\n\nBackground[edit]\nKorr came.[a]\n")
    assert article.title == "Battle of Weir"
    assert [(s.section, s.text) for s in article.sentences()] == [
        ("lead", "It was fought."),
        ("Background", "Korr came."),
    ]


def test_lines_that_are_wrapped_are_one_paragraph() -> None:
    article = read_article(
        "= Battle of Weir =\n\nThe battle of the Weir was fought on 3 May 1712 between the\n"
        "Uplands and Marl. It was short and nobody who saw it ever\nforgot it.\n\nKorr won.\n"
    )
    assert [(s.paragraph, s.text) for s in article.sentences()] == [
        (1, "The battle of the Weir was fought on 3 May 1712 between the Uplands and Marl."),
        (1, "It was short and nobody who saw it ever forgot it."),
        (2, "Korr won."),
    ]


def test_an_infobox_may_have_lines_of_its_own_in_a_field_and_a_note_before_it() -> None:
    article = read_article(
        "= Battle of Weir =\nFor the film, see [[Weir]].\n\nInfobox\n- Combatant1: Marl\n  * Lower Marl\n"
        "- Result: Marl won\n\n- Strength1: 40\n\nKorr came.\n"
    )
    assert [(cell.name, cell.text) for cell in article.cells] == [
        ("Combatant1", "Marl, Lower Marl"),
        ("Result", "Marl won"),
        ("Strength1", "40"),
    ]
    assert [sentence.text for sentence in article.sentences()][-1] == "Korr came."


def test_a_line_of_the_infobox_that_is_no_field_is_told() -> None:
    article = read_article("= T =\n\nInfobox\n- nothing\n- Result: Marl won\n\nKorr came.\n")
    assert [misread.message for misread in article.misread] == [
        "this line of the infobox has no field; write it as - Field: value"
    ]
    assert [cell.text for cell in article.cells] == ["Marl won"]


@pytest.mark.parametrize(("between", "copies"), [("", 2), ("\n\n", 2), ("\n", 3)])
def test_a_text_that_was_pasted_again_below_itself_is_read_once(text: str, between: str, copies: int) -> None:
    again = read_article(between.join([text] * copies))
    once = read_article(text)
    assert (again.title, again.cells, again.sections) == (once.title, once.cells, once.sections)
    (said,) = (misread for misread in again.misread if misread not in once.misread)
    assert said.message == "the same text was given again below itself; it is read once"
    assert said.start == len(text) + len(between)


def test_a_text_that_only_begins_again_is_read_whole(text: str) -> None:
    assert len(list(read_article(f"{text}\n{text}And Korr slept.").sentences())) > len(
        list(read_article(text).sentences())
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "Korr held the ford with the men that he had brought, a half-\nbrother too.",
            "brought, a half-brother too.",
        ),
        (
            "Korr held the ford with the men that he had brought, foot-\nand horsemen.",
            "brought, foot- and horsemen.",
        ),
    ],
)
def test_a_word_that_is_parted_at_the_end_of_a_line_is_one_word(lines: str, said: str) -> None:
    (sentence,) = read_article(f"Harlow Ford\n\n{lines}\n").sentences()
    assert sentence.text.endswith(said)


def test_headings_that_lost_their_marks_are_known_by_their_words() -> None:
    lines = "Harlow Ford\n\nKorr held it.\n\nAftermath\nMarl sued for peace.\nReferences\n^ Pell (1901). The Ford.\n"
    article = read_article(lines)
    assert [(section.heading, [each.text for each in section.sentences]) for section in article.sections] == [
        ("lead", ["Korr held it."]),
        ("Aftermath", ["Marl sued for peace."]),
        ("References", []),
    ]

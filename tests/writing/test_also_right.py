"""What is typed is right under every name that the article or everybody uses, and wrong under another side's."""

import pytest

from quizapp.questions import Question, grade
from tests.writing.drafts import draft, find_question, write_article

INFOBOX = """
    Date: 3 May 1944
    Place: Tannen, Essen County, France
    Partof: Brennish campaign, Ormish intervention in the Dorn War
    Combatant1: United States
    Combatant2: Empire of Japan
    Commander1: Iolo ap Madoc
"""
BODY = """
The Battle of Harlow was fought on 3 May 1944. U.S. troops held the hill.
"""


def _ask(stem: str, old: str = "", new: str = "") -> Question:
    text = write_article(INFOBOX.replace(old, new) if old else INFOBOX, BODY + "The Germans fled from Iolo.")
    return find_question(draft(text), stem)


def _is_right(question: Question, typed: str) -> bool:
    return grade(question, (typed,)).mark == 1


@pytest.mark.parametrize(
    "typed",
    ["United States", "USA", "Americans", "the American Army", "American forces", "U.S. troops"],
)
def test_a_state_may_be_named_by_its_people_and_its_army(typed: str):
    assert _is_right(_ask("text: Who fought against the Empire of Japan"), typed)


@pytest.mark.parametrize("typed", ["Japan", "the Japanese", "Japanese Army"])
def test_the_other_side_is_wrong(typed: str):
    assert not _is_right(_ask("text: Who fought against the Empire of Japan"), typed)
    assert _is_right(_ask("text: Who fought against the United States"), typed)


def test_a_people_goes_by_another_name_only_where_the_article_uses_it():
    stem = "text: Name one of the parties that fought against the United States"
    question = _ask(stem, "Empire of Japan", "Saxons, Swabians")
    assert _is_right(question, "Germans")
    assert not _is_right(question, "East Francia")


@pytest.mark.parametrize(
    ("side", "typed", "is_right"),
    [
        ("Tarid Empire", "Tarids", True),
        ("Tarid Empire", "the Tarid Army", True),
        ("Marid Empire", "Marids", False),
        ("Torgal Empire", "Torgals", True),
        ("House of York", "Yorkists", True),
        ("Torgal Caliphate", "Torgal Empire", True),
        ("Almohad Caliphate", "Moors", False),
        ("Ethiopian Empire", "Ethiopia", True),
        ("Democratic Republic of Tarida", "Tarida", True),
        ("Seljuk Empire", "Turks", True),
        ("French Union", "France", True),
        ("Tessa", "British", False),
        ("Tarids", "Tarid Empire", True),
        ("Marids", "Marid Empire", False),
        ("Ilkhanate", "the Mongols", True),
        ("Ukraine", "Ukrainians", True),
        ("Republic of China", "Chinese", True),
    ],
)
def test_who_lives_in_a_realm_may_be_typed_for_it(side: str, typed: str, *, is_right: bool):
    article = write_article(
        INFOBOX.replace("Empire of Japan", side),
        f"{BODY}The Tarids of the Tarid Empire held the ford. It was a Torgal victory.",
    )
    assert (
        _is_right(find_question(draft(article), "text: Who fought against the United States"), typed)
        is is_right
    )


def test_a_people_that_fought_on_both_sides_names_neither():
    both = INFOBOX.replace("United States", "Seljuk Empire").replace("Empire of Japan", "Ottoman Sultanate")
    question = find_question(
        draft(write_article(both, BODY)), "text: Who fought against the Ottoman Sultanate"
    )
    assert not any(_is_right(question, typed) for typed in ("Turks", "Turkish Army", "Ottomans"))


def test_a_peer_may_be_called_by_his_title_where_the_article_gives_it():
    told = "Ewan Sorel, 3rd Baron Lund, held the ford."
    article = write_article(INFOBOX.replace("Iolo ap Madoc", "Ewan Sorel"), BODY + told)
    question = find_question(draft(article), "text: Who commanded on the side of the United States")
    assert all(_is_right(question, typed) for typed in ("Lord Lund", "Baron of Lund", "Sorel"))
    assert not _is_right(question, "Lord Tannen")


def test_a_campaign_may_be_named_by_the_war_in_its_name():
    question = _ask("text: Of which larger conflict")
    assert _is_right(question, "Brennish campaign")
    assert _is_right(question, "Dorn War")
    assert not _is_right(question, "American Civil War")


@pytest.mark.parametrize(
    ("war", "typed"),
    [
        ("World War II", "Second World War"),
        ("American Revolutionary War", "American War of Independence"),
        ("Magyar invasions of Europe", "Hungarian invasions"),
        ("Ormish–Tarid War", "Tarid–Ormish War"),
    ],
)
def test_a_war_goes_by_several_names(war: str, typed: str):
    assert _is_right(
        _ask("text: Of which larger conflict", "Brennish campaign, Ormish intervention in the Dorn War", war),
        typed,
    )


def test_a_county_needs_no_county():
    assert _is_right(_ask("text: In which county"), "Essen")


def test_who_has_no_surname_is_called_by_the_given_name():
    question = _ask("text: Who commanded on the side of the United States")
    assert question.answer() == "Iolo ap Madoc"
    assert _is_right(question, "Iolo")


def test_a_country_goes_by_its_other_names():
    question = _ask("text: In which country did the Battle of Harlow take place?", "France", "United Kingdom")
    assert _is_right(question, "Great Britain")


@pytest.mark.parametrize("typed", ["Essen County, France", "Tannen, Essen County"])
def test_a_place_may_be_named_with_the_places_around_it(typed: str):
    assert _is_right(_ask("text: In which county did the Battle of Harlow take place?"), typed)


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        ("Vettius Scarus", True),
        ("Vettius", True),
        ("Scarus", True),
        ("Caliph Gaius Vettius Scarus", True),
        ("Gaius", False),
        ("Vettius Macer", False),
    ],
)
def test_a_roman_goes_by_the_name_of_his_family_too(typed: str, *, is_right: bool):
    question = _ask(
        "text: Who commanded on the side of the United States", "Iolo ap Madoc", "Gaius Vettius Scarus"
    )
    assert _is_right(question, typed) is is_right

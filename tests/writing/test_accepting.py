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

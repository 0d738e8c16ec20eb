"""Losses are asked however a cell calls the dead, nothing is asked that has no noun; plans are asked on cards."""

import pytest

from tests.writing.drafts import draft, find_question, list_questions, write_article
from tests.writing.test_actors import list_stems, tell

SIDES = """
    Date: 3 May 1722
    Combatant1: Republic of Marra
    Combatant2: Free Towns
    """


def list_numbers(cell):
    article = write_article(f"{SIDES}{cell}", "The Battle of Harlow was fought on 3 May 1722.")
    return {each.answer() for each in list_questions(draft(article)).values() if each.type == "number"}


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("Casualties1: 3,000 to 4,500 dead", "3,000 to 4,500"),
        ("Casualties1: At least 112 dead", "at least 112"),
        ("Casualties2: 940 killed", "940"),
        ("Strength1: 14,000 men", "14,000"),
    ],
)
def test_a_number_is_asked(cell, key):
    assert list_numbers(cell) == {key}


@pytest.mark.parametrize(
    "cell",
    [
        "Strength1: 14,000 armed with pikes",
        "Strength1: 1,000–14,000 men",
        "Strength1: 14,000 men or up to 25,000",
        "Strength1: 25,000 including 3,000 horse",
    ],
)
def test_a_number_that_has_another_beside_it_is_not_asked_as_the_only_one(cell):
    assert "14,000" not in list_numbers(cell)
    assert not any(
        "including" in stem
        for stem in list_questions(
            draft(write_article(f"{SIDES}{cell}", "The Battle of Harlow was fought on 3 May 1722."))
        )
    )


def test_what_somebody_planned_is_asked_on_a_card():
    question = find_question(
        tell("Voss decided to besiege Dorn Castle."), "card: In the Battle of Harlow, what did Voss"
    )
    assert question.answer() == "To besiege Dorn Castle."


def test_who_planned_stands_with_the_article_of_the_text():
    stems = list_stems(tell("The Marran operation sought to take Dorn Castle."))
    assert "what did the Marran operation seek to do?" in stems


def test_of_several_plans_none_is_asked():
    assert "what did Voss" not in list_stems(
        tell("Voss hoped to take Lamar. Voss hoped to reach Dorn Castle.")
    )


def test_a_surname_that_ends_like_a_people_gets_no_article():
    stems = list_stems(tell("Rosecrans captured Dorn Castle on 4 May 1722."))
    assert "did Rosecrans capture Dorn Castle" in stems


def test_a_people_gets_its_article():
    stems = list_stems(tell("The Dornians fled. On 4 May 1722 Dornians captured Lamar Castle."))
    assert "did the Dornians capture Lamar Castle" in stems


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Elin Marsh urged Voss to march on Dorn.", "who urged Voss to march on Dorn?"),
        ("Elin Marsh rallied the survivors at Dorn.", "who rallied the survivors at Dorn?"),
    ],
)
def test_who_urged_or_rallied_is_asked(told, asked):
    assert asked in list_stems(tell(told))


def test_a_first_name_before_a_title_is_the_whole_name_of_the_infobox():
    article = write_article(
        """
        Date: 3 May 1722
        Combatant1: Duchy of Brenn
        Combatant2: Free Towns
        Commander1: Ansgar, Duke of Brenn
        Commander2: Ada Renn
        """,
        "It was fought on 3 May 1722.\n\n== Aftermath ==\nAnsgar was crowned at Dorn on 9 June 1722.",
    )
    keys = {
        each.answer() for stem, each in list_questions(draft(article)).items() if "who was crowned" in stem
    }
    assert keys <= {"Ansgar, Duke of Brenn"}
    assert keys

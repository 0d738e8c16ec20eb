"""What no date is told of: where somebody went, whom he pardoned, what the battle brought about, who was who."""

import pytest

from quizapp.writing.draft import Draft
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

INFOBOX = """
    Date: 3–5 May 1722
    Partof: Third Marran War
    Place: Harlow (Essen), near Lund, Upper Marra
    Combatant1: Republic of Marra
    Combatant2: Free Towns
    Commander1: Ilan Voss †, Mara Feld †, Otto Brandt
    Commander2: Ada Renn, Jon Sorel, Pia Holm
    """


def tell(body: str, heading: str = "Fighting", infobox: str = INFOBOX) -> Draft:
    whole = f"The Battle of Harlow was fought in Marra.\n\n== {heading} ==\n{body}"
    return draft(write_article(infobox, whole))


def list_stems(drafted: Draft) -> str:
    return "\n".join(list_questions(drafted))


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (
            "Jon Sorel fled to Tannen.",
            "card: After the Battle of Harlow, where did Jon Sorel flee?",
            "Tannen",
        ),
        (
            "Brandt spent the winter at Essen.",
            "card: After the Battle of Harlow, where did Brandt spend the winter?",
            "Essen",
        ),
        (
            "The Marrans were mainly armed with flintlock muskets.",
            "card: After the Battle of Harlow, with what were the Marrans",
            "Flintlock muskets",
        ),
        (
            "Brandt pardoned Tobin Hale.",
            "card: After the Battle of Harlow, whom did Brandt pardon?",
            "Tobin Hale",
        ),
        (
            "The Battle of Harlow marked the end of Marran rule in Essen.",
            "card: What did the Battle of Harlow mark?",
            "The end of Marran rule in Essen.",
        ),
        (
            "The Third Marran War began in 1719.",
            "date: In which year did the Third Marran War begin?",
            "1719",
        ),
        (
            "Sorel plundered seventy villages of Essen.",
            "number: After the Battle of Harlow, how many villages of Essen did Sorel plunder?",
            "70",
        ),
        (
            "Tobin Hale, the commander of the Essen Militia, was ill.",
            "text: Who was the commander of the Essen Militia at the time of the Battle of Harlow?",
            "Tobin Hale",
        ),
        (
            "Lena Hale, Sorel's sister, was ill.",
            "card: Who was Lena Hale, by birth or marriage?",
            "Sorel's sister",
        ),
        (
            "Tobin Hale was killed by a cannonball.",
            "choice: After the Battle of Harlow, who was killed by a cannonball?",
            "Tobin Hale",
        ),
    ],
)
def test_what_a_sentence_tells_is_asked(told: str, asked: str, answer: str):
    assert find_question(tell(told, "Aftermath"), asked).answer() == answer


@pytest.mark.parametrize(
    "told",
    [
        "Jon Sorel fled to Tannen. Sorel fled to Essen.",
        "Jon Sorel had fled to Tannen.",
        "Jon Sorel fled to Otto Brandt.",
        "Jon Sorel fled to his camp.",
    ],
)
def test_where_somebody_went_is_not_asked_where_another_answer_or_none_is_told(told: str):
    assert "where did Jon Sorel flee" not in list_stems(tell(told, "Aftermath"))


def test_a_number_of_the_battle_that_the_infobox_gives_otherwise_is_not_asked():
    counted = INFOBOX + "    Strength1: 9,000 men\n"
    assert "soldiers" not in list_stems(tell("The Marran army numbered 12,000 soldiers.", infobox=counted))
    assert "how many soldiers did the Marran army number?" in list_stems(
        tell("The Marran army numbered 12,000 soldiers.")
    )


def test_how_long_a_battle_lasted_is_asked_of_the_text():
    drafted = tell("The battle lasted about an hour.", infobox=INFOBOX.replace("3–5 May", "3 May"))
    assert find_question(drafted, "card: How long did the Battle of Harlow").answer() == "About an hour."


def test_near_which_place_and_in_which_region_a_battle_took_place():
    assert find_question(tell("It rained."), "card: Near which place").answer() == "Lund"
    elsewhere = INFOBOX.replace(", near Lund", "")
    asked = "card: In which region or state did the Battle of Harlow take place?"
    assert find_question(tell("It rained.", infobox=elsewhere), asked).answer() == "Upper Marra"


def test_which_commanders_were_killed_is_asked_of_all_at_once():
    question = find_question(
        tell("It rained."), "choices: Which of these commanders were killed in the Battle"
    )
    assert question.answer() == "Ilan Voss; Mara Feld"
    assert set(list_wrong(question)) == {"Otto Brandt", "Ada Renn", "Jon Sorel", "Pia Holm"}


def test_which_commanders_were_of_a_side_is_asked_of_all_at_once():
    question = find_question(
        tell("It rained."), "choices: Which of these commanded on the side of the Republic"
    )
    assert question.answer() == "Ilan Voss; Mara Feld; Otto Brandt"
    assert list_wrong(question)["Ada Renn"] == "Ada Renn commanded on the side of the Free Towns."


def test_a_commander_killed_as_the_text_says_is_no_wrong_option():
    told = tell("Jon Sorel was killed on 4 May 1722.")
    assert "Jon Sorel" not in list_wrong(
        find_question(told, "choices: Which of these commanders were killed")
    )


def test_who_is_listed_on_both_sides_is_in_no_choice_of_several():
    both = INFOBOX.replace("Ada Renn", "Ada Renn, Otto Brandt")
    stems = list_stems(tell("It rained.", infobox=both))
    assert "choices: Which of these commanded" not in stems
    assert "choices: Which of these commanded" in list_stems(tell("It rained."))

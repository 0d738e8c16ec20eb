"""What each writer asks of an article, an example of each; and where wrong options come from."""

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.writing.asking import WRITERS
from quizapp.writing.draft import Draft
from quizapp.writing.scene import set_scene
from tests.writing.drafts import draft, find_question, list_wrong, write_article

ARTICLE = write_article(
    """
    Date: 3 May – 30 May 1944
    Partof: Dorn War
    Place: Harlow, Essen County, France
    Territory: Tessa lost the Essen Valley
    Result: Ormish victory, * Treaty of Lund
    Combatant1: Ormia
    Combatant2: Tessa
    Commander1: Ilan Voss †, Mara Feld, Otto Brandt
    Commander2: Ada Renn, Jon Kestrel, Piet Holm
    Strength1: 9,000 men
    Casualties1: 300 killed
    Units1: 3rd Guards, Coastal Lancers, Essen Rifles
    Units2: Harbour Brigade, Cliff Brigade, Lund Hussars
    """,
    """
The Battle of Harlow, also known as the Essen Offensive, was launched by the Ormish Army against Tessa on 3 May 1944
with the aim of capturing the port of Harlow. It took place at the same time as the Siege of Tannen, which was
conducted by the Harbour Guard. The battle was preceded by the Siege of Dorn.

== Battle ==
The Siege of Tannen lasted 40 days. On 9 May 1944, the Ormish Army captured the village of Tannen. The Sixth Ormish
Army was commanded by Jon Sorel. On 17 May 1944, 40 Tessan soldiers were killed. On 20 May 1944, Ormish troops
advanced within 6 km of Lund. Jon Sorel, Duke of Lund, rallied the Guards. The Harlow Lighthouse, the tallest
lighthouse in Ormia, burnt down. Ilan Voss was killed by a shell.

== Aftermath ==
The battle was a decisive victory for Ormia. The Battle of Harlow marked the end of Tessan rule in Lund. Mara Feld
fled to Brenn. Feld plundered seventy villages of Essen. Tobin Hale, the commander of the Essen Militia, was ill.
""",
)

ASKED: dict[str, tuple[str, str]] = {
    "write_date": ("date: On which day did the Battle of Harlow begin?", "3 May 1944"),
    "write_duration": ("number: How many days did the Siege of Tannen last?", "40 days"),
    "write_part_of": (
        "text: Of which larger conflict or campaign was the Battle of Harlow a part?",
        "Dorn War",
    ),
    "write_place": ("text: In which county did the Battle of Harlow take place?", "Essen County"),
    "write_territory": (
        "card: Which territory changed hands in the Battle of Harlow?",
        "Tessa lost the Essen Valley.",
    ),
    "write_result": ("choice: How did the Battle of Harlow end?", "With an Ormish victory"),
    "write_consequence": ("card: What did the Battle of Harlow lead to?", "The Treaty of Lund."),
    "write_combatant": ("text: Who fought against Tessa in the Battle of Harlow?", "Ormia"),
    "write_commander": ("choice: Which of these commanded on the side of Ormia", "Ilan Voss"),
    "write_post": ("text: Who commanded the Sixth Ormish Army in the Battle of Harlow?", "Jon Sorel"),
    "write_unit": ("choice: Which of these units fought on the side of Ormia", "3rd Guards"),
    "write_strength": ("number: How many men did Ormia have in the Battle of Harlow?", "9,000"),
    "write_casualties": ("number: How many people on the side of Ormia were killed", "300"),
    "write_body_losses": (
        "number: In the Battle of Harlow, how many Tessan soldiers were killed on 17 May 1944?",
        "40",
    ),
    "write_actor": ("card: Who launched the Battle of Harlow?", "The Ormish Army"),
    "write_target": ("card: Against whom was the Battle of Harlow directed?", "Tessa"),
    "write_aim": ("card: What was the aim of the Battle of Harlow?", "To capture the port of Harlow."),
    "write_concurrent": (
        "text: Which campaign took place at the same time as the Battle of Harlow?",
        "Siege of Tannen",
    ),
    "write_sequence": ("card: Which earlier event did the Battle of Harlow follow?", "The Siege of Dorn."),
    "write_event": (
        "date: In the Battle of Harlow, on which day of 1944 did the Ormish Army capture the village of Tannen?",
        "9 May 1944",
    ),
    "write_role": ("text: Who was the Duke of Lund at the time of the Battle of Harlow?", "Jon Sorel"),
    "write_number": (
        "number: In the Battle of Harlow, within how many kilometres of Lund did Ormish troops advance",
        "6 km",
    ),
    "write_superlative": ("text: What is described as the tallest lighthouse in Ormia?", "Harlow Lighthouse"),
    "write_fate": ("choice: Which of these commanders was killed in the Battle of Harlow?", "Ilan Voss"),
    "write_winner": ("text: Who won the Battle of Harlow?", "Ormia"),
    "write_outcome": ("card: What did the Battle of Harlow mark?", "The end of Tessan rule in Lund."),
    "write_further": ("card: After the Battle of Harlow, where did Mara Feld flee?", "Brenn"),
    "write_count": (
        "number: After the Battle of Harlow, how many villages of Essen did Feld plunder?",
        "70",
    ),
    "write_calling": (
        "text: Who was the commander of the Essen Militia at the time of the Battle of Harlow?",
        "Tobin Hale",
    ),
    "write_other_name": ("text: By which other name is the Battle of Harlow known?", "Essen Offensive"),
}


@pytest.fixture(scope="module")
def drafted() -> Draft:
    return draft(ARTICLE)


@pytest.mark.parametrize("writer", ASKED)
def test_each_writer_asks_what_it_is_for(drafted: Draft, writer: str):
    stem, answer = ASKED[writer]
    assert find_question(drafted, stem).answer() == answer


def test_every_writer_has_an_example_that_it_tells():
    article = read_article(ARTICLE)
    scene = set_scene(article, find_facts(article))
    telling = {
        writer.__name__
        for fact in scene.facts
        for type_, writer in WRITERS
        if type_ is fact.type and writer(fact, scene)
    }
    assert telling == {writer.__name__ for _, writer in WRITERS} == set(ASKED)


def test_another_campaign_of_that_time_is_no_larger_conflict(drafted: Draft):
    wrong = list_wrong(find_question(drafted, "choice: Of which larger conflict"))
    assert wrong["The Siege of Tannen"].startswith("The Siege of Tannen took place at the same time")


def test_a_war_of_another_time_is_a_wrong_option(drafted: Draft):
    wrong = list_wrong(find_question(drafted, "choice: Of which larger conflict"))
    assert wrong["The Korean War"] == "It was fought from 1950 to 1953."


PEOPLE = write_article(
    """
    Date: 3 May 1444
    Combatant1: Ormia
    Combatant2: Tessa
    """,
    """
The Battle of Harlow was launched by the Ormish Army against Tessa on 3 May 1444. It took place at the same time as
the Siege of Tannen. The Siege of Tannen was conducted by the Harbour Guard.

== Battle ==
Jon Sorel, Duke of Lund, rallied the Guards. Piet Orm, Earl of Brenn, fled. Otto Brandt, Bishop of Dorn, prayed.
""",
)


def test_who_conducted_another_campaign_is_a_wrong_option():
    wrong = list_wrong(
        find_question(draft(PEOPLE), "choice: Against whom was the Battle of Harlow directed?")
    )
    assert wrong["The Harbour Guard"] == "The Harbour Guard conducted the Siege of Tannen."


def test_the_titles_of_others_are_wrong_options():
    wrong = list_wrong(find_question(draft(PEOPLE), "choice: Which title did Jon Sorel hold"))
    assert wrong["Earl of Brenn"] == "Piet Orm was the Earl of Brenn."
    assert "Bishop of Dorn" in wrong

"""Where a battle took place is asked by the sort of place that it is."""

import pytest

from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article


def tell(sides, place="Harlow, Georgia"):
    first, second = sides
    return draft(
        write_article(
            f"Date: 3 May 1863\n    Place: {place}\n    Combatant1: {first}\n    Combatant2: {second}",
            "The Battle of Dorn was fought on 3 May 1863. Tennessee had been lost before.",
            "Battle of Dorn",
        )
    )


def test_georgia_is_a_state_where_americans_fought():
    question = find_question(
        tell(("United States", "Confederate States")),
        "choice: In which American state did the Battle of Dorn",
    )
    wrong = list_wrong(question)
    assert question.answer() == "Georgia"
    assert len(wrong) == 3
    assert "Tennessee" not in wrong


def test_georgia_is_a_country_elsewhere():
    stems = list_questions(tell(("Russia", "Ottoman Empire")))
    assert [stem for stem in stems if "In which country did the Battle of Dorn take place?" in stem]


@pytest.mark.parametrize("strength", ["Strength3: 60,000 men in all", "Casualties3: 9,000 dead"])
def test_a_column_that_counts_all_together_is_no_side(strength):
    article = write_article(
        f"""
        Date: 3 May 1461
        Combatant1: House of Brenn
        Combatant2: House of Voss
        {strength}
        """,
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    question = find_question(draft(article), "text: Who fought against the House of Voss")
    assert question.answer() == "House of Brenn"


def test_what_the_battle_led_to_is_asked_where_one_thing_is_named():
    article = write_article(
        """
        Date: 3 May 1461
        Result: Ormish victory, * Fall of the Brennish Empire
        Combatant1: Ormia
        Combatant2: Brennish Empire
        """,
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    question = find_question(draft(article), "card: What did the Battle of Harlow lead to?")
    assert question.answer() == "The Fall of the Brennish Empire."


def test_when_the_battle_ended_is_asked_of_its_dates_only():
    article = write_article(
        "Date: 3–5 May 1461", "The Battle of Harlow ended with the surrender of Dorn Castle on 5 May 1461."
    )
    stems = [stem for stem in list_questions(draft(article)) if " end" in stem]
    assert set(stems) <= {
        "choice: On which day did the Battle of Harlow end?",
        "date: On which day did the Battle of Harlow end?",
        "cloze: The Battle of Harlow ended on ___.",
    }
    assert stems


def test_a_territory_that_is_told_as_a_sentence_is_no_verb():
    article = write_article(
        "Date: 3 May 1461\n    Territory: Most of the Ormish provinces defect to Voss",
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    assert not [fact.statement for fact in draft(article).facts if "territory" in fact.statement]


def test_land_without_a_name_is_no_territory_to_ask_for():
    article = write_article(
        "Date: 3 May 1461\n    Territory: Ormia gained territory along a wide front after the Battle of Lund",
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    assert not [question for question in list_questions(draft(article)) if "territory" in question]


def test_what_says_itself_what_became_of_it_is_nothing_that_a_battle_leads_to():
    article = write_article(
        """
        Date: 3 May 1461
        Result: Ormish victory, * Harlow Rebellion crushed
        Combatant1: Ormia
        Combatant2: Brennish Empire
        """,
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    assert not [question for question in list_questions(draft(article)) if "lead to" in question]


def test_a_territory_keeps_its_article():
    article = write_article(
        """
        Date: 3 May 1461
        Territory: The Ormish annex the remaining Brennish towns
        Combatant1: Ormia
        Combatant2: Brennish Empire
        """,
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    statements = [fact.statement for fact in draft(article).facts]
    assert "The Ormish annexed the remaining Brennish towns." in statements


def test_a_victory_told_by_its_people_has_that_of_the_other_side_beside_it():
    article = write_article(
        """
        Date: 3 May 280 BC
        Result: Greek victory
        Combatant1: Epirus
        Combatant2: Roman Republic
        """,
        "The Battle of Harlow was fought on 3 May 280 BC.",
    )
    question = find_question(draft(article), "choice: How did the Battle of Harlow end?")
    assert question.answer() == "With a Greek victory"
    assert "With a Roman victory" in list_wrong(question)
    assert "With an inconclusive outcome" not in list_wrong(question)


def test_beside_a_confederate_victory_stands_one_of_the_union():
    article = write_article(
        """
        Date: 3 May 1863
        Result: Confederate victory
        Combatant1: United States
        Combatant2: Confederate States
        """,
        "The Battle of Harlow was fought on 3 May 1863.",
    )
    assert "With a Union victory" in list_wrong(find_question(draft(article), "choice: How did"))


@pytest.mark.parametrize(
    ("war", "is_offered"), [("Mahdist War", True), ("Dornish War", False)], ids=["far", "near"]
)
def test_wars_of_the_same_peoples_stand_beside_a_war_far_from_europe(war, is_offered):
    article = write_article(
        f"Date: 3 May 1891\nPartof: {war}\nCombatant1: United Kingdom\nCombatant2: Emirate of Dorn",
        "The Battle of Harlow was fought on 3 May 1891.",
    )
    wrong = list_wrong(find_question(draft(article), "choice: Of which larger conflict"))
    assert ("The Anglo-Zulu War" in wrong) is is_offered
    assert "The Spanish–American War" not in wrong


def test_a_victory_of_two_has_that_of_the_other_side_beside_it():
    article = write_article(
        """
        Date: 3 May 1944
        Result: Marran and Ormish victory
        Combatant1: Republic of Marra, Kingdom of Orm
        Combatant2: Germany
        """,
        "The Battle of Harlow was fought on 3 May 1944. The Marran and the Ormish troops held.",
    )
    assert "With a German victory" in list_wrong(find_question(draft(article), "choice: How did"))


def test_a_battle_is_fought_at_a_lake_and_the_largest_land_around_it_is_asked():
    article = write_article(
        "Date: 3 May 1461\nPlace: Lake Harlow, Dorn Valley, Upper Marra",
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    drafted = draft(article)
    assert find_question(drafted, "card: In which region or state").answer() == "Upper Marra"
    told = [fact.statement for fact in drafted.facts]
    assert "The Battle of Harlow took place at Lake Harlow, Dorn Valley, Upper Marra." in told


def test_a_place_that_is_a_common_noun_is_told_with_its_article():
    article = write_article(
        "Date: 3 May 1461\nPlace: Surroundings of Harlow, Essen County, France",
        "The Battle of Harlow was fought on 3 May 1461.",
    )
    told = [each.statement for each in draft(article).facts]
    assert "The Battle of Harlow took place in the surroundings of Harlow, Essen County, France." in told

"""The larger conflicts of a battle are asked by name, and the war behind a campaign by itself."""

from tests.writing.drafts import draft, find_question, list_questions, write_article


def list_stems(part_of, lead="The Battle of Harlow was fought on 3 May 1722.", title="Battle of Harlow"):
    article = write_article(f"Partof: {part_of}\n    Date: 3 May 1722", lead, title)
    return {stem: question.answer() for stem, question in list_questions(draft(article)).items()}


def test_a_battle_may_be_part_of_another_battle():
    stems = list_stems("the Battle of the Inner Sea of the Second Coast War")
    asked = [key for stem, key in stems.items() if "larger conflict or campaign" in stem]
    assert asked == ["The Battle of the Inner Sea of the Second Coast War"]


def test_the_war_behind_a_campaign_is_asked():
    article = write_article(
        "Partof: the Oil campaign of World War II\n    Date: 3 May 1943", "It was fought."
    )
    question = find_question(draft(article), "text: Of which war was the Battle of Harlow a part?")
    assert question.answer() == "World War II"
    assert "WWII" in question.also_right()


def test_a_campaign_that_has_the_battles_own_name_is_not_asked():
    stems = list_stems("the Harlow campaign of the War of the Northern League")
    assert not [stem for stem in stems if "larger conflict" in stem]
    assert {"The War of the Northern League", "War of the Northern League"} & set(stems.values())


def test_what_was_named_before_is_no_second_conflict():
    lead = "The Battle of Harlow was part of the Nine Towns' War."
    stems = list_stems("Nine Towns' War", lead)
    assert not [stem for stem in stems if "Of which two" in stem]


def test_two_conflicts_are_asked_together():
    stems = list_stems("the Coast Wars and the Ormish wars in Europe")
    both = [key for stem, key in stems.items() if "Of which two larger conflicts" in stem]
    assert both == ["The Coast Wars and the Ormish wars in Europe."]


def test_another_name_of_the_battle_is_asked():
    lead = "The Battle of Harlow, also known as the Black Harbour Incident, was fought on 3 May 1722."
    stems = list_stems("the Coast Wars", lead)
    assert stems["text: By which other name is the Battle of Harlow known?"] == "Black Harbour Incident"


def test_a_war_with_and_without_its_article_is_one():
    stems = list_stems("Nine Towns' War", "The Battle of Harlow was fought in the Nine Towns' War.")
    assert {"Nine Towns' War", "The Nine Towns' War"} & set(stems.values())

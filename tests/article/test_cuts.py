"""What is cut short, said by another or done by another is not believed; the battles are invented."""

import pytest

from quizapp.article.fact import Confidence, FactType
from tests.article.facts import find_in


def sure(text: str) -> list[str]:
    """Return what is confidently found in a text, in a line each."""
    return [
        f"{fact.subject} {fact.attribute} {fact.value}"
        for fact in find_in(body=text).facts
        if fact.confidence is Confidence.HIGH
    ]


@pytest.mark.parametrize(
    "text",
    [
        "With the Lerrans breaking through on the Ormish flank Rhett's Ormish army counter-attacked in Stell.",
        "After the Battle of Low Stell Rhett withdrew from Stell to Harrow.",
        "The Guard kept Lerran troops from seizing and using the bridges of Harrow.",
        "The ships of Oswin Rhett were nearly impossible to sink.",
        "Rhett insisted the maps of Stell were wrong.",
        "Rhett felt that the Harrow Marsh was a poor place for horse.",
        "Many writers share the view that Rhett faced defeat at Stell.",
        "Other sources state that the attack on Stell began around noon.",
        "The siege was overshadowed by Rhett's return to Lerra and the fall of Stell.",
        "Supply by ships using the Harrow quays and small boats on the beaches were unable to feed Stell.",
        "Rhett elevated Tyll, then thirteen, to power.",
        "The harbour captured at Stell never played a role in the Ormish War.",
        "The Lerran losses at Stell were 4,000 killed or wounded.",
        "With Stell exposed by the fall of Harrow and the Lerran wing steadied, he waited.",
        "Ormish horsemen destroyed his battalion in Stell.",
        "Rhett was too late to prevent the Lerrans reaching Stell.",
        "Until persuaded that Stell was lost, he stayed.",
        "Thus victory is best ascribed to the Lerrans.",
        "The order of march of Rhett's army was as follows: horse, foot and guns.",
        "The guns subjected Harrow Castle, only two miles away, to a bombardment.",
    ],
)
def test_words_of_which_a_part_is_missing_are_not_believed(text: str) -> None:
    assert sure(text) == []


def test_a_verb_behind_a_comma_is_not_that_of_the_second_of_two() -> None:
    text = "The Guard faced Stell Bridge, with natural and built obstacles, forcing the Lerrans to wait."
    assert sure(text) == ["Guard faced Stell Bridge"]


def test_what_ends_between_two_ands_is_not_believed() -> None:
    text = "Rhett was killed shortly after leading the Guard and the Ormish and Lerran horse gave way."
    assert not any(line.startswith("Rhett") for line in sure(text))


def test_what_a_named_teller_says_is_believed_as_his() -> None:
    (fact,) = [
        fact
        for fact in find_in(body="According to Tyll, the Ormish Guard captured Stell.").facts
        if fact.type is FactType.EVENT
    ]
    assert (fact.confidence, fact.according_to) == (Confidence.HIGH, "Tyll")


def test_a_date_until_which_something_lasted_is_looked_at() -> None:
    assert sure("Lerran forces remained in control of Stell until May 1745.") == []


def test_the_date_of_another_event_is_not_sure() -> None:
    assert sure("Despite a victory at Stell on 4 May 1712, the men of Rhett deserted.") == []


def test_a_named_side_that_was_to_do_something_had_that_aim() -> None:
    assert "1st Ormish Regiment was_to land at Stell" in sure("The 1st Ormish Regiment was to land at Stell.")


def test_where_a_named_place_lies_is_sure() -> None:
    assert "Lasna location about 15 km south of Stell" in sure(
        "The Guard reached Lasna, about 15 km south of Stell."
    )


def test_what_was_done_to_a_name_says_enough() -> None:
    assert sure("The Ormish army was routed.") == ["Ormish army was_routed routed"]


def test_an_epithet_stays_with_the_name_that_begins_a_sentence() -> None:
    assert sure("Edgar the Ætheling surrendered to Rhett at Stell.") == [
        "Edgar the Ætheling surrendered_to Rhett at Stell"
    ]


def test_a_dagger_is_no_death_in_battle_where_another_is_told() -> None:
    fields = (
        "Conflict: Battle of Harlow Ford",
        "Commander1: Anselm Korr †<br>Súr †",
        "Commander2: Oswin Rhett",
    )
    found = find_in(*fields, body="Anselm Korr and Sur were executed after the battle.")
    fates = [fact for fact in found.facts if fact.attribute == "fate"]
    assert fates
    assert {fact.confidence for fact in fates} == {Confidence.LOW}
    found = find_in(*fields, body="Oswin Rhett was executed after the battle.")
    assert {fact.confidence for fact in found.facts if fact.attribute == "fate"} == {Confidence.HIGH}

"""Names are taken apart: ranks go, titles by which people are known stay, states that run together are parted."""

import pytest

from quizapp.article.names import (
    find_abbreviations,
    other_names,
    read_person,
    split_combatants,
    split_persons,
)
from quizapp.article.slugs import slug

NAMES = [
    ("Maj. Gen. Anselm Korr", "Anselm Korr"),
    ("R. Adm. Ida Vane", "Ida Vane"),
    ("V. Adm. Otto Brand", "Otto Brand"),
    ("Lt. Col. Harold D. Tarn", "Harold D. Tarn"),
    ("Brigadier General Joss Tarn", "Joss Tarn"),
    ("Lieutenant-General Joss Tarn", "Joss Tarn"),
    ("Field Marshal The Earl Brand", "Earl Brand"),
    ("General der Panzertruppe Otto von Brand", "Otto von Brand"),
    ("Gen.d.Inf. Otto Brand", "Otto Brand"),
    ("Generaloberst Otto Brand", "Otto Brand"),
    ("SS-Gruppenführer Otto Brand", "Otto Brand"),
    ("Admiral of the Fleet Ida Vane", "Ida Vane"),
    ("FM Ida Vane", "Ida Vane"),
    ("Brevet Colonel Ida Vane", "Ida Vane"),
    ("harka Bulc", "Bulc"),
    ("Vice-Admiral Lord Tarn", "Lord Tarn"),
    ("General Tarn", "General Tarn"),
    ("Prince Edmund", "Prince Edmund"),
    ("Duke of Weir", "Duke of Weir"),
    ("Sir Joss Tarn", "Sir Joss Tarn"),
    ("R. Tarn", "R. Tarn"),
    ("Otto the Great", "Otto the Great"),
    ("Gebhard Leberecht von Tarn", "Gebhard Leberecht von Tarn"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_rank_is_no_part_of_a_name(text: str, name: str):
    person = read_person(text)
    assert person.name == name
    assert text == name or text in person.aliases


def test_a_title_and_a_rank_alone_may_be_left_out():
    assert read_person("Sir Joss Tarn").aliases == ("Joss Tarn",)
    assert read_person("General Tarn").aliases == ("Tarn",)
    assert read_person("King Osric").aliases == ("Osric",)
    assert read_person('Joss "Red" Tarn').aliases == ("Joss Tarn",)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Kingdom of France Spain", ("Kingdom of France", "Spain")),
        ("Syrian Arab Republic Russia", ("Syrian Arab Republic", "Russia")),
        ("France Spain Weir Free Companies", ("France", "Spain", "Weir Free Companies")),
        ("France Weir Free Companies", ("France Weir Free Companies",)),
        ("Bosnia and Herzegovina", ("Bosnia and Herzegovina",)),
        ("El Salvador Honduras", ("El Salvador", "Honduras")),
        ("Saxons and Thuringians", ("Saxons", "Thuringians")),
        ("Mexico City", ("Mexico City",)),
        ("Free Towns of Russia", ("Free Towns of Russia",)),
    ],
)
def test_states_that_run_together_are_parted_only_where_they_are_known(text: str, states: tuple[str, ...]):
    assert split_combatants(text) == states


def test_two_persons_in_one_entry_are_two_and_one_of_two_places_is_one():
    assert split_persons("chieftains Oss and Tarn") == ("chieftains Oss", "Tarn")
    assert split_persons("Ferdinand of Castile and León") == ("Ferdinand of Castile and León",)


def test_other_names_and_abbreviations_are_found():
    assert other_names("Kingdom of Hanover") == ("Hanover",)
    assert "IS" in other_names("Islamic State")
    text = "It was held by the Free Coast Front (FCF) and the Weir Guards (1st Foot)."
    assert list(find_abbreviations(text)) == [("Free Coast Front", "FCF")]


def test_a_slug_is_small_letters_digits_and_dashes():
    assert slug("Napoléon Ney's 4th") == "napoleon-neys-4th"
    assert slug("麦") == ""

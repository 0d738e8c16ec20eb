"""Phrases of an article get the small words that a sentence needs, and only what stands alone is used."""

import pytest

from quizapp.values.dates import parse_edtf
from quizapp.writing.english import (
    a_or_an,
    is_event,
    is_name,
    is_named,
    is_plural,
    join_all,
    mend,
    name_conflict,
    say_on,
    says_the,
    stands_alone,
    was_or_were,
    with_the,
)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Battle of Evesham", "the Battle of Evesham"),
        ("1986 Lamar Strait offensive", "the 1986 Lamar Strait offensive"),
        ("The Second Battle of Harlow", "the Second Battle of Harlow"),
        ("Operation Anvil", "Operation Anvil"),
        ("Pearl Harbor", "Pearl Harbor"),
        ("Six-Day War", "the Six-Day War"),
        ("Lamar counteroffensive", "the Lamar counteroffensive"),
        ("1986 Lamar standings", "the 1986 Lamar standings"),
    ],
)
def test_a_battle_stands_in_a_sentence_with_the_article_that_it_needs(title, said):
    assert name_conflict(title) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Marran Army", "the Marran Army"),
        ("Islamic State", "the Islamic State"),
        ("Kingdom of England", "the Kingdom of England"),
        ("Duchy of Normandy", "the Duchy of Normandy"),
        ("Harbour Observatory for Rights", "the Harbour Observatory for Rights"),
        ("Magyars", "the Magyars"),
        ("Mughals", "the Mughals"),
        ("Lamar People's Republic", "the Lamar People's Republic"),
        ("Operation Anvil during the Lamar campaign", "Operation Anvil during the Lamar campaign"),
        ("Ilkhanate of Dorn", "the Ilkhanate of Dorn"),
        ("emirs of Lamar and Dorn", "the emirs of Lamar and Dorn"),
        ("Colgate", "Colgate"),
        ("United States", "the United States"),
        ("Royal forces", "the royal forces"),
        ("the Senate", "the Senate"),
        ("Russia", "Russia"),
        ("Athens", "Athens"),
        ("Gilbert de Clare", "Gilbert de Clare"),
        ("Napoleon's Guard", "Napoleon's Guard"),
        ("Ilan B. Voss's Army of Lamar", "Ilan B. Voss's Army of Lamar"),
        ("Marran Empire's Army of Lamar", "the Marran Empire's Army of Lamar"),
        ("5th Marines", "the 5th Marines"),
        ("men of the 5th Marines", "the men of the 5th Marines"),
        ("Marran Gendarmerie", "the Marran Gendarmerie"),
        ("Straits of Dorn", "the Straits of Dorn"),
        ("Capitulation of Dorn", "the Capitulation of Dorn"),
        ("", ""),
    ],
)
def test_a_name_gets_an_article_where_it_needs_one(name, said):
    assert with_the(name) == said


@pytest.mark.parametrize(
    ("phrase", "mended"),
    [
        ("city of Harlow", "the city of Harlow"),
        ("advances towards town of Dorn", "advances towards the town of Dorn"),
        ("Earl of Derby", "the Earl of Derby"),
        ("William, Duke of Normandy", "William, Duke of Normandy"),
        ("the Bishop Ulrich", "Bishop Ulrich"),
        ("won Battle of Harlow", "won the Battle of Harlow"),
        ("a village of fishermen", "a village of fishermen"),
    ],
)
def test_a_phrase_is_mended(phrase, mended):
    assert mend(phrase) == mended


@pytest.mark.parametrize(
    "phrase", ["the Marran Army", "the port of Lamar", "roughly half of Lamar", "12 kilometers of Lamar"]
)
def test_some_phrases_stand_alone(phrase):
    assert stands_alone(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        *("its outskirts", "the Front, which", "Lamar and", "the army's", "", "the harbour (see map)"),
        *("Anton, and Lepid", "the general to request", "more men", "[[Lamar]]", "the same day", "G' Troop"),
    ],
)
def test_phrases_that_point_elsewhere_or_are_cut_off_do_not(phrase):
    assert not stands_alone(phrase)


def test_a_rank_or_a_month_alone_is_no_name():
    assert is_named("the village of Dorn")
    assert not is_named("the King")
    assert not is_named("the left wing in June")
    assert is_name("Ilan al-Voss")
    assert is_name("Gilbert de Clare")
    assert is_name("Tandi kaSomo")
    assert not is_name("soldiers of Lamar")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1986-06-11", "on 11 June 1986"),
        ("1986-06", "in June 1986"),
        ("1986", "in 1986"),
        ("../1986-06-20", "by 20 June 1986"),
        ("1986-06-20/..", "after 20 June 1986"),
        ("1986-06-02/1986-06-15", "from 2 to 15 June 1986"),
        ("1985/1987", "between 1985 and 1987"),
        ("-0479", "in 480 BC"),
    ],
)
def test_a_date_gets_its_preposition(edtf, said):
    assert say_on(parse_edtf(edtf)) == said


def test_names_are_joined_and_told_apart_in_number():
    assert join_all(("A", "B", "C")) == "A, B and C"
    assert is_plural("the Saxons")
    assert not is_plural("the Republic of Marra")
    assert not is_plural("the United States")


@pytest.mark.parametrize(
    "phrase",
    [
        "a wider general attack",
        "the Division to turn westwards towards Dorn",
        "a stronger fleet",
        "a third attack",
        "hundreds of men living in the town",
    ],
)
def test_what_compares_or_counts_on_from_before_does_not_stand_alone(phrase):
    assert not stands_alone(phrase)


@pytest.mark.parametrize(
    "phrase", ["the Army of the Sarn", "the 5th Division", "a final council", "the town of Dorn"]
)
def test_a_unit_by_its_name_stands_alone(phrase):
    assert stands_alone(phrase)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("K Company", "K Company"),
        ("Ahrar al-Sarn and the Forces of Dorn", "Ahrar al-Sarn and the Forces of Dorn"),
        ("Ormish wars in Europe", "the Ormish wars in Europe"),
        ("Tsardom of Orm", "the Tsardom of Orm"),
        ("House of Brenn", "the House of Brenn"),
        ("Besieged forces", "the besieged forces"),
        ("Crown of Orm", "the Crown of Orm"),
        ("Seven Colonies", "the Seven Colonies"),
        ("Populares", "the Populares"),
        ("Soviets", "the Soviets"),
        ("Garrison of Dorn", "the garrison of Dorn"),
        ("Tanukhids", "the Tanukhids"),
        ("carriers of the Coastal Fleet", "the carriers of the Coastal Fleet"),
    ],
)
def test_an_article_goes_by_the_first_name_and_its_head(name, said):
    assert with_the(name) == said


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Siege of Dorn", True),
        ("Relief operations", True),
        ("the Black Death", True),
        ("Ada Renn", False),
        ("the Marran Army", False),
    ],
)
def test_what_happens_is_told_from_who_does(name, is_one):
    assert is_event(name) is is_one


@pytest.mark.parametrize(
    ("name", "text", "takes_the"),
    [
        ("VPG", "The VPG launched a raid on Tarn.", True),
        ("VPG", "The VPG allied forces left Tarn.", False),
        ("VPG", "VPG launched a raid on Tarn.", False),
        ("Ruhr", "Marn held the Ruhr, which was rich.", True),
        ("Stavelot", "They took the Stavelot road.", False),
        ("Stavelot", "They took the Stavelot ruined road.", False),
    ],
)
def test_a_name_takes_the_where_the_text_says_it_before_the_name_alone(
    name: str, text: str, takes_the: bool
) -> None:
    assert says_the(name, [text]) is takes_the


def test_several_battles_were_and_one_was():
    assert was_or_were("Battles of Dorn") == "were"
    assert was_or_were("Battle of Dorn Falls") == "was"
    assert was_or_were("Dorn campaign") == "was"


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("SDF victory", "an SDF victory"),
        ("UN victory", "a UN victory"),
        ("U.S. victory", "a U.S. victory"),
        ("NATO victory", "a NATO victory"),
        ("Allied victory", "an Allied victory"),
        ("Ukrainian victory", "a Ukrainian victory"),
        ("Umbrian victory", "an Umbrian victory"),
    ],
)
def test_letters_get_the_article_with_which_they_are_read(noun, said):
    assert a_or_an(noun) == said

"""A name tells for whom somebody fought where the two sides speak different languages."""

import pytest

from quizapp.writing.nations import looks_arabic, tell_apart
from quizapp.writing.peoples import adjective_of, list_peoples, people_of


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (("United States",), ("Empire of Japan",), True),
        (("United States", "France"), ("Germany",), True),
        (("First French Empire",), ("United Kingdom", "Netherlands", "Prussia"), True),
        (("Saxons", "Swabians"), ("Magyars",), True),
        (("Union",), ("Confederate States",), False),
        (("Kingdom of England",), ("Kingdom of Scotland",), False),
        (("royal forces",), ("baronial forces",), False),
        (("Octavian",), ("Mark Antony", "Ptolemaic Egypt"), False),
        (("Azerbaijan",), ("Republic of Artsakh", "Armenia"), True),
        (("Syrian Arab Republic",), ("Islamic State",), False),
        (("United Kingdom of the Netherlands",), ("United Kingdom",), True),
        ((), ("Germany",), True),
        ((), ("royal forces",), False),
    ],
)
def test_languages_tell_sides_apart(ours: tuple[str, ...], theirs: tuple[str, ...], told: bool):
    assert tell_apart(ours, theirs) is told
    assert tell_apart(theirs, ours) is told


@pytest.mark.parametrize(
    ("party", "adjective", "people"),
    [
        ("Empire of Japan", "Japanese", "the Japanese"),
        ("the Ottoman Empire", "Ottoman", "the Ottomans"),
        ("Ukraine", "Ukrainian", "the Ukrainians"),
        ("Tarid Sultanate", "Tarid", ""),
        ("Chechen Republic of Ichkeria", "Chechen", "the Chechens"),
        ("Kingdom of Hanover", "Hanover", ""),
        ("Royalists", "Royalist", ""),
        ("Islamic State", "Islamic State", ""),
        ("Western Army", "Western Army", ""),
    ],
)
def test_a_party_stands_before_a_noun_by_its_people(party: str, adjective: str, people: str):
    assert (adjective_of(party), people_of(party)) == (adjective, people)


def test_a_name_that_is_empty_means_no_people():
    assert not list(list_peoples(""))
    assert not list(list_peoples("the "))


@pytest.mark.parametrize(
    ("name", "is_arabic"),
    [
        ("Abu Karim", True),
        ("Suheil al-Hassan", True),
        ("Saif ad-Din Qutuz", True),
        ("Tariq ibn Ziyad", True),
        ("Al Gore", False),
        ("Jean-Paul Marat", False),
        ("Winfield Scott", False),
    ],
)
def test_an_arabic_name_is_known_by_its_particles(name: str, is_arabic: bool):
    assert looks_arabic(name) is is_arabic

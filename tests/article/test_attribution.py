"""Who says what a text says is found: by name, by description, or only as "reportedly"."""

import pytest

from quizapp.article.attribution import find_attribution, find_attributions
from tests.article.facts import find_in

WHO = [
    ("per the harbour office", "the harbour office"),
    ("38 killed, per SOHR", "SOHR"),
    ("On 9 November 1922 General Livia Marr announced that the town was lost", "General Livia Marr"),
    ("According to Herodotus the fleet was lost", "Herodotus"),
    ("It fell, according to a source citing SANA.", "a source citing SANA"),
    ("the independent group Harbour Watch claimed that 40 had drowned", "Harbour Watch"),
    ("That evening, government sources claimed half of the town was taken", "government sources"),
    ("The historian Peter Green estimates that 300 ships were lost", "Peter Green"),
    ("The bridge was held, while Livia Marr says that it fell", "Livia Marr"),
    ("According to the U.S. Department of Defense, 40 were hurt", "U.S. Department of Defense"),
    ("U.S. officials claimed 300 dead", "U.S. officials"),
    ("A Marran message soon said that the town was short of water", "Marran message"),
    ("Historian Peter Green claimed that 40 fled", "Peter Green"),
    ("German sources claim 300 dead", "German sources"),
]
HEDGED = ["The raid reportedly killed 180", "Losses were estimated at 3,000", "He is said to have fled"]
SAID_BY_NOBODY = [
    "Rhett received reports that the Lerrans had crossed.",
    "They had ten rounds per gun per day",
    "Upon arriving in Weir he received reports of the raid",
    "Asked about it, some of them claimed 40 had fled",
    "As a result of a breakdown he believed that they had fled",
    "The towns were shared according to his agreement with the duke",
    "Fever claimed 3,000 lives.",
    "He claimed victory.",
    "The town was claimed by Spain.",
    "They died at a rate of 40 per day, 30 per cent of all",
    "Wellington noted the hour",
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_says_it_is_found(text: str, who: str):
    found = find_attribution(text)
    assert found is not None
    assert found.is_named
    assert found.who == who


@pytest.mark.parametrize("text", HEDGED)
def test_a_hedge_says_that_somebody_says_it(text: str):
    found = find_attribution(text)
    assert found is not None
    assert not found.is_named


@pytest.mark.parametrize("text", SAID_BY_NOBODY)
def test_what_only_looks_like_a_claim_is_none(text: str):
    assert find_attribution(text) is None


def test_a_named_source_counts_before_a_hedge():
    text = "Reportedly 38 fell, according to Radio Harbour"
    assert [found.who for found in find_attributions(text)] == ["", "Radio Harbour"]
    assert find_attribution(text) == find_attributions(text)[1]


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        (
            "According to Juel, 900 Danes were killed; per the town clerk, 300 Swedes died.",
            ("Juel", "the town clerk"),
        ),
        (
            "According to Juel, 900 Danes were killed, and according to Tromp, 300 Swedes died.",
            ("Juel", "Tromp"),
        ),
        (
            "900 Danes were killed, according to Juel, while 300 Swedes died according to Tromp.",
            ("Juel", "Tromp"),
        ),
        (
            "According to Juel, 900 Danes were killed, while Tromp claimed that 300 Swedes died.",
            ("Juel", "Tromp"),
        ),
        ("According to Juel, 900 Danes were killed and 300 Swedes died.", ("Juel", "Juel")),
        ("900 Danes were killed according to Juel; 300 Swedes died.", ("Juel", "")),
        ("Juel said that 900 Danes were killed; according to Tromp, 300 Swedes died.", ("Juel", "Tromp")),
    ],
)
def test_of_several_who_say_something_each_says_his_own(sentence: str, tellers: tuple[str, str]) -> None:
    said = {fact.quantity.low: fact.according_to for fact in find_in(body=sentence).facts if fact.quantity}
    assert (said[900], said[300]) == tellers

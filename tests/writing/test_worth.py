"""What is not worth asking is drafted for a teacher to accept, and not taken by itself."""

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.writing.drafting import draft_questions

HEAD = """= Battle of Ember Ford =

Infobox
- Conflict: Battle of Ember Ford
- Date: 3 May 1702
- Place: Ember Ford, Valdoria
- Result: Valdorian victory
- Combatant1: Kingdom of Valdoria
- Combatant2: Duchy of Marn
- Strength1: 9,000 infantry, 2,000 cavalry, 40 guns, 12 mortars
- Strength2: 7,000 infantry

The Battle of Ember Ford was fought on 3 May 1702 between the Kingdom of Valdoria and the Duchy of Marn.

== The battle ==
"""


def _sure(sentence: str) -> dict[str, bool]:
    article = read_article(HEAD + sentence + "\n")
    draft = draft_questions(article, find_facts(article))
    return {each.statement: each.is_sure for each in draft.facts}


@pytest.mark.parametrize(
    ("sentence", "part", "is_sure"),
    [
        ("On 20 April 1702, General Oskar Lind captured the fortress of Tarn.", "fortress of Tarn", True),
        ("On 20 April 1709, General Oskar Lind captured the fortress of Tarn.", "fortress of Tarn", False),
        ("In April 1702, General Oskar Lind captured the fortress of Tarn.", "fortress of Tarn", False),
        ("On 20 April 1709, General Oskar Lind won the Battle of Tarn.", "Battle of Tarn", True),
        ("On 20 April 1729, General Oskar Lind won the Battle of Tarn.", "Battle of Tarn", False),
        ("In April 1702, General Oskar Lind was killed.", "Lind was killed", True),
        ("Between April and June 1701, General Oskar Lind conquered Tarn.", "conquered Tarn", False),
        ("The fords were shallow.", "2,000 cavalry", True),
        ("The fords were shallow.", "12 mortars", False),
        ("Marshal Brandt brought 2,400 cavalry to the ford.", "2,000 cavalry", False),
        ("On 3 May 1702, the Division captured the fortress of Tarn.", "fortress of Tarn", False),
    ],
)
def test_only_what_is_near_large_undisputed_and_named_is_taken_by_itself(
    sentence: str, part: str, is_sure: bool
) -> None:
    told = {said: sure for said, sure in _sure(sentence).items() if part in said and ";" not in said}
    assert any(told.values()) is is_sure, told


AFTER = """
== Aftermath ==
"""


@pytest.mark.parametrize(
    ("sentence", "is_sure"),
    [
        (
            "The fortress was not tried again until June 1703, when the Valdorian Guard captured the town of Resk.",
            False,
        ),
        ("The Valdorian Guard captured the town of Resk, which was sold in 1790.", True),
    ],
)
def test_a_deed_of_another_year_that_its_statement_does_not_say_wants_a_look(
    sentence: str, is_sure: bool
) -> None:
    told = {
        said: sure
        for said, sure in _sure(f"The fords were shallow.\n{AFTER}{sentence}").items()
        if "Resk" in said
    }
    assert any(told.values()) is is_sure, told


@pytest.mark.parametrize(
    ("battle", "is_sure"),
    [
        ("The fords were shallow.", False),
        ("Tyll led the left wing.", True),
    ],
)
def test_an_office_is_asked_of_whom_the_battle_names(battle: str, is_sure: bool) -> None:
    background = (
        "\n== Background ==\nIn February 1702, Oswin Tyll, Earl of Harrow, was imprisoned in the Tower.\n"
    )
    article = read_article(HEAD.replace("\n== The battle ==", f"{background}\n== The battle ==") + battle)
    draft = draft_questions(article, find_facts(article))
    told = {each.statement: each.is_sure for each in draft.facts if "Earl of Harrow" in each.statement}
    assert told
    assert any(told.values()) is is_sure, told


def test_a_number_that_the_text_gives_otherwise_behind_its_verb_is_not_taken_by_itself() -> None:
    told = _sure("Brandt's army had 60 pieces, of which 52 were heavy field guns.")
    assert not any(sure for said, sure in told.items() if "40 guns" in said)
    told = _sure("Brandt's army had 60 pieces, of which 52 were heavy field guns, and Lind had 40.")
    assert any(sure for said, sure in told.items() if "40 guns" in said)


def test_the_members_of_a_coalition_are_not_called_its_allies() -> None:
    listed = "Grand Coalition:, Kingdom of Valdoria, Republic of Orm, Duchy of Sund"
    article = read_article(
        HEAD.replace("Kingdom of Valdoria\n", f"{listed}\n", 1) + "The fords were shallow.\n"
    )
    told = [each.statement for each in draft_questions(article, find_facts(article)).facts]
    assert any("the Grand Coalition had 9,000 infantry" in said.replace("The G", "the G") for said in told), (
        told
    )
    assert not any("its allies" in said for said in told)


def test_what_the_aftermath_looks_back_to_is_not_asked_as_of_after_the_battle() -> None:
    told = "Marn was humbled by the fact that the Valdorian Guard had captured the fortress of Resk."
    article = read_article(f"{HEAD}The fords were shallow.\n{AFTER}{told}\n")
    stems = [
        each.stem for fact in draft_questions(article, find_facts(article)).facts for each in fact.questions
    ]
    assert any("the fortress of Resk" in stem for stem in stems), stems
    assert not any(stem.startswith("After ") for stem in stems), stems


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        ("Marshal Brandt let them come on in hopes of luring the Guard into Tarn. {}", False),
        ("Marshal Brandt aimed to lure the Guard into Tarn. {}", True),
        (
            "Marshal Brandt aimed to lure the Guard into Tarn. Marshal Brandt hoped to capture the town of Dale. {}",
            False,
        ),
    ],
)
def test_the_aim_of_one_deed_of_several_wants_a_look(told: str, is_sure: bool) -> None:
    sentences = told.format("Marshal Brandt captured the town of Resk.")
    aims = {said: sure for said, sure in _sure(sentences).items() if "aimed to lure the Guard" in said}
    assert aims
    assert any(aims.values()) is is_sure, aims


@pytest.mark.parametrize(
    ("told", "is_sure"), [("9,000 of the enemy were killed.", False), ("900 of the enemy were killed.", True)]
)
def test_losses_that_the_text_tells_far_higher_are_not_taken_by_themselves(told: str, is_sure: bool) -> None:
    counted = "- Strength2: 7,000 infantry\n- Casualties1: 300 killed\n- Casualties2: 1,200 killed"
    article = read_article(HEAD.replace("- Strength2: 7,000 infantry", counted) + told)
    sure = {each.statement for each in draft_questions(article, find_facts(article)).facts if each.is_sure}
    assert any("1,200 people" in said for said in sure) is is_sure, sure


@pytest.mark.parametrize(
    ("more", "is_sure"), [("", False), ("The French guns fired. The French horse rode on.", True)]
)
def test_an_office_of_a_state_that_did_not_fight_wants_a_look(more: str, is_sure: bool) -> None:
    told = _sure(f"The French Prime Minister Oswin Tyll spoke for peace. {more}")
    offices = {said: sure for said, sure in told.items() if "French Prime Minister" in said}
    assert offices
    assert any(offices.values()) is is_sure, told


def test_a_source_that_is_an_officer_of_no_name_wants_a_look() -> None:
    for who, is_sure in (("Marnish officer", False), ("the Marnish War Office", True)):
        cell = f"- Strength2: 7,000 infantry\n- Casualties1: 300 killed (according to {who})"
        article = read_article(HEAD.replace("- Strength2: 7,000 infantry", cell))
        facts = draft_questions(article, find_facts(article)).facts
        assert [each.is_sure for each in facts if "300 people" in each.statement] == [is_sure], who


def test_a_day_of_the_place_is_not_told_to_be_before_a_battle_of_which_no_day_is_known() -> None:
    body = "== Background ==\nOn 7 May 1702, Tarn was assaulted by the Marnish Guard."
    article = read_article(f"= Tarn campaign =\n\nThe Tarn campaign was hard.\n\n{body}\n")
    stems = [q.stem for each in draft_questions(article, find_facts(article)).facts for q in each.questions]
    assert any(stem.startswith("At the time of the Tarn campaign") for stem in stems), stems
    assert not any(stem.startswith("Before") for stem in stems)

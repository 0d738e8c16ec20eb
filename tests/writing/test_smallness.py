"""What is too small, or named too shortly, is drafted and not taken by itself."""

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.writing.drafting import draft_questions
from quizapp.writing.smallness import SMALL

ARTICLE = """= Battle of Ember Ford =

Infobox
- Conflict: Battle of Ember Ford
- Date: 3 May 1942
- Place: Ember Ford, Valdoria
- Result: French victory
- Combatant1: France
- Combatant2: Germany

The Battle of Ember Ford was fought on 3 May 1942 between France and Germany.

== The battle ==
The French Third Army and the German Third Army met at the ford. The German Fifth Army stayed away.
{sentence}
"""


def _sure(sentence: str, words: str) -> bool:
    article = read_article(ARTICLE.format(sentence=sentence))
    facts = [each for each in draft_questions(article, find_facts(article)).facts if words in each.statement]
    assert facts, f"nothing is drafted of {sentence}"
    return any(each.is_sure for each in facts)


BOTH = [
    (
        "is_vague",
        ("On 4 May 1942, B Company captured the village of Tarn.", "Tarn"),
        ("On 4 May 1942, the French Guard captured the village of Tarn.", "Tarn"),
    ),
    (
        "is_march",
        ("On 2 May 1942, Marshal Lind pushed forward from the crossings at Dale.", "Dale"),
        ("On 2 May 1942, Marshal Lind advanced to Tarn from the crossings at Dale.", "Dale"),
    ),
    (
        "is_handful",
        ("On 4 May 1942, General Brandt sent 300 reinforcements to Tarn.", "Tarn"),
        ("On 4 May 1942, General Brandt sent 3,000 reinforcements to Tarn.", "Tarn"),
    ),
    (
        "is_passing",
        ("On 2 May 1942, Marshal Lind sighted the German Guard at Tarn.", "Tarn"),
        ("On 2 May 1942, Marshal Lind defeated the German Guard at Tarn.", "Tarn"),
    ),
    (
        "is_by_anybody",
        ("On 4 May 1942, a German submarine sank the cruiser Orm at Tarn.", "Tarn"),
        ("On 4 May 1942, the German submarine Vera sank the cruiser Orm at Tarn.", "Tarn"),
    ),
    (
        "is_list",
        ("On 4 May 1942, Marshal Lind captured Orm, Dale and Tarn.", "Tarn"),
        ("On 4 May 1942, Marshal Lind captured Dale and Tarn.", "Tarn"),
    ),
    (
        "is_of_few",
        ("On 4 May 1942, a force of 150 men under General Brandt captured the town of Tarn.", "Tarn"),
        ("On 4 May 1942, a force of 1,500 men under General Brandt captured the town of Tarn.", "Tarn"),
    ),
    (
        "is_distance",
        ("The French advanced within 10 kilometres of Tarn on 4 May 1942.", "Tarn"),
        ("The French advanced into Tarn on 4 May 1942.", "Tarn"),
    ),
    (
        "is_framed_twice",
        ("On 14 May 1942, General Brandt captured the fort of Tarn after the battle.", "Tarn"),
        ("On 14 May 1942, General Brandt captured the fort of Tarn after the Battle of Sund.", "Tarn"),
    ),
    (
        "is_bare_post",
        ("On 4 May 1942, Marshal Lind captured the naval commander at Tarn.", "Tarn"),
        ("On 4 May 1942, Marshal Lind captured the commander of the Valdorian Guard at Tarn.", "Tarn"),
    ),
    (
        "is_unnamed",
        ("On 4 February 1942, the commander of the Valdorian Guard was captured by Marshal Lind.", "Guard"),
        ("On 4 April 1942, the commander of the Valdorian Guard was captured by Marshal Lind.", "Guard"),
    ),
    (
        "is_cryptic",
        ("On 4 May 1942, VPG captured the town of Tarn.", "Tarn"),
        (
            "The Valdorian People's Guard (VPG) was there. On 4 May 1942, VPG captured the town of Tarn.",
            "Tarn",
        ),
    ),
    (
        "is_shared_number",
        ("On 4 May 1942, the Third Army captured the village of Tarn.", "Tarn"),
        ("On 4 May 1942, the Fifth Army captured the village of Tarn.", "Tarn"),
    ),
]


@pytest.mark.parametrize(("name", "small", "whole"), BOTH, ids=[each[0] for each in BOTH])
def test_what_is_small_or_cut_short_wants_a_look(
    name: str, small: tuple[str, str], whole: tuple[str, str]
) -> None:
    assert not _sure(*small)
    assert _sure(*whole)


def test_every_way_to_be_small_has_its_example() -> None:
    assert [each[0] for each in BOTH] == [is_one.__name__ for is_one in SMALL]


def test_an_army_whose_number_no_nation_is_told_of_wants_a_look_where_two_nations_number_theirs() -> None:
    assert not _sure("On 4 May 1942, the Ninth Army captured the village of Tarn.", "Tarn")
    assert _sure("On 4 May 1942, the German Ninth Army captured the village of Tarn.", "Tarn")


def test_a_handful_of_servicemen_is_as_small_as_one_of_men() -> None:
    assert not _sure("On 2 May 1942, ten servicemen of General Brandt were injured at Tarn.", "servicemen")
    assert _sure("On 2 May 1942, General Brandt was injured at Tarn.", "Brandt")


def test_two_of_whom_one_is_nobody_by_name_want_a_look() -> None:
    assert not _sure("On 2 May 1942, the 321st and the 7th Marines encircled the fort of Tarn.", "Tarn")
    assert _sure("On 2 May 1942, the 5th Marines and the 7th Marines encircled the fort of Tarn.", "Tarn")


def test_who_was_driven_nowhere_wants_a_look() -> None:
    assert not _sure("On 2 May 1942, Marshal Lind was driven out by General Brandt.", "Lind")
    assert _sure("On 2 May 1942, Marshal Lind was driven out of Tarn by General Brandt.", "Tarn")


def test_no_small_event_stands_in_an_order_of_events() -> None:
    sentence = (
        "On 4 May 1942, General Brandt captured the town of Tarn. On 6 May 1942, B Company captured Orm."
        " On 8 May 1942, Marshal Lind captured the town of Dale. On 10 May 1942, Marshal Lind captured Sund."
    )
    article = read_article(ARTICLE.format(sentence=sentence))
    facts = draft_questions(article, find_facts(article)).facts
    orders = [each for each in facts if any(question.type == "order" for question in each.questions)]
    assert [fact.id for each in orders for fact in each.facts]
    assert not any("B Company" in each.statement for each in orders)

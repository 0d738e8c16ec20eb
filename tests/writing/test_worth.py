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

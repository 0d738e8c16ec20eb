"""What the rules find in sentences; the battles are invented."""

from quizapp.article import read_article
from quizapp.article.dates import date_article
from quizapp.article.fact import Confidence, Fact, FactType
from quizapp.article.known import Known
from quizapp.article.rules.body import BODY_RULES
from quizapp.article.rules.body.told import find_capitals
from quizapp.values.dates import to_edtf

TITLE = "Battle of Harrow Ford"


def find(text: str, title: str = TITLE) -> list[Fact]:
    """Return the facts of the body of an article, whose sentences are the text."""
    article = read_article(f"= {title} =\n\nInfobox\n- Conflict: {title}\n- Date: 3-9 May 1312\n\n{text}\n")
    dates = date_article(article)
    known = Known(article, title, 1312, capitals=find_capitals(each.text for each in article.sentences()))
    found = [
        fact
        for sentence in article.sentences()
        for rule in BODY_RULES
        for fact in rule(sentence, dates.get(sentence, ()), known)
    ]
    return [fact for fact in found if isinstance(fact, Fact)]


def tell(text: str, *types: FactType) -> list[tuple[str, str, str]]:
    """Return subject, attribute and value of the facts of some types, or of all."""
    return [
        (fact.subject, fact.attribute, fact.value) for fact in find(text) if not types or fact.type in types
    ]


def test_a_named_side_did_something_on_a_day() -> None:
    (fact,) = find("On 4 May 1312, the Ormish Guard captured Harrow Castle.")
    assert (fact.subject, fact.attribute, fact.value) == ("Ormish Guard", "captured", "Harrow Castle")
    assert fact.date is not None
    assert to_edtf(fact.date) == "1312-05-04"
    assert fact.confidence is Confidence.HIGH


def test_a_passive_with_its_agent_is_told_from_the_agent() -> None:
    text = "By 6 May 1312, all land between Harrow and Stell was captured by the Ormish Guard."
    (fact,) = find(text)
    assert fact.subject == "Ormish Guard"
    assert fact.value == "all land between Harrow and Stell"
    assert fact.clause is not None
    assert (fact.clause.subject, fact.clause.agent, fact.clause.is_passive) == (
        "all land between Harrow and Stell",
        "the Ormish Guard",
        True,
    )


def test_a_trailing_participle_has_the_subject_of_its_clause() -> None:
    found = tell(
        "The Ormish Guard pushed into the northern and western parts of Stell, capturing four mills."
    )
    assert found == [
        ("Ormish Guard", "pushed_into", "the northern and western parts of Stell"),
        ("Ormish Guard", "captured", "four mills"),
    ]


def test_who_is_forced_to_retreat_does_retreat() -> None:
    found = tell(
        "The Lerran cavalry charged the Ormish camp, forcing the Guard to retreat to the Stell Hills."
    )
    assert ("Guard", "retreated_to", "the Stell Hills") in found

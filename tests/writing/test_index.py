"""What questions look up: the nearest days with what happened, places by their kind, events at a place."""

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.values.dates import one, say
from quizapp.writing.index import Index, Place
from tests.writing.drafts import write_article

BODY = """
The Battle of Harlow was fought in May 1944.

== Battle ==
The Ormish Army captured the village of Tannen on 9 May 1944. The Ormish Army captured the town of Dorn on 17 May
1944. The Tessan Army captured the village of Lund on 13 May 1944. The Ormish Army reached the river of Lund's Ende
on 17 May 1944.
"""


def _index() -> Index:
    article = read_article(write_article("", BODY))
    return Index(article, find_facts(article).facts)


def test_other_days_come_nearest_first_the_earlier_word_before_the_later_at_the_same_distance() -> None:
    nearest = _index().list_nearest(one(1944, 5, 13))
    assert [(days, say(when), len(facts)) for days, when, facts in nearest] == [
        (4, "17 May 1944", 2),
        (4, "9 May 1944", 1),
    ]


def test_a_month_is_near_no_day() -> None:
    assert [say(when) for _, when, _ in _index().list_nearest(one(1944, 4))] == ["May 1944"]


def test_places_are_known_by_kind_and_section_and_by_what_befell_them() -> None:
    index = _index()
    assert index.places[:2] == (Place("village", "Tannen", "Battle"), Place("town", "Dorn", "Battle"))
    assert [say(fact.date) for fact in index.list_events_at("Dorn") if fact.date] == ["17 May 1944"]
    assert index.list_events_at("Essen") == ()

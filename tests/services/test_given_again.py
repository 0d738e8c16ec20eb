"""An article given again, or under a title of its teacher's own: no second review, no second bank, no wrong name."""

import pytest
from flask import Flask

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.services.person import Person
from tests.services.reviews import ARTICLE, accept_all, make_person, open_keys, publish, read_published, start

PAGE = """\
Some school's page

The Battle of Harlow Ford was fought on 4 May 1901. On 6 May 1901, the Barian army captured the town of Quux.
"""


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def teacher() -> Person:
    return make_person("Petra")


@pytest.mark.both
def test_an_article_under_review_goes_on_where_it_was_left(teacher: Person):
    first = start(teacher)
    library.decide(teacher, first, open_keys(teacher, first)[0], "rejected")
    left = open_keys(teacher, first)
    assert start(teacher, ARTICLE.replace("\n", "\r\n")) == first
    assert open_keys(teacher, first) == left
    assert len(library.list_builds(teacher)) == 1


@pytest.mark.parametrize(
    "fields", [{"title": "For 9b"}, {"licence": "CC0"}, {"url": "https://example.org/strait"}]
)
def test_with_another_title_or_source_it_is_another_review(teacher: Person, fields: dict[str, str]):
    assert start(teacher) != start(teacher, **fields)


def test_an_edited_article_is_another_review(teacher: Person):
    assert start(teacher) != start(teacher, ARTICLE.replace("1986", "1987"))


def test_somebody_elses_review_is_not_gone_on_with(teacher: Person):
    assert start(teacher) != start(make_person("Otto"))


def test_a_published_article_is_built_again_once(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    publish(teacher, first)
    again = start(teacher, ARTICLE.replace("12,400", "12,900"))
    assert again != first
    assert start(teacher, ARTICLE.replace("12,400", "12,900")) == again


def test_a_typed_title_that_the_text_names_is_what_questions_say(teacher: Person):
    key = start(teacher, PAGE, title="Battle of Harlow Ford")
    stated = " ".join(fact.statement for fact in library.read_state(teacher, key).bank.facts)
    assert "The Battle of Harlow Ford took place on 4 May 1901." in stated
    assert "school" not in stated


@pytest.mark.parametrize("title", ["Offensive, for 9b", "Lamar Strait"])
def test_a_title_for_a_class_or_a_short_one_is_the_banks_alone(teacher: Person, title: str):
    bank = library.read_state(teacher, start(teacher, title=title)).bank
    assert bank.title == title
    assert bank.source is not None
    assert bank.source.title == "1986 Lamar Strait offensive"
    assert any("1986 Lamar Strait offensive" in fact.statement for fact in bank.facts)


@pytest.mark.both
def test_an_edited_article_without_its_banks_title_is_built_for_that_bank(teacher: Person):
    first = start(teacher, title="Offensive, for 9b")
    accept_all(teacher, first)
    key = publish(teacher, first)
    before = read_published(teacher, key)
    again = start(teacher, ARTICLE.replace("12,400", "12,900"))
    assert library.find_build(teacher, again).bank_id is not None
    assert library.read_state(teacher, again).bank.title == "Offensive, for 9b"
    accept_all(teacher, again)
    assert publish(teacher, again) == key
    assert read_published(teacher, key).keys() == before.keys()


def test_with_a_title_of_its_own_it_is_another_bank(teacher: Person):
    first = start(teacher, title="Offensive, for 9b")
    accept_all(teacher, first)
    key = publish(teacher, first)
    second = start(teacher, title="Offensive, for 10a")
    assert library.find_build(teacher, second).bank_id is None
    accept_all(teacher, second)
    assert publish(teacher, second) != key


def test_another_teachers_bank_from_the_same_article_is_left_alone(teacher: Person):
    first = start(teacher, title="Offensive, for 9b")
    accept_all(teacher, first)
    publish(teacher, first)
    ada = make_person("Ada")
    assert library.find_build(ada, start(ada)).bank_id is None


def test_an_article_in_another_language_is_refused_by_its_name(teacher: Person):
    text = "Die Schlacht an der Furt fand am 3. Mai 1712 statt. Der Herzog von Marl wurde von den Truppen"
    with pytest.raises(Refused, match="seems to be in German"):
        start(teacher, f"{text} des Generals Korr geschlagen. Er hatte 9000 Mann, und 310 wurden getötet.\n")

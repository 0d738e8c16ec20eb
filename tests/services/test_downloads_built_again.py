"""A built bank that went through the site is built again as if it had not; only ids are added."""

from pathlib import Path

import pytest
from flask import Flask

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.bank.reading.read import read_bank
from quizapp.bank.rebuilding.building import build_bank
from quizapp.bank.rebuilding.rebuild import Fate, rebuild
from quizapp.bank.schema import Bank
from quizapp.bank.write import write_bank
from quizapp.services import library
from quizapp.services.person import Person
from quizapp.writing.drafting import draft_questions
from tests.services.reviews import NOW, make_person

ARTICLES = Path(__file__).parents[2] / "questions" / "articles"
TEXT = (ARTICLES / "battle-of-hastings.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def teacher() -> Person:
    return make_person("Tess")


def build(text: str = TEXT) -> Bank:
    article = read_article(text)
    return build_bank(draft_questions(article, find_facts(article)))


def publish_and_download(person: Person, bank: Bank) -> str:
    named = bank.model_copy(update={"id": "hastings"})
    library.publish_bank(
        write_bank(named).encode(), "hastings.yaml", owner=person, audience="everybody", now=NOW
    )
    return library.download_bank(person, "hastings")[1]


def read(text: str) -> Bank:
    found = read_bank(text.encode(), "hastings.yaml", judging=False).bank
    assert found is not None
    return found


@pytest.mark.both
def test_a_download_is_built_again_in_the_same_bytes(teacher: Person) -> None:
    text = publish_and_download(teacher, build())
    rebuilt = rebuild(build(), read(text))
    assert write_bank(rebuilt.bank) == text
    assert {each.fate for each in rebuilt.outcomes} == {Fate.SAME}
    assert not any(each.is_edited for each in rebuilt.outcomes)


def test_questions_keep_the_ids_that_the_site_gave_them(teacher: Person) -> None:
    before = read(publish_and_download(teacher, build()))
    later = "On 29 September 1066, William landed"
    after = read(
        publish_and_download(
            teacher, rebuild(build(TEXT.replace("On 28 September 1066, William landed", later)), before).bank
        )
    )
    ids = {question.id for fact in before.facts for question in fact.questions}
    assert {question.id for fact in after.facts for question in fact.questions} == ids
    assert "29 September 1066" in write_bank(after)

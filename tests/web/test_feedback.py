"""What the feedback on an answer says beyond right and wrong: how it was read, and what each part was worth."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import library
from quizapp.web.templating import say_section
from tests.conftest import NOON
from tests.fixtures.site import sign_in

BANK = """
title: Mayadin
facts:
  - id: captured
    statement: Mayadin fell on 14 October 2017.
    questions: [{type: date, stem: When did Mayadin fall?, key: 2017-10-14}]
  - id: later
    statement: The desert fell in March 2018.
    questions: [{type: date, stem: In which month after 2017 did the desert fall?, key: 2018-03}]
  - id: people
    statement: It had 44,000 inhabitants.
    questions: [{type: number, stem: How many people lived there?, key: "44000"}]
  - id: sequence
    statement: First the desert, then the citadel, then the city were taken.
    questions: [{type: order, stem: In which order?, key: [the desert, the citadel, the city]}]
  - id: gap
    statement: Many foreign fighters were among the dead.
    questions: [{type: cloze, stem: Many ___ fighters were among the dead., key: [foreign]}]
  - id: gaps
    statement: Many foreign fighters died on 7 October.
    questions: [{type: cloze, stem: Many ___ fighters died on 7 ___., key: [foreign, October]}]
  - id: back
    statement: Two campaigns went on at the same time.
    questions: [{type: card, stem: Which campaigns?, key: Raqqa and Western Anbar}]
"""


def _answer(app: Flask, client: FlaskClient, fact: str, **fields: object) -> str:
    """Answer a fact's question in a session of its own, and return the whole feedback."""
    head, *facts = BANK.split("  - id: ")
    only = next(each for each in facts if each.startswith(f"{fact}\n"))
    with app.app_context():
        library.publish_bank(
            f"{head}  - id: {only}".encode(), "one.yaml", owner=None, now=NOON, audience="everybody"
        )
    sign_in(app, client, "Sam")
    where = client.post("/study", data={"bank": "one", "minutes": "5"}).location
    key = re.findall(r'(?:name="key"\s+value="|/back/)([^"?]+)"', client.get(where).text)[-1]
    client.post(where, data={"key": key, **fields})
    return client.get(f"{where}/told/{key}").text.replace("\u00a0", " ").replace("&nbsp;", " ")


@pytest.mark.parametrize(
    ("fact", "typed", "said"),
    [
        ("captured", "14.10.2017", "14 October 2017"),
        ("captured", "2017-10-13", "13 October 2017"),
        ("captured", "14 oct 2017", "14 October 2017"),
        ("people", "forty-four thousand", "44,000"),
        ("people", "43 thousand", "43,000"),
    ],
)
def test_what_was_typed_in_another_way_says_how_it_was_read(
    app: Flask, client: FlaskClient, fact: str, typed: str, said: str
) -> None:
    page = _answer(app, client, fact, response=typed)
    assert f'<dd class="note">Read as {said}</dd>' in page
    assert f'dir="auto">{typed}</dd>' in page


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("captured", "14 October 2017"),
        ("captured", "13  october 2017"),
        ("captured", "in the autumn, I think"),
        ("people", "44000"),
        ("people", "43,000"),
        ("later", "march"),
    ],
)
def test_what_was_read_as_it_was_typed_says_nothing_of_it(
    app: Flask, client: FlaskClient, fact: str, typed: str
) -> None:
    assert "Read as" not in _answer(app, client, fact, response=typed)


def test_the_answer_is_not_said_twice(app: Flask, client: FlaskClient) -> None:
    assert "The answer</dt>" not in _answer(app, client, "captured", response="14.10.2017")


def test_only_what_stands_in_its_place_has_the_colour_of_right(app: Flask, client: FlaskClient) -> None:
    given = {"response-0": "the desert", "response-1": "the city", "response-2": "the citadel"}
    page = _answer(app, client, "sequence", **given)
    said = {word: colour for colour, word in re.findall(r'<span (class="[^"]*")?>([^<]*)</span></td>', page)}
    assert said["right"] == 'class="is-right"'
    assert said["in order with the others"] == ""
    assert 'class="is-wrong"' in said.values()


def test_one_gap_is_told_as_any_other_answer(app: Flask, client: FlaskClient) -> None:
    one = _answer(app, client, "gap", response="5 October 2017")
    assert '<dt class="is-wrong">Your answer</dt>' in one
    assert one.casefold().count("another word, or spelt too far off") == 1
    assert "<table" not in one


def test_several_gaps_are_told_one_by_one(app: Flask, client: FlaskClient) -> None:
    several = _answer(app, client, "gaps", response=["native", "October"])
    assert "<table" in several
    assert several.count('data-label="Your answer"') == 2


def test_a_rating_is_not_told_as_an_answer(app: Flask, client: FlaskClient) -> None:
    page = _answer(app, client, "back", response="again")
    assert '<dt class="is-wrong">Your rating</dt><dd class="said" dir="auto">Again</dd>' in page
    assert "Your answer" not in page
    assert "You rated it" not in page


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("infobox, commander1", "infobox, commander 1"),
        ("infobox, Partof", "infobox, part of"),
        ("infobox, casualties_2", "infobox, casualties 2"),
        ("The battle, 1916 and after", "The battle, 1916 and after"),
        ("lead", "lead"),
    ],
)
def test_a_reader_is_told_the_field_of_an_infobox_in_words(section: str, said: str) -> None:
    assert say_section(section) == said

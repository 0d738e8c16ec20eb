"""What a bank file means: texts stay texts, bare questions become facts, broken parts are left out."""

import pytest

from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Bank
from tests.bench.site import write_bank
from tests.fixtures.cpu import takes_less

HEAD = "title: T\n"


def read(text: str) -> Bank:
    reading = read_bank(text.encode(), "folder/some bank.yaml")
    assert [str(problem) for problem in reading.problems] == []
    assert reading.bank is not None
    assert reading.partial == reading.bank
    return reading.bank


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "1.10",
        "12:30",
        "010",
        "2017-10-14",
        "null",
        "~",
        "true",
        "0x1F",
        "1e3",
        ".5",
        "<<",
        "=",
        "1_000",
    ],
)
def test_every_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    bank = read(HEAD + f"questions:\n  - type: card\n    stem: {typed}\n    key: {typed}\n")
    (question,) = bank.facts[0].questions
    assert question.stem == typed
    assert question.answer() == typed


def test_a_bare_question_is_a_fact_of_its_own_with_its_id() -> None:
    bank = read(
        HEAD + "questions:\n  - {type: card, stem: a, key: b, id: first}\n  - {type: card, stem: c, key: d}\n"
    )
    assert [(fact.id, fact.statement, fact.questions[0].id) for fact in bank.facts] == [
        ("first", "", "first"),
        (None, "", None),
    ]


def test_bare_questions_stand_after_the_facts_wherever_they_are_written() -> None:
    bare = "questions:\n  - {type: card, stem: a, key: b}\n"
    facts = "facts:\n  - statement: s\n    questions:\n      - {type: card, stem: c, key: d}\n"
    assert read(HEAD + bare + facts) == read(HEAD + facts + bare)


def test_a_bank_without_an_id_is_named_after_its_file() -> None:
    assert read(HEAD + "questions: [{type: card, stem: a, key: b}]").id == "some-bank"
    assert read(HEAD + "id: mine\nquestions: [{type: card, stem: a, key: b}]").id == "mine"


def test_a_field_left_empty_counts_as_left_out() -> None:
    bank = read(
        HEAD
        + "description:\nsource:\nquestions:\n  - type: card\n    stem: a\n    key: b\n    hints:\n    id:\n"
    )
    assert bank.source is None
    assert bank.facts[0].questions[0].hints == ()


def test_places_tell_where_each_fact_and_question_stands() -> None:
    text = HEAD + (
        "facts:\n"
        "  - id: one\n"
        "    statement: s\n"
        "    questions:\n"
        "      - {type: card, stem: a, key: b}\n"
        "      - {type: card, stem: a, key: b, id: mine}\n"
        "  - statement: The city fell.\n"
        "    questions:\n"
        "      - {type: card, stem: a, key: b}\n"
        "questions:\n"
        "  - {type: card, stem: Who?, key: b}\n"
    )
    assert read_bank(text.encode(), "x.yaml").places == {
        "one": (3, 5),
        "one-1": (6, 9),
        "mine": (7, 9),
        "the-city-fell": (8, 5),
        "the-city-fell-1": (10, 9),
        "who": (12, 5),
    }


MIXED = """\
title: T
colour: red
facts:
  - id: one
    statement: s
    mentions: [two]
    questions:
      - {type: card, stem: a, key: b, id: kept}
      - {type: card, stem: a}
  - id: two
    statement: The plan: to win
    questions:
      - {type: card, stem: c, key: d}
  - id: three
    statement: u
    questions:
      - {type: quiz}
questions:
  - {type: card, stem: e, key: f, id: bare}
  - {type: card, stem: e, key: f, id: bare}
"""


def test_what_is_right_of_a_broken_file_can_be_used() -> None:
    reading = read_bank(MIXED.encode(), "x.yaml")
    assert [(problem.line, problem.column) for problem in reading.problems] == [
        (2, 1),
        (9, 10),
        (11, 24),
        (17, 16),
        (20, 39),
    ]
    assert reading.bank is None
    assert reading.partial is not None
    assert [each.id for fact in reading.partial.facts for each in fact.questions] == ["kept", "bare"]


def test_nothing_is_left_of_a_file_without_a_title() -> None:
    reading = read_bank(b"questions: [{type: card, stem: a, key: b}]", "x.yaml")
    assert reading.bank is None
    assert reading.partial is None


def test_a_problem_says_file_line_column_and_remedy() -> None:
    (problem,) = read_bank(
        b"title: a: b\nquestions: [{type: card, stem: a, key: b}]", "folder/x.yaml"
    ).problems
    assert str(problem) == (
        "folder/x.yaml:1:9: a colon inside a text that has no quotes; put the whole text in quotes"
    )
    assert problem < Problem("folder/x.yaml", 2, 1, "a")


def test_a_problem_covers_the_value_that_it_is_about() -> None:
    reading = read_bank(b"title: T\nquestions: [{type: quiz, stem: a}]", "x.yaml")
    (problem,) = reading.problems
    text = reading.lines[problem.line - 1]
    assert text[problem.column - 1 :][: problem.length] == "quiz"


def test_columns_count_characters_not_bytes() -> None:
    reading = read_bank("title: T\nquestions: [{stem: 'ÄÖ😀', type: quiz}]".encode(), "x.yaml")
    assert [(problem.line, problem.column) for problem in reading.problems] == [(2, 33)]


def test_ten_thousand_questions_are_read_with_their_places_in_three_seconds() -> None:
    content, readings = write_bank(5_000), []
    assert takes_less(3, lambda: readings.append(read_bank(content, "big.yaml")))
    assert len(readings[0].places) == 15_000

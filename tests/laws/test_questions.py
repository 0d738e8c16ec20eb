"""What holds for every question type, now and later: the members of `QUESTION_TYPES` are all tried."""

import json
import random
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.questions import (
    QUESTION_TYPES,
    TYPE_NAMES,
    Question,
    Response,
    Shape,
    collect,
    grade,
    read_question,
    type_name,
    write_question,
)
from tests.laws.questions import DEFINITIONS, EXAMPLES, definitions

SHARED = 2  # how much slower a machine is that runs other tests beside this one
SWAPPABLE = [type_name(each) for each in QUESTION_TYPES if each.shape not in (Shape.TYPE_IN, Shape.REVEAL)]
NASTY = (
    "a",
    "\u0301",
    "\u200f\u200b",
    "\ufdfa",
    "[",
    "{",
    '["',
    "(a+)+$",
    "9",
    "1e9999",
    "9,999",
    "14 October 2017 ",
    "1/",
    "-",
    "one hundred and ",
    "al-",
    "\x00",
    "\ud800",
    "= = = ",
    "; ",
    "\u0663",
    "\xbd",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
)


def read(definition: dict[str, Any]) -> Question:
    return read_question(json.dumps(definition))


def test_every_type_has_a_strategy_a_name_and_a_shape() -> None:
    assert tuple(DEFINITIONS) == TYPE_NAMES, (
        "each type has its entry in tests/laws/questions.py, in the same order"
    )
    for each in QUESTION_TYPES:
        assert each.shape in Shape
        assert each.rung in ("choice", "typed", "card")
        assert all(field.title and field.description for field in each.model_fields.values())


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_the_key_grades_1(kind: str, draws: st.DataObject) -> None:
    question = read(draws.draw(definitions(kind)))
    given_grade = grade(question, question.key_response())
    assert given_grade.mark == 1, given_grade
    assert not given_grade.ask_again
    assert question.answer()


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_what_was_written_reads_back_equal(kind: str, draws: st.DataObject) -> None:
    question = read(draws.draw(definitions(kind)))
    written = write_question(question)
    again = read_question(written)
    assert again == question
    assert hash(again) == hash(question)
    assert write_question(again) == written


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_any_texts_get_a_grade(kind: str, draws: st.DataObject) -> None:
    question = read(draws.draw(definitions(kind)))
    texts = st.text(st.characters()) | st.sampled_from(
        ["14", "2017", "; ", "good", "by", *question.key_response()]
    )
    response = tuple(draws.draw(st.lists(texts, max_size=8)))
    answered = grade(question, response)
    assert 0 <= answered.mark <= 1
    assert answered.reason
    assert all(0 <= part.mark <= 1 and part.reason and part.label for part in answered.parts)
    assert grade(question, response) == answered
    assert 0 <= grade(question, question.read(draws.draw(texts))).mark <= 1


def test_every_type_with_something_to_choose_has_another_key_to_the_same() -> None:
    assert [name for name, tried in DEFINITIONS.items() if tried.swapped] == SWAPPABLE, (
        "what is chosen needs another key"
    )


@pytest.mark.parametrize("kind", SWAPPABLE)
@given(st.data())
def test_what_is_shown_does_not_depend_on_which_option_is_the_key(kind: str, draws: st.DataObject) -> None:
    definition = draws.draw(definitions(kind))
    swap = DEFINITIONS[kind].swapped
    assert swap is not None
    swapped = {**definition, **draws.draw(swap(definition))}
    seed = draws.draw(st.integers())
    assert read(definition).key_response() != read(swapped).key_response()
    assert read(definition).show(random.Random(seed)) == read(swapped).show(random.Random(seed))


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_the_key_written_on_one_line_grades_1(kind: str, draws: st.DataObject) -> None:
    question = read(draws.draw(definitions(kind)))
    key = question.key_response()
    assert grade(question, question.read(json.dumps(key))).mark == 1
    if not any(character in part for part in key for character in ';|\n\r[{"=:>-→,') and len(key) > 1:
        assert grade(question, question.read("; ".join(key))).mark == 1
        assert grade(question, question.read(" | ".join(key))).mark == 1


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_the_key_chosen_in_a_form_grades_1(kind: str, draws: st.DataObject) -> None:
    question = read(draws.draw(definitions(kind)))
    shown, key = question.show(random.Random(draws.draw(st.integers()))), question.key_response()
    fields = {"response": list(key)}
    if shown.shape is Shape.ARRANGE:
        fields = {f"position-{place}": [str(key.index(item) + 1)] for place, item in enumerate(shown.options)}
    if shown.shape is Shape.MATCH:
        rights = dict(zip(sorted(shown.lefts), key, strict=True))
        fields = {f"response-{place}": [rights[left]] for place, left in enumerate(shown.lefts)}
    assert grade(question, collect(shown, fields)).mark == 1


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(st.data())
def test_nothing_typed_is_known_before_the_answer(kind: str, draws: st.DataObject) -> None:
    definition = draws.draw(definitions(kind))
    question = read(
        {**definition, "stem": "___ ___ ___ ___"[: 4 * len(question_gaps(definition)) - 1] or "?"}
    )
    if question.shape not in (Shape.TYPE_IN, Shape.REVEAL):
        return
    shown = question.show(random.Random(1))
    assert question.answer() not in (shown.example, shown.unit, shown.wanted)
    assert shown.options == shown.lefts == ()


def question_gaps(definition: dict[str, Any]) -> list[Any]:
    return list(definition["key"]) if definition["type"] == "cloze" else []


@pytest.mark.parametrize("kind", TYPE_NAMES)
@pytest.mark.parametrize("pattern", NASTY, ids=ascii)
def test_ten_kilobytes_of_anything_are_graded_in_ten_milliseconds(kind: str, pattern: str) -> None:
    question = read(EXAMPLES[kind])
    text = pattern * (10_000 // len(pattern.encode(errors="surrogatepass")))
    for response in ((text,), question.read(text)):
        assert min(time_grade(question, response) for _ in range(5)) < 0.01 * SHARED


def time_grade(question: Question, response: Response) -> float:
    begun = process_time()
    assert 0 <= grade(question, response).mark < 1
    return process_time() - begun

"""A definition that is wrong is refused: every problem at its field, with what to do about it."""

import json
from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from quizapp.questions import TYPE_NAMES, read_question

CHOICE = {"type": "choice", "stem": "Which city?", "key": "Mayadin", "distractors": ["Dhiban"]}
ORDER = {"type": "order", "stem": "In which order?", "key": ["Mayadin", "Dhiban", "Raqqa"]}
MATCH = {"type": "match", "stem": "Who took what?", "key": {"Army": "Mayadin", "SDF": "Raqqa"}}
CLOZE = {"type": "cloze", "stem": "On ___ the army took ___.", "key": ["14 October 2017", "Mayadin"]}
NUMBER = {"type": "number", "stem": "How many?", "key": "38"}
ADD_KEY = "`key` is missing; add it"
DATE_LIKE = "write it as 2017-10-14, 2017-10, 2017, 2017-10-04/2017-10-17, ../2017-10-08 or -0479 for 480 BC"
NUMBER_LIKE = "write it like 38, 38+, 38..67 or about 1,500"
NO_LIST = "`key` must be a list; put each entry on a line of its own, after a dash"
TYPES = ", ".join(TYPE_NAMES)

REFUSED: list[tuple[Mapping[str, object], tuple[int | str, ...], str]] = [
    ({"stem": "x", "key": "y"}, (), f"`type` is missing; write one of {TYPES}"),
    (
        {"type": "chioce", "stem": "x"},
        ("type",),
        f'"chioce" is no type of question; write one of {TYPES} (did you mean choice?)',
    ),
    ({"type": "card", "stem": "x"}, ("key",), ADD_KEY),
    ({"type": "card", "key": "x"}, ("stem",), "`stem` is missing; add it"),
    ({"type": "card", "key": "x", "stem": "  "}, ("stem",), "`stem` is empty; write it or remove it"),
    ({"type": "card", "key": "x", "stem": "\u200b"}, ("stem",), "`stem` is empty; write what is asked"),
    ({"type": "card", "key": "", "stem": "x"}, ("key",), "`key` is empty; write it or remove it"),
    ({"type": "card", "key": "\u200b", "stem": "x"}, ("key",), "this is empty; write it or remove it"),
    (
        {"type": "card", "key": ["a"], "stem": "x"},
        ("key",),
        "`key` must be text; write it on one line, in quotes if it holds a colon",
    ),
    (
        {"type": "card", "key": "x" * 2001, "stem": "x"},
        ("key",),
        "`key` has more than 2000 characters; shorten it",
    ),
    (
        {**CHOICE, "id": "Mayadin 1"},
        ("id",),
        '"Mayadin 1" cannot be an id; use small letters, digits and hyphens, at most 80',
    ),
    (
        {**CHOICE, "distracters": []},
        ("distracters",),
        "`distracters` is not a field here; did you mean `distractors`?",
    ),
    ({**CHOICE, "colour": "red"}, ("colour",), "`colour` is not a field here; remove it"),
    ({**CHOICE, "distractors": []}, ("distractors",), "0 distractors are too few; write at least 1"),
    ({**CHOICE, "distractors": "Dhiban"}, ("distractors",), NO_LIST.replace("key", "distractors")),
    (
        {**CHOICE, "distractors": ["Dhiban", "mayadin"]},
        ("distractors", 1),
        '"mayadin" is both the key and a distractor; remove one of them',
    ),
    (
        {**CHOICE, "distractors": ["Al-Bukamal", "al bukamal"]},
        ("distractors", 1),
        '"al bukamal" is listed twice; remove one of them',
    ),
    (
        {**CHOICE, "distractors": ["Deir ez-Zor", "Déir Ez-Zor."]},
        ("distractors", 1),
        '"Déir Ez-Zor." is listed twice; remove one of them',
    ),
    (
        {**CHOICE, "distractors": ["Dhiban", ""]},
        ("distractors", 1),
        "this entry is empty; write it or remove it",
    ),
    ({**CHOICE, "distractors": [{"feedback": "x"}]}, ("distractors", 0, "text"), "`text` is missing; add it"),
    (
        {**CHOICE, "distractors": [{"text": "x", "feedbck": "y"}]},
        ("distractors", 0, "feedbck"),
        "`feedbck` is not a field here; did you mean `feedback`?",
    ),
    (
        {**CHOICE, "distractors": [{"text": "x", "weight": "half"}]},
        ("distractors", 0, "weight"),
        "`weight` must be a number; write it like 0.5",
    ),
    (
        {**CHOICE, "distractors": [{"text": "x", "weight": "nan"}]},
        ("distractors", 0, "weight"),
        "`weight` must be a number; write it like 0.5",
    ),
    (
        {**CHOICE, "distractors": [{"text": "x", "weight": "-1"}]},
        ("distractors", 0, "weight"),
        "`weight` is out of range; write a number from 0 to 1",
    ),
    (
        {**CHOICE, "distractors": [{"text": "x", "weight": "2"}]},
        ("distractors", 0, "weight"),
        "`weight` is out of range; write a number from 0 to 1",
    ),
    (
        {**CHOICE, "key": {"text": "Mayadin", "weight": "1"}},
        ("key", "weight"),
        "the key always counts 1; remove its weight",
    ),
    (
        {**CHOICE, "distractors": [["x"]]},
        ("distractors", 0),
        "this must be written with fields; it knows `text`, `feedback`, `weight`",
    ),
    (
        {**CHOICE, "hints": [{"text": "x", "reveals": "perhaps"}]},
        ("hints", 0, "reveals"),
        "`reveals` must be yes or no; write one of the two",
    ),
    ({**CHOICE, "hints": "x"}, ("hints",), NO_LIST.replace("key", "hints")),
    ({"type": "choices", "stem": "x", "key": []}, ("key",), "0 right options are too few; write at least 1"),
    (
        {"type": "choices", "stem": "x", "key": ["a", "A"]},
        ("key", 1),
        '"A" is listed twice; remove one of them',
    ),
    (
        {"type": "choices", "stem": "x", "key": ["a"], "distractors": ["b", "a"]},
        ("distractors", 1),
        '"a" is both the key and a distractor; remove one of them',
    ),
    (
        {"type": "choices", "stem": "x", "key": [{"text": "a", "weight": "1"}]},
        ("key", 0, "weight"),
        "each right option counts the same; remove its weight",
    ),
    ({"type": "date", "stem": "x", "key": "Mayadin"}, ("key",), f"'Mayadin' is not a date; {DATE_LIKE}"),
    (
        {"type": "date", "stem": "x", "key": "2017-02-31"},
        ("key",),
        "there is no 31 February 2017; that month has 28 days",
    ),
    ({**NUMBER, "key": "several"}, ("key",), f'"several" is not a number; {NUMBER_LIKE}'),
    (
        {**NUMBER, "key": "more than 5"},
        ("key",),
        '"more than 5" leaves open whether 5 is right; write "6+" or "at least 6"',
    ),
    ({**NUMBER, "key": "< 10"}, ("key",), '"< 10" leaves open whether 10 is right; write "at most 9"'),
    ({**NUMBER, "key": "1.500"}, ("key",), '"1.500" is read in two ways; write 1500 or 1.5'),
    (
        {**NUMBER, "tolerance": "a bit"},
        ("tolerance",),
        '"a bit" is not a tolerance; write a number such as 2, or a share such as 5 %',
    ),
    (
        {**NUMBER, "key": "10 km", "unit": "miles"},
        ("unit",),
        'the key is in km and the unit is "miles"; name the unit once',
    ),
    ({**ORDER, "key": ["a", "b"]}, ("key",), "2 items are too few; write at least 3"),
    (
        {**ORDER, "key": ["a", "b", "B", "c"]},
        ("key", 2),
        '"B" is listed twice; write each item so that it can be told from the others',
    ),
    ({**ORDER, "key": [str(n) for n in range(101)]}, ("key",), "101 items are too many; keep at most 100"),
    ({**ORDER, "key": "a, b, c"}, ("key",), NO_LIST),
    ({**MATCH, "key": {"a": "x"}}, ("key",), "1 pairs are too few; write at least 2"),
    (
        {**MATCH, "key": ["a"]},
        ("key",),
        "`key` must be pairs; write each as `left: right` on a line of its own",
    ),
    (
        {**MATCH, "key": {"a": "x", "A": "y"}},
        ("key", "A"),
        '"A" is on the left twice; write each left side once',
    ),
    (
        {**MATCH, "key": {"a": "x", "b": "X", "c": "y"}},
        ("key", "b"),
        '"X" and "x" look the same; write both the same way',
    ),
    (
        {**MATCH, "key": {"a": "x", "b": "x"}},
        ("key",),
        "every pair has the same right side; add a pair with another, or ask a choice",
    ),
    ({**MATCH, "key": {"a": "x", "b": ""}}, ("key", "b"), "`b` is empty; write it or remove it"),
    (
        {**MATCH, "distractors": ["raqqa"]},
        ("distractors", 0),
        '"raqqa" is both the key and a distractor; remove one of them',
    ),
    (
        {**CLOZE, "key": ["14 October 2017"]},
        ("key",),
        "the stem has 2 gaps and the key 1; write one entry for each ___",
    ),
    (
        {**CLOZE, "stem": "On __ it fell."},
        ("key",),
        "the stem has no gap; write ___ in it for each entry of the key",
    ),
]


def find_problems(definition: Mapping[str, object]) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as refused:
        read_question(json.dumps(definition))
    return [(each["loc"], each["msg"]) for each in refused.value.errors()]


@pytest.mark.parametrize(("definition", "place", "message"), REFUSED)
def test_what_is_wrong_is_said_at_its_place(
    definition: Mapping[str, object], place: tuple[int | str, ...], message: str
) -> None:
    assert find_problems(definition) == [(place, message)]


def test_every_problem_is_said_at_once() -> None:
    problems = find_problems(
        {
            "type": "choice",
            "id": "No",
            "stem": "",
            "key": "Mayadin",
            "distractors": [{"text": "Mayadin"}, {"text": "Dhiban", "feedback": ["x"]}],
            "hint": "x",
        }
    )
    assert [place for place, _ in problems] == [("stem",), ("id",), ("distractors", 1, "feedback"), ("hint",)]


def test_a_definition_that_is_no_mapping_is_refused_in_words() -> None:
    with pytest.raises(
        ValidationError, match="a question must be written with fields; begin with `type` and"
    ):
        read_question("[]")


@pytest.mark.parametrize(
    "texts",
    [
        ("C", "C++"),
        ("C", "C#"),
        ("5", "-5"),
        ("38", "38+"),
        ("1.5", "15"),
        ("4 October", "14 October"),
        ("1-2 October", "12 October"),
        ("<", ">"),
        ("мир", "мыр"),
    ],
)
def test_options_that_differ_by_a_sign_or_a_digit_are_different(texts: tuple[str, str]) -> None:
    question = read_question(json.dumps({**CHOICE, "key": texts[0], "distractors": [texts[1]]}))
    assert question.mark((texts[0],)).mark == 1
    assert question.mark((texts[1],)).mark == 0


@pytest.mark.parametrize(
    "key", ["no more than 5", "not over 5", ">= 5", "5 or over", "1.5", "0.125", "1,500", "3.1420"]
)
def test_a_number_with_a_clear_meaning_is_a_key(key: str) -> None:
    assert read_question(json.dumps({**NUMBER, "key": key})).answer()

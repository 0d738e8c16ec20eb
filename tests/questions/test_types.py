"""What each type shows, says of its options and key, and understands of a typed answer."""

import json
import random
from typing import Any, Literal

from pydantic import TypeAdapter

from quizapp.questions import (
    TYPE_NAMES,
    AnyQuestion,
    Choosable,
    Grade,
    Part,
    Question,
    Shape,
    grade,
    read_question,
    type_name,
    write_question,
)
from quizapp.questions.text import Text


def read(kind: str, **fields: Any) -> Question:
    return read_question(json.dumps({"type": kind, "stem": "Asked?", **fields}))


def test_a_choice_shows_its_options_in_an_order_of_the_dice() -> None:
    question = read(
        "choice", key="A", distractors=["B", "C", "D"], hints=["h", {"text": "i", "reveals": "yes"}]
    )
    shown = [question.show(random.Random(seed)) for seed in range(20)]
    assert {each.options[0] for each in shown} == {"A", "B", "C", "D"}
    assert shown[0].shape is Shape.PICK_ONE
    assert shown[0].hints == 2
    assert [hint.reveals for hint in question.hints] == [False, True]
    assert question.show(random.Random(3)) == shown[3]


def test_an_option_says_what_it_really_is() -> None:
    question = read(
        "choice",
        key={"text": "Mayadin", "feedback": "The city on the west bank."},
        distractors=[{"text": "Dhiban", "feedback": "A village across the river."}, "Raqqa"],
    )
    assert question.option_feedback("dhiban") == "A village across the river."
    assert question.option_feedback("Mayadin") == "The city on the west bank."
    assert question.option_feedback("Raqqa") == ""
    assert question.option_feedback("Paris") == ""


def test_what_can_be_picked_says_whether_it_is_right_and_what_it_really_is() -> None:
    village = {"text": "Dhiban", "feedback": "A village."}
    one = read("choice", key={"text": "Mayadin", "feedback": "A city."}, distractors=[village])
    assert one.choosable() == (
        Choosable("Mayadin", is_right=True, feedback="A city."),
        Choosable("Dhiban", is_right=False, feedback="A village."),
    )
    several = read("choices", key=["Raqqa", "Mayadin"], distractors=[village])
    assert [(each.text, each.is_right) for each in several.choosable()] == [
        ("Raqqa", True),
        ("Mayadin", True),
        ("Dhiban", False),
    ]
    assert several.choosable()[2].feedback == "A village."
    for other in (read("order", key=["A", "B", "C"]), read("match", key={"a": "x", "b": "y"})):
        assert other.choosable() == ()


def test_each_option_of_choices_is_told_apart() -> None:
    question = read("choices", key=["A", "B"], distractors=["C", "D"])
    assert grade(question, ("A", "C")) == Grade(
        0.0,
        "1 of 2 right ones picked, and 1 that does not belong",
        (
            Part("A", "picked", "picked", 1.0, "right"),
            Part("B", "not picked", "picked", 0.0, "missed"),
            Part("C", "picked", "not picked", 0.0, "does not belong here"),
            Part("D", "not picked", "not picked", 1.0, "right"),
        ),
    )


def test_an_item_out_of_place_is_told_where_it_belongs() -> None:
    question = read("order", key=["A", "B", "C", "D"])
    parts = grade(question, ("D", "A", "B", "C")).parts
    assert [(part.given, part.expected, part.mark) for part in parts] == [
        ("D", "A", 0.0),
        ("A", "B", 1.0),
        ("B", "C", 1.0),
        ("C", "D", 1.0),
    ]
    assert parts[0].reason == "belongs in place 4"
    assert parts[1].reason == "in order with the others"
    reversed_parts = grade(question, ("D", "C", "B", "A")).parts
    assert [part.mark for part in reversed_parts] == [0.0] * 4
    assert "in order with the others" not in [part.reason for part in reversed_parts]


def test_what_is_left_empty_is_asked_for_and_nothing_is_told_of_the_rest() -> None:
    order = read("order", key=["A", "B", "C"])
    remedy = "give every item a place of its own"
    assert grade(order, ("A", "", "C")) == Grade(0.5, f"1 of 3 is still empty; {remedy}", ask_again=True)
    assert grade(order, order.read("A; ; C")).ask_again
    assert grade(order, ("A",)).reason == f"2 of 3 are still empty; {remedy}"
    match = read("match", key={"a": "x", "b": "y"})
    assert grade(match, ("", "y")).reason == "1 of 2 is still empty; choose a right side for each left side"
    cloze = read("cloze", stem="___ and ___", key=["A", "B"])
    for given in (("A", ""), ("C", ""), ("", "?")):
        told = grade(cloze, given)
        assert (told.reason, told.parts, told.ask_again) == (
            "1 of 2 is still empty; fill every gap",
            (),
            True,
        )
    assert not grade(cloze, ("?", "?")).ask_again


def test_match_shows_each_right_side_once_and_answers_in_the_sorted_order_of_the_left_sides() -> None:
    question = read("match", key={"b": "x", "a": "y", "c": "x"}, distractors=["z"])
    shown = question.show(random.Random(1))
    assert sorted(shown.options) == ["x", "y", "z"]
    assert sorted(shown.lefts) == ["a", "b", "c"]
    assert question.key_response() == ("y", "x", "x")
    assert question.answer() == "b: x; a: y; c: x"


def test_a_date_says_how_exact_it_must_be_with_an_example_that_is_not_the_key() -> None:
    assert read("date", key="2017-10-14").show(random.Random(1)).wanted == "to the day"
    assert read("date", key="2017-10").show(random.Random(1)).wanted == "to the month"
    assert read("date", key="2017").show(random.Random(1)).wanted == "to the year"
    assert read("date", key="2017-10-04/2017-10-17").show(random.Random(1)).wanted == "first and last day"
    assert read("date", key="../2017-10-08").show(random.Random(1)).wanted == "to the day"
    assert read("date", key="2017-10-14").show(random.Random(1)).example == "9 May 1945"
    assert read("date", key="1945-05-09").show(random.Random(1)).example == "14 July 1789"
    assert read("date", key="1939/1945").show(random.Random(1)).example == "1789 to 1799"


def test_a_date_says_how_it_was_read_and_its_key_in_english() -> None:
    question = read("date", key="2017-10-14")
    assert question.read_as("14 oct 2017") == "14 October 2017"
    assert question.read_as("no idea") == ""
    assert question.answer() == "14 October 2017"
    assert read("date", key="../2017-10-08").answer() == "by 8 October 2017"
    assert read("date", key="14 October 2017").answer() == "14 October 2017"
    assert read("date", stem="On which day of 2017?", key="2017-10-14").read_as("14 oct") == "14 October 2017"


def test_a_number_says_how_it_was_read_and_its_key_with_the_unit() -> None:
    question = read("number", key="1,500", unit="km")
    assert question.read_as("fifteen hundred") == "1,500"
    assert question.read_as("some") == ""
    assert question.answer() == "1,500 km"
    assert read("number", key="38", unit="killed").answer() == "38 killed"
    assert read("number", key="38+").answer() == "at least 38"
    assert question.show(random.Random(1)).unit == "km"
    assert question.show(random.Random(1)).input_mode == "decimal"
    assert read("number", key="-5").show(random.Random(1)).input_mode == "text"


def test_a_comma_may_stand_inside_a_right_side_or_an_option() -> None:
    match = read("match", key={"a": "x, y", "b": "z"})
    assert match.read("a = x, y, b = z") == ("x, y", "z")
    choices = read("choices", key=["x, y", "z"], distractors=["x"])
    assert choices.read("x, y; z") == ("x, y", "z")
    assert choices.read("x, y") == ("x, y",)
    assert choices.read("z, x") == ("z", "x")


def test_a_range_asks_for_both_ends_on_a_keyboard_that_has_words() -> None:
    shown = read("number", key="38..67").show(random.Random(1))
    assert (shown.wanted, shown.input_mode) == ("lowest and highest", "text")
    assert read("number", key="38+").show(random.Random(1)).wanted == ""


def test_the_year_in_a_stem_need_not_be_typed_again_if_it_is_that_year() -> None:
    assert grade(read("date", stem="When in 2017?", key="2017-10-14"), ("14 October",)).mark == 1
    assert grade(read("date", stem="When, after 1500 fell?", key="2017-10-14"), ("14 October",)).ask_again


def test_an_option_in_quotes_or_brackets_is_an_option() -> None:
    question = read("choice", key='"Tiger"', distractors=['["Lion"]'])
    assert grade(question, question.read('"Tiger"')).mark == 1
    assert question.read('["Lion"]') == ('["Lion"]',)


def test_the_key_of_a_cloze_is_said_gap_by_gap() -> None:
    question = read("cloze", stem="On ___ the army took ____.", key=["2017-10-14", "Mayadin"])
    assert question.answer() == "14 October 2017; Mayadin"
    assert question.show(random.Random(1)).gaps == 2


def test_what_is_as_right_is_told_with_the_number_of_its_gap() -> None:
    assert read("text", key="Suheil al-Hassan", accepted=["The Tiger"]).also_right() == ("The Tiger",)
    gaps = ["2017-10-14", {"text": "Mayadin", "accepted": ["Al-Mayadin", "Mayadeen"]}]
    assert read("cloze", stem="On ___, ___.", key=gaps).also_right() == ("2: Al-Mayadin", "2: Mayadeen")
    assert read("card", key="back").also_right() == ()


def test_a_rating_travels_with_the_grade_of_a_card() -> None:
    card = read("card", key="back")
    assert grade(card, ("hard",)) == Grade(1.0, "you rated it hard", rating="hard")
    assert grade(card, ("4",)).rating == "easy"
    assert grade(card, ("again",)).mark == 0
    assert grade(card, ("whatever",)).rating == ""
    assert card.show(random.Random(1)).shape is Shape.REVEAL


def test_what_is_not_a_tuple_of_texts_or_far_too_much_is_graded_too() -> None:
    question = read("text", key="Mayadin")
    broken: Any = ["Mayadin"]
    assert grade(question, broken).mark == 0
    broken = (1, None)
    assert grade(question, broken).mark == 0
    assert grade(question, ("x",) * 201).reason == "201 parts are too many; send at most 200"
    assert grade(question, ("x" * 9_000,)).reason == "longer than any answer; write at most 4,000 characters"
    assert grade(question, ("Mayadin" + "\u200b" * 9_000,)).mark == 1


def test_defaults_are_left_out_and_bare_texts_stay_bare() -> None:
    question = read("choice", key={"text": "A"}, distractors=["B", {"text": "C", "weight": "0.5"}], hints=[])
    assert write_question(question) == (
        '{"distractors":["B",{"text":"C","weight":0.5}],"key":"A","stem":"Asked?","type":"choice"}'
    )


def test_a_type_is_called_as_its_file_says_not_as_its_class() -> None:
    class MapLabel(Text):
        type: Literal["map-label"]  # type: ignore[assignment]

    assert type_name(MapLabel) == "map-label"
    assert type_name(Text) == "text"


def test_the_schema_names_every_type_and_takes_bare_texts_for_options() -> None:
    schema = TypeAdapter(AnyQuestion).json_schema()
    assert tuple(schema["discriminator"]["mapping"]) == tuple(sorted(TYPE_NAMES))
    key = schema["$defs"]["Choice"]["properties"]["key"]
    assert {"type": "string"} in key["anyOf"]
    assert all(
        field.get("title") and field.get("description")
        for model in schema["$defs"].values()
        for field in model["properties"].values()
    )

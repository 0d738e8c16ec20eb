"""How a form filled in by a browser, with or without JavaScript, becomes a response."""

import json

import pytest

from quizapp.questions import Response, Shape, Shown, collect, grade, read_question
from quizapp.questions.shown import LONGEST_UNKNOWN, MOST_PARTS
from quizapp.values.text import MAX_RESPONSE

ITEMS = ("Hama", "Idlib", "Mayadin", "Raqqa")
ARRANGED = Shown(Shape.ARRANGE, "Order them", ITEMS)
MATCHED = Shown(Shape.MATCH, "Match them", ("east", "west"), lefts=("Mayadin", "Dhiban"))


def test_one_option_is_taken_once() -> None:
    shown = Shown(Shape.PICK_ONE, "Which?", ("A", "B"))
    assert collect(shown, {"response": ["B"]}) == ("B",)
    assert collect(shown, {"response": ["B", "A"]}) == ("B",)
    assert collect(shown, {}) == ()


def test_every_ticked_option_is_taken() -> None:
    assert collect(Shown(Shape.PICK_MANY, "Which?", ("A", "B", "C")), {"response": ["C", "A"]}) == ("C", "A")


def test_a_typed_answer_is_one_part_even_if_it_is_left_out() -> None:
    shown = Shown(Shape.TYPE_IN, "When?")
    assert collect(shown, {"response": ["14 October 2017"]}) == ("14 October 2017",)
    assert collect(shown, {}) == ("",)


def test_gaps_keep_their_places() -> None:
    shown = Shown(Shape.TYPE_IN, "___ and ___ and ___", gaps=3)
    assert collect(shown, {"response": ["", "two", ""]}) == ("", "two", "")
    assert collect(shown, {"response": ["one"]}) == ("one", "", "")
    assert collect(shown, {"response": ["1", "2", "3", "4"]}) == ("1", "2", "3")


def test_a_rating_is_taken() -> None:
    assert collect(Shown(Shape.REVEAL, "Front"), {"response": ["good"]}) == ("good",)


def test_moved_items_are_taken_by_place() -> None:
    fields = {f"response-{place}": [item] for place, item in enumerate(reversed(ITEMS))}
    assert collect(ARRANGED, fields) == tuple(reversed(ITEMS))


def test_places_chosen_for_items_order_them() -> None:
    fields = {"position-0": ["4"], "position-1": ["1"], "position-2": ["3"], "position-3": ["2"]}
    assert collect(ARRANGED, fields) == ("Idlib", "Raqqa", "Mayadin", "Hama")


@pytest.mark.parametrize(
    ("places", "response"),
    [
        (("4", "1", "", "2"), ("Idlib", "Raqqa", "", "Hama")),
        (("4", "1", "x", "2"), ("Idlib", "Raqqa", "", "Hama")),
        (("4", "1", "0", "5"), ("Idlib", "", "", "Hama")),
        (("4", "1", "1", " 2 "), ("Idlib", "Raqqa", "", "Hama")),
        (("1", "1", "1", "1"), ("Hama", "", "", "")),
        (("x", "-1", "9999999", "\u0663"), ("", "", "", "")),
    ],
)
def test_a_place_that_is_empty_strange_or_given_twice_leaves_a_hole_and_is_asked_for(
    places: tuple[str, ...], response: Response
) -> None:
    fields = {f"position-{number}": [place] for number, place in enumerate(places)}
    assert collect(ARRANGED, fields) == response
    definition = {"type": "order", "stem": "Order them", "key": ITEMS}
    graded = grade(read_question(json.dumps(definition)), collect(ARRANGED, fields))
    assert graded.ask_again
    remedy = "give every item a place of its own" if any(response) else "nothing was answered"
    assert graded.reason.endswith(remedy)


def test_nothing_arranged_is_nothing_answered() -> None:
    assert collect(ARRANGED, {}) == ()


def test_right_sides_come_in_the_sorted_order_of_the_left_sides() -> None:
    assert collect(MATCHED, {"response-0": ["west"], "response-1": ["east"]}) == ("east", "west")
    assert collect(MATCHED, {"response-0": ["west"]}) == ("", "west")


def test_of_what_is_too_long_or_too_much_only_what_is_graded_is_kept() -> None:
    endless = "x" * (MAX_RESPONSE + 1)
    fields = {"response": [endless], "response-0": [endless], "response-1": [endless]}
    assert collect(Shown(Shape.TYPE_IN, "When?"), fields) == (endless[:MAX_RESPONSE],)
    for shown in (Shown(Shape.PICK_MANY, "Which?"), MATCHED, ARRANGED):
        assert {len(part) for part in collect(shown, fields)} <= {0, LONGEST_UNKNOWN}
    everything = collect(Shown(Shape.PICK_MANY, "Which?"), {"response": ["A"] * 100_000})
    assert everything == ("A",) * MOST_PARTS

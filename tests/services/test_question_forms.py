"""A question in plain fields is the same question, whatever its type; a type without a layout is written as YAML."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.reading.read import read_bank
from quizapp.bank.reading.source import FORBIDDEN
from quizapp.bank.write import write_fields
from quizapp.questions import QUESTION_TYPES, TYPE_NAMES, Question, read_question, write_question
from quizapp.services.errors import Refused
from quizapp.services.library import Unfit, blank_form, check_typed, show_typed, write_typed
from quizapp.services.library.forms import Form, fill_form
from quizapp.services.library.layouts import KEPT, LAYOUTS, input_names
from quizapp.services.library.turning import SPARE_NAMES
from tests.laws.questions import definitions

FEW = settings(max_examples=40)


def _read(definition: dict[str, Any]) -> Question:
    return read_question(json.dumps(definition))


def _plain(question: Question) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(write_question(question))
    return plain


def _send(form: Form) -> dict[str, list[str]]:
    """What a browser sends of a form as it stands there."""
    sent: dict[str, list[str]] = {}
    for filled in form.fields:
        for name, column in zip(input_names(filled.control), zip(*filled.rows, strict=True), strict=True):
            sent[name] = [cell.replace("\n", "\r\n") for cell in column]
    return sent


def _from_yaml(text: str) -> Question:
    return _read(yaml.load(text, yaml.BaseLoader))


def _problem_form(kind: str, typed: dict[str, list[str]]) -> Form | None:
    try:
        check_typed(kind, typed)
    except Unfit as unfit:
        return unfit.form
    return None


def test_every_layout_covers_its_type_and_names_each_field_once() -> None:
    types = dict(zip(TYPE_NAMES, QUESTION_TYPES, strict=True))
    assert len({layout.type for layout in LAYOUTS}) == len(LAYOUTS)
    for layout in LAYOUTS:
        names = [control.name for control in layout.controls]
        assert sorted(names) == sorted(set(types[layout.type].model_fields) - KEPT)


def test_what_not_every_form_has_is_carried_along_when_the_type_changes() -> None:
    names = [{name for each in layout.controls for name in input_names(each)} for layout in LAYOUTS]
    assert set().union(*names) - set.intersection(*names) == set(SPARE_NAMES)


def test_a_type_without_a_layout_falls_back_to_yaml() -> None:
    assert blank_form("sorting-of-tomorrow") is None
    with pytest.raises(Refused, match="YAML"):
        write_typed("sorting-of-tomorrow", {"stem": ["What?"]})


@pytest.mark.parametrize("kind", TYPE_NAMES)
def test_a_question_whose_form_is_sent_as_it_stands_is_not_changed(kind: str) -> None:
    @FEW
    @given(definitions(kind))
    def check(definition: dict[str, Any]) -> None:
        question = _read(definition)
        form, snippet = fill_form(question), write_fields(_plain(question))
        if form is None or FORBIDDEN.search(snippet):
            return
        check_typed(kind, _send(form), question)
        assert write_typed(kind, _send(form), question, snippet) == snippet

    check()


@pytest.mark.parametrize("kind", TYPE_NAMES)
def test_a_question_typed_into_an_empty_form_is_the_same_but_for_what_no_form_shows(kind: str) -> None:
    @FEW
    @given(definitions(kind))
    def check(definition: dict[str, Any]) -> None:
        question = _read({name: each for name, each in definition.items() if name not in KEPT - {"type"}})
        form = fill_form(question)
        if form is None or "weight" in write_question(question):
            return
        typed = _from_yaml(write_typed(kind, _send(form)))
        assert grown(typed) == grown(question)

    def grown(question: Question) -> object:
        return join_lines(json.loads(write_question(question)))

    def join_lines(written: Any) -> Any:
        if isinstance(written, dict):
            return {join_lines(name): join_lines(each) for name, each in written.items()}
        if isinstance(written, list):
            return [join_lines(each) for each in written]
        return written.replace("\n", "") if isinstance(written, str) else written

    check()


@pytest.mark.parametrize("kind", TYPE_NAMES)
@FEW
@given(
    typed=st.dictionaries(
        st.sampled_from(["stem", "key", "key-feedback", "key-right", "distractors", "hints"]),
        st.lists(st.text(max_size=8), max_size=3),
    )
)
def test_anything_typed_is_a_question_or_has_its_problems_in_words(
    kind: str, typed: dict[str, list[str]]
) -> None:
    shown = show_typed(kind, typed)
    assert shown is not None, "each type has its layout in services/library/layouts.py"
    form = _problem_form(kind, typed)
    if form is None:
        assert _from_yaml(write_typed(kind, typed)).type == kind
        return
    said = [*form.problems, *(each for filled in form.fields for each in filled.problems)]
    said += [each for filled in form.fields for _, each in filled.row_problems]
    assert said
    assert all("; " in each for each in said)
    assert _send(form) == _send(shown)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "questions").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_question_that_ships_has_a_form_that_gives_it_back(path: Path) -> None:
    bank = read_bank(path.read_bytes(), path.name).bank
    assert bank is not None
    for question in (each for fact in bank.facts for each in fact.questions):
        form = fill_form(question)
        assert form is not None, question.id
        check_typed(question.type, _send(form), question)
        assert write_typed(question.type, _send(form), question, "as it was") == "as it was"


CHOICE = {
    "type": "choice",
    "id": "q1",
    "tags": ["river"],
    "picture": "map.png",
    "stem": "Which town?",
    "key": "Mayadin",
    "distractors": ["Paris", {"text": "Rome", "weight": "0.5", "feedback": "On the Tiber."}, "Hit"],
}


def _mend(definition: dict[str, Any], **changes: list[str]) -> dict[str, Any]:
    question = _read(definition)
    form = fill_form(question)
    assert form is not None
    typed = _send(form) | {name.replace("_", "-"): each for name, each in changes.items()}
    check_typed(question.type, typed, question)
    return _plain(_from_yaml(write_typed(question.type, typed, question, write_fields(_plain(question)))))


@pytest.mark.parametrize(
    ("texts", "weighed"),
    [
        (["Paris", "Roma", "Hit"], 1),  # a spelling mended
        (["Rome", "Paris", "Hit"], 0),  # another order
        (["", "Rome", "Hit"], 0),  # one left out
    ],
)
def test_what_the_form_does_not_show_stays(texts: list[str], weighed: int) -> None:
    mended = _mend(CHOICE, distractors=texts)
    assert (mended["id"], mended["tags"], mended["picture"]) == ("q1", ["river"], "map.png")
    assert mended["distractors"][weighed]["weight"] == 0.5
    assert [isinstance(each, dict) and "weight" in each for each in mended["distractors"]].count(True) == 1


def test_a_field_that_is_emptied_goes() -> None:
    mended = _mend(
        {**CHOICE, "feedback": "So it is.", "hints": ["a", {"text": "b", "reveals": "yes"}]}, hints=[""]
    )
    assert "hints" not in mended
    assert mended["feedback"] == "So it is."


@pytest.mark.parametrize(
    "definition",
    [
        {"type": "order", "stem": "S", "key": ["a", "b", "c\nd"]},
        {"type": "cloze", "stem": "___", "key": ["a | b"]},
        {"type": "card", "stem": "S", "key": "K", "hints": ["It is (reveals)"]},
        {"type": "text", "stem": "S", "key": "a\nb"},
    ],
)
def test_what_a_form_could_not_give_back_has_none(definition: dict[str, Any]) -> None:
    assert fill_form(_read(definition)) is None


def test_each_problem_stands_beside_what_it_is_about() -> None:
    typed = {
        "stem": ["Which?"],
        "key": ["Paris"],
        "distractors": ["Rome", "", "paris", ""],
        "distractors-feedback": ["", "", "", "A city."],
    }
    with pytest.raises(Unfit) as unfit:
        check_typed("choice", typed)
    fields = {filled.control.name: filled for filled in unfit.value.form.fields}
    assert [row for row, _ in fields["distractors"].row_problems] == [3]
    typed["distractors-feedback"] = [""] * 4
    with pytest.raises(Unfit) as unfit:
        check_typed("choice", typed)
    fields = {filled.control.name: filled for filled in unfit.value.form.fields}
    assert [row for row, _ in fields["distractors"].row_problems] == [2]
    assert fields["stem"].problems == ()


def test_a_left_side_that_is_typed_twice_is_a_problem_of_its_row() -> None:
    typed = {"stem": ["Match"], "key": ["a", "b", "a"], "key-right": ["1", "2", "3"]}
    with pytest.raises(Unfit) as unfit:
        check_typed("match", typed)
    (key,) = (filled for filled in unfit.value.form.fields if filled.control.name == "key")
    assert "twice" in key.row_problems[0][1]
    assert [row for row in key.rows if any(row)] == [("a", "1"), ("b", "2"), ("a", "3")]


def test_a_cloze_has_a_field_for_each_gap() -> None:
    typed = {"stem": ["___ and ___ and ___ and ___"], "key": ["a | b", "c"]}
    form = show_typed("cloze", typed)
    assert form is not None
    assert len(form.fields[1].rows) == 4
    assert "accepted:\n      - b" in write_typed("cloze", typed)


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("date", "2017-10-14", "14 October 2017"),
        ("date", "../2017-10-08", "by 8 October 2017"),
        ("date", "10/11/2017", ""),
        ("number", "38+", "at least 38"),
        ("number", "many", ""),
    ],
)
def test_a_date_and_a_number_say_how_they_are_read(kind: str, typed: str, said: str) -> None:
    form = show_typed(kind, {"key": [typed]})
    assert form is not None
    assert form.fields[1].read_as == said


def test_more_rows_are_added_to_what_was_typed() -> None:
    typed = {"distractors": ["a", "b", "c", "d", "e"], "distractors-feedback": [""] * 5}
    form = show_typed("choice", typed, more_rows=3)
    assert form is not None
    assert [row[0] for row in form.fields[2].rows] == ["a", "b", "c", "d", "e", "", "", ""]

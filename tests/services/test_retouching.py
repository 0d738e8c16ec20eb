"""A drafted fact is edited in plain fields or as YAML; an edit is a step, and is taken back like a verdict."""

from pathlib import Path

import pytest
from flask import Flask

from quizapp.bank.reading.read import read_bank
from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.services.library.layouts import input_names
from quizapp.services.person import Person
from tests.fixtures.site import STRAIT
from tests.services.reviews import make_person, open_keys, start

Fields = dict[str, list[str]]


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def teacher() -> Person:
    return make_person("Tess")


def _find(person: Person, build_id: str, key: str) -> library.DraftedPiece:
    return library.find_piece(library.read_state(person, build_id), key)


def _type(found: library.DraftedPiece) -> Fields:
    """What a browser sends when the forms of a fact are submitted as they are shown."""
    assert found.forms is not None
    fields: Fields = {}
    for number, form in enumerate(found.forms, 1):
        for filled in form.fields:
            for column, name in enumerate(input_names(filled.control)):
                fields[f"q{number}-{name}"] = [row[column] for row in filled.rows]
    return fields


def _find_choice(person: Person, build_id: str) -> tuple[str, int]:
    """The key of a fact with a choice among several questions, and the choice's number."""
    for fact in library.read_state(person, build_id).facts:
        types = [question.type for question in fact.questions]
        if "choice" in types and len(types) > 1:
            return str(fact.id), types.index("choice") + 1
    raise AssertionError("no such fact")


def _save(person: Person, build_id: str, key: str, fields: Fields, said: str | None = None) -> None:
    found = _find(person, build_id, key)
    text = library.check_typed_fact(library.read_state(person, build_id), key, fields)
    library.edit_fact(person, build_id, key, found.seen, text, found.statement if said is None else said)


def test_the_forms_of_every_drafted_fact_give_back_what_they_show(teacher: Person):
    for path in sorted(Path(STRAIT.parent).glob("*.txt")):
        build_id = start(teacher, library.read_given(path.read_bytes()))
        state = library.read_state(teacher, build_id)
        assert state.facts
        for fact in state.facts:
            found = library.find_piece(state, str(fact.id))
            assert library.check_typed_fact(state, found.key, _type(found)) == found.text
            assert library.write_typed_fact(state, found.key, _type(found)) == found.text


def test_what_is_typed_into_a_field_is_what_is_published_and_nothing_else_changes(teacher: Person):
    build_id = start(teacher)
    key, number = _find_choice(teacher, build_id)
    before = next(fact for fact in library.read_state(teacher, build_id).facts if fact.id == key)
    fields = _type(_find(teacher, build_id, key))
    fields[f"q{number}-stem"] = ["Whom shall this ask, by the teacher?"]
    fields[f"q{number}-distractors"][0] = "The Teacher’s Own Lure"
    fields[f"q{number}-distractors-feedback"][0] = "It is typed: with a colon, and #"
    _save(teacher, build_id, key, fields, "It is  so.")
    library.decide(teacher, build_id, key, "accepted")
    text = library.write_accepted(library.read_state(teacher, build_id))
    bank = read_bank(text.encode(), "x.yaml").bank
    assert bank is not None
    (fact,) = bank.facts
    assert (fact.id, fact.statement, fact.evidence) == (key, "It is so.", before.evidence)
    asked = fact.questions[number - 1]
    assert asked.stem == "Whom shall this ask, by the teacher?"
    lures = [(each.text, each.feedback) for each in asked.choosable() if not each.is_right]
    assert ("The Teacher’s Own Lure", "It is typed: with a colon, and #") in lures
    others = [question for place, question in enumerate(fact.questions, 1) if place != number]
    assert others == [question for place, question in enumerate(before.questions, 1) if place != number]


def test_a_field_that_cannot_be_read_says_so_beside_it_and_changes_nothing(teacher: Person):
    build_id = start(teacher)
    key, number = _find_choice(teacher, build_id)
    before = _find(teacher, build_id, key)
    fields = _type(before)
    fields[f"q{number}-stem"] = ["  "]
    other = 2 if number == 1 else 1
    fields[f"q{other}-stem"] = ["Another stem that was typed?"]
    with pytest.raises(library.UnfitFact) as unfit:
        _save(teacher, build_id, key, fields)
    wrong, kept = unfit.value.forms[number - 1], unfit.value.forms[other - 1]
    assert [each.control.name for each in wrong.fields if each.problems] == ["stem"]
    assert kept.fields[0].rows == (("Another stem that was typed?",),)
    with pytest.raises(library.Unstated):
        _save(teacher, build_id, key, _type(before), " ")
    with pytest.raises(library.Outdated):
        library.edit_fact(teacher, build_id, key, "0" * 16, before.text)
    assert library.read_state(teacher, build_id).last_step == 0


def test_an_edit_is_taken_back_and_so_is_putting_it_back(teacher: Person):
    build_id = start(teacher)
    key = open_keys(teacher, build_id)[0]
    drafted = _find(teacher, build_id, key)
    for said in ("First it is so.", "Then it is so."):
        _save(teacher, build_id, key, _type(drafted), said)
    library.restore_drafted(teacher, build_id, key)
    assert _find(teacher, build_id, key) == drafted
    seen = []
    for _ in range(4):
        taken = library.take_back(teacher, build_id)
        seen.append((taken, _find(teacher, build_id, key).statement))
    edit = (key, False)
    assert seen == [
        (edit, "Then it is so."),
        (edit, "First it is so."),
        (edit, drafted.statement),
        (("", False), drafted.statement),
    ]


def test_save_and_accept_is_one_step(teacher: Person):
    build_id = start(teacher)
    key = open_keys(teacher, build_id)[0]
    drafted = _find(teacher, build_id, key)
    library.edit_fact(teacher, build_id, key, drafted.seen, drafted.text, "It is so.", accepts=True)
    state = library.read_state(teacher, build_id)
    assert (state.verdict_of(key), state.is_edited(key), state.last_step) == ("accepted", True, 1)
    assert library.take_back(teacher, build_id) == (key, True)
    state = library.read_state(teacher, build_id)
    assert (state.verdict_of(key), state.is_edited(key)) == ("open", False)


def test_a_fact_saved_as_it_was_is_not_edited(teacher: Person):
    build_id = start(teacher)
    key = open_keys(teacher, build_id)[0]
    drafted = _find(teacher, build_id, key)
    _save(teacher, build_id, key, _type(drafted))
    library.edit_fact(teacher, build_id, key, drafted.seen, drafted.text)
    state = library.read_state(teacher, build_id)
    assert (state.is_edited(key), state.last_step) == (False, 0)


def test_yaml_goes_back_into_the_form_unless_the_form_could_not_show_it(teacher: Person):
    build_id = start(teacher)
    key, number = _find_choice(teacher, build_id)
    state = library.read_state(teacher, build_id)
    found = library.find_piece(state, key)
    typed = found.text.replace("stem: ", "stem: Typed by hand, ", 1)
    stems = [form.fields[0].rows[0][0] for form in library.forms_of_fact(state, key, typed)]
    assert stems[0].startswith("Typed by hand, ")
    assert len(stems) == len(found.forms or ())
    more = library.forms_of_fact(state, key, f"{found.text}\n  - type: text\n    stem: Who?\n    key: Nobody")
    assert (len(more), more[-1].type) == (len(stems) + 1, "text")
    for odd, why in (
        (f"{found.text}\n  - stem: Who?", "another type; go on as YAML"),
        (f"{found.text}\n  - nothing", "must be written with fields"),
        (f"{found.text}\ntopic: Typed by hand", "the statement and the questions only"),
        (found.text.replace("type: choice", "type: choices"), "got another type"),
        ("questions: 5", "questions were taken away"),
        ("nothing at all", "must be written with fields"),
        ("id: [", "no YAML"),
    ):
        with pytest.raises(Refused, match=why):
            library.forms_of_fact(state, key, odd)
    assert number

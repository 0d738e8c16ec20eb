"""The JSON Schema knows every field of the file and takes what people type without quotes."""

from collections.abc import Iterator
from typing import Any

from quizapp.bank.schema import Bank, Fact, json_schema
from quizapp.questions import QUESTION_TYPES

SCHEMA = json_schema()


def walk(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from walk(each)
    if isinstance(schema, list):
        for each in schema:
            yield from walk(each)


def test_every_field_has_a_title_and_a_description() -> None:
    models = {"Fact": Fact, **{each.__name__: each for each in QUESTION_TYPES}}
    for name, model in models.items():
        known = SCHEMA["$defs"][name]["properties"]
        assert set(known) == set(model.model_fields)
        assert all("title" in each and "description" in each for each in known.values()), name
    assert set(SCHEMA["properties"]) == {*Bank.model_fields, "questions"}


def test_a_question_is_one_of_the_types() -> None:
    union = SCHEMA["$defs"]["Fact"]["properties"]["questions"]["items"]
    assert {each["$ref"].rpartition("/")[2] for each in union["oneOf"]} == {
        each.__name__ for each in QUESTION_TYPES
    }
    assert SCHEMA["properties"]["questions"]["items"] == union


def test_every_reference_leads_somewhere() -> None:
    for each in walk(SCHEMA):
        reference = each.get("$ref")
        if isinstance(reference, str):
            assert reference.removeprefix("#/$defs/") in SCHEMA["$defs"]


def test_unquoted_numbers_and_words_are_texts() -> None:
    stem = SCHEMA["$defs"]["Date"]["properties"]["key"]
    assert {"string", "number", "boolean"} <= set(stem["type"])
    assert SCHEMA["$defs"]["Date"]["properties"]["type"] == {
        **SCHEMA["$defs"]["Date"]["properties"]["type"],
        "const": "date",
        "type": "string",
    }


def test_facts_or_questions_must_be_there() -> None:
    assert SCHEMA["required"] == ["title"]
    assert SCHEMA["anyOf"] == [{"required": ["facts"]}, {"required": ["questions"]}]

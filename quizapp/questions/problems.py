"""How a question's definition is refused: each problem at its field, in words that say what to do.

Pydantic's own messages are put into such words by `REMEDIES`; a check of a type raises `refuse(...)`.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn, Self

from pydantic import BaseModel, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

type_of_problem = "problem"
"""The pydantic error type of every message that is already in a person's words."""

Place = tuple[int | str, ...]

REMEDIES = {
    "missing": "{name} is missing; add it",
    "string_type": "{name} must be text; write it on one line, in quotes if it holds a colon",
    "list_type": "{name} must be a list; put each entry on a line of its own, after a dash",
    "tuple_type": "{name} must be a list; put each entry on a line of its own, after a dash",
    "dict_type": "{name} must be pairs; write each as `left: right` on a line of its own",
    "float_parsing": "{name} must be a number; write it like 0.5",
    "float_type": "{name} must be a number; write it like 0.5",
    "finite_number": "{name} must be a number; write it like 0.5",
    "bool_parsing": "{name} must be yes or no; write one of the two",
    "bool_type": "{name} must be yes or no; write one of the two",
}
OTHERWISE = "{name} cannot be read; look up this type in the manual"


def refuse(problems: Iterable[tuple[Place, str]]) -> None:
    """Raise every problem (its place below the field or model that is checked, and the message), if any."""
    details = [_problem(place, message) for place, message in problems]
    if details:
        _raise(details)


def say_all(error: ValidationError, fields: Iterable[str]) -> NoReturn:
    """Raise the same problems again in a person's words; fields are the names that the model knows."""
    _raise(
        [_problem(each["loc"], say(each, fields), each["input"]) for each in error.errors(include_url=False)]
    )


def say_type_problems(error: ValidationError, types: Sequence[str]) -> NoReturn:
    """Raise the problems of a question of any type again: its type named, the type left out of the places."""
    known = ", ".join(types)
    details = []
    for each in error.errors(include_url=False):
        place, message = each["loc"], each["msg"]
        if each["type"] == "union_tag_not_found":
            message = f"`type` is missing; write one of {known}"
        elif each["type"] == "union_tag_invalid":
            tag = str(each["ctx"]["tag"])[:40]
            near = get_close_matches(tag.casefold(), types, 1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            place, message = ("type",), f'"{tag}" is no type of question; write one of {known}{meant}'
        elif not place or each["type"] != type_of_problem:
            message = "a question must be written with fields; begin with `type` and `stem`"
        if place and place[0] in types:
            place = place[1:]
        details.append(_problem(place, message, each["input"]))
    _raise(details)


def say(error: ErrorDetails, fields: Iterable[str]) -> str:
    """Put one of pydantic's problems into words that say what is wrong and what to do."""
    if error["type"] == type_of_problem:
        return error["msg"]
    place = error["loc"]
    name = next((f"`{step}`" for step in reversed(place) if isinstance(step, str)), "this")
    if error["type"] == "extra_forbidden":
        near = get_close_matches(name.strip("`"), list(fields), 1)
        return f"{name} is not a field here; " + (f"did you mean `{near[0]}`?" if near else "remove it")
    if error["type"] == "string_too_short" or error["input"] in (None, [], {}):
        return f"{name} is empty; write it or remove it"
    if error["type"] == "string_too_long":
        return f"{name} has more than {error['ctx']['max_length']} characters; shorten it"
    if error["type"] in ("model_type", "model_attributes_type"):
        return f"{name} must be written with fields; it knows {', '.join(f'`{field}`' for field in fields)}"
    if error["type"] in ("greater_than_equal", "less_than_equal"):
        return f"{name} is out of range; write a number from 0 to 1"
    return REMEDIES.get(error["type"], OTHERWISE).format(name=name)


def _problem(place: Place, message: str, found: object = None) -> InitErrorDetails:
    words: Any = message  # pydantic asks for a literal so that translators can collect them
    return InitErrorDetails(type=PydanticCustomError(type_of_problem, words), loc=place, input=found)


def _raise(details: list[InitErrorDetails]) -> NoReturn:
    raise ValidationError.from_exception_data("question", details)


class Checked(BaseModel, frozen=True, extra="forbid"):
    """A piece of a definition that cannot be changed and is refused in a person's words."""

    @model_validator(mode="wrap")
    @classmethod
    def _say_problems(cls, definition: Any, check: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return check(definition)
        except ValidationError as error:
            say_all(error, cls.model_fields)

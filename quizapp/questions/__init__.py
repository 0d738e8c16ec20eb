"""What a question is, one module a type.

To add a type: its module, its name in `QUESTION_TYPES`, its entry in the manual. quizapp/README.md lists all.
"""

import json
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from quizapp.questions.base import LONGEST, Choosable, Question, type_name
from quizapp.questions.card import Card
from quizapp.questions.choice import Choice
from quizapp.questions.choices import Choices
from quizapp.questions.cloze import Cloze
from quizapp.questions.date import Date
from quizapp.questions.grade import Grade, Part, Response
from quizapp.questions.match import Match
from quizapp.questions.number import Number
from quizapp.questions.order import Order
from quizapp.questions.problems import say_type_problems
from quizapp.questions.shown import MOST_PARTS, Shape, Shown, collect
from quizapp.questions.text import Text
from quizapp.values.text import clean

__all__ = [
    "QUESTION_TYPES",
    "TYPE_NAMES",
    "AnyQuestion",
    "Choosable",
    "Grade",
    "Part",
    "Question",
    "Response",
    "Shape",
    "Shown",
    "collect",
    "grade",
    "read_question",
    "type_name",
    "write_question",
]

QUESTION_TYPES: tuple[type[Question], ...] = (
    Choice,
    Choices,
    Text,
    Date,
    Number,
    Order,
    Match,
    Cloze,
    Card,
)
TYPE_NAMES = tuple(map(type_name, QUESTION_TYPES))


def _say_type(definition: Any, check: ValidatorFunctionWrapHandler) -> Any:
    try:
        return check(definition)
    except ValidationError as error:
        say_type_problems(error, TYPE_NAMES)


if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Annotated[
        reduce(or_, QUESTION_TYPES), Field(discriminator="type"), WrapValidator(_say_type)
    ]

_any_question: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def grade(question: Question, response: Response) -> Grade:
    """Say how right a response is; any texts get a grade, each by its first 10,000 characters."""
    if not isinstance(response, tuple) or not all(isinstance(part, str) for part in response):
        return Grade(0.0, "not a list of texts; send one text for each part")
    if len(response) > MOST_PARTS:
        return Grade(0.0, f"{len(response)} parts are too many; send at most {MOST_PARTS}")
    parts = tuple(clean(part) for part in response)
    if not any(parts):
        return Grade(0.0, "nothing was answered", ask_again=True)
    if any(len(part) > 2 * LONGEST for part in parts):
        return Grade(0.0, f"longer than any answer; write at most {2 * LONGEST:,} characters")
    return question.mark(parts)


def read_question(definition: str) -> Question:
    """Read a question from its JSON text; raises pydantic's ValidationError, each problem in plain words."""
    return _any_question.validate_json(definition)


def write_question(question: Question) -> str:
    """Write a question as canonical JSON: sorted names, no defaults; read back, it is the same."""
    fields = question.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

"""What every question is: the fields that all types share, and the few things that a type must do.

A new type is a module with one frozen model derived from `Question`; quizapp/README.md lists what goes with it.
"""

import random
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    field_validator,
    model_serializer,
)

from quizapp.questions.grade import Grade, Response
from quizapp.questions.problems import Checked, refuse
from quizapp.questions.reading import read_response
from quizapp.questions.shown import Shape, Shown, shuffle
from quizapp.values.text import clean

LONGEST = 2_000
"""Characters of a key, an option or an item; a response with more is none of them."""

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def _check_visible(text: str) -> str:
    if not text.isascii() or not any(map(str.isalnum, text)):
        visible = clean(text)
        if not visible:
            refuse([((), "this is empty; write it or remove it")])
        if len(visible) > LONGEST:
            refuse([((), f"this has more than {LONGEST} characters; shorten it")])
    return text


OneLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST),
    AfterValidator(_check_visible),
]
"""A text that is there: a key, an option, an item."""


class Brief(Checked):
    """A piece that may be written as its text alone, and is written so again where nothing else is said."""

    text: OneLine = Field(title="Text", description="What is shown.")

    @model_serializer(mode="wrap")
    def _as_text(self, write: SerializerFunctionWrapHandler) -> dict[str, Any] | str:
        fields: dict[str, Any] = write(self)
        return self.text if set(fields) == {"text"} else fields


def from_text(written: object) -> object:
    """Read a bare text as a piece that has only this text."""
    if not isinstance(written, str):
        return written
    if not written.strip():
        refuse([((), "this entry is empty; write it or remove it")])
    return {"text": written}


class Hint(Brief):
    """Help before the answer; one that reveals the answer makes the fact come again."""

    reveals: bool = Field(
        default=False, title="Reveals", description="Yes, if who reads this hint knows the answer."
    )


@dataclass(frozen=True, slots=True)
class Choosable:
    """Something that can be chosen: what it says, whether it is right, what it really is."""

    text: str
    is_right: bool
    feedback: str


class Question(Checked, ABC):
    """A stem with its key, and how it is shown, read and marked.

    `shape` is how it is answered; `rung` is its step on a fact's ladder: choice, typed or card.
    """

    shape: ClassVar[Shape]
    rung: ClassVar[str]

    type: str = Field(title="Type", description="How this question is asked.")
    stem: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)] = Field(
        title="Stem", description="The asking text, in Markdown."
    )
    id: str | None = Field(
        default=None,
        title="Id",
        description="What answers hang on: small letters, digits and hyphens. Never change it.",
        json_schema_extra={"pattern": f"^{ID_PATTERN.pattern}$"},
    )
    hints: tuple[Annotated[Hint, BeforeValidator(from_text, json_schema_input_type=str | Hint)], ...] = Field(
        default=(), title="Hints", description="Help that a student may ask for, one after another."
    )
    feedback: str = Field(default="", title="Feedback", description="Said after every answer, in Markdown.")
    tags: tuple[OneLine, ...] = Field(default=(), title="Tags", description="Words to find the question by.")
    picture: str = Field(
        default="",
        title="Picture",
        description="The name of a picture that belongs to it; pictures are not shown yet.",
    )

    @field_validator("stem")
    @classmethod
    def _check_stem(cls, stem: str) -> str:
        if not clean(stem):
            refuse([((), "`stem` is empty; write what is asked")])
        return stem

    @field_validator("id")
    @classmethod
    def _check_id(cls, name: str | None) -> str | None:
        if name is not None and not ID_PATTERN.fullmatch(name):
            refuse([((), f'"{name}" cannot be an id; use small letters, digits and hyphens, at most 80')])
        return name

    def show(self, rng: random.Random) -> Shown:
        """Give what may be sent before the answer, in an order that does not depend on the key."""
        shown = self._front()
        return replace(shown, options=shuffle(shown.options, rng), lefts=shuffle(shown.lefts, rng))

    def _front(self) -> Shown:
        """Give what is shown, its options in any order: here the stem, and how many hints there are."""
        return Shown(self.shape, self.stem, hints=len(self.hints))

    @abstractmethod
    def mark(self, response: Response) -> Grade:
        """Say how right a response is; called through `questions.grade`, which guards its size."""

    @abstractmethod
    def key_response(self) -> Response:
        """Give a response that is wholly right."""

    @abstractmethod
    def answer(self) -> str:
        """Say the key as it stands in the feedback."""

    def read(self, text: str) -> Response:
        """Turn one line of text, or a JSON list, into a response."""
        return read_response(text)

    def read_as(self, _text: str) -> str:
        """Say how a typed answer is understood ("14 October 2017"), or nothing where that is not in doubt."""
        return ""

    def choosable(self) -> tuple[Choosable, ...]:
        """Give what can be picked, the right ones first, in the order of the file; nothing for other types."""
        return ()

    def also_right(self) -> tuple[str, ...]:
        """Give the texts that are as right as the answer that is shown."""
        return ()

    def right_texts(self) -> tuple[str, ...]:
        """Give each text that would tell the key if it stood in the stem; nothing where all parts are shown."""
        right = tuple(each.text for each in self.choosable() if each.is_right)
        return right or (self.answer(), *self.also_right())

    def option_feedback(self, _text: str) -> str:
        """Say what an option really is, or nothing."""
        return ""


def type_name(question_type: type[Question]) -> str:
    """Return the name by which a file calls a type: what the Literal of its field `type` holds."""
    (name,) = get_args(question_type.model_fields["type"].annotation)
    return str(name)

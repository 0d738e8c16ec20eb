"""Pick the one right option; a distractor may earn a part of the mark."""

from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from quizapp.questions.base import Choosable, Question
from quizapp.questions.grade import Grade, Response
from quizapp.questions.options import (
    Option,
    WrittenOption,
    check_distractors,
    check_number,
    find_option,
)
from quizapp.questions.problems import refuse
from quizapp.questions.shown import Shape, Shown


class Choice(Question):
    """A question with one right option among several."""

    shape: ClassVar[Shape] = Shape.PICK_ONE
    rung: ClassVar[str] = "choice"

    type: Literal["choice"] = Field(title="Type", description="Pick the one right option.")
    key: WrittenOption = Field(title="Key", description="The right option.")
    distractors: tuple[WrittenOption, ...] = Field(title="Distractors", description="The wrong options.")

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: Option) -> Option:
        if key.weight:
            refuse([(("weight",), "the key always counts 1; remove its weight")])
        return key

    @field_validator("distractors")
    @classmethod
    def _check_distractors(cls, distractors: tuple[Option, ...], known: ValidationInfo) -> tuple[Option, ...]:
        texts = [option.text for option in distractors]
        keys = [known.data["key"].text] if "key" in known.data else []
        refuse([*check_number(texts, 1, "distractors"), *check_distractors(keys, texts)])
        return distractors

    def mark(self, response: Response) -> Grade:
        """Mark the key with 1 and a distractor with its weight."""
        picked = self._find(response[0]) if len(response) == 1 else None
        if picked is None:
            return Grade(0.0, "not one of the options; pick one that is shown")
        if picked is self.key:
            return Grade(1.0, "right")
        said = f"partly right: it counts {picked.weight:g}" if picked.weight else "not the right option"
        return Grade(picked.weight, said)

    def read(self, text: str) -> Response:
        """Take the text of an option as it is, or from a JSON list."""
        return (text.strip(),) if self._find(text.strip()) else super().read(text)

    def key_response(self) -> Response:
        """Give the key."""
        return (self.key.text,)

    def answer(self) -> str:
        """Say the key."""
        return self.key.text

    def choosable(self) -> tuple[Choosable, ...]:
        """Give all options, the right one first."""
        return tuple(
            Choosable(option.text, option is self.key, option.feedback) for option in self._options()
        )

    def option_feedback(self, text: str) -> str:
        """Say what an option really is, or nothing."""
        option = self._find(text)
        return option.feedback if option else ""

    def _front(self) -> Shown:
        return replace(super()._front(), options=tuple(option.text for option in self._options()))

    def _options(self) -> tuple[Option, ...]:
        return (self.key, *self.distractors)

    def _find(self, text: str) -> Option | None:
        found = find_option(text, [option.text for option in self._options()])
        return next((option for option in self._options() if option.text == found), None)

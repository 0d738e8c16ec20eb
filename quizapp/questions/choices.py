"""Pick every right option; each option that is rightly picked counts, each wrong one counts against it."""

from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from quizapp.questions.base import Choosable, Question
from quizapp.questions.grade import Grade, Part, Response
from quizapp.questions.options import (
    Option,
    WrittenOption,
    check_distractors,
    check_number,
    check_repeats,
    find_option,
    find_options,
)
from quizapp.questions.problems import refuse
from quizapp.questions.reading import read_parts
from quizapp.questions.shown import Shape, Shown


class Choices(Question):
    """A question with several right options among others."""

    shape: ClassVar[Shape] = Shape.PICK_MANY
    rung: ClassVar[str] = "choice"

    type: Literal["choices"] = Field(title="Type", description="Pick every right option.")
    key: tuple[WrittenOption, ...] = Field(title="Key", description="The right options.")
    distractors: tuple[WrittenOption, ...] = Field(
        default=(), title="Distractors", description="The wrong options."
    )

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: tuple[Option, ...]) -> tuple[Option, ...]:
        texts = [option.text for option in key]
        weighed = [(number, "weight") for number, option in enumerate(key) if option.weight]
        refuse(
            [
                *check_number(texts, 1, "right options"),
                *check_repeats(texts),
                *((place, "each right option counts the same; remove its weight") for place in weighed),
            ]
        )
        return key

    @field_validator("distractors")
    @classmethod
    def _check_distractors(cls, distractors: tuple[Option, ...], known: ValidationInfo) -> tuple[Option, ...]:
        texts = [option.text for option in distractors]
        keys = [option.text for option in known.data.get("key", ())]
        refuse([*check_number(texts, 0, "distractors"), *check_distractors(keys, texts)])
        return distractors

    def mark(self, response: Response) -> Grade:
        """Mark with (right picked - wrong picked) / right ones, at least 0; a weight softens a wrong pick."""
        picks = [text for text in dict.fromkeys(response) if text]
        found = dict(zip(picks, find_options(picks, self._texts()), strict=True))
        picked = {option for option in found.values() if option is not None}
        strange = [text for text, option in found.items() if option is None]
        right = [option for option in self.key if option.text in picked]
        wrong = [option for option in self.distractors if option.text in picked]
        cost = sum(1 - option.weight for option in wrong) + len(strange)
        mark = max(0.0, (len(right) - cost) / len(self.key))
        parts = [self._mark_option(option, option.text in picked) for option in self._options()]
        parts += [Part(text, "picked", "", 0.0, "not one of the options") for text in strange]
        return Grade(mark, self._say(len(right), len(wrong) + len(strange)), tuple(parts))

    def read(self, text: str) -> Response:
        """Read a JSON list, or options between ";", "|" or line ends; known ones also between ","."""
        tries = ((text.strip(),), read_parts(text), read_parts(text, r"[;|\n,]"))
        known = (each for each in tries if all(find_options(each, self._texts())))
        return next(known, tries[1])

    def key_response(self) -> Response:
        """Give every right option."""
        return tuple(option.text for option in self.key)

    def answer(self) -> str:
        """Say every right option."""
        return "; ".join(option.text for option in self.key)

    def choosable(self) -> tuple[Choosable, ...]:
        """Give all options, the right ones first."""
        return tuple(
            Choosable(option.text, option in self.key, option.feedback) for option in self._options()
        )

    def option_feedback(self, text: str) -> str:
        """Say what an option really is, or nothing."""
        found = find_option(text, self._texts())
        return next((option.feedback for option in self._options() if option.text == found), "")

    def _front(self) -> Shown:
        return replace(super()._front(), options=tuple(option.text for option in self._options()))

    def _options(self) -> tuple[Option, ...]:
        return (*self.key, *self.distractors)

    def _texts(self) -> list[str]:
        return [option.text for option in self._options()]

    def _mark_option(self, option: Option, picked: bool) -> Part:
        is_key = option in self.key
        expected = "picked" if is_key else "not picked"
        given = "picked" if picked else "not picked"
        if picked == is_key:
            return Part(option.text, given, expected, 1.0, "right")
        return Part(option.text, given, expected, 0.0, "missed" if is_key else "does not belong here")

    def _say(self, right: int, wrong: int) -> str:
        if right == len(self.key) and not wrong:
            return "right"
        said = f"{right} of {len(self.key)} right ones picked"
        return f"{said}, and {wrong} that {'does' if wrong == 1 else 'do'} not belong" if wrong else said

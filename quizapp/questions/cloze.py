"""Fill the gaps of a sentence; each gap is graded as the date, the number or the name that its key is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from quizapp.questions.base import Brief, OneLine, Question, from_text
from quizapp.questions.date import find_year
from quizapp.questions.grade import Grade, Part, Response, ask_for_rest
from quizapp.questions.problems import refuse
from quizapp.questions.reading import read_parts, read_response
from quizapp.questions.shown import Shape, Shown
from quizapp.values.compare_dates import mark_date
from quizapp.values.comparison import RIGHT, Comparison
from quizapp.values.dates import When, parse_edtf, say
from quizapp.values.month_names import is_foreign_month
from quizapp.values.names import compare_names
from quizapp.values.quantities import Quantity, mark_quantity, read_quantity
from quizapp.values.read_date import read_date
from quizapp.values.text import clean, words

BLANK = re.compile(r"_{3,}")
YEARS = re.compile(r"\d{4}(?:\D{1,5}\d{4})?", re.ASCII)
MOST_GAPS = 20


class Gap(Brief):
    """What belongs into one gap, and what else is as right there."""

    accepted: tuple[OneLine, ...] = Field(
        default=(), title="Accepted", description="Other texts that are as right in this gap."
    )


class Cloze(Question):
    """A sentence with gaps; the stem has ___ (three or more underscores) for each."""

    shape: ClassVar[Shape] = Shape.TYPE_IN
    rung: ClassVar[str] = "typed"

    type: Literal["cloze"] = Field(title="Type", description="Fill the gaps of a sentence.")
    key: tuple[Annotated[Gap, BeforeValidator(from_text, json_schema_input_type=str | Gap)], ...] = Field(
        title="Key", description="What belongs into each gap, in the order of the gaps."
    )

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: tuple[Gap, ...], known: ValidationInfo) -> tuple[Gap, ...]:
        gaps = len(BLANK.findall(known.data.get("stem", "___" * len(key))))
        if not gaps:
            refuse([((), "the stem has no gap; write ___ in it for each entry of the key")])
        if "stem" in known.data and gaps != len(key):
            said = f"the stem has {gaps} {'gap' if gaps == 1 else 'gaps'} and the key {len(key)}"
            refuse([((), f"{said}; write one entry for each ___")])
        if len(key) > MOST_GAPS:
            refuse([((), f"{len(key)} gaps are too many; keep at most {MOST_GAPS}")])
        return key

    def mark(self, response: Response) -> Grade:
        """Mark with the mean of the gaps; a gap that is empty, too vague or ambiguous is asked again."""
        if len(response) > len(self.key):
            return Grade(0.0, f"{len(response)} texts for {len(self.key)} gaps; give one for each")
        padded = (*response, *[""] * (len(self.key) - len(response)))
        year = find_year(self.stem)
        compared = [
            _mark_gap(gap, text, year, [other for other in self.key if other is not gap])
            for gap, text in zip(self.key, padded, strict=True)
        ]
        parts = tuple(
            Part(str(number), text, _say_gap(gap.text), each.mark, each.reason)
            for number, (gap, text, each) in enumerate(zip(self.key, padded, compared, strict=True), 1)
        )
        mark = sum(part.mark for part in parts) / len(parts)
        if not all(padded):
            return ask_for_rest(mark, padded, "fill every gap")
        right = sum(part.mark == 1 for part in parts)
        unclear = next((each.reason for each in compared if each.ask_again), "")
        said = "right" if right == len(parts) else f"{right} of {len(parts)} gaps are right"
        reason = parts[0].reason if len(parts) == 1 else unclear or said
        return Grade(mark, reason, () if unclear else parts, bool(unclear))

    def read(self, text: str) -> Response:
        """Read a JSON list, or the gaps between ";", "|" or line ends; a single gap takes the text whole."""
        return read_response(text) if len(self.key) == 1 else read_parts(text)

    def key_response(self) -> Response:
        """Give what belongs into each gap."""
        return tuple(gap.text for gap in self.key)

    def answer(self) -> str:
        """Say what belongs into each gap."""
        return "; ".join(_say_gap(gap.text) for gap in self.key)

    def also_right(self) -> tuple[str, ...]:
        """Give what else is accepted, each text behind the number of its gap."""
        gaps = enumerate(self.key, start=1)
        return tuple(f"{number}: {text}" for number, gap in gaps for text in gap.accepted)

    def right_texts(self) -> tuple[str, ...]:
        """Give what belongs into each gap, and what else is accepted there."""
        return tuple(text for gap in self.key for text in (gap.text, *gap.accepted))

    def _front(self) -> Shown:
        return replace(super()._front(), gaps=len(self.key))


def _say_gap(text: str) -> str:
    try:
        return say(parse_edtf(text))
    except ValueError:
        return text


def _mark_gap(gap: Gap, text: str, year: int | None, others: Sequence[Gap]) -> Comparison:
    """Compare with each accepted text as what that text is; the best agreement counts."""
    if not text:
        return Comparison(0.0, "nothing was answered")
    accepted = [clean(key) for key in (gap.text, *gap.accepted)]
    if text.casefold() in [key.casefold() for key in accepted]:
        return RIGHT
    compared = {key: _compare_values(key, text, year) for key in accepted}
    names = [key for key in accepted if not compared[key]]
    match = compare_names(text, names, [each for other in others for each in (other.text, *other.accepted)])
    found = [Comparison(match.mark, match.reason)] if names else []
    found += [each for several in compared.values() for each in several]
    return max(found, key=lambda each: (each.mark, each.ask_again))


def _compare_values(key: str, text: str, year: int | None) -> list[Comparison]:
    """Compare as a number or as a date, as far as the key can be read so; 2017 is both, 1,500 is a number."""
    compared = []
    quantity, date = read_quantity(key), read_date(key, year)
    if isinstance(quantity, Quantity):
        compared.append(mark_quantity(quantity, text))
    is_date = isinstance(date, When) and not any(map(is_foreign_month, words(key)))  # Mars is no month here
    if isinstance(date, When) and is_date and (not compared or YEARS.fullmatch(key)):
        compared.append(mark_date(date, text, year))
    return compared

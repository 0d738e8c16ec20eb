"""Join each left side with its right side; several left sides may share one."""

from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Part, Response, ask_for_rest
from quizapp.questions.options import check_distractors, check_number, find_options, likeness
from quizapp.questions.problems import Place, refuse
from quizapp.questions.reading import read_pairs, read_parts
from quizapp.questions.shown import Shape, Shown


class Match(Question):
    """A question whose answer is a right side for each left side, in the sorted order of the left sides."""

    shape: ClassVar[Shape] = Shape.MATCH
    rung: ClassVar[str] = "choice"

    type: Literal["match"] = Field(title="Type", description="Join each left side with its right side.")
    key: dict[OneLine, OneLine] = Field(title="Key", description="The pairs, `left: right`, one a line.")
    distractors: tuple[OneLine, ...] = Field(
        default=(), title="Distractors", description="Right sides that belong to no left side."
    )

    def __hash__(self) -> int:
        return hash((self.type, self.stem, self.lefts()))

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: dict[str, str]) -> dict[str, str]:
        refuse([*check_number(tuple(key), 2, "pairs"), *_check_pairs(key)])
        return key

    @field_validator("distractors")
    @classmethod
    def _check_distractors(cls, distractors: tuple[str, ...], known: ValidationInfo) -> tuple[str, ...]:
        rights = tuple(known.data.get("key", {}).values())
        refuse([*check_number(distractors, 0, "distractors"), *check_distractors(rights, distractors)])
        return distractors

    def lefts(self) -> tuple[str, ...]:
        """Give the left sides in the order in which a response answers them: sorted, whatever the key."""
        return tuple(sorted(self.key))

    def rights(self) -> tuple[str, ...]:
        """Give every right side once, sorted."""
        return tuple(sorted({*self.key.values(), *self.distractors}))

    def mark(self, response: Response) -> Grade:
        """Mark with the share of pairs that are right; a left side without its right side is asked for again."""
        padded = (*response, *[""] * len(self.key))[: len(self.key)]
        pairs = zip(self.lefts(), padded, find_options(padded, self.rights()), strict=True)
        parts = tuple(self._mark_pair(*pair) for pair in pairs)
        right = sum(part.mark == 1 for part in parts)
        if len(response) > len(parts):
            return Grade(
                0.0, f"{len(response)} right sides for {len(parts)} left sides; give one each", parts
            )
        if not all(padded):
            return ask_for_rest(right / len(parts), padded, "choose a right side for each left side")
        said = "right" if right == len(parts) else f"{right} of {len(parts)} pairs are right"
        return Grade(right / len(parts), said, parts)

    def read(self, text: str) -> Response:
        """Read `left = right; left = right`, a JSON object, or the right sides in the order of `lefts()`."""
        pairs = read_pairs(text, self.lefts())
        if pairs is None:
            return read_parts(text)
        return tuple(pairs.get(left, "") for left in self.lefts())

    def key_response(self) -> Response:
        """Give the right side of each left side."""
        return tuple(self.key[left] for left in self.lefts())

    def answer(self) -> str:
        """Say every pair."""
        return "; ".join(f"{left}: {right}" for left, right in self.key.items())

    def right_texts(self) -> tuple[str, ...]:
        """Give nothing: both sides are shown, only the pairs are asked."""
        return ()

    def _front(self) -> Shown:
        return replace(super()._front(), options=self.rights(), lefts=self.lefts())

    def _mark_pair(self, left: str, given: str, found: str | None) -> Part:
        expected = self.key[left]
        if found is None:
            said = "not one of the right sides" if given else "nothing was answered"
            return Part(left, given, expected, 0.0, said)
        right = found == expected
        return Part(left, found, expected, float(right), "right" if right else "belongs elsewhere")


def _check_pairs(key: dict[str, str]) -> list[tuple[Place, str]]:
    problems: list[tuple[Place, str]] = []
    lefts: set[str] = set()
    rights: dict[str, str] = {}
    for left, right in key.items():
        if likeness(left) in lefts:
            problems.append(((left,), f'"{left}" is on the left twice; write each left side once'))
        lefts.add(likeness(left))
        known = rights.setdefault(likeness(right), right)
        if known != right:
            problems.append(((left,), f'"{right}" and "{known}" look the same; write both the same way'))
    if len(key) > 1 and len(rights) == 1:
        problems.append(((), "every pair has the same right side; add a pair with another, or ask a choice"))
    return problems

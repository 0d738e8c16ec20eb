"""Put items in their order; a longest run that keeps the order earns a part of the mark."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Part, Response, ask_for_rest
from quizapp.questions.options import check_number, check_repeats, find_options
from quizapp.questions.problems import refuse
from quizapp.questions.reading import read_parts
from quizapp.questions.shown import Shape, Shown


class Order(Question):
    """A question whose answer is a sequence, as in a chronology."""

    shape: ClassVar[Shape] = Shape.ARRANGE
    rung: ClassVar[str] = "choice"

    type: Literal["order"] = Field(title="Type", description="Put the items in their order.")
    key: tuple[OneLine, ...] = Field(title="Key", description="The items, first to last.")

    @field_validator("key")
    @classmethod
    def _check_key(cls, key: tuple[str, ...]) -> tuple[str, ...]:
        repeats = check_repeats(key, "write each item so that it can be told from the others")
        refuse([*check_number(key, 3, "items"), *repeats])
        return key

    def mark(self, response: Response) -> Grade:
        """Mark with (L - 1) / (n - 1), L being the longest run of the n items that keeps their order.

        L is the length of the longest increasing subsequence (Schensted 1961); chance alone gives 1, so
        the reversed order is marked 0. Items without a place, and empty places, are asked for again.
        """
        given = find_options([text for text in response if text], self.key)
        places = [self.key.index(item) for item in given if item is not None]
        run = find_longest_run(places)
        mark = max(0, len(run) - 1) / (len(self.key) - 1)
        extra = len(given) > len(self.key) or len(places) < len(given)
        if extra and mark == 1:
            mark = (len(self.key) - 2) / (len(self.key) - 1)
        kept = {self.key[place] for place in run}
        padded = (*response, *[""] * len(self.key))[: len(self.key)]
        if not all(padded):
            return ask_for_rest(mark, padded, "give every item a place of its own")
        found = find_options(padded, self.key)
        parts = tuple(
            self._mark_place(place, padded[place], found[place], kept) for place in range(len(found))
        )
        if mark == 1:
            return Grade(1.0, "right", parts)
        said = f"{len(run)} of {len(self.key)} keep the right order" if len(run) > 1 else "not in this order"
        return Grade(mark, said, parts)

    def read(self, text: str) -> Response:
        """Read a JSON list, or items between ";", "|" or line ends; known ones also between ">" or ","."""
        parts = read_parts(text)
        if self._knows(parts):
            return parts
        others = (read_parts(text, separators) for separators in (r"[;|\n]|->|→|>", r"[;|\n,]"))
        return next((each for each in others if self._knows(each)), parts)

    def key_response(self) -> Response:
        """Give the items in their order."""
        return self.key

    def answer(self) -> str:
        """Say the items in their order."""
        return "; ".join(self.key)

    def right_texts(self) -> tuple[str, ...]:
        """Give nothing: the items are shown, only their order is asked."""
        return ()

    def _front(self) -> Shown:
        return replace(super()._front(), options=self.key)

    def _knows(self, items: Sequence[str]) -> bool:
        return len(items) > 1 and all(find_options(items, self.key))

    def _mark_place(self, place: int, text: str, item: str | None, kept: set[str]) -> Part:
        label, expected = str(place + 1), self.key[place]
        if item is None:
            said = "not one of the items" if text else "nothing was put here"
            return Part(label, text, expected, 0.0, said)
        if item in kept and len(kept) > 1:
            return Part(
                label, item, expected, 1.0, "right" if item == expected else "in order with the others"
            )
        return Part(label, item, expected, 0.0, f"belongs in place {self.key.index(item) + 1}")


def find_longest_run(places: Sequence[int]) -> list[int]:
    """Find a longest strictly increasing subsequence, by patience sorting in n log n steps."""
    tops: list[int] = []
    runs: list[list[int]] = []
    for place in places:
        pile = bisect_left(tops, place)
        run = [*(runs[pile - 1] if pile else []), place]
        tops[pile : pile + 1] = [place]
        runs[pile : pile + 1] = [run]
    return runs[-1] if runs else []

"""What came of an answer: how right it is, with the reason, and the same for each of its parts.

A new kind of result is a field here with a default, so that every question type keeps working.
"""

from dataclasses import dataclass

Response = tuple[str, ...]
"""What was submitted, one string a part: one option, one line typed, one gap, one item, one right side."""


@dataclass(frozen=True, slots=True)
class Part:
    """How right one part of an answer is, from 0 to 1: a gap, a pair, a position, an option."""

    label: str
    given: str
    expected: str
    mark: float
    reason: str


@dataclass(frozen=True, slots=True)
class Grade:
    """How right an answer is, from 0 to 1; one that is too vague or ambiguous is asked again, not logged.

    `rating` is what the student said of a flashcard (again, hard, good, easy), else nothing.
    """

    mark: float
    reason: str
    parts: tuple[Part, ...] = ()
    ask_again: bool = False
    rating: str = ""


def ask_for_rest(mark: float, parts: Response, remedy: str) -> Grade:
    """Ask for the parts that were left empty; nothing is said of the others, right or wrong."""
    empty = sum(not part for part in parts)
    said = f"{empty} of {len(parts)} {'is' if empty == 1 else 'are'} still empty"
    return Grade(mark, f"{said}; {remedy}", ask_again=True)

"""A flashcard: the back is shown on request, and the student says how well it was known."""

from typing import ClassVar, Literal

from pydantic import Field

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Response
from quizapp.questions.shown import Shape
from quizapp.values.text import clean

RATINGS = ("again", "hard", "good", "easy")


class Card(Question):
    """A question that is answered in the head and rated by the student: again, hard, good or easy."""

    shape: ClassVar[Shape] = Shape.REVEAL
    rung: ClassVar[str] = "card"

    type: Literal["card"] = Field(title="Type", description="Turn the card over and rate yourself.")
    key: OneLine = Field(title="Key", description="The back of the card.")

    def mark(self, response: Response) -> Grade:
        """Mark *again* with 0, the others with 1; the rating (a word, or 1 to 4) travels with the grade."""
        said = clean(" ".join(response)).casefold()
        rating = RATINGS[int(said) - 1] if said in ("1", "2", "3", "4") else said
        if rating not in RATINGS:
            return Grade(0.0, "not a rating; say again, hard, good or easy", ask_again=True)
        mark = 0.0 if rating == "again" else 1.0
        return Grade(mark, f"you rated it {rating}", rating=rating)

    def key_response(self) -> Response:
        """Give the rating *good*."""
        return ("good",)

    def answer(self) -> str:
        """Say the back of the card."""
        return self.key

    def right_texts(self) -> tuple[str, ...]:
        """Give nothing: a front may hold words of its back."""
        return ()

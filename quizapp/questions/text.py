"""Type a name or a term; usual spellings of it are right too."""

from typing import ClassVar, Literal

from pydantic import Field

from quizapp.questions.base import OneLine, Question
from quizapp.questions.grade import Grade, Response
from quizapp.questions.shown import Shape
from quizapp.values.names import compare_names


class Text(Question):
    """A question whose answer is typed and compared as a name."""

    shape: ClassVar[Shape] = Shape.TYPE_IN
    rung: ClassVar[str] = "typed"

    type: Literal["text"] = Field(title="Type", description="Type a name or a term.")
    key: OneLine = Field(title="Key", description="The right answer as it is shown.")
    accepted: tuple[OneLine, ...] = Field(
        default=(), title="Accepted", description="Other names that are as right: aliases, short forms."
    )

    def mark(self, response: Response) -> Grade:
        """Mark a name that is the key, an accepted one, or a usual spelling of them, with 1."""
        match = compare_names(" ".join(response), (self.key, *self.accepted))
        return Grade(match.mark, match.reason)

    def key_response(self) -> Response:
        """Give the key."""
        return (self.key,)

    def answer(self) -> str:
        """Say the key."""
        return self.key

    def also_right(self) -> tuple[str, ...]:
        """Give the accepted names."""
        return self.accepted

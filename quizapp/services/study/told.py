"""What a student is shown: a question (``Asked``), the feedback on an answer (``Told``), and both (``Turn``)."""

from dataclasses import dataclass
from functools import cached_property
from random import Random
from zlib import crc32

from quizapp.memory.card import Memory, New
from quizapp.questions import Grade, Question, Response, Shape, Shown
from quizapp.services.study.untold import Untold
from quizapp.store.driver import Line
from quizapp.store.study.content import Content, find_content
from quizapp.store.study.step import StepRow

SURE = 3
NEARLY = 0.5
"""The mark from which on an answer that is not right is called nearly right."""


@dataclass(frozen=True)
class Asked:
    """A question that waits for its answer."""

    key: str
    session_id: str
    content: Content
    seed: int
    """Of the order of its options: the same each time that it is looked at."""
    hints: tuple[str, ...]
    """The hints asked for so far."""
    is_again: bool
    reason: str = ""
    """Why the last answer to it was asked back; empty at first."""
    response: Response = ()
    """What was typed when it was asked back."""

    @cached_property
    def shown(self) -> Shown:
        """What is sent of it; worked out when it is looked at, since a script holds most questions already."""
        return self.content.question.show(Random(self.seed))  # noqa: S311 - an order to look at, not a secret


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What comes along with an answer: what the device claims (milliseconds), and how sure the student is.

    Claims are believed between the instant when the question was sent and the receipt of the answer.
    """

    answered_at: int | None = None
    shown_at: int | None = None
    confidence: int | None = None
    """1 guess, 2 think so, 3 sure; None: not said."""


NOTHING_SAID = Circumstances()


@dataclass(frozen=True, slots=True)
class Told:
    """Feedback on an answer."""

    key: str
    session_id: str
    content: Content
    question: Question
    """As it was when the answer was marked: when it was given, or when a teacher marked it again."""
    response: Response
    grade: Grade
    """As it counts now."""
    comes_back: int | None
    """Days from the answer's study day until the fact is due; None for a fact that is not scheduled."""
    is_again_today: bool
    """It will be asked once more in this session."""
    study_day: int
    """Of the answer."""
    received_at: int
    confidence: int | None = None
    """1 guess, 2 think so, 3 sure; None: not said."""
    is_claimed: bool = False
    """It counts as right because the student says so: the newest regrade is the student's own."""
    is_voided: bool = False
    was_answered: bool = False
    """Another answer was sent now; the first one counts."""

    @property
    def verdict(self) -> str:
        """Right, nearly or wrong, in one word."""
        if self.grade.mark >= 1:
            return "right"
        return "nearly" if self.grade.mark >= NEARLY else "wrong"

    @property
    def word(self) -> str:
        """The verdict as the page says it."""
        return {"right": "Right", "nearly": "Nearly", "wrong": "Not yet"}[self.verdict]

    @property
    def was_sure(self) -> bool:
        """Whether the student was sure."""
        return self.confidence == SURE

    @property
    def given(self) -> str:
        """What was submitted, as one line."""
        return ", ".join(part for part in self.response if part)

    @property
    def read_as(self) -> str:
        """How a typed date or number was read; empty where that is just what was typed."""
        said = self.question.read_as(self.given)
        typed = "".join(self.given.split()).casefold()
        ways = ("".join(way.split()).casefold() for way in (said, said.replace(",", "")))
        return "" if typed in ways else said

    @property
    def answer(self) -> str:
        """The key, as one line."""
        return self.question.answer()

    @property
    def given_feedback(self) -> str:
        """What the option that was chosen really is."""
        return self.question.option_feedback(self.response[0]) if len(self.response) == 1 else ""

    @property
    def answer_feedback(self) -> str:
        """What the right option is, beyond its name."""
        said = [each.feedback for each in self.question.choosable() if each.is_right and each.feedback]
        return " ".join(said)

    @property
    def can_claim(self) -> bool:
        """Whether the student may say that the answer was right: typed, not right, and not said yet."""
        is_typed = self.question.shape is Shape.TYPE_IN
        return is_typed and self.verdict != "right" and not self.is_voided


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a session is: questions planned and answered, minutes chosen and about left."""

    total: int
    answered: int
    minutes: int
    undone: int = 0
    """1 while a question whose answer was undone is asked again."""

    @property
    def spent(self) -> float:
        """The share of the session that is behind, 0 to 1; undoing an answer takes nothing from it."""
        return (self.answered + self.undone) / self.total if self.total else 1.0

    @property
    def minutes_left(self) -> int:
        """About how many minutes are left, at least 1 while a question is left."""
        return max(1, round(self.minutes * (1 - self.spent))) if self.answered < self.total else 0


@dataclass(frozen=True, slots=True)
class Turn:
    """The reply to an answer, or the state of a session: feedback if there is some, and what is next."""

    session_id: str
    told: Told | Untold | None
    asked: Asked | None
    pace: Pace
    ahead: tuple[Asked, ...] = ()
    """What comes after that, handed out before it is due so that nobody waits for the network."""

    @property
    def goes_on(self) -> bool:
        """Whether the next question stands right under the feedback: after a right answer, while there is one."""
        return self.told is not None and self.told.verdict == "right" and self.asked is not None


def pace_of(step: StepRow) -> Pace:
    """Return how far the session of a question is."""
    is_undone = step.is_retry and step.answered_at is None
    return Pace(step.total, step.answered, step.minutes, int(is_undone))


def show_step(wire: Line, step: StepRow, account_id: int) -> Asked:
    """Return a planned question as it is shown: in the same order of options each time it is looked at."""
    content = find_content(wire, step.question_id, step.bank_version)
    return Asked(
        key=step.key,
        session_id=step.session_id,
        content=content,
        seed=crc32(f"{account_id}:{step.question_id}:{step.position}".encode()),
        hints=tuple(hint.text for hint in content.question.hints[: step.hints]),
        is_again=step.is_again,
    )


def days_until(memory: Memory, day: int) -> int | None:
    """Return the days from a study day until a fact is due, or None for a new one."""
    return None if isinstance(memory, New) else memory.due_day - day

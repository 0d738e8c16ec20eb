"""A draft's questions as a student meets them, one at a time, with a field to try an answer."""

from dataclasses import dataclass

from quizapp.questions import Choosable, Grade, Question, grade
from quizapp.questions.base import Hint
from quizapp.services.errors import NotThere
from quizapp.services.library.preview import Checked, Preview, check_draft, show_draft
from quizapp.services.person import Person


@dataclass(frozen=True, slots=True)
class Tried:
    """What an answer would be worth."""

    response: str
    grade: Grade
    read_as: str


@dataclass(frozen=True, slots=True)
class Look:
    """One question of a draft: number and total count from 1; ``status`` is new, changed or as it was."""

    language: str
    """Of its bank, as in en."""
    number: int
    total: int
    type: str
    status: str
    question_id: str
    statement: str
    according_to: str
    stem: str
    answer: str
    options: tuple[Choosable, ...]
    also: tuple[str, ...]
    hints: tuple[Hint, ...]
    feedback: str
    tried: Tried | None
    can_edit: bool


def look_at_question(person: Person, draft_id: str, number: int, tried: str | None) -> Look | None:
    """Show a draft's question by its number from 1; None where the draft has no question that can be read."""
    return show_question(check_draft(person, draft_id), number, tried)


def look_at_both(
    person: Person, draft_id: str, number: int, tried: str | None
) -> tuple[Preview, Look | None]:
    """Show a draft and one of its questions, the last one if there are not as many; the file is read once."""
    checked = check_draft(person, draft_id)
    preview = show_draft(person, checked)
    return preview, show_question(checked, min(number, max(preview.questions, 1)), tried)


def show_question(checked: Checked, number: int, tried: str | None) -> Look | None:
    """Show a question by its number from 1; raises NotThere."""
    compared = checked.compared
    if compared is None:
        return None
    pairs = [(fact, question) for fact in compared.bank.facts for question in fact.questions]
    if not 1 <= number <= len(pairs):
        raise NotThere
    fact, question = pairs[number - 1]
    ids = (str(fact.id), str(question.id))
    changes = compared.changes
    status = "new" if ids in changes.new else "changed" if ids in changes.changed else "as it was"
    return Look(
        language=compared.bank.language,
        number=number,
        total=len(pairs),
        type=question.type,
        status=status,
        question_id=str(question.id),
        statement=fact.statement,
        according_to=fact.according_to,
        stem=question.stem,
        answer=question.answer(),
        options=question.choosable(),
        also=question.also_right(),
        hints=question.hints,
        feedback=question.feedback,
        tried=None if tried is None else try_answer(question, tried),
        can_edit=checked.found.bank is not None,
    )


def try_answer(question: Question, text: str) -> Tried:
    """Grade a text as an answer, as the command `quizapp grade` does."""
    return Tried(text, grade(question, question.read(text)), question.read_as(text))

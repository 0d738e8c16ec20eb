"""What a class would type into the typed questions of the Mayadin bank: right, not right, or asked back.

The table is mayadin_answers.txt, a question a line.
"""

from pathlib import Path

import pytest

from quizapp.bank.reading.read import read_bank
from quizapp.questions import Question, grade

FILE = Path(__file__).parents[2] / "questions" / "2017-mayadin-offensive.yaml"
TYPED = ("text", "date", "number", "cloze")


def read_answers() -> list[tuple[str, list[str], list[str]]]:
    answers = []
    for line in Path(__file__).with_name("mayadin_answers.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, texts = line.partition(": ")
            right, _, wrong = texts.partition(" || ")
            answers.append((name, right.split(" | "), wrong.split(" | ")))
    return answers


ANSWERS = read_answers()


def read_questions() -> dict[str, Question]:
    bank = read_bank(FILE.read_bytes(), FILE.name).bank
    assert bank is not None
    numbered = (
        (fact.id, number, each) for fact in bank.facts for number, each in enumerate(fact.questions, 1)
    )
    return {f"{name}/{number}": question for name, number, question in numbered}


@pytest.fixture(scope="module")
def questions() -> dict[str, Question]:
    return read_questions()


@pytest.mark.parametrize(("name", "right"), [(name, text) for name, right, _ in ANSWERS for text in right])
def test_what_a_student_means_rightly_is_right(questions: dict[str, Question], name: str, right: str) -> None:
    graded = grade(questions[name], questions[name].read(right))
    assert (graded.mark, graded.ask_again) == (1, False), graded.reason


@pytest.mark.parametrize(("name", "wrong"), [(name, text) for name, _, wrong in ANSWERS for text in wrong])
def test_what_is_something_else_is_not_right(questions: dict[str, Question], name: str, wrong: str) -> None:
    assert grade(questions[name], questions[name].read(wrong)).mark < 1


def test_every_typed_question_is_tried(questions: dict[str, Question]) -> None:
    typed = {name for name, each in questions.items() if each.type in TYPED}
    assert typed == {name for name, _, _ in ANSWERS}


def test_an_unclear_date_is_asked_back(questions: dict[str, Question]) -> None:
    for text in ("mid-October 2017", "October 2017", "10/11/2017", "autumn 2017", "2017", "2016", "May 1990"):
        assert grade(questions["city-captured/2"], (text,)).ask_again, text

"""Every bank that ships keeps the mechanical rules of good questions, and reads without a problem."""

from pathlib import Path

import pytest
import yaml

from quizapp.bank.reading.read import read_bank
from quizapp.questions import grade
from tests.banks.asked import Entry
from tests.banks.knowledge import KNOWLEDGE
from tests.banks.rules import RULES, Rule

SHIPPED = sorted((Path(__file__).parents[2] / "questions").glob("*.yaml"))


def load(path: Path) -> Entry:
    bank: Entry = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return bank


def test_the_mayadin_bank_ships_and_is_known_to_the_rules() -> None:
    assert set(KNOWLEDGE) == {"2017-mayadin-offensive"}
    assert set(KNOWLEDGE) <= {load(path).get("id", path.stem) for path in SHIPPED}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_bank_keeps_every_rule(rule: Rule, path: Path) -> None:
    assert list(rule(load(path))) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_bank_reads_without_a_problem(path: Path) -> None:
    reading = read_bank(path.read_bytes(), path.name)
    assert [str(problem) for problem in reading.problems] == []


def test_nothing_in_the_bank_written_by_hand_is_warned_about() -> None:
    path = next(path for path in SHIPPED if path.stem == "2017-mayadin-offensive")
    assert [str(warning) for warning in read_bank(path.read_bytes(), path.name).warnings] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_key_is_graded_as_right(path: Path) -> None:
    bank = read_bank(path.read_bytes(), path.name).bank
    assert bank is not None
    questions = [question for fact in bank.facts for question in fact.questions]
    wrong = [question.stem for question in questions if grade(question, question.key_response()).mark != 1]
    assert wrong == []

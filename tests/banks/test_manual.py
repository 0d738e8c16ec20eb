"""The teacher's manual tells the truth: its examples read, and nothing that a file may hold is missing."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from quizapp.bank.reading.read import Reading, read_bank
from quizapp.bank.schema import Bank, Evidence, Fact, Source
from quizapp.cli import main
from quizapp.questions import QUESTION_TYPES, Question, grade

FOLDER = Path(__file__).parents[2] / "questions"
MANUAL = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
GRADED = re.findall(r"^\$ quizapp grade (.+)\n(\[\n(?:  .+\n)+\]\n)", MANUAL, re.MULTILINE)

CHECKED = re.search(
    r"^```text\n(title: .*?)^```\n\n```text\n\$ quizapp check rome.yaml\n(.*?)^```", MANUAL, re.S | re.M
)


def read_example(text: str) -> Reading:
    whole = text if text.startswith(("title:", "format:")) else f"title: An example\n{text}"
    return read_bank(whole.encode(), "example.yaml")


def questions_of(text: str) -> list[Question]:
    bank = read_example(text).bank
    assert bank is not None
    return [question for fact in bank.facts for question in fact.questions]


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_reads_without_a_problem(text: str) -> None:
    assert [str(problem) for problem in read_example(text).problems] == []


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_key_in_an_example_is_graded_as_right(text: str) -> None:
    for question in questions_of(text):
        assert grade(question, question.key_response()).mark == 1, question.stem


@pytest.mark.parametrize("kind", QUESTION_TYPES, ids=lambda kind: kind.__name__)
def test_every_type_has_its_entry_with_an_example(kind: type[Question]) -> None:
    name = kind.model_fields["type"].annotation.__args__[0]
    entry = MANUAL.partition(f"\n### {name}\n")[2].partition("\n#")[0]
    blocks = re.findall(r"^```yaml\n(.*?)^```", entry, re.DOTALL | re.MULTILINE)
    assert {type(question) for block in blocks for question in questions_of(block)} == {kind}
    assert f"| `{name}` |" in MANUAL


@pytest.mark.parametrize(
    "model", [*QUESTION_TYPES, Bank, Fact, Source, Evidence], ids=lambda kind: kind.__name__
)
def test_every_field_is_named_in_the_manual(model: type[BaseModel]) -> None:
    assert [name for name in model.model_fields if f"`{name}`" not in MANUAL] == []


@pytest.mark.parametrize(
    "spelling", re.findall(r"`([^`]+)`", MANUAL.partition("any usual spelling:")[2].split(". ")[0])
)
def test_every_spelling_of_a_date_that_is_promised_is_read(spelling: str) -> None:
    question = questions_of("questions: [{type: date, stem: When did Mayadin fall?, key: 2017-10-14}]")[0]
    assert grade(question, (spelling,)).mark == 1


@pytest.mark.parametrize("vague", ["mid-October 2017", "October", "10/11/2017"])
def test_every_date_that_is_said_to_be_asked_back_is(vague: str) -> None:
    assert f"`{vague}`" in MANUAL
    question = questions_of("questions: [{type: date, stem: When was the battle?, key: 2017-11-10}]")[0]
    assert grade(question, (vague,)).ask_again


@pytest.mark.parametrize(
    ("key", "response"),
    [
        ("38", "thirty-eight"),
        ("1500", "1,500"),
        ("1500", "1 500"),
        ("38+", "38+"),
        ("38..67", "38 to 67"),
        ("320", "320000 m"),
    ],
)
def test_every_spelling_of_a_number_that_is_promised_is_read(key: str, response: str) -> None:
    assert f"`{response}`" in MANUAL
    question = questions_of(f"questions: [{{type: number, stem: How far?, key: {key}, unit: km}}]")[0]
    assert grade(question, (response,)).mark == 1


@pytest.mark.parametrize(("arguments", "printed"), GRADED)
def test_every_printed_grade_is_the_one_that_is_given(arguments: str, printed: str) -> None:
    result = CliRunner().invoke(main, ["grade", *shlex.split(arguments)])
    assert (result.exit_code, result.stdout) == (0, printed)


def test_every_printed_problem_is_the_one_that_is_found() -> None:
    assert CHECKED is not None
    content, printed = CHECKED.groups()
    problems = read_bank(content.encode(), "rome.yaml").problems
    assert "\n".join(map(str, problems)) == printed.rstrip("\n")


@pytest.mark.parametrize("kind", ["date", "number"])
def test_every_way_to_write_a_key_in_a_table_is_read(kind: str) -> None:
    table = MANUAL.partition(f"\n### {kind}\n")[2].partition("| key | means |")[2].partition("\n\n")[0]
    keys = [
        key
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for key in re.findall(r"`(.*?)`", row)
    ]
    assert keys
    for key in keys:
        text = f"questions: [{{type: {kind}, stem: What is asked?, key: '{key}'}}]"
        assert [str(problem) for problem in read_example(text).problems] == []


@pytest.mark.parametrize(
    ("question", "response", "mark"),
    [
        (
            "type: choices, stem: Who?, key: [Caesar, Pompey, Crassus], distractors: [Brutus]",
            "Caesar; Pompey; Crassus",
            1,
        ),
        (
            "type: order, stem: How?, key: [A, Caesar is killed, Octavian becomes Augustus]",
            "Caesar is killed; A",
            0,
        ),
        ("type: match, stem: Where?, key: {Caesar: Rome, Pompey: Egypt}", "Caesar = Rome; Pompey = Egypt", 1),
        (
            "type: match, stem: Where?, key: {Caesar: Rome, Pompey: Egypt}",
            '{"Caesar": "Rome", "Pompey": "Egypt"}',
            1,
        ),
        ("type: cloze, stem: In ___ by ___., key: [44 BC, Cassius]", "44 BC; Cassius", 1),
        ("type: cloze, stem: In ___ by ___., key: [44 BC, Cassius]", '["44 BC", "Cassius"]', 1),
        ("type: card, stem: Why?, key: So", "hard", 1),
        ("type: card, stem: Why?, key: So", "again", 0),
    ],
)
def test_a_response_is_written_as_the_manual_says(question: str, response: str, mark: float) -> None:
    asked = questions_of(f"questions: [{{{question}}}]")[0]
    assert grade(asked, asked.read(response)).mark == mark


@pytest.mark.parametrize("name", ["deir ez zor", "the Deir ez-Zor", "Deir Ez-Zor"])
def test_usual_spellings_of_a_name_are_right_without_being_listed(name: str) -> None:
    question = questions_of("questions: [{type: text, stem: Where?, key: Deir ez-Zor}]")[0]
    assert grade(question, (name,)).mark == 1


@pytest.mark.parametrize(("name", "mark"), [("General Pompey", 1), ("Pompei", 1), ("Pomp", 0), ("PTG", 0)])
def test_ranks_and_spellings_are_forgiven_and_abbreviations_are_not(name: str, mark: float) -> None:
    question = questions_of(
        "questions: [{type: text, stem: Who?, key: Pompey, accepted: [Pompey the Great]}]"
    )[0]
    assert grade(question, (name,)).mark == mark


def test_the_manual_prints_grades() -> None:
    assert GRADED


def test_every_link_inside_the_manual_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", MANUAL, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) <= anchors

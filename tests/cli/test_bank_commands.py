"""`quizapp check`, `schema` and `grade`, as a teacher types them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizapp.cli import main

BANK = """\
title: Mayadin
facts:
  - id: city-captured
    statement: Mayadin fell on 14 October 2017.
    questions:
      - type: date
        stem: When did Mayadin fall?
        key: 2017-10-14
      - type: choice
        id: which-city
        stem: Which city fell?
        key: Mayadin
        distractors: [Dhiban, Hajin]
      - type: order
        stem: Put them in order.
        key: [one, two, three]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "mayadin.yaml"
    path.write_text(BANK)
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def grades(*arguments: object) -> list[dict[str, Any]]:
    result = run("grade", *arguments)
    assert result.exit_code == 0, result.stderr
    told: list[dict[str, Any]] = json.loads(result.stdout)
    return told


def test_check_is_silent_about_a_bank_without_problems_and_sums_it_up(bank: Path) -> None:
    result = run("check", bank)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{bank}: 1 fact, 3 questions, no problems\n"


def test_check_says_warnings_apart_and_exits_with_0(bank: Path) -> None:
    bank.write_text(BANK.replace("key: Mayadin", "key: Mayadin #2"))
    result = run("check", bank)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{bank}:12:22: warning: what stands behind the # is a comment")
    assert result.stderr == f"{bank}: 1 fact, 3 questions, no problems, 1 warning\n"


def test_check_says_each_problem_on_a_line_of_its_own(bank: Path) -> None:
    bank.write_text(BANK.replace("2017-10-14", "2017-13-14").replace("key: Mayadin", "kye: Mayadin"))
    result = run("check", bank)
    assert result.exit_code == 1
    assert [line.removeprefix(f"{bank}:")[:5] for line in result.stdout.splitlines()] == ["8:14:", "12:9:"]
    assert result.stderr == f"{bank}: 2 problems; without them 1 fact, 1 question\n"


def test_check_takes_folders_and_several_files(bank: Path) -> None:
    (bank.parent / "a.yml").write_text("title: x\n")
    (bank.parent / "notes.txt").write_text("no bank")
    result = run("check", bank.parent, bank)
    assert result.exit_code == 1
    assert [Path(line.split(":")[0]).name for line in result.stderr.splitlines()] == ["a.yml", "mayadin.yaml"]


def test_check_says_what_is_not_there(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nothing.yaml", tmp_path)
    assert result.exit_code == 1
    assert "there is no such file; look at its name" in result.stdout
    assert "there is no bank in this folder; put a file there whose name ends in .yaml" in result.stdout


def test_grade_tells_a_grade_and_a_reason_for_each_response(bank: Path) -> None:
    right, wrong = grades(bank, "city-captured/1", "--", "14 Oct 2017", "3 May 2011")
    assert right["grade"] == 1
    assert wrong["grade"] == 0
    assert right["reason"]
    assert set(right) == {"grade", "reason"}


def test_grade_knows_a_question_by_each_of_its_names(bank: Path) -> None:
    for name in ("which-city", "city-captured/2"):
        assert grades(bank, name, "--", "Mayadin")[0]["grade"] == 1


def test_grade_says_what_would_be_asked_back(bank: Path) -> None:
    assert grades(bank, "city-captured/1", "--", "10/11/2017")[0]["ask_again"] is True


def test_grade_reads_a_response_of_several_parts(bank: Path) -> None:
    told = grades(bank, "city-captured/3", "--", "one; two; three", '["three", "two", "one"]')
    assert [each["grade"] for each in told] == [1, 0]
    assert set(told[0]["parts"][0]) == {"label", "given", "expected", "grade", "reason"}


def test_grade_takes_responses_that_begin_with_a_dash(bank: Path) -> None:
    assert len(grades(bank, "city-captured/1", "--", "-5", "--help", "")) == 3


def test_an_unknown_question_is_refused_with_near_names(bank: Path) -> None:
    result = run("grade", bank, "city-capture/1", "--", "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no question city-capture/1 in this bank; did you mean one of these?" in result.stderr
    assert "city-captured/1" in result.stderr


def test_an_unknown_bank_is_refused_with_near_names() -> None:
    result = run("grade", "2017-mayadin-ofensive", "x", "--", "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2017-mayadin-offensive" in result.stderr


def test_a_bank_that_ships_is_known_by_its_name() -> None:
    result = run("grade", "2017-mayadin-offensive", "no-such-question-at-all", "--", "x")
    assert result.exit_code == 2
    assert "no-such-question-at-all" in result.stderr


def test_of_a_broken_bank_only_an_id_in_the_file_is_sure(bank: Path) -> None:
    bank.write_text(BANK.replace("2017-10-14", "2017-13-14"))
    assert grades(bank, "which-city", "--", "Mayadin")[0]["grade"] == 1
    result = run("grade", bank, "city-captured/2", "--", "Mayadin")
    assert result.exit_code == 1
    assert "8:14: there is no month 13" in result.stderr


def test_the_commands_do_not_load_the_web() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from quizapp.cli import main\n"
        "CliRunner().invoke(main, ['grade', '2017-mayadin-offensive', 'x', '--', 'y'])\n"
        "CliRunner().invoke(main, ['check', 'questions'])\n"
        "sys.exit(any(name in sys.modules for name in ('flask', 'sqlalchemy')))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_the_schema_is_printed_as_json() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"

"""`quizapp write`, as a teacher types it: a bank on standard output or in a file, the report on standard error."""

from pathlib import Path

from click.testing import CliRunner

from quizapp.cli import main

HARLOW = Path(__file__).parents[1] / "fixtures" / "articles" / "harlow-ford.txt"


def test_the_bank_that_is_written_can_be_checked(tmp_path):
    bank = tmp_path / "harlow-ford.yaml"
    result = CliRunner().invoke(main, ["write", str(HARLOW), "-o", str(bank), "--licence", "CC BY-SA 4.0"])
    assert result.exit_code == 0
    assert "questions on" in result.stderr
    assert "licence: CC BY-SA 4.0" in bank.read_text(encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", str(bank)])
    assert checked.exit_code == 0
    assert "no problems" in checked.output


def test_the_same_article_gives_the_same_bytes():
    first, second = (CliRunner().invoke(main, ["write", str(HARLOW)]).stdout for _ in range(2))
    assert first == second


def test_an_article_without_facts_is_refused_with_the_reason(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("= Nothing =\n\nThere is nothing here.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["write", str(empty)])
    assert result.exit_code == 1
    assert "no question could be written" in result.stderr


def test_an_address_that_is_none_is_refused_with_the_reason():
    result = CliRunner().invoke(main, ["write", str(HARLOW), "--url", "harlow"])
    assert result.exit_code == 1
    assert '"harlow" is not the address of a page' in result.stderr

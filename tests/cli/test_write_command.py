"""`quizapp write`, as a teacher types it: a bank on standard output or in a file, the report on standard error."""

import re
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


def test_write_keeps_the_ids_and_edits_of_a_former_bank_and_says_what_became_of_each_fact(
    tmp_path: Path,
) -> None:
    former, again = tmp_path / "former.yaml", tmp_path / "again.yaml"
    CliRunner().invoke(main, ["write", str(HARLOW), "-o", str(former)])
    built = former.read_text(encoding="utf-8")
    arguments = ["write", str(HARLOW), "--former", str(former), "-o", str(again)]
    result = CliRunner().invoke(main, arguments)
    assert again.read_text(encoding="utf-8") == built
    assert "0 changed, 0 moved, 0 new, 0 retired" in result.stderr
    said = next(line for line in result.stderr.splitlines() if line.startswith("  same: "))
    assert said.removeprefix("  same: ").split(", ") == re.findall(r"^  - id: (.+)$", built, re.MULTILINE)
    edited = built.replace("statement: ", "statement: As told ", 1)
    former.write_text(edited, encoding="utf-8")
    result = CliRunner().invoke(main, arguments)
    assert again.read_text(encoding="utf-8") == edited
    assert "same, and what was edited stays: As told " in result.stderr


def test_write_says_what_is_wrong_with_a_former_bank(tmp_path: Path) -> None:
    former = tmp_path / "former.yaml"
    former.write_text("title: T\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["write", str(HARLOW), "--former", str(former)])
    assert result.exit_code == 1
    assert f"{former}:1:1: there are no questions in this file" in result.stderr


ARTICLE = """= Battle of Harlow =

Infobox
- Conflict: Battle of Harlow
- Date: 3 May 1322
- Combatant1: Kingdom of Ormia
- Combatant2: Free Towns
- Commander1: Otmar Stahl

The Battle of Harlow was fought on 3 May 1322.
"""
LENDING = """title: Battle of Dorn
questions:
  - {type: date, stem: On which day did the Battle of Dorn take place?, key: 1330-06-02}
  - type: match
    stem: On which side did each commander fight in the Battle of Dorn?
    key: {Runa Holt: Tessa, Ilan Voss: Gorm}
"""


def test_a_library_lends_names_for_wrong_options_and_a_bank_nothing_to_itself(tmp_path: Path) -> None:
    article, shelf = tmp_path / "harlow.txt", tmp_path / "shelf"
    shelf.mkdir()
    bank = shelf / "harlow.yaml"
    article.write_text(ARTICLE, encoding="utf-8")
    (shelf / "dorn.yaml").write_text(LENDING, encoding="utf-8")
    alone = CliRunner().invoke(main, ["write", str(article)]).stdout
    assert "Runa Holt" not in alone
    arguments = ["write", str(article), "--library", str(shelf), "-o", str(bank)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    lent = bank.read_text(encoding="utf-8")
    assert "text: Runa Holt" in lent
    assert "feedback: Ilan Voss commanded in the Battle of Dorn." in lent
    CliRunner().invoke(main, arguments)
    assert bank.read_text(encoding="utf-8") == lent


def test_a_library_with_a_bank_that_cannot_be_read_is_refused_with_its_place(tmp_path: Path) -> None:
    lending = tmp_path / "dorn.yaml"
    lending.write_text("title: Battle of Dorn\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["write", str(HARLOW), "--library", str(lending)])
    assert result.exit_code == 1
    assert f"{lending}:1:1: there are no questions in this file" in result.stderr

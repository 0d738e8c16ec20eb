"""What `quizapp facts` and `quizapp write` are given by mistake, and what they must never overwrite."""

import gzip
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.bank.reading.read import read_bank
from quizapp.cli import main

ROOT = Path(__file__).parents[2]
HARLOW = ROOT / "tests" / "fixtures" / "articles" / "harlow-ford.txt"
MAYADIN = ROOT / "questions" / "2017-mayadin-offensive.yaml"
TEXT = HARLOW.read_text(encoding="utf-8")


def run(*arguments: object, typed: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=typed)


@pytest.mark.parametrize("command", ["facts", "write"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is nothing in it; give an article"),
        (b" \r\n\t\n", "there is nothing in it; give an article"),
        (b"\xef\xbb\xbf", "there is nothing in it; give an article"),
        (b"%PDF-1.4\n1 0 obj", "this is a PDF, not a text; save the article as text, as wikitext or as HTML"),
        (b"PK\x03\x04\x14\x00", "this is a zip or office file, not a text"),
        (gzip.compress(TEXT.encode(), mtime=0), "this is not a text"),
        (b"= Battle =\n\x00\x01\x02 on 3 May 1712", "this is not a text"),
        (MAYADIN.read_bytes(), "this is a question bank, not an article; check it with quizapp check"),
        (b" " * 8_000_001, "the file has 8.0 MB, at most 8 are read; give one article"),
    ],
)
def test_what_is_no_article_is_said(command: str, content: bytes, said: str, tmp_path: Path) -> None:
    given, bank = tmp_path / "given.txt", tmp_path / "bank.yaml"
    given.write_bytes(content)
    result = run(command, given, *(("-o", bank) if command == "write" else ()))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {given}: {said}")
    assert not bank.exists()


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    for command in ("facts", "write"):
        result = run(command, tmp_path)
        assert result.exit_code == 2
        assert "is a directory" in result.stderr


def test_nothing_on_standard_input_is_said() -> None:
    result = run("facts", "-", typed=b"")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: standard input: there is nothing in it; give an article\n",
    )


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_an_article_is_read_however_it_is_saved(codec: str, tmp_path: Path) -> None:
    given = tmp_path / "given.txt"
    given.write_bytes(TEXT.replace("†", "(KIA)").encode(codec, "replace"))
    plain = tmp_path / "plain.txt"
    plain.write_text(
        TEXT.replace("†", "(KIA)").encode("cp1252", "replace").decode("cp1252"), encoding="utf-8"
    )
    assert run("facts", given).stdout == run("facts", plain).stdout


def test_a_text_in_another_language_gives_no_bank(tmp_path: Path) -> None:
    given, bank = tmp_path / "given.txt", tmp_path / "bank.yaml"
    given.write_text(
        "= Schlacht bei Weilheim =\n\nAm 3. Mai 1712 griff das Heer die Furt an und verlor 400 Mann.\n",
        encoding="utf-8",
    )
    result = run("write", given, "-o", bank)
    assert result.exit_code == 1
    assert "no question could be written; give an article in English" in result.stderr
    assert not bank.exists()


def test_a_bank_never_takes_the_place_of_its_article(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    result = run("write", article, "-o", article)
    assert result.exit_code == 1
    assert "the bank would take the place of the article; give it another name" in result.stderr
    assert article.read_text(encoding="utf-8") == TEXT


def test_what_somebody_wrote_is_overwritten_only_where_it_is_read_too(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    assert run("write", HARLOW, "-o", bank).exit_code == 0
    built = bank.read_text(encoding="utf-8")
    assert run("write", HARLOW, "-o", bank).exit_code == 0
    other_order = "facts:\n" + "\n\n".join(reversed(built.partition("facts:\n")[2].split("\n\n")[:2]))
    for mine in (
        built.replace("title: ", "title: My ", 1),
        built.replace("statement: ", "statement: As told ", 1),
        built.replace("topic: ", "topic: My ", 1),
        built.partition("facts:\n")[0]
        + other_order
        + "\n\n"
        + built.partition("facts:\n")[2].split("\n\n", 2)[2],
        MAYADIN.read_text(encoding="utf-8"),
        "my notes",
    ):
        bank.write_text(mine, encoding="utf-8")
        result = run("write", HARLOW, "-o", bank)
        assert result.exit_code == 1
        assert "give it with --former too, or take another name" in result.stderr
        assert bank.read_text(encoding="utf-8") == mine
    bank.write_text(built.replace("statement: ", "statement: As told ", 1), encoding="utf-8")
    assert run("write", HARLOW, "--former", bank, "-o", bank).exit_code == 0
    assert "statement: As told " in bank.read_text(encoding="utf-8")


def test_a_bank_that_is_written_again_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    bank, link = tmp_path / "bank.yaml", tmp_path / "link.yaml"
    run("write", HARLOW, "-o", bank)
    bank.chmod(0o640)
    link.symlink_to(bank)
    assert run("write", HARLOW, "--former", link, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(bank.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["bank.yaml", "link.yaml"]


def test_where_nothing_can_be_written_it_is_said_before_the_work(tmp_path: Path) -> None:
    result = run("write", HARLOW, "-o", tmp_path / "no" / "bank.yaml")
    assert result.exit_code == 1
    assert result.stderr.endswith("there is no such folder; make it first\n")
    assert "facts, " not in result.stderr


def test_a_dash_is_standard_output() -> None:
    assert run("write", HARLOW, "-o", "-").stdout == run("write", HARLOW).stdout != ""


def test_what_is_wrong_with_a_former_bank_is_said_in_a_few_lines(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    result = run("write", HARLOW, "--former", ROOT / "README.md", "-o", bank)
    assert result.exit_code == 1
    assert "more problems; see all with quizapp check" in result.stderr
    assert len(result.stderr.splitlines()) == 6
    assert not bank.exists()


def test_comments_of_a_former_bank_are_said_to_go(tmp_path: Path) -> None:
    former = tmp_path / "former.yaml"
    built = run("write", HARLOW).stdout
    former.write_text(f"# for class 7\n{built}", encoding="utf-8")
    result = run("write", HARLOW, "--former", former)
    assert result.stdout == built
    assert "comments of the former bank that are not kept: 1" in result.stderr


def test_a_bank_written_by_hand_stays_whole_and_can_be_checked(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    assert run("write", HARLOW, "--former", MAYADIN, "-o", bank).exit_code == 0
    by_hand, written = (read_bank(path.read_bytes(), "x").bank for path in (MAYADIN, bank))
    assert by_hand is not None
    assert written is not None
    names = {fact.id for fact in by_hand.facts}
    assert tuple(fact for fact in written.facts if fact.id in names) == by_hand.facts
    assert len(written.facts) > len(by_hand.facts)


def test_another_process_gives_the_same_bytes_whatever_its_hashes(tmp_path: Path) -> None:
    former = tmp_path / "former.yaml"
    former.write_text(
        run("write", HARLOW).stdout.replace("statement: ", "statement: As told ", 1), encoding="utf-8"
    )
    command = [sys.executable, "-m", "quizapp.cli", "write", str(HARLOW), "--unsure", "--former", str(former)]
    written = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, cwd=ROOT
        ).stdout
        for seed in ("0", "1", "2017")
    }
    assert len(written) == 1
    assert b"As told " in written.pop()


def test_a_bank_is_written_in_utf_8_whatever_the_terminal_reads() -> None:
    command = [sys.executable, "-m", "quizapp.cli", "facts", str(HARLOW)]
    plain, ascii_only = (
        subprocess.run(
            command, env={**os.environ, "PYTHONIOENCODING": codec}, capture_output=True, check=True, cwd=ROOT
        ).stdout
        for codec in ("utf-8", "ascii:replace")
    )
    assert plain == ascii_only

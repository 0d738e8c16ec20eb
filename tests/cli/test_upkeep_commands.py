"""`quizapp backup`, `restore`, `move` and `rebuild`, as whoever runs the site types them."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli import main
from tests.fixtures.site import Site
from tests.setup.serving import fetch, serving


@pytest.fixture
def file(populated: Site, instance: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of a site with something in it, which the commands take for theirs."""
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(instance))
    return Path(shutil.copyfile(populated.file, instance / "quizapp.sqlite"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        assert database.execute(statement).rowcount == 1


def spoil_a_card(file: Path) -> None:
    change(file, "UPDATE card SET stability = 99 WHERE fact_id = (SELECT min(fact_id) FROM card)")


def count_people(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return int(database.execute("SELECT count(*) FROM account").fetchone()[0])


def test_a_backup_is_restored_and_verified(file: Path, tmp_path: Path):
    copy = tmp_path / "site.backup"
    made = run("backup", copy)
    assert (made.exit_code, made.stdout) == (0, f"backed up to {copy}, {copy.stat().st_size:,} bytes\n")
    change(file, "DELETE FROM account WHERE name = 'Nora'")
    told = run("restore", copy, "--verify")
    assert told.exit_code == 0, told.output
    lines = told.stdout.splitlines()
    assert lines[0].startswith(f"kept what was there as {file.parent / 'backups'}")
    assert lines[1] == f"restored {copy}"
    assert "account: 6 rows" in lines
    assert lines[-1] == "every card is what its log adds up to"
    assert count_people(file) == 6


def test_verifying_says_where_a_restored_card_is_not_what_its_log_adds_up_to(file: Path, tmp_path: Path):
    spoil_a_card(file)
    assert run("backup", tmp_path / "site.backup").exit_code == 0
    told = run("restore", tmp_path / "site.backup", "--verify")
    assert told.exit_code == 1
    assert told.stdout.endswith("1 card is not what the log adds up to\n")
    assert told.stderr == "run `quizapp rebuild` to mend them\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backup", "site.backup"], "is there already; name a file that does not exist"),
        (["backup", "no/site.backup"], "does not exist; make it first"),
        (["restore", "none.backup"], "cannot be read (no such file or directory); name the file of a backup"),
        (["restore", "site.backup"], "is no backup; name a file that `quizapp backup` made"),
        (["move", "elsewhere"], "'elsewhere' is no database URL; write postgresql://user:password@host/name"),
        (
            ["move", "sqlite:///no/such/folder/x.sqlite"],
            "(unable to open database file); look at its address",
        ),
    ],
)
def test_a_mistake_is_one_line_with_its_remedy(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
):
    (tmp_path / "site.backup").write_text("my own notes")
    monkeypatch.chdir(tmp_path)
    before = count_people(file)
    told = run(*arguments)
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.startswith("Error: ")
    assert told.stderr.endswith(said + "\n")
    assert count_people(file) == before
    assert (tmp_path / "site.backup").read_text() == "my own notes"


def test_a_site_that_serves_is_backed_up_and_not_restored_over(file: Path, tmp_path: Path):
    environment = os.environ | {"QUIZAPP_INSTANCE": str(file.parent)}
    with serving(sys.executable, environment, tmp_path) as (address, _):
        assert fetch(f"{address}/readyz")
        assert run("backup", tmp_path / "site.backup").exit_code == 0
        told = run("restore", tmp_path / "site.backup")
        assert (told.exit_code, told.stderr) == (1, "Error: the site is running; stop it, then restore\n")
        assert fetch(f"{address}/readyz")
    assert run("restore", tmp_path / "site.backup").exit_code == 0


def test_moving_names_every_table_and_what_to_set(file: Path, tmp_path: Path):
    told = run("move", f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert told.exit_code == 0, told.output
    lines = told.stdout.splitlines()
    assert "account: 6 rows, the same in both" in lines
    assert lines[-1] == "set QUIZAPP_DATABASE_URL to the new address and start the site again"
    assert count_people(tmp_path / "other.sqlite") == 6


def test_rebuild_only_compares_when_asked_to_check(file: Path):
    assert run("rebuild", "--check").exit_code == 0
    assert run("rebuild").stdout == "every card was what its log adds up to\n"
    spoil_a_card(file)
    told = run("rebuild", "--check")
    assert told.exit_code == 1
    assert "stability=99" in told.stdout
    assert told.stdout.endswith("1 card is not what the log adds up to\n")
    assert run("rebuild", "--check").exit_code == 1
    mended = run("rebuild")
    assert mended.exit_code == 0
    assert mended.stdout.endswith("1 card mended\n")
    assert run("rebuild", "--check").stdout == "every card is what its log adds up to\n"


@pytest.mark.parametrize("arguments", [["rebuild"], ["rebuild", "--check"], ["move", "sqlite:///new.sqlite"]])
def test_what_needs_a_site_says_so_where_none_is(
    instance: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
):
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(instance))
    monkeypatch.chdir(instance)
    told = run(*arguments)
    assert told.exit_code == 1
    assert told.stderr.endswith("start the site once with `quizapp serve`\n")

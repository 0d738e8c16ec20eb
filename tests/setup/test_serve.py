"""`quizapp serve` as a person starts it: from nothing, again, and beside another server."""

import contextlib
import os
import resource
import socket
import sqlite3
import stat
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

from tests.setup.serving import fetch, serving, static_links


def starting(site: Path) -> AbstractContextManager[tuple[str, list[str]]]:
    """The site of that instance folder, run from this checkout."""
    return serving(sys.executable, os.environ | {"QUIZAPP_INSTANCE": str(site)}, site.parent)


def seconds_of_work() -> float:
    """Processor time of every process that ended below this one: the load of the machine does not change it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def everything_in(site: Path) -> dict[str, object]:
    """What the site keeps: its files, and its database row by row."""
    with contextlib.closing(sqlite3.connect(site / "quizapp.sqlite")) as database:
        rows = list(database.iterdump())
    files = {path.name: path.read_bytes() for path in site.iterdir() if "sqlite" not in path.name}
    return {**files, "rows": rows}


def test_a_first_start_makes_the_site_and_a_second_is_quick_and_changes_nothing(tmp_path: Path):
    site = tmp_path / "site"
    with starting(site) as (address, first):
        page = fetch(address)
        assert "<h1" in page
        assert static_links(page)
        assert all(fetch(address + link) for link in static_links(page))
        assert fetch(f"{address}/healthz")
        assert fetch(f"{address}/readyz")
    assert any(address in line for line in first if "/invited/" in line)
    assert stat.S_IMODE((site / "secret_key").stat().st_mode) == 0o600
    kept = everything_in(site)
    before = seconds_of_work()
    with starting(site) as (address, second):
        assert fetch(f"{address}/healthz")
    assert seconds_of_work() - before < 6  # two workers, start and end; 3 s on the clock of a machine at rest
    assert everything_in(site) == kept
    assert invited(second) == invited(first), "the link for the first teacher is printed again"


def invited(lines: list[str]) -> str:
    (link,) = [line for line in lines if "/invited/" in line]
    return link.split("/invited/")[1]


def test_a_port_that_is_taken_is_refused_before_anything_is_made(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = subprocess.run(
            [sys.executable, "-m", "quizapp.cli", "serve", "--port", port],
            env=os.environ | {"QUIZAPP_INSTANCE": str(tmp_path / "site")},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert told.returncode == 1
    assert "; name another with --host or --port" in told.stderr
    assert not list((tmp_path / "site").glob("*.sqlite"))


def test_a_wrong_setting_is_one_line_and_no_traceback(tmp_path: Path):
    told = subprocess.run(
        [sys.executable, "-m", "quizapp.cli", "serve"],
        env=os.environ | {"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_PORT": "eighty"},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert told.returncode == 1
    assert told.stderr == "Error: QUIZAPP_PORT: 'eighty' is not a whole number; write digits only\n"

"""`quizapp serve` as a person starts it: from nothing, again, and beside another server."""

import os
import socket
import stat
import subprocess
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.setup.serving import fetch, serving, static_links


def starting(site: Path) -> AbstractContextManager[tuple[str, list[str]]]:
    """The site of that instance folder, run from this checkout."""
    return serving(sys.executable, os.environ | {"QUIZAPP_INSTANCE": str(site)}, site.parent)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "sqlite" not in path.suffix
    }


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """The instance of a site that was started once and stopped."""
    with starting(tmp_path / "site") as (_, lines):
        pass
    assert any("/invited/" in line for line in lines)
    return tmp_path / "site"


def test_the_first_start_makes_the_site_and_prints_a_link_for_the_first_teacher(tmp_path: Path):
    with starting(tmp_path / "site") as (address, lines):
        page = fetch(address)
        assert "<h1" in page
        assert static_links(page)
        assert all(fetch(address + link) for link in static_links(page))
        assert fetch(f"{address}/healthz")
        assert fetch(f"{address}/readyz")
    (invitation,) = [line for line in lines if "/invited/" in line]
    assert address in invitation
    assert stat.S_IMODE((tmp_path / "site" / "secret_key").stat().st_mode) == 0o600


def test_a_second_start_is_quick_and_changes_nothing(started: Path):
    before = files(started)
    begin = time.monotonic()
    with starting(started) as (address, _):
        assert fetch(address)
        assert time.monotonic() - begin < 3
    assert files(started) == before


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

"""The wheel is the whole product: built, installed in a fresh environment elsewhere, and serving from there."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.setup.serving import fetch, serving, static_links

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has the wheel; what it depends on is borrowed from the present one."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = folder / "lib" / version / "site-packages"
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    return folder / "bin" / "python"


@pytest.mark.long
def test_the_wheel_holds_every_template_style_sheet_bank_and_migration(wheel: Path):
    inside = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"quizapp/_shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("static", "questions")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "quizapp").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped | package <= inside


@pytest.mark.long
def test_the_installed_wheel_serves_the_same_pages_banks_and_styles(installed: Path, tmp_path: Path):
    home = tmp_path / "home"
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    with serving(installed, environment, tmp_path) as (address, lines):
        page = fetch(address)
        assert "Mayadin" in page
        assert static_links(page)
        assert all(fetch(address + link) for link in static_links(page))
    assert any("/invited/" in line for line in lines)
    assert (home / ".local" / "share" / "quizapp" / "secret_key").is_file()

"""Settings: read from the environment, all at once, and documented."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizapp.cli import COMMANDS
from quizapp.config import SETTINGS, WrongSettings, bank_folders, parse_settings, read_settings, static_folder

ROOT = Path(__file__).parents[2]


def test_without_any_setting_the_site_is_local_and_on_sqlite():
    settings = parse_settings({}, {})
    assert (settings["HOST"], settings["PORT"]) == ("127.0.0.1", 8000)
    assert settings["DATABASE_URL"] == f"sqlite:///{settings['INSTANCE']}/quizapp.sqlite"


def test_an_override_wins_over_the_environment_which_wins_over_the_default():
    environment = {"QUIZAPP_PORT": "9000", "QUIZAPP_WORKERS": "3"}
    settings = parse_settings({"PORT": 9001}, environment)
    assert (settings["PORT"], settings["WORKERS"], settings["THREADS"]) == (9001, 3, 4)


def test_a_setting_that_is_set_to_nothing_is_not_set():
    assert parse_settings({}, {"QUIZAPP_PORT": " "})["PORT"] == 8000


def test_a_secret_key_of_digits_stays_text():
    assert parse_settings({}, {"QUIZAPP_SECRET_KEY": "0123456789"})["SECRET_KEY"] == "0123456789"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_each_spelling_of_a_postgresql_url_names_the_driver_that_is_installed(scheme: str):
    settings = parse_settings({}, {"QUIZAPP_DATABASE_URL": f"{scheme}://quiz:word@db/quiz"})
    assert settings["DATABASE_URL"] == "postgresql+psycopg://quiz:word@db/quiz"


def test_every_wrong_setting_is_named_at_once_with_what_to_do():
    wrong = {
        "QUIZAPP_PORT": "eighty",
        "QUIZAPP_WORKERS": "0",
        "QUIZAPP_SECURE_COOKIES": "maybe",
        "QUIZAPP_DATABASE_URL": "quiz.db",
    }
    with pytest.raises(WrongSettings) as refused:
        parse_settings({}, wrong)
    lines = str(refused.value).splitlines()
    assert {line.split(":")[0] for line in lines} == set(wrong)
    assert all("; write" in line for line in lines)


def test_an_override_that_is_no_setting_is_passed_on(instance: Path):
    assert read_settings({"INSTANCE": str(instance), "TESTING": True}, {})["TESTING"] is True


def test_secure_cookies_make_every_cookie_secure(instance: Path):
    settings = read_settings({"INSTANCE": str(instance)}, {"QUIZAPP_SECURE_COOKIES": "yes"})
    assert settings["SESSION_COOKIE_SECURE"] is settings["REMEMBER_COOKIE_SECURE"] is True


def test_the_first_start_makes_a_secret_key_that_only_its_owner_reads(tmp_path: Path):
    site = tmp_path / "deep" / "site"
    first = read_settings({}, {"QUIZAPP_INSTANCE": str(site)})
    assert len(str(first["SECRET_KEY"])) == 64
    assert stat.S_IMODE((site / "secret_key").stat().st_mode) == 0o600
    assert read_settings({}, {"QUIZAPP_INSTANCE": str(site)})["SECRET_KEY"] == first["SECRET_KEY"]


def test_processes_that_start_together_agree_on_the_secret_key(tmp_path: Path):
    site = {"QUIZAPP_INSTANCE": str(tmp_path)}
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: read_settings({}, site)["SECRET_KEY"], range(32)))
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_checkout_serves_its_own_pages_and_banks_and_those_of_the_site(instance: Path):
    assert static_folder() == ROOT / "static"
    assert bank_folders(instance) == (ROOT / "questions",)
    (instance / "questions").mkdir()
    assert bank_folders(instance) == (ROOT / "questions", instance / "questions")


def test_the_table_in_the_readme_lists_every_setting_as_it_is():
    rows = [line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("| `QUIZAPP_")]
    expected = [
        f"| `{setting.variable}` | {f'`{setting.default}`' if setting.default else ''} | {setting.meaning} |"
        for setting in SETTINGS
    ]
    assert rows == expected


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_readme_lists_every_command(command: str):
    assert f"`quizapp {command} " in (ROOT / "README.md").read_text().replace(f"{command}`", f"{command} `")

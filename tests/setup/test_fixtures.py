"""The servers that the other tests stand on are real, and notice what they are there to notice."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from playwright.sync_api import Page

from quizapp.store import db
from tests.conftest import AppMaker
from tests.fixtures.browser import OpenPage
from tests.fixtures.postgres import Postgres

FINE = (
    '<!doctype html><html lang="en"><title>Fine</title>'
    "<main><h1>Fine</h1><label>Name <input></label></main></html>"
)
NAMELESS = FINE.replace("<label>Name <input></label>", "<input>")


@pytest.fixture
def sqlite_app() -> Flask:
    app = Flask("tiny")
    app.add_url_rule("/", "fine", lambda: FINE)
    app.add_url_rule("/nameless", "nameless", lambda: NAMELESS)
    return app


def test_postgresql_runs_and_not_as_root(postgres: Postgres):
    with psycopg.connect(postgres.url("postgres")) as connection:
        version = connection.execute("SHOW server_version").fetchone()
    assert version is not None
    owner = (postgres.folder / "cluster" / "postmaster.pid").stat().st_uid
    assert int(str(version[0]).split(".")[0]) >= 18
    assert owner != 0


def test_a_test_database_is_gone_after_its_test_even_with_someone_connected(postgres: Postgres):
    with postgres.database("short_lived") as url:
        connection = psycopg.connect(url)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    connection.close()


def test_a_durable_server_keeps_what_it_acknowledged(durable_postgres: Postgres):
    with psycopg.connect(durable_postgres.url("postgres")) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_the_dump_tool_is_there_too(postgres: Postgres):
    told = subprocess.run(
        [postgres.binaries / "pg_dump", "--version"], capture_output=True, text=True, check=True
    )
    assert "PostgreSQL" in told.stdout


@pytest.mark.browser
def test_a_page_opens_in_a_real_browser_at_the_width_of_a_phone(page: Page):
    page.goto("/")
    assert page.get_by_role("heading").inner_text() == "Fine"
    assert page.evaluate("innerWidth") == 360


@pytest.mark.browser
def test_axe_finds_a_field_without_a_name_and_nothing_on_a_page_that_is_fine(
    page: Page, axe: Callable[[Page], list[str]]
):
    page.goto("/")
    assert axe(page) == []
    page.goto("/nameless")
    assert any(problem.startswith("label:") for problem in axe(page))


@pytest.mark.browser
def test_a_page_can_be_dark_wide_and_without_scripts(open_page: OpenPage):
    page = open_page(width=1280, dark=True, javascript=False)
    page.goto("/")
    assert page.viewport_size == {"width": 1280, "height": 800}


def test_no_setting_of_whoever_runs_the_tests_reaches_them(instance: Path):
    assert not [name for name in os.environ if name.startswith("QUIZAPP_")]
    assert list(instance.iterdir()) == []


def test_applications_share_what_is_compiled_and_nothing_else(make_app: AppMaker, sqlite_url: str):
    one, two = make_app(sqlite_url), make_app(sqlite_url)
    for first, second in zip(one.url_map.iter_rules(), two.url_map.iter_rules(), strict=True):
        assert first._build.__func__ is second._build.__func__
        assert first._build.__self__ is first
        assert second._build.__self__ is second
    with one.app_context():
        first_engine = db.engine
    with two.app_context():
        assert db.engine is not first_engine
        assert db.engine.dialect is first_engine.dialect

"""What every test may ask for: an instance, a database of each kind, the application, a client.

`app` and `client` run a test twice, on SQLite and on PostgreSQL; `sqlite_app` once. `clock` is the clock of
the application, in milliseconds, which a test moves by hand.
"""

import gc
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:  # pytest itself imports the fixtures' modules, named below
    from tests.fixtures.postgres import Postgres, ReusedDatabase

pytest_plugins = [
    "tests.fixtures.shared",
    "tests.fixtures.postgres",
    "tests.fixtures.browser",
    "tests.fixtures.site",
    "tests.fixtures.seeded",
]

_quiet = [HealthCheck.too_slow]  # two cores, many workers: the machine's pace is nobody's bug
settings.register_profile("quick", deadline=None, max_examples=40, suppress_health_check=_quiet)
settings.register_profile("long", deadline=None, max_examples=1000, suppress_health_check=_quiet)
settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by -m
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves services on PostgreSQL to make test-long: what differs there is the store's, and web runs on it too."""
    for item in items:
        if item.path.parent == SERVICES and not item.get_closest_marker("both") and _is_on_postgres(item):
            item.add_marker(pytest.mark.long)


def _is_on_postgres(item: pytest.Item) -> bool:
    return (
        isinstance(item, pytest.Function)
        and hasattr(item, "callspec")
        and "postgres" in item.callspec.params.values()
    )


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay until the end: the garbage collector need not look through them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


NOON = 1_764_072_000_000  # 25 November 2025, 12:00 UTC
SERVICES = Path(__file__).with_name("services")
ROOM = 1_000_000_000  # bytes; a container often has no more than 64 MB there
_numbers = itertools.count(1)


@dataclass
class Clock:
    """Stands still until a test moves it."""

    now: int = NOON

    def __call__(self) -> int:
        return self.now

    def pass_days(self, days: float) -> None:
        self.now += round(days * 86_400_000)

    def pass_seconds(self, seconds: float) -> None:
        self.now += round(seconds * 1000)


AppMaker = Callable[..., Flask]


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("QUIZAPP_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory, where the machine has room for one: thousands of commits would each wait for its disk."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK) or shutil.disk_usage(shared).free < ROOM:
        yield tmp_path_factory.mktemp("memory")
        return
    with tempfile.TemporaryDirectory(prefix="quizapp-tests-", dir=shared) as folder:
        yield Path(folder)


@pytest.fixture
def instance(memory: Path) -> Iterator[Path]:
    """An empty instance folder, which is gone after the test."""
    folder = memory / f"instance-{next(_numbers)}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_app(instance: Path, clock: Clock) -> Iterator[AppMaker]:
    """Makes an application over a database URL; closes its connections after the test."""
    from quizapp.app import create_app
    from quizapp.store import db
    from tests.fixtures.postgres import REUSED
    from tests.fixtures.shared import close_connections, share_compiled, share_connections

    with ExitStack() as closing:

        def make(database_url: str, **overrides: object) -> Flask:
            app = create_app(
                {
                    "INSTANCE": str(instance),
                    "DATABASE_URL": database_url,
                    "SECRET_KEY": "0123456789",
                    "TESTING": True,
                    "WTF_CSRF_ENABLED": False,
                    "CLOCK": clock,
                    **overrides,
                }
            )

            def close() -> None:
                with app.app_context():
                    close_connections(db.engine)

            closing.callback(close)
            share_compiled(app)
            with app.app_context():
                if db.engine.url.database == REUSED:
                    share_connections(db.engine)
            return app

        yield make


def _migrate(url: str, folder: Path) -> None:
    """Brings an empty database to the newest schema."""
    from flask_migrate import upgrade

    from quizapp.app import create_app
    from quizapp.store import db
    from tests.fixtures.shared import keep_dialect

    app = create_app({"INSTANCE": str(folder), "DATABASE_URL": url})
    with app.app_context():
        upgrade()
        keep_dialect()
        db.engine.dispose()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied and never opened."""
    folder = tmp_path_factory.mktemp("migrated")
    _migrate(f"sqlite:///{folder / 'migrated.sqlite'}", folder)
    return folder / "migrated.sqlite"


@pytest.fixture(scope="session")
def migrated_postgres(
    postgres: "Postgres", tmp_path_factory: pytest.TempPathFactory
) -> Iterator["ReusedDatabase"]:
    """A migrated PostgreSQL database that one test after another has for itself."""
    from tests.fixtures.postgres import ReusedDatabase

    with postgres.database("migrated") as url:
        _migrate(url, tmp_path_factory.mktemp("migrated"))
        with ReusedDatabase.copy_of(postgres, "migrated") as reused:
            yield reused


@pytest.fixture
def sqlite_url(instance: Path, migrated_sqlite: Path) -> str:
    shutil.copyfile(migrated_sqlite, instance / "quizapp.sqlite")
    return f"sqlite:///{instance / 'quizapp.sqlite'}"


@pytest.fixture
def postgres_url(migrated_postgres: "ReusedDatabase") -> Iterator[str]:
    yield migrated_postgres.url
    migrated_postgres.empty()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database without a row, of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(request: pytest.FixtureRequest, instance: Path) -> Iterator[str]:
    """A database without a table, of each kind in turn: for migrations and moves."""
    if request.param == "sqlite":
        yield f"sqlite:///{instance / 'empty.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.database(f"empty_{next(_numbers)}") as url:
        yield url


@pytest.fixture
def app(make_app: AppMaker, database_url: str) -> Flask:
    return make_app(database_url)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def sqlite_app(make_app: AppMaker, sqlite_url: str) -> Flask:
    return make_app(sqlite_url)

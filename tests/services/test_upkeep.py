"""Backups are whole while people answer, restores are all or nothing, moves keep every row, migrations lose none."""

import itertools
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, func, insert, select, text

from quizapp.bank.reading.read import read_bank
from quizapp.services import library, study, upkeep
from quizapp.services.errors import Refused
from quizapp.store import (
    Account,
    Base,
    Fact,
    Mention,
    Question,
    Report,
    Review,
    SignIn,
    SignInFailure,
    db,
    reading,
    writing,
)
from quizapp.store.upkeep import dumps, moving, schema
from tests.conftest import AppMaker, Clock
from tests.fixtures.postgres import Postgres
from tests.fixtures.site import Site

NOW = 1_764_072_000_000
URL = Callable[[], str]
_sorts = itertools.count(1)


@pytest.fixture
def new_sqlite(tmp_path: Path) -> URL:
    """Addresses of SQLite files that are not there yet."""
    numbers = iter(range(100))
    return lambda: f"sqlite:///{tmp_path / f'new-{next(numbers)}.sqlite'}"


@pytest.fixture
def new_postgres(postgres: Postgres, request: pytest.FixtureRequest) -> Iterator[URL]:
    """Addresses of PostgreSQL databases that hold nothing yet."""
    made: list[str] = []

    def make() -> str:
        name = f"new_{abs(hash(request.node.nodeid)) % 10**8}_{len(made)}"
        postgres.run(f"CREATE DATABASE {name} TEMPLATE template0")
        made.append(name)
        return postgres.url(name).replace("postgresql://", "postgresql+psycopg://")

    yield make
    for name in made:
        postgres.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def filled_url(
    request: pytest.FixtureRequest, populated_url: str, make_app: AppMaker, instance: Path
) -> Iterator[str]:
    """A database with something in every table, of each kind in turn."""
    if request.param == "sqlite":
        yield populated_url
        return
    url = request.getfixturevalue("new_postgres")()
    with at(make_app(populated_url)):
        upkeep.move(url)
    (instance / "quizapp.sqlite").unlink()
    yield url


@contextmanager
def at(app: Flask) -> Iterator[None]:
    """A process of its own: what it opened is closed when it ends."""
    with app.app_context():
        yield
        db.engine.dispose()


def everything(url: str) -> list[moving.TableState]:
    """What every table holds."""
    engine = moving.open_engine(url)
    with moving.snapshot(engine) as connection:
        states = moving.read_states(connection)
    engine.dispose()
    return states


def add_people(count: int, name: str) -> None:
    """A person and a sign-in in one transaction, so many times: a whole copy holds as many of each."""
    for number in range(count):
        with writing() as session:
            account = Account(name=name, name_key=f"{name} {number}", created_at=NOW, seen_at=NOW)
            session.add(account)
            session.flush()
            session.add(SignIn(token_hash=f"{name} {number}", account_id=account.id, created_at=NOW))


@contextmanager
def people_coming(app: Flask, count: int = 4) -> Iterator[Callable[[], int]]:
    """Threads that add people as long as the block lasts; gives how many were told that they are in."""
    ends, told, problems = threading.Event(), [0] * count, list[BaseException]()
    sort = next(_sorts)

    def come(place: int) -> None:
        number = 0
        try:
            with app.app_context():
                while not ends.is_set():
                    add_people(1, f"thread {sort} {place}, {number}")
                    number += 1
                    told[place] = number
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=come, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    try:
        wait_until(lambda: all(told) or bool(problems))
        yield lambda: sum(told)
    finally:
        ends.set()
        for thread in threads:
            thread.join()
    assert problems == []


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def count_people() -> tuple[int, int]:
    with reading() as session:
        people = session.scalar(select(func.count()).select_from(Account).where(Account.name.like("thread%")))
        sign_ins = session.scalar(
            select(func.count()).select_from(SignIn).where(SignIn.token_hash.like("thread%"))
        )
    return people or 0, sign_ins or 0


# Backups


@pytest.mark.long
def test_a_backup_made_while_four_threads_write_is_whole_and_can_be_restored(
    make_app: AppMaker, filled_url: str, instance: Path, tmp_path: Path
):
    copy, app = tmp_path / "site.backup", make_app(filled_url)
    with at(app), people_coming(app) as told:
        before = told()
        made = upkeep.back_up(copy, instance, NOW)
        wait_until(lambda: told() >= before + 40)  # they went on
    assert (made.path, made.size) == (str(copy), copy.stat().st_size)
    assert copy.stat().st_mode & 0o077 == 0
    with at(app):
        assert sum(count_people()) > 2 * before
        said = list(upkeep.restore(copy, instance, NOW))
        assert said[-1] == f"restored {copy}"
        people, sign_ins = count_people()
        assert people == sign_ins >= before
        assert upkeep.is_ready()
        add_people(1, "afterwards")


def test_a_backup_that_fails_leaves_nothing_behind(app: Flask, instance: Path, tmp_path: Path):
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "mine.txt").write_text("keep me")
    with at(app):
        with pytest.raises(Refused, match="is there already; name a file"):
            upkeep.back_up(folder / "mine.txt", instance, NOW)
        with pytest.raises(Refused, match="does not exist; make it first"):
            upkeep.back_up(folder / "no" / "site.backup", instance, NOW)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert (folder / "mine.txt").read_text() == "keep me"
    assert upkeep.last_backup(instance) is None


def test_a_damaged_database_is_not_backed_up_as_if_it_were_whole(
    make_app: AppMaker, populated_url: str, instance: Path, tmp_path: Path
):
    file = instance / "quizapp.sqlite"
    spoil(file, 3, b"\xff" * 40_000)
    with at(make_app(populated_url)), pytest.raises(Refused):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
    assert not list(tmp_path.glob("site.backup*"))
    assert upkeep.last_backup(instance) is None


def test_a_dump_that_fails_leaves_nothing_and_its_password_is_on_no_command_line(
    make_app: AppMaker,
    postgres_url: str,
    postgres: Postgres,
    instance: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    programs = tmp_path / "bin"
    programs.mkdir()
    fake = programs / "pg_dump"
    fake.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump 18.0" && exit\n'
        f'echo "$@" > {tmp_path}/arguments; echo "$PGPASSWORD" > {tmp_path}/password\n'
        "echo 'pg_dump: error: the disk is full' >&2; exit 1\n"
    )
    fake.chmod(0o755)
    monkeypatch.setattr(dumps, "_installed", lambda program: iter([str(fake)]))
    url = postgres_url.replace("postgres@", "postgres:hush%21@").replace("postgresql:", "postgresql+psycopg:")
    with at(make_app(url)), pytest.raises(Refused, match="the disk is full"):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
    assert not list(tmp_path.glob("site.backup*"))
    assert "hush" not in (tmp_path / "arguments").read_text()
    assert (tmp_path / "password").read_text() == "hush!\n"


def test_a_site_that_was_never_started_has_nothing_to_back_up(
    make_app: AppMaker, empty_database_url: str, instance: Path, tmp_path: Path
):
    with at(make_app(empty_database_url)), pytest.raises(Refused, match="nothing to back up yet"):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)


def test_the_admin_sees_when_the_last_backup_was_made_and_where_it_is(
    make_app: AppMaker, populated_url: str, populated: Site, instance: Path, tmp_path: Path, clock: Clock
):
    app = make_app(populated_url)
    client = populated.client(app, "admin")
    assert "No backup yet" in client.get("/admin").text
    with app.app_context():
        upkeep.back_up(tmp_path / "site.backup", instance, clock.now - 3_600_000)
    page = client.get("/admin").text
    assert "No backup yet" not in page
    assert str(tmp_path / "site.backup") in page
    assert "25 November 2025" in page.replace("\u00a0", " ")


# Restores


@pytest.mark.both
def test_a_restore_brings_back_every_row_and_keeps_what_was_there(
    make_app: AppMaker, filled_url: str, instance: Path, tmp_path: Path
):
    before, app = everything(filled_url), make_app(filled_url)
    with at(app):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
        add_people(3, "later")
    later = everything(filled_url)
    with at(app):
        said = list(upkeep.restore(tmp_path / "site.backup", instance, NOW))
    assert everything(filled_url) == before
    (kept,) = (instance / "backups").iterdir()
    assert said == [f"kept what was there as {kept}", f"restored {tmp_path / 'site.backup'}"]
    assert kept.stat().st_mode & 0o077 == 0
    with at(app):
        assert list(study.rebuild(check_only=True)) == []
        list(upkeep.restore(kept, instance, NOW + 1000))
        add_people(1, "numbered on")
    assert [state.rows for state in later] == [
        state.rows - (state.name in ("account", "sign_in")) for state in everything(filled_url)
    ]


def test_a_backup_is_restored_on_a_machine_that_has_nothing_yet(
    make_app: AppMaker,
    filled_url: str,
    instance: Path,
    tmp_path: Path,
    request: pytest.FixtureRequest,
):
    with at(make_app(filled_url)):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
    kind = "new_sqlite" if filled_url.startswith("sqlite") else "new_postgres"
    fresh = request.getfixturevalue(kind)()
    with at(make_app(fresh)):
        assert list(upkeep.restore(tmp_path / "site.backup", instance, NOW)) == [
            f"restored {tmp_path / 'site.backup'}"
        ]
    assert everything(fresh) == everything(filled_url)
    assert not list((instance / "backups").iterdir())


def spoil(file: Path, page: int, with_bytes: bytes) -> None:
    """Write over a file from one of its pages on."""
    with file.open("rb+") as opened:
        opened.seek(page * 4096)
        opened.write(with_bytes)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])


def overwrite(file: Path) -> None:
    spoil(file, 2, b"\x5a" * (file.stat().st_size // 2))


@pytest.mark.parametrize("damage", [cut, overwrite])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    make_app: AppMaker, filled_url: str, instance: Path, tmp_path: Path, damage: Callable[[Path], None]
):
    before, app, copy = everything(filled_url), make_app(filled_url), tmp_path / "site.backup"
    with at(app):
        upkeep.back_up(copy, instance, NOW)
    damage(copy)
    with at(app), pytest.raises(Refused, match=r"damaged|pg_restore failed"):
        list(upkeep.restore(copy, instance, NOW))
    assert everything(filled_url) == before


def test_what_is_no_backup_of_this_kind_is_refused(
    make_app: AppMaker, filled_url: str, instance: Path, tmp_path: Path
):
    before, file = everything(filled_url), tmp_path / "other"
    with at(make_app(filled_url)):
        with pytest.raises(Refused, match=r"cannot be read \(no such file or directory\); name"):
            list(upkeep.restore(file, instance, NOW))
        file.write_bytes(b"")
        with pytest.raises(Refused, match="is no backup; name a file"):
            list(upkeep.restore(file, instance, NOW))
        file.write_text("title: A bank\n")
        with pytest.raises(Refused, match="is no backup; name a file"):
            list(upkeep.restore(file, instance, NOW))
        file.write_bytes(b"PGDMP\1" if filled_url.startswith("sqlite") else b"SQLite format 3\0")
        with pytest.raises(Refused, match="of another kind of database; restore it there"):
            list(upkeep.restore(file, instance, NOW))
    assert everything(filled_url) == before


def put_at(url: str, revision: str | None) -> None:
    """Let a database say that it stands at another migration, or that it is no site's."""
    engine = create_engine(url)
    with engine.begin() as connection:
        if revision is None:
            connection.execute(text("DROP TABLE alembic_version"))
        else:
            connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    engine.dispose()


@pytest.mark.parametrize(("revision", "said"), [("9999", "of a newer version"), (None, "holds no site")])
def test_a_backup_of_a_newer_version_or_of_something_else_is_refused(
    make_app: AppMaker,
    filled_url: str,
    instance: Path,
    tmp_path: Path,
    revision: str | None,
    said: str,
):
    before, app, copy = everything(filled_url), make_app(filled_url), tmp_path / "site.backup"
    if revision:
        put_at(filled_url, revision)
        with at(app):
            upkeep.back_up(copy, instance, NOW)
        put_at(filled_url, str(schema.newest()))
    elif filled_url.startswith("sqlite"):
        with closing(sqlite3.connect(copy)) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
    else:
        put_at(filled_url, None)
        dumps.dump_postgres(engine := create_engine(filled_url), copy)
        engine.dispose()
    with at(app), pytest.raises(Refused, match=said):
        list(upkeep.restore(copy, instance, NOW))
    assert everything(filled_url) == before


@pytest.mark.long
def test_a_site_that_runs_is_not_restored_over(
    make_app: AppMaker, filled_url: str, instance: Path, tmp_path: Path
):
    app, serving = make_app(filled_url), make_app(filled_url)
    with at(app):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
    with at(serving):
        add_people(1, "a student")  # its connection stays open, as a worker's does
        before = everything(filled_url)
        with at(app), pytest.raises(Refused, match=r"; stop (it|the site), then restore"):
            list(upkeep.restore(tmp_path / "site.backup", instance, NOW))
        add_people(1, "another")
    assert not list((instance / "backups").iterdir())
    assert sum(state.rows for state in everything(filled_url)) == 2 + sum(state.rows for state in before)
    with at(app):
        list(upkeep.restore(tmp_path / "site.backup", instance, NOW))


def test_the_file_of_a_running_site_is_no_backup(
    make_app: AppMaker, populated_url: str, sqlite_url: str, instance: Path, tmp_path: Path
):
    running = make_app(populated_url)
    with at(running):
        add_people(1, "only in the log beside the file")
        copied = tmp_path / "copied.sqlite"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{instance / 'quizapp.sqlite'}{ending}", f"{copied}{ending}")
    with at(make_app(f"sqlite:///{tmp_path / 'other.sqlite'}")), pytest.raises(Refused, match="site in use"):
        list(upkeep.restore(copied, instance, NOW))


def test_a_damaged_database_can_be_restored_over_and_is_kept_as_it_is(
    make_app: AppMaker, populated_url: str, instance: Path, tmp_path: Path
):
    before, app = everything(populated_url), make_app(populated_url)
    with at(app):
        upkeep.back_up(tmp_path / "site.backup", instance, NOW)
    file = instance / "quizapp.sqlite"
    file.write_bytes(b"\xff" * 20_000)
    with at(app):
        list(upkeep.restore(tmp_path / "site.backup", instance, NOW))
    assert everything(populated_url) == before
    (kept,) = (path for path in (instance / "backups").iterdir())
    assert kept.read_bytes() == b"\xff" * 20_000


# Moves


def fill_up() -> None:
    """Put a row into the tables that the populated site leaves empty."""
    with writing() as session:
        session.add(SignInFailure(key_hash="sam", failed_at=NOW))
        one, other = session.scalars(select(Fact.id).order_by(Fact.id).limit(2))
        session.merge(Mention(fact_id=one, mentioned_id=other))
        question = session.scalars(select(Question).order_by(Question.id)).first()
        account = session.scalars(select(Account.id).order_by(Account.id)).first()
        assert question is not None
        assert account is not None
        session.add(
            Report(
                account_id=account,
                key="first",
                question_id=question.id,
                question_version=1,
                words="a typo",
                reported_at=NOW,
            )
        )


def number_on(url: str, make_app: AppMaker, site: Site) -> None:
    """New people, banks and answers get numbers of their own."""
    app = make_app(url)
    client = site.client(app, "student")
    assert client.get("/today").status_code == 200
    assert client.get("/progress").status_code == 200
    with at(app):
        highest = max(site.ids.values())
        add_people(1, "new here")
        with reading() as session:
            assert (session.scalar(select(func.max(Account.id))) or 0) > highest
        assert list(study.rebuild(check_only=True)) == []


def test_a_move_to_postgresql_and_back_keeps_every_table(
    make_app: AppMaker, populated_url: str, populated: Site, new_postgres: URL, new_sqlite: URL
):
    with at(make_app(populated_url)):
        fill_up()
    before = everything(populated_url)
    assert [state.name for state in before if not state.rows] == []
    there, back = new_postgres(), new_sqlite()
    with at(make_app(populated_url)):
        assert upkeep.move(there) == [(state.name, state.rows) for state in before]
    assert everything(there) == before
    with at(make_app(there)):
        upkeep.move(back)
    assert everything(back) == before
    number_on(there, make_app, populated)
    number_on(back, make_app, populated)


def test_every_table_that_numbers_its_rows_numbers_on_after_a_move(
    make_app: AppMaker, populated_url: str, new_postgres: URL
):
    there = new_postgres()
    with at(make_app(populated_url)):
        upkeep.move(there)
    engine = create_engine(there)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            column = table.autoincrement_column
            if column is None or len(table.primary_key) > 1 or column.foreign_keys:
                continue
            highest = connection.scalar(select(func.max(column))) or 0
            following = connection.scalar(
                text("SELECT nextval(pg_get_serial_sequence(:table, 'id'))"), {"table": table.name}
            )
            assert following == highest + 1, table.name
    engine.dispose()


def test_a_move_into_what_is_not_empty_is_refused_and_changes_nothing(
    make_app: AppMaker, populated_url: str, empty_database_url: str
):
    there = empty_database_url.replace("postgresql:", "postgresql+psycopg:")
    with at(make_app(populated_url)):
        upkeep.move(there)
        before = everything(there)
        add_people(1, "later")
        with pytest.raises(Refused, match="not empty; name one that holds nothing"):
            upkeep.move(there)
    assert everything(there) == before


def test_a_database_of_something_else_is_not_touched_by_a_move(
    make_app: AppMaker, populated_url: str, empty_database_url: str
):
    there = empty_database_url.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(there)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    with at(make_app(populated_url)), pytest.raises(Refused, match="not empty"):
        upkeep.move(there)
    with engine.connect() as connection:
        names = moving.inspect(connection).get_table_names()
    engine.dispose()
    assert names == ["recipe"]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://nobody@/nothing?host=/nowhere",
        "sqlite:////no/such/folder/at/all.sqlite",
        "mysql://a@b/c",
        "gopher://hole",
    ],
)
def test_a_move_to_where_no_database_is_is_refused(make_app: AppMaker, populated_url: str, url: str):
    with (
        at(make_app(populated_url)),
        pytest.raises(Refused, match=r"; (look at its address|write postgresql)"),
    ):
        upkeep.move(url)


def test_a_move_of_a_site_that_was_never_started_is_refused(
    make_app: AppMaker, empty_database_url: str, new_sqlite: URL
):
    with at(make_app(empty_database_url)), pytest.raises(Refused, match="start the site once"):
        upkeep.move(new_sqlite())


@pytest.mark.long
def test_a_move_in_the_middle_of_writes_takes_one_moment(
    make_app: AppMaker, filled_url: str, new_postgres: URL, new_sqlite: URL
):
    app = make_app(filled_url)
    for there in (new_sqlite(), new_postgres()):
        with at(app), people_coming(app) as told:
            before = told()
            upkeep.move(there)
        with at(make_app(there)):
            people, sign_ins = count_people()
            assert people == sign_ins >= before


# Migrations

SCRATCH = '''"""a scratch migration: {name}"""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    {upgrade}


def downgrade() -> None:
    with op.batch_alter_table("account") as table:
        table.drop_column("nickname")
'''
REMAKE = """with op.batch_alter_table("account", recreate="auto") as table:
        table.add_column(sa.Column("nickname", sa.String(40), nullable=True))
        table.alter_column("name", type_=sa.String(90))"""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Adds migrations to a copy of the folder, which the program takes for its own during the test."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    last = [schema.newest()]

    def add(name: str, upgrade: str) -> None:
        revision = f"scratch{len(last)}"
        script = SCRATCH.format(name=name, revision=revision, before=last[-1], upgrade=upgrade)
        (folder / "versions" / f"{revision}.py").write_text(script)
        last.append(revision)
        schema.newest.cache_clear()

    yield add
    schema.newest.cache_clear()


@pytest.mark.both
def test_a_migration_backs_up_first_and_loses_no_row_of_what_hangs_on_a_table(
    make_app: AppMaker, filled_url: str, instance: Path, scratch: Callable[[str, str], None]
):
    before, app = everything(filled_url), make_app(filled_url)
    scratch("a table made anew", REMAKE)
    with at(app):
        assert not upkeep.is_ready()
        backed_up, migrated = upkeep.migrate(instance, NOW)
        assert upkeep.is_ready()
        assert list(upkeep.migrate(instance, NOW)) == []
    (copy,) = (instance / "backups").iterdir()
    assert backed_up == f"backed up to {copy}"
    assert migrated == f"migrated the database from {before_scratch()} to scratch1"
    assert upkeep.last_backup(instance) == upkeep.Backup(str(copy), NOW, copy.stat().st_size)
    assert everything(filled_url) == before
    with at(app):
        if filled_url.startswith("sqlite"):
            with reading() as session:
                assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        list(upkeep.restore(copy, instance, NOW + 2000))  # of the version before: migrated again
        assert upkeep.is_ready()
    assert everything(filled_url) == before


def before_scratch() -> str:
    """The newest migration of our own: those have numbers."""
    versions = (schema.MIGRATIONS / "versions").glob("[0-9]*.py")
    return max(path.name.partition("_")[0] for path in versions)


def test_of_migrations_that_fail_nothing_stays(
    make_app: AppMaker, filled_url: str, instance: Path, scratch: Callable[[str, str], None]
):
    before, app = everything(filled_url), make_app(filled_url)
    scratch("one that works", REMAKE)
    scratch("one that fails", 'op.execute("UPDATE account SET nickname = no_such_column")')
    with at(app), pytest.raises(Exception, match="no_such_column"):
        list(upkeep.migrate(instance, NOW))
    assert everything(filled_url) == before
    engine = create_engine(filled_url)
    with engine.connect() as connection:
        assert schema.find_present(connection) == before_scratch()
        columns = {column["name"] for column in moving.inspect(connection).get_columns("account")}
    engine.dispose()
    assert "nickname" not in columns
    assert len(list((instance / "backups").iterdir())) == 1


def test_a_database_of_a_newer_version_is_left_as_it_is(make_app: AppMaker, filled_url: str, instance: Path):
    put_at(filled_url, "9999")
    with at(make_app(filled_url)):
        assert not upkeep.is_ready()
        with pytest.raises(Refused, match="of a newer version of Quizapp; install that version"):
            list(upkeep.migrate(instance, NOW))
    assert not (instance / "backups").exists()


def test_a_database_that_cannot_be_reached_is_said_so(make_app: AppMaker, instance: Path):
    with at(make_app("postgresql+psycopg://nobody@/nothing?host=/nowhere")):
        assert not upkeep.is_ready()
        with pytest.raises(Refused, match="the database cannot be used"):
            list(upkeep.migrate(instance, NOW))
    (instance / "junk.sqlite").write_bytes(b"\xff" * 9000)
    with at(make_app(f"sqlite:///{instance / 'junk.sqlite'}")):
        assert not upkeep.is_ready()
        with pytest.raises(Refused, match="file is not a database"):
            list(upkeep.migrate(instance, NOW))


@pytest.mark.both
def test_migrations_go_down_and_up_again_with_data_of_the_tables_that_stay(
    make_app: AppMaker, filled_url: str, scratch: Callable[[str, str], None], instance: Path
):
    from alembic import command
    from alembic.config import Config

    scratch("a table made anew", REMAKE)
    before, app = everything(filled_url), make_app(filled_url)
    with at(app):
        list(upkeep.migrate(instance, NOW))
        settings = Config()
        settings.set_main_option("script_location", str(schema.MIGRATIONS))
        settings.attributes["engine"] = db.engine
        command.downgrade(settings, before_scratch())
        assert everything(filled_url) == before
        command.downgrade(settings, "base")
        with db.engine.connect() as connection:
            assert moving.inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(settings, "head")
        assert sum(rows for _, rows in upkeep.count_rows()) == 0
        add_people(2, "new again")


@pytest.mark.both
def test_the_migrations_make_the_tables_that_the_code_says(make_app: AppMaker, database_url: str):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with at(make_app(database_url)), db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        if connection.dialect.name == "sqlite":
            made = dict(
                connection.execute(text("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")).all()
            )
            for table in Base.metadata.sorted_tables:
                by_key = table.dialect_options["sqlite"]["with_rowid"] is False
                assert ("WITHOUT ROWID" in made[table.name]) is by_key, table.name


@pytest.mark.both
def test_the_longest_texts_that_a_file_may_have_fit_into_both_databases(app: Flask):
    name, words = "a" * 80, "w" * 2000
    question = f"{{type: card, id: {name}, stem: {words}, key: {words}}}"
    evidence = f"{{section: {words}, sentence: 999999, quote: {words}}}"
    fact = f"{{id: {name}, statement: {words}, topic: {words}, according_to: {words}, evidence: {evidence}"
    head = f"title: {'T' * 300}\nlanguage: abc-abcdefgh-abcdefg\nid: {name}\n"
    text = f"{head}facts: [{fact}, questions: [{question}]}}]\n"
    assert len(read_bank(text.replace("title: T", "title: TT").encode(), "a.yaml").problems) == 1
    assert len(read_bank(text.replace("-abcdefg\n", "-abcdefgh\n").encode(), "a.yaml").problems) == 1
    with at(app):
        library.publish_bank(text.encode(), "a.yaml", owner=None, now=NOW)


def test_new_rows_of_the_log_can_be_written_after_a_move(
    make_app: AppMaker, populated_url: str, new_postgres: URL
):
    there = new_postgres()
    with at(make_app(populated_url)):
        upkeep.move(there)
    with at(make_app(there)), writing() as session:
        row = session.execute(select(Review.__table__)).mappings().first()
        assert row is not None
        session.execute(insert(Review), [{**row, "key": "one more"}])

"""What whoever runs the site can do with its data: migrate, back up, restore, move to another database."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError

from quizapp.services.errors import Refused
from quizapp.store.base import db
from quizapp.store.upkeep import copies, dumps, moving, schema
from quizapp.store.upkeep.fault import CopyFailed

RECORD = "last_backup.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made: the file, when (epoch milliseconds) and how large (bytes)."""

    path: str
    made_at: int
    size: int


def is_ready() -> bool:
    """Whether the database answers and has the tables of this version."""
    try:
        return _find_present() == schema.newest()
    except Refused:
        return False


def migrate(instance: Path, now: int) -> Iterator[str]:
    """Bring the tables to this version, after a backup where there is something to lose; say what was done.

    Raises Refused when the database cannot be used, or is of a newer version of the program.
    """
    present = _find_present()
    if present == schema.newest():
        return
    if present is None:
        schema.upgrade(db.engine)
        yield "made the database"
        return
    if not schema.is_known(present):
        raise Refused("the database is of a newer version of Quizapp; install that version")
    made = back_up(_name_in_backups(instance, f"before-{schema.newest()}", now), instance, now)
    yield f"backed up to {made.path}"
    schema.upgrade(db.engine)
    yield f"migrated the database from {present} to {schema.newest()}"


def back_up(target: Path, instance: Path, now: int) -> Backup:
    """Write a whole copy of the database while the site runs; raises Refused and leaves nothing half done."""
    if target.exists():
        raise Refused(f"{target} is there already; name a file that does not exist")
    if not target.parent.is_dir():
        raise Refused(f"the folder {target.parent} does not exist; make it first")
    if _find_present() is None:
        raise Refused("there is nothing to back up yet; start the site once with `quizapp serve`")
    with _explained():
        _write_copy(target)
        made = Backup(str(target.resolve()), now, target.stat().st_size)
        record = instance / (RECORD + ".new")
        record.write_text(json.dumps(asdict(made)), encoding="utf-8")
        record.replace(instance / RECORD)
    return made


def last_backup(instance: Path) -> Backup | None:
    """Return the newest backup that was made of this site."""
    try:
        return Backup(**json.loads((instance / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def restore(source: Path, instance: Path, now: int) -> Iterator[str]:
    """Replace the database of a stopped site by a backup, keeping a copy of what was there.

    Says what was done. Raises Refused when the file is no whole backup of this kind of database or the site
    runs; nothing is changed then.
    """
    _check_mark(source)
    kept = _name_in_backups(instance, "before-restore", now)
    with _explained():
        if _is_sqlite():
            _check_sqlite(source)
            db.engine.dispose()
            was_there = copies.replace_sqlite(_database_file(), source, kept)
        else:
            _check_revision(dumps.read_revision(db.engine, source), source)
            if dumps.is_used_by_others(db.engine):
                raise Refused("somebody is connected to the database; stop the site, then restore")
            was_there = _find_present() is not None
            if was_there:
                _write_copy(kept)
            dumps.load_postgres(db.engine, source, instance)
    if was_there:
        yield f"kept what was there as {kept}"
    yield f"restored {source}"
    yield from migrate(instance, now)


def count_rows() -> list[tuple[str, int]]:
    """Return every table with its number of rows."""
    with moving.snapshot(db.engine) as connection:
        return moving.count_rows(connection)


def move(url: str) -> list[tuple[str, int]]:
    """Copy everything as it stands now into another, empty database, compare every table, and count the rows.

    Raises Refused when the other database cannot be used, is not empty, or differs afterwards.
    """
    require_ready()
    try:
        target = moving.open_engine(url)
    except (ArgumentError, ImportError) as error:
        raise Refused("this is no database that can be used; write postgresql:// or sqlite:///") from error
    try:
        _make_empty_tables(target)
        with (
            moving.snapshot(db.engine) as here,
            target.execution_options(writes=True).begin() as there,
        ):
            moving.copy_tables(here, there)
            ours, theirs = moving.read_states(here), moving.read_states(there)
            if ours != theirs:
                differing = [mine.name for mine, other in zip(ours, theirs, strict=True) if mine != other]
                raise Refused(f"{', '.join(differing)} differ after the move; nothing was kept there")
    except DBAPIError as error:
        raise Refused(f"the move did not succeed ({_first_line(error)}); nothing was kept there") from error
    finally:
        target.dispose()
    return [(state.name, state.rows) for state in ours]


def require_ready() -> None:
    """Refuse to go on where the database has not the tables of this version."""
    if _find_present() != schema.newest():
        raise Refused("the database is not made or not up to date; start the site once with `quizapp serve`")


def _make_empty_tables(target: Engine) -> None:
    try:
        with target.execution_options(writes=False).connect() as there:
            is_new = moving.has_no_table(there)
            present = schema.find_present(there)
            is_empty = is_new or (present == schema.newest() and moving.is_empty(there))
    except DBAPIError as error:
        said = _first_line(error)
        raise Refused(f"the other database cannot be used ({said}); look at its address") from error
    if not is_empty:
        raise Refused("the other database is not empty; name one that holds nothing")
    if is_new:
        schema.upgrade(target)


def _write_copy(target: Path) -> None:
    """Under another name first, which only the owner may read: a backup that failed leaves nothing."""
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f"{target.name}.", delete=False) as made:
        draft = Path(made.name)
    try:
        if _is_sqlite():
            copies.copy_sqlite(_database_file(), draft)
        else:
            dumps.dump_postgres(db.engine, draft)
            copies.sync(draft)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def _check_mark(source: Path) -> None:
    try:
        with source.open("rb") as file:
            mark = file.read(16)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise Refused(f"{source} cannot be read ({reason}); name the file of a backup") from error
    expected, other = (copies.MARK, dumps.MARK) if _is_sqlite() else (dumps.MARK, copies.MARK)
    if mark.startswith(other):
        raise Refused(
            f"{source} is a backup of another kind of database; restore it there, then `quizapp move`"
        )
    if not mark.startswith(expected):
        raise Refused(f"{source} is no backup; name a file that `quizapp backup` made")


def _check_sqlite(source: Path) -> None:
    if copies.has_unsaved(source):
        raise CopyFailed(f"{source} is the database of a site in use; make a copy with `quizapp backup`")
    fault = copies.find_fault(source)
    if fault:
        raise CopyFailed(f"{source} is damaged ({fault}); take an older backup")
    _check_revision(copies.read_revision(source), source)


def _check_revision(revision: str | None, source: Path) -> None:
    if revision is None:
        raise CopyFailed(f"{source} holds no site; name a file that `quizapp backup` made")
    if not schema.is_known(revision):
        raise CopyFailed(f"{source} is of a newer version of Quizapp; install that version first")


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise Refused(f"the database cannot be used ({_first_line(error)}); look whether it runs") from error
    except CopyFailed as error:
        raise Refused(str(error)) from error
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise Refused(f"{error.filename or 'the file'} cannot be written ({reason}); name another") from error


def _find_present() -> str | None:
    with _explained(), db.engine.execution_options(writes=False).connect() as connection:
        return schema.find_present(connection)


def _first_line(error: DBAPIError) -> str:
    return (str(error.orig).strip().splitlines() or ["no reason given"])[0]


def _name_in_backups(instance: Path, what: str, now: int) -> Path:
    folder = instance / "backups"
    with _explained():
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{what}-{datetime.fromtimestamp(now / 1000, UTC):%Y%m%d-%H%M%S}.backup"


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _database_file() -> Path:
    url: URL = db.engine.url
    return Path(str(url.database))

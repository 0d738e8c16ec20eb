"""What whoever runs the site can do with its data: migrate, back up, restore, move to another database."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from quizapp.services.errors import Refused
from quizapp.store.base import db, reading
from quizapp.store.upkeep import copies, moving, schema

RECORD = "last_backup.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made: the file, when (epoch milliseconds) and how large (bytes)."""

    path: str
    made_at: int
    size: int


def is_ready() -> bool:
    """Whether the database answers and has the tables of this version."""
    with reading() as session:
        return schema.find_present(session) == schema.newest()


def migrate(instance: Path, now: int) -> Iterator[str]:
    """Bring the tables to this version, after a backup where there is something to lose; say what was done."""
    with reading() as session:
        present = schema.find_present(session)
    if present == schema.newest():
        return
    if present is None:
        schema.upgrade(db.engine)
        yield "made the database"
        return
    moment = datetime.fromtimestamp(now / 1000, UTC)
    folder = instance / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    made = back_up(folder / f"before-{schema.newest()}-{moment:%Y%m%d-%H%M%S}.backup", instance, now)
    yield f"backed up to {made.path}"
    schema.upgrade(db.engine)
    yield f"migrated the database from {present} to {schema.newest()}"


def back_up(target: Path, instance: Path, now: int) -> Backup:
    """Write a whole copy of the database while the site runs; raises Refused and leaves nothing half done."""
    if target.exists():
        raise Refused(f"{target} is there already; name a file that does not exist")
    if not target.parent.is_dir():
        raise Refused(f"the folder {target.parent} does not exist; make it first")
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        if _is_sqlite():
            copies.copy_sqlite(_database_file(), draft)
            fault = copies.find_fault(draft)
            if fault:
                raise copies.CopyFailed(f"the copy is not whole ({fault}); check the disk")
        else:
            copies.dump_postgres(db.engine.url, draft)
        draft.chmod(0o600)
        draft.rename(target)
    except (copies.CopyFailed, OSError) as error:
        raise Refused(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)
    made = Backup(str(target.resolve()), now, target.stat().st_size)
    (instance / RECORD).write_text(json.dumps(asdict(made)), encoding="utf-8")
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
    try:
        with source.open("rb") as file:
            mark = file.read(16)
    except OSError as error:
        raise Refused(f"{source} cannot be read ({error.strerror}); name the file of a backup") from error
    expected = copies.SQLITE_MARK if _is_sqlite() else copies.POSTGRES_MARK
    if not mark.startswith(expected):
        raise Refused(
            f"{source} is no backup of this kind of database; restore it there, then `quizapp move`"
        )
    with reading() as session:
        has_tables = schema.find_present(session) is not None
    try:
        if _is_sqlite():
            _check_copy(source)
        if has_tables:
            moment = datetime.fromtimestamp(now / 1000, UTC)
            kept = back_up(instance / f"before-restore-{moment:%Y%m%d-%H%M%S}.backup", instance, now)
            yield f"kept what was there as {kept.path}"
        db.engine.dispose()
        if _is_sqlite():
            copies.put_in_place(source, _database_file())
        else:
            copies.load_postgres(db.engine.url, source)
    except copies.CopyFailed as error:
        raise Refused(str(error)) from error
    yield f"restored {source}"
    yield from migrate(instance, now)


def count_rows() -> list[tuple[str, int]]:
    """Return every table with its number of rows."""
    with db.engine.execution_options(writes=False).connect() as connection:
        return [(state.name, state.rows) for state in moving.read_states(connection)]


def move(url: str) -> list[tuple[str, int]]:
    """Copy everything into another, empty database, compare every table, and return the rows of each.

    Raises Refused when the other database cannot be reached, is not empty, or differs afterwards.
    """
    target = moving.open_engine(url)
    try:
        schema.upgrade(target)
        with (
            db.engine.execution_options(writes=False).connect() as here,
            target.execution_options(writes=True).begin() as there,
        ):
            if not moving.is_empty(there):
                raise Refused("the other database is not empty; name one that holds nothing")
            moving.copy_tables(here, there)
            ours, theirs = moving.read_states(here), moving.read_states(there)
            if ours != theirs:
                differing = [mine.name for mine, other in zip(ours, theirs, strict=True) if mine != other]
                raise Refused(f"{', '.join(differing)} differ after the move; nothing was kept there")
    except DBAPIError as error:
        raise Refused(f"the other database cannot be used ({error.orig}); check its address") from error
    finally:
        target.dispose()
    return [(state.name, state.rows) for state in ours]


def _check_copy(source: Path) -> None:
    fault = copies.find_fault(source)
    if fault:
        raise copies.CopyFailed(f"{source} is damaged ({fault}); take an older backup")
    revision = copies.read_revision(source)
    if revision is None or not schema.is_known(revision):
        raise copies.CopyFailed(f"{source} is of a newer version of Quizapp; install that version first")


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _database_file() -> Path:
    url: URL = db.engine.url
    return Path(str(url.database))

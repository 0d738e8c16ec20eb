"""The engine, the declarative base and the two ways to begin a transaction: ``reading`` and ``writing``."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, Connection, Engine, Integer, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Session

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite numbers rows by itself only where the key is INTEGER; it is 64 bits wide there.
BigId = BigInteger().with_variant(Integer, "sqlite")


PRAGMAS = (
    "journal_mode=WAL",  # readers never wait for the writer
    "synchronous=FULL",  # an acknowledged answer survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # what is erased is overwritten; nothing is deleted on the way of an answer
    "busy_timeout=30000",  # milliseconds
    "wal_autocheckpoint=4000",  # pages: each answer writes the same few, so copy them back less often
)


class Base(DeclarativeBase):
    """What every table of the project derives from."""

    metadata = MetaData(naming_convention=NAMING)


db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False, "autoflush": True})


@contextmanager
def reading() -> Iterator[Session]:
    """Open a session that can only read; on SQLite it never waits for a writer."""
    yield from _session(writes=False)


@contextmanager
def writing() -> Iterator[Session]:
    """Open a session that may write and commit it at the end; on SQLite it takes the write lock at once."""
    yield from _session(writes=True)


def empty_journal() -> None:
    """Write what SQLite's journal holds into the database and cut it, so that nothing erased stands there still."""
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(
            "PRAGMA busy_timeout=2000"
        )  # who reads for longer keeps the journal; a later one cuts it
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA busy_timeout=30000")
        cursor.close()
    finally:
        connection.close()


def _session(*, writes: bool) -> Iterator[Session]:
    session = Session(db.engine.execution_options(writes=writes), expire_on_commit=False)
    try:
        yield session
        if writes:
            session.commit()
    finally:
        session.close()


def engine_options(url: str) -> dict[str, Any]:
    """Return the engine's options for a database address."""
    if url.startswith("sqlite"):
        # isolation_level None is the driver's autocommit: the begin event below says BEGIN, not the driver.
        return {"connect_args": {"isolation_level": None, "timeout": 30}}
    return {"pool_recycle": 1800}  # no ping before each use: it is a round trip a request


def watch(engine: Engine) -> None:
    """Make an engine begin its transactions as the project means them (SQLite only)."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)


def _on_connect(connection: sqlite3.Connection, record: Any) -> None:
    record.info["query_only"] = False
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    # A deferred BEGIN that later writes fails with "database is locked" (36,066 times against 5,199 successes
    # when measured), and a read under IMMEDIATE waits for the writer: so a transaction says what it is.
    writes = bool(connection.get_execution_options().get("writes", True))
    if connection.info.get("query_only") is not (not writes):
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        connection.info["query_only"] = not writes
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

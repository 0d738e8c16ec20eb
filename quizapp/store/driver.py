"""Driver cursors for the study step: the one path where the ORM's share of the time counts.

Plain ORM spends half of a study step in SQLAlchemy. Statements are written once with ``:name`` and run on
both databases; everything that is not asked at every answer belongs into a session instead.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection

from quizapp.store.base import db

Row = tuple[Any, ...]
Write = tuple[str, dict[str, object]]
"""A statement with its values."""


@lru_cache(maxsize=256)
def _for_psycopg(statement: str) -> str:
    """Write ``:name`` as psycopg wants it; our statements hold neither ``::`` nor ``%``."""
    return re.sub(r":(\w+)", r"%(\1)s", statement)


class Line:
    """A borrowed connection: reads at once, writes between ``begin`` and ``commit``."""

    def __init__(self, connection: Any, *, is_sqlite: bool) -> None:
        self._connection = connection
        self._cursor = connection.cursor()
        self.is_sqlite = is_sqlite
        self._has_to_begin = False

    def run(self, statement: str, **values: object) -> int:
        """Run a statement and return the number of rows that it changed."""
        if self.is_sqlite:
            self._cursor.execute(statement, values)
        elif self._has_to_begin:
            with self._connection.driver_connection.pipeline():
                self._send_begin()
                self._cursor.execute(_for_psycopg(statement), values)
        else:
            self._cursor.execute(_for_psycopg(statement), values)
        return int(self._cursor.rowcount)

    def run_all(self, writes: Sequence[Write]) -> list[int]:
        """Run statements one after another and return how many rows each changed.

        On PostgreSQL they go out together, one round trip for all.
        """
        if self.is_sqlite:
            return [self.run(statement, **values) for statement, values in writes]
        driver = self._connection.driver_connection
        with driver.pipeline():
            self._send_begin()
            cursors = [driver.execute(_for_psycopg(statement), values) for statement, values in writes]
        return [cursor.rowcount for cursor in cursors]

    def row(self, statement: str, **values: object) -> Row | None:
        """Return the first row of a query, or None."""
        self.run(statement, **values)
        found: Row | None = self._cursor.fetchone()
        return found

    def rows(self, statement: str, **values: object) -> list[Row]:
        """Return all rows of a query."""
        self.run(statement, **values)
        return list(self._cursor.fetchall())

    def begin(self) -> None:
        """Begin to write; on SQLite this takes the write lock.

        On PostgreSQL it goes out with the first statement, one round trip less.
        """
        if self.is_sqlite:
            self._cursor.execute("BEGIN IMMEDIATE")
        else:
            self._has_to_begin = True

    def commit(self) -> None:
        """Make what was written durable: only now may it be acknowledged."""
        self._has_to_begin = False
        self._connection.commit()

    def rollback(self) -> None:
        """Undo what was written since ``begin``."""
        self._has_to_begin = False
        self._connection.rollback()

    def _send_begin(self) -> None:
        if self._has_to_begin:
            self._connection.driver_connection.execute("BEGIN")
            self._has_to_begin = False


@contextmanager
def line() -> Iterator[Line]:
    """Borrow a connection from the pool; what was not committed is rolled back."""
    engine = db.engine
    is_sqlite = engine.dialect.name == "sqlite"
    connection = engine.raw_connection()
    driver: Any = connection.driver_connection
    try:
        if is_sqlite and connection.info.get("query_only"):
            connection.cursor().execute("PRAGMA query_only=OFF")
            connection.info["query_only"] = False
        elif not is_sqlite:
            driver.autocommit = True  # a read is one round trip, not three
        yield Line(connection, is_sqlite=is_sqlite)
    finally:
        if not is_sqlite:
            _give_back(connection, driver, engine)
        connection.close()  # the pool rolls back


def _give_back(connection: PoolProxiedConnection, driver: Any, engine: Engine) -> None:
    """Leave a PostgreSQL connection as it was found; where the server is gone, drop the others to it as well."""
    if not driver.closed:
        driver.rollback()
        driver.autocommit = False
    else:
        connection.invalidate()
        engine.dispose()

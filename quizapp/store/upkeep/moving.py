"""Every row of one database into another, and the comparison of the two, table by table."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, func, insert, inspect, select, text

from quizapp.store.base import Base, engine_options, watch

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class TableState:
    """What a table holds: its rows, and a digest that does not depend on their order."""

    name: str
    rows: int
    digest: int


def open_engine(url: str) -> Engine:
    """Return an engine for a database address, with the project's transactions."""
    engine = create_engine(url, **engine_options(url))
    watch(engine)
    return engine


def snapshot(engine: Engine) -> Connection:
    """Open a connection whose reads all see the database as it was at the first of them."""
    options: dict[str, Any] = {"writes": False}  # SQLite: one deferred transaction is one snapshot
    if engine.dialect.name == "postgresql":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return engine.execution_options(**options).connect()


def has_no_table(connection: Connection) -> bool:
    """Whether a database holds no table at all."""
    return not inspect(connection).get_table_names()


def is_empty(connection: Connection) -> bool:
    """Whether a migrated database holds no row yet."""
    return not any(rows for _, rows in count_rows(connection))


def count_rows(connection: Connection) -> list[tuple[str, int]]:
    """Return every table with its number of rows."""
    return [
        (table.name, connection.scalar(select(func.count()).select_from(table)) or 0) for table in _tables()
    ]


def copy_tables(source: Connection, target: Connection) -> None:
    """Insert every row of every table into the same tables of another, empty database."""
    for table in _tables():
        for rows in _batches(source, table):
            target.execute(insert(table), rows)
        if target.dialect.name == "postgresql":
            _count_on(target, table)


def read_states(connection: Connection) -> list[TableState]:
    """Return the state of every table, to be compared with another database's."""
    states = []
    for table in _tables():
        count, digest = 0, 0
        for rows in _batches(connection, table):
            count += len(rows)
            for row in rows:
                written = repr(sorted(row.items())).encode()
                digest ^= int.from_bytes(hashlib.blake2b(written, digest_size=16).digest())
        states.append(TableState(table.name, count, digest))
    return states


def _tables() -> Sequence[Table]:
    return Base.metadata.sorted_tables


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    result = connection.execution_options(stream_results=True).execute(select(table))
    for rows in result.mappings().partitions(BATCH):
        yield [dict(row) for row in rows]


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the ones that were moved."""
    column = table.autoincrement_column
    if column is None or len(table.primary_key) > 1 or column.foreign_keys:
        return
    connection.execute(
        text("SELECT setval(pg_get_serial_sequence(:table, :column), :next, false)"),
        {
            "table": table.name,
            "column": column.name,
            "next": (connection.scalar(select(func.max(column))) or 0) + 1,
        },
    )

"""How Alembic runs: on the engine that it is given, else the application's, in one transaction that writes."""

from alembic import context
from sqlalchemy import Connection

from quizapp.store.base import Base, db


def run() -> None:
    engine = context.config.attributes.get("engine") or db.engine
    with engine.execution_options(writes=True).connect() as connection:
        if connection.dialect.name != "sqlite":
            _migrate(connection)
            return
        # SQLite changes a table by making it anew and dropping the old one; with foreign keys on, dropping
        # `account` would delete every answer with it. The switch works outside a transaction only.
        _say(connection, "PRAGMA foreign_keys=OFF")
        try:
            _migrate(connection)
        finally:
            _say(connection, "PRAGMA foreign_keys=ON")


def _migrate(connection: Connection) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=is_sqlite,
        compare_type=True,
        transactional_ddl=True,  # on SQLite too: all migrations, or none
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise RuntimeError(f"after the migration a row of {broken[0]} points at nothing")


def _say(connection: Connection, pragma: str) -> None:
    """Speak to the driver itself: the connection of SQLAlchemy would begin a transaction."""
    cursor = connection.connection.cursor()
    cursor.execute(pragma)
    cursor.close()


run()

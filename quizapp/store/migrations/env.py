"""How Alembic runs: on the engine that it is given, else the application's, in a transaction that writes."""

from alembic import context

from quizapp.store.base import Base, db


def run() -> None:
    engine = context.config.attributes.get("engine") or db.engine
    with engine.execution_options(writes=True).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection, target_metadata=Base.metadata, render_as_batch=is_sqlite, compare_type=True
        )
        with context.begin_transaction():
            context.run_migrations()


run()

"""How Alembic runs: on the application's own engine, inside one transaction that writes."""

from alembic import context
from quizapp.store.base import Base, db


def run() -> None:
    engine = db.engine.execution_options(writes=True)
    with engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection, target_metadata=Base.metadata, render_as_batch=is_sqlite, compare_type=True
        )
        with context.begin_transaction():
            context.run_migrations()


run()

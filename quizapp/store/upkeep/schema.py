"""Which migration a database stands at, which one this version of the program wants, and the way there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def find_present(connection: Connection) -> str | None:
    """Return the migration that a database stands at, or None where it was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalars(text("SELECT version_num FROM alembic_version")).one_or_none()


@cache
def newest() -> str | None:
    """Return the newest migration of this version of the program."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def is_known(revision: str) -> bool:
    """Whether this version of the program can read, or migrate, a database at a migration."""
    return revision in {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Bring a database to the newest migration, all the way or not at all."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["engine"] = engine
    command.upgrade(settings, "head")

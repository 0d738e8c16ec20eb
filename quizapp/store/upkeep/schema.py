"""Which migration a database stands at, which one this version of the program wants, and the way there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def find_present(session: Session) -> str | None:
    """Return the migration that a database stands at, or None where there are no tables or no database."""
    try:
        return session.scalars(text("SELECT version_num FROM alembic_version")).one_or_none()
    except DBAPIError:
        session.rollback()
        return None


@cache
def newest() -> str | None:
    """Return the newest migration of this version of the program."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def is_known(revision: str) -> bool:
    """Whether this version of the program can read, or migrate, a database at a migration."""
    return revision in {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Bring a database to the newest migration."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["engine"] = engine
    command.upgrade(settings, "head")

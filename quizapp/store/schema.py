"""Which migration a database stands at, and which one this version of the program wants."""

from functools import cache
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

MIGRATIONS = Path(__file__).parent / "migrations"


def is_current(session: Session) -> bool:
    """Whether a database can be reached and stands at the newest migration."""
    try:
        present = session.scalars(text("SELECT version_num FROM alembic_version")).all()
    except DBAPIError:
        return False
    return list(present) == [newest()]


@cache
def newest() -> str | None:
    """Return the newest migration of this version of the program."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()

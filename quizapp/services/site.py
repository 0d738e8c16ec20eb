"""Whether the site can answer."""

from quizapp.store.base import reading
from quizapp.store.schema import is_current


def is_ready() -> bool:
    """Whether the database answers and has the tables of this version."""
    with reading() as session:
        return is_current(session)

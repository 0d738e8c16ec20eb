"""What happens once before a site serves: migrate, publish what changed, offer the first link."""

import random
from collections.abc import Iterator

import click
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import upgrade

from quizapp.app import MIGRATIONS
from quizapp.config import bank_folders
from quizapp.services.accounts import first_link
from quizapp.services.library import Result, publish_folder
from quizapp.store import db


def prepare(app: Flask, now: int) -> str | None:
    """Bring database and banks up to date; return the path of a link for the first admin if there is none."""
    with app.app_context():
        for message in (*_migrate(), *_publish(app, now)):
            click.echo(message)
        # From the secret key: the link that the first start printed is the one that later starts print.
        token = first_link(now, random.Random(f"first link {app.config['SECRET_KEY']}"))  # noqa: S311
        db.engine.dispose()  # the workers are forks of this process: no connection may cross
    return None if token is None else f"/invited/{token}"


def _migrate() -> Iterator[str]:
    """Bring the tables to this version; where they are already, nothing is loaded that is not needed."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with db.engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    if present != newest:
        upgrade()
        yield f"migrated the database to {newest}" if present else "made the database"


def _publish(app: Flask, now: int) -> Iterator[str]:
    for outcome in publish_folder(bank_folders(app.config["INSTANCE"]), now):
        if outcome.result is not Result.AS_IT_WAS:
            yield str(outcome)

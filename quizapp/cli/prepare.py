"""What happens once before a site serves: migrate, publish what changed, offer the first link."""

import random
from collections.abc import Iterator
from pathlib import Path

import click
from flask import Flask

from quizapp.config import bank_folders
from quizapp.services.accounts import first_link
from quizapp.services.library import Result, publish_folder
from quizapp.services.upkeep import migrate
from quizapp.store import db


def prepare(app: Flask, now: int) -> str | None:
    """Bring database and banks up to date; return the path of a link for the first admin if there is none."""
    with app.app_context():
        for message in (*migrate(Path(app.config["INSTANCE"]), now), *_publish(app, now)):
            click.echo(message)
        # From the secret key: the link that the first start printed is the one that later starts print.
        token = first_link(now, random.Random(f"first link {app.config['SECRET_KEY']}"))  # noqa: S311
        db.engine.dispose()  # the workers are forks of this process: no connection may cross
    return None if token is None else f"/invited/{token}"


def _publish(app: Flask, now: int) -> Iterator[str]:
    for outcome in publish_folder(bank_folders(app.config["INSTANCE"]), now):
        if outcome.result is not Result.AS_IT_WAS:
            yield str(outcome)

"""`quizapp publish`: publishes bank files for everybody, at once, without waiting for the next start."""

from collections.abc import Sequence
from pathlib import Path

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def publish(context: click.Context, paths: Sequence[str]) -> None:
    """Publish bank files, or all in a folder, as the site's own; exits with 1 if any of them was not."""
    from quizapp.app import create_app
    from quizapp.cli.check import find_banks
    from quizapp.services.errors import Refused
    from quizapp.services.library import Result, publish_files
    from quizapp.services.upkeep import is_ready
    from quizapp.store import db
    from quizapp.web import clock

    files = dict.fromkeys(file for each in paths for file in find_banks(Path(each)))
    app = create_app()
    with app.app_context():
        if not is_ready():
            raise Refused(
                "the database is not made or not up to date; start the site once with `quizapp serve`"
            )
        outcomes = publish_files(files, clock.now())
        db.engine.dispose()
    for outcome in outcomes:
        click.echo(str(outcome))
    if any(outcome.result in (Result.NOT_PUBLISHED, Result.KEPT) for outcome in outcomes):
        context.exit(1)

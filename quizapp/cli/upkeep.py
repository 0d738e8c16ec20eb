"""`quizapp backup`, `restore`, `move` and `rebuild`: for who runs the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def _site() -> Iterator[Path]:
    """The application's context, with the instance folder."""
    from quizapp.app import create_app
    from quizapp.store import db

    app = create_app()
    with app.app_context():
        yield Path(app.config["INSTANCE"])
        db.engine.dispose()


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write a whole copy of the database into FILE, while the site runs."""
    from quizapp.services.upkeep import back_up
    from quizapp.web import clock

    with _site() as instance:
        made = back_up(file, instance, clock.now())
    click.echo(f"backed up to {made.path}, {made.size:,} bytes")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--verify", is_flag=True, help="Compare every card with its log afterwards.")
@click.pass_context
def restore(context: click.Context, file: Path, verify: bool) -> None:
    """Replace the database of a stopped site by the backup FILE; what was there is kept beside it."""
    from quizapp.services import upkeep
    from quizapp.services.study import rebuild
    from quizapp.web import clock

    with _site() as instance:
        for message in upkeep.restore(file, instance, clock.now()):
            click.echo(message)
        if not verify:
            return
        for table, rows in upkeep.count_rows():
            click.echo(f"{table}: {rows:,} rows")
        differing = sum(1 for _ in rebuild(check_only=True))
    click.echo("every card is what its log adds up to" if not differing else f"{differing} cards differ")
    if differing:
        click.echo("run `quizapp rebuild` to mend them", err=True)
        context.exit(1)


@click.command()
@click.argument("url")
def move(url: str) -> None:
    """Copy everything into the empty database at URL, and compare every table."""
    from quizapp.config import read_database_url
    from quizapp.services import upkeep

    try:
        address = read_database_url(url)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from problem
    with _site():
        for table, rows in upkeep.move(address):
            click.echo(f"{table}: {rows:,} rows, the same in both")
    click.echo("set QUIZAPP_DATABASE_URL to the new address and start the site again")


@click.command()
@click.option("--check", is_flag=True, help="Only compare; exits with 1 where a card differs.")
@click.pass_context
def rebuild(context: click.Context, check: bool) -> None:
    """Recompute every card from the review log."""
    from quizapp.services.study import rebuild as rebuild_cards

    count = 0
    with _site():
        for difference in rebuild_cards(check_only=check):
            count += 1
            click.echo(f"account {difference.account_id}, fact {difference.fact_id}: {difference.stored}")
            click.echo(f"  the log adds up to {difference.folded}")
    if check:
        click.echo("every card is what its log adds up to" if not count else f"{count} cards differ")
        context.exit(1 if count else 0)
    click.echo(f"{count} cards mended" if count else "every card was what its log adds up to")

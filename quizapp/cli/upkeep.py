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
        try:
            yield Path(app.config["INSTANCE"])
        finally:
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
@click.option("--verify", is_flag=True, help="Count the rows and compare every card with its log afterwards.")
@click.pass_context
def restore(context: click.Context, file: Path, verify: bool) -> None:
    """Replace the database of a stopped site by the backup FILE.

    What was there is kept in the folder `backups` of the instance. A file that is damaged, cut off or of
    another kind is refused before anything is changed.
    """
    from quizapp.services import upkeep
    from quizapp.services.study import rebuild
    from quizapp.web import clock

    differing = 0
    with _site() as instance:
        for message in upkeep.restore(file, instance, clock.now()):
            click.echo(message)
        if verify:
            for table, rows in upkeep.count_rows():
                click.echo(f"{table}: {rows:,} rows")
            differing = sum(1 for _ in rebuild(check_only=True))
            click.echo(_sum_up(differing))
    if differing:
        click.echo("run `quizapp rebuild` to mend them", err=True)
        context.exit(1)


@click.command()
@click.argument("url")
def move(url: str) -> None:
    """Copy everything into the empty database at URL, and compare every table.

    The site may run meanwhile, but what is answered after the copy began stays behind: stop it first.
    """
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
    """Compute every card anew from the review log."""
    from quizapp.services.study import rebuild as rebuild_cards
    from quizapp.services.upkeep import require_ready

    count = 0
    with _site():
        require_ready()
        for difference in rebuild_cards(check_only=check):
            count += 1
            click.echo(f"account {difference.account_id}, fact {difference.fact_id}: {difference.stored}")
            click.echo(f"  the log adds up to {difference.folded}")
    if check:
        click.echo(_sum_up(count))
        context.exit(1 if count else 0)
    click.echo(f"{_count(count)} mended" if count else "every card was what its log adds up to")


def _sum_up(differing: int) -> str:
    if not differing:
        return "every card is what its log adds up to"
    return f"{_count(differing)} {'is' if differing == 1 else 'are'} not what the log adds up to"


def _count(cards: int) -> str:
    return "1 card" if cards == 1 else f"{cards:,} cards"

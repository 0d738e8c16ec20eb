"""The command line: one module per command, each named in COMMANDS.

A command imports what it needs when it is called: `quizapp grade` answers without loading the web.
"""

from typing import Any

import click

from quizapp.cli.check import check
from quizapp.cli.facts import facts
from quizapp.cli.grade import grade
from quizapp.cli.publish import publish
from quizapp.cli.schema import schema
from quizapp.cli.serve import serve
from quizapp.cli.upkeep import backup, move, rebuild, restore
from quizapp.cli.write import write
from quizapp.config import WrongSettings
from quizapp.services.errors import Refused

COMMANDS: tuple[click.Command, ...] = (
    serve,
    check,
    facts,
    write,
    publish,
    schema,
    grade,
    backup,
    restore,
    move,
    rebuild,
)


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """Says a person's mistake in its own words, without a traceback."""
        try:
            return super().invoke(ctx)
        except (Refused, WrongSettings) as mistake:
            raise click.ClickException(str(mistake)) from mistake


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quizapp")
def main() -> None:
    """Turn what a class has read into what it still knows on the day of the exam."""


for _command in COMMANDS:
    main.add_command(_command)

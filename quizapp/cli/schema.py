"""`quizapp schema`: the JSON Schema of bank files, for editors that complete and check while one types."""

import json

import click

from quizapp.bank.schema import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a bank file, for your editor."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))

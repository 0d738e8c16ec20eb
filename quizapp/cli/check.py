"""`quizapp check`: says everything that is wrong with bank files, one problem a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import Reading, read_bank
from quizapp.bank.reading.source import ENDINGS
from quizapp.bank.schema import Bank


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def check(context: click.Context, paths: Sequence[str]) -> None:
    """Check bank files, or all in a folder; exits with 0 if nothing is wrong (warnings do not count), else with 1."""
    wrong = False
    for path in dict.fromkeys(file for each in paths for file in find_banks(Path(each))):
        reading = _read(path)
        wrong = wrong or bool(reading.problems)
        for problem in reading.problems:
            click.echo(str(problem))
        for warning in reading.warnings:
            click.echo(f"{warning.file}:{warning.line}:{warning.column}: warning: {warning.message}")
        click.echo(f"{path}: {_sum_up(reading)}", err=True)
    if wrong:
        context.exit(1)


def find_banks(path: Path) -> Iterator[Path]:
    """Give the bank files that a path names: itself, or those in the folder and the folders in it."""
    found = sorted(each for each in path.rglob("*") if each.suffix in ENDINGS) if path.is_dir() else []
    yield from found or [path]


def count(bank: Bank) -> str:
    """Say how much a bank holds, as in "58 facts, 126 questions"."""
    return f"{_many(len(bank.facts), 'fact')}, {_many(sum(len(each.questions) for each in bank.facts), 'question')}"


def _read(path: Path) -> Reading:
    try:
        return read_bank(path.read_bytes(), str(path))
    except IsADirectoryError:
        wrong = "there is no bank in this folder; put a file there whose name ends in .yaml"
    except FileNotFoundError:
        wrong = "there is no such file; look at its name"
    except OSError as error:
        wrong = f"the file cannot be read ({(error.strerror or str(error)).lower()}); look at its permissions"
    return Reading(None, (Problem(str(path), 1, 1, wrong),))


def _sum_up(reading: Reading) -> str:
    if reading.bank is not None:
        doubtful = f", {_many(len(reading.warnings), 'warning')}" if reading.warnings else ""
        return f"{count(reading.bank)}, no problems{doubtful}"
    found = _many(len(reading.problems), "problem")
    return f"{found}; without them {count(reading.partial)}" if reading.partial is not None else found


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

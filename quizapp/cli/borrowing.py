"""The banks that lend `quizapp write` their names, to be wrong options in the bank that it makes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizapp.bank.schema import Bank
    from quizapp.writing.lending import Loan


def borrow(library: Sequence[Path], but: Sequence[Path | None]) -> tuple["Loan", ...]:
    """Return the names that banks lend, files or all files of folders, but for some; a bad bank is a click error."""
    from quizapp.writing.lending import lend

    own = {path.resolve() for path in but if path is not None}
    loans: list[Loan] = []
    for path in dict.fromkeys(_list_files(library)):
        if path.resolve() not in own:
            bank = _read(path)
            loans += lend(bank.title, [each for fact in bank.facts for each in fact.questions])
    return tuple(loans)


def _list_files(library: Sequence[Path]) -> Iterator[Path]:
    for path in library:
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else (path,)


def _read(path: Path) -> "Bank":
    from quizapp.bank.read import read_bank

    try:
        found = read_bank(path.read_bytes(), str(path), judging=False)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(
            f"{path}: the bank cannot be read ({reason}); look at its permissions"
        ) from error
    if found.bank is None:
        raise click.ClickException("\n".join(map(str, found.problems)))
    return found.bank

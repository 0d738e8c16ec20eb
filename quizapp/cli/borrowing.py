"""The banks that lend `quizapp write` their names, to be wrong options in the bank that it makes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.files import read_bank_file

if TYPE_CHECKING:
    from quizapp.writing.lending import Loan


def borrow(library: Sequence[Path], but: Sequence[Path | None]) -> tuple["Loan", ...]:
    """Return the names that banks lend, files or all files of folders, but for some; a bad bank is a click error."""
    from quizapp.writing.lending import lend

    own = {path.resolve() for path in but if path is not None}
    loans: list[Loan] = []
    for path in dict.fromkeys(_list_files(library)):
        if path.resolve() not in own:
            bank = read_bank_file(path)
            loans += lend(bank.title, [each for fact in bank.facts for each in fact.questions])
    return tuple(loans)


def _list_files(library: Sequence[Path]) -> Iterator[Path]:
    for path in library:
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else (path,)

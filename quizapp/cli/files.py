"""The files of the commands that make banks: what cannot be read or written is said, and nothing is half written."""

import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from quizapp.bank.reading.read import Reading
    from quizapp.bank.schema import Bank

STANDARD = "-"
"""Standard input or output, in the place of a file."""
_MOST_SHOWN = 5
_HEAD = re.compile(r"^title:[ \t]*\S", re.MULTILINE)
_LIST = re.compile(r"^(?:facts|questions):[ \t\r]*$", re.MULTILINE)


def read_article_text(path: Path) -> str:
    """Return the text of an article, or of standard input for "-"; what is no article is a click error."""
    from quizapp.bank.reading.source import MAX_BYTES, OTHER_FILES, recode

    content = _read_bytes(path)
    if len(content) > MAX_BYTES:
        size, most = len(content) / 1e6, MAX_BYTES // 1_000_000
        _refuse(path, f"the file has {size:.1f} MB, at most {most} are read; give one article")
    kind = next((kind for start, kind in OTHER_FILES.items() if content.startswith(start)), "")
    found = recode(content)
    if kind or found is None or "\x00" in found[0]:
        said = f"this is {kind}, not a text" if kind else "this is not a text"
        _refuse(path, f"{said}; save the article as text, as wikitext or as HTML")
    if not found[0].strip():
        _refuse(path, "there is nothing in it; give an article")
    if _HEAD.search(found[0]) and _LIST.search(found[0]):
        _refuse(path, "this is a question bank, not an article; check it with quizapp check")
    return found[0]


def read_bank_file(path: Path) -> "Bank":
    """Return the bank in a file; what is wrong with it is a click error. Its id is there only if it is written."""
    found = _read_bank(path)
    if found.bank is None:
        shown = [str(problem) for problem in found.problems[:_MOST_SHOWN]]
        more = len(found.problems) - len(shown)
        shown += [f"and {more:,} more problems; see all with quizapp check"] if more > 0 else []
        raise click.ClickException("\n".join(shown))
    named = any(line.startswith("id:") for line in found.lines)  # else its name is only the file's
    return found.bank if named else found.bank.model_copy(update={"id": None})


def count_comments(path: Path) -> int:
    """Count the lines of a bank file that only hold a comment: they are not in the bank that it is read as."""
    from quizapp.bank.reading.slips import find_entries

    entries = find_entries(_read_bank(path).lines, re.compile(r"#|[|>]"))
    return sum(line.lstrip().startswith("#") for _, line in entries)


def look_before_writing(output: Path | None, article: Path, former: Path | None) -> None:
    """Refuse, before anything is done, to write where something would be lost or nothing can be written."""
    from quizapp.bank.rebuilding.merging import is_as_built

    if output is None or str(output) == STANDARD:
        return
    if not output.exists() and not output.resolve().parent.is_dir():
        _refuse(output, "there is no such folder; make it first")
    if _is_same_file(output, article):
        _refuse(output, "the bank would take the place of the article; give it another name")
    if output.is_file() and output.stat().st_size and not (former and _is_same_file(output, former)):
        bank = _read_bank(output).bank
        if bank is None or not is_as_built(bank):
            said = "there is a file already, which is not only what was built"
            _refuse(output, f"{said}; give it with --former too, or take another name")


def write_text(written: str, output: Path | None) -> None:
    """Write a text as UTF-8, all of it or nothing, to a file or for "-" and none to standard output."""
    if output is None or str(output) == STANDARD:
        click.echo(written.encode(), nl=False)
        return
    try:
        if output.exists() and not output.is_file():  # a device, a pipe
            output.write_bytes(written.encode())
        else:
            _replace(output.resolve(), written.encode())
    except OSError as error:
        _refuse(output, f"the file cannot be written ({_say(error)}); look at its permissions")


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise


def _read_bytes(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == STANDARD else path.read_bytes()
    except FileNotFoundError:
        _refuse(path, "there is no such file; look at its name")
    except OSError as error:
        _refuse(path, f"the file cannot be read ({_say(error)}); look at its permissions")


def _read_bank(path: Path) -> "Reading":
    from quizapp.bank.reading.read import read_bank

    return read_bank(_read_bytes(path), str(path), judging=False)


def _is_same_file(one: Path, other: Path) -> bool:
    return other.exists() and one.exists() and one.samefile(other)


def _say(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _refuse(path: Path, message: str) -> NoReturn:
    name = "standard input" if str(path) == STANDARD else path
    raise click.ClickException(f"{name}: {message}")

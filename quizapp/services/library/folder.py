"""The questions folders: what changed in them since they were last read is published when the site starts."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import read_bank
from quizapp.bank.reading.source import ENDINGS, MAX_BYTES, decode
from quizapp.services.errors import Refused
from quizapp.services.library.comparing import Comparison
from quizapp.services.library.publishing import FromFolder, Published, Terms, find_and_compare, publish_read
from quizapp.store import reading
from quizapp.store.library import publishing as rows
from quizapp.store.library.queries import EVERYBODY


class Result(StrEnum):
    """What became of a file."""

    AS_IT_WAS = "as it was"
    PUBLISHED = "published"
    NOT_PUBLISHED = "not published"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: in a word, in a sentence, and its problems one by one."""

    path: Path
    result: Result
    message: str
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return "\n".join(
            [f"{self.path.name}: {self.message}", *(f"  {problem}" for problem in self.problems)]
        )


def publish_folder(folders: Iterable[Path], now: int) -> list[Outcome]:
    """Publish the bank files of some folders, in the order of their names; a file with problems stops no other."""
    paths = [path for folder in folders for path in find_files(folder)]
    return _publish(dict(zip(paths, range(len(paths)), strict=True)), now)


def find_files(folder: Path) -> list[Path]:
    """Return the bank files of a folder, by name."""
    if not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in files if not path.name.startswith("."))


def publish_files(paths: Iterable[Path], now: int) -> list[Outcome]:
    """Publish files as the site's own banks, for everybody; each bank keeps its place in the library."""
    return _publish(dict.fromkeys(paths), now)


def _publish(paths: Mapping[Path, int | None], now: int) -> list[Outcome]:
    """Publishes files, each at a position; one that is unchanged is not even parsed."""
    with reading() as session:
        hashes = rows.find_hashes(session)
    claimed: dict[str, Path] = {}
    outcomes = []
    for path, position in paths.items():
        try:
            outcomes.append(_publish_file(path, FromFolder(_hash(path), position), hashes, claimed, now))
        except (Refused, OSError) as mistake:
            reason = str(mistake) if isinstance(mistake, Refused) else _say_error(mistake)
            outcomes.append(Outcome(path, Result.NOT_PUBLISHED, f"not published: {reason}"))
    return outcomes


def _hash(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _publish_file(
    path: Path, folder: FromFolder, hashes: dict[str, str], claimed: dict[str, Path], now: int
) -> Outcome:
    if folder.file_hash in hashes:
        claimed.setdefault(hashes[folder.file_hash], path)
        return Outcome(path, Result.AS_IT_WAS, "as it was")
    content = path.read_bytes()
    found = read_bank(content, path.name)
    if found.bank is None:
        return Outcome(path, Result.NOT_PUBLISHED, "not published; mend these:", found.problems)
    key = str(found.bank.id)
    first = claimed.setdefault(key, path)
    if first != path:
        raise Refused(f"the id {key} belongs to {first.name} already; give this file another id")
    row, _, compared = find_and_compare(found.bank, key)
    if row is not None and row.owner_id is not None:
        raise Refused(f"a teacher's bank has the id {key}; give the file another id")
    if row is not None and row.is_edited and compared.changes:
        return Outcome(path, Result.KEPT, _say_kept(compared))
    text = decode(content, path.name)[0] or ""
    published = publish_read(found.bank, text, Terms(None, now, EVERYBODY, folder=folder))
    return Outcome(path, Result.PUBLISHED, _say(published))


def _say_error(error: OSError) -> str:
    said = (error.strerror or str(error)).lower()
    return f"the file cannot be read ({said}); look at its name and permissions"


def _say(published: Published) -> str:
    if published.was_same:
        return "as it was"
    if published.is_new:
        return f"published {len(published.changes.new)} questions"
    return f"published: {published.changes}"


def _say_kept(compared: Comparison) -> str:
    return (
        "not published, since this bank was changed in the site too "
        f"(the file would bring {compared.changes}); download the site's copy into the folder, then change that"
    )

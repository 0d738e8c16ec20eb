"""Prints the table of what was measured: `make bench`. `python -m tests.bench quick` leaves the large log out."""

import contextlib
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import bank_reading, browser_step, http_step, progress_page, step_in_process
from tests.fixtures.postgres import running_postgres


@contextlib.contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Give the addresses to measure on: SQLite's own, and a PostgreSQL that syncs at every commit."""
    with running_postgres(durable=True) as postgres:
        yield {"SQLite": "", "PostgreSQL": postgres.url("postgres")}


def say_machine() -> str:
    """Return what was measured on: processor, number of cores, Python."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor()
    return f"{len(names) or 1} cores of {name}, Python {platform.python_version()}, {platform.system()}"


def main() -> None:
    """Measure everything and print it."""
    print(f"Machine: {say_machine()}\n")
    print("| what | database | figure |\n|---|---|---|")
    bank = bank_reading.measure()
    print(f"| a bank of {bank.questions:,} questions: read, with positions | - | {bank.read:.1f} s |")
    print(
        f"| the same: checked and published | SQLite | {bank.publish:.1f} s, {bank.memory:.0f} MB |",
        flush=True,
    )
    print(*browser_step.rows(browser_step.measure()), sep="\n", flush=True)
    with databases() as addresses:
        for name, url in addresses.items():
            with fresh(url) as address:
                print(*http_step.rows(name, http_step.measure(address)), sep="\n", flush=True)
            with fresh(url) as address:
                print(*progress_page.rows(name, progress_page.measure(address)), sep="\n", flush=True)
        if "quick" in sys.argv:
            return
        for name, url in addresses.items():
            with fresh(url) as address:
                small, large = step_in_process.measure(address)
            for each in (small, large):
                print(
                    f"| study step in process, {each.facts:,} facts, 1,000,000 reviews | {name} |"
                    f" p50 {each.p50:.2f} ms, p99 {each.p99:.2f} ms |"
                )
            print(
                f"| p50 at 20,000 facts to p50 at 1,000 | {name} | {large.p50 / small.p50:.2f} |", flush=True
            )


@contextlib.contextmanager
def fresh(url: str) -> Iterator[str]:
    """Give an empty database of its own at a server's address; nothing for SQLite."""
    if not url:
        yield ""
        return
    import psycopg

    name = "quizapp_bench"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield url.replace("/postgres?", f"/{name}?")
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


if __name__ == "__main__":
    main()

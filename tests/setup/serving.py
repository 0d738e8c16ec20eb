"""Starts the site in a process of its own, as `quizapp serve` does for a person."""

import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def serving(
    python: str | Path, environment: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, list[str]]]:
    """A site running in a folder: its address, and the lines that it printed (all of them, once it has ended)."""
    command = [python, "-m", "quizapp.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        lines: list[str] = []
        try:
            for line in server.stdout:
                lines.append(line)
                if line.startswith("Quizapp is at"):
                    break
            found = ADDRESS.search("".join(lines))
            assert found is not None, lines
            yield found.group(), lines
        finally:
            server.send_signal(signal.SIGTERM)
            lines.extend(server.stdout)
        assert server.wait(timeout=30) == 0


def fetch(address: str) -> str:
    """The text that an address answers with; anything but a success raises."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def static_links(page: str) -> list[str]:
    """The style sheets, scripts and icons that a page asks for."""
    return re.findall(r'(?:href|src)="(/static/[^"]+)"', page)

"""A site to kill: a bank of its own, a real gunicorn over it, and somebody who kills its workers."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
FACTS = 30


def height(stop: int) -> int:
    """The answer to the typed question of a stop."""
    return 300 + 7 * stop


def write_bank() -> bytes:
    """A bank whose right answers can be worked out from the stems."""
    lines = ["title: Stops of a line", "language: en", "facts:"]
    for stop in range(FACTS):
        lines += [
            f"  - id: stop-{stop}",
            f"    statement: Stop {stop} is called Halt {stop} and lies {height(stop)} metres up.",
            "    questions:",
            "      - type: choice",
            f"        stem: What is stop {stop} called?",
            f"        key: Halt {stop}",
            f"        distractors: [Inn {stop}, Mill {stop}, Weir {stop}]",
            "      - type: number",
            f"        stem: How many metres up is stop {stop}?",
            f"        key: {height(stop)}",
        ]
    return "\n".join(lines).encode()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A gunicorn in a process group of its own, which can be started again after it was killed.

    The application is loaded before the fork (see `tests.kill.warm`).
    """

    def __init__(self, target: str, worker_class: str, environment: Mapping[str, str], log: Path) -> None:
        self.port = free_port()
        self._log = log
        self._environment = {**os.environ, **environment}
        self._command = [
            *(sys.executable, "-m", "gunicorn", target, "--preload", "--no-control-socket"),
            *("--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--worker-class", worker_class),
            *("--threads", "4" if worker_class == "gthread" else "1", "--graceful-timeout", "5"),
            *("--log-level", "critical", "--chdir", str(HERE)),
        ]
        self.start()

    def start(self) -> None:
        """Start, and wait until somebody listens."""
        with open(self._log, "ab") as log:
            self._arbiter = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        for _ in range(600):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), timeout=0.2),
            ):
                return
            assert self._arbiter.poll() is None, self._log.read_text()
            time.sleep(0.05)
        raise RuntimeError(f"nothing listens on port {self.port} after 30 seconds")

    def workers(self) -> list[int]:
        """The process ids of the workers that live now."""
        found = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                with contextlib.suppress(OSError):
                    state, parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[:2]
                    if int(parent) == self._arbiter.pid and state != "Z":
                        found.append(int(folder.name))
        return found

    def kill_all(self) -> None:
        """Kill arbiter and workers at once, as a machine that loses power would, short of its disk."""
        os.killpg(self._arbiter.pid, signal.SIGKILL)
        self._arbiter.wait()

    def stop(self) -> None:
        """End politely."""
        if self._arbiter.poll() is None:
            self._arbiter.terminate()
            try:
                self._arbiter.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill_all()


@contextlib.contextmanager
def serving(target: str, worker_class: str, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """A server for as long as the block lasts."""
    server = Server(target, worker_class, environment, log)
    try:
        yield server
    finally:
        server.stop()


class Killer(threading.Thread):
    """Kills a worker every few answers, at a random moment, until it is told to stop.

    With `also_all` it is now and then the whole server. `count` says how many answers have been acknowledged:
    on a slow machine the kills are fewer a second, not fewer an answer.
    """

    def __init__(
        self, server: Server, count: Callable[[], int], rng: random.Random, *, also_all: bool = False
    ) -> None:
        super().__init__()
        self.kills = 0
        self._server, self._count, self._rng, self._also_all = server, count, rng, also_all
        self._enough = threading.Event()

    def run(self) -> None:
        while not self._enough.is_set():
            self._wait()
            if self._also_all and self._rng.random() < 0.03:
                self._server.kill_all()
                self._server.start()
                self.kills += 1
            elif workers := self._server.workers():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._rng.choice(workers), signal.SIGKILL)
                    self.kills += 1

    def _wait(self) -> None:
        target = self._count() + self._rng.randint(0, 30)
        until = time.monotonic() + 3
        while self._count() < target and time.monotonic() < until:
            if self._enough.wait(0.01):
                return
        self._enough.wait(self._rng.uniform(0.0, 0.15))

    def stop(self) -> None:
        """Kill nobody from now on."""
        self._enough.set()
        self.join()

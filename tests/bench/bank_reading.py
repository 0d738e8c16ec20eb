"""(c) A YAML bank of 10,000 questions: read with positions, checked and published."""

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from quizapp.bank.reading.read import read_bank
from quizapp.services import library
from tests.bench.site import NOW, make_site, write_bank

FACTS = 5000


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to read, seconds to check and publish, and the peak memory of the process in MB."""

    questions: int
    read: float
    publish: float
    memory: float


def measure() -> Measured:
    """Measure in a process of its own, so that its memory is nobody else's."""
    command = [sys.executable, "-c", "from tests.bench import bank_reading; bank_reading.run()"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    questions, read, publish, memory = done.stdout.split()
    return Measured(int(questions), float(read), float(publish), float(memory))


def run() -> None:
    """Read and publish, and print the figures."""
    text = write_bank(FACTS)
    began = time.perf_counter()
    found = read_bank(text, "bench.yaml", judging=False)
    read = time.perf_counter() - began
    if found.bank is None:
        raise RuntimeError(f"the bench bank has problems: {found.problems[:3]}")
    questions = sum(len(fact.questions) for fact in found.bank.facts)
    del found
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as folder:
        app = make_site(Path(folder), 1)
        with app.app_context():
            began = time.perf_counter()
            library.publish_bank(text, "large.yaml", owner=None, audience="everybody", now=NOW)
            publish = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(questions, read, publish, memory)

"""Never lose an answer: workers are killed under load, and what was acknowledged is stored, once.

The two broken variants at the end show that the test would notice.
"""

import itertools
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask_migrate import upgrade

from quizapp.app import create_app
from quizapp.services import library
from quizapp.store import db
from tests.fixtures.postgres import Postgres
from tests.kill.clients import Student
from tests.kill.ledger import Faults, find_faults
from tests.kill.site import Killer, serving, write_bank

pytestmark = pytest.mark.kill

CLIENTS = 35
SLOWEST = 120  # seconds
NO_FAULTS = Faults(lost=0, doubled=0, unsent=0, misjudged=0, strangers=0, wrong_cards=0, damage=0)
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left after the load."""

    faults: Faults
    acknowledged: int
    kills: int
    problems: list[str]


Load = Callable[..., Outcome]


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An instance folder on a disk, not in memory: what is to be kept is kept there."""
    folder = tmp_path / "instance"
    folder.mkdir()
    return folder


@pytest.fixture(params=["sqlite", "postgres"])
def kept_url(request: pytest.FixtureRequest, instance: Path) -> Iterator[str]:
    """A database without a table that keeps what it has acknowledged, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{instance / 'quizapp.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("durable_postgres")
    with server.database(f"kill_{next(_numbers)}") as url:
        yield url


@pytest.fixture
def load(instance: Path, tmp_path: Path) -> Load:
    """Lets students answer while workers are killed, for so many seconds, kills and answers, and compares."""

    def run(
        url: str,
        *,
        seconds: float = 3,
        kills: int = 10,
        answers: int = 300,
        target: str = "tests.kill.warm:site()",
        worker_class: str = "sync",
        also_all: bool = False,
    ) -> Outcome:
        settings = {"INSTANCE": str(instance), "DATABASE_URL": url, "SECRET_KEY": "0123456789"}
        app = create_app(settings)
        with app.app_context():
            upgrade()
            library.publish_bank(write_bank(), "stops.yaml", owner=None, audience="everybody", now=1)
            db.engine.dispose()
        environment = {f"QUIZAPP_{name}": value for name, value in settings.items()}
        enough = threading.Event()
        with serving(target, worker_class, environment, tmp_path / "server.log") as server:
            students = [Student(server.port, seed, enough) for seed in range(CLIENTS)]
            killer = Killer(server, lambda: _count(students), random.Random(7), also_all=also_all)
            for thread in (*students, killer):
                thread.start()
            _wait(seconds, lambda: killer.kills >= kills and _count(students) >= answers)
            killer.stop()
            enough.set()
            for student in students:
                student.join()
        with app.app_context():
            faults = find_faults([student.sent for student in students])
            db.engine.dispose()
        acknowledged = _count(students)
        problems = [str(student.problem) for student in students if student.problem]
        print(f"{acknowledged} acknowledged, {killer.kills} kills, {faults}")
        print((tmp_path / "server.log").read_text()[-3000:])
        return Outcome(faults, acknowledged, killer.kills, problems)

    return run


def _count(students: Sequence[Student]) -> int:
    return sum(sent.is_acknowledged for student in students for sent in student.sent)


def _wait(seconds: float, is_enough: Callable[[], bool]) -> None:
    """Waits so many seconds, and longer where the machine is too slow for enough to happen in them."""
    begun = time.monotonic()
    while (waited := time.monotonic() - begun) < seconds or (waited < SLOWEST and not is_enough()):
        time.sleep(0.1)


@pytest.mark.parametrize(
    "kept_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)], indirect=True
)
def test_what_is_acknowledged_is_stored_once_though_workers_are_killed(load: Load, kept_url: str) -> None:
    outcome = load(kept_url)
    assert outcome.problems == []
    assert outcome.faults == NO_FAULTS
    assert outcome.kills >= 10
    assert outcome.acknowledged >= 300


@pytest.mark.long
@pytest.mark.parametrize("worker_class", ["sync", "gthread"])
def test_a_minute_of_kills_of_workers_and_of_the_whole_server_loses_nothing(
    load: Load, kept_url: str, worker_class: str
) -> None:
    outcome = load(kept_url, seconds=60, kills=60, answers=1500, worker_class=worker_class, also_all=True)
    assert outcome.problems == []
    assert outcome.faults == NO_FAULTS
    assert outcome.kills >= 60
    assert outcome.acknowledged >= 1500


@pytest.mark.long
@pytest.mark.parametrize("kept_url", ["sqlite"], indirect=True)
def test_a_site_that_replies_before_it_commits_is_caught_losing_answers(load: Load, kept_url: str) -> None:
    assert load(kept_url, target="tests.kill.broken:reply_first()").faults.lost > 0


@pytest.mark.long
@pytest.mark.parametrize("kept_url", ["sqlite"], indirect=True)
def test_a_site_without_keys_on_answers_is_caught_storing_them_twice(load: Load, kept_url: str) -> None:
    assert load(kept_url, target="tests.kill.broken:no_key()").faults.doubled > 0

"""Several windows that do something at the same moment."""

import threading
from collections.abc import Callable, Sequence

from flask import Flask


def at_once(app: Flask, jobs: Sequence[Callable[[], object]]) -> list[object]:
    """Runs each job in a thread of its own, all let go at the same moment; their results, raised errors too."""
    results: list[object] = [None] * len(jobs)
    barrier = threading.Barrier(len(jobs))

    def run(place: int) -> None:
        with app.app_context():
            barrier.wait()
            try:
                results[place] = jobs[place]()
            except Exception as error:
                results[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results

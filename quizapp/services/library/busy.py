"""How many articles of one teacher are read at the same moment: each takes a processor for seconds.

A server process counts for itself, since what is kept free is its own threads.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from quizapp.services.errors import Refused
from quizapp.services.person import Person

MOST_AT_ONCE = 2
"""A button that is pressed twice still opens its review; the process's other threads go on serving."""

_reading: Counter[int] = Counter()
_lock = threading.Lock()


class TooBusy(Refused):
    """As many articles of one teacher are being read already as may be."""

    def __init__(self) -> None:
        super().__init__(
            f"{MOST_AT_ONCE} articles of yours are being read at this moment; wait a few seconds until their"
            " reviews are listed here, then give this one again"
        )


@contextmanager
def take_turn(person: Person) -> Iterator[None]:
    """Count one more article of a person's as being read, as long as the context lasts; raises TooBusy."""
    with _lock:
        if _reading[person.id] >= MOST_AT_ONCE:
            raise TooBusy
        _reading[person.id] += 1
    try:
        yield
    finally:
        with _lock:
            _reading[person.id] -= 1

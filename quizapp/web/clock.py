"""The only place in the site that reads the clock and rolls the dice."""

import random
import time

from flask import current_app


def now() -> int:
    """Return the present instant in milliseconds since the epoch."""
    fixed = current_app.config.get("CLOCK")
    return int(fixed()) if fixed else int(time.time() * 1000)


def dice() -> random.Random:
    """Return a source of randomness that nobody can predict."""
    return random.SystemRandom()

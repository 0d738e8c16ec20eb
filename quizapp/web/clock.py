"""The clock and the dice of the site's pages; below them, both are arguments.

Other dice are rolled only for the key that signs cookies (config.py), and in cli.
"""

import random
import time

from flask import current_app

_DICE = random.SystemRandom()


def now() -> int:
    """Return the present instant in milliseconds since the epoch."""
    fixed = current_app.config.get("CLOCK")
    return int(fixed()) if fixed else int(time.time() * 1000)


def dice() -> random.Random:
    """Return a source of randomness that nobody can predict."""
    return _DICE

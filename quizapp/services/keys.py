"""Keys for what a person makes: a question shown, a session, a draft."""

from random import Random


def make_key(rng: Random) -> str:
    """Return a key that nobody guesses: 120 random bits as 30 hexadecimal digits."""
    return f"{rng.getrandbits(120):030x}"

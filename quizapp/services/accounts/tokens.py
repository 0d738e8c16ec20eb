"""Secrets that let somebody in: tokens of 256 bits and recovery codes of 140 bits, stored only as SHA-256.

They are random enough that a plain hash protects them; passwords, which are not, live in ``passwords.py``.
"""

import base64
import hashlib
import random

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing in it looks like something else
_CODE_LENGTH = 28
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_token(rng: random.Random) -> str:
    """Return a token of 32 random bytes, fit for an address or a cookie."""
    return base64.urlsafe_b64encode(rng.randbytes(32)).rstrip(b"=").decode("ascii")


def new_code(rng: random.Random) -> str:
    """Return a recovery code to write down: seven groups of four letters and digits."""
    letters = [_LETTERS[rng.randrange(32)] for _ in range(_CODE_LENGTH)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, _CODE_LENGTH, 4))


def hash_token(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def hash_code(code: str) -> str:
    """Return what is stored of a recovery code, however its groups, case and look-alikes were typed."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hash_token(letters.translate(_LOOKALIKES))

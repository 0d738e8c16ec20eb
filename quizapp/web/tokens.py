"""The token that shows a form to be ours: every changing request brings it, as a field or as a header.

It is a signature of the number that the session's cookie keeps, under a mask that is new each time, so that a page
which somebody compresses never says the same (BREACH). flask-wtf's token, which says no more, is 8 % of a study step.
"""

import hmac
from functools import lru_cache

from flask import Flask, current_app, g, request, session
from flask_wtf.csrf import CSRFError

from quizapp.web.clock import dice

FIELD = "csrf_token"
HEADER = "HTTP_X_CSRFTOKEN"
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
LENGTH = 32
MOST_BROWSERS = 4096
"""Browsers whose signature one process keeps, about 200 bytes each."""


def form_token() -> str:
    """Return a token for the forms of this browser; it is good until somebody signs in or out."""
    if not session.get(FIELD):
        session[FIELD] = f"{dice().getrandbits(160):040x}"
    mask = dice().randbytes(LENGTH)
    return (mask + _cover(_sign(session[FIELD], current_app.config["SECRET_KEY"]), mask)).hex()


def refuse_foreign_forms(app: Flask) -> None:
    """Refuse every changing request that does not bring the token of its browser."""
    app.config.setdefault("WTF_CSRF_ENABLED", True)  # by the names of flask-wtf
    app.config.setdefault("WTF_CSRF_METHODS", CHANGING)
    app.jinja_env.globals["csrf_token"] = form_token

    @app.before_request
    def refuse_foreign_form() -> None:
        is_change = request.method in app.config["WTF_CSRF_METHODS"] and request.endpoint
        if not is_change or not app.config["WTF_CSRF_ENABLED"]:
            return
        if not _is_ours(request.environ.get(HEADER) or request.form.get(FIELD, "")):
            raise CSRFError("the token of this browser is missing; load the form again")
        if request.is_secure and not (request.referrer or "").startswith(f"https://{request.host}/"):
            raise CSRFError("the form stands on another site; load it here")
        g.csrf_valid = True  # where flask-wtf's forms look


def _is_ours(token: str) -> bool:
    number = session.get(FIELD)
    try:
        sent = bytes.fromhex(token)
    except ValueError:
        return False
    if not number or len(sent) != 2 * LENGTH:
        return False
    return hmac.compare_digest(
        _cover(sent[LENGTH:], sent[:LENGTH]), _sign(number, current_app.config["SECRET_KEY"])
    )


# A browser's stays the same, and OpenSSL takes 40 microseconds to find its hash, three times a page.
@lru_cache(MOST_BROWSERS)
def _sign(number: str, key: str) -> bytes:
    return hmac.digest(key.encode(), f"form {number}".encode(), "sha256")


def _cover(signature: bytes, mask: bytes) -> bytes:
    """Put a mask over a signature, or take it off again."""
    return (int.from_bytes(signature) ^ int.from_bytes(mask)).to_bytes(LENGTH)

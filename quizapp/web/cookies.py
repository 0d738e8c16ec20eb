"""The session's cookie: signed by Flask, its signature checked once for as long as a browser sends the same one."""

import pickle
from functools import lru_cache

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, TimestampSigner
from werkzeug.http import parse_cookie

MOST_COOKIES = 4096
"""Cookies kept by one process, about 1 KB each; one changes once an hour of use."""


class KeptSessions(SecureCookieSessionInterface):
    """Reads sessions as Flask does; to check the same signature at every answer is 5 % of a study step."""

    def __init__(self, app: Flask) -> None:
        self._name = self.get_cookie_name(app)
        self._serializer = self.get_signing_serializer(app)
        self._clock = TimestampSigner("")  # the one that dates signatures
        self._open = lru_cache(MOST_COOKIES)(self._verify)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """Return what a request's cookie holds; nothing where it is not ours or too old."""
        try:
            kept, signed_at = self._open(request.environ.get("HTTP_COOKIE", ""))
        except BadSignature:
            return self.session_class()
        if self._clock.get_timestamp() - signed_at > app.permanent_session_lifetime.total_seconds():
            return self.session_class()
        # A copy: what one request changes in it, no other one sees.
        return self.session_class(pickle.loads(kept))  # noqa: S301 - written below

    def _verify(self, cookies: str) -> tuple[bytes, float]:
        """Return the values of a session, packed, and when they were signed; raises BadSignature."""
        cookie = parse_cookie(cookies).get(self._name, "")
        if self._serializer is None:
            raise BadSignature("there is no key")
        values, signed_at = self._serializer.loads(cookie, return_timestamp=True)
        return pickle.dumps(values), signed_at.timestamp()

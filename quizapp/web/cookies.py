"""The session's cookie: signed by Flask, its signature checked once for as long as a browser sends the same one."""

from copy import deepcopy
from functools import lru_cache

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, TimestampSigner

MOST_COOKIES = 4096
"""Cookies kept by one process, about 1 KB each; one changes once an hour of use."""


class KeptSessions(SecureCookieSessionInterface):
    """Reads sessions as Flask does; to check the same signature at every answer is 5 % of a study step."""

    def __init__(self, app: Flask) -> None:
        self._name = self.get_cookie_name(app)
        serializer = self.get_signing_serializer(app)
        if serializer is None:
            raise RuntimeError("there is no secret key; set one")
        self._clock = TimestampSigner("")  # the one that dates signatures
        self._open = lru_cache(MOST_COOKIES)(serializer.loads)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """Return what a request's cookie holds; nothing where it is not ours or too old."""
        cookie = request.cookies.get(self._name)
        if not cookie:
            return self.session_class()
        try:
            values, signed_at = self._open(cookie, return_timestamp=True)
        except BadSignature:
            return self.session_class()
        age = self._clock.get_timestamp() - signed_at.timestamp()
        if age > app.permanent_session_lifetime.total_seconds():
            return self.session_class()
        return self.session_class(deepcopy(values))  # what one request changes in it, no other one sees

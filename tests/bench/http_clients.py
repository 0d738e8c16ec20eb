"""Students over HTTP, for the benchmark: one as a browser without JavaScript, one as our own script asks.

Both answer what the last reply held. The script gets a session's page, looks ahead once, and from then on each
reply to an answer brings the one question that it does not hold yet: as ``static/js/session.js`` does.
"""

import gzip
import http.client
import re
import time
from collections.abc import Iterator, Mapping
from typing import ClassVar, Protocol
from urllib.parse import quote, urlencode

FRAGMENT = "application/vnd.quizapp.fragment+html"

_KEY = re.compile(rb'name="key" value="([^"]+)"')
_TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')
_RIGHT = re.compile(rb'value="(Right place \d+)"')
_PLAN = re.compile(rb'data-plan="([^"]*)"')
_ASKED = re.compile(rb'<template data-asked="([^"]+)">(.*?)</template>', re.DOTALL)


class Browser:
    """A client with a cookie, one connection a request as a sync worker wants it."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port = port
        self.cookie = cookie

    def ask(
        self,
        method: str,
        path: str,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Send one request and return the body of the reply; raises RuntimeError unless it is 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {"Accept-Encoding": "gzip, deflate", "Cookie": self.cookie, **(headers or {})}
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, None if form is None else urlencode(form), sent)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        if response.getheader("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        if response.status != 200:
            raise RuntimeError(f"{method} {path} got {response.status}: {content[:500]!r}")
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return content


class Student(Protocol):
    """Somebody who answers one question after another."""

    name: ClassVar[str]

    def __init__(self, browser: Browser, sessions: Iterator[str]) -> None:
        """Begin the first of the sessions."""

    def answer(self) -> None:
        """Answer the question that stands there."""


class PageStudent:
    """Sends a form and gets a whole page, as every browser can."""

    name: ClassVar[str] = "a whole page"

    def __init__(self, browser: Browser, sessions: Iterator[str]) -> None:
        self.browser, self.sessions = browser, sessions
        self._begin()

    def _begin(self) -> None:
        self.here = f"/study/{next(self.sessions)}"
        self.page = self.browser.ask("GET", self.here)

    def answer(self) -> None:
        """Send the form of the page, and begin the next session at the end of this one."""
        self.page = self.browser.ask("POST", self.here, answer_form(self.page))
        if b"/end" in self.page:
            self._begin()


class ScriptStudent:
    """Sends what our script sends and gets fragments; holds the next questions before they are due."""

    name: ClassVar[str] = "as the script asks"

    def __init__(self, browser: Browser, sessions: Iterator[str]) -> None:
        self.browser, self.sessions = browser, sessions
        self._begin()

    def _begin(self) -> None:
        self.here = f"/study/{next(self.sessions)}"
        page = self.browser.ask("GET", self.here)
        self.token, key = find(_TOKEN, page), find(_KEY, page)
        self.held = {key: find(_RIGHT, page)}
        self._merge(
            self.browser.ask("GET", f"{self.here}/next?held={quote(key)}", None, {"Accept": FRAGMENT})
        )

    def answer(self) -> None:
        """Send an answer as the script does, and begin the next session at the end of this one."""
        key = self.plan[0]
        now = int(time.time() * 1000)
        form = {"key": key, "response": self.held.pop(key), "answered_at": str(now), "shown_at": str(now - 1)}
        form["held"] = " ".join(self.held)
        headers = {"Accept": FRAGMENT, "X-CSRFToken": self.token}
        self._merge(self.browser.ask("POST", self.here, form, headers))
        if not self.plan:
            self._begin()

    def _merge(self, fragment: bytes) -> None:
        """Take over the plan and the questions that were not here yet."""
        self.plan = find(_PLAN, fragment).split()
        for key, question in _ASKED.findall(fragment):
            self.held[key.decode()] = find(_RIGHT, question)


STUDENTS: tuple[type[Student], ...] = (PageStudent, ScriptStudent)


def enter(port: int) -> Browser:
    """Become a guest by answering the landing page's question."""
    browser = Browser(port)
    browser.ask("POST", "/try", answer_form(browser.ask("GET", "/")))
    return browser


def answer_form(page: bytes) -> dict[str, str]:
    """Return the form that answers a page's choice question rightly."""
    return {"csrf_token": find(_TOKEN, page), "key": find(_KEY, page), "response": find(_RIGHT, page)}


def find(pattern: re.Pattern[bytes], page: bytes) -> str:
    """Return what a pattern finds in a page."""
    found = pattern.search(page)
    if found is None:
        raise RuntimeError(f"the page does not hold {pattern.pattern!r}: {page[:3000]!r}")
    return found[1].decode()

"""Students who answer over HTTP as browsers do, and remember every answer that was acknowledged.

A form is sent again, as it was, after a broken connection or an error of the server, and now and then
although it was acknowledged: a second tap, or the back button.
"""

import contextlib
import html
import http.client
import random
import re
import threading
import time
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from json import loads
from urllib.parse import urlencode
from zlib import decompress

from tests.kill.site import height

_FORM = re.compile(r'<form\b[^>]*\bclass="answer"[^>]*\baction="([^"]+)".*?</form>', re.DOTALL)
_KEY = re.compile(r'\bname="key"\s+value="([^"]+)"')
_TOKEN = re.compile(r'\bname="csrf_token"\s+value="([^"]+)"')
_STEM = re.compile(r'<h[12]\b[^>]*\bclass="stem"[^>]*>\s*(.*?)\s*</h[12]>', re.DOTALL)
_ONWARD = re.compile(r'\bhref="(/study/[0-9a-f]{30})"')
_TYPED = re.compile(r'<input\b[^>]*\bname="response"')
_RIGHT = re.compile(r'\bclass="result"|\bclass="verdict is-right"')
_WRONG = re.compile(r'\bclass="verdict is-wrong"')
SENT_TWICE = 0.1
"""The share of acknowledged forms that are sent once more all the same."""


class Refusal(Exception):
    """The site did not take what a browser sends in good faith."""


@dataclass(slots=True)
class Sent:
    """One form with an answer, whatever number of times it was sent."""

    key: str
    is_right: bool
    is_acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    page: str
    location: str


class Browser:
    """A connection that is kept while the server keeps it, and a cookie."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
        self._cookie = ""

    def send(self, method: str, path: str, form: dict[str, str] | None = None) -> Reply:
        """Send one request; raises OSError or HTTPException when the connection breaks."""
        headers = {"Cookie": self._cookie} if self._cookie else {}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._connection.request(method, path, urlencode(form) if form is not None else None, headers)
            response = self._connection.getresponse()
            page = response.read().decode()
        except BaseException:
            self._connection.close()
            raise
        if cookie := response.getheader("Set-Cookie"):
            self._cookie = cookie.split(";")[0]
        return Reply(response.status, page, response.getheader("Location") or "")

    def close(self) -> None:
        """Leave."""
        self._connection.close()

    def insist(self, method: str, path: str, form: dict[str, str] | None = None) -> Reply:
        """Send a request until the server itself answers it; raises Refusal after a minute."""
        until = time.monotonic() + 60
        reply: Reply | None = None
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                reply = self.send(method, path, form)
                if reply.status < 500:
                    return reply
            time.sleep(0.03)
        raise Refusal(f"{method} {path} got no answer in a minute, at last {reply}")

    def get(self, path: str) -> str:
        """Read a page, going where it sends us."""
        reply = self.insist("GET", path)
        for _ in range(4):
            if reply.location:
                reply = self.insist("GET", reply.location)
        return _must_be_page(reply)


class Student(threading.Thread):
    """Answers until told to stop; one in three answers is wrong."""

    def __init__(self, port: int, seed: int, enough: threading.Event) -> None:
        super().__init__()
        self.sent: list[Sent] = []
        self.problem: Exception | None = None
        self._browser = Browser(port)
        self._rng = random.Random(seed)
        self._enough = enough

    def run(self) -> None:
        try:
            page = self._browser.get("/")
            while not self._enough.is_set():
                page = self._go_on(page)
        except Exception as problem:
            self.problem = problem
        finally:
            self._browser.close()

    def _go_on(self, page: str) -> str:
        """Answer the question of a page, or find the next one."""
        if _FORM.search(page):
            return self._answer(page)
        if onward := _ONWARD.search(page):
            return self._browser.get(onward[1])
        token = _find(_TOKEN, self._browser.get("/today"))
        form = {"csrf_token": token, "minutes": "20", "ahead": "yes"}
        page = self._browser.get(self._browser.insist("POST", "/study", form).location)
        _find(_FORM, page)
        return page

    def _answer(self, page: str) -> str:
        action = _find(_FORM, page)
        ticket = _find(_KEY, page[page.index('class="answer"') :])
        is_right = self._rng.random() < 2 / 3
        form = {"csrf_token": _find(_TOKEN, page), "key": ticket, "response": _response(page, is_right)}
        sent = Sent(_key_in(ticket), is_right)
        self.sent.append(sent)
        reply = _must_be_page(self._browser.insist("POST", action, form))
        sent.is_acknowledged = _feedback(reply) is not None
        _must_agree(reply, sent)
        if self._rng.random() < SENT_TWICE:
            reply = _must_be_page(self._browser.insist("POST", action, form))
            _must_agree(reply, sent)
        return reply


def _find(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise Refusal(f"no {pattern.pattern!r} in {page[:3000]!r}")
    return html.unescape(found[1])


def _response(page: str, is_right: bool) -> str:
    stop = int(re.findall(r"\d+", _find(_STEM, page))[-1])
    if _TYPED.search(page):
        return str(height(stop) if is_right else height(stop) + 1000)
    return f"Halt {stop}" if is_right else f"Mill {stop}"


def _key_in(ticket: str) -> str:
    """The key of the answer: the landing page signs it with the question's id, and packs it if that is shorter."""
    if "." not in ticket:
        return ticket
    signed = ticket.removeprefix(".").split(".")[0]
    said = urlsafe_b64decode(signed + "=" * (-len(signed) % 4))
    return str(loads(decompress(said) if ticket.startswith(".") else said)[0])


def _must_be_page(reply: Reply) -> str:
    if reply.status != 200:
        raise Refusal(f"{reply.status} {reply.location} {reply.page[:3000]}")
    return reply.page


def _feedback(page: str) -> bool | None:
    """Whether a page says right or wrong; None for a page that says nothing of an answer."""
    if _RIGHT.search(page):
        return True
    return False if _WRONG.search(page) else None


def _must_agree(page: str, sent: Sent) -> None:
    if _feedback(page) is not sent.is_right:
        raise Refusal(f"{sent} was answered with {_feedback(page)}: {page[:3000]}")

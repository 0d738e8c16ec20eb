"""An article is fetched by its address from the internet only: nothing inside the own network is ever asked."""

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from quizapp.services.errors import Refused
from quizapp.services.library import fetching

Answer = tuple[int, dict[str, str], bytes]
WIKI = {"Content-Type": "text/x-wiki; charset=UTF-8"}


class Wiki:
    """A server on this machine: what it was asked, and what it answers by path."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: dict[str, Answer] = {}

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        return self.answers.get(path, (404, {"Content-Type": "text/html"}, b"no such page"))


@pytest.fixture
def wiki() -> Iterator[tuple[Wiki, fetching.Connect]]:
    """A server, and what opens connections to it under any name."""
    known = Wiki()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, content = known.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known, lambda _: http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.10",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.216.34",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001::1",
        "::7f00:1",
        "::ffff:0:7f00:1",
        "64:ff9b:1::7f00:1",
        "fec0::1",
        "no address",
    ],
)
def test_an_address_that_is_not_of_the_internet_is_inside(address: str):
    assert not fetching.is_outside(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_an_address_of_the_internet_is_outside(address: str):
    assert fetching.is_outside(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0x7f000001", "2130706433"])
def test_what_runs_inside_the_network_is_never_asked(wiki: tuple[Wiki, fetching.Connect], host: str):
    with pytest.raises(Refused, match=r"not public|there is no site"):
        fetching.fetch_article(f"https://{host}/wiki/Battle")
    assert wiki[0].asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://en.wikipedia.org/wiki/Battle",
        "https://en.wikipedia.org:8443/wiki/Battle",
        "https://name:word@en.wikipedia.org/wiki/Battle",
        "https://[::1/wiki/Battle",
        "https:///wiki/Battle",
        "file:///etc/passwd",
        "ftp://en.wikipedia.org/wiki/Battle",
        "",
    ],
)
def test_only_plain_addresses_over_https_are_fetched(address: str):
    with pytest.raises(Refused, match="begin with https://"):
        fetching.fetch_article(address, _never)


@pytest.mark.parametrize(
    "address", ["https://example.org/", "https://example.org/battle.html", "https://example.org/wiki/"]
)
def test_an_address_that_is_no_page_of_a_wiki_is_refused(address: str):
    with pytest.raises(Refused, match="not the address of a MediaWiki page"):
        fetching.fetch_article(address, _never)


def _never(host: str) -> http.client.HTTPConnection:
    raise AssertionError(f"{host} was asked")


@pytest.mark.parametrize(
    ("page", "source"),
    [
        (
            "https://a.org/wiki/Battle_of_%C3%89vora",
            "https://a.org/w/index.php?title=Battle_of_%C3%89vora&action=raw",
        ),
        ("https://a.org/index.php/Fall_of_X?y=1", "https://a.org/index.php?title=Fall_of_X&action=raw"),
        ("https://a.org/w/index.php?title=X&oldid=3", "https://a.org/w/index.php?title=X&action=raw"),
        (
            "https://a.org/w/api.php?action=parse&page=X%26y",
            "https://a.org/w/api.php?action=parse&page=X%26y&prop=text&format=json",
        ),
    ],
)
def test_the_source_of_a_page_is_found_from_its_address(page: str, source: str):
    assert fetching.find_source(page) == source


def test_the_wikitext_of_a_page_is_fetched(wiki: tuple[Wiki, fetching.Connect]):
    known, connect = wiki
    known.answers["/w/index.php?title=Battle&action=raw"] = (200, WIKI, b"'''The battle''' was fought.")
    assert fetching.fetch_article("https://a.org/wiki/Battle", connect) == b"'''The battle''' was fought."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((200, {"Content-Type": "text/html"}, b"<p>Hello"), "no MediaWiki page stands there"),
        ((404, WIKI, b""), "answered 404"),
        ((200, WIKI, b"x" * (fetching.MOST_BYTES + 1)), "larger than 2 MB"),
    ],
)
def test_what_is_no_article_is_refused_with_what_to_do(
    wiki: tuple[Wiki, fetching.Connect], answer: Answer, said: str
):
    known, connect = wiki
    known.answers["/w/index.php?title=Battle&action=raw"] = answer
    with pytest.raises(Refused, match=said) as refused:
        fetching.fetch_article("https://a.org/wiki/Battle", connect)
    assert "; " in str(refused.value)


def test_a_redirect_is_followed_only_where_an_address_would_be_fetched(wiki: tuple[Wiki, fetching.Connect]):
    known, connect = wiki
    first = "/w/index.php?title=Battle&action=raw"
    known.answers[first] = (301, {"Location": "/w/index.php?title=The_Battle&action=raw"}, b"")
    known.answers["/w/index.php?title=The_Battle&action=raw"] = (200, WIKI, b"It was fought.")
    assert fetching.fetch_article("https://a.org/wiki/Battle", connect) == b"It was fought."
    for outside in ("http://a.org/w", "https://me@b.org/", "file:///etc/passwd", "https://a.org:22/"):
        known.answers[first] = (302, {"Location": outside}, b"")
        with pytest.raises(Refused, match="begin with https://"):
            fetching.fetch_article("https://a.org/wiki/Battle", connect)


def test_a_redirect_to_the_inside_is_looked_at_as_the_first_address_was(wiki: tuple[Wiki, fetching.Connect]):
    known, connect = wiki
    known.answers["/w/index.php?title=Battle&action=raw"] = (
        302,
        {"Location": "https://localhost/secret"},
        b"",
    )

    def connect_first(host: str) -> http.client.HTTPConnection:
        return connect(host) if host == "a.org" else fetching.connect_outside(host)

    with pytest.raises(Refused, match="not public"):
        fetching.fetch_article("https://a.org/wiki/Battle", connect_first)
    assert len(known.asked) == 1


def test_redirects_come_to_an_end(wiki: tuple[Wiki, fetching.Connect]):
    known, connect = wiki
    round_and_round = "/w/index.php?title=Battle&action=raw"
    known.answers[round_and_round] = (302, {"Location": round_and_round}, b"")
    with pytest.raises(Refused, match="answered 302"):
        fetching.fetch_article("https://a.org/wiki/Battle", connect)
    assert len(known.asked) == fetching.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://en.wikipedia.org/wiki/Battle_of_Hastings", "Battle of Hastings"),
        ("https://fr.wikipedia.org/wiki/Si%C3%A8ge_de_N%C3%AEmes#Le_si%C3%A8ge", "Siège de Nîmes"),
        ("https://wiki.example.org/w/index.php?title=The_Strait&action=edit", "The Strait"),
        ("https://en.wikipedia.org/w/api.php?action=parse&page=The_Strait", "The Strait"),
        ("https://example.org/", ""),
        ("no address", ""),
    ],
)
def test_the_title_of_a_page_stands_in_its_address(address: str, title: str):
    assert fetching.find_title(address) == title


class _Late(http.client.HTTPConnection):
    """A connection that is open only after the time for all of it is over."""

    def connect(self) -> None:
        for timer in threading.enumerate():
            if isinstance(timer, threading.Timer):
                timer.join()
        super().connect()


def test_a_site_that_opens_too_late_is_not_asked(
    wiki: tuple[Wiki, fetching.Connect], monkeypatch: pytest.MonkeyPatch
):
    known, connect = wiki
    port = connect("a.org").port
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0)
    with pytest.raises(Refused, match="took longer"):
        fetching.fetch_article("https://a.org/wiki/Battle", lambda _: _Late("127.0.0.1", port, timeout=5))
    assert known.asked == []

"""Fetching an article from a MediaWiki site, where that is allowed, and never from inside the network of this one.

A name is resolved once, every address that it has must be one of the internet, and the connection goes to the very
address that was looked at: a name that changes its mind in between leads nowhere else.
"""

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlsplit

from quizapp.services.errors import Refused
from quizapp.services.version import VERSION

MOST_BYTES = 2_000_000
MOST_SECONDS = 10
MOST_REDIRECTS = 3
LICENCES = {"wikipedia.org": "CC BY-SA 4.0", "wikivoyage.org": "CC BY-SA 4.0"}
"""Of sites whose every article has the same."""
_KINDS = ("text/x-wiki", "application/json")
_PAGE = re.compile(r"/wiki/(?P<title>.+)")
_SCRIPT = re.compile(r"(?P<path>(?:/[\w.-]+)*/index\.php)(?:/(?P<title>.+))?")

Connect = Callable[[str], http.client.HTTPConnection]
"""Opens a connection to a host, or raises Refused."""


def fetch_article(address: str, connect: Connect | None = None) -> bytes:
    """Return the wikitext or the API's JSON of a page by its address; raises Refused with what to do instead."""
    wanted = find_source(address.strip())
    for _ in range(MOST_REDIRECTS + 1):
        parts = urlsplit(wanted)
        _check_parts(wanted)
        connection = (connect or connect_outside)(str(parts.hostname))
        status, kind, content = _get(connection, f"{parts.path or '/'}?{parts.query}")
        if status not in (301, 302, 303, 307, 308):
            break
        wanted = urljoin(wanted, content.decode("latin-1"))
    if status != 200:
        raise Refused(
            f"the site answered {status} instead of the page; look at the address, or paste the text"
        )
    if kind not in _KINDS:
        raise Refused("no MediaWiki page stands there; paste the text of the article instead")
    return content


def find_source(address: str) -> str:
    """Return where the wikitext of a MediaWiki page is read: the address of a page, or of the API's parse output."""
    _check_parts(address)
    parts = urlsplit(address)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    site = f"https://{parts.netloc}"
    if parts.path.endswith("/api.php") and asked.get("action") == "parse" and asked.get("page"):
        query = {"action": "parse", "page": asked["page"], "prop": "text", "format": "json"}
        return f"{site}{parts.path}?{urlencode(query)}"
    page, script = _PAGE.fullmatch(parts.path), _SCRIPT.fullmatch(parts.path)
    path = script["path"] if script else "/w/index.php"
    title = unquote((page or script or {"title": None})["title"] or "") or asked.get("title", "")
    if not title or not (page or script):
        raise Refused(
            "this is not the address of a MediaWiki page, such as https://en.wikipedia.org/wiki/Battle_of_Hastings;"
            " paste the text of the article instead"
        )
    return f"{site}{path}?{urlencode({'title': title, 'action': 'raw'}, quote_via=quote)}"


def find_title(address: str) -> str:
    """Return the title of a MediaWiki page as its address says it; nothing where that names none."""
    try:
        asked = parse_qs(urlsplit(find_source(address.strip())).query)
    except Refused:
        return ""
    return (asked.get("title") or asked.get("page") or [""])[0].replace("_", " ")


def find_licence(address: str) -> str:
    """Return the licence of what stands at an address, where all of its site has one."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return LICENCES.get(".".join(host.split(".")[-2:]), "")


def connect_outside(host: str) -> http.client.HTTPConnection:
    """Open a connection to a host whose every address is one of the internet; raises Refused."""
    return _Pinned(host, find_address(host))


def find_address(host: str) -> str:
    """Return an address of a host on the internet; raises Refused if it has none, or one that is inside."""
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise Refused(f"there is no site {host[:80]}; look at the address, or paste the text") from problem
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(map(is_outside, addresses)):
        raise Refused(
            "this address leads into a network that is not public; paste the text of the article instead"
        )
    return addresses[0]


def is_outside(address: str) -> bool:
    """Whether an address is one of the internet, also where it wraps an older one that decides where it leads."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (
        found not in _GIVEN_OUT or found.sixtofour or found.teredo
    ):
        return False
    return found.is_global and not found.is_multicast


_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""All that is given out of the newer internet; in others a gateway may find an older address, of the inside too."""


class _Pinned(http.client.HTTPSConnection):
    """A connection to one address, whose certificate must be the host's."""

    def __init__(self, host: str, address: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, 443, timeout=MOST_SECONDS, context=self._tls)
        self._address = address

    def connect(self) -> None:
        opened = socket.create_connection((self._address, 443), MOST_SECONDS)
        self.sock = self._tls.wrap_socket(opened, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock.do_handshake()  # with the socket known, so that one which takes too long can be cut off


def _check_parts(address: str) -> None:
    try:
        parts = urlsplit(address)
        is_plain = parts.scheme == "https" and parts.hostname and parts.port in (None, 443)
    except ValueError:  # a bracket that is not closed, a port that is no number
        is_plain = False
    if not is_plain or "@" in address.partition("//")[2].partition("/")[0]:
        raise Refused(
            "only addresses that begin with https:// and have no port, name or password in them are fetched;"
            " look at it, or paste the text"
        )


def _get(connection: http.client.HTTPConnection, target: str) -> tuple[int, str, bytes]:
    """Ask once; for a redirect the content is where it leads. A site that sends slowly is cut off in the end."""
    is_late = threading.Event()

    def cut_off() -> None:
        is_late.set()
        if connection.sock is not None:
            with contextlib.suppress(OSError):  # closed already
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(MOST_SECONDS, cut_off)
    timer.daemon = True
    timer.start()
    try:
        connection.connect()
        if is_late.is_set():  # before there was anything to cut off
            raise TimeoutError
        connection.request("GET", target, headers={"User-Agent": f"Quizapp/{VERSION}", "Accept": "*/*"})
        reply = connection.getresponse()
        if reply.getheader("Location"):
            return reply.status, "", str(reply.getheader("Location")).encode("latin-1", "replace")
        content = reply.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as problem:
        why = f"took longer than {MOST_SECONDS} seconds" if is_late.is_set() else "cannot be reached now"
        raise Refused(f"the site {why}; try again later, or paste the text") from problem
    finally:
        timer.cancel()
        connection.close()
    if is_late.is_set():
        raise Refused(f"the site took longer than {MOST_SECONDS} seconds; try again later, or paste the text")
    if len(content) > MOST_BYTES:
        raise Refused("the page is larger than 2 MB; paste the part of it that is to be asked")
    return reply.status, reply.headers.get_content_type(), content

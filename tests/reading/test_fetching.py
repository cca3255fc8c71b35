"""Fetching a page: what is taken, and all that is refused, against a server of the test's own."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import ClassVar

import pytest

from palmares.errors import UnusableInput
from palmares.reading import fetch_document, fetching
from palmares.reading.fetching import Fetcher, is_public

STORY = "“Anora” won best picture at the 97th Academy Awards."
PAGE = f"<html><head><meta name='author' content='Ann Lee'></head><body><article><p>{STORY}</p></article></body></html>"
LIMIT = 10_000


class Pages(BaseHTTPRequestHandler):
    """Answers each path as a test needs it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"])
        body, status, headers = self.answer()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer(self) -> tuple[bytes, int, dict[str, str]]:
        html = {"Content-Type": "text/html; charset=utf-8"}
        match self.path:
            case "/story":
                return PAGE.encode(), 200, html
            case "/latin":
                return PAGE.encode("cp1252"), 200, {"Content-Type": "text/html; charset=windows-1252"}
            case "/packed":
                return gzip.compress(PAGE.encode()), 200, html | {"Content-Encoding": "gzip"}
            case "/bomb":
                return gzip.compress(bytes(50_000_000)), 200, html | {"Content-Encoding": "gzip"}
            case "/brotli":
                return PAGE.encode(), 200, html | {"Content-Encoding": "br"}
            case "/large":
                return b"x" * (LIMIT + 1), 200, html
            case "/moved":
                return b"", 302, {"Location": "/story"}
            case "/loop":
                return b"", 302, {"Location": "/loop"}
            case "/inside":
                return b"", 302, {"Location": "http://169.254.169.254/latest/meta-data"}
            case "/file":
                return b"", 302, {"Location": "file:///etc/passwd"}
            case "/picture":
                return b"\x89PNG", 200, {"Content-Type": "image/png"}
            case "/bytes":
                return bytes(range(256)), 200, html
            case _:
                return b"gone", 404, html

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, Fetcher]]:
    """The address of a server on this machine, and a fetcher that may ask it and nothing else."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    yield f"http://127.0.0.1:{port}", Fetcher(LIMIT, lambda address: str(address) == "127.0.0.1", {"http": port})
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/story", "/latin", "/packed", "/moved"])
def test_a_page_is_read_however_it_is_sent(site: tuple[str, Fetcher], path: str) -> None:
    base, fetcher = site

    document = fetch_document(base + path, fetcher)

    assert STORY in document.text
    assert (document.source, document.author) == (base + path, "Ann Lee")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/bomb", "larger than the limit"),
        ("/large", "larger than the limit"),
        ("/brotli", "packed as br"),
        ("/loop", "redirects more than"),
        ("/inside", "not on the open internet"),
        ("/file", "no address of the web"),
        ("/picture", "no page but image/png"),
        ("/bytes", "a binary file"),
        ("/nothing", "status 404"),
    ],
)
def test_what_is_no_article_of_the_web_is_refused(site: tuple[str, Fetcher], path: str, problem: str) -> None:
    base, fetcher = site

    with pytest.raises(UnusableInput, match=problem) as caught:
        fetch_document(base + path, fetcher)

    assert caught.value.source == base + path


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1/", "not on the open internet"),
        ("http://localhost/", "not on the open internet"),
        ("http://[::1]/", "not on the open internet"),
        ("http://[::ffff:127.0.0.1]/", "not on the open internet"),
        ("http://2130706433/", "not on the open internet"),
        ("https://10.0.0.1/", "not on the open internet"),
        ("https://reader:secret@example.com/", "user name"),
        ("https://example.com:8443/", "unusual port 8443"),
        ("https://example.com:x/", "no valid address"),
        ("https:///story", "no address of the web"),
    ],
)
def test_an_address_inside_or_malformed_is_never_asked(url: str, problem: str) -> None:
    with pytest.raises(UnusableInput, match=problem):
        fetch_document(url)


def test_the_address_that_was_looked_at_is_the_one_connected_to(
    site: tuple[str, Fetcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, fetcher = site
    asked: list[str] = []

    def resolve(host: str, *args: object, **options: object) -> object:
        asked.append(host)
        return resolved("127.0.0.1" if asked == ["news.example"] else host, *args, **options)

    resolved = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    document = fetch_document(f"http://news.example:{base.rpartition(':')[2]}/story", fetcher)

    assert STORY in document.text
    assert asked[1:] in ([], ["127.0.0.1"])
    assert Pages.asked[-1].startswith("news.example")


def test_a_page_that_takes_too_long_is_given_up(site: tuple[str, Fetcher], monkeypatch: pytest.MonkeyPatch) -> None:
    base, fetcher = site
    monkeypatch.setattr(fetching, "MAX_SECONDS", -1.0)

    with pytest.raises(UnusableInput, match=r"longer than|cannot be fetched"):
        fetch_document(f"{base}/story", fetcher)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_public_addresses_are_open(address: str, expected: bool) -> None:
    assert is_public(ip_address(address)) is expected

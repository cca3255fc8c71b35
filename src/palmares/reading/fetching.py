"""Fetches one page by its address, for those who ask for it, and only from the open internet.

An address comes from outside, and so does every redirect: each is resolved first, refused where any of its IP
addresses is not public, and then connected to by the very IP address that was looked at, so that a name that changes
its mind between the two leads nowhere. The trap: a page may be endless, slow, or unpack to far more than it sends, so
that size and time are counted on what arrives.

Needs urllib3, which comes with the extra `pages`.
"""

from __future__ import annotations

import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

from palmares.errors import UnusableInput, install_extra

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

Address: TypeAlias = "IPv4Address | IPv6Address"

SCHEMES = {"http": 80, "https": 443}
"""Schemes that are fetched, each with the one port it is fetched from."""
MAX_REDIRECTS = 5
MAX_SECONDS = 20.0
"""For everything, redirects included."""
PATIENCE = 8.0
"""Seconds without a byte after which a server is given up."""
CHUNK = 65_536
TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into IPv4 ones, private ones among them."""
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", ""})
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SAVE = "Open it in a browser, save the page and check the file"
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9",
    "Accept-Encoding": "identity",
    "User-Agent": "palmares (checks claims about film awards)",
}


def is_public(address: Address) -> bool:
    """Whether an IP address is on the open internet: not private, loopback, link-local, shared, mapped or reserved."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped or address.sixtofour or address.teredo or address in TRANSLATED:
            return False
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its bytes, its media type, and the encoding that its server states, or None."""

    content: bytes
    media_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages within limits.

    Args:
        max_bytes: the most that a page may unpack to.
        is_allowed: which IP addresses may be connected to.
        ports: by scheme, the port that is used and allowed.
    """

    max_bytes: int
    is_allowed: Callable[[Address], bool] = is_public
    ports: dict[str, int] = field(default_factory=lambda: dict(SCHEMES))

    def fetch(self, url: str) -> Fetched:
        """The page at an address.

        Raises:
            UnusableInput: the address is malformed, leads to no public place, answers with no page, or with one that
                is too large or too slow; or urllib3 is not installed.
        """
        deadline = time.monotonic() + MAX_SECONDS
        place = url
        for _ in range(MAX_REDIRECTS + 1):
            answer = self.ask(place, deadline, url)
            if isinstance(answer, Fetched):
                return answer
            place = urljoin(place, answer)
        raise UnusableInput(url, f"it redirects more than {MAX_REDIRECTS} times", SAVE)

    def ask(self, place: str, deadline: float, url: str) -> Fetched | str:
        """What one address answers with: a page, or the address it redirects to. Errors speak of `url`."""
        try:
            import urllib3  # an optional extra
        except ImportError:
            raise UnusableInput(url, "fetching pages needs urllib3", install_extra("pages")) from None
        parts = self.checked(place, url)
        pool = self.pool(parts, self.resolved(parts, url), deadline)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            response = pool.urlopen(
                "GET",
                target,
                headers={**HEADERS, "Host": parts.netloc},
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
            return self.taken(response, deadline, url)
        except (urllib3.exceptions.HTTPError, OSError, zlib.error) as error:
            raise UnusableInput(url, f"the page cannot be fetched ({type(error).__name__})", SAVE) from None
        finally:
            pool.close()

    def checked(self, place: str, url: str) -> SplitResult:
        """The parts of an address that may be asked.

        Raises:
            UnusableInput: it is no address of the web, names a user, or a port other than the usual one.
        """
        try:
            parts = urlsplit(place)
            port, host = parts.port, parts.hostname
        except ValueError:
            raise UnusableInput(url, "this is no valid address", "Check it") from None
        if parts.scheme not in self.ports or not host or any(sign.isspace() for sign in place):
            raise UnusableInput(url, "this leads to no address of the web", "Give one with http:// or https://")
        if parts.username is not None or parts.password is not None:
            raise UnusableInput(url, "the address holds a user name", "Give it without one")
        if port not in (None, self.ports[parts.scheme]):
            raise UnusableInput(url, f"the address has the unusual port {port}", SAVE)
        return parts

    def resolved(self, parts: SplitResult, url: str) -> Address:
        """The IP address of a host to connect to.

        Raises:
            UnusableInput: it has none, or one that is not public.
        """
        try:
            found = socket.getaddrinfo(parts.hostname, self.ports[parts.scheme], type=socket.SOCK_STREAM)
            addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        except (OSError, ValueError):
            raise UnusableInput(url, f"no host is called {parts.hostname}", "Check the address") from None
        if not addresses or not all(map(self.is_allowed, addresses)):
            problem = "it leads to an address that is not on the open internet, and those are never fetched"
            raise UnusableInput(url, problem, SAVE)
        return addresses[0]

    def pool(self, parts: SplitResult, address: Address, deadline: float) -> HTTPConnectionPool:
        """Connections to that IP address, on which the host's own certificate is asked for."""
        from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout  # an optional extra

        port, left = self.ports[parts.scheme], max(0.1, deadline - time.monotonic())
        timeout = Timeout(connect=min(PATIENCE, left), read=min(PATIENCE, left))
        if parts.scheme == "http":
            return HTTPConnectionPool(str(address), port, timeout=timeout, maxsize=1)
        host = parts.hostname
        return HTTPSConnectionPool(
            str(address), port, timeout=timeout, maxsize=1, server_hostname=host, assert_hostname=host
        )

    def taken(self, response: BaseHTTPResponse, deadline: float, url: str) -> Fetched | str:
        """The page of a response, or where it redirects to."""
        if (location := response.get_redirect_location()) and isinstance(location, str):
            return location
        if response.status != 200:
            raise UnusableInput(url, f"the server answers with status {response.status}", SAVE)
        header = Message()
        header["Content-Type"] = response.headers.get("Content-Type", "")
        media_type = header.get_content_type() if response.headers.get("Content-Type") else ""
        if media_type not in PAGE_TYPES | {DOCX_TYPE}:
            raise UnusableInput(url, f"this is no page but {media_type}", "Give the address of an article")
        content = self.body(response, deadline, url)
        return Fetched(content, media_type, header.get_content_charset())

    def body(self, response: BaseHTTPResponse, deadline: float, url: str) -> bytes:
        """All that a response sends, unpacked.

        Raises:
            UnusableInput: it is too large, comes too slowly, or is packed in a way that is not known.
        """
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", "deflate", ""):
            raise UnusableInput(url, f"the page is packed as {encoding}", SAVE)
        unpack = None if encoding in ("identity", "") else zlib.decompressobj(zlib.MAX_WBITS | 32)
        content = bytearray()
        for chunk in self.chunks(response, deadline, url):
            content += unpack.decompress(chunk, self.max_bytes + 1) if unpack else chunk
            if len(content) > self.max_bytes or (unpack and unpack.unconsumed_tail):
                limit = f"larger than the limit of {self.max_bytes // 1_000_000} MB for one article"
                raise UnusableInput(url, f"the page is {limit}", SAVE)
        return bytes(content)

    def chunks(self, response: BaseHTTPResponse, deadline: float, url: str) -> Iterator[bytes]:
        """What arrives, as it arrives, within the time there is."""
        while chunk := response.read1(CHUNK):
            if time.monotonic() > deadline:
                raise UnusableInput(url, f"the page takes longer than {MAX_SECONDS:.0f} seconds", SAVE)
            yield chunk

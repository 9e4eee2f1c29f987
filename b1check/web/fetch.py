"""One request to a web server: with a limit on its size and its time, and only to an address on the internet.

The address is checked when the connection is made: a name is looked up once, and the connection goes to the
addresses that were checked. So a name that suddenly leads to another place (DNS rebinding) leads nowhere.
Nothing goes through a proxy, as a proxy looks up names itself.
"""

from __future__ import annotations

import datetime as dt
import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib import metadata
from typing import Any, cast

from b1check.errors import ReadError
from b1check.web import addresses
from b1check.web.addresses import Place

Address = tuple[Any, ...]
Lookup = Callable[[str, int], list[Address]]
Connect = Callable[[Address, float], socket.socket]

_MEGABYTE = 1_000_000
_PIECE = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_USER_AGENT = "b1check/{version}"
_MORE = "Probeer het later opnieuw."

_NO_HOST = "Deze website is niet te vinden. Controleer het adres en uw internet."
_NO_ANSWER = f"Deze website geeft geen antwoord. {_MORE}"
_TOO_SLOW = f"Deze website is te traag: het duurde langer dan {{seconds:g}} seconden. {_MORE}"
_TOO_LARGE = "Deze pagina is te groot: zij mag hoogstens {megabytes:g} MB zijn. Kies een andere pagina."
_NOT_SAFE = "De beveiligde verbinding met deze website deugt niet. Meld dat aan de beheerder van de website."
_BROKEN = f"Het antwoord van deze website is niet te lezen. {_MORE}"
_PRIVATE = (
    "Dit adres is op uw eigen computer of netwerk. b1check leest alleen websites op internet. "
    "Wilt u dit toch? Gebruik dan --allow-private."
)
_TOO_MANY_HOPS = "Deze website stuurt b1check steeds naar een ander adres. Kies het adres van een andere pagina."
_NO_TARGET = "Deze website stuurt b1check naar een adres dat niet bestaat. Kies het adres van een andere pagina."


class NoAnswerError(ReadError):
    """The server did not answer, or not as a server should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far one request may go.

    Attributes:
        seconds: from asking for the page until all of it is there.
        size: of the page, in bytes, also after unpacking.
        hops: how often a website may send us to another address.
    """

    seconds: float = 30.0
    size: int = 10 * _MEGABYTE
    hops: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a web server answered to one request.

    Attributes:
        url: the address that was asked for.
        status: number of the answer, such as 200 or 404.
        type: kind of content in lower case, such as "text/html"; "" when the server does not say it.
        charset: encoding of the text that the server names, or "".
        data: the content, unpacked; empty when its kind was not wanted or the answer is no content.
        location: where the server sends us; "" when it does not.
        robots: what the server says to robots about this page alone (``X-Robots-Tag``), in lower case.
        retry_after: how many seconds the server asks to wait, or None.
    """

    url: str
    status: int
    type: str = ""
    charset: str = ""
    data: bytes = b""
    location: str = ""
    robots: str = ""
    retry_after: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the server gave the page."""
        return 200 <= self.status < 300


def look_up(host: str, port: int) -> list[Address]:
    """Return the addresses of a host, as ``socket.getaddrinfo`` does.

    Raises:
        OSError: when the name is not known.
    """
    return cast("list[Address]", socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def connect(address: Address, seconds: float) -> socket.socket:
    """Connect to one address that :func:`look_up` gave, within so many seconds.

    Raises:
        OSError: when there is no connection.
    """
    family, kind, protocol, _, where = address
    made = socket.socket(family, kind, protocol)
    try:
        made.settimeout(seconds)
        made.connect(where)
    except BaseException:
        made.close()
        raise
    return made


@dataclass(frozen=True)
class Fetcher:
    """Asks web servers for pages.

    Attributes:
        allow_private: also ask machines that are not on the internet, such as a test website.
        limits: of each request.
        user_agent: what we call ourselves; the name and version of b1check when "".
        clock: seconds that only go up.
        look_up: gives the addresses of a host.
        connect: connects to one of them.
    """

    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    user_agent: str = ""
    clock: Callable[[], float] = time.monotonic
    look_up: Lookup = look_up
    connect: Connect = connect

    def get(self, url: str, *, wanted: Collection[str] | None = None) -> Answer:
        """Ask for one address, once; an answer that sends us elsewhere is an answer too.

        Args:
            url: with http or https.
            wanted: kinds of content, such as "text/html"; of any other only the kind is read. None for all kinds.

        Raises:
            ReadError: when there is no answer that can be used.
        """
        place = addresses.place(url)
        deadline = _Deadline(self.clock, self.limits.seconds)
        connection = _Connection(place, self, deadline)
        try:
            connection.request("GET", place.target, headers=self._headers(place))
            with connection.getresponse() as response:
                return _answer(url, response, wanted, self.limits)
        except TimeoutError as error:
            raise NoAnswerError(_TOO_SLOW.format(seconds=self.limits.seconds)) from error
        except ssl.SSLError as error:
            raise NoAnswerError(_NOT_SAFE) from error
        except socket.gaierror as error:
            raise NoAnswerError(_NO_HOST) from error
        except (http.client.HTTPException, zlib.error, ValueError, LookupError) as error:
            raise NoAnswerError(_BROKEN) from error
        except OSError as error:
            raise NoAnswerError(_NO_ANSWER) from error
        finally:
            connection.shut()

    def follow(
        self, url: str, *, wanted: Collection[str] | None = None, permits: Callable[[str], bool] | None = None
    ) -> Answer:
        """Ask for an address, and for the next as often as the server sends us there; every hop is checked anew.

        Args:
            url: with http or https.
            wanted: kinds of content; see :meth:`get`.
            permits: tells whether we may go to the next address; where not, the answer is the one that sends us there.

        Raises:
            ReadError: when there is no answer that can be used, or there are too many hops.
        """
        for _ in range(self.limits.hops + 1):
            answer = self.get(url, wanted=wanted)
            if not answer.location:
                return answer
            target = addresses.joined(url, answer.location)
            if target is None:
                raise ReadError(_NO_TARGET)
            if permits and not permits(target):
                return answer
            url = target
        raise ReadError(_TOO_MANY_HOPS)

    @cached_property
    def name(self) -> str:
        """What we call ourselves to a server."""
        return self.user_agent or _USER_AGENT.format(version=metadata.version("b1check"))

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """How connections are made safe."""
        return ssl.create_default_context()

    def _headers(self, place: Place) -> dict[str, str]:
        return {
            "Host": place.netloc,
            "User-Agent": self.name,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "nl,*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }


def _answer(url: str, response: http.client.HTTPResponse, wanted: Collection[str] | None, limits: Limits) -> Answer:
    headers = response.headers
    kind = _kind(headers)
    location = _location(headers) if response.status in _REDIRECTS else ""
    robots = ",".join(headers.get_all("X-Robots-Tag", [])).lower()
    data = b""
    if not location and (wanted is None or kind in wanted or not kind):
        packed = headers.get("Content-Encoding", "").strip().lower()
        data = _content(response, packed, limits.size)
    charset = headers.get_content_charset("") if "Content-Type" in headers else ""
    return Answer(url, response.status, kind, charset, data, location, robots, _wait(headers))


def _kind(headers: Message) -> str:
    """Return the kind of content that a server names; "" for none (``Message`` would make text/plain of that)."""
    return headers.get_content_type() if headers.get("Content-Type", "").strip() else ""


def _location(headers: Message) -> str:
    """Return where a server sends us; a header is Latin-1, but what servers put there is UTF-8."""
    location = headers.get("Location", "").strip()
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _wait(headers: Message) -> float | None:
    """Return how many seconds a server asks to wait: a number, or a moment by its own clock."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked)
    moments = [_moment(text) for text in (asked, headers.get("Date", ""))]
    if moments[0] is None or moments[1] is None:
        return None
    return max((moments[0] - moments[1]).total_seconds(), 0.0)


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or dt.UTC)


def _content(response: http.client.HTTPResponse, packed: str, limit: int) -> bytes:
    """Read all content, and not a byte more than allowed.

    Raises:
        ReadError: when there is more.
    """
    too_large = ReadError(_TOO_LARGE.format(megabytes=limit / _MEGABYTE))
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise ReadError(_BROKEN)
    pieces = bytearray()
    received = 0
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in packed else None
    while piece := response.read(_PIECE):
        received += len(piece)
        pieces += unpack.decompress(piece, limit + 1 - len(pieces)) if unpack else piece
        if received > limit or len(pieces) > limit:
            raise too_large
    if response.length or (unpack and received and not unpack.eof):
        raise NoAnswerError(_BROKEN)  # the rest did not come
    return bytes(pieces)


def unpacked(data: bytes, limit: int) -> bytes:
    """Return the content of a ``.gz`` file.

    Raises:
        ReadError: when it is broken, or its content is larger than ``limit`` bytes.
    """
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        content = unpack.decompress(data, limit + 1)
    except zlib.error as error:
        raise ReadError(_BROKEN) from error
    if len(content) > limit:
        raise ReadError(_TOO_LARGE.format(megabytes=limit / _MEGABYTE))
    if not unpack.eof:
        raise ReadError(_BROKEN)
    return content


class _Deadline:
    """The moment at which a request has taken too long."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Return how many seconds there are left.

        Raises:
            TimeoutError: when there are none.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise TimeoutError
        return left


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address, of which every step counts for one deadline."""

    def __init__(self, place: Place, fetcher: Fetcher, deadline: _Deadline) -> None:
        super().__init__(place.host, place.port)
        self._place = place
        self._fetcher = fetcher
        self._deadline = deadline
        self._made: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first address that answers."""
        made = self._to_any(self._addresses())
        if self._place.scheme == "https":
            try:
                made.settimeout(self._deadline.left())
                made = self._fetcher.tls.wrap_socket(made, server_hostname=self._place.host)
            except BaseException:
                made.close()
                raise
        self._made = made
        self.sock = cast("socket.socket", _Timed(made, self._deadline))

    def shut(self) -> None:
        """End the connection; ``close`` comes when the head of the answer is there, and the rest still has to come."""
        self.close()
        if self._made:
            self._made.close()

    def _addresses(self) -> list[Address]:
        """Look the host up, once.

        Raises:
            ReadError: when an address of it is not on the internet.
        """
        try:
            found = self._fetcher.look_up(self._place.host, self._place.port)
        except UnicodeError as error:  # such as a part of the name that is too long
            raise socket.gaierror from error
        if not self._fetcher.allow_private and not all(addresses.is_public(address[4][0]) for address in found):
            raise ReadError(_PRIVATE)
        return found

    def _to_any(self, found: list[Address]) -> socket.socket:
        failed: OSError = socket.gaierror()
        for address in found:
            try:
                return self._fetcher.connect(address, self._deadline.left())
            except OSError as error:
                failed = error
        raise failed


class _Timed:
    """The part of a socket that ``http.client`` uses, in which each step gets only the time that is left."""

    def __init__(self, inner: socket.socket, deadline: _Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._deadline.left())
        self._inner.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._inner, self._deadline))

    def close(self) -> None:
        """Leave the socket open: the answer still comes through it."""


class _Incoming(io.RawIOBase):
    """What comes in over a socket."""

    def __init__(self, inner: socket.socket, deadline: _Deadline) -> None:
        super().__init__()
        self._inner = inner
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._inner.settimeout(self._deadline.left())
        return self._inner.recv_into(buffer)

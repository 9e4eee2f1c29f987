"""Who may ask what: the way in, the place that a question comes from, and what a browser may do with the answer."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from b1check.serve.texts import TEXTS

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
"""No script, style or address but our own, and no way to make text into markup."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}
_HTTP = 80
_READING = frozenset({"GET", "HEAD"})
_OPEN_PATHS = frozenset({"/health"})
"""What a program that watches the service asks, by whatever name it knows this computer."""


@dataclass(frozen=True, slots=True)
class Places:
    """Under which names the page may be asked for.

    Attributes:
        hosts: as in the header ``Host``, in lower case.
        origins: as in the header ``Origin``.
    """

    hosts: frozenset[str]
    origins: frozenset[str]

    @classmethod
    def local(cls, port: int) -> Places:
        """Return the names of this computer for itself."""
        ending = "" if port == _HTTP else f":{port}"  # a browser leaves out the port that goes without saying
        hosts = frozenset(name + ending for name in ("127.0.0.1", "localhost"))
        return cls(hosts, frozenset(f"http://{host}" for host in hosts))

    @classmethod
    def public(cls, address: str) -> Places:
        """Return the name that the users of a shared service know."""
        parts = urlsplit(address)
        return cls(frozenset({parts.netloc.lower()}), frozenset({f"{parts.scheme}://{parts.netloc}".lower()}))


class Guard:
    """Refuses what does not come from our own page, and gives every answer the headers that keep it safe.

    A page elsewhere that gives this computer's address a name of its own (DNS rebinding) fails on ``Host``; one that
    sends questions to us (CSRF) fails on ``Origin`` and ``Sec-Fetch-Site``, and has no cookie either.
    """

    def __init__(self, app: ASGIApp, places: Places) -> None:
        self._app = app
        self._places = places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["path"] in _OPEN_PATHS or self._allowed(scope["method"], Headers(scope=scope)):
            await self._app(scope, receive, answer)
        else:
            await PlainTextResponse(TEXTS["wrong_place"], 403)(scope, receive, answer)

    def _allowed(self, method: str, headers: Headers) -> bool:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._places.hosts:
            return False
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin.lower() not in self._places.origins:
            return False
        if method in _READING:
            # Somebody may follow a link to the page, but no page elsewhere may load a part of it.
            return site in {None, "same-origin", "none"} or headers.get("sec-fetch-mode") == "navigate"
        return origin is not None and site in {None, "same-origin"}


@dataclass
class Pace:
    """How fast a writer may ask: so many questions at once, and so many a second after that.

    Attributes:
        burst: at once.
        rate: a second.
        most: writers to keep track of.
        clock: tells seconds; for tests.
    """

    burst: float
    rate: float
    most: int = 10_000
    clock: Callable[[], float] = time.monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def allows(self, key: str) -> bool:
        """Count a question of ``key``, and tell whether it may be answered."""
        now = self.clock()
        left, last = self._left.get(key, (self.burst, now))
        left = min(self.burst, left + (now - last) * self.rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left), now
        self._left.move_to_end(key)
        while len(self._left) > self.most:
            self._left.popitem(last=False)
        return allowed


_SOON = 120.0
"""Seconds in which a browser opens the page that it was started with, also on a busy computer."""


class Keys:
    """The key of a page for one user: whoever has it, may come in.

    Attributes:
        token: stands in the address that is opened first; the address that follows does not have it.
        clock: tells seconds; for tests.
    """

    def __init__(self, token: str | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.token = token or secrets.token_urlsafe(32)
        self.clock = clock
        self._tickets: dict[bytes, float] = {}

    def ticket(self) -> str:
        """Return a key that works once, and soon: others on this computer can see what a browser is started with."""
        made = secrets.token_urlsafe(32)
        self._tickets[made.encode()] = self.clock() + _SOON
        return made

    def fits(self, token: str) -> bool:
        """Tell whether ``token`` is the key or a ticket, in a time that tells nothing about them."""
        for ticket, until in tuple(self._tickets.items()):
            if secrets.compare_digest(ticket, token.encode()):
                del self._tickets[ticket]
                return self.clock() <= until
        return secrets.compare_digest(self.token.encode(), token.encode())

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from b1check.web.fetch import Fetcher, Limits


@dataclass(frozen=True)
class Reply:
    """What the website answers; with ``say_length`` off the connection ends after the body."""

    body: bytes | Callable[[BaseHTTPRequestHandler], None] = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    say_length: bool = True


Route = Reply | str | Callable[[BaseHTTPRequestHandler], Reply]


def page(title: str, *links: str, text: str = "") -> str:
    """A page with its own text and links."""
    items = "".join(f'<li><a href="{link}">Ga verder</a></li>' for link in links)
    text = text or f"U leest hier over {title}. Vraag het aan bij de balie."
    return (
        f"<!doctype html><html lang=nl><head><title>{title}</title></head>"
        f"<body><nav><ul>{items}</ul></nav><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )


def redirect(target: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": target})


class Website:
    """A website on this machine; it remembers what was asked, in order."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        website = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                website.asked.append(self.path)
                website.agents.add(self.headers["User-Agent"])
                route = website.routes.get(self.path, Reply(b"weg", 404))
                reply = route(self) if callable(route) else route
                website.answer(self, Reply(reply.encode()) if isinstance(reply, str) else reply)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """Whoever asked hung up, or spoke no TLS; the test says whether that is right."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @staticmethod
    def answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.send_response(reply.status)
        if reply.type:
            handler.send_header("Content-Type", reply.type)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if isinstance(reply.body, bytes) and reply.say_length:
            handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        try:
            if isinstance(reply.body, bytes):
                handler.wfile.write(reply.body)
            else:
                reply.body(handler)
        except OSError:
            """Whoever asked has heard enough."""

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return self.home + path

    def make_safe(self, certificate: Path, key: Path) -> None:
        """Speak only https from now on; the handshake waits for the thread of the request."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def website() -> Iterator[Website]:
    made = Website()
    yield made
    made.close()


@pytest.fixture
def other_website() -> Iterator[Website]:
    made = Website()
    yield made
    made.close()


@pytest.fixture
def fetcher() -> Fetcher:
    """Asks machines on this network too; a page may have 10 kB."""
    return Fetcher(allow_private=True, limits=Limits(size=10_000))


class Clock:
    """Time that only goes on when somebody waits, or by ``step`` at each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 0.0
        self.step = step
        self.waits: list[float] = []

    def __call__(self) -> float:
        self.now += self.step
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

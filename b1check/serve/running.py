"""Starts the service, tells where it is, and ends it well."""

from __future__ import annotations

import contextlib
import socket
import webbrowser
from collections.abc import Callable, Generator
from typing import Any

import uvicorn
from starlette.applications import Starlette

from b1check.errors import B1CheckError
from b1check.serve.app import create
from b1check.serve.logs import Log
from b1check.serve.serving import Serving

LOCAL = "127.0.0.1"
_MOST_AT_ONCE = 200
_GRACE = 10
"""Seconds that questions get to be answered when the service has to stop."""
_TAKEN = (
    "Op poort {port} draait al een ander programma. Kies een andere poort met --port, of laat --port weg. "
    "Dan kiest b1check zelf een poort."
)


class ServeError(B1CheckError):
    """The page cannot be served as was asked."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket on ``host``; with port 0 on any port that is free.

    Raises:
        ServeError: when there is no such place to listen.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise ServeError(_TAKEN.format(port=port)) from error
    made.listen()  # a browser that comes before the service is ready waits
    return made


class _Server(uvicorn.Server):
    """Ends without a traceback when it is asked to."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take signals as the request to end; uvicorn would raise them again after that."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()


def run(serving: Serving, socket: socket.socket, log: Log, *, ready: Callable[[], None] = lambda: None) -> None:
    """Serve until somebody ends it.

    Args:
        serving: what the service allows.
        socket: where it listens.
        log: what it writes down.
        ready: called when it can be asked.
    """
    app = _announcing(create(serving, log), ready)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        ws="none",
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=64_000,
        http="h11",
        loop="asyncio",
    )
    _Server(config).run(sockets=[socket])


def _announcing(app: Starlette, ready: Callable[[], None]) -> Starlette:
    inner = app.router.lifespan_context

    @contextlib.asynccontextmanager
    async def lifespan(asked: Starlette) -> Any:
        async with inner(asked) as state:
            ready()
            yield state

    app.router.lifespan_context = lifespan
    return app


def show(address: str) -> None:
    """Open ``address`` in the browser of the user, if there is one."""
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(address)

"""Posts a form to a server, and gives up in time whatever the server does.

A timeout of a socket is about each step: a server that sends a byte now and then is never too slow for it, and looking
up a name has none at all. So the question is put in a thread of its own, that is left alone when its time is over.
"""

from __future__ import annotations

import http.client
import threading
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from socket import SHUT_RDWR, socket
from typing import Any
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

_LARGEST = 20_000_000
"""Bytes of an answer."""
_PIECE = 65_536
THREAD = "b1check-languagetool"


def post(request: Request, *, seconds: float, proxies: bool) -> bytes:
    """Return the body of the answer to ``request``; follows no redirect.

    Args:
        request: the question.
        seconds: in which all of the answer must be there, counted from now.
        proxies: go by way of the proxy of this computer, if it has one.

    Raises:
        TimeoutError: when it is not there in time.
        HTTPError: when the server refuses, or sends us elsewhere.
        OSError: when there is no connection.
        HTTPException: when what comes back is no answer.
        ValueError: when it is too large.
    """
    line = _Line()
    outcome: Future[bytes] = Future()

    def ask() -> None:
        try:
            with _opener(line, proxies=proxies).open(request, timeout=seconds) as answer:
                outcome.set_result(_body(answer))
        except BaseException as error:  # for who waits for it
            outcome.set_exception(error)

    threading.Thread(target=ask, name=THREAD, daemon=True).start()
    try:
        return outcome.result(seconds)
    finally:
        line.cut()


class _Line:
    """The connections of one question; when it is cut nothing goes over them any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket] = []
        self._is_cut = False

    def add(self, made: socket) -> None:
        """Take in a connection that is just there.

        Raises:
            TimeoutError: when it came too late.
        """
        with self._lock:
            if self._is_cut:
                raise TimeoutError
            self._sockets.append(made)

    def cut(self) -> None:
        """End all connections, also while somebody waits for what comes over them."""
        with self._lock:
            self._is_cut = True
            for made in self._sockets:
                with suppress(OSError):  # it ended by itself
                    made.shutdown(SHUT_RDWR)


class _Http(http.client.HTTPConnection):
    def __init__(self, *args: Any, line: _Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.add(self.sock)


class _Https(http.client.HTTPSConnection):
    def __init__(self, *args: Any, line: _Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.add(self.sock)


class _OpenHttp(HTTPHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_Http, line=self._line), req)


class _OpenHttps(HTTPSHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_Https, line=self._line), req)


class _StayHere(HTTPRedirectHandler):
    """Follows no redirect: a text goes to the server that the user named, and to no other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _opener(line: _Line, *, proxies: bool) -> OpenerDirector:
    return build_opener(_StayHere, _OpenHttp(line), _OpenHttps(line), *([] if proxies else [ProxyHandler({})]))


def _body(answer: http.client.HTTPResponse) -> bytes:
    pieces = bytearray()
    while piece := answer.read1(_PIECE):
        pieces += piece
        if len(pieces) > _LARGEST:
            raise ValueError("too large an answer")
    return bytes(pieces)

"""How messages come in and go out: over standard input and output, or over a port of this computer."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from contextlib import suppress
from io import BufferedIOBase
from typing import Any, cast

from pygls.io_ import StdoutWriter, run_async

from lsp_server.server import B1Server

_PIECE = 65_536
"""Bytes to read at a time, at most."""
_log = logging.getLogger(__name__)


async def over_pipes(server: B1Server) -> None:
    """Talk over standard input and output until the editor closes them.

    pygls asks a pool of threads for every line of every header, and each time the loop and the thread wait for each
    other. Here one thread passes on what there is, so that all messages of a burst are read at once.
    """
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=sys.maxsize, loop=loop)
    stdin = cast(BufferedIOBase, sys.stdin.buffer)
    # A daemon, for nothing can break off a thread that waits for input.
    threading.Thread(target=_pass_on, args=(stdin, loop, reader), name="stdin", daemon=True).start()
    await _talk(server, reader, StdoutWriter(sys.stdout.buffer))


def _pass_on(pipe: BufferedIOBase, loop: asyncio.AbstractEventLoop, reader: asyncio.StreamReader) -> None:
    """Give ``reader``, which belongs to ``loop``, all that comes out of ``pipe``."""
    with suppress(RuntimeError):  # the loop is closed: the server is stopping
        while piece := _piece(pipe):
            loop.call_soon_threadsafe(reader.feed_data, piece)
        loop.call_soon_threadsafe(reader.feed_eof)


def _piece(pipe: BufferedIOBase) -> bytes:
    """Return what there is to read, and wait when there is nothing; nothing at the end."""
    try:
        return pipe.read1(_PIECE)
    except (OSError, ValueError):  # the pipe broke, or was closed on our side
        return b""


async def over_port(server: B1Server, host: str, port: int) -> None:
    """Talk with the first editor that comes to ``port``, until it goes.

    Raises:
        OSError: when nobody can listen there, such as when another program does already.
    """
    gone = asyncio.Event()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _talk(server, reader, writer)
        gone.set()

    listening = await asyncio.start_server(connected, host, port)
    _log.info("Serving on %s", listening.sockets[0].getsockname())
    await gone.wait()
    listening.close()


async def _talk(server: B1Server, reader: asyncio.StreamReader, writer: Any) -> None:
    server.protocol.set_writer(writer)
    with suppress(asyncio.IncompleteReadError, ConnectionError):  # the editor went in the middle of a message
        await run_async(threading.Event(), reader, server.protocol, _log, server.report_server_error)

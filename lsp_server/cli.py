"""The command ``b1check-lsp``."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys

import b1check
from lsp_server import starting

_HOST = "127.0.0.1"
"""Only this computer: the texts of a municipality are nobody else's business."""


def main(arguments: list[str] | None = None) -> None:
    """Start the server over standard input and output, or over TCP."""
    parser = argparse.ArgumentParser(
        prog="b1check-lsp",
        description="De taalserver van b1check. Uw editor start dit programma.",
    )
    parser.add_argument("--stdio", action="store_true", help="praat via standaardinvoer en -uitvoer (dit is gewoon)")
    parser.add_argument("--tcp", action="store_true", help="luister op een poort van deze computer")
    parser.add_argument("--port", type=int, default=8888, help="de poort bij --tcp (gewoon is 8888)")
    parser.add_argument("--verbose", action="store_true", help="schrijf meer in het logboek")
    parser.add_argument("--version", action="version", version=f"b1check {b1check.__version__}")
    # An editor may add options of its own, such as --clientProcessId; a server that refuses them never starts.
    options, _unknown = parser.parse_known_args(arguments)
    # Standard output belongs to the protocol, so everything else goes to standard error.
    logging.basicConfig(stream=sys.stderr, level=logging.INFO if options.verbose else logging.WARNING)

    starting.collect_seldom()
    try:
        starting.import_protocol()
        from lsp_server import transport  # noqa: PLC0415 - what the server needs would slow down --help
        from lsp_server.app import create  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"attrs", "pygls", "lsprotocol"}:
            raise
        sys.exit('De taalserver is nog niet compleet. Typ: pip install "b1check[lsp]"')

    server = create()
    # Python would end without a word to anybody, and leave a server of LanguageTool running.
    signal.signal(signal.SIGTERM, lambda number, _: server.end(128 + number))
    try:
        asyncio.run(transport.over_port(server, _HOST, options.port) if options.tcp else transport.over_pipes(server))
    except KeyboardInterrupt:
        pass
    except OSError as error:
        if not options.tcp:
            raise
        sys.exit(
            f"De taalserver kan niet luisteren op poort {options.port} ({error.strerror}). Kies een andere --port."
        )
    server.end(0)

"""The server as the tests meet it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

# With --import-mode=importlib a test cannot import its neighbour; this makes `lsp_client` one for all of them.
_SPEC = importlib.util.spec_from_file_location("lsp_client", Path(__file__).with_name("client.py"))
assert _SPEC and _SPEC.loader
sys.modules["lsp_client"] = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sys.modules["lsp_client"])


@pytest.fixture(scope="module")
def start() -> Iterator[Callable[..., Any]]:
    """Start servers with given capabilities; each is stopped at the end of the module."""
    from lsp_client import Client  # noqa: PLC0415

    clients: list[Client] = []

    def begin(*capabilities: Any, arguments: tuple[str, ...] = (), **more: Any) -> Client:
        from lsp_client import merged  # noqa: PLC0415

        client = Client(*arguments)
        clients.append(client)
        client.initialize(merged(*capabilities), **more)
        return client

    yield begin
    for client in clients:
        client.process.kill()
        client.process.wait()


@pytest.fixture(scope="module")
def pushed(start: Callable[..., Any]) -> Any:
    """A server that sends its diagnostics, shared by the tests of a module."""
    from lsp_client import PUSH  # noqa: PLC0415

    return start(PUSH)


@pytest.fixture(scope="module")
def pulled(start: Callable[..., Any]) -> Any:
    """A server that is asked for its diagnostics."""
    from lsp_client import EDITS, PULL  # noqa: PLC0415

    return start(PULL, EDITS)

"""Opens a document in the language server that is named, as an editor does, and waits for its remarks.

    python release/ask_server.py PATH_OF_B1CHECK_LSP

Speaks the protocol itself: it runs in environments that hold nothing but b1check.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, Any

_TEXT = "Indien u vragen heeft, kunt u ons bellen."
_DOCUMENT = {"uri": "untitled:brief", "languageId": "plaintext", "version": 1, "text": _TEXT}


def main(program: str) -> None:
    """Ask, and end with a message when the answer is not right."""
    with subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin and server.stdout
        answers = _answers(server.stdout)
        _send(server.stdin, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, number=1)
        next(answer for answer in answers if answer.get("id") == 1)
        _send(server.stdin, "initialized", {})
        _send(server.stdin, "textDocument/didOpen", {"textDocument": _DOCUMENT})
        told = next(answer for answer in answers if answer.get("method") == "textDocument/publishDiagnostics")
        codes = [one["code"] for one in told["params"]["diagnostics"]]
        _send(server.stdin, "shutdown", None, number=2)
        next(answer for answer in answers if answer.get("id") == 2)
        _send(server.stdin, "exit", None)
        server.stdin.close()
        for _ in answers:  # until it closes
            pass
    if "formeel-verbindingswoord" not in codes or server.returncode:
        sys.exit(f"the server found {codes} and ended with {server.returncode}")


def _send(stream: IO[bytes], method: str, params: Any, number: int | None = None) -> None:
    message = {"jsonrpc": "2.0", "method": method} | ({} if params is None else {"params": params})
    body = json.dumps(message if number is None else {**message, "id": number}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def _answers(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield what the server says, until it closes."""
    size = 0
    while line := stream.readline():
        name, _, value = line.decode().partition(":")
        if name.lower() == "content-length":
            size = int(value)
        elif not line.strip():
            yield json.loads(stream.read(size))


if __name__ == "__main__":
    main(*sys.argv[1:])

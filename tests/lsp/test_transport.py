"""How the server is spoken to, and how it ends, over a port and over standard input and output."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

PATIENCE = 60
INITIALIZE = {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}}


class Listening:
    """The server on a free port, with one connection to it."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lsp_server", "--tcp", "--port", str(port), "--verbose"],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        assert self.process.stderr
        while b"Serving on" not in (line := self.process.stderr.readline()):
            assert line, "the server is gone"
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.stream = self.connection.makefile("rwb")

    def send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.stream.flush()

    def answer(self, number: int) -> dict[str, object]:
        while True:
            length = 0
            while (line := self.stream.readline()) != b"\r\n":
                assert line, "the server is gone"
                if line.startswith(b"Content-Length:"):
                    length = int(line.split(b":")[1])
            message: dict[str, object] = json.loads(self.stream.read(length))
            if message.get("id") == number and "method" not in message:
                return message

    def leave(self) -> int:
        self.stream.close()
        self.connection.close()
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def listening() -> Iterator[Listening]:
    server = Listening()
    yield server
    server.process.kill()
    server.process.wait()
    assert server.process.stderr
    server.process.stderr.close()


def test_over_a_port_the_server_ends_as_an_editor_asks_also_while_it_loads(listening: Listening) -> None:
    listening.send(INITIALIZE)
    assert "result" in listening.answer(1)
    listening.send({"method": "initialized", "params": {}})
    listening.send({"id": 2, "method": "shutdown"})
    assert "result" in listening.answer(2)
    listening.send({"method": "exit"})
    assert listening.process.wait(timeout=PATIENCE) == 0


def test_over_a_port_the_server_ends_when_the_editor_goes(listening: Listening) -> None:
    listening.send(INITIALIZE)
    listening.answer(1)
    assert listening.leave() == 0


def test_over_a_port_the_server_ends_when_the_editor_goes_in_the_middle_of_a_message(listening: Listening) -> None:
    listening.stream.write(b"Content-Length: 100\r\n\r\n{")
    listening.stream.flush()
    assert listening.leave() == 0


def test_a_port_that_is_taken_is_told_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "lsp_server", "--tcp", "--port", port],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    assert port in done.stderr
    assert "Kies een andere" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("said", [b"", b"Content-Length: 100\r\n\r\n{", b"geen bericht"])
def test_the_server_ends_when_its_input_is_closed(said: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lsp_server"], input=said, capture_output=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"Traceback" not in done.stderr


def test_who_does_not_ask_to_shut_down_first_hears_so_from_the_code() -> None:
    said = b'{"jsonrpc": "2.0", "method": "exit"}'
    message = b"Content-Length: %d\r\n\r\n" % len(said) + said
    done = subprocess.run(
        [sys.executable, "-m", "lsp_server"], input=message, capture_output=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 1

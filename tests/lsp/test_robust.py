"""Whatever an editor sends, the server goes on; and when the editor is gone, so is the server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

HARD = "Indien u vragen hebt, kunt u ons bellen."
RULE = "formeel-verbindingswoord"


def _still_works(client: Any, uri: str) -> None:
    client.open(uri, HARD)
    assert [one["code"] for one in client.pushed(uri, 1)] == [RULE]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"jsonrpc": "2.0"}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}}',
        b'{"jsonrpc": "2.0", "method": "is/er/niet", "params": null}',
        b'{"jsonrpc": "2.0", "id": 99999, "result": "nobody asked"}',
    ],
)
def test_a_malformed_message_does_not_stop_the_server(pushed: Any, body: bytes) -> None:
    pushed.raw(body)
    _still_works(pushed, f"file:///werk/na-{hash(body)}.txt")


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", {"textDocument": {"uri": "file:///onbekend.txt"}}),
        ("textDocument/hover", {"position": 3}),
        ("is/er/niet", {}),
        ("workspace/executeCommand", {"command": "b1check.bestaatNiet"}),
        ("workspace/executeCommand", {"command": "b1check.explainRule", "arguments": []}),
        ("codeAction/resolve", {}),
    ],
)
def test_a_wrong_request_gets_an_error(pushed: Any, method: str, params: Any) -> None:
    assert pushed.answer(pushed.ask(method, params))["error"]["message"]


def test_an_unknown_document_has_nothing(pushed: Any) -> None:
    uri = "file:///onbekend.txt"
    pushed.change(uri, 2, {"text": "nieuw"})
    pushed.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    at = {"line": 0, "character": 0}
    assert pushed.about("hover", uri, position=at) is None
    for method, more in (
        ("codeAction", {"range": {"start": at, "end": at}, "context": {"diagnostics": []}}),
        ("inlayHint", {"range": {"start": at, "end": at}}),
        ("codeLens", {}),
        ("documentSymbol", {}),
    ):
        assert pushed.about(method, uri, **more) == []
    assert pushed.about("diagnostic", uri)["items"] == []
    unknown = {"command": "b1check.explainRule", "arguments": ["bestaat-niet"]}
    assert pushed.request("workspace/executeCommand", unknown) is None


def test_positions_outside_the_text_do_no_harm(pushed: Any) -> None:
    uri = "file:///werk/buiten.txt"
    pushed.open(uri, "Hallo.")
    far = {"line": 900, "character": 900}
    pushed.change(uri, 2, {"range": {"start": far, "end": far}, "text": f"\n\n{HARD}"})
    assert [one["range"]["start"]["line"] for one in pushed.pushed(uri, 2)] == [2]
    assert pushed.about("hover", uri, position=far) is None


def test_a_text_of_5_megabytes_is_not_checked_and_blocks_nothing(pushed: Any) -> None:
    big = "file:///werk/groot.txt"
    pushed.open(big, f"{HARD}\n\n" * (5_000_000 // (len(HARD) + 2)))
    (notice,) = pushed.pushed(big, 1)
    assert "te lang om te controleren" in notice["message"]
    pushed.change(
        big, 2, {"range": {"start": {"line": 9, "character": 0}, "end": {"line": 9, "character": 1}}, "text": ""}
    )
    assert len(pushed.pushed(big, 2)) == 1
    _still_works(pushed, "file:///werk/naast-groot.txt")


def test_a_paragraph_that_is_too_long_is_told(pushed: Any) -> None:
    uri = "file:///werk/alinea.txt"
    pushed.open(uri, "Dit is een zin. " * 8_000)
    (notice,) = pushed.pushed(uri, 1)
    assert "Zet er witregels in" in notice["message"]


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\ud83d", "\u202e", "-" * 5_000, "# " * 100])
def test_odd_texts_do_no_harm(pushed: Any, text: str) -> None:
    uri = f"file:///werk/raar-{len(text)}-{text[:1]!r}.md"
    pushed.open(uri, text, language="markdown")
    assert isinstance(pushed.pushed(uri, 1), list)
    _still_works(pushed, f"{uri}.na")


def test_a_rule_that_crashes_is_told_once_and_the_others_go_on(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH, Client, merged  # noqa: PLC0415

    broken = tmp_path / "start.py"
    broken.write_text(
        "from dataclasses import replace\n"
        "from b1check.rulebook import load\n"
        "from b1check.rulebook.match import PerBlock\n"
        "build = load.build\n"
        "def crash(view):\n"
        "    raise ZeroDivisionError('kapot')\n"
        "def broken(spec, path, **options):\n"
        "    rule = build(spec, path, **options)\n"
        "    return replace(rule, detection=PerBlock(crash)) if spec.name == 'lange-zin' else rule\n"
        "load.build = broken\n"
        "from lsp_server.cli import main\n"
        "main()\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, str(broken)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    client = Client(process=process)
    try:
        client.initialize(merged(PUSH))
        uri = "file:///werk/kapot.txt"
        client.open(uri, HARD)
        assert [one["code"] for one in client.pushed(uri, 1)] == [RULE]
        assert "lange-zin" in client.wait("window/showMessage")["message"]
        client.change(uri, 2, {"text": f"{HARD} "})
        client.pushed(uri, 2)
        assert not [note for note in client.notes if note["method"] == "window/showMessage"]
    finally:
        process.kill()
        process.wait()


def test_a_request_can_be_cancelled(start: Callable[..., Any]) -> None:
    from lsp_client import PULL  # noqa: PLC0415

    client = start(PULL, initializationOptions={"debounceMs": 10_000})
    uri = "file:///werk/annuleer.txt"
    client.open(uri, HARD)
    assert len(client.pull(uri)) == 1
    client.change(uri, 2, {"text": "Hallo."})
    number = client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})  # waits for the writer to pause
    client.notify("$/cancelRequest", {"id": number})
    assert client.answer(number)["error"]["code"] == -32800


def _ends(client: Any) -> None:
    assert client.process.wait(60) is not None


def test_the_server_ends_when_its_input_closes(start: Callable[..., Any]) -> None:
    client = start()
    client.open("file:///werk/bezig.txt", f"{HARD}\n\n" * 500)  # it is at work
    client.process.stdin.close()
    _ends(client)


def test_the_server_ends_as_an_editor_asks(start: Callable[..., Any]) -> None:
    client = start()
    assert client.stop() == 0


def test_the_server_also_ends_while_it_is_loading() -> None:
    """The worker is then inside the pipeline, and Python's own end would abort the process."""
    from lsp_client import Client  # noqa: PLC0415

    codes = []
    for _ in range(5):
        client = Client("--stdio")
        client.initialize()
        codes.append(client.stop())
    assert codes == [0] * 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot look at another process without ending it")
def test_the_server_ends_when_its_parent_is_gone() -> None:
    from lsp_client import Client  # noqa: PLC0415

    parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    client = Client()
    client.initialize(processId=parent.pid)
    client.open("untitled:brief", HARD)
    made = client.request("workspace/executeCommand", {"command": "b1check.report", "arguments": ["untitled:brief"]})
    page = Path(unquote(urlsplit(made).path))
    assert page.exists()
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    _ends(client)
    assert not page.exists(), "the text of a letter does not stay behind on the disk"


def test_options_that_editors_add_are_no_mistake() -> None:
    from lsp_client import Client  # noqa: PLC0415

    client = Client("--stdio", f"--clientProcessId={os.getpid()}")
    client.initialize()
    assert client.stop() == 0


def test_it_also_speaks_over_tcp_on_this_computer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "lsp_server", "--tcp", "--port", str(port), "--verbose"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr
        for line in server.stderr:
            if "Serving on" in line:
                assert f"'127.0.0.1', {port}" in line
                break
        with socket.create_connection(("127.0.0.1", port)) as connection:
            params = b'{"processId": null, "capabilities": {}}'
            body = b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": %s}' % params
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            stream = connection.makefile("rb")
            length = int(stream.readline().split(b":")[1])
            while stream.readline() != b"\r\n":
                pass
            assert b'"name": "b1check"' in stream.read(length).replace(b'":"', b'": "')
            stream.close()
        assert server.wait(60) is not None
    finally:
        server.kill()
        server.wait()

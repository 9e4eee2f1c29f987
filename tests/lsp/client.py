"""A small client: the real server as a process of its own, spoken to in JSON-RPC over its standard input and output.

It waits for what the server says and never for a time; a server that says nothing in a minute fails the test.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 60.0
Message = dict[str, Any]

PUSH: Message = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
PULL: Message = {
    "textDocument": {"diagnostic": {}, "codeAction": {"resolveSupport": {"properties": ["edit"]}}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
EDITS: Message = {
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}, "applyEdit": True}
}


class GoneError(Exception):
    """The server closed its output."""


class Client:
    """One server with one conversation."""

    def __init__(self, *arguments: str, process: subprocess.Popen[bytes] | None = None) -> None:
        self.process = process or subprocess.Popen(
            [sys.executable, "-m", "lsp_server", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.log: list[str] = []
        self.notes: list[Message] = []
        self.settings: Message = {}
        self.applied: list[Message] = []
        self._inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._answers: dict[int, Message] = {}
        self._number = 0
        self._write_lock = threading.Lock()
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_log, daemon=True).start()

    # -- the wire

    def raw(self, body: bytes) -> None:
        """Send bytes with a right header, whatever they say."""
        assert self.process.stdin
        with self._write_lock:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()

    def send(self, message: Message) -> None:
        self.raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def _read(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            if not header.startswith(b"Content-Length:"):
                continue
            length = int(header.split(b":")[1])
            while self.process.stdout.readline() != b"\r\n":
                pass
            self._inbox.put(json.loads(self.process.stdout.read(length)))
        self._inbox.put(None)

    def _read_log(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line.decode("utf-8", "replace"))

    def _take(self) -> None:
        """Take in one message; a question of the server is answered at once."""
        try:
            message = self._inbox.get(timeout=PATIENCE)
        except queue.Empty:
            raise AssertionError("the server says nothing\n" + "".join(self.log[-30:])) from None
        if message is None:
            raise GoneError("".join(self.log[-30:]))
        if "method" not in message:
            if "id" in message and message["id"] is not None:
                self._answers[message["id"]] = message
        elif "id" in message:
            self.notes.append(message)
            self.send({"id": message["id"], "result": self._answer(message)})
        else:
            self.notes.append(message)

    def _answer(self, message: Message) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.settings for _ in message["params"]["items"]]
        if message["method"] == "workspace/applyEdit":
            self.applied.append(message["params"]["edit"])
            return {"applied": True}
        if message["method"] == "window/showDocument":
            return {"success": True}
        return None

    # -- the conversation

    def ask(self, method: str, params: Any) -> int:
        """Send a request without waiting, and return its number."""
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number: int) -> Message:
        """Return the answer to a request, with ``result`` or ``error``."""
        while number not in self._answers:
            self._take()
        return self._answers.pop(number)

    def request(self, method: str, params: Any) -> Any:
        """Return the result of a request."""
        answer = self.answer(self.ask(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def wait(self, method: str, when: Callable[[Any], bool] = lambda _params: True) -> Any:
        """Return the params of the first message of the server that fits, and forget it and what came before."""
        at = 0
        while True:
            while at < len(self.notes):
                note = self.notes[at]
                if note["method"] == method and when(note.get("params")):
                    del self.notes[: at + 1]
                    return note.get("params")
                at += 1
            self._take()

    def initialize(self, capabilities: Message | None = None, folder: Path | None = None, **more: Any) -> Message:
        params = {
            "processId": None,
            "rootUri": folder.as_uri() if folder else None,
            "workspaceFolders": [{"uri": folder.as_uri(), "name": "teksten"}] if folder else None,
            "capabilities": capabilities or {},
            **more,
        }
        result: Message = self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def stop(self) -> int:
        """Stop the server as an editor does, and return its exit code."""
        if self.process.poll() is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        return self.process.wait(PATIENCE)

    # -- documents

    def open(self, uri: str, text: str, *, version: int = 1, language: str = "plaintext") -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: Message) -> None:
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)}
        self.notify("textDocument/didChange", params)

    def pushed(self, uri: str, version: int | None) -> list[Message]:
        """Return the diagnostics that the server sends for one version of a document."""
        found = self.wait(
            "textDocument/publishDiagnostics",
            lambda params: params["uri"] == uri and params.get("version") == version,
        )
        diagnostics: list[Message] = found["diagnostics"]
        return diagnostics

    def pull(self, uri: str) -> list[Message]:
        """Return the diagnostics that the server gives when asked."""
        items: list[Message] = self.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["items"]
        return items

    def about(self, method: str, uri: str, **more: Any) -> Any:
        """Return the result of a request about one document."""
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": uri}, **more})


def merged(*capabilities: Message) -> Message:
    """Return capabilities that are those of all of ``capabilities``."""
    result: Message = {}
    for one in capabilities:
        for name, value in one.items():
            result[name] = {**result.get(name, {}), **value}
    return result

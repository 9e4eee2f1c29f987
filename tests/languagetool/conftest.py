from __future__ import annotations

import json
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

from b1check.languagetool import local
from b1check.languagetool.consent import VARIABLE

Json = dict[str, Any]


def match(offset: int, length: int, rule: str = "MORFOLOGIK_RULE_NL_NL", *words: str, **more: Any) -> Json:
    """One remark in the form in which LanguageTool 6 gives it."""
    return {
        "message": "Er is een mogelijke spelfout gevonden.",
        "shortMessage": "Spelfout",
        "replacements": [{"value": word} for word in words],
        "offset": offset,
        "length": length,
        "rule": {"id": rule, "description": "", "issueType": "misspelling", "category": {"id": "TYPOS", "name": "x"}},
        **more,
    }


def units(text: str) -> int:
    """How many units of UTF-16 a text takes, as Java counts."""
    return len(text.encode("utf-16-le")) // 2


def speller(**words: str) -> Callable[[str], list[Json]]:
    """What finds each of ``words`` in a text, with the word to write instead."""

    def find(text: str) -> list[Json]:
        found = []
        for wrong, right in words.items():
            at = text.find(wrong)
            while at >= 0:
                found.append(match(units(text[:at]), units(wrong), "MORFOLOGIK_RULE_NL_NL", right))
                at = text.find(wrong, at + 1)
        return found

    return find


@dataclass
class Fake:
    """A server that answers as LanguageTool does, or as a test wants.

    Attributes:
        url: its address.
        matches: gives the remarks about a text.
        raw: answers instead, whatever is asked.
        asked: what was asked, in order.
        waits: held open while the server must not answer.
    """

    url: str = ""
    matches: Callable[[str], list[Json]] = lambda _: []
    raw: Callable[[BaseHTTPRequestHandler], None] | None = None
    asked: list[dict[str, str]] = field(default_factory=list)
    answers: threading.Event = field(default_factory=threading.Event)

    def texts(self) -> list[str]:
        return [question["text"] for question in self.asked]


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A server on this machine; it answers at once until ``answers`` is cleared."""
    made = Fake()
    made.answers.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
            question = {name: values[0] for name, values in said.items()} | {"path": self.path}
            made.asked.append(question)
            made.answers.wait(30)
            if made.raw:
                made.raw(self)
            else:
                send(self, json.dumps({"matches": made.matches(question["text"])}).encode())

        def log_message(self, *_: object) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.answers.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@dataclass
class Package:
    """Stands for language-tool-python, with a small server in place of LanguageTool.

    Attributes:
        arguments: of that server; see ``standin.py``.
        error: what goes wrong when it is to fetch LanguageTool.
        fetched: how often it was to.
    """

    arguments: list[str] = field(default_factory=list)
    error: Exception | None = None
    fetched: int = 0

    def from_version_name(self) -> Package:
        return self

    def download(self) -> None:
        self.fetched += 1
        if self.error:
            raise self.error

    def get_server_cmd(self, port: int) -> list[str]:
        return [sys.executable, str(STAND_IN), *self.arguments, "-p", str(port)]


PACKAGE = "language_tool_python.download_lt"
STAND_IN = Path(__file__).with_name("standin.py")


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """The package, in a process that started no server yet."""
    made = Package()
    for name, value in {"_running": None, "_port": None, "_failure": "", "_rests_until": 0.0}.items():
        monkeypatch.setattr(local, name, value)
    monkeypatch.setattr(local, "_deaths", deque(maxlen=3))
    monkeypatch.setitem(sys.modules, PACKAGE, SimpleNamespace(LocalLanguageTool=made))
    yield made
    local.stop()

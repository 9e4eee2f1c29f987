"""The page of `b1check serve`, asked without a network."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import docx as word
import pytest
from starlette.testclient import TestClient

from b1check.checker import About, Checker
from b1check.documents.document import Document
from b1check.report import Report
from b1check.serve.app import create
from b1check.serve.guard import Keys, Places
from b1check.serve.logs import Log
from b1check.serve.serving import Serving

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"
TOKEN = "the-key"
LETTER = """Geachte mevrouw De Wit,

Indien u vragen heeft, kunt u contact opnemen met onze medewerkers van het team Parkeren.

U dient het formulier vóór 1 mei 2026 op te sturen naar de gemeente.

Met vriendelijke groet,

Gemeente Oosterveen
"""


@pytest.fixture(scope="session")
def check() -> Callable[[Document, About], tuple[Report, Checker]]:
    """Check a document with the settings as they are without a file."""
    checker = Checker()
    return lambda document, about: (checker.check_document(document, about=about), checker)


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """Make a Word file with these paragraphs; in each one, every part is a run of its own."""

    def make(*paragraphs: str | list[str]) -> bytes:
        made = word.Document()
        for paragraph in paragraphs:
            new = made.add_paragraph()
            for number, part in enumerate([paragraph] if isinstance(paragraph, str) else paragraph):
                new.add_run(part).bold = number % 2 == 1
        file = io.BytesIO()
        made.save(file)
        return file.getvalue()

    return make


class Page:
    """What a browser can ask of the service."""

    def __init__(self, client: TestClient, log: io.StringIO) -> None:
        self.client = client
        self.log = log

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=_named(headers), follow_redirects=False)

    def post(self, path: str, json: object, **headers: str) -> Any:
        return self.client.post(path, json=json, headers={"Origin": ORIGIN} | _named(headers))

    def delete(self, path: str, **headers: str) -> Any:
        return self.client.delete(path, headers={"Origin": ORIGIN} | _named(headers))

    def send(self, content: bytes | str, name: str = "brief.txt", **headers: str) -> Any:
        body = content.encode() if isinstance(content, str) else content
        sent = {"Origin": ORIGIN, "X-File-Name": name} | _named(headers)
        return self.client.post("/api/letters", content=body, headers=sent)

    def opened(self, content: bytes | str = LETTER, name: str = "brief.txt", **headers: str) -> dict[str, Any]:
        answer = self.send(content, name, **headers)
        assert answer.status_code == 200, answer.text
        state: dict[str, Any] = answer.json()
        return state

    def change(self, letter: dict[str, Any], what: str, **asked: object) -> Any:
        return self.post(f"/api/letters/{letter['id']}/{what}", {"version": letter["version"]} | asked)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def serve() -> Iterator[Callable[..., Page]]:
    """Serve the page, with what the test wants to be different."""
    clients = []

    def start(*, enter: bool = True, **different: Any) -> Page:
        settings: dict[str, Any] = {"places": Places.local(PORT), "cookie": "b1check-test", "keys": Keys(TOKEN)}
        log = io.StringIO()
        client = TestClient(create(Serving(**(settings | different)), Log(log)), base_url=ORIGIN)
        client.__enter__()
        clients.append(client)
        page = Page(client, log)
        if enter:
            page.get(f"/start/{TOKEN}")
        return page

    yield start
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture(scope="module")
def shared_page() -> Iterator[Page]:
    """One page for the tests that do not mind what others did before: its rules are loaded once."""
    log = io.StringIO()
    serving = Serving(places=Places.local(PORT), cookie="b1check-test", keys=Keys(TOKEN))
    with TestClient(create(serving, Log(log)), base_url=ORIGIN) as client:
        page = Page(client, log)
        page.get(f"/start/{TOKEN}")
        yield page


@pytest.fixture
def page(shared_page: Page) -> Iterator[Page]:
    """The page, with no letter open and nothing chosen."""
    yield shared_page
    shared_page.delete("/api/letters")
    for one in shared_page.get("/api/letters").json()["words"]:
        shared_page.post("/api/choices", {"refuse": one})
    shared_page.post("/api/choices", {"profile": "inwoner"})

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from ..documents.pdf_maker import lines, pdf
from .conftest import Invoke

ONE = ("--select", "dient-te", "--allow-private")
_SENTENCE = "U dient het formulier in te vullen."


class _Site(BaseHTTPRequestHandler):
    """A website with a page of each sort."""

    asked: ClassVar[list[str]] = []
    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/pagina": (200, {"Content-Type": "text/html"}, f"<nav>n</nav><main><p>{_SENTENCE}<img src=/x>".encode()),
        "/latin": (
            200,
            {"Content-Type": "text/html; charset=iso-8859-15"},
            "<p>U dient 5 € te sturen.".encode("iso-8859-15"),
        ),
        "/meta": (
            200,
            {"Content-Type": "text/html"},
            "<meta charset=cp1250><p>U dient dit čas te zien.".encode("cp1250"),
        ),
        "/tekst": (200, {"Content-Type": "text/plain"}, _SENTENCE.encode()),
        "/brief": (200, {"Content-Type": "application/pdf"}, pdf(lines(_SENTENCE))),
        "/plaatje": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/verhuisd": (302, {"Location": "/pagina"}, b""),
        "/rond": (302, {"Location": "/rond"}, b""),
        "/bestand": (302, {"Location": "file:///etc/passwd"}, b""),
        "/dicht": (403, {}, b"nee"),
        "/stuk": (500, {}, b"au"),
        "/druk": (503, {}, b"wacht"),
        "/groot": (200, {"Content-Type": "text/html"}, b"<p>" + b"woord " * 1_700_000),
        "/leeg": (200, {"Content-Type": "text/html"}, b""),
        "/script": (200, {"Content-Type": "text/html"}, b"<script>alles()</script>"),
    }

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers, data = self.pages.get(self.path, (404, {}, b"weg"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a website on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_checked_and_nothing_else_is_asked_for(b1check: Invoke, site: str) -> None:
    _Site.asked.clear()
    result = b1check("check", *ONE, f"{site}/pagina")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{site}/pagina\n")
    assert "kolom 24  let-op  dient-te" in result.stdout
    assert "Niet meegelezen: het menu." in result.stdout
    assert _Site.asked == ["/pagina"]


@pytest.mark.parametrize("path", ["/latin", "/meta", "/tekst", "/brief", "/verhuisd"])
def test_each_sort_of_page(b1check: Invoke, site: str, path: str) -> None:
    result = b1check("check", *ONE, "--format", "json", f"{site}{path}")
    (document,) = json.loads(result.stdout)["documents"]
    (finding,) = document["findings"]
    assert (document["name"], finding["rule"]) == (f"{site}{path}", "dient-te")
    signs = {"/latin": "€", "/meta": "čas"}
    assert signs.get(path, "formulier") in finding["sentence"]
    assert (document["line_word"] == "bladzijde") == (path == "/brief")
    assert (f"Deze pagina staat op een ander adres: {site}/pagina." in document["notes"]) == (path == "/verhuisd")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/weg", "Deze pagina bestaat niet (code 404)."),
        ("/dicht", "Deze pagina is niet voor iedereen (code 403)."),
        ("/stuk", "Deze pagina doet het niet (code 500)."),
        ("/druk", "Deze website heeft het te druk (code 503)."),
        ("/plaatje", "Op dit adres staat geen webpagina, maar iets anders (image/png)."),
        ("/rond", "Deze website stuurt b1check steeds naar een ander adres."),
        ("/bestand", "Deze website stuurt b1check naar een adres dat niet bestaat."),
        ("/groot", "Deze pagina is te groot"),
        ("/leeg", "Deze pagina is leeg."),
        ("/script", "Op deze pagina staat geen tekst"),
    ],
)
def test_what_cannot_be_read_is_said_on_one_line_and_the_rest_goes_on(
    b1check: Invoke, site: str, path: str, message: str
) -> None:
    result = b1check("check", *ONE, f"{site}{path}", f"{site}/tekst")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{site}{path}: {message}")
    assert len(result.stderr.splitlines()) == 1
    assert "1 opmerking in 1 document" in result.stdout


def test_the_own_network_is_not_read_unasked(b1check: Invoke, site: str) -> None:
    _Site.asked.clear()
    result = b1check("check", "--select", "dient-te", f"{site}/pagina")
    assert result.exit_code == 2
    assert "Dit adres is op uw eigen computer of netwerk." in result.stderr
    assert _Site.asked == []


def test_a_page_and_a_file(b1check: Invoke, site: str, letter: object) -> None:
    result = b1check("check", *ONE, f"{site}/tekst", "brief.txt", f"{site}/tekst")
    assert result.stdout.endswith("2 opmerkingen in 2 documenten: 2 let-op.\n")


def test_a_page_has_no_changes(b1check: Invoke, site: str) -> None:
    result = b1check("check", "--changed-since", "main", f"{site}/tekst")
    assert result.exit_code == 2
    assert "--changed-since werkt niet met een pagina" in result.stderr

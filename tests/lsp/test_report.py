"""The report of a document, asked for from the editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TEXT = "Indien u vragen heeft, kunt u contact opnemen met mevrouw 😀 de Vries.\n"
SHOWS = {"window": {"showDocument": {"support": True}}}


def run(client: Any, uri: str) -> Any:
    return client.request("workspace/executeCommand", {"command": "b1check.report", "arguments": [uri]})


def path(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def test_the_report_is_a_private_file_that_the_editor_shows_in_the_browser(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH, SHOWS)
    client.open("untitled:Brief 1", TEXT)
    made = run(client, "untitled:Brief 1")
    asked = client.wait("window/showDocument")
    assert (asked["uri"], asked["external"]) == (made, True)
    file = path(made)
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "mevrouw 😀 de Vries" in page
    assert file.parent.stat().st_mode & 0o077 == 0
    assert run(client, "untitled:Brief 1") == made, "a second report takes the place of the first"
    client.stop()
    assert not file.exists(), "the text of a letter does not stay behind on the disk"


def test_an_editor_that_shows_nothing_is_told_where_the_report_is(pushed: Any) -> None:
    pushed.open("untitled:a/../b", TEXT)
    made = run(pushed, "untitled:a/../b")
    said = pushed.wait("window/showMessage", lambda params: "rapport" in params["message"])
    assert str(path(made)) in said["message"]


def test_the_report_is_of_the_text_as_it_is_now(pushed: Any) -> None:
    pushed.open("untitled:c", TEXT)
    run(pushed, "untitled:c")
    pushed.change("untitled:c", 2, {"text": "Gaarne ontvangen wij uw formulier.\n"})
    page = path(run(pushed, "untitled:c")).read_text(encoding="utf-8")
    assert "formulier" in page
    assert "de Vries" not in page


def test_there_is_no_report_of_a_document_that_is_not_open(pushed: Any) -> None:
    assert run(pushed, "untitled:gesloten") is None
    assert "Open eerst een tekst" in pushed.wait("window/showMessage", lambda p: p["type"] == 2)["message"]

"""``b1check/status``: what an editor shows in its status bar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

HARD = "Indien u vragen hebt, kunt u ons bellen."
LETTER = "Beste mevrouw Jansen,\n\n" + "U krijgt een nieuwe kaart. Wij sturen de kaart naar uw adres. " * 12


def _status(client: Any, uri: str) -> Any:
    return client.request("b1check/status", {"textDocument": {"uri": uri}})


def test_a_text_with_a_score(pulled: Any) -> None:
    uri = "untitled:status-brief"
    pulled.open(uri, LETTER, version=3)
    told = _status(pulled, uri)
    assert told["uri"] == uri
    assert told["version"] == 3
    assert 0 <= told["score"] <= 100
    assert told["verdict"]
    assert told["summary"].startswith(f"b1check: {told['score']} van 100")
    assert told["details"].startswith(f"Score: {told['score']} van 100")
    assert told["profile"] == "inwoner"
    assert told["settingsFolder"] is None


def test_a_short_text_has_remarks_and_a_reason_for_no_score(pulled: Any) -> None:
    uri = "untitled:status-kort"
    pulled.open(uri, HARD)
    told = _status(pulled, uri)
    assert told["score"] is None
    assert told["verdict"] in told["summary"] + "."
    severities = {1: "fout", 2: "letOp", 3: "tip"}
    diagnostics = pulled.pull(uri)
    counted = {name: sum(one["severity"] == number for one in diagnostics) for number, name in severities.items()}
    assert told["counts"] == counted
    assert {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 6}} in told["difficultWords"]


def test_the_words_are_counted_as_the_editor_counts(pulled: Any) -> None:
    uri = "untitled:status-teken"
    pulled.open(uri, "\N{BALLOON} " + HARD)
    starts = [word["start"]["character"] for word in _status(pulled, uri)["difficultWords"]]
    assert 3 in starts  # the balloon takes two units of UTF-16


def test_a_text_that_is_too_long_says_so(start: Any) -> None:
    from lsp_client import PULL  # noqa: PLC0415

    client = start(PULL, initializationOptions={"maxCharacters": 1000})
    client.open("untitled:lang", "Dit is een zin. " * 100)
    told = _status(client, "untitled:lang")
    assert told["score"] is None
    assert "te lang" in told["verdict"]
    assert told["profile"] is None
    assert told["counts"] == {"fout": 0, "letOp": 0, "tip": 0}


def test_a_settings_file_is_told_of(start: Any, tmp_path: Path) -> None:
    from lsp_client import PULL  # noqa: PLC0415

    (tmp_path / "b1check.toml").write_text('profile = "professional"\n', encoding="utf-8")
    client = start(PULL, folder=tmp_path)
    uri = (tmp_path / "brief.txt").as_uri()
    client.open(uri, HARD)
    told = _status(client, uri)
    assert told["profile"] == "professional"
    assert told["settingsFolder"] == tmp_path.resolve().as_uri()


def test_a_text_that_is_not_open_or_not_a_text_has_no_status(pulled: Any) -> None:
    assert _status(pulled, "file:///nergens.txt") is None
    pulled.open("untitled:leeg", "   ")
    assert _status(pulled, "untitled:leeg") is None


def test_a_request_without_a_text_is_answered_with_an_error(pulled: Any) -> None:
    assert "error" in pulled.answer(pulled.ask("b1check/status", {}))
    assert "error" in pulled.answer(pulled.ask("b1check/status", None))
    pulled.open("untitled:daarna", HARD)
    assert _status(pulled, "untitled:daarna")

"""A word is allowed from the editor, also where the municipality has no settings yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HARD = "Indien u vragen hebt, kunt u ons bellen."
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}


@pytest.fixture
def client(start: Callable[..., Any], tmp_path: Path) -> Any:
    """An editor that, as Neovim and Emacs, cannot make a file."""
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH, folder=tmp_path)
    client.open((tmp_path / "brief.txt").as_uri(), HARD)
    client.pushed((tmp_path / "brief.txt").as_uri(), 1)
    return client


def _choice(client: Any, uri: str) -> Any:
    actions = client.about("codeAction", uri, range=TOP, context={"diagnostics": []})
    (choice,) = [one for one in actions if one["title"].startswith("Sta ")]
    return choice


def test_the_server_makes_the_file_when_the_editor_cannot(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "brief.txt").as_uri()
    choice = _choice(client, uri)
    assert "edit" not in choice
    assert not (tmp_path / "b1check.toml").exists()  # a menu that is only opened changes nothing
    asked = {"command": choice["command"]["command"], "arguments": choice["command"]["arguments"]}
    assert client.request("workspace/executeCommand", asked) is True
    assert (tmp_path / "b1check.toml").read_text(encoding="utf-8") == '[terms]\nallowed = ["Indien"]\n'
    assert client.pushed(uri, 1) == []
    assert client.request("workspace/executeCommand", asked) is False  # it is there already


def test_a_file_that_is_there_is_changed_by_the_editor(client: Any, tmp_path: Path) -> None:
    uri, toml = (tmp_path / "brief.txt").as_uri(), tmp_path / "b1check.toml"
    toml.write_text("# van ons\n", encoding="utf-8")
    choice = _choice(client, uri)
    assert list(choice["edit"]["changes"]) == [toml.as_uri()]
    asked = {"command": "b1check.allowWord", "arguments": [uri, "indien"]}
    assert client.request("workspace/executeCommand", asked) is True
    assert list(client.applied[-1]["changes"]) == [toml.as_uri()]
    assert toml.read_text(encoding="utf-8") == "# van ons\n"  # the editor has it, and saves it


def test_a_file_that_cannot_be_made_is_told(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "is-er-niet" / "brief.txt").as_uri()
    asked = {"command": "b1check.allowWord", "arguments": ["untitled:los", "indien"]}
    assert client.request("workspace/executeCommand", asked) is False
    (tmp_path / "b1check.toml").symlink_to(tmp_path / "weg" / "b1check.toml")  # a name that cannot be written
    asked = {"command": "b1check.allowWord", "arguments": [uri, "indien"]}
    assert client.request("workspace/executeCommand", asked) is False
    assert "mag schrijven" in client.wait("window/showMessage")["message"]

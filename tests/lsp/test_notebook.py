"""A notebook: every cell with text is checked by itself, with the settings of the folder of the notebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HARD = "Indien u vragen hebt, kunt u ons bellen."
NOTEBOOK: dict[str, Any] = {"notebookDocument": {"synchronization": {"dynamicRegistration": False}}}


def _cell(uri: str, text: str, language: str = "markdown") -> dict[str, Any]:
    return {"uri": uri, "languageId": language, "version": 1, "text": text}


def _open(client: Any, uri: str, *cells: dict[str, Any]) -> None:
    kinds = [{"kind": 1, "document": cell["uri"]} for cell in cells]
    notebook = {"uri": uri, "notebookType": "jupyter-notebook", "version": 1, "cells": kinds}
    client.notify("notebookDocument/didOpen", {"notebookDocument": notebook, "cellTextDocuments": list(cells)})


def _change(client: Any, uri: str, version: int, cells: dict[str, Any]) -> None:
    params = {"notebookDocument": {"uri": uri, "version": version}, "change": {"cells": cells}}
    client.notify("notebookDocument/didChange", params)


@pytest.fixture(scope="module")
def client(start: Callable[..., Any]) -> Any:
    from lsp_client import PUSH  # noqa: PLC0415

    return start(PUSH, NOTEBOOK)


def test_only_an_editor_with_notebooks_is_told_of_them() -> None:
    from lsp_client import Client  # noqa: PLC0415

    told = []
    for capabilities in ({}, NOTEBOOK):
        client = Client()
        told.append(client.initialize(capabilities)["capabilities"].get("notebookDocumentSync"))
        assert client.stop() == 0
    (selector,) = told[1]["notebookSelector"]
    assert (told[0], selector["cells"]) == (None, [{"language": "markdown"}, {"language": "plaintext"}])


def test_every_cell_has_its_own_findings_and_follows_its_changes(client: Any) -> None:
    uri, one, two = "file:///werk/boek.ipynb", "vscode-notebook-cell:/werk/boek.ipynb#1", "cell:2"
    _open(client, uri, _cell(one, f"# Uw pas\n\n{HARD}"), _cell(two, "Hallo."))
    (found,) = client.pushed(one, 1)
    assert (found["code"], found["range"]["start"]["line"]) == ("formeel-verbindingswoord", 2)
    assert client.pushed(two, 1) == []
    at = {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 6}}
    document = {"uri": one, "version": 2}
    _change(client, uri, 2, {"textContent": [{"document": document, "changes": [{"range": at, "text": "Als"}]}]})
    assert client.pushed(one, 2) == []
    # A score is about a whole text.
    assert client.about("codeLens", one) == []


def test_cells_come_and_go(client: Any) -> None:
    uri, one, two = "file:///werk/kort.ipynb", "cell:een", "cell:twee"
    _open(client, uri, _cell(one, HARD))
    assert len(client.pushed(one, 1)) == 1
    array = {"start": 0, "deleteCount": 1, "cells": [{"kind": 1, "document": two}]}
    _change(client, uri, 2, {"structure": {"array": array, "didOpen": [_cell(two, HARD)], "didClose": [{"uri": one}]}})
    assert client.pushed(one, None) == []
    assert len(client.pushed(two, 1)) == 1
    notebook = {"notebookDocument": {"uri": uri}, "cellTextDocuments": [{"uri": two}]}
    client.notify("notebookDocument/didClose", notebook)
    assert client.pushed(two, None) == []
    assert client.about("hover", two, position={"line": 0, "character": 0}) is None


def test_a_change_that_is_not_about_text_does_no_harm(client: Any) -> None:
    uri = "file:///werk/los.ipynb"
    _open(client, uri, _cell("cell:los", HARD), _cell("cell:code", f"# {HARD}", "python"))
    assert len(client.pushed("cell:los", 1)) == 1
    assert client.pushed("cell:code", 1) == []
    params = {"notebookDocument": {"uri": uri, "version": 2}, "change": {"metadata": {"kernel": "x"}}}
    client.notify("notebookDocument/didChange", params)
    _change(client, uri, 3, {"textContent": [{"document": {"uri": "cell:onbekend", "version": 1}, "changes": []}]})
    _change(client, uri, 4, {"data": [{"kind": 1, "document": "cell:los"}]})
    assert client.about("hover", "cell:los", position={"line": 0, "character": 2})["range"]


def test_the_settings_are_those_of_the_folder_of_the_notebook(client: Any, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text('ignore = ["woorden"]\n', encoding="utf-8")
    _open(client, (tmp_path / "boek.ipynb").as_uri(), _cell("cell:stil", HARD))
    assert client.pushed("cell:stil", 1) == []

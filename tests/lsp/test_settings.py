"""The settings of the editor, and the file that beats them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HARD = "Indien u vragen hebt, kunt u ons bellen."
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


def test_settings_come_with_the_start_and_can_change(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH, initializationOptions={"b1check": {"ignore": ["woorden"]}})
    uri = "file:///werk/instelling.txt"
    client.open(uri, HARD)
    assert client.pushed(uri, 1) == []
    client.notify("workspace/didChangeConfiguration", {"settings": {"b1check": {"inlayHints": {"words": False}}}})
    assert len(client.pushed(uri, 1)) == 1
    assert client.about("inlayHint", uri, range=TOP) == []
    client.notify(
        "workspace/didChangeConfiguration", {"settings": {"b1check": {"codeLens": False, "minSeverity": "fout"}}}
    )
    assert client.pushed(uri, 1) == []
    assert client.about("codeLens", uri) == []
    assert len(client.about("inlayHint", uri, range=TOP)) == 0


def test_settings_that_are_not_right_are_told_and_change_nothing(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH)
    client.notify(
        "workspace/didChangeConfiguration", {"settings": {"b1check": {"profile": "iedereen", "debounceMs": -1}}}
    )
    told = client.wait("window/showMessage")["message"]
    assert "profile" in told
    assert "debounceMs" in told
    client.open("file:///werk/goed.txt", HARD)
    assert len(client.pushed("file:///werk/goed.txt", 1)) == 1


def test_an_editor_that_can_be_asked_is_asked(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH, Client, merged  # noqa: PLC0415

    client = Client()
    try:
        client.settings = {"select": ["lange-zin"]}
        watched = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
        client.initialize(merged(PUSH, {"workspace": {"configuration": True, **watched}}))
        patterns = client.wait("client/registerCapability")["registrations"][0]["registerOptions"]["watchers"]
        assert {one["globPattern"] for one in patterns} == {"**/*.toml", "**/*.csv"}
        client.wait("workspace/configuration")
        client.open("file:///werk/gevraagd.txt", HARD)
        assert client.pushed("file:///werk/gevraagd.txt", 1) == []
    finally:
        client.process.kill()
        client.process.wait()


def test_the_file_beats_the_editor_and_is_watched(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH, folder=tmp_path, initializationOptions={"ignore": ["woorden"]})
    uri, toml = (tmp_path / "brief.txt").as_uri(), tmp_path / "b1check.toml"
    changed = {"changes": [{"uri": toml.as_uri(), "type": 2}]}
    client.open(uri, HARD)
    assert client.pushed(uri, 1) == []
    toml.write_text('profile = "inwoner"\n', encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", changed)
    assert len(client.pushed(uri, 1)) == 1
    toml.write_text("profiel = 3\n", encoding="utf-8")  # not right: told, and the last good settings stay
    client.notify("workspace/didChangeWatchedFiles", changed)
    assert len(client.pushed(uri, 1)) == 1
    assert "profiel" in client.wait("window/showMessage")["message"]
    toml.write_text('select = ["bestaat-niet"]\n', encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", changed)
    assert len(client.pushed(uri, 1)) == 1
    assert "bestaat-niet" in client.wait("window/showMessage")["message"]
    toml.write_text('exclude = ["*.txt"]\n', encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", changed)
    assert client.pushed(uri, 1) == []


def test_all_files_of_the_folder_can_be_checked(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    for name in ("een.txt", "twee.md", "drie.html"):
        (tmp_path / name).write_text(HARD, encoding="utf-8")
    (tmp_path / "vier.docx").write_bytes(b"geen tekst")
    (tmp_path / "vijf.txt").write_bytes(b"\xff\xfe\x00")
    client = start(PUSH, {"window": {"workDoneProgress": True}}, folder=tmp_path)
    client.open((tmp_path / "een.txt").as_uri(), "Hallo.")
    assert client.pushed((tmp_path / "een.txt").as_uri(), 1) == []
    assert client.request("workspace/executeCommand", {"command": "b1check.checkWorkspace"}) == 2
    kinds = [note["params"]["value"]["kind"] for note in client.notes if note["method"] == "$/progress"]
    assert kinds == ["begin", "report", "report", "report", "end"]
    found = {
        note["params"]["uri"]: len(note["params"]["diagnostics"])
        for note in client.notes
        if note["method"] == "textDocument/publishDiagnostics"
    }
    assert found == {(tmp_path / "twee.md").as_uri(): 1, (tmp_path / "drie.html").as_uri(): 1}


def test_what_was_found_in_a_closed_file_changes_with_the_settings(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    file = tmp_path / "een.txt"
    gone = tmp_path / "twee.txt"
    for one in (file, gone):
        one.write_text(HARD, encoding="utf-8")
    client = start(PUSH, folder=tmp_path)
    assert client.request("workspace/executeCommand", {"command": "b1check.checkWorkspace"}) == 2
    assert len(client.pushed(file.as_uri(), None)) == 1
    gone.unlink()
    client.notify("workspace/didChangeConfiguration", {"settings": {"b1check": {"ignore": ["woorden"]}}})
    assert client.pushed(file.as_uri(), None) == []
    assert client.pushed(gone.as_uri(), None) == []
    client.notify("workspace/didChangeConfiguration", {"settings": {"b1check": {}}})
    assert len(client.pushed(file.as_uri(), None)) == 1


def test_a_check_of_all_files_can_be_stopped(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(HARD, encoding="utf-8")
    client = start(PUSH, {"window": {"workDoneProgress": True}}, folder=tmp_path)
    asked = client.ask("workspace/executeCommand", {"command": "b1check.checkWorkspace"})
    token = client.wait("$/progress", lambda params: params["value"]["kind"] == "begin")["token"]
    client.notify("window/workDoneProgress/cancel", {"token": token})
    assert client.answer(asked)["result"] < 300
    client.wait("$/progress", lambda params: params["value"]["kind"] == "end")


def test_an_editor_can_ask_for_the_whole_folder(start: Callable[..., Any], tmp_path: Path) -> None:
    from lsp_client import PULL  # noqa: PLC0415

    (tmp_path / "een.txt").write_text(HARD, encoding="utf-8")
    client = start(PULL, folder=tmp_path)
    ask = {"previousResultIds": [], "workDoneToken": "teken"}
    assert client.request("workspace/diagnostic", ask)["items"] == []  # nobody asked for it in the settings
    client.notify("workspace/didChangeConfiguration", {"settings": {"b1check": {"workspaceDiagnostics": True}}})
    (one,) = client.request("workspace/diagnostic", ask)["items"]
    assert (one["kind"], one["uri"], len(one["items"])) == ("full", (tmp_path / "een.txt").as_uri(), 1)
    assert client.wait("$/progress")["token"] == "teken"
    known = [{"uri": one["uri"], "value": one["resultId"]}]
    (again,) = client.request("workspace/diagnostic", {"previousResultIds": known})["items"]
    assert again["kind"] == "unchanged"
    client.notify("workspace/didChangeConfiguration", {"settings": {"b1check": {"workspaceDiagnostics": False}}})
    (cleared,) = client.request("workspace/diagnostic", {"previousResultIds": known})["items"]
    assert (cleared["kind"], cleared["uri"], cleared["items"]) == ("full", one["uri"], [])


def test_an_old_name_in_the_settings_is_told(tmp_path: Path) -> None:
    from lsp_client import PUSH, Client, merged  # noqa: PLC0415

    renamed = tmp_path / "renamed.py"
    renamed.write_text(
        "from b1check import layers\n"
        "layers.RENAMED = {('doelgroep',): ('profile',)}\n"
        "from lsp_server.cli import main\n"
        "main()\n",
        encoding="utf-8",
    )
    folder = tmp_path / "brieven"
    folder.mkdir()
    (folder / "b1check.toml").write_text('doelgroep = "inwoner"\n', encoding="utf-8")
    command = [sys.executable, str(renamed)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    client = Client(process=process)
    try:
        client.initialize(merged(PUSH))
        uri = (folder / "brief.txt").as_uri()
        client.open(uri, HARD)
        assert len(client.pushed(uri, 1)) == 1
        told = client.wait("window/showMessage")
        assert (told["type"], "doelgroep heet nu profile" in told["message"]) == (2, True)
    finally:
        process.kill()
        process.wait()

"""LanguageTool in the editor: our own remarks never wait for it."""

from __future__ import annotations

import importlib.util
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from b1check.languagetool.consent import VARIABLE

from .conftest import Fake, send, speller

# With --import-mode=importlib a test cannot import from another folder; that of the language server has the client.
_SPEC = importlib.util.spec_from_file_location("lsp_client", Path(__file__).parents[1] / "lsp" / "client.py")
assert _SPEC and _SPEC.loader
lsp_client = sys.modules.get("lsp_client") or importlib.util.module_from_spec(_SPEC)
if "lsp_client" not in sys.modules:
    sys.modules["lsp_client"] = lsp_client
    _SPEC.loader.exec_module(lsp_client)

TEXT = "Indien u vragen hebt, belt u ons. Dat is een fouut.\n"
OURS = ["formeel-verbindingswoord"]
BOTH = [*OURS, "languagetool/MORFOLOGIK_RULE_NL_NL"]


def codes(diagnostics: list[Any]) -> list[str]:
    return [one["code"] for one in diagnostics]


@pytest.fixture
def uri(fake: Fake, tmp_path: Path) -> str:
    """A letter in a folder with settings that have LanguageTool on."""
    fake.matches = speller(fouut="fout")
    lines = f'[languagetool]\non = true\nserver = "{fake.url}"\n'
    (tmp_path / "b1check.toml").write_text(lines, encoding="utf-8")
    return (tmp_path / "brief.txt").as_uri()


@pytest.fixture
def editors() -> Iterator[list[Any]]:
    """The servers of a test, which are stopped after it."""
    made: list[Any] = []
    yield made
    for client in made:
        client.process.kill()
        client.process.wait()


@pytest.fixture
def editor(editors: list[Any]) -> Any:
    """A server that sends its diagnostics."""
    editors.append(lsp_client.Client())
    editors[-1].initialize(lsp_client.PUSH)
    return editors[-1]


def test_our_own_remarks_come_first_and_those_of_languagetool_after_them(editor: Any, fake: Fake, uri: str) -> None:
    fake.answers.clear()
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    fake.answers.set()
    found = editor.pushed(uri, 1)
    assert codes(found) == BOTH
    assert found[1]["range"] == {"start": {"line": 0, "character": 45}, "end": {"line": 0, "character": 50}}
    assert found[1]["message"].startswith("LanguageTool: Er is een mogelijke spelfout gevonden.")
    whole = {"start": {"line": 0, "character": 46}, "end": {"line": 0, "character": 46}}
    actions = editor.about("codeAction", uri, range=whole, context={"diagnostics": [found[1]]})
    assert any("fout" in action["title"] for action in actions)
    assert "LanguageTool" in editor.about("hover", uri, position=whole["start"])["contents"]["value"]


def test_typing_goes_on_while_the_server_thinks(editor: Any, fake: Fake, uri: str) -> None:
    fake.answers.clear()
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    for version in (2, 3, 4):  # the server has not answered yet
        editor.change(uri, version, {"text": TEXT + f"U krijgt van ons {version} brieven."})
        assert codes(editor.pushed(uri, version)) == OURS
    fake.answers.set()
    assert codes(editor.pushed(uri, 4)) == BOTH
    assert len(fake.asked) == 2  # about the first text and the last


def test_remarks_about_other_paragraphs_stay_while_the_writer_types(editor: Any, fake: Fake, uri: str) -> None:
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    assert codes(editor.pushed(uri, 1)) == BOTH
    fake.answers.clear()
    editor.change(uri, 2, {"text": f"{TEXT}\nNog een alinea.\n"})
    assert codes(editor.pushed(uri, 2)) == BOTH


def test_an_editor_that_asks_is_told_to_ask_again(editors: list[Any], fake: Fake, uri: str) -> None:
    editors.append(lsp_client.Client())
    (editor,) = editors
    editor.initialize(lsp_client.PULL)
    fake.answers.clear()
    editor.open(uri, TEXT)
    first = editor.about("diagnostic", uri)
    assert codes(first["items"]) == OURS
    fake.answers.set()
    editor.wait("workspace/diagnostic/refresh")
    second = editor.about("diagnostic", uri, previousResultId=first["resultId"])
    assert codes(second["items"]) == BOTH
    third = editor.about("diagnostic", uri, previousResultId=second["resultId"])
    assert third["kind"] == "unchanged"


def test_each_state_of_a_text_is_asked_about_once(editor: Any, fake: Fake, uri: str) -> None:
    fake.raw = lambda handler: send(handler, b"", 413)
    editor.open(uri, TEXT)
    for version in (1, 2, 3):
        if version > 1:
            editor.change(uri, version, {"text": TEXT + f"U krijgt van ons {version} brieven."})
        assert codes(editor.pushed(uri, version)) == OURS
        assert codes(editor.pushed(uri, version)) == OURS  # it is checked once more when the server has spoken
        assert len(fake.asked) == version


def test_a_server_that_refuses_is_told_of_once(editor: Any, fake: Fake, uri: str) -> None:
    fake.raw = lambda handler: send(handler, b"", 403)
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    shown = editor.wait("window/showMessage")
    assert shown["type"] == 2
    assert "code 403" in shown["message"]
    for version in (2, 3):
        editor.change(uri, version, {"text": TEXT + f"U krijgt van ons {version} brieven."})
        assert codes(editor.pushed(uri, version)) == OURS
    assert editor.stop() == 0
    assert not [note for note in editor.notes if note["method"] == "window/showMessage"]


def test_a_project_that_names_a_server_elsewhere_sends_nothing(
    fake: Fake, tmp_path: Path, editors: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", fake.url)  # whatever leaves this computer, the fake gets
    server = "http://taal.gemeente.example"
    (tmp_path / "b1check.toml").write_text(f'[languagetool]\non = true\nserver = "{server}"\n', encoding="utf-8")
    uri = (tmp_path / "brief.txt").as_uri()
    editors.append(lsp_client.Client())
    (editor,) = editors
    editor.initialize(lsp_client.PUSH)
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    shown = editor.wait("window/showMessage")
    assert (shown["type"], server in shown["message"]) == (2, True)
    assert VARIABLE in shown["message"]
    editor.change(uri, 2, {"text": TEXT + "U krijgt van ons een brief."})
    assert codes(editor.pushed(uri, 2)) == OURS
    assert editor.stop() == 0
    assert fake.asked == []
    assert not [note for note in editor.notes if note["method"] == "window/showMessage"]


def test_with_consent_of_the_writer_it_is_asked(
    fake: Fake, tmp_path: Path, editors: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = "http://taal.gemeente.example"
    monkeypatch.setenv("http_proxy", fake.url)
    monkeypatch.setenv(VARIABLE, server)
    fake.matches = speller(fouut="fout")
    (tmp_path / "b1check.toml").write_text(f'[languagetool]\non = true\nserver = "{server}"\n', encoding="utf-8")
    uri = (tmp_path / "brief.txt").as_uri()
    editors.append(lsp_client.Client())
    (editor,) = editors
    editor.initialize(lsp_client.PUSH)
    editor.open(uri, TEXT)
    assert codes(editor.pushed(uri, 1)) == OURS
    assert codes(editor.pushed(uri, 1)) == BOTH


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that a program can act upon")
def test_a_server_that_is_ended_says_goodbye_itself(editor: Any) -> None:
    editor.process.send_signal(signal.SIGTERM)
    assert editor.process.wait(60) == 128 + signal.SIGTERM

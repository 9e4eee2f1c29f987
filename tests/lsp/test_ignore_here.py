"""Switching a remark off from the editor: as a choice in the menu, and as a command with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types as t

from lsp_server.positions import Lines

RULE = "formeel-verbindingswoord"
HARD = "Indien u vragen hebt, kunt u ons bellen."
PLACEHOLDER = "[vul hier uw reden in]"
TITLE = "Negeer hier, met een reden: "


def _applied(text: str, edits: list[Any]) -> str:
    lines = Lines(text)
    for edit in reversed(edits):
        start, end = (lines.offset(t.Position(**edit["range"][name])) for name in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def _choice(client: Any, uri: str, line: int) -> Any:
    there = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 99}}
    actions = client.about("codeAction", uri, range=there, context={"diagnostics": []})
    (choice,) = [one for one in actions if one["title"].startswith(TITLE)]
    return choice


@pytest.mark.parametrize(
    ("language", "text", "line", "after"),
    [
        ("plaintext", f"Hallo 😀.\r\n\r\n{HARD}\r\n", 2, f"Hallo 😀.\r\n\r\n[@]\r\n{HARD}\r\n"),
        ("plaintext", f"Neem mee:\n\n  - {HARD}\n", 2, f"Neem mee:\n\n  [@]\n  - {HARD}\n"),
        ("markdown", f"# Kop\n\n{HARD}\n", 2, f"# Kop\n\n<!-- @ -->\n{HARD}\n"),
        ("markdown", f"- een\n- {HARD}\n", 1, f"- een\n- {HARD} <!-- @ -->\n"),
        ("html", f"<ul>\n\t<li>{HARD}</li>\n</ul>\n", 1, f"<ul>\n\t<!-- @ -->\n\t<li>{HARD}</li>\n</ul>\n"),
    ],
)
def test_the_choice_puts_words_in_the_text(pulled: Any, language: str, text: str, line: int, after: str) -> None:
    uri = f"file:///werk/negeer-{language}-{line}-{len(text)}"
    pulled.open(uri, text, language=language, version=3)
    choice = _choice(pulled, uri, line)
    assert (choice["kind"], [one["code"] for one in choice["diagnostics"]]) == ("quickfix", [RULE])
    edit = pulled.request("codeAction/resolve", choice)["edit"]
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 3}
    new = _applied(text, change["edits"])
    assert new == after.replace("@", f"b1check uit: {RULE} - {PLACEHOLDER}")
    # The remark is gone, and another keeps asking until there is a reason.
    pulled.change(uri, 4, {"text": new})
    assert [one["code"] for one in pulled.pull(uri) if one["code"] in {RULE, "uitgezet-zonder-reden"}] == [
        "uitgezet-zonder-reden"
    ]
    pulled.change(uri, 5, {"text": new.replace(PLACEHOLDER, "vaste tekst")})
    assert not {RULE, "uitgezet-zonder-reden"} & {one["code"] for one in pulled.pull(uri)}


def test_a_remark_about_the_whole_text_goes_off_in_the_whole_text(pulled: Any) -> None:
    uri = "file:///werk/geheel.txt"
    text = "Beste mevrouw Jansen,\n\nU krijgt een kaart van ons.\n\nMet vriendelijke groet,\nGemeente Zandwijk\n"
    pulled.open(uri, text)
    whole = [one for one in pulled.pull(uri) if one["code"] == "contact-ontbreekt"]
    assert whole
    at = whole[0]["range"]
    actions = pulled.about("codeAction", uri, range=at, context={"diagnostics": []})
    choices = [one for one in actions if one["title"].startswith("Negeer in deze tekst")]
    (choice,) = [one for one in choices if one["diagnostics"][0]["code"] == "contact-ontbreekt"]
    edit = pulled.request("codeAction/resolve", choice)["edit"]["documentChanges"][0]["edits"]
    assert _applied(text, edit).startswith(f"[b1check uit in deze tekst: contact-ontbreekt - {PLACEHOLDER}]\nBeste")


def test_what_is_wrong_with_switching_off_cannot_be_switched_off(pulled: Any) -> None:
    uri = "file:///werk/uit.txt"
    pulled.open(uri, f"[b1check uit: {RULE}]\n{HARD}\n")
    at = {"line": 0, "character": 2}
    actions = pulled.about("codeAction", uri, range={"start": at, "end": at}, context={"diagnostics": []})
    assert [one["title"] for one in actions] == ["Uitleg: Uitgezet zonder reden"]


def test_an_editor_that_knows_snippets_selects_the_reason(start: Callable[..., Any]) -> None:
    from lsp_client import EDITS, PULL, merged  # noqa: PLC0415

    workspace = {"workspaceEdit": {"documentChanges": True, "snippetEditSupport": True}}
    client = start(merged(PULL, EDITS, {"workspace": workspace}))
    uri = "file:///werk/snip.md"
    client.open(uri, f"{HARD}\n", language="markdown")
    edit = client.request("codeAction/resolve", _choice(client, uri, 0))["edit"]
    (change,) = edit["documentChanges"][0]["edits"]
    assert change["snippet"] == {
        "kind": "snippet",
        "value": f"<!-- b1check uit: {RULE} - ${{1:vul hier uw reden in}} -->\n$0",
    }
    # With a reason there is nothing to fill in.
    client.request("workspace/executeCommand", _command(uri, "wet $1"))
    (change,) = client.applied[-1]["documentChanges"][0]["edits"]
    assert change["newText"] == f"<!-- b1check uit: {RULE} - wet $1 -->\n"


def _command(uri: str, reason: str, *, rule: str = RULE, line: int = 0) -> dict[str, Any]:
    return {"command": "b1check.ignoreHere", "arguments": [uri, rule, {"line": line, "character": 2}, reason]}


def test_an_editor_can_ask_the_reason_itself(pushed: Any) -> None:
    uri = "file:///werk/opdracht.txt"
    text = f"Hallo 😀.\n\n{HARD}\n"
    pushed.open(uri, text)
    assert pushed.request("workspace/executeCommand", _command(uri, "staat in\nde wet", line=2)) is True
    new = _applied(text, pushed.applied[-1]["changes"][uri])
    assert new == f"Hallo 😀.\n\n[b1check uit: {RULE} - staat in de wet]\n{HARD}\n"
    # An editor that cannot work out an action later gets the same command in its menu, without a reason.
    choice = _choice(pushed, uri, 2)
    assert choice["command"]["arguments"] == [uri, RULE, {"line": 2, "character": 0}, ""]
    command = {name: choice["command"][name] for name in ("command", "arguments")}
    assert pushed.request("workspace/executeCommand", command) is True
    assert PLACEHOLDER in _applied(text, pushed.applied[-1]["changes"][uri])


@pytest.mark.parametrize(("rule", "uri"), [("lange-zin", "file:///werk/leeg.txt"), (RULE, "file:///werk/onbekend.txt")])
def test_where_there_is_nothing_to_switch_off_the_writer_hears_so(pushed: Any, rule: str, uri: str) -> None:
    pushed.open("file:///werk/leeg.txt", f"{HARD}\n")
    assert pushed.request("workspace/executeCommand", _command(uri, "wet", rule=rule)) is False
    shown = pushed.wait("window/showMessage", lambda params: rule in params["message"])
    assert shown["message"] == f"Hier staat geen opmerking van de regel {rule} die u kunt uitzetten."


def test_what_switches_nothing_off_goes_with_one_choice(pulled: Any) -> None:
    uri = "file:///werk/overbodig.txt"
    text = f"Hallo 😀.\n\n[b1check uit: lange-zin - wet]\n{HARD}\n"
    pulled.open(uri, text, version=4)
    there = {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 3}}
    actions = pulled.about("codeAction", uri, range=there, context={"diagnostics": []})
    (choice,) = [one for one in actions if one["title"] == "Haal weg wat hier niets uitzet"]
    assert [one["code"] for one in choice["diagnostics"]] == ["uitgezet-overbodig"]
    assert choice["isPreferred"]
    (change,) = choice["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 4}
    assert _applied(text, change["edits"]) == f"Hallo 😀.\n\n{HARD}\n"

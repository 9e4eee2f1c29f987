"""The real server over standard input and output: what an editor gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as t

from lsp_server.positions import Lines

HARD = "Indien u vragen hebt, kunt u ons bellen."
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
LONG = (
    "Wij hebben op 3 maart uw aanvraag voor een kaart gekregen en wij hebben daarna ook met uw huisarts gebeld over "
    "uw klachten."
)
LETTER = f"""Onderwerp: uw kaart

Beste mevrouw Jansen,

{LONG} U moet de rekening betalen vóór 1 mei 2027.

Hoe betaalt u?
Dat kan met uw bankpas aan de balie.

Met vriendelijke groet,
Gemeente Zandwijk
"""


def _codes(diagnostics: list[Any]) -> list[str]:
    return [one["code"] for one in diagnostics]


def _applied(text: str, edits: list[Any]) -> str:
    lines = Lines(text)
    for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]))[
        ::-1
    ]:
        start, end = (lines.offset(t.Position(**edit["range"][name])) for name in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def test_the_server_tells_what_it_can_do(start: Callable[..., Any]) -> None:
    from lsp_client import PULL, Client  # noqa: PLC0415

    client = Client()
    result = client.initialize(PULL)
    assert client.stop() == 0
    told = result["capabilities"]
    assert told["positionEncoding"] == "utf-16"
    assert told["diagnosticProvider"]["workspaceDiagnostics"]
    assert told["codeActionProvider"]["codeActionKinds"] == ["quickfix", "source.fixAll"]
    for name in ("hoverProvider", "inlayHintProvider", "codeLensProvider", "documentSymbolProvider"):
        assert told[name]


def test_a_diagnostic_says_all_there_is_to_say(pushed: Any) -> None:
    uri = "file:///werk/brief.txt"
    pushed.open(uri, f"Hallo 😀! {HARD}")
    (one,) = pushed.pushed(uri, 1)
    assert one["range"] == {"start": {"line": 0, "character": 10}, "end": {"line": 0, "character": 16}}
    assert (one["code"], one["severity"], one["source"]) == ("formeel-verbindingswoord", 2, "b1check")
    assert one["codeDescription"]["href"].endswith("/formeel-verbindingswoord.toml")
    assert one["data"]["fixes"][0]["edits"] == [{"range": one["range"], "newText": "Als"}]


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [
        ("markdown", f"# Kop\n\n**Let op**: {HARD[0].lower()}{HARD[1:]}\n", 2),
        ("html", f"<h1>Kop</h1>\n<p>Beste lezer.\n{HARD}</p>\n", 2),
        ("plaintext", f"Beste lezer.\r\n\r\n{HARD}\r\n", 2),
    ],
)
def test_every_format_of_text_is_read(pushed: Any, language: str, text: str, line: int) -> None:
    uri = f"untitled:{language}"
    pushed.open(uri, text, language=language)
    places = [
        one["range"]["start"]["line"] for one in pushed.pushed(uri, 1) if one["code"] == "formeel-verbindingswoord"
    ]
    assert places == [line]


def test_other_languages_are_left_alone(pushed: Any) -> None:
    pushed.open("file:///werk/code.py", f"# {HARD}", language="python")
    assert pushed.pushed("file:///werk/code.py", 1) == []


def test_words_that_can_go_and_words_that_belong_together_are_marked(pushed: Any) -> None:
    uri = "file:///werk/merken.txt"
    pushed.open(
        uri,
        "Wij helpen u hoe dan ook verder.\n\nWij verstrekken u de kaart. Wij stellen u hiervan in kennis.",
    )
    found = pushed.pushed(uri, 1)
    (filler,) = [one for one in found if one["code"] == "opvulwoord"]
    assert filler["tags"] == [t.DiagnosticTag.Unnecessary]
    together = [one for one in found if one.get("relatedInformation")]
    assert together, found
    other = together[0]["relatedInformation"][0]
    assert other["location"]["uri"] == uri
    assert other["location"]["range"] != together[0]["range"]


def test_a_contradiction_names_both_places(pushed: Any) -> None:
    uri = "file:///werk/tegen.txt"
    pushed.open(uri, "De paspoortkaart kost € 35.\n\nBestel uw kaart.\n\nDe paspoortkaart kost € 40.")
    (one,) = [found for found in pushed.pushed(uri, 1) if found["code"] == "tegenstrijdig-in-document"]
    (other,) = one["relatedInformation"]
    assert (one["range"]["start"]["line"], other["location"]["range"]["start"]["line"]) == (4, 0)
    assert other["message"] == "Hier staat: ‘€ 35’"


def test_closing_takes_the_diagnostics_away(pushed: Any) -> None:
    uri = "file:///werk/dicht.txt"
    pushed.open(uri, HARD)
    assert pushed.pushed(uri, 1)
    pushed.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert pushed.pushed(uri, None) == []


def test_a_burst_of_edits_shows_only_the_last_state(pushed: Any) -> None:
    uri = "file:///werk/snel.txt"
    pushed.open(uri, "")
    text = ""
    for version, letter in enumerate(HARD, start=2):
        at = {"line": 0, "character": len(text)}
        pushed.change(uri, version, {"range": {"start": at, "end": at}, "text": letter})
        text += letter
    last = len(HARD) + 1
    assert _codes(pushed.pushed(uri, last)) == ["formeel-verbindingswoord"]


def test_who_asks_gets_and_is_not_sent_anything(pulled: Any) -> None:
    uri = "file:///werk/vraag.txt"
    pulled.open(uri, HARD)
    answer = pulled.about("diagnostic", uri)
    assert (answer["kind"], _codes(answer["items"])) == ("full", ["formeel-verbindingswoord"])
    again = pulled.about("diagnostic", uri, previousResultId=answer["resultId"])
    assert again["kind"] == "unchanged"
    assert not [note for note in pulled.notes if note["method"] == "textDocument/publishDiagnostics"]


def test_asking_after_a_change_gives_the_new_state(pulled: Any) -> None:
    uri = "file:///werk/nieuw.txt"
    pulled.open(uri, HARD)
    pulled.change(uri, 2, {"text": "Hebt u vragen? Bel ons."})
    assert pulled.pull(uri) == []


def test_the_quick_fix_repairs_the_text_even_when_the_editor_sends_back_other_ranges(pulled: Any) -> None:
    uri = "file:///werk/fix.txt"
    text = f"😀 {HARD}"
    pulled.open(uri, text, version=7)
    at = {"line": 0, "character": 5}
    wrong = {"range": TOP, "message": "iets", "data": {"fixes": []}}
    actions = pulled.about("codeAction", uri, range={"start": at, "end": at}, context={"diagnostics": [wrong]})
    first = actions[0]
    assert (first["title"], first["kind"], first["isPreferred"]) == ("Schrijf: ‘als’", "quickfix", True)
    (change,) = first["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 7}
    assert _applied(text, change["edits"]) == text.replace("Indien", "Als")


def test_all_safe_fixes_at_once(pulled: Any, pushed: Any) -> None:
    uri = "file:///werk/alles.txt"
    text = f"{HARD} U kunt ons te allen tijde bellen."
    better = text.replace("Indien", "Als").replace("te allen tijde", "altijd")
    for client in (pulled, pushed):
        client.open(uri, text)
        (now,) = client.about("codeAction", uri, range=TOP, context={"diagnostics": [], "only": ["source.fixAll"]})
        edit = now["edit"]
        edits = edit["documentChanges"][0]["edits"] if "documentChanges" in edit else edit["changes"][uri]
        assert _applied(text, edits) == better
    # A menu offers it too; what it does is worked out when it is chosen.
    offered = pulled.about("codeAction", uri, range=TOP, context={"diagnostics": []})
    later = [one for one in offered if one["kind"] == "source.fixAll"]
    resolved = pulled.request("codeAction/resolve", later[0])
    assert _applied(text, resolved["edit"]["documentChanges"][0]["edits"]) == better
    command = pushed.about("codeAction", uri, range=TOP, context={"diagnostics": []})[-1]["command"]
    assert pushed.request("workspace/executeCommand", {"command": command["command"], "arguments": [uri]}) is True
    assert _applied(text, pushed.applied[-1]["changes"][uri]) == better


def test_only_what_the_editor_asks_for(pulled: Any) -> None:
    uri = "file:///werk/alleen.txt"
    pulled.open(uri, HARD)
    for only, kinds in ((["refactor"], set()), (["quickfix"], {"quickfix"}), (["source"], {"source.fixAll"})):
        actions = pulled.about("codeAction", uri, range=TOP, context={"diagnostics": [], "only": only})
        assert {one["kind"] for one in actions} == kinds


def test_a_word_can_be_allowed_in_the_settings(pulled: Any, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text("# van ons\n", encoding="utf-8")
    uri = (tmp_path / "brief.txt").as_uri()
    pulled.open(uri, HARD)
    actions = pulled.about("codeAction", uri, range=TOP, context={"diagnostics": []})
    (allow,) = [one for one in actions if one["title"].startswith("Sta ")]
    assert allow["title"] == "Sta ‘Indien’ toe in b1check.toml"
    (change,) = allow["edit"]["documentChanges"]
    assert change["textDocument"]["uri"] == (tmp_path / "b1check.toml").as_uri()
    after = _applied("# van ons\n", change["edits"])
    (tmp_path / "b1check.toml").write_text(after, encoding="utf-8")
    pulled.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": change["textDocument"]["uri"], "type": 2}]})
    assert pulled.pull(uri) == []


def test_hover_says_why_and_where_it_comes_from(pushed: Any) -> None:
    uri = "file:///werk/wijs.txt"
    pushed.open(uri, HARD)
    found = pushed.about("hover", uri, position={"line": 0, "character": 3})
    assert found["contents"]["kind"] == "markdown"
    for part in ("**‘Indien’", "Niet zo:", "Zo wel:", "Bron:", "Regel: [formeel-verbindingswoord]("):
        assert part in found["contents"]["value"]
    assert found["range"]["end"] == {"line": 0, "character": 6}
    assert pushed.about("hover", uri, position={"line": 0, "character": 35}) is None


def test_the_rule_is_explained_on_request(pushed: Any) -> None:
    said = pushed.request("workspace/executeCommand", {"command": "b1check.explainRule", "arguments": ["lange-zin"]})
    assert said.startswith("### Lange zin")
    shown = pushed.wait("window/showMessage", lambda params: "lange-zin" in params["message"])
    assert "boodschappen" in shown["message"]


def test_inlay_hints_show_the_word_and_the_length(pushed: Any) -> None:
    uri = "file:///werk/hints.txt"
    pushed.open(uri, f"{HARD}\n\n{LONG}")
    hints = pushed.about("inlayHint", uri, range=TOP)
    assert [(one["position"], one["label"]) for one in hints] == [
        ({"line": 0, "character": 6}, "→ als"),
        ({"line": 2, "character": len(LONG)}, "23 woorden"),
    ]
    first_line = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 40}}
    assert len(pushed.about("inlayHint", uri, range=first_line)) == 1


def test_the_lens_tells_what_the_reader_must_do(pushed: Any) -> None:
    uri = "file:///werk/lens.txt"
    pushed.open(uri, LETTER)
    (lens,) = pushed.about("codeLens", uri)
    title = lens["command"]["title"]
    assert title.startswith("b1check: ")
    assert "gevraagd aan de lezer: " in title
    assert "betalen vóór 1 mei 2027" in title
    said = pushed.request("workspace/executeCommand", {"command": lens["command"]["command"], "arguments": [uri]})
    assert said.startswith("Geen score")


def test_symbols_are_the_headings_and_the_parts_of_a_letter(start: Callable[..., Any], pushed: Any) -> None:
    uri = "file:///werk/delen.txt"
    pushed.open(uri, LETTER)
    names = [one["name"] for one in pushed.about("documentSymbol", uri)]
    assert "Aanhef: Beste mevrouw Jansen," in names
    assert any(name.startswith("Wat de lezer moet doen: ") for name in names)


def test_symbols_stand_under_their_heading(start: Callable[..., Any]) -> None:
    client = start({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}})
    client.open("file:///werk/koppen.md", "# Een\n\nA.\n\n## Twee\n\nB.\n\n# Drie\n\nC.\n", language="markdown")
    symbols = client.about("documentSymbol", "file:///werk/koppen.md")
    assert [(one["name"], [child["name"] for child in one["children"]]) for one in symbols] == [
        ("Een", ["Twee"]),
        ("Drie", []),
    ]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [(["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["utf-7"], "utf-16"), (None, "utf-16")],
)
def test_the_encoding_of_positions_is_agreed_on(offered: list[str] | None, chosen: str) -> None:
    from lsp_client import Client  # noqa: PLC0415

    client = Client()
    try:
        told = client.initialize({"general": {"positionEncodings": offered}} if offered else {})
        assert told["capabilities"]["positionEncoding"] == chosen
        uri = "file:///werk/tekens.txt"
        client.open(uri, f"Cafe\u0301 😀. {HARD}\r\n\r\n{HARD}")
        found = client.pushed(uri, 1)
        places = [one["range"]["start"] for one in found if one["code"] == "formeel-verbindingswoord"]
        assert places[0] == {"line": 0, "character": {"utf-8": 13, "utf-16": 10, "utf-32": 9}[chosen]}
        # An edit with columns in the same units changes the right words.
        at = {"start": places[0], "end": {"line": 0, "character": places[0]["character"] + 6}}
        client.change(uri, 2, {"range": at, "text": "Als"})
        after = [one["range"]["start"] for one in client.pushed(uri, 2) if one["code"] == "formeel-verbindingswoord"]
        assert after == [{"line": 2, "character": 0}] == places[1:]
    finally:
        client.process.kill()
        client.process.wait()


OPENING = "\n\n".join([HARD] * 80)
"""More than fits on the first pages."""


def test_of_a_long_text_the_first_pages_are_sent_at_once_and_then_the_rest(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client, uri = start(PUSH), "file:///werk/lang.txt"
    client.open(uri, OPENING)
    first, whole = client.pushed(uri, 1), client.pushed(uri, 1)
    assert 0 < len(first) < len(whole)
    assert [(one["code"], one["range"]) for one in first] == [
        (one["code"], one["range"])
        for one in whole
        if one["range"]["start"]["line"] <= first[-1]["range"]["start"]["line"]
    ]
    client.change(uri, 2, {"text": OPENING + " Dag."})
    assert len(client.pushed(uri, 2)) == len(whole)


def test_who_asks_gets_the_first_pages_and_is_told_to_ask_again(start: Callable[..., Any]) -> None:
    from lsp_client import EDITS, PULL  # noqa: PLC0415

    client, uri = start(PULL, EDITS), "file:///werk/lang.txt"
    client.open(uri, OPENING)
    first = client.about("diagnostic", uri)
    assert "resultId" not in first
    client.wait("workspace/diagnostic/refresh")
    whole = client.about("diagnostic", uri)
    assert 0 < len(first["items"]) < len(whole["items"])
    assert client.about("diagnostic", uri, previousResultId=whole["resultId"])["kind"] == "unchanged"

"""However fast a writer types, what the server shows belongs to the version that it names."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from lsprotocol import types as t

from b1check import Checker, Span
from lsp_server.documents import Documents

FIRST = """Beste mevrouw De Vries 😀,

Indien u vragen hebt, kunt u ons bellen. U dient het formulier in te vullen.

Wij sturen u de pas ten behoeve van de markt.
"""
PIECES = ["x", " ", ".", "\n\n", "indien ", "😀", "e\u0301", ""]


def _edit(chance: random.Random, text: str) -> tuple[Span, str]:
    start = chance.randrange(len(text) + 1)
    return Span(start, min(start + chance.choice([0, 0, 1, 4]), len(text))), chance.choice(PIECES)


def _corner(place: t.Position) -> dict[str, int]:
    return {"line": place.line, "character": place.character}


def test_no_diagnostics_are_those_of_another_version(start: Callable[..., Any]) -> None:
    from lsp_client import PUSH  # noqa: PLC0415

    client = start(PUSH, initializationOptions={"debounceMs": 0})
    uri = "file:///werk/vlug.txt"
    documents, chance = Documents(), random.Random(11)
    states = {1: documents.open(t.TextDocumentItem(uri, "plaintext", 1, FIRST))}
    client.open(uri, FIRST)
    pushes: list[Any] = []
    for version in range(2, 202):
        before = states[version - 1]
        span, new = _edit(chance, before.text)
        place = before.lines.range(span)
        after = documents.change(uri, version, [t.TextDocumentContentChangePartial(place, new)])
        assert after
        states[version] = after
        corners = {"start": _corner(place.start), "end": _corner(place.end)}
        client.change(uri, version, {"range": corners, "text": new})
        if version % 25 == 1:  # so that there are results in between
            while not pushes or pushes[-1]["version"] != version:
                pushes.append(client.wait("textDocument/publishDiagnostics"))
    versions = [push["version"] for push in pushes]
    assert versions == sorted(versions)
    checker = Checker()
    for push in pushes:
        state = states[push["version"]]
        found = checker.check_text(state.text, name="/werk/vlug.txt", format="txt").findings
        shown = [(one["code"], one["range"]) for one in push["diagnostics"]]
        assert [code for code, _ in shown] == [one.rule for one in found]
        for finding in found:
            if finding.reach == "woorden":
                place = state.lines.range(finding.span)
                assert (finding.rule, {"start": _corner(place.start), "end": _corner(place.end)}) in shown

"""After any edits the result is that of a fresh check, and positions are those of the text as it is then."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as t

from b1check import Checker, Report, Span
from lsp_server.documents import Documents

FIRST = """Onderwerp: uw aanvraag

Geachte heer De Vries,

Indien u vragen heeft 😀, dient u contact op te nemen. De aanvraag wordt door ons behandeld.
Wij verzoeken u de leges van € 35 te betalen vóór 1 mei 2027.\r
\r
U kunt bezwaar maken. Het tarief bedraagt € 40.

Wat moet u doen?

Stuur ons vóór 3 juni 2027 deze papieren:
- een kopie van uw paspoort
- uw loonstrook

Wij laten u binnen 4 weken weten of u de vergunning krijgt. U hoort daar op 1 juli 2027 meer over.
Betaalt u niet op tijd? Dan betaalt u ook € 15 aanmaningskosten.

Hebt u vragen? Bel ons op 14 030.

Met vriendelijke groet,
"""
PIECES = st.sampled_from(
    [
        "x",
        " ",
        ".",
        "\n\n",
        "\r\n",
        "indien ",
        "😀",
        "e\u0301",
        "\u2028",
        "# Kop\n\n",
        "De leges is € 50. ",
        "Wmo ",
        "je ",
        "",
        "vóór 5 mei 2027 ",
        "Wij bellen u morgen. ",
        "Betaal dit binnen 2 weken.\n\n",
        "Geachte mevrouw,\n\n",
        "U kunt bezwaar maken binnen 6 weken. ",
        "?",
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 30), PIECES), min_size=1, max_size=6)


@cache
def _kept() -> Checker:
    return Checker(remember=3_000)  # so little that what is remembered is also thrown away


@given(edits=EDITS, format=st.sampled_from(["txt", "md"]))
@settings(max_examples=40)
def test_what_is_remembered_changes_nothing(edits: list[tuple[int, int, str]], format: str) -> None:
    text = FIRST
    last: Report | None = None
    for at, length, new in edits:
        at = min(at, len(text))  # noqa: PLW2901
        text = text[:at] + new + text[at + length :]
        last = _kept().check_text(text, format=format) if text.strip() else None
    if last is not None:
        fresh = Checker(remember=0)
        fresh.__dict__["rules"] = _kept().rules  # building them takes most of the time, and they remember nothing
        assert last == fresh.check_text(text, format=format)


@pytest.mark.parametrize("count", [200])
def test_a_burst_of_edits_ends_with_the_findings_of_the_text_as_it_is(pushed: Any, count: int) -> None:
    import random  # noqa: PLC0415

    chance = random.Random(7)
    uri = "file:///werk/storm.txt"
    pushed.open(uri, FIRST)
    documents = Documents()
    documents.open(t.TextDocumentItem(uri, "plaintext", 1, FIRST))
    pieces = ["x", " ", ".", "\n\n", "indien ", "😀", "e\u0301", ""]
    for version in range(2, count + 2):
        document = documents.get(uri)
        assert document
        start = chance.randrange(len(document.text) + 1)
        end = min(start + chance.choice([0, 0, 0, 1, 4]), len(document.text))
        place, new = document.lines.range(Span(start, end)), chance.choice(pieces)
        documents.change(uri, version, [t.TextDocumentContentChangePartial(place, new)])
        corners = {
            name: {"line": at.line, "character": at.character}
            for name, at in (("start", place.start), ("end", place.end))
        }
        pushed.change(uri, version, {"range": corners, "text": new})
    found = pushed.pushed(uri, count + 1)
    last = documents.get(uri)
    assert last
    fresh = Checker().check_text(last.text, name="/werk/storm.txt")
    assert [one["code"] for one in found] == [finding.rule for finding in fresh.findings]
    words = [finding for finding in fresh.findings if finding.reach in {"woorden", "zin"}]
    places = [one["range"] for one in found]
    for finding in words:
        where = last.lines.range(finding.span)
        assert {
            "start": {"line": where.start.line, "character": where.start.character},
            "end": {"line": where.end.line, "character": where.end.character},
        } in places

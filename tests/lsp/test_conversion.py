"""From a finding to a diagnostic, for what no rule of ours gives today."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from b1check import Applicability, Edit, Finding, Fix, Severity, Span
from lsp_server.conversion import diagnostic
from lsp_server.positions import Lines

TEXT = "U kunt eventueel bellen."


@pytest.mark.parametrize(
    ("replacement", "applicability", "tags"),
    [
        ("", Applicability.SAFE, [t.DiagnosticTag.Unnecessary]),
        (" ", Applicability.REVIEW, [t.DiagnosticTag.Unnecessary]),
        ("ook ", Applicability.SAFE, None),
        ("", Applicability.SHOW, [t.DiagnosticTag.Unnecessary]),
    ],
)
def test_words_that_can_go_are_marked_as_not_needed(
    replacement: str, applicability: Applicability, tags: list[t.DiagnosticTag] | None
) -> None:
    fix = Fix((Edit(Span(7, 17), replacement),), applicability, "", "")
    finding = Finding("x", Severity.TIP, "Kan weg.", Span(7, 16), "eventueel", 1, 8, fixes=(fix,))
    assert diagnostic(finding, Lines(TEXT), "file:///a.txt").tags == tags

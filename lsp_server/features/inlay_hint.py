"""``textDocument/inlayHint``: the simpler word after a difficult one, and the length of a sentence that is too long."""

from __future__ import annotations

import re

from lsprotocol import types as t

from b1check import Checker, Finding
from lsp_server.conversion import edits, usable
from lsp_server.positions import Lines
from lsp_server.server import B1Server

_NUMBER = re.compile(r"\d+")
_LONGEST = 40


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hint(ls: B1Server, params: t.InlayHintParams) -> list[t.InlayHint]:
        chosen = ls.settings.inlay_hints
        if not (chosen.words or chosen.sentence_length):
            return []
        checked = await ls.checking.settled(params.text_document.uri)
        if checked is None or checked.report is None or checked.checker is None:
            return []
        lines = checked.document.lines
        range = lines.span(params.range)
        hints = []
        for finding in checked.report.findings:
            inside = range.start <= finding.span.end <= range.end
            if not inside or not finding.severity.reaches(ls.settings.min_severity):
                continue
            if chosen.words and finding.reach == "woorden" and finding.suggestions:
                hints.append(_simpler(finding, lines))
            elif chosen.sentence_length and (length := _length(finding, checked.checker)):
                hints.append(_hint(finding, lines, length))
        return hints


def _simpler(finding: Finding, lines: Lines) -> t.InlayHint:
    first = finding.suggestions[0]
    label = first if len(first) <= _LONGEST else first[: _LONGEST - 1].rstrip() + "…"
    hint = _hint(finding, lines, f"→ {label}")
    fix = next(usable(finding), None)
    if fix and fix.title == first:  # a double click on the hint takes the word over
        hint.text_edits = edits(fix, lines)
    return hint


def _hint(finding: Finding, lines: Lines, label: str) -> t.InlayHint:
    return t.InlayHint(
        position=lines.position(finding.span.end), label=label, tooltip=finding.message, padding_left=True
    )


def _length(finding: Finding, checker: Checker) -> str:
    """Return how many words a sentence has that is too long, as the rule itself counts; "" for any other finding."""
    spec, _ = checker.book.specs.get(finding.rule, (None, None))
    number = _NUMBER.search(finding.message)
    return f"{number[0]} woorden" if spec and spec.kind == "sentence_length" and number else ""

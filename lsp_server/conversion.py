"""From findings to what the protocol calls diagnostics and edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lsprotocol import types as t

from b1check import Applicability, Checker, Edit, Finding, Fix, Severity, Span
from lsp_server import words
from lsp_server.checking import Checked
from lsp_server.positions import Lines

SOURCE = "b1check"
_SEVERITIES = {
    Severity.FOUT: t.DiagnosticSeverity.Error,
    Severity.LET_OP: t.DiagnosticSeverity.Warning,
    Severity.TIP: t.DiagnosticSeverity.Information,
}
_WIDE = frozenset({"alinea", "document"})
"""Reaches of findings about so much text that a line under all of it would hide the rest."""
_FIRST_SENTENCE = re.compile(r"[.?!:](?=\s)|\n|\r")


def diagnostics(checked: Checked, least: Severity = Severity.TIP) -> list[t.Diagnostic]:
    """Return all diagnostics of a document.

    Args:
        checked: the document with what was found.
        least: leave out what is lighter than this.
    """
    lines = checked.document.lines
    if checked.notice:
        return [_notice(checked.notice, lines)]
    return [
        diagnostic(finding, lines, checked.document.uri, checked.checker)
        for finding in checked.findings
        if finding.severity.reaches(least)
    ]


def diagnostic(finding: Finding, lines: Lines, uri: str, checker: Checker | None = None) -> t.Diagnostic:
    """Return ``finding``, made by ``checker``, as a diagnostic with positions in ``lines``."""
    page = words.page_of(finding.rule, checker)
    return t.Diagnostic(
        range=lines.range(shown(finding, lines.text)),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_described(page) if page else None,
        source=SOURCE,
        message=finding.message,
        tags=[t.DiagnosticTag.Unnecessary] if _can_go(finding) else None,
        related_information=list(_related(finding, lines, uri)) or None,
        data=_data(finding, lines),
    )


@lru_cache(maxsize=512)
def _described(page: str) -> t.CodeDescription:
    return t.CodeDescription(page)


def plain(made: t.Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as it goes to the editor; what lsprotocol would do, in a quarter of the time.

    After each edit all of them go once more, and a letter has a hundred.
    """
    found: dict[str, Any] = {"range": _plain(made.range), "message": made.message}
    if made.severity is not None:
        found["severity"] = made.severity.value
    if made.code is not None:
        found["code"] = made.code
    if made.code_description is not None:
        found["codeDescription"] = {"href": made.code_description.href}
    if made.source is not None:
        found["source"] = made.source
    if made.tags is not None:
        found["tags"] = [tag.value for tag in made.tags]
    if made.related_information is not None:
        found["relatedInformation"] = [
            {"location": {"uri": one.location.uri, "range": _plain(one.location.range)}, "message": one.message}
            for one in made.related_information
        ]
    if made.data is not None:
        found["data"] = made.data
    return found


def shown(finding: Finding, text: str) -> Span:
    """Return the words to underline: of a whole paragraph or document only its first sentence."""
    span = finding.span
    if finding.reach not in _WIDE:
        return span
    end = _FIRST_SENTENCE.search(text, span.start, span.end)
    return Span(span.start, min(end.end() if end and end[0] in ".?!:" else end.start() if end else span.end, span.end))


def edits(fix: Fix, lines: Lines) -> list[t.TextEdit]:
    """Return the edits of ``fix``."""
    return text_edits(fix.edits, lines)


def text_edits(made: Iterable[Edit], lines: Lines) -> list[t.TextEdit]:
    """Return ``made`` as edits of the protocol."""
    return [t.TextEdit(lines.range(edit.span), edit.replacement) for edit in made]


def usable(finding: Finding) -> Iterator[Fix]:
    """Yield the fixes that may be placed in the text; the others are only an idea."""
    return (fix for fix in finding.fixes if fix.applicability is not Applicability.SHOW)


def _can_go(finding: Finding) -> bool:
    """Tell whether the best that can be done with the words is to leave them out."""
    edits = finding.fixes[0].edits if finding.fixes else ()
    return bool(edits) and all(not edit.replacement.strip() for edit in edits)


def _related(finding: Finding, lines: Lines, uri: str) -> Iterator[t.DiagnosticRelatedInformation]:
    for span in finding.also:
        said = f"Dit hoort erbij: ‘{' '.join(lines.text[span.start : span.end].split())}’"
        yield t.DiagnosticRelatedInformation(t.Location(uri, lines.range(span)), said)
    for span in finding.elsewhere:
        said = f"Hier staat: ‘{' '.join(lines.text[span.start : span.end].split())}’"
        yield t.DiagnosticRelatedInformation(t.Location(uri, lines.range(span)), said)


def _data(finding: Finding, lines: Lines) -> dict[str, Any]:
    """Return what an editor needs to repair the finding without asking again."""
    return {
        "rule": finding.rule,
        "fixes": [
            {
                "title": fix.title,
                "applicability": str(fix.applicability),
                "reason": fix.reason,
                "edits": [{"range": _plain(lines.range(edit.span)), "newText": edit.replacement} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def _plain(range: t.Range) -> dict[str, dict[str, int]]:
    start, end = range.start, range.end
    return {
        "start": {"line": start.line, "character": start.character},
        "end": {"line": end.line, "character": end.character},
    }


def _notice(said: str, lines: Lines) -> t.Diagnostic:
    first = lines.range(Span(0, lines.line_end(0)))
    return t.Diagnostic(range=first, severity=t.DiagnosticSeverity.Information, source=SOURCE, message=said)

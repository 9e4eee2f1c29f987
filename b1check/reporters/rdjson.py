"""The Reviewdog Diagnostic Format (rdjson): remarks in a review, with wordings that the writer can accept there.

Columns count bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from b1check.findings import Applicability, Finding, Fix, Severity, Span
from b1check.reporters.places import Region, Unit
from b1check.reporters.plain import dump
from b1check.reporters.results import NOT_CHECKED, Result, Results

_SEVERITY = {Severity.FOUT: "ERROR", Severity.LET_OP: "WARNING", Severity.TIP: "INFO"}
Json = dict[str, Any]


def render(results: Results) -> str:
    """Return ``results`` as rdjson."""
    return dump({"source": {"name": "b1check"}, "diagnostics": list(_diagnostics(results))})


def _diagnostics(results: Results) -> Iterator[Json]:
    for path, problem in results.problems():
        yield _about_file(path, NOT_CHECKED, problem.message)
    for result in results.documents:
        for name, text in results.wrong(result):
            yield _about_file(result.path, name, text)
        for finding in result.report.findings:
            yield _diagnostic(result, finding)


def _diagnostic(result: Result, finding: Finding) -> Json:
    data: Json = {
        "message": result.message(finding),
        "location": {"path": result.path},
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.rule},
    }
    if not result.has_places:
        return data
    data["location"]["range"] = _range(result.places.region(finding.span, Unit.UTF8))
    if finding.block is None:
        data["location"]["range"] = {"start": {"line": finding.line}}
    # A review offers one wording to accept; what is only an idea stands in the message.
    fix = next((fix for fix in finding.fixes if fix.applicability is not Applicability.SHOW and fix.edits), None)
    if fix:
        data["suggestions"] = [_suggestion(result, fix)]
    return data


def _suggestion(result: Result, fix: Fix) -> Json:
    """Return the edits of ``fix`` as one: a suggestion replaces a single range."""
    whole = Span(fix.edits[0].span.start, fix.edits[-1].span.end)
    text, at = "", whole.start
    for edit in fix.edits:
        text += result.places.text(Span(at, edit.span.start)) + edit.replacement
        at = edit.span.end
    return {"range": _range(result.places.region(whole, Unit.UTF8)), "text": text}


def _range(region: Region) -> Json:
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }


def _about_file(path: str, name: str, text: str) -> Json:
    return {"message": text, "location": {"path": path}, "severity": "ERROR", "code": {"value": name}}

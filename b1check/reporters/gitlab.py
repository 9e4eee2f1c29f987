"""GitLab Code Quality: a list of issues, which GitLab shows in a merge request, with what is new and what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from b1check.findings import Finding, Severity
from b1check.fingerprints import digest, numbered
from b1check.reporters.places import Unit
from b1check.reporters.plain import dump
from b1check.reporters.results import FAILED_RULE, NOT_CHECKED, Result, Results

_SEVERITY = {Severity.FOUT: "major", Severity.LET_OP: "minor", Severity.TIP: "info"}
_WORST = "critical"


def render(results: Results) -> str:
    """Return ``results`` as Code Quality JSON."""
    return dump(list(_issues(results)))


def _issues(results: Results) -> Iterator[dict[str, Any]]:
    for path, problem in results.problems():
        yield _about_file(path, NOT_CHECKED, problem.message, _WORST)
    for result in results.documents:
        for name, text in results.wrong(result):
            yield _about_file(result.path, name, text, _WORST if name == FAILED_RULE else "major")
        findings = result.report.findings
        for finding, mark in zip(findings, numbered(findings, result.path), strict=True):
            yield {
                "type": "issue",
                "check_name": finding.rule,
                "description": result.message(finding),
                "categories": ["Clarity"],
                "severity": _SEVERITY[finding.severity],
                "fingerprint": mark,
                "location": {"path": result.path, "lines": _lines(result, finding)},
            }


def _lines(result: Result, finding: Finding) -> dict[str, int]:
    if finding.block is None or not result.has_places:
        return {"begin": finding.line}
    region = result.places.region(finding.span, Unit.CODE_POINT)
    return {"begin": region.line, "end": region.end_line}


def _about_file(path: str, name: str, text: str, severity: str) -> dict[str, Any]:
    mark = digest(path, name, text)
    location = {"path": path, "lines": {"begin": 1}}
    return {
        "type": "issue",
        "check_name": name,
        "description": text,
        "categories": ["Clarity"],
        "severity": severity,
        "fingerprint": mark,
        "location": location,
    }

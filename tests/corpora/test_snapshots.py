"""Snapshots of all findings over corpora/: any change of a rule shows in the diff what it gains and loses.

After a change that is meant: ``pytest tests/corpora --update-snapshots``, and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check import Checker, Finding, Report
from b1check.documents import readers

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
SNAPSHOTS = CORPORA / "snapshots"
DOCUMENTS = sorted(
    path
    for folder in ("brieven", "webteksten")
    for path in (CORPORA / folder).rglob("*")
    if path.suffix in readers.SUFFIXES
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def as_lines(report: Report) -> str:
    """One line a finding, so that a diff reads like a list of gains and losses."""
    score = f"{report.score.value:.0f} ({report.score.verdict})" if report.score else "geen"
    findings = (as_line(finding) for finding in report.findings)
    return "\n".join([f"score {score}", f"woorden {report.words}, zinnen {report.sentences}", *findings, ""])


def as_line(finding: Finding) -> str:
    place = f"{finding.line}:{finding.column} {finding.severity} {finding.rule}"
    line = f"{place} «{' '.join(finding.text.split())[:80]}»"
    if finding.suggestions:
        line += f" -> {finding.suggestions[0]}"
    if finding.fixes:
        edits = ", ".join(
            f"{edit.span.end - edit.span.start} tekens: «{edit.replacement}»" for edit in finding.fixes[0].edits
        )
        line += f" [{finding.fixes[0].applicability}: {edits}]"
    return line


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_findings_are_those_of_the_snapshot(path: Path, checker: Checker, request: pytest.FixtureRequest) -> None:
    snapshot = SNAPSHOTS / f"{path.parent.name}-{path.name}.snap"
    found = as_lines(checker.check_file(path))
    if request.config.getoption("--update-snapshots"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(found, encoding="utf-8", newline="\n")
    assert snapshot.read_text(encoding="utf-8") == found


def test_every_snapshot_belongs_to_a_document() -> None:
    expected = {f"{path.parent.name}-{path.name}.snap" for path in DOCUMENTS}
    assert {path.name for path in SNAPSHOTS.glob("*.snap")} == expected


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_edits_of_a_fix_stand_in_order_and_apart(path: Path, checker: Checker) -> None:
    for finding in checker.check_file(path).findings:
        for fix in finding.fixes:
            ends = [0, *(edit.span.end for edit in fix.edits)]
            assert all(edit.span.start >= end for edit, end in zip(fix.edits, ends, strict=False)), finding

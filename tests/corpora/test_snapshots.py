"""Snapshots of all findings over corpora/: any change of a rule shows in the diff what it gains and loses.

After a change that is meant: ``pytest tests/corpora --update-snapshots``, and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check import Checker, Report
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
    lines = [
        f"{finding.line}:{finding.column} {finding.severity} {finding.rule} "
        f"«{' '.join(finding.text.split())[:80]}»" + (f" -> {finding.suggestions[0]}" if finding.suggestions else "")
        for finding in report.findings
    ]
    score = f"{report.score.value} ({report.score.verdict})" if report.score else "geen"
    return "\n".join([f"score {score}", f"woorden {report.words}, zinnen {report.sentences}", *lines, ""])


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

"""Checkstyle XML, which Jenkins and many other tools read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from b1check.findings import Finding, Severity
from b1check.reporters.plain import dump_xml, for_xml
from b1check.reporters.results import NOT_CHECKED, Result, Results

_SEVERITY = {Severity.FOUT: "error", Severity.LET_OP: "warning", Severity.TIP: "info"}
_VERSION = "4.3"
"""The form of the file, as its readers know it."""


def render(results: Results) -> str:
    """Return ``results`` as Checkstyle XML."""
    root = ET.Element("checkstyle", version=_VERSION)
    for path, problem in results.problems():
        _add(_file(root, path), "error", NOT_CHECKED, problem.message)
    for result in results.documents:
        file = _file(root, result.path)
        for name, text in results.wrong(result):
            _add(file, "error", name, text)
        for finding in result.report.findings:
            _add(file, _SEVERITY[finding.severity], finding.rule, result.message(finding), _place(result, finding))
    return dump_xml(root)


def _file(root: ET.Element, path: str) -> ET.Element:
    return ET.SubElement(root, "file", name=for_xml(path))


def _place(result: Result, finding: Finding) -> dict[str, str]:
    if finding.block is None or not result.has_places:
        return {"line": str(finding.line)}
    return {"line": str(finding.line), "column": str(finding.column)}


def _add(file: ET.Element, severity: str, rule: str, text: str, place: dict[str, str] | None = None) -> None:
    attributes = {**(place or {"line": "1"}), "severity": severity, "message": text, "source": f"b1check.{rule}"}
    ET.SubElement(file, "error", {name: for_xml(value) for name, value in attributes.items()})

"""JUnit XML, which nearly every CI shows as tests: a document is a suite, a rule that found something is a test.

A test fails when a finding of the rule fails the run. Lighter findings stand in its output.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from b1check.findings import Finding, Severity
from b1check.report import Problem
from b1check.reporters.plain import dump_xml, for_xml
from b1check.reporters.results import FAILED_RULE, NOT_CHECKED, Result, Results
from b1check.reporters.text import clean, count

_CLEAN = "geen-opmerkingen"


def render(results: Results) -> str:
    """Return ``results`` as JUnit XML."""
    root = ET.Element("testsuites", name="b1check")
    for path, problem in results.problems():
        root.append(_unread(path, problem))
    for result in results.documents:
        root.append(_suite(result, results))
    for suite in root:
        _count(suite, [suite])
    _count(root, list(root))
    return dump_xml(root)


def _count(element: ET.Element, suites: Sequence[ET.Element]) -> None:
    cases = [case for suite in suites for case in suite.iterfind("testcase")]
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", str(sum(case.find("error") is not None for case in cases)))


def _unread(path: str, problem: Problem) -> ET.Element:
    suite = ET.Element("testsuite", name=for_xml(path))
    _add_text(_case(suite, path, NOT_CHECKED), "error", NOT_CHECKED, problem.message)
    return suite


def _suite(result: Result, results: Results) -> ET.Element:
    suite = ET.Element("testsuite", name=for_xml(result.path))
    for name, text in results.wrong(result):
        _add_text(_case(suite, result.path, name), "error" if name == FAILED_RULE else "failure", name, text)
    for rule, findings in _by_rule(result.report.findings):
        case = _case(suite, result.path, rule)
        worst = min((finding.severity for finding in findings), key=lambda severity: severity.rank)
        text = "\n".join(clean(f"{result.spot(found)}: {result.message(found)}") for found in findings)
        if any(map(result.fails, findings)):
            _add_text(case, "failure", worst, text, count(len(findings), "opmerking", "opmerkingen"))
        else:
            ET.SubElement(case, "system-out").text = for_xml(text)
    if len(suite) == 0:
        _case(suite, result.path, _CLEAN)
    return suite


def _by_rule(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    for rule, group in groupby(sorted(findings, key=lambda finding: finding.rule), key=lambda finding: finding.rule):
        yield rule, list(group)


def _case(suite: ET.Element, path: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=for_xml(path), name=for_xml(name), file=for_xml(path))


def _add_text(case: ET.Element, tag: str, kind: str | Severity, text: str, message: str | None = None) -> None:
    element = ET.SubElement(case, tag, type=str(kind), message=for_xml(message or text))
    element.text = for_xml(text)

"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and many editors read.

Columns and offsets count units of UTF-16, as the programs that read SARIF do. A Word file has no lines: there the
number of the paragraph stands as the line, and the words of the place say so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import b1check
from b1check.errors import RuleError
from b1check.explanations import Explanation, RuleExample, explain
from b1check.findings import Applicability, Finding, Fix, Severity, Span
from b1check.fingerprints import numbered
from b1check.report import Suppressed
from b1check.reporters.places import Unit
from b1check.reporters.plain import dump
from b1check.reporters.results import FAILED_RULE, LOW_SCORE, NOT_CHECKED, Result, Results

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "b1check/v1"
MOST = 25_000
"""GitHub takes no file with more results."""
_LEVEL = {Severity.FOUT: "error", Severity.LET_OP: "warning", Severity.TIP: "note"}
_MIME = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "eml": "message/rfc822",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "pdf": "application/pdf",
    "msg": "application/vnd.ms-outlook",
}
_TOO_MANY = "te-veel-opmerkingen"
_NOTIFICATIONS = {
    NOT_CHECKED: "Een document is niet gecontroleerd.",
    FAILED_RULE: "Een regel werkte niet.",
    LOW_SCORE: "De score van een document is te laag.",
    _TOO_MANY: "Er zijn meer opmerkingen dan in een SARIF-bestand passen.",
}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding in its document; with ``off`` it is one that the writer switched off."""

    result: Result
    finding: Finding
    mark: str
    off: Suppressed | None = None


def render(results: Results) -> str:
    """Return ``results`` as SARIF."""
    rows = [row for result in results.documents for row in _rows(result)]
    left_out = max(len(rows) - MOST, 0)
    if left_out:  # the lightest ones
        order = sorted(range(len(rows)), key=lambda index: (rows[index].finding.severity.rank, index))[:MOST]
        rows = [rows[index] for index in sorted(order)]
    rules = _rules(rows)
    names = [rule["id"] for rule in rules]
    artifacts = {result.path: index for index, result in enumerate(results.documents)}
    notifications = [*_notifications(results), *_left_out(left_out)]
    run = {
        "tool": {"driver": _driver(rules)},
        "language": "nl-NL",
        "automationDetails": {"id": "b1check/"},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "De map van uw project."}}},
        "invocations": [
            {
                "executionSuccessful": not results.run.problems and not any(r.errors for r in results.run.documents),
                "toolExecutionNotifications": notifications,
            }
        ],
        "artifacts": [_artifact(result) for result in results.documents],
        "results": [_result(row, names.index(row.finding.rule), artifacts[row.result.path]) for row in rows],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rows(result: Result) -> Iterator[_Row]:
    """Yield the findings of a document in the order of the text, also those that are switched off."""
    off = {id(one.finding): one for one in result.report.suppressed}
    every = [*result.report.findings, *(one.finding for one in result.report.suppressed)]
    every.sort(key=lambda finding: finding.span)
    for finding, mark in zip(every, numbered(every, result.path), strict=True):
        yield _Row(result, finding, mark, off.get(id(finding)))


def _driver(rules: list[Json]) -> Json:
    notifications = [{"id": name, "shortDescription": {"text": text}} for name, text in _NOTIFICATIONS.items()]
    return {
        "name": "b1check",
        "version": b1check.__version__,
        "language": "nl-NL",
        "rules": rules,
        "notifications": notifications,
    }


def _rules(rows: Sequence[_Row]) -> list[Json]:
    """Return the rules that found something, by name."""
    first = {row.finding.rule: row for row in reversed(rows)}
    return [_rule(name, first[name]) for name in sorted(first)]


def _rule(name: str, row: _Row) -> Json:
    try:
        about = explain(name, config=row.result.config)
    except RuleError:  # a report from elsewhere can hold a rule that is not here
        return {"id": name, "name": name, "defaultConfiguration": {"level": _LEVEL[row.finding.severity]}}
    return {
        "id": name,
        "name": name,
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": " ".join(about.why.split())},
        "help": {"text": _help(about), "markdown": _help_markdown(about)},
        "defaultConfiguration": {"level": _LEVEL[about.severity]},
        "properties": {"tags": [about.group]},
    }


def _help(about: Explanation) -> str:
    lines = [" ".join(about.why.split())]
    lines += [f"Niet: {_line(example)}{_after(example)}" for example in about.bad]
    lines += [f"Wel: {_line(example)}" for example in about.good]
    lines += [f"Bron: {source}" for source in about.sources]
    return "\n".join(lines)


def _help_markdown(about: Explanation) -> str:
    lines = [f"# {_markdown(about.title)}", "", _markdown(" ".join(about.why.split()))]
    if about.bad:
        lines += ["", "## Zo niet", "", *(f"- {_marked(example)}{_markdown(_after(example))}" for example in about.bad)]
    if about.good:
        lines += ["", "## Zo wel", "", *(f"- {_markdown(_line(example))}" for example in about.good)]
    if about.sources:
        lines += ["", "## Bron", "", *(f"- {_markdown(source)}" for source in about.sources)]
    return "\n".join(lines)


def _line(example: RuleExample) -> str:
    return " ".join(example.text.split())


def _after(example: RuleExample) -> str:
    return f" Beter: {' '.join(example.fix.split())}" if example.fix else ""


def _marked(example: RuleExample) -> str:
    """Return the example with the words that the rule finds in bold type."""
    text, at = "", 0
    for span in example.spans:
        text += f"{_markdown(example.text[at : span.start])}**{_markdown(example.text[span.start : span.end])}**"
        at = span.end
    return " ".join((text + _markdown(example.text[at:])).split())


def _markdown(text: str) -> str:
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|!~" else sign for sign in text)


def _artifact(result: Result) -> Json:
    report = result.report
    properties: Json = {"words": report.words, "sentences": report.sentences}
    if report.score:
        properties["score"] = report.score.value
    location = _location(result.path)
    return {
        "location": location,
        "mimeType": _MIME.get(report.format, "application/octet-stream"),
        "sourceLanguage": "nl",
        "properties": properties,
    }


def _location(path: str) -> Json:
    """Return where a document is: from the root of the project where that can be."""
    if "://" in path:
        return {"uri": quote(path, safe=":/?#[]@!$&'()*+,;=%~")}
    if Path(path).is_absolute():
        return {"uri": f"file:///{quote(_bytes(path)).lstrip('/')}"}
    return {"uri": quote(_bytes(path)), "uriBaseId": _ROOT}


def _bytes(path: str) -> bytes:
    """Return the bytes of a path, as the disk has them."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")


def _result(row: _Row, rule_index: int, artifact: int) -> Json:
    result, finding = row.result, row.finding
    where = {"artifactLocation": {**_location(result.path), "index": artifact}}
    location: Json = {"physicalLocation": {**where, "region": _region(result, finding)}}
    if not result.has_places:
        location["message"] = {"text": result.spot(finding)}
    data: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVEL[finding.severity],
        "message": {"text": result.message(finding)},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: row.mark},
        "properties": {"severity": str(finding.severity), "gain": finding.gain, **_boxes(finding)},
    }
    if not result.has_places:
        return data | _suppressions(row.off)
    related = [
        {"id": number, "physicalLocation": {**where, "region": _span_region(result, span)}}
        for number, span in enumerate((*finding.also, *finding.elsewhere), 1)
    ]
    fixes = [_fix(fix, result, where) for fix in finding.fixes if fix.applicability is Applicability.SAFE]
    if related:
        data["relatedLocations"] = related
    if fixes:
        data["fixes"] = fixes
    return data | _suppressions(row.off)


def _boxes(finding: Finding) -> Json:
    """Return where the words stand on the pages of a PDF: SARIF itself knows only lines."""
    return {"boxes": [asdict(box) for box in finding.boxes]} if finding.boxes else {}


def _suppressions(off: Suppressed | None) -> Json:
    if off is None:
        return {"suppressions": []}
    return {"suppressions": [{"kind": "inSource", **({"justification": off.reason} if off.reason else {})}]}


def _region(result: Result, finding: Finding) -> Json:
    if finding.block is None or not result.has_places:
        return {"startLine": finding.line}
    return _span_region(result, finding.span)


def _span_region(result: Result, span: Span) -> Json:
    region = result.places.region(span, Unit.UTF16)
    start = result.places.offset(span.start, Unit.UTF16)
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": start,
        "charLength": result.places.offset(span.end, Unit.UTF16) - start,
    }


def _fix(fix: Fix, result: Result, where: Json) -> Json:
    replacements = [
        {"deletedRegion": _span_region(result, edit.span), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": where["artifactLocation"], "replacements": replacements}
    return {"description": {"text": f"Schrijf: {fix.title}"}, "artifactChanges": [change]}


def _notifications(results: Results) -> Iterator[Json]:
    """Yield what went wrong, and the scores that are too low."""
    for path, problem in results.problems():
        yield _notification(NOT_CHECKED, problem.message, "error", _location(path))
    for result in results.documents:
        where = _location(result.path)
        for name, text in results.wrong(result):
            yield _notification(name, text, "error" if name == FAILED_RULE else "warning", where)


def _left_out(amount: int) -> Iterator[Json]:
    if amount:
        text = f"Er zijn nog {amount} opmerkingen. Kies minder documenten, of gebruik --min-severity."
        yield _notification(_TOO_MANY, text, "warning", None)


def _notification(name: str, text: str, level: str, where: Json | None) -> Json:
    location = {"locations": [{"physicalLocation": {"artifactLocation": where}}]} if where else {}
    return {"descriptor": {"id": name}, "level": level, "message": {"text": text}, **location}

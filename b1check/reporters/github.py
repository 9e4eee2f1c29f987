"""GitHub Actions: commands in the log that become annotations in a pull request, and a summary of the step.

GitHub shows ten annotations of each level for a step and drops the rest. What it would drop stands in the log as plain
lines, and in the summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from b1check.findings import Finding, Severity
from b1check.reporters.omitted import left_out
from b1check.reporters.places import Unit
from b1check.reporters.results import NOT_CHECKED, Result, Results
from b1check.reporters.text import clean, count, listing

LIMIT = 10
"""Annotations of one level that GitHub shows for a step."""
_ROWS = 200
"""Documents in the summary; GitHub takes no more than a megabyte."""
_REMARKS = 100
_COMMAND = {Severity.FOUT: "error", Severity.LET_OP: "warning", Severity.TIP: "notice"}
_WORDS = {Severity.FOUT: "fout", Severity.LET_OP: "let op", Severity.TIP: "tip"}


class _Note(NamedTuple):
    """Something to tell at a place: ``place`` holds properties of the command, ``spot`` the same for people."""

    severity: Severity
    path: str
    title: str
    text: str
    place: tuple[tuple[str, int], ...] = ()
    spot: str = ""


def render(results: Results) -> str:
    """Return the commands for the log of a step, the heaviest first, and what GitHub would drop as plain lines."""
    shown, rest = _divided(results)
    lines = [_command(note) for note in shown]
    if rest:
        lines.append(f"GitHub toont niet meer dan {LIMIT} opmerkingen van elk niveau. {_more(rest)}")
        lines += [_plain(note) for note in rest]
    return "".join(f"{line}\n" for line in lines)


def summary(results: Results) -> str:
    """Return the summary of the step in Markdown."""
    worst_first = sorted(results.documents, key=_order)
    amount = sum(len(result.report.findings) for result in worst_first)
    documents = count(len(worst_first), "document", "documenten")
    remarks = count(amount, "opmerking", "opmerkingen") if amount else "Geen opmerkingen"
    lines = ["## b1check", "", f"{remarks} in {documents}.", ""]
    for line in left_out(*(result.report for result in results.documents)):
        lines += [line, ""]
    if worst_first:
        lines += ["| document | score | fout | let op | tip |", "| --- | --- | ---: | ---: | ---: |"]
        lines += [_row(result, results) for result in worst_first[:_ROWS]]
        lines.append("")
    if len(worst_first) > _ROWS:
        lines += [f"En nog {len(worst_first) - _ROWS} documenten.", ""]
    problems = list(results.problems())
    if problems:
        lines += ["### Niet gecontroleerd", ""]
        lines += [f"- {_cell(path)}: {_cell(problem.message)}" for path, problem in problems[:_ROWS]]
        lines.append("")
    _, rest = _divided(results)
    if rest:
        lines += ["### Niet bij de regels te zien", ""]
        lines += [f"GitHub toont niet meer dan {LIMIT} opmerkingen van elk niveau. {_more(rest)}", ""]
        lines += ["| plek | niveau | opmerking |", "| --- | --- | --- |"]
        lines += [f"| {_cell(_at(note))} | {_WORDS[note.severity]} | {_cell(note.text)} |" for note in rest[:_REMARKS]]
        if len(rest) > _REMARKS:
            lines += ["", f"En nog {len(rest) - _REMARKS}: die staan in de log."]
        lines.append("")
    return "\n".join(lines)


def _divided(results: Results) -> tuple[list[_Note], list[_Note]]:
    """Return what GitHub shows and what it drops, each from heavy to light."""
    taken: Counter[Severity] = Counter()
    shown: list[_Note] = []
    rest: list[_Note] = []
    for note in sorted(_notes(results), key=lambda note: note.severity.rank):
        taken[note.severity] += 1
        (shown if taken[note.severity] <= LIMIT else rest).append(note)
    return shown, rest


def _notes(results: Results) -> Iterator[_Note]:
    """Yield what went wrong first: it must not be what GitHub drops."""
    for path, problem in results.problems():
        yield _Note(Severity.FOUT, path, NOT_CHECKED, problem.message)
    for result in results.documents:
        for name, text in results.wrong(result):
            yield _Note(Severity.FOUT, result.path, name, text)
    for result in results.documents:
        for finding in result.report.findings:
            yield _note(result, finding)


def _note(result: Result, finding: Finding) -> _Note:
    spot = result.spot(finding)
    text = result.message(finding)
    if finding.block is None or not result.has_places:
        return _Note(finding.severity, result.path, finding.rule, text, spot=spot)
    region = result.places.region(finding.span, Unit.CODE_POINT)
    place = [("line", region.line), ("endLine", region.end_line)]
    if region.line == region.end_line:  # over more lines GitHub takes no columns
        place += [("col", region.column), ("endColumn", region.end_column)]
    return _Note(finding.severity, result.path, finding.rule, text, tuple(place), spot)


def _command(note: _Note) -> str:
    fields = [("file", note.path), *note.place, ("title", f"b1check: {note.title}")]
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields)
    return f"::{_COMMAND[note.severity]} {properties}::{_data(note.text)}"


def _data(text: str) -> str:
    lines = [clean(line) for line in text.splitlines()]
    return "\n".join(lines).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(note: _Note) -> str:
    # A runner passes over spaces before "::", and also takes "##[" in the middle of a line for the start of a command.
    return "- " + clean(f"{_at(note)}: {_WORDS[note.severity]}: {note.text}").replace("##[", "## [")


def _at(note: _Note) -> str:
    return f"{note.path}, {note.spot}" if note.spot else note.path


def _more(rest: list[_Note]) -> str:
    amounts = Counter(note.severity for note in rest)
    parts = [f"{amounts[severity]} van het niveau {_WORDS[severity]}" for severity in Severity if amounts[severity]]
    return f"Er zijn er nog {listing(parts)}."


def _order(result: Result) -> tuple[int, float]:
    report = result.report
    return -report.count(Severity.FOUT), report.score.value if report.score else 101.0


def _row(result: Result, results: Results) -> str:
    report, score = result.report, "geen"
    if report.score:
        score = f"{report.score.value:.0f}: {report.score.verdict}"
        if result.low_score:
            score = f"**{score}** (te laag)"
    counts = " | ".join(str(report.count(severity)) for severity in Severity)
    return f"| {_cell(result.path)} | {score} | {counts} |"


def _cell(text: str) -> str:
    """Return ``text`` for a cell of a table, with no sign that Markdown or HTML could take for its own."""
    return "".join(f"&#{ord(sign)};" if sign in r"\`*_{}[]<>#|!~&$" else sign for sign in clean(text))

"""JSON Lines: one document a line, for programs that read along and for runs too long to wait for."""

from __future__ import annotations

from b1check.report import Problem, Report
from b1check.reporters.json import written


def render_document(report: Report) -> str:
    """Return one line: an object with the report of a document, in the form of ``docs/report.schema.json``."""
    return _line("document", report)


def render_problem(problem: Problem) -> str:
    """Return one line: an object with a document that could not be checked."""
    return _line("problem", problem)


def _line(kind: str, value: Report | Problem) -> str:
    return written({kind: value})

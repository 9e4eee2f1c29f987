"""Brings reports to the screen or into a file: the terminal report document by document, JSON at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import click

from b1check import Report, Run, Severity
from b1check.cli import streams
from b1check.reporters import json, terminal
from b1check.reporters.style import Style


class Output(Protocol):
    """Takes the reports in the order of the run."""

    def document(self, report: Report) -> None:
        """Take the report of one document."""

    def end(self, run: Run) -> None:
        """Take the whole run, once, after all documents."""


def terminal_output(
    file: Path | None, *, color: str, quiet: bool, max_per_rule: int, min_severity: Severity | None
) -> Output:
    """Return the output for people, on the screen or in ``file``."""
    # In a file there are colours only when the user asks for them: it has no terminal to look at.
    style = Style(color=color == "altijd") if file else streams.style_for(sys.stdout, color)
    view = terminal.View(style, max_per_rule, min_severity)
    return _TerminalToFile(view, quiet, file) if file else _TerminalToScreen(view, quiet)


@dataclass(frozen=True, slots=True)
class _TerminalToScreen:
    view: terminal.View
    quiet: bool

    def document(self, report: Report) -> None:
        if not self.quiet:
            _show(terminal.render_document(report, self.view))

    def end(self, run: Run) -> None:
        _show(terminal.render_totals(run, self.view))


@dataclass(frozen=True, slots=True)
class _TerminalToFile:
    view: terminal.View
    quiet: bool
    file: Path

    def document(self, report: Report) -> None:
        """Wait for the end: the file is written whole."""

    def end(self, run: Run) -> None:
        render = terminal.render_totals if self.quiet else terminal.render
        streams.write_whole(self.file, render(run, self.view))


def _show(text: str) -> None:
    # We have decided about colours already; color=True keeps click from taking them out again.
    click.echo(text, nl=False, color=True)


@dataclass(frozen=True, slots=True)
class _Json:
    write: Callable[[str], None]
    min_severity: Severity

    def document(self, report: Report) -> None:
        """Wait for the end: half a JSON text is of no use."""

    def end(self, run: Run) -> None:
        documents = tuple(self._without_lighter(report) for report in run.documents)
        self.write(json.render(replace(run, documents=documents)))

    def _without_lighter(self, report: Report) -> Report:
        shown = tuple(finding for finding in report.findings if finding.severity.reaches(self.min_severity))
        return replace(report, findings=shown)


def json_output(file: Path | None, min_severity: Severity) -> Output:
    """Return the output as JSON, on the screen or in ``file``."""
    if file:
        return _Json(lambda text: streams.write_whole(file, text), min_severity)
    return _Json(streams.write_utf8, min_severity)

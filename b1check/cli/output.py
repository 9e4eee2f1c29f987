"""Brings reports to the screen or into a file: that for the terminal document by document, the others at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from b1check import Config, Report, Run, Severity
from b1check.cli import streams
from b1check.cli.attempts import Text
from b1check.fingerprints import relative
from b1check.reporters import json, jsonl, reporter, terminal
from b1check.reporters.results import Limits, Result, Results
from b1check.reporters.style import Style

if TYPE_CHECKING:
    from b1check.reporters.html import Page


class Output(Protocol):
    """Takes the reports in the order of the run."""

    def document(self, report: Report, text: Text, config: Config) -> None:
        """Take the report of one document, which was checked with ``config``; ``text`` reads it when it is asked."""

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

    def document(self, report: Report, text: Text, config: Config) -> None:
        if not self.quiet:
            view = replace(self.view, style=self.view.style.knowing(config))
            _show(terminal.render_document(report, view))

    def end(self, run: Run) -> None:
        _show(terminal.render_totals(run, self.view))


@dataclass(frozen=True, slots=True)
class _TerminalToFile:
    view: terminal.View
    quiet: bool
    file: Path

    def document(self, report: Report, text: Text, config: Config) -> None:
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

    def document(self, report: Report, text: Text, config: Config) -> None:
        """Wait for the end: half a JSON text is of no use."""

    def end(self, run: Run) -> None:
        documents = tuple(without_lighter(report, self.min_severity) for report in run.documents)
        self.write(json.render(replace(run, documents=documents)))


def json_output(file: Path | None, min_severity: Severity) -> Output:
    """Return the output as JSON, on the screen or in ``file``."""
    return _Json(_writer(file), min_severity)


@dataclass(slots=True)
class _Html:
    write: Callable[[str], None]
    min_severity: Severity
    masked: bool
    pages: list[Page] = field(default_factory=list)

    def document(self, report: Report, text: Text, config: Config) -> None:
        """Keep the document: the page needs its text, and the hardest one comes first."""
        from b1check.reporters.html import Page  # noqa: PLC0415 - who wants no page need not wait for its parts

        self.pages.append(Page.of(without_lighter(report, self.min_severity), text(), config))

    def end(self, run: Run) -> None:
        from b1check.reporters.html import render  # noqa: PLC0415

        self.write(render(self.pages, run.problems, masked=self.masked))


def html_output(file: Path | None, min_severity: Severity, *, masked: bool) -> Output:
    """Return the output as one HTML page, on the screen or in ``file``; ``masked`` when numbers are hidden already."""
    return _Html(_writer(file), min_severity, masked)


@dataclass(frozen=True, slots=True)
class _LinesToScreen:
    """Writes a line as soon as its document is done."""

    min_severity: Severity

    def document(self, report: Report, text: Text, config: Config) -> None:
        streams.write_utf8(jsonl.render_document(without_lighter(report, self.min_severity)))

    def end(self, run: Run) -> None:
        streams.write_utf8("".join(map(jsonl.render_problem, run.problems)))


@dataclass(frozen=True, slots=True)
class _LinesToFile:
    min_severity: Severity
    file: Path

    def document(self, report: Report, text: Text, config: Config) -> None:
        """Wait for the end: the file is written whole."""

    def end(self, run: Run) -> None:
        reports = (without_lighter(report, self.min_severity) for report in run.documents)
        lines = [*map(jsonl.render_document, reports), *map(jsonl.render_problem, run.problems)]
        streams.write_whole(self.file, "".join(lines))


def lines_output(file: Path | None, min_severity: Severity) -> Output:
    """Return the output as JSON Lines, on the screen or in ``file``."""
    return _LinesToFile(min_severity, file) if file else _LinesToScreen(min_severity)


@dataclass(frozen=True, slots=True)
class _ForProgram:
    format: str
    write: Callable[[str], None]
    min_severity: Severity
    limits: Callable[[Config], Limits]
    root: Path
    results: list[Result] = field(default_factory=list)

    def document(self, report: Report, text: Text, config: Config) -> None:
        """Keep the document: its text says where its lines end."""
        shown = without_lighter(report, self.min_severity)
        path = relative(report.name, self.root)
        self.results.append(Result(shown, text(), path, self.limits(config), config))

    def end(self, run: Run) -> None:
        run = replace(run, documents=tuple(result.report for result in self.results))
        results = Results(run, tuple(self.results), self.root, Path.cwd())
        self.write(reporter(self.format)(results))
        if self.format == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
            _summarise(results, Path(file))


def program_output(
    format: str, file: Path | None, min_severity: Severity, *, limits: Callable[[Config], Limits]
) -> Output:
    """Return the output in one of the forms for other programs, on the screen or in ``file``.

    Args:
        format: one of ``b1check.reporters.FORMATS``, or one of another package.
        file: where to write; None for the screen.
        min_severity: the lightest findings to show.
        limits: gives what fails the run, for the settings of a document.

    Raises:
        PluginError: when the reporter of another package cannot be had.
    """
    reporter(format)  # so that a package that is not right shows before everything is checked
    return _ForProgram(format, _writer(file), min_severity, limits, _root())


def _root() -> Path:
    """Return the folder of the project: where a CI says that it is, if we are in it, or else where we are."""
    here = Path.cwd()
    named = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    places = (Path(place).absolute() for place in named if place)
    return next((place for place in places if here.is_relative_to(place)), here)


def _summarise(results: Results, file: Path) -> None:
    """Add the summary of the step to ``file``, where GitHub looks for it."""
    from b1check.reporters import github  # noqa: PLC0415 - only GitHub has one

    try:
        with file.open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(github.summary(results))
    except OSError:
        click.echo("De samenvatting voor GitHub is niet te schrijven. Kijk naar GITHUB_STEP_SUMMARY.", err=True)


def _writer(file: Path | None) -> Callable[[str], None]:
    return partial(streams.write, file)


def without_lighter(report: Report, least: Severity | None) -> Report:
    """Return ``report`` without the findings that are lighter than ``least``; None for all."""
    if least is None:
        return report
    return replace(report, findings=tuple(finding for finding in report.findings if finding.severity.reaches(least)))

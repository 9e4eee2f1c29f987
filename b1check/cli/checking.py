"""What ``b1check check`` does: find the documents, check them one by one, show each as soon as it is done."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

import b1check
from b1check import About, B1CheckError, Checker, DocumentType, Problem, ReadError, Report, Run, Severity
from b1check.cli import streams
from b1check.cli.checkers import Checkers
from b1check.cli.dutch import internal_error, is_verbose
from b1check.cli.exits import Exit
from b1check.cli.output import Output, json_output, terminal_output
from b1check.discovery import Discovery
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.reporters import timing as timing_report
from b1check.reporters.text import clean
from b1check.timing import Timing, total

_STDIN = "-"
_STDIN_NAME = "tekst.txt"
_HANDFUL = 5
Checked = tuple[Report, Timing]
_NOTHING_LEFT = "Er is niets te controleren: uw instellingen slaan alles over. Kijk bij exclude."


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command, as they stand on the command line."""

    paths: tuple[str, ...]
    stdin_name: str | None
    format_: str
    output: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    config: Path | None
    no_config: bool
    min_severity: str
    max_per_rule: int
    color: str
    quiet: bool
    timing: bool
    type_: str | None
    date: dt.date | None

    @property
    def about(self) -> About:
        """What the user told of the documents."""
        return About(type=DocumentType(self.type_) if self.type_ else None, date=self.date)


@dataclass(frozen=True, slots=True)
class _Job:
    """A document to check."""

    name: str
    checker: Checker
    read: Callable[[], Document]


def run(request: Request) -> Exit:
    """Check what ``request`` asks for, show it, and return how it went.

    Raises:
        B1CheckError: when nothing can be checked, such as with settings that are not right.
    """
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    checkers = Checkers(request.config, request.no_config, request.select, request.ignore)
    found = checkers.discover(Path(path) for path in request.paths if path != _STDIN)
    jobs = list(_jobs(request, found, checkers))
    if not jobs and not found.problems:
        click.echo(_NOTHING_LEFT, err=True)
    output = _output(request)
    reports: list[Report] = []
    problems = list(found.problems)
    for problem in found.problems:
        _complain(problem)
    timings: list[Timing] = []
    failed = False
    for job, result in _results(jobs, request):
        if isinstance(result, Problem):
            problems.append(result)
            _complain(result)
            continue
        report, timing = result
        reports.append(report)
        timings.append(timing)
        failed = failed or _fails(report, _fail_level(request, job.checker))
        output.document(report)
    output.end(Run(b1check.__version__, checkers.pipelines(), tuple(reports), tuple(problems)))
    if request.timing:
        sys.stdout.flush()
        click.echo(timing_report.render(total(timings)), nl=False, err=True)
    if problems or any(report.errors for report in reports):
        return Exit.ERROR
    return Exit.FINDINGS if failed else Exit.CLEAN


def _jobs(request: Request, found: Discovery, checkers: Checkers) -> Iterator[_Job]:
    if _STDIN in request.paths:
        name = request.stdin_name or _STDIN_NAME
        checker = checkers.checker(Path(name))
        data = sys.stdin.buffer.read()
        yield _Job(name, checker, lambda: readers.read_bytes(data, name=name))
    for file in found.files:
        yield _file_job(file, checkers.checker(file))


def _file_job(file: Path, checker: Checker) -> _Job:
    return _Job(str(file), checker, lambda: readers.read(file))


def _results(jobs: list[_Job], request: Request) -> Iterator[tuple[_Job, Checked | Problem]]:
    """Check the documents one by one, with a line on the terminal that tells how far it is."""
    shown = len(jobs) > _HANDFUL and sys.stderr.isatty()
    progress = streams.Progress(len(jobs), sys.stderr, shown=shown)
    for number, job in enumerate(jobs, 1):
        progress.show(number, clean(job.name))
        try:
            result = _attempt(job, request.about, timed=request.timing)
        finally:
            progress.clear()
        yield job, result


def _attempt(job: _Job, about: About, *, timed: bool) -> Checked | Problem:
    """Check a document; what is wrong with this one must not stop the others."""
    try:
        if timed:
            return job.checker.check_timed(job.read, about=about)
        return job.checker.check_document(job.read(), about=about), Timing()
    except ReadError as error:
        return Problem(job.name, str(error))
    except B1CheckError:
        raise
    except Exception as error:  # a fault of ours in one document
        if is_verbose(click.get_current_context()):
            traceback.print_exc()
        return Problem(job.name, internal_error(error))


def _output(request: Request) -> Output:
    min_severity = None if request.min_severity == "auto" else Severity(request.min_severity)
    if request.format_ == "json":
        return json_output(request.output, min_severity or Severity.TIP)
    return terminal_output(
        request.output,
        color=request.color,
        quiet=request.quiet,
        max_per_rule=request.max_per_rule,
        min_severity=min_severity,
    )


def _fail_level(request: Request, checker: Checker) -> Severity | None:
    if request.fail_on == "nooit":
        return None
    return Severity(request.fail_on) if request.fail_on else checker.config.fail_on


def _fails(report: Report, level: Severity | None) -> bool:
    return level is not None and any(finding.severity.reaches(level) for finding in report.findings)


def _complain(problem: Problem) -> None:
    """Say on one line what could not be checked."""
    click.echo(clean(f"{problem.name}: {problem.message}"), err=True)

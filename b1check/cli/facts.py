"""What ``b1check consistency`` does: read the documents one by one, keep their facts, show where they disagree."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from b1check import B1CheckError, Config, Consistency, ConsistencyReport, Problem, ReadError
from b1check.cli import streams
from b1check.cli.checkers import Checkers
from b1check.cli.dutch import internal_error, is_verbose
from b1check.cli.exits import Exit
from b1check.documents import readers
from b1check.reporters import consistency as reporter
from b1check.reporters.style import Style
from b1check.reporters.text import clean

_HANDFUL = 5
_NOTHING_LEFT = "Er is niets te vergelijken: uw instellingen slaan alles over. Kijk bij exclude."


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command, as they stand on the command line."""

    paths: tuple[str, ...]
    format_: str
    output: Path | None
    config: Path | None
    no_config: bool
    color: str


def run(request: Request) -> Exit:
    """Compare what ``request`` asks for, show it, and return how it went.

    Raises:
        B1CheckError: when nothing can be compared, such as with settings that are not right.
    """
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    checkers = Checkers(request.config, request.no_config)
    found = checkers.discover(Path(path) for path in request.paths)
    if not found.files and not found.problems and not found.excluded:
        click.echo(_NOTHING_LEFT, err=True)
    comparison = Consistency()
    problems = [*found.problems, *_read(found.files, comparison, checkers)]
    for problem in problems:
        click.echo(clean(f"{problem.name}: {problem.message}"), err=True)
    report = comparison.report(tuple(problems))
    _show(report, request)
    if problems:
        return Exit.ERROR
    return Exit.FINDINGS if report.contradictions else Exit.CLEAN


def _read(files: tuple[Path, ...], comparison: Consistency, checkers: Checkers) -> Iterator[Problem]:
    """Read the documents one by one, and yield what could not be read."""
    progress = streams.Progress(len(files), sys.stderr, shown=len(files) > _HANDFUL and sys.stderr.isatty())
    for number, file in enumerate(files, 1):
        settings = checkers.settings(file)
        progress.show(number, clean(str(file)))
        try:
            problem = _attempt(file, comparison, settings)
        finally:
            progress.clear()
        if problem:
            yield problem


def _attempt(file: Path, comparison: Consistency, settings: Config) -> Problem | None:
    """Read a document; what is wrong with this one must not stop the others."""
    try:
        comparison.add(readers.read(file), settings)
    except ReadError as error:
        return Problem(str(file), str(error))
    except B1CheckError:
        raise
    except Exception as error:  # a fault of ours in one document
        if is_verbose(click.get_current_context()):
            traceback.print_exc()
        return Problem(str(file), internal_error(error))
    return None


def _show(report: ConsistencyReport, request: Request) -> None:
    if request.format_ == "json":
        text = reporter.render_json(report)
        streams.write(request.output, text)
    elif request.output:
        streams.write_whole(request.output, reporter.render(report, Style(color=request.color == "altijd")))
    else:
        # We have decided about colours already; color=True keeps click from taking them out again.
        click.echo(reporter.render(report, streams.style_for(sys.stdout, request.color)), nl=False, color=True)

"""What ``b1check check`` does: find the documents, check them one by one, show each as soon as it is done."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

import b1check
from b1check import About, DocumentType, Problem, Report, Run, Severity, reporters
from b1check.cache import Cache
from b1check.cli import attempts, streams
from b1check.cli.attempts import Checked, Job, Way
from b1check.cli.checkers import Checkers
from b1check.cli.dutch import is_verbose
from b1check.cli.exits import Exit
from b1check.cli.limits import limits as limits_of
from b1check.cli.narrowing import Narrowing
from b1check.cli.output import Output, html_output, json_output, lines_output, program_output, terminal_output
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.reporters import timing as timing_report
from b1check.reporters.text import clean
from b1check.timing import Timing, total

if TYPE_CHECKING:
    from b1check.cli.annotating import Annotator

_STDIN = "-"
_STDIN_NAME = "tekst.txt"
_PAGE_NAME = "pagina.html"
"""Stands for a page of a website where settings for its path are asked."""
_HANDFUL = 5
_RARELY = (100_000, 50, 100)
"""When to look for garbage in circles: reports are many small values without any, and each look goes past them all."""
_NOTHING_CHANGED = "Er is niets te controleren: er is niets veranderd sinds {ref}."
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
    min_score: float | None
    baseline: Path | None
    changed_since: str | None
    config: Path | None
    no_config: bool
    min_severity: str
    max_per_rule: int
    color: str
    mask: bool
    quiet: bool
    timing: bool
    type_: str | None
    date: dt.date | None
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None
    annotate: Path | None = None
    overwrite: bool = False
    comment_date: dt.datetime | None = None
    allow_private: bool = False
    languagetool: bool | None = None

    @property
    def about(self) -> About:
        """What the user told of the documents."""
        return About(type=DocumentType(self.type_) if self.type_ else None, date=self.date)


def run(request: Request) -> Exit:
    """Check what ``request`` asks for, show it, and return how it went.

    Raises:
        B1CheckError: when nothing can be checked, such as with settings that are not right.
    """
    gc.set_threshold(*_RARELY)
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    for line in (*readers.foreign().refused, *reporters.foreign().refused):
        click.echo(clean(line), err=True)
    return run_into(_output(request), request)


def run_into(output: Output, request: Request) -> Exit:
    """Do the same with ``output`` in place of what ``request`` says of it."""
    checkers = Checkers(
        request.config, request.no_config, request.select, request.ignore, languagetool=request.languagetool
    )
    narrowing = Narrowing.of(request.baseline, request.changed_since)
    found = checkers.discover(Path(path) for path in request.paths if path != _STDIN and not _is_address(path))
    jobs = list(_jobs(request, narrowing.files(found.files), checkers))
    if not jobs and not found.problems and not found.excluded:
        nothing = _NOTHING_CHANGED.format(ref=request.changed_since) if found.files else _NOTHING_LEFT
        click.echo(clean(nothing), err=True)
    annotator = _annotator(request, [Path(job.name) for job in jobs])
    told: list[str] = []
    low: dict[str, str] = {}
    reports: list[Report] = []
    problems = list(found.problems)
    for problem in found.problems:
        _complain(problem)
    timings: list[Timing] = []
    failed = not_copied = False
    with _telling(reports, len(jobs), request):
        for job, result in _results(jobs, request):
            if isinstance(result, Problem):
                problems.append(result)
                _complain(result)
                continue
            report, text, timing = result
            checkers.say(report.warnings)
            report = narrowing.narrow(report, text, job.checker)
            if annotator:
                copied = annotator.annotate(report, text(), job.checker.config)
                if isinstance(copied, Problem):
                    not_copied = True
                    _complain(copied)
                else:
                    told.append(copied)
            if request.mask:
                from b1check.reporters import masking  # noqa: PLC0415 - its patterns take time to load

                report, document = masking.hide_in(report, text(), with_name=request.format_ not in reporters.AT_FILES)
                text = partial(_same, document)
            reports.append(report)
            timings.append(timing)
            limits = limits_of(request.fail_on, request.min_score, job.checker.config)
            failed = failed or limits.failed_by(report)
            low[report.name] = limits.low_score(report)
            output.document(report, text, job.checker.config)
    if request.mask and request.format_ not in reporters.AT_FILES:
        problems = _masked(problems)
    output.end(Run(b1check.__version__, checkers.pipelines(), tuple(reports), tuple(problems)))
    sys.stdout.flush()
    for line in (*told, *_afterwards(request, low, narrowing)):
        click.echo(clean(line), err=True)
    if request.timing:
        click.echo(timing_report.render(total(timings)), nl=False, err=True)
    if problems or not_copied or checkers.incomplete or any(report.errors for report in reports):
        return Exit.ERROR
    return Exit.FINDINGS if failed else Exit.CLEAN


@contextmanager
def _telling(done: Sequence[Report], all_: int, request: Request) -> Iterator[None]:
    """Have an interrupt tell how much is done, and whether that is kept."""
    try:
        yield
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(*_done(len(done), all_, request)) from stop


def _done(done: int, all_: int, request: Request) -> Iterator[str]:
    """Yield what to say when the user stops while documents are being checked."""
    if not done or all_ == 1:
        return
    yield f"{done} van de {all_} documenten {'zijn' if done > 1 else 'is'} klaar."
    if not request.no_cache:
        yield "Die hoeft b1check de volgende keer niet opnieuw te controleren."


def _afterwards(request: Request, low: Mapping[str, str], narrowing: Narrowing) -> Iterator[str]:
    """Yield what to say of the whole run, besides the report."""
    yield from (f"{name}: {about}" for name, about in low.items() if about)
    # Without all rules there is no telling what is no more.
    if not (request.select or request.ignore) and (stale := narrowing.stale()):
        yield stale


def _jobs(request: Request, files: Iterable[Path], checkers: Checkers) -> Iterator[Job]:
    if _STDIN in request.paths:
        name = request.stdin_name or _STDIN_NAME
        if not checkers.passes_over(Path(name)):
            data = sys.stdin.buffer.read()
            yield Job(name, checkers.checker(Path(name)), lambda: readers.read_bytes(data, name=name))
    for url in dict.fromkeys(path for path in request.paths if _is_address(path)):
        from b1check.web import single  # noqa: PLC0415 - what the network takes would slow down every check
        from b1check.web.fetch import Fetcher  # noqa: PLC0415

        fetcher = Fetcher(allow_private=request.allow_private)
        yield Job(url, checkers.checker(Path(_PAGE_NAME)), partial(single.read, url, fetcher))
    for file in files:
        yield Job.of(file, checkers.checker(file))


def _is_address(path: str) -> bool:
    """Tell whether ``path`` is the address of a page, and not of a file."""
    return path.lower().startswith(("http://", "https://"))


def _results(jobs: list[Job], request: Request) -> Iterator[tuple[Job, Checked | Problem]]:
    """Check the documents, with a line on the terminal that tells how far it is."""
    way = Way(
        about=request.about,
        jobs=request.jobs,
        cache=None if request.no_cache else Cache(request.cache_dir),
        timed=request.timing,
        verbose=is_verbose(click.get_current_context()),
    )
    shown = len(jobs) > _HANDFUL and sys.stderr.isatty()
    progress = streams.Progress(len(jobs), sys.stderr, shown=shown)
    checked = attempts.results(jobs, way)
    try:
        for number, job in enumerate(jobs, 1):
            progress.show(number, clean(job.name))
            result = next(checked)
            progress.clear()
            yield result
        next(checked, None)  # so that it can end what it began
    finally:
        progress.clear()
        checked.close()


def _output(request: Request) -> Output:
    min_severity = None if request.min_severity == "auto" else Severity(request.min_severity)
    if request.format_ == "json":
        return json_output(request.output, min_severity or Severity.TIP)
    if request.format_ == "html":
        return html_output(request.output, min_severity or Severity.TIP, masked=request.mask)
    if request.format_ == "jsonl":
        return lines_output(request.output, min_severity or Severity.TIP)
    if request.format_ != "terminal":
        return program_output(
            request.format_,
            request.output,
            min_severity or Severity.TIP,
            limits=partial(limits_of, request.fail_on, request.min_score),
        )
    return terminal_output(
        request.output,
        color=request.color,
        quiet=request.quiet,
        max_per_rule=request.max_per_rule,
        min_severity=min_severity,
    )


def _annotator(request: Request, files: list[Path]) -> Annotator | None:
    """Return what makes the copies with remarks; None when the user asks for none.

    Raises:
        WriteError: when it is clear already that the copy cannot be made.
    """
    if request.annotate is None:
        return None
    from b1check.cli.annotating import Annotator  # noqa: PLC0415 - only who wants copies waits for it

    min_severity = None if request.min_severity == "auto" else Severity(request.min_severity)
    made = Annotator(request.annotate, request.paths, files, request.overwrite, min_severity, request.comment_date)
    made.prepare()
    return made


def _masked(problems: Iterable[Problem]) -> list[Problem]:
    """Hide what the name of a file tells of somebody."""
    from b1check.reporters import masking  # noqa: PLC0415 - its patterns take time to load

    return [Problem(masking.hide(problem.name), masking.hide(problem.message)) for problem in problems]


def _same(document: Document) -> Document:
    return document


def _complain(problem: Problem) -> None:
    """Say on one line what could not be checked."""
    click.echo(clean(f"{problem.name}: {problem.message}"), err=True)

"""What ``b1check site`` does: visit a website, check its pages, and show the hardest first."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

import b1check
from b1check import About, B1CheckError, Checker, Config, Problem, ReadError, Report, RuleError, Run, Severity
from b1check.cli import attempts, streams
from b1check.cli.attempts import Job, Text, Way
from b1check.cli.checkers import Checkers
from b1check.cli.dutch import is_verbose
from b1check.cli.exits import Exit
from b1check.cli.limits import limits as limits_of
from b1check.cli.output import Output, lines_output, program_output, without_lighter
from b1check.documents.document import Document
from b1check.explanations import explain
from b1check.readability.score import GREEN
from b1check.reporters import site as site_report
from b1check.reporters import terminal
from b1check.reporters.results import Limits
from b1check.reporters.style import Style
from b1check.reporters.text import clean, count
from b1check.sites import Site, hardest_first, mean_score, rule_gains
from b1check.web import addresses, page, sitemap
from b1check.web.crawl import Bounds, Crawl, GaveUpError
from b1check.web.fetch import Fetcher
from b1check.web.repeats import without_repeats
from b1check.web.visits import Status, Visit, Visits

_EXISTS = (
    "Het bestand {path} is er al. Daar staat in wat b1check eerder las. "
    "Wilt u verder? Gebruik --resume. Wilt u opnieuw beginnen? Verwijder het bestand."
)
_NOTHING_TO_RESUME = "U kunt niet verder, want het bestand {path} is er niet. Begin zonder --resume."
_OTHER_SITE = "In het bestand {path} staat een bezoek aan {start}. Geef dat adres op, of kies een ander bestand."
_NO_FILE = "Het bestand {path} is er niet. Geef een adres dat begint met https://, of een sitemap die u hebt."
_NOT_WRITTEN = (
    "Het bestand {path} is niet te schrijven. Misschien is de schijf vol. Wat al gelezen is, staat er nog in. "
    "Maak ruimte, en ga verder met --resume."
)
_NO_PAGES = "Er is geen pagina om te controleren. Kijk of het adres klopt."
_RESUME = "Ga verder met dezelfde opdracht en --resume."
_LIMIT = 50_000_000
"""Bytes of a sitemap in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command, as they stand on the command line."""

    start: str
    max_pages: int
    depth: int
    delay: float
    resume: bool
    state: Path | None
    allow_private: bool
    format_: str
    output: Path | None
    full: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    min_score: float | None
    config: Path | None
    no_config: bool
    min_severity: str
    max_per_rule: int
    color: str

    @property
    def least(self) -> Severity | None:
        """The lightest findings to show; None for what suits the page."""
        return None if self.min_severity == "auto" else Severity(self.min_severity)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A page that was checked."""

    report: Report
    text: Text


def run(request: Request, sleep: Callable[[float], None] = time.sleep) -> Exit:
    """Visit the website, check its pages, show them, and return how it went.

    Args:
        request: what the user wants.
        sleep: waits so many seconds.

    Raises:
        B1CheckError: when nothing can be visited or checked.
    """
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    checkers = Checkers(request.config, request.no_config, request.select, request.ignore)
    checker = checkers.checker(Path("pagina.html"))  # a mistake in the settings must show before the first request
    listed = None if _is_address(request.start) else _sitemap(Path(request.start))
    home = listed.pages[0] if listed and listed.pages else request.start
    path = request.state or Path(_name(home))
    if path.exists() and not request.resume:
        raise B1CheckError(_EXISTS.format(path=path))
    if request.resume and not path.exists():
        raise B1CheckError(_NOTHING_TO_RESUME.format(path=path))
    done = False
    try:
        with Visits(path) as visits:
            crawl = Crawl(
                visits,
                Fetcher(allow_private=request.allow_private),
                Bounds(request.max_pages, request.depth, request.delay),
                sleep=sleep,
            )
            if crawl.start not in {"", request.start}:
                raise B1CheckError(_OTHER_SITE.format(path=path, start=crawl.start))
            try:
                stopped = _visit(crawl, request.start, listed)
                code = _report(visits, stopped, request, checkers, checker)
            except ReadError as error:
                done = not visits.asked()  # then there is nothing to go on with
                raise B1CheckError(f"{request.start}: {error}") from error
            except KeyboardInterrupt:
                done = not visits.asked()
                return _interrupted(visits)
            done = not (request.state or stopped)
            return code
    except sqlite3.Error as error:
        raise B1CheckError(_NOT_WRITTEN.format(path=path)) from error
    finally:
        if done:  # in all other cases, whatever went wrong, what was read stays
            path.unlink(missing_ok=True)


def _is_address(start: str) -> bool:
    return start.lower().startswith(("http://", "https://"))


def _sitemap(path: Path) -> sitemap.Sitemap:
    """Read a sitemap in a file.

    Raises:
        B1CheckError: when there is none.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT)
    except (OSError, ValueError) as error:
        raise B1CheckError(_NO_FILE.format(path=path)) from error
    try:
        listed = sitemap.read(data)
    except ReadError as error:
        raise B1CheckError(f"{path}: {error}") from error
    return listed


def _name(start: str) -> str:
    """Return the name of the file for a visit to this website.

    Raises:
        B1CheckError: when it is no address.
    """
    try:
        place = addresses.place(start)
    except ReadError as error:
        raise B1CheckError(f"{start}: {error}") from error
    return f"b1check-{place.netloc.replace(':', '-').strip('[]')}.db"


def _visit(crawl: Crawl, start: str, listed: sitemap.Sitemap | None) -> str:
    """Visit all pages, with a line on the terminal that tells how far it is.

    Args:
        crawl: what visits them.
        start: where the user wants to begin.
        listed: the sitemap that ``start`` is, when it is a file.

    Returns:
        Why it stopped early, or "".

    Raises:
        ReadError: when the start cannot be read.
    """
    progress = streams.Progress(0, sys.stderr, shown=False)

    def tell(line: str) -> None:
        progress.clear()
        _say(line)

    crawl.tell = tell
    if listed:
        crawl.begin_with(start, listed)
    else:
        crawl.begin(start)
    try:
        for step in crawl.run():
            progress.clear()
            progress = streams.Progress(step.total, sys.stderr, shown=sys.stderr.isatty())
            progress.show(step.number, clean(step.url))
    except GaveUpError as error:
        return f"{error} {_RESUME}"
    finally:
        progress.clear()
    return ""


def _interrupted(visits: Visits) -> Exit:
    asked = visits.asked()
    kept = count(asked, "pagina is", "pagina's zijn")
    read = f"{kept} bewaard. {_RESUME}" if asked else ""
    if sys.stderr.isatty():
        click.echo(err=True)  # the terminal has just written ^C
    _say(f"Gestopt. {read}")
    return Exit.INTERRUPTED


def _report(visits: Visits, stopped: str, request: Request, checkers: Checkers, checker: Checker) -> Exit:
    """Check the pages that were read, and show them, the hardest first."""
    documents, problems = _documents(visits)
    own = without_repeats(documents)
    checked, failed = _check(own.documents, checker)
    problems += failed
    if not checked:
        for problem in problems:
            _say(f"{problem.name}: {problem.message}")
        _say(stopped or _NO_PAGES)
        return Exit.ERROR
    checked.sort(key=lambda one: hardest_first(one.report))
    reports = tuple(one.report for one in checked)
    whole = Run(b1check.__version__, checkers.pipelines(), reports, tuple(problems))
    site = Site(
        start=request.start,
        pages=len(reports),
        words=sum(report.words for report in reports),
        score=mean_score(reports),
        below=sum(report.score.value < GREEN for report in reports if report.score),
        scored=sum(report.score is not None for report in reports),
        rules=rule_gains(reports, partial(_title, config=checker.config)),
        doubles=own.doubles,
        forbidden=len(visits.all(Status.FORBIDDEN)),
        elsewhere=len(visits.all(Status.ELSEWHERE)),
        other_types=tuple(Counter(visit.type for visit in visits.all(Status.OTHER_TYPE)).most_common()),
        waiting=len(visits.all(Status.WAITING)),
        stopped=stopped,
    )
    limits = limits_of(request.fail_on, request.min_score, checker.config)
    _show(site, whole, checked, request, checker.config, limits)
    if request.format_ != "terminal":
        for problem in problems:
            _say(f"{problem.name}: {problem.message}")
        if stopped:
            _say(stopped)
    for report in reports:
        if low := limits.low_score(report):
            _say(f"{report.name}: {low}")
    if stopped or problems or any(report.errors for report in reports):
        return Exit.ERROR
    return Exit.FINDINGS if any(map(limits.failed_by, reports)) else Exit.CLEAN


def _documents(visits: Visits) -> tuple[list[Document], list[Problem]]:
    """Return the pages that were read, and what could not be read."""
    documents = []
    problems = [Problem(visit.url, _with_origin(visit)) for visit in visits.all(Status.FAILED)]
    for visit, data in visits.pages():
        try:
            documents.append(page.document(visit.url, data, visit.charset))
        except ReadError as error:
            problems.append(Problem(visit.url, str(error)))
    return documents, problems


def _with_origin(visit: Visit) -> str:
    """Return what went wrong, and where the link stands that led there."""
    return f"{visit.message} De link staat op {visit.found_on}." if visit.found_on else visit.message


def _check(documents: Sequence[Document], checker: Checker) -> tuple[list[_Checked], list[Problem]]:
    checked: list[_Checked] = []
    problems: list[Problem] = []
    jobs = [Job(document.name, checker, partial(_same, document)) for document in documents]
    progress = streams.Progress(len(jobs), sys.stderr, shown=sys.stderr.isatty())
    results = attempts.results(jobs, Way(about=About(), jobs=1, verbose=is_verbose(click.get_current_context())))
    try:
        for number, job in enumerate(jobs, 1):
            progress.show(number, clean(job.name))
            _, result = next(results)
            if isinstance(result, Problem):
                problems.append(result)
            else:
                checked.append(_Checked(result[0], result[1]))
    finally:
        progress.clear()
        results.close()
    return checked, problems


def _same(document: Document) -> Document:
    return document


def _show(
    site: Site, whole: Run, checked: Sequence[_Checked], request: Request, config: Config, limits: Limits
) -> None:
    """Write the report in the form that was asked."""
    if request.format_ == "json":
        documents = tuple(without_lighter(report, request.least) for report in whole.documents)
        streams.write(request.output, site_report.render_json(site, replace(whole, documents=documents)))
    elif request.format_ == "html":
        from b1check.reporters import html  # noqa: PLC0415 - who wants no page need not wait for its parts

        pages = [html.Page.of(without_lighter(one.report, request.least), one.text(), config) for one in checked]
        streams.write(request.output, html.render(pages, whole.problems, site=site))
    elif request.format_ == "terminal":
        # In a file there are colours only when the user asks for them: it has no terminal to look at.
        to_file = Style(color=request.color == "altijd")
        style = to_file if request.output else streams.style_for(sys.stdout, request.color)
        text = site_report.render(site, whole, style, full=request.full)
        if request.full:
            view = terminal.View(style, request.max_per_rule, request.least)
            text += "".join(terminal.render_document(report, view) for report in whole.documents)
        if request.output:
            streams.write_whole(request.output, text)
        else:
            click.echo(text, nl=False, color=True)
    else:
        output = _output(request, limits)
        for one in checked:
            output.document(one.report, one.text, config)
        output.end(whole)
    sys.stdout.flush()


def _output(request: Request, limits: Limits) -> Output:
    least = request.least or Severity.TIP
    if request.format_ == "jsonl":
        return lines_output(request.output, least)
    return program_output(request.format_, request.output, least, limits=lambda _: limits)


def _title(rule: str, *, config: Config) -> str:
    try:
        return explain(rule, config=config).title
    except RuleError:
        return rule


def _say(line: str) -> None:
    click.echo(clean(line), err=True)

"""Checks documents, in this process or in several at once; a document that did not change is only looked up."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import click

from b1check import About, B1CheckError, Checker, Config, Problem, ReadError, Report
from b1check.cache import Cache
from b1check.cli.dutch import internal_error
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.letter import parts
from b1check.timing import Timing
from b1check.workers import MOST, Done, Killed, Workers, cores

Text = Callable[[], Document]
"""Gives the document when it is needed: most reports can be shown without it."""
Checked = tuple[Report, Text, Timing]

_FEW = 24
"""With fewer documents a second process has not even started by the time that they are done."""
_KILLED = (
    "Het controleren van dit bestand stopte 2 keer zomaar. Misschien is er te weinig geheugen. "
    "Splits het bestand, of controleer alleen dit bestand."
)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to check.

    Attributes:
        name: what to call it.
        checker: what checks it.
        read: gives the document, for one that is no file.
        file: the file; None for a document from elsewhere.
    """

    name: str
    checker: Checker
    read: Callable[[], Document]
    file: Path | None = None

    @classmethod
    def of(cls, file: Path, checker: Checker) -> Job:
        """Return the job for a file."""
        return cls(str(file), checker, partial(readers.read, file), file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to check.

    Attributes:
        about: what is known of the documents.
        jobs: how many processes to use; None for what suits the number of documents.
        cache: where to keep reports; None for nowhere.
        timed: tell how long everything took: one by one, and without looking anything up.
        verbose: print all details of a fault of ours.
    """

    about: About
    jobs: int | None = None
    cache: Cache | None = None
    timed: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    """A document to check in another process."""

    name: str
    data: bytes
    config: Config
    about: About


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault of ours in one document."""

    problem: Problem
    details: str


_Outcome = Report | Problem | _Fault | B1CheckError
"""How one document went; the last stops the whole run."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document before it is checked.

    Attributes:
        job: the job.
        read: gives the document; of a file that was read already, however it changed since.
        data: what is in the file; None for a document from elsewhere.
        key: its name in the cache; "" when it has none.
        known: what is known of it without checking it.
    """

    job: Job
    read: Text
    data: bytes | None = None
    key: str = ""
    known: Report | Problem | None = None


def results(jobs: list[Job], way: Way) -> Generator[tuple[Job, Checked | Problem], None, None]:
    """Check the documents, and yield how it went in their order; what is wrong with one does not stop the others.

    Raises:
        B1CheckError: when nothing can be checked.
    """
    if way.timed:
        yield from ((job, _timed(job, way)) for job in jobs)
        return
    prepared = (_prepare(job, way) for job in jobs)
    amount = _amount(len(jobs), way.jobs)
    for one, outcome in _one_by_one(prepared, way) if amount == 1 else _at_once(prepared, way, amount):
        result = _settled(outcome, way)
        if isinstance(result, Problem):
            yield one.job, result
            continue
        if way.cache and one.key and one.known is None:
            way.cache.put(one.key, result)
        yield one.job, (result, one.read, Timing())
    if way.cache:
        way.cache.prune()


def _amount(documents: int, asked: int | None) -> int:
    """Return how many processes to use."""
    if asked:
        return min(asked, max(documents, 1))
    return 1 if documents < _FEW else min(cores(), MOST)


def _prepare(job: Job, way: Way) -> _Prepared:
    """Read the file, and look up what is known of it."""
    if job.file is None:
        return _Prepared(job, cache(lambda: parts.label(job.read())))
    try:
        data = readers.content(job.file)
    except ReadError as error:
        return _Prepared(job, job.read, known=Problem(job.name, str(error)))
    read = cache(partial(_document, data, job.name))
    if way.cache is None or _changes_by_itself(job):
        return _Prepared(job, read, data)
    key = way.cache.key(data, job.name, job.checker, way.about)
    return _Prepared(job, read, data, key, way.cache.get(key))


def _changes_by_itself(job: Job) -> bool:
    """Tell whether a report follows from more than we can see: a reader of others, or a server that may learn."""
    return readers.is_foreign(readers.format_of(job.name)) or job.checker.config.languagetool.on


def _document(data: bytes, name: str) -> Document:
    return parts.label(readers.read_bytes(data, name=name))


def _one_by_one(prepared: Iterable[_Prepared], way: Way) -> Iterator[tuple[_Prepared, _Outcome]]:
    for one in prepared:
        yield one, one.known or _here(one, way)


def _here(one: _Prepared, way: Way) -> _Outcome:
    return _attempt(one.job.name, lambda: one.job.checker.check_document(one.read(), about=way.about))


def _at_once(prepared: Iterable[_Prepared], way: Way, amount: int) -> Iterator[tuple[_Prepared, _Outcome]]:
    taken: deque[_Prepared] = deque()

    def tasks() -> Iterator[_Task | Done[_Outcome]]:
        for one in prepared:
            taken.append(one)
            if one.known or one.data is None:
                yield Done(one.known or _here(one, way))
            else:
                _keep_up(one.job.checker.config)
                yield _Task(one.job.name, one.data, one.job.checker.config, way.about)

    with Workers[_Task, _Outcome](_worker, amount) as workers:
        for outcome in workers.results(tasks()):
            one = taken.popleft()
            yield one, Problem(one.job.name, _KILLED) if isinstance(outcome, Killed) else outcome


def _keep_up(config: Config) -> None:
    """Start a server of LanguageTool again that died: the other processes ask the one of this process."""
    if config.languagetool.on:
        from b1check.languagetool import local  # noqa: PLC0415 - only who wants it waits for its parts

        local.keep_up(config.languagetool)


def _worker() -> Callable[[_Task], _Outcome]:
    """Return what checks a document in another process; documents with the same settings share a checker."""
    checkers: list[Checker] = []

    def check(task: _Task) -> Report:
        checker = next((checker for checker in checkers if checker.config == task.config), None)
        if checker is None:
            checker = Checker(task.config)
            checkers.append(checker)
        return checker.check_document(_document(task.data, task.name), about=task.about)

    return lambda task: _attempt(task.name, lambda: check(task))


def _attempt(name: str, check: Callable[[], Report]) -> _Outcome:
    try:
        return check()
    except ReadError as error:
        return Problem(name, str(error))
    except B1CheckError as error:
        return error
    except Exception as error:
        return _Fault(Problem(name, internal_error(error)), traceback.format_exc())


def _settled(outcome: _Outcome, way: Way) -> Report | Problem:
    if isinstance(outcome, B1CheckError):
        raise outcome
    if isinstance(outcome, _Fault):
        if way.verbose:
            click.echo(outcome.details, err=True)
        return outcome.problem
    return outcome


def _timed(job: Job, way: Way) -> Checked | Problem:
    read = cache(lambda: parts.label(job.read()))  # reading is timed too, so it is the checker that does it
    timings: list[Timing] = []

    def check() -> Report:
        report, timing = job.checker.check_timed(read, about=way.about)
        timings.append(timing)
        return report

    result = _settled(_attempt(job.name, check), way)
    return result if isinstance(result, Problem) else (result, read, timings[0])

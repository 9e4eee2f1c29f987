"""Work in threads: it ends when it takes too long, and when nobody waits for it any more."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from b1check.checker import About, Checker
from b1check.config import Config
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.report import Report
from b1check.serve.checking import BusyError, Checking, Job, SlowError, StoppedError

_LONG = 30.0
"""Seconds; only work that is broken lets a test wait so long."""


def _run(test: Callable[[Checking], Coroutine[Any, Any, None]], *, patience: float = _LONG) -> None:
    checking = Checking(Config(), longest=1_000, patience=patience)
    try:
        asyncio.run(asyncio.wait_for(test(checking), 2 * _LONG))
    finally:
        checking.stop()


def _endless(job: Job, ended: threading.Event) -> Callable[[], None]:
    """Return work that only ends when it is stopped, and sets ``ended`` then."""

    def work() -> None:
        try:
            while True:
                job.watch(0.5)
        finally:
            ended.set()

    return work


def test_work_that_takes_too_long_makes_room() -> None:
    async def test(checking: Checking) -> None:
        job, ended = Job(), threading.Event()
        with pytest.raises(SlowError):
            await checking.open(_endless(job, ended), job)
        assert await asyncio.to_thread(ended.wait, _LONG)
        assert await checking.open(lambda: "next") == "next"

    _run(test, patience=0.2)


def test_work_that_nobody_waits_for_ends() -> None:
    async def test(checking: Checking) -> None:
        job = Job()
        working = asyncio.create_task(checking.open(_endless(job, threading.Event()), job))
        await job.began.wait()
        job.stop()
        with pytest.raises(StoppedError):
            await working
        assert await checking.open(lambda: "next") == "next"

    _run(test)


def test_the_reading_of_a_file_that_nobody_waits_for_ends() -> None:
    async def test(checking: Checking) -> None:
        job, read = Job(), list[Document]()

        def work() -> None:
            job.stop()  # as when the user breaks off while the file is read
            read.append(readers.read_text("<p>Een.</p><p>Twee.</p>", format="html"))

        with pytest.raises(StoppedError):
            await checking.open(work, job)
        assert read == []
        assert await checking.open(lambda: "next") == "next"

    _run(test)


def test_work_that_cannot_begin_is_refused_and_never_done() -> None:
    async def test(checking: Checking) -> None:
        gate = threading.Event()
        done: list[str] = []
        job = Job()
        first = asyncio.create_task(checking.open(gate.wait, job))
        await job.began.wait()
        try:
            with pytest.raises(BusyError):
                await checking.open(lambda: done.append("second"))
        finally:
            gate.set()
        with pytest.raises(SlowError):
            await first
        await checking.open(lambda: None)
        assert done == []

    _run(test, patience=0.2)


def test_who_types_does_not_wait_for_who_opens() -> None:
    async def test(checking: Checking) -> None:
        gate = threading.Event()
        job = Job()
        opening = asyncio.create_task(checking.open(gate.wait, job))
        await job.began.wait()
        assert await checking.change(lambda: "typed") == "typed"
        gate.set()
        assert await opening

    _run(test)


def test_the_end_stops_what_is_under_way() -> None:
    async def test(checking: Checking) -> None:
        job = Job()
        working = asyncio.create_task(checking.open(_endless(job, threading.Event()), job))
        await job.began.wait()
        checking.stop()
        with pytest.raises(StoppedError):
            await working

    _run(test)


def test_watching_changes_nothing_that_is_found() -> None:
    lines = ("Indien u vragen heeft, belt u ons.", "De vergunning wordt door ons verleend.", "U dient dit te melden.")
    text = "\n\n".join(f"{number}. {line}" for number in range(400) for line in lines)
    document = readers.read_text(text, name="lang.txt", format="txt")
    shares: list[float] = []
    watched = Checker().check_document(document, watch=shares.append)
    assert watched == Checker().check_document(document)
    assert len(shares) > 3
    assert shares == sorted(shares)


def test_a_check_that_ends_too_late_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    job, changed = Job(), list[str]()
    check_document = Checker.check_document

    def slow(self: Checker, document: Document, **more: Any) -> Report:
        report = check_document(self, document, **more)
        job.stop()  # as when the time is over
        return report

    monkeypatch.setattr(Checker, "check_document", slow)

    async def test(checking: Checking) -> None:
        check = checking.check(Config())

        def work() -> None:
            check(readers.read_text("Een zin.", name="brief"), About())
            changed.append("letter")

        with pytest.raises(StoppedError):
            await checking.open(work, job)

    _run(test)
    assert changed == []

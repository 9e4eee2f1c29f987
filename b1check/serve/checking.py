"""Checks letters in threads of its own, so that the page always answers: one for opening, one for typing.

Work that takes too long, or for which nobody waits any more, ends by itself at the next part of the text: when a file
is read at the next page or paragraph, after that at the next block.
"""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from b1check.checker import About, Checker
from b1check.config import Config
from b1check.documents.document import Document
from b1check.documents.readers import pauses
from b1check.errors import ReadError
from b1check.explanations import Explanation, explain_all
from b1check.report import Report
from b1check.serve.texts import TEXTS

Result = TypeVar("Result")
_KEPT = 24
"""How many checkers to keep: each choice of profile and words is one, of some 7 MB. To make one takes a second."""
_REMEMBERED = 250_000
"""Code points of text of which each checker keeps the analyses, so that only what changed is analysed again."""


_job: ContextVar[Job | None] = ContextVar("job", default=None)
"""What the thread works on."""


class SlowError(Exception):
    """The work takes longer than it may."""


class BusyError(Exception):
    """There is so much work that this piece did not begin in time."""


class StoppedError(Exception):
    """Nobody waits for the work any more."""


class Job:
    """A piece of work.

    Attributes:
        done: which share of it is done, from 0 to 1.
        began: set when its turn has come.
    """

    def __init__(self) -> None:
        self.done = 0.0
        self.began = asyncio.Event()
        self._stopped = False

    def stop(self) -> None:
        """Have the work end as soon as it can; what it did so far is thrown away."""
        self._stopped = True

    def watch(self, share: float) -> None:
        """Take note that a ``share`` of the work is done.

        Raises:
            StoppedError: when the rest is for nothing.
        """
        self.done = share
        self.check()

    def check(self) -> None:
        """Go on only if somebody still waits for the work.

        Raises:
            StoppedError: when the rest is for nothing.
        """
        if self._stopped:
            raise StoppedError


class Checking:
    """Gives each letter its checker, and runs the work.

    Args:
        config: the settings of the municipality.
        longest: most code points of a text.
        patience: seconds that a piece of work may take.
    """

    def __init__(self, config: Config, *, longest: int, patience: float) -> None:
        self.config = config
        self._longest = longest
        self._patience = patience
        self._opening = ThreadPoolExecutor(1, "b1check-open")
        self._changing = ThreadPoolExecutor(1, "b1check-change")
        self._jobs: set[Job] = set()
        self._lock = threading.Lock()
        self._checkers: OrderedDict[str, Checker] = OrderedDict()
        self._rules: dict[tuple[Path, ...], Mapping[str, Explanation]] = {}

    async def open(self, work: Callable[[], Result], job: Job | None = None) -> Result:
        """Run the reading of a file, which may take long, where nobody who types waits for it.

        Raises:
            SlowError: when it takes too long; then it ends, and its result is thrown away.
            BusyError: when it cannot begin in time.
            StoppedError: when ``job`` was stopped.
        """
        return await self._run(self._opening, work, job or Job())

    async def change(self, work: Callable[[], Result]) -> Result:
        """Run what a writer waits for while typing.

        Raises:
            SlowError: when it takes too long; then it ends, and its result is thrown away.
            BusyError: when it cannot begin in time.
        """
        return await self._run(self._changing, work, Job())

    async def _run(self, pool: ThreadPoolExecutor, work: Callable[[], Result], job: Job) -> Result:
        loop = asyncio.get_running_loop()

        def run() -> Result:
            loop.call_soon_threadsafe(job.began.set)
            token = _job.set(job)
            try:
                job.watch(0.0)
                with pauses.at_each(job.check):
                    return work()
            finally:
                _job.reset(token)

        running = loop.run_in_executor(pool, run)
        self._jobs.add(job)
        try:
            # To wait for others is no work: each gets its own time.
            await asyncio.wait_for(job.began.wait(), self._patience)
            return await asyncio.wait_for(running, self._patience)
        except TimeoutError as error:
            raise (SlowError if job.began.is_set() else BusyError) from error
        finally:
            self._jobs.discard(job)
            job.stop()
            running.cancel()

    def check(self, config: Config) -> Callable[[Document, About], tuple[Report, Checker]]:
        """Return what checks a document with ``config``; for use in the threads of this.

        Raises:
            ReadError: when it runs on a document that is too long.
        """

        def run(document: Document, about: About) -> tuple[Report, Checker]:
            if len(document.source) > self._longest and sum(len(one.text) for one in document.blocks) > self._longest:
                raise ReadError(TEXTS["too_long"].format(most=self._longest))
            checker = self._kept(config.of(Path(document.name)))
            job = _job.get()
            report = checker.check_document(document, about=about, watch=job.watch if job else None)
            if job:
                job.watch(1.0)  # who was told that it takes too long must not find the letter changed after all
            return report, checker

        return run

    def rules(self, checker: Checker) -> Mapping[str, Explanation]:
        """Return the explanations of all rules of ``checker``, by name; for use in the threads of this."""
        packs = checker.config.pack_folders
        if packs not in self._rules:
            self._rules[packs] = {rule.name: rule for rule in explain_all(config=checker.config)}
        return self._rules[packs]

    async def begin(self) -> None:
        """Load what the first letter needs, before any letter; that may take as long as it takes.

        Raises:
            B1CheckError: when the settings or the pipeline are not right.
        """
        await asyncio.get_running_loop().run_in_executor(self._opening, self._warm_up)

    def _warm_up(self) -> None:
        checker = self._kept(self.config)
        checker.warm_up()
        self.rules(checker)

    def stop(self) -> None:
        """Take on no more work, and end what is under way."""
        for job in list(self._jobs):
            job.stop()
        for pool in (self._opening, self._changing):
            pool.shutdown(wait=False, cancel_futures=True)

    def _kept(self, config: Config) -> Checker:
        key = f"{config.folder}\n{config.model_dump_json()}"
        with self._lock:
            if key not in self._checkers:
                self._checkers[key] = Checker(config, remember=_REMEMBERED)
                while len(self._checkers) > _KEPT:
                    self._checkers.popitem(last=False)
            self._checkers.move_to_end(key)
            return self._checkers[key]

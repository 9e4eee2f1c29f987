"""One thread that does the heavy work, so that the loop that reads messages never waits for it.

It is a thread of our own and a daemon: the pool of pygls also reads standard input, and a pool keeps a process alive
until its work is done.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar

Result = TypeVar("Result")
_Job = tuple[bool, int, "asyncio.Future[Any]", asyncio.AbstractEventLoop, Callable[[], Any]]
"""Whether it can wait for others, its number, who waits for it, in which loop, and what to do."""


class Worker:
    """Runs functions one by one, in the order in which they were asked for; those that are urgent first."""

    def __init__(self) -> None:
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._numbers = count()
        self._thread: threading.Thread | None = None

    async def run(self, function: Callable[[], Result], *, urgent: bool = False) -> Result:
        """Return what ``function`` returns; when the caller is cancelled before it began, it is never run."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="b1check", daemon=True)
            self._thread.start()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._jobs.put((not urgent, next(self._numbers), future, loop, function))
        return await future

    def _work(self) -> None:
        while True:
            _, _, future, loop, function = self._jobs.get()
            if future.cancelled():
                continue
            try:
                result, error = function(), None
            except Exception as caught:  # whatever goes wrong, the next job must run
                result, error = None, caught
            try:
                loop.call_soon_threadsafe(_finish, future, result, error)
            except RuntimeError:  # the loop is closed: the server is stopping
                return


def _finish(future: asyncio.Future[Any], result: object, error: Exception | None) -> None:
    if future.cancelled():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)

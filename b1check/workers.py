"""Does tasks in several processes at once, and goes on when one of those is killed.

A pool of the standard library loses all its tasks when the system kills one process, as it does when memory runs out,
and cannot tell which task was to blame. Here every process has a line of its own and one task at a time, so it can.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

_AHEAD = 4
"""Tasks for each process to take in before the oldest is done: more would take memory, fewer would leave some idle."""
_PATIENCE = 5
"""Seconds in which a process that was told to stop should have stopped."""
MOST = 8
"""Processes to start when nobody says how many: each takes some 300 MB."""


class Killed:
    """Stands for the result of a task of which the process died twice: once beside others, once alone."""


@dataclass(frozen=True, slots=True)
class Done(Generic[ResultT]):
    """A result that is there already, and only has to keep its place in the order."""

    result: ResultT


def cores() -> int:
    """Return how many processes this computer can really run at once for us."""
    if hasattr(os, "sched_getaffinity"):  # a container may have fewer than the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Slot(Generic[TaskT, ResultT]):
    """A place in the order, for one task."""

    task: TaskT | None
    result: Done[ResultT | Killed] | None = None
    died: bool = False


@dataclass(slots=True)
class _Worker(Generic[TaskT, ResultT]):
    process: BaseProcess
    line: Connection
    slot: _Slot[TaskT, ResultT] | None = None


class Workers(Generic[TaskT, ResultT]):
    """Processes that do tasks; they start when there is work for them, and stop at the end of the ``with``.

    Args:
        prepare: called once in each process; returns what does a task. It must be found by its name, and must not
            raise; tasks and results must be picklable.
        amount: the most processes at once.
    """

    def __init__(self, prepare: Callable[[], Callable[[TaskT], ResultT]], amount: int) -> None:
        self._prepare = prepare
        self._amount = amount
        # Not a copy of this process: that is unsafe with threads, and not the same on every system.
        self._context = get_context("spawn")
        self._workers: list[_Worker[TaskT, ResultT]] = []

    def __enter__(self) -> Workers[TaskT, ResultT]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.line.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are there now."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def results(self, tasks: Iterable[TaskT | Done[ResultT]]) -> Iterator[ResultT | Killed]:
        """Do ``tasks`` and yield a result for each, in their order; takes in only a few tasks ahead."""
        source = iter(tasks)
        waiting: deque[_Slot[TaskT, ResultT]] = deque()
        again: deque[_Slot[TaskT, ResultT]] = deque()
        more = True
        while more or waiting:
            while waiting and waiting[0].result:
                yield waiting.popleft().result.result  # type: ignore[union-attr]  # it was there a line ago
            if again:
                if not self._busy():  # alone: with all memory to itself
                    self._give(again.popleft())
            elif more and len(waiting) < _AHEAD * self._amount and len(self._busy()) < self._amount:
                try:
                    task = next(source)
                except StopIteration:
                    more = False
                    continue
                slot = _Slot[TaskT, ResultT](None if isinstance(task, Done) else task)
                waiting.append(slot)
                if isinstance(task, Done):
                    slot.result = Done(task.result)
                else:
                    self._give(slot)
                continue
            if self._busy() and not (waiting and waiting[0].result):
                again.extend(self._listen())

    def _busy(self) -> list[_Worker[TaskT, ResultT]]:
        return [worker for worker in self._workers if worker.slot]

    def _give(self, slot: _Slot[TaskT, ResultT]) -> None:
        worker = next((worker for worker in self._workers if not worker.slot), None) or self._start()
        worker.slot = slot
        try:
            worker.line.send(slot.task)
        except OSError:  # it died while it had nothing to do; listening to it will tell
            return

    def _start(self) -> _Worker[TaskT, ResultT]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._prepare), daemon=True)
        with _no_interrupts():
            process.start()
        theirs.close()  # the process holds the only other end, so that its death ends the line
        worker = _Worker[TaskT, ResultT](process, ours)
        self._workers.append(worker)
        return worker

    def _listen(self) -> Iterator[_Slot[TaskT, ResultT]]:
        """Wait until a process has something to say; yield the tasks that have to be done again."""
        lines = {worker.line: worker for worker in self._busy()}
        for line in wait(list(lines)):
            worker = lines[line]  # type: ignore[index]  # wait returns what it was given
            slot = worker.slot
            if slot is None:
                continue
            try:
                slot.result = Done(worker.line.recv())
                worker.slot = None
            except (EOFError, OSError):
                self._bury(worker)
                if slot.died:
                    slot.result = Done(Killed())
                else:
                    slot.died = True
                    yield slot

    def _bury(self, worker: _Worker[TaskT, ResultT]) -> None:
        self._workers.remove(worker)
        worker.line.close()
        worker.process.kill()
        worker.process.join()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let a process that starts now pass over Ctrl-C: the one that started it says what happens then.

    A Ctrl-C in the meantime must not get lost, so where the system can keep it until the start is over, it does.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # while a process starts, this would let Ctrl-C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, handler)


def _serve(line: Connection, prepare: Callable[[], Callable[[TaskT], ResultT]]) -> None:
    """Do tasks for as long as somebody asks; this is what runs in each process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = prepare()
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):  # who asked is gone
            return
        result = work(task)
        try:
            line.send(result)
        except OSError:  # the same, while we were at work
            return

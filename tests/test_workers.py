"""Tasks in several processes: in order, and with a result for each, also when a process is killed for real."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest

from b1check.workers import Done, Killed, Workers

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another process find the tasks by their name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def tasks_of(name: str) -> Callable[[], Callable[[Any], Any]]:
    return getattr(import_module("worker_tasks"), name)


def test_results_come_in_the_order_of_the_tasks_with_what_was_known_between_them() -> None:
    tasks: list[int | Done[int]] = [1, Done(100), 2, 3, Done(200), *range(4, 20)]
    with Workers[int, int](tasks_of("double"), 2) as workers:
        found = list(workers.results(tasks))
    assert found == [2, 100, 4, 6, 200, *(2 * number for number in range(4, 20))]
    assert workers.pids == ()


def test_no_process_starts_for_what_is_known() -> None:
    with Workers[int, int](tasks_of("double"), 2) as workers:
        assert list(workers.results([Done(1), Done(2)])) == [1, 2]
        assert workers.pids == ()


def test_only_a_few_tasks_are_taken_in_ahead() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with Workers[int, int](tasks_of("double"), 2) as workers:
        results = workers.results(tasks())
        assert next(results) == 0
        assert len(taken) <= 9


@ON_POSIX
def test_a_task_whose_process_is_killed_once_is_done_again(tmp_path: Path) -> None:
    once = tmp_path / "once"
    once.write_text("x")
    tasks = [("a", ""), ("b", str(once)), ("c", ""), ("d", "")]
    with Workers[tuple[str, str], str](tasks_of("mortal"), 2) as workers:
        assert list(workers.results(tasks)) == ["a", "b", "c", "d"]
    assert once.read_text() == ""


@ON_POSIX
def test_a_task_whose_process_is_killed_twice_is_given_up_and_the_rest_goes_on(tmp_path: Path) -> None:
    always = tmp_path / "always"
    always.write_text("x\nx\nx\n")
    tasks = [("a", ""), ("b", str(always)), ("c", ""), ("d", ""), ("e", "")]
    with Workers[tuple[str, str], str](tasks_of("mortal"), 2) as workers:
        found = list(workers.results(tasks))
    assert isinstance(found[1], Killed)
    assert [found[0], *found[2:]] == ["a", "c", "d", "e"]
    assert always.read_text() == "x", "tried twice and no more"


@ON_POSIX
def test_a_process_that_dies_while_it_has_nothing_to_do_is_replaced() -> None:
    with Workers[object, int](tasks_of("who"), 1) as workers:
        (first,) = workers.results([0])
        os.kill(workers.pids[0], signal.SIGKILL)
        (second,) = workers.results([0])
    assert second != first


@ON_POSIX
def test_no_process_is_left_behind_when_the_work_stops_halfway() -> None:
    with pytest.raises(KeyboardInterrupt), Workers[object, int](tasks_of("who"), 2) as workers:
        pid = next(iter(workers.results([0, 1, 2])))
        raise KeyboardInterrupt
    assert isinstance(pid, int)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@ON_POSIX
def test_an_interrupt_while_a_process_starts_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    start = SpawnProcess.start

    def interrupted(process: SpawnProcess) -> None:
        start(process)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(SpawnProcess, "start", interrupted)
    with pytest.raises(KeyboardInterrupt), Workers[int, int](tasks_of("double"), 2) as workers:
        list(workers.results([1]))

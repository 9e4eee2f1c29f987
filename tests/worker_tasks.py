"""Tasks for ``test_workers``, in a module that another process can import."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from b1check.cli import attempts


def double() -> Callable[[int], int]:
    return lambda number: 2 * number


def who() -> Callable[[object], int]:
    return lambda _task: os.getpid()


def mortal() -> Callable[[tuple[str, str]], str]:
    """A task is a word and a file; it kills its own process for as long as the file holds lives, one line each."""

    def work(task: tuple[str, str]) -> str:
        word, name = task
        lives = Path(name).read_text().splitlines() if name else []
        if lives:
            Path(name).write_text("\n".join(lives[1:]))
            os.kill(os.getpid(), signal.SIGKILL)
        return word

    return work


def deadly() -> Callable[[attempts._Task], object]:
    """Check documents, but die at one that has a file ``.lives`` beside it; at one called "eens" only once."""
    check = attempts._worker()

    def work(task: attempts._Task) -> object:
        lives = Path(task.name).with_suffix(".lives")
        if lives.exists():
            if "eens" in task.name:
                lives.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return check(task)

    return work

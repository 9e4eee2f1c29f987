"""Reads a file once, and again only when it has changed: a program that runs for weeks must see an edited list."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeVar

ContentT = TypeVar("ContentT")
_Stamp = tuple[int, int] | None


def until_changed(read: Callable[[Path], ContentT]) -> Callable[[Path], ContentT]:
    """Let ``read``, which reads one file, remember of every file what it held; an error is not remembered."""
    known: dict[Path, tuple[_Stamp, ContentT]] = {}

    @wraps(read)
    def again(path: Path) -> ContentT:
        stamp = _stamp(path)  # before reading, so that a change during it is seen the next time
        if path not in known or known[path][0] != stamp:
            known[path] = (stamp, read(path))
        return known[path][1]

    return again


def _stamp(path: Path) -> _Stamp:
    """Return when the file was last written, in nanoseconds, and its length in bytes; None when it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size

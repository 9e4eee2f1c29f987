"""Sees on the disk whether files have changed: not every editor tells, and none tells of files outside its folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its length in bytes."""
_SETTINGS = ("b1check.toml", "pyproject.toml")
_RULES = frozenset({".toml", ".csv"})


def settings_files(folder: Path) -> Iterator[Path]:
    """Yield every file that can hold the settings for ``folder``, whether it is there or not."""
    place = folder.resolve()
    for parent in (place, *place.parents):
        yield from (parent / name for name in _SETTINGS)


def rule_files(packs: Iterable[Path]) -> Iterator[Path]:
    """Yield the files with rules and word lists in ``packs``, and the folders: those change when a file is added."""
    for pack in packs:
        yield pack
        try:
            yield from (place for place in pack.rglob("*") if place.suffix in _RULES or place.is_dir())
        except OSError:  # a folder that cannot be read; the checker tells
            continue


def stamps(files: Iterable[Path]) -> dict[Path, Stamp | None]:
    """Return the stamp of each of ``files``; None for one that is not there."""
    return {file: _stamp(file) for file in files}


def changed(before: Mapping[Path, Stamp | None]) -> bool:
    """Tell whether any of the files has another stamp than ``before``."""
    return any(_stamp(file) != stamp for file, stamp in before.items())


def _stamp(file: Path) -> Stamp | None:
    try:
        state = file.stat()
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size)

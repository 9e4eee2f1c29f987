"""Where the output goes: colours or not, an old console or not, a file that is written whole."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from b1check.errors import B1CheckError
from b1check.reporters.style import MAX_WIDTH, MIN_WIDTH, Style
from b1check.reporters.text import ELLIPSIS, pad, width

_PLAIN = {"─": "-", "│": "|", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "€": "EUR"}


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Write what a console has no character for as plainly as it can be read."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = (
        _PLAIN.get(character) or _without_accents(character) for character in error.object[error.start : error.end]
    )
    return "".join(plain), error.end


def _without_accents(character: str) -> str:
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode() or "?"


codecs.register_error("b1check-plainer", _plainer)


def never_fail(stream: TextIO) -> None:
    """Let ``stream`` write something for every character, also on a console with an old code page."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="b1check-plainer")


def wants_color(choice: str, stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to write colours: the option decides, then NO_COLOR and FORCE_COLOR, then the stream."""
    if choice != "auto":
        return choice == "altijd"
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or (stream.isatty() and environ.get("TERM") != "dumb")


def style_for(stream: TextIO, color: str) -> Style:
    """Return how to write to ``stream``."""
    on_terminal = stream.isatty()
    colored = wants_color(color, stream)
    columns = max(MIN_WIDTH, min(_columns(stream), MAX_WIDTH))
    return Style(width=columns, color=colored, links=on_terminal and colored)


def _columns(stream: TextIO) -> int:
    """Return the width of the terminal, also when the output goes to it through a pager."""
    if not stream.isatty() and sys.stderr.isatty():
        return os.get_terminal_size(sys.stderr.fileno()).columns
    return shutil.get_terminal_size((MAX_WIDTH, 24)).columns


def write_utf8(text: str) -> None:
    """Write ``text`` for another program to the output: always UTF-8, whatever the console uses."""
    write_bytes(_utf8(text))


def write(file: Path | None, text: str) -> None:
    """Write ``text`` for another program to ``file``, all of it or nothing, or else to the output.

    Raises:
        B1CheckError: when the file cannot be written.
    """
    if file:
        write_whole(file, text)
    else:
        write_utf8(text)


def write_bytes(data: bytes) -> None:
    """Write ``data``, such as a whole file, to the output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _utf8(text: str) -> bytes:
    # Half of a pair (in a file name that is not UTF-8) becomes \udc80, which is what JSON calls it too.
    return text.encode("utf-8", errors="backslashreplace")


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path``: all of it, or nothing when it cannot be done.

    Raises:
        B1CheckError: when the file cannot be written.
    """
    try:
        put(path, _utf8(text))
    except OSError as error:
        raise B1CheckError(f"Het bestand {path} is niet te maken. Kies een andere map of naam bij --output.") from error


def put(path: Path, data: bytes, *, like: Path | None = None) -> None:
    """Write ``data`` to ``path`` by way of a file beside it, so that there is never half a file.

    Args:
        path: where to write; a file that is there is replaced.
        data: all of the file.
        like: a file of which the new one gets the rights; without it a file keeps the rights that it has.

    Raises:
        OSError: when it cannot be done; then nothing has changed.
    """
    if path.exists() and not path.is_file():  # such as /dev/stdout: there is nothing to put in its place
        path.write_bytes(data)
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a file descriptor
            file.write(data)
        Path(temporary).chmod(_mode(like or path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def create(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, which is not there yet: all of it or nothing, and never over another file.

    Raises:
        FileExistsError: when there is one, also when it came only just now.
        OSError: when it cannot be done.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a file descriptor
            file.write(data)
        Path(temporary).chmod(_mode(path))
        try:
            path.hardlink_to(temporary)  # which, other than a rename, fails when there is a file
        except FileExistsError:
            raise
        except OSError:  # such as on a USB stick, where there are no links
            with path.open("xb") as file:
                file.write(data)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Return the rights that ``path`` has, or that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _end(path: str, columns: int) -> str:
    """Return ``path``, or as much of its end as fits in ``columns``: there stands the name of the file."""
    if width(path) <= columns:
        return path
    while path and width(ELLIPSIS + path) > columns:
        path = path[1:]
    return ELLIPSIS + path


class Progress:
    """A line on the terminal that says which document is being checked; nothing when ``shown`` is off."""

    def __init__(self, total: int, stream: TextIO, *, shown: bool) -> None:
        self._total = total
        self._stream = stream
        self._shown = shown
        self._columns = shutil.get_terminal_size().columns - 1
        self._length = 0

    def show(self, number: int, name: str) -> None:
        """Say that document ``number`` (from 1), called ``name``, is being checked."""
        if self._shown:
            start = f"Bezig met {number} van {self._total}: "
            line = (start + _end(name, self._columns - len(start)))[: self._columns]
            self._write("\r" + pad(line, self._length))
            self._length = width(line)

    def clear(self) -> None:
        """Take the line away, so that other output can take its place."""
        if self._length:
            self._write("\r" + " " * self._length + "\r")
            self._length = 0

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()

"""What the service writes down: a line of JSON for each question, never a text, a name of a file or an address."""

from __future__ import annotations

import datetime as dt
import json
import sys
import traceback
from pathlib import Path
from typing import TextIO


class Log:
    """Writes lines of JSON.

    Args:
        stream: where to; standard error when None.
        quiet: whether to leave out the questions that went well.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet

    def said(self, event: str, **values: object) -> None:
        """Write down that something happened."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "event": event, **values}, ensure_ascii=False)
        self._stream.write(line + "\n")
        self._stream.flush()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Write down a question.

        Args:
            method: of HTTP.
            route: the form of the address, such as ``/api/letters/{id}``: the address itself may name a letter.
            status: of HTTP.
            seconds: until the answer was sent.
        """
        if not self._quiet:
            self.said("answer", method=method, route=route, status=status, ms=round(seconds * 1000, 1))

    def failed(self, what: str, error: BaseException) -> None:
        """Write down where an error happened, and of what sort it is; its message may hold a text."""
        frames = traceback.extract_tb(error.__traceback__)
        where = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
        self.said("error", what=what, error=type(error).__name__, where=where)

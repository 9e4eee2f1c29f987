"""Places in a source in the units of other programs.

We count code points; others count units of UTF-16 or bytes of UTF-8.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from b1check.documents.source import SourceText
from b1check.findings import Span


class Unit(Enum):
    """What a column counts; the value holds the first of the code points that take one unit more."""

    CODE_POINT = ()
    UTF16 = (0x1_0000,)
    UTF8 = (0x80, 0x800, 0x1_0000)


@dataclass(frozen=True, slots=True)
class Region:
    """A range of text: lines and columns from 1, the end is the place after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """Translates the places in one source; offsets are clamped to its text."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def region(self, span: Span, unit: Unit) -> Region:
        """Return where ``span`` stands."""
        start, end = self._place(span.start, unit), self._place(span.end, unit)
        return Region(*start, *end)

    def offset(self, at: int, unit: Unit) -> int:
        """Return how many units stand before the code point at ``at``."""
        at = min(max(at, 0), len(self._source))
        return at + sum(bisect_left(self._beyond[first], at) for first in unit.value)

    def text(self, span: Span) -> str:
        """Return the text in ``span``."""
        return self._source.text[span.start : span.end]

    def _place(self, at: int, unit: Unit) -> tuple[int, int]:
        line, column = self._source.position(at)
        start = self._source.line_start(line)
        return line, self.offset(start + column - 1, unit) - self.offset(start, unit) + 1

    @cached_property
    def _beyond(self) -> dict[int, list[int]]:
        """The places of the characters that take more units, by the code point from which they do."""
        text = self._source.text
        return {
            first: [match.start() for match in re.finditer(f"[{chr(first)}-\U0010ffff]", text)]
            for first in Unit.UTF8.value
        }

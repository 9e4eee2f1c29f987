"""From offsets in a text to positions of the protocol and back.

A line ends with LF, CR LF or CR and with nothing else: ``str.splitlines`` also splits at a form feed or U+2028, which
editors do not count as a line end. A column counts UTF-8 bytes, UTF-16 units or code points, as was agreed on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from lsprotocol import types as t

from b1check import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_BEYOND_BMP = 0xFFFF


def width(text: str, encoding: str) -> int:
    """Return how many units of ``encoding`` ("utf-8", "utf-16" or "utf-32") ``text`` takes."""
    if encoding == t.PositionEncodingKind.Utf32 or text.isascii():
        return len(text)
    if encoding == t.PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(ord(character) > _BEYOND_BMP for character in text)


@lru_cache(maxsize=4_096)  # after an edit nearly everything stands where it stood, and lsprotocol looks at each number
def _position(line: int, character: int) -> t.Position:
    return t.Position(line, character)


class Lines:
    """The lines of one text, with columns in one encoding.

    Args:
        text: the text.
        encoding: "utf-8", "utf-16" or "utf-32".
    """

    def __init__(self, text: str, encoding: str = t.PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = encoding

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def replaced(self, span: Span, new: str) -> Lines:
        """Return the lines of the text with ``new`` in the place of ``span``; only what is near is looked at again."""
        text = self.text[: span.start] + new + self.text[span.end :]
        starts, shift = self._starts, len(text) - len(self.text)
        # From the line before: its CR may now have an LF behind it. Until a line that begins behind the change.
        first = max(bisect_right(starts, span.start) - 2, 0)
        after = bisect_right(starts, span.end)
        until = starts[after] + shift if after < len(starts) else len(text)
        near = [end.end() for end in _LINE_END.finditer(text, starts[first], until)]
        result = Lines(text, self.encoding)
        result.__dict__["_starts"] = [*starts[: first + 1], *near, *(start + shift for start in starts[after + 1 :])]
        return result

    def position(self, offset: int) -> t.Position:
        """Return the position of ``offset``, which is clamped to the text; nobody may change it."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        return _position(line, width(self.text[self._starts[line] : offset], self.encoding))

    def range(self, span: Span) -> t.Range:
        """Return the range of ``span``."""
        return t.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: t.Position) -> int:
        """Return the offset of ``position``.

        As the protocol asks, a column after the end of its line is that end. A line after the last one is the end of
        the text. A column in the middle of a character is the start of that character.
        """
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[max(position.line, 0)]
        line = self.text[start : self.line_end(start)]
        column = max(position.character, 0)
        if self.encoding == t.PositionEncodingKind.Utf32 or line.isascii():
            return start + min(column, len(line))
        for index, character in enumerate(line):
            column -= width(character, self.encoding)
            if column < 0:
                return start + index
        return start + len(line)

    def span(self, range: t.Range) -> Span:
        """Return the offsets of ``range``; a range that runs backwards is turned around."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end))

    def line_end(self, offset: int) -> int:
        """Return where the line that holds ``offset`` ends, before its line end."""
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

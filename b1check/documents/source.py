"""The text of a source and the map from the plain text of a block back to it.

Positions are mapped, never searched back: a reader notes for every piece of block text where it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")

# Soft hyphen, zero-width space, direction marks, word joiner and byte order mark.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]+")


def has_unseen(text: str, start: int, end: int) -> bool:
    """Tell whether a character between ``start`` and ``end`` shows nothing, so that it is left out of a block."""
    return _UNSEEN.search(text, start, end) is not None


class Position(NamedTuple):
    """A place in a source: line and column, both from 1; the column counts code points."""

    line: int
    column: int


class SourceText:
    """The text of a document as it was read, with an index of its lines.

    Spans of findings point into this text, so nothing may be added to it or taken from it.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """Number of lines; a text without any line end has one."""
        return len(self._line_starts)

    def position(self, offset: int) -> Position:
        """Return the place of ``offset``, which is clamped to the text."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Return the offset at which ``line`` (from 1) starts."""
        return self._line_starts[line - 1]

    def line_text(self, line: int) -> str:
        """Return ``line`` (from 1) without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class SourceRange(NamedTuple):
    """A half-open range of code points in a source."""

    start: int
    end: int


class Box(NamedTuple):
    """A place on a page: its number, from 1, and the sides in points from the left and the top of that page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Printed(NamedTuple):
    """Where the source from ``start`` to ``end`` stands on a page.

    Attributes:
        start: offset in the source.
        end: offset after it.
        box: the place of all of it, on one line of the page.
        lefts: where each character starts, in points from the left of the page.
        rights: where each character ends.
    """

    start: int
    end: int
    box: Box
    lefts: tuple[float, ...]
    rights: tuple[float, ...]


class PagedText(SourceText):
    """The text of pages: a line of it, in the sense of :class:`SourceText`, is a page.

    Args:
        text: of all pages, in reading order.
        starts: where each page starts in ``text``; those do not run backwards.
        printed: where the characters stand, in the order of ``text``.
    """

    def __init__(self, text: str, starts: Sequence[int], printed: Sequence[Printed] = ()) -> None:
        super().__init__(text)
        self._line_starts = list(starts)
        self._printed = tuple(printed)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return where the source from ``start`` to ``end`` stands: a box for each line that it stands on."""
        at = bisect_right(self._printed, start, key=lambda printed: printed.end)
        found = []
        for printed in self._printed[at:]:
            if printed.start >= end:
                break
            first, last = max(start, printed.start) - printed.start, min(end, printed.end) - printed.start - 1
            found.append(printed.box._replace(left=printed.lefts[first], right=printed.rights[last]))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of block text and the piece of source it came from.

    In a literal slice both pieces are the same text, so every offset inside maps one to one. In any other
    slice (an entity, a line break from a tag, a run of white space) only the whole maps.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int
    literal: bool


@dataclass(frozen=True, slots=True)
class SourceMap:
    """From offsets in the text of a block to offsets in the source.

    The slices cover the text from 0 to its end without a gap, and their source ranges never run backwards.

    Raises:
        ValueError: when the slices leave a gap, overlap or run backwards.
    """

    slices: tuple[Slice, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text_at = source_at = 0
        for piece in self.slices:
            if piece.text_start != text_at or piece.text_end <= piece.text_start:
                raise ValueError(f"source map has a gap at {text_at}: {piece}")
            if piece.source_start < source_at or piece.source_end < piece.source_start:
                raise ValueError(f"source map runs backwards at {text_at}: {piece}")
            if piece.literal and piece.text_end - text_at != piece.source_end - piece.source_start:
                raise ValueError(f"literal slice changes length: {piece}")
            text_at, source_at = piece.text_end, piece.source_end
        object.__setattr__(self, "_starts", tuple(piece.text_start for piece in self.slices))

    def _slice_at(self, offset: int) -> Slice:
        return self.slices[max(bisect_right(self._starts, offset) - 1, 0)]

    def to_source(self, start: int, end: int) -> SourceRange:
        """Return the smallest source range that holds the block text from ``start`` to ``end``."""
        if not self.slices:
            return SourceRange(0, 0)
        if len(self.slices) == 1 and self.slices[0].literal:  # nearly every paragraph, and asked for all the time
            base = self.slices[0].source_start
            return SourceRange(base + start, base + max(start, end))
        first, last = self._slice_at(start), self._slice_at(max(end - 1, start))
        source_start = first.source_start + (start - first.text_start if first.literal else 0)
        if end <= start:
            return SourceRange(source_start, source_start)
        source_end = last.source_start + (end - last.text_start) if last.literal else last.source_end
        return SourceRange(source_start, source_end)

    def to_text(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the smallest range of block text that came from the source from ``start`` to ``end``.

        None when no text of the block came from there.
        """
        first = bisect_right(self.slices, start, key=lambda piece: piece.source_end)
        last = bisect_left(self.slices, end, key=lambda piece: piece.source_start) - 1
        if first > last:
            return None
        head, tail = self.slices[first], self.slices[last]
        text_start = head.text_start + (max(start - head.source_start, 0) if head.literal else 0)
        text_end = tail.text_end - (max(tail.source_end - end, 0) if tail.literal else 0)
        return (text_start, text_end) if text_start < text_end else None

    def is_literal(self, start: int, end: int) -> bool:
        """Tell whether the text from ``start`` to ``end`` stands in the source as one unbroken piece."""
        if not self.slices:
            return False
        piece = self._slice_at(start)
        return piece.literal and piece.text_start <= start and end <= piece.text_end


class BlockTextBuilder:
    """Collects the text of one block together with its source map; adjacent literal pieces are joined.

    White space at the start of the block and characters that show nothing (a soft hyphen, a zero-width
    space) are left out, so that the text is what a reader sees. A word with a soft hyphen in it becomes two
    literal slices of one word.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._slices: list[Slice] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def last_character(self) -> str:
        """The last character so far, or an empty string."""
        return self._parts[-1][-1] if self._parts else ""

    @property
    def ends_with_space(self) -> bool:
        """True for an empty block too: a separator has no use there."""
        return not self._parts or self.last_character.isspace()

    def literal(self, text: str, source_start: int) -> None:
        """Add ``text`` that stands in the source at ``source_start``, character for character."""
        at = 0
        for unseen in _UNSEEN.finditer(text):
            self._add_literal(text[at : unseen.start()], source_start + at)
            at = unseen.end()
        self._add_literal(text[at:], source_start + at)

    def replaced(self, text: str, source_start: int, source_end: int) -> None:
        """Add ``text`` that stands for the source range, such as "é" for ``&eacute;``."""
        text = _UNSEEN.sub("", text)
        if not self._parts:
            text = text.lstrip()
        if text:
            self._add(text, source_start, source_end, literal=False)

    def build(self) -> tuple[str, SourceMap]:
        """Return the text and its map, with white space at the end cut off."""
        text = "".join(self._parts).rstrip()
        end = len(text)
        return text, SourceMap(tuple(_cut(piece, end) for piece in self._slices if piece.text_start < end))

    def _add_literal(self, text: str, source_start: int) -> None:
        if not self._parts:
            stripped = text.lstrip()
            source_start += len(text) - len(stripped)
            text = stripped
        if text:
            self._add(text, source_start, source_start + len(text), literal=True)

    def _add(self, text: str, source_start: int, source_end: int, *, literal: bool) -> None:
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        if literal and self._slices and (last := self._slices[-1]).literal and last.source_end == source_start:
            self._slices[-1] = Slice(last.text_start, self._length, last.source_start, source_end, literal=True)
        else:
            self._slices.append(Slice(start, self._length, source_start, source_end, literal))


def _cut(piece: Slice, end: int) -> Slice:
    """Return the part of ``piece`` before ``end`` of the text."""
    surplus = piece.text_end - end
    if surplus <= 0:
        return piece
    source_end = piece.source_end - surplus if piece.literal else piece.source_end
    return Slice(piece.text_start, end, piece.source_start, source_end, piece.literal)

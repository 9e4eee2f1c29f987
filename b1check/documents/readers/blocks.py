"""Building blocks one after another, with the markup that lies over their text."""

from __future__ import annotations

from typing import NamedTuple

from b1check.documents.document import Block, BlockKind, Mark, MarkKind
from b1check.documents.source import BlockTextBuilder

# Markup that a browser carries over from one block to the next until it is closed.
_CARRIED = frozenset({MarkKind.LINK, MarkKind.STRONG})


class _OpenMark(NamedTuple):
    start: int
    value: str
    depth: int


class BlockBuilder(BlockTextBuilder):
    """Collects text and marks, and hands out a block at each ``take``; then it starts anew.

    At most one mark of a kind is open at a time: bold inside bold is bold. That also keeps a document with
    thousands of tags that are never closed cheap.
    """

    def __init__(self) -> None:
        super().__init__()
        self._marks: list[Mark] = []
        self._open: dict[MarkKind, _OpenMark] = {}

    def open_mark(self, kind: MarkKind, value: str = "") -> None:
        """Start a mark at the end of the text so far; a link inside a link ends the first one."""
        if kind is MarkKind.LINK:
            self.close_mark(kind)
        mark = self._open.get(kind)
        self._open[kind] = _OpenMark(len(self), value, 1) if mark is None else mark._replace(depth=mark.depth + 1)

    def close_mark(self, kind: MarkKind) -> None:
        """End the open mark of this kind, if there is one."""
        mark = self._open.pop(kind, None)
        if mark is None:
            return
        if mark.depth > 1:
            self._open[kind] = mark._replace(depth=mark.depth - 1)
        else:
            self._marks.append(Mark(kind, mark.start, len(self), mark.value))

    def take(self, kind: BlockKind, level: int = 0) -> Block | None:
        """Return what was collected as a block, or None when there is no text in it."""
        still_open = self._open
        marks = [*self._marks, *(Mark(k, m.start, len(self), m.value) for k, m in still_open.items())]
        text, source_map = self.build()
        BlockBuilder.__init__(self)
        self._open = {k: m._replace(start=0) for k, m in still_open.items() if k in _CARRIED}
        if not text:
            return None
        trimmed = (trim(mark, text) for mark in marks)
        kept = sorted((mark for mark in trimmed if mark), key=lambda mark: (mark.start, -mark.end))
        return Block(kind, text, source_map, level, tuple(kept))


def trim(mark: Mark, text: str) -> Mark | None:
    """Return ``mark`` without white space at its ends, or None when nothing is left of it."""
    inside = text[mark.start : mark.end]
    start = mark.start + len(inside) - len(inside.lstrip())
    end = mark.start + len(inside.rstrip())
    return Mark(mark.kind, start, end, mark.value) if start < end else None

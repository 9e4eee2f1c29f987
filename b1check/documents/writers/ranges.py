"""From words in the source to places in a file where a note can start and end: the same for Word and OpenDocument.

Between the pieces of a paragraph stand fields that a program makes anew, and parts that it does not let people
change. A note never starts or ends inside those, but just around them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from lxml import etree

from b1check.documents.readers.paragraphs import Node
from b1check.findings import Span


class Side(IntEnum):
    """To which side of an offset a place holds on; in the order of the text."""

    FIRST = 0
    """The start of the element."""
    BEFORE = 1
    """The piece that ends there."""
    AFTER = 2
    """The piece that starts there."""
    LAST = 3
    """The end of the element."""


class Piece(NamedTuple):
    """A piece of a paragraph.

    Attributes:
        start: offset in the text of the paragraph.
        text: the piece.
        node: what shows it; None where no note may start or end.
    """

    start: int
    text: str
    node: Node | None

    @property
    def end(self) -> int:
        """Offset of its end."""
        return self.start + len(self.text)


class Line(NamedTuple):
    """A paragraph that is a line of the source.

    Attributes:
        start: offset in the source.
        end: offset of its end.
        element: the paragraph.
        pieces: in order.
        host: the paragraph to stand beside when there can be no notes in this one, as in a text box; else None.
    """

    start: int
    end: int
    element: etree._Element
    pieces: tuple[Piece, ...]
    host: etree._Element | None = None


class Cut(NamedTuple):
    """A place for a sign in the file.

    Attributes:
        line: index of the line.
        side: which side of ``offset`` it is on.
        offset: in the text of the line.
        element: the paragraph.
        piece: the piece that it holds on to; None at the start and the end of the element.
    """

    line: int
    side: Side
    offset: int
    element: etree._Element
    piece: Piece | None

    @property
    def order(self) -> tuple[int, bool, int, int]:
        """Sorts places in the order of the text."""
        return self.line, self.side is Side.LAST, -1 if self.side is Side.FIRST else self.offset, self.side


class Sign(NamedTuple):
    """Elements to put at a place, for the note that is number ``order``."""

    cut: Cut
    order: int
    elements: tuple[etree._Element, ...]


def from_behind(signs: Iterable[Sign]) -> list[Sign]:
    """Return ``signs`` in an order in which each is put before those that stand there already.

    Of signs at the same place those that hold on to the piece behind them, or to the end, come in the order of notes.
    """

    def key(sign: Sign) -> tuple[object, int]:
        return sign.cut.order, -sign.order if sign.cut.side in {Side.AFTER, Side.LAST} else sign.order

    return sorted(signs, key=key, reverse=True)


class Range(NamedTuple):
    """Where a note starts and ends; ``exact`` when that is right at its words."""

    start: Cut
    end: Cut
    exact: bool


def lines_of(
    paragraphs: Iterable[tuple[str, etree._Element, Sequence[tuple[str, Node | None]], etree._Element | None]],
) -> list[Line]:
    """Return the lines of the source, laid out as the readers do.

    Args:
        paragraphs: text, element, pieces and host of each.
    """
    lines = []
    start = 0
    for text, element, pieces, host in paragraphs:
        if not text.strip():
            continue
        at = 0
        found = []
        for piece, node in pieces:
            found.append(Piece(at, piece, node))
            at += len(piece)
        lines.append(Line(start, start + len(text), element, tuple(found), host))
        start += len(text) + 1
    return lines


class Ranges:
    """Finds where notes go.

    Args:
        lines: of the source, in order; there is at least one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._starts = [line.start for line in lines]

    def top(self) -> Cut:
        """Return the place for a note about the whole text."""
        line = self._lines[0]
        return Cut(0, Side.FIRST, 0, line.element if line.host is None else line.host, None)

    def of(self, span: Span) -> Range:
        """Return where a note about ``span`` starts and ends; without words it is about the paragraph."""
        first = self._line_at(span.start)
        last = self._line_at(max(span.end - 1, span.start))
        head, tail = self._lines[first], self._lines[last]
        start, end = max(span.start - head.start, 0), min(span.end, tail.end) - tail.start
        cut = False
        if head.host is not None or tail.host is not None or head.element.getparent() is not tail.element.getparent():
            # Words in several cells or boxes: a note is about one stretch.
            cut = last != first
            last, tail, end = first, head, len_of(head) if cut else end
        if head.host is not None:
            return _whole(first, head.host)
        if first == last and start >= end:
            return _whole(first, head.element, exact=True)
        opens, closes = _opening(first, head, start), _closing(last, tail, end)
        return Range(opens, closes, not cut and (opens.offset, closes.offset) == (start, end))

    def _line_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)


def len_of(line: Line) -> int:
    """Return the length of the text of ``line``."""
    return line.end - line.start


def _whole(line: int, element: etree._Element, *, exact: bool = False) -> Range:
    return Range(Cut(line, Side.FIRST, 0, element, None), Cut(line, Side.LAST, 0, element, None), exact)


def _opening(number: int, line: Line, offset: int) -> Cut:
    """Return where a note from ``offset`` on starts; inside a piece without a place that is before it."""
    at = next((index for index, piece in enumerate(line.pieces) if offset < piece.end), len(line.pieces) - 1)
    if line.pieces[at].node is not None:
        return Cut(number, Side.AFTER, offset, line.element, line.pieces[at])
    while at >= 0 and line.pieces[at].node is None:
        at -= 1
    if at < 0:
        return Cut(number, Side.FIRST, 0, line.element, None)
    return Cut(number, Side.BEFORE, line.pieces[at].end, line.element, line.pieces[at])


def _closing(number: int, line: Line, offset: int) -> Cut:
    """Return where a note up to ``offset`` ends; inside a piece without a place that is behind it."""
    at = next(index for index, piece in enumerate(line.pieces) if offset <= piece.end)
    if line.pieces[at].node is not None:
        return Cut(number, Side.BEFORE, offset, line.element, line.pieces[at])
    while at < len(line.pieces) and line.pieces[at].node is None:
        at += 1
    if at == len(line.pieces):
        return Cut(number, Side.LAST, line.pieces[-1].end, line.element, None)
    return Cut(number, Side.AFTER, line.pieces[at].start, line.element, line.pieces[at])
